"""What each account has, on a terminal: a line or two beside the matrix, or all of it with every place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from nutgraf.export.dossier import Dossier
from nutgraf.export.matrix import Column, Matrix, build_matrix
from nutgraf.export.terminal.pieces import grid, heading, indented, note, place, plural, stack, words
from nutgraf.export.terminal.statements import statement_line
from nutgraf.records.article import Span
from nutgraf.records.comparison import OF_MOST, Point, Statement
from nutgraf.records.coverage import Coverage, LeftOut
from nutgraf.text import fold, listed, percent

TITLE = "What each account has"
ALONE = "Alone is what no account of another origin tells. All of this holds as far as the words read show."
KINDS = {
    "named": "named",
    "anonymous": "unnamed",
    "document": "documents",
    "outlet": "other outlets",
    "own": "own word",
}


def coverage_section(dossier: Dossier, matrix: Matrix) -> RenderableType | None:
    """Return what each text of the matrix has, in a line or two; a copy stands below the text that it carries."""
    found = {coverage.article: coverage for coverage in dossier.comparison.coverage}
    if not found:
        return None
    rows = {row.point.id: row.number for row in matrix.rows if row.point.standing in OF_MOST}
    table = grid(max((len(column.letters) for column in matrix.columns), default=1), None)
    for column in matrix.columns:
        first = found[column.articles[0]]
        told = words(first.outlet, "cyan").append("  ").append_text(words(" · ".join(_parts(first, rows))))
        table.add_row(Text(column.letters, style="bold"), stack(told, *_copies(column, found, rows)))
    return stack(heading(TITLE), note(ALONE), note(_asked(found.values(), rows)), indented(table))


def _asked(found: Collection[Coverage], rows: Mapping[str, int]) -> str:
    """Return what an account can leave out, or why that can be said of none."""
    if rows:
        return f"What they leave out is asked of {_rows(list(rows), rows)}, which most origins tell."
    reason = next((each.left_out.unclaimed for each in found if each.left_out.unclaimed), "there is no such row")
    return f"What they leave out is not claimed: {reason}."


def _parts(coverage: Coverage, rows: Mapping[str, int]) -> Iterator[str]:
    alone = coverage.alone
    if alone.statements:
        yield f"{len(alone.spans)} of {plural(alone.statements, 'statement')} alone"
    yield from _silence(coverage.left_out, rows)
    rests = [f"{KINDS[one.kind]} {percent(one.share)}" for one in coverage.anatomy.rests if one.statements]
    if rests:
        yield f"rests on {', '.join(rests)}"
    yield from _text(coverage)


def _silence(left: LeftOut, rows: Mapping[str, int]) -> Iterator[str]:
    if not rows:
        return
    if left.unclaimed:
        yield f"what it leaves out is not claimed: {left.unclaimed.partition(' (')[0]}"
    elif not (left.points or left.unsure or left.later):
        yield "leaves out nothing of these"
    if left.points:
        yield f"leaves out {_rows(left.points, rows)}"
    if left.unsure:
        yield f"may tell {_rows([near.point for near in left.unsure], rows)} in words of its own"
    if left.later:
        yield f"printed before the others told {_rows(left.later, rows)}"


def _rows(points: Sequence[str], rows: Mapping[str, int]) -> str:
    numbers = sorted(rows[point] for point in points)
    return f"row{'s' if len(numbers) > 1 else ''} {listed([str(number) for number in numbers])}"


def _text(coverage: Coverage) -> Iterator[str]:
    text = coverage.text
    if text.copied:
        yield f"{percent(text.copied)} of its text copied" if text.copied < 1 else "all of its text copied"
    if text.shared:
        yield f"{percent(text.shared)} of its text in others too"
    if not text.copied and not text.shared:
        yield "own text"


def _copies(column: Column, found: Mapping[str, Coverage], rows: Mapping[str, int]) -> Iterator[RenderableType]:
    """Yield the other articles with a column's text: what of it is copied, and what they cut."""
    for article in column.articles[1:]:
        copy = found[article]
        told = [*_text(copy), *_silence(copy.left_out, rows)]
        yield words(f"{copy.outlet}  {' · '.join(told)}", "dim")


def coverage_pages(dossier: Dossier) -> RenderableType | None:
    """Return all that each account has, with every place: what it alone tells, what it leaves out, what is copied."""
    found = {coverage.article: coverage for coverage in dossier.comparison.coverage}
    if not found:
        return None
    points = {point.id: point for point in dossier.comparison.points}
    statements = {one.span: one for point in points.values() for one in point.statements}
    texts = [[found[article] for article in column.articles] for column in build_matrix(dossier).columns]
    return stack(
        heading(TITLE),
        note(ALONE),
        *(_page(each, text[0], points, statements) for text in texts for each in text),
    )


def _page(
    coverage: Coverage, first: Coverage, points: Mapping[str, Point], statements: Mapping[Span, Statement]
) -> RenderableType:
    """Return all of one account; of a copy only what does not stand in the text that it carries (`first`)."""
    left = coverage.left_out
    told = {fold(statements[span].words) for span in first.alone.spans} if coverage is not first else set()
    alone = [one for span in coverage.alone.spans if fold((one := statements[span]).words) not in told]
    cut = len(coverage.alone.spans) - len(alone)
    return stack(
        Text("\n").append_text(words(coverage.outlet, "bold cyan")),
        note(coverage.text.remark),
        *(indented(place(span), 4) for span in coverage.text.spans),
        note(coverage.anatomy.remark),
        note(left.remark),
        *(_point("leaves out", points[key]) for key in left.points),
        *(_point("printed only after it", points[key]) for key in left.later),
        *(_point("may tell", points[near.point], statements[near.span]) for near in left.unsure),
        note(coverage.alone.remark),
        *(indented(statement_line(one), 4) for one in alone),
        note(f"{plural(cut, 'statement')} of these as in {first.outlet}", 4) if cut else None,
    )


def _point(told: str, point: Point, near: Statement | None = None) -> RenderableType:
    line = Text(f"{told}: ", style="bold").append_text(words(point.words)).append("  ").append_text(place(point.span))
    if near is None:
        return indented(line, 4)
    beside = Text("its words near that: ").append_text(words(near.words)).append("  ").append_text(place(near.span))
    return indented(stack(line, indented(beside)), 4)
