"""The matrix of a comparison on a terminal: one line of marks a point, and below it the words that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from nutgraf.export.dossier import Dossier
from nutgraf.export.matrix import Column, Difference, Mark, Matrix, Row, build_matrix
from nutgraf.export.terminal.coverage import coverage_section
from nutgraf.export.terminal.lists import counts_line
from nutgraf.export.terminal.pieces import SHORT, badge, grid, heading, indented, note, plural, stack, words

MARKS = {Mark.SAYS: "●", Mark.DIFFERS: "≠", Mark.SILENT: "·", Mark.UNSURE: "~", Mark.UNREAD: "?"}
STYLES = {
    Mark.SAYS: "green",
    Mark.DIFFERS: "bold yellow",
    Mark.SILENT: "dim",
    Mark.UNSURE: "magenta",
    Mark.UNREAD: "magenta",
}
LEGEND = (
    "● says it   ≠ says it otherwise   ~ may say it in words of its own   "
    "· not found in it, which was read whole   ? was not read whole"
)

ORIGINS = "origins: how many independent ones a row goes back to, from the fewest to the most"

BAND = 24
"""Columns of marks beside one another; the other columns follow in further tables."""

LONGEST = 150
"""Characters of a point or a side that a row shows; `--explain` shows all of them."""


def matrix_page(dossier: Dossier) -> RenderableType:
    """Return the page: the counts, who the columns are, a row for each point that several accounts make, the rest."""
    matrix = build_matrix(dossier)
    return stack(
        words(dossier.brief.headline.words, "bold"),
        Text(counts_line(dossier.comparison.counts)),
        *(note(family.remark, 0) for family in dossier.comparison.families),
        heading("The texts"),
        indented(_who(matrix.columns)),
        heading("What they say together"),
        note(LEGEND),
        note(ORIGINS),
        *(_band(matrix, start) for start in range(0, len(matrix.columns), BAND)),
        None if matrix.rows else note("No point is made by more than one of these accounts."),
        _beside(matrix.beside),
        coverage_section(dossier, matrix),
        _more(matrix, dossier.story.id),
    )


def _who(columns: Sequence[Column]) -> Table:
    table = grid(3, None)
    for column in columns:
        told = words(column.outlet, "cyan").append(f"  {column.articles[0][:SHORT]}", style="dim")
        if len(column.articles) > 1:
            told.append(f"  and {plural(len(column.articles) - 1, 'article')} with the same text", style="dim")
        if not column.whole:
            told.append("  not read whole", style="magenta")
        table.add_row(Text(column.letters, style="bold"), told)
    return table


def _band(matrix: Matrix, start: int) -> RenderableType:
    """Return the rows with some of the columns; what differs is told below the first marks only."""
    columns = matrix.columns[start : start + BAND]
    width = max((len(column.letters) for column in columns), default=1)
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=len(str(len(matrix.rows))), justify="right")
    table.add_column(ratio=1, overflow="fold")
    table.add_column(width=7, justify="right")
    for _ in columns:
        table.add_column(width=width)
    letters = [Text(column.letters, style="bold") for column in columns]
    table.add_row(Text(), Text(), Text("origins", style="dim"), *letters)
    first: dict[str, int] = {}
    for row in matrix.rows:
        marks = [Text(MARKS[mark], style=STYLES[mark]) for mark in row.marks[start : start + BAND]]
        told = [_told(one, first.setdefault(one.finding.id, row.number), row.number) for one in row.differences]
        said = stack(_short(row.point.words), *(_voices(row) if start == 0 else ()), *(told if start == 0 else ()))
        table.add_row(Text(str(row.number), style="bold blue"), said, Text(_origins(row)), *marks)
    return table


def _voices(row: Row) -> Iterator[RenderableType]:
    """Yield what tells a reader that many prints are not many voices."""
    if row.only_origin:
        yield Text(" one origin: ", style="bold magenta").append_text(words(row.only_origin))
    if row.family:
        yield Text(" one owner: ", style="bold magenta").append_text(words(f"only outlets of {row.family} say it so"))


def _origins(row: Row) -> str:
    if row.only_origin:
        return "one"
    fewest, most = row.point.fewest, len(row.point.origins)
    return str(most) if fewest == most else f"{fewest}-{most}"


def _short(content: str) -> Text:
    return words(content if len(content) <= LONGEST else content[:LONGEST].rsplit(" ", 1)[0] + " …")


def _told(difference: Difference, first: int = 0, here: int = 0) -> RenderableType:
    """Return what was compared, and each side's own words with its letters; or the row that told of it before."""
    told = badge(difference.finding.verdict).append(f" {difference.finding.kind.value}", style="bold")
    if first != here:
        return told.append(f"  as in row {first}", style="dim")
    for side in difference.sides:
        told.append("  ").append(" ".join(side.letters), style="bold").append(" “").append_text(_short(side.words))
        told.append("”")
    return told


def _beside(differences: Sequence[Difference]) -> RenderableType | None:
    if not differences:
        return None
    return stack(heading("Where they differ beside these points"), *(indented(_told(one)) for one in differences))


def _more(matrix: Matrix, story: str) -> RenderableType:
    key = story[:SHORT]
    alone = (
        f"{plural(matrix.alone, 'point')} of one account alone: nutgraf compare {key} --full" if matrix.alone else ""
    )
    first = f"{matrix.rows[0].number}{matrix.columns[0].letters}" if matrix.rows else "ID"
    grounds = f"The grounds of a row or of one place in it: nutgraf compare {key} --explain {first}"
    return stack(Text(), note(grounds), note(alone) if alone else None)
