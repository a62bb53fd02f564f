"""A story's accounts side by side: every cell the exact words with their place."""

from __future__ import annotations

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from nutgraf.export.dossier import Dossier
from nutgraf.export.findings import apart
from nutgraf.export.terminal.coverage import coverage_pages
from nutgraf.export.terminal.lists import counts_line
from nutgraf.export.terminal.pieces import badge, grid, heading, indented, note, place, places, plural, stack, words
from nutgraf.export.terminal.statements import OUTLET, statements_table
from nutgraf.records.comparison import Comparison, Finding, FindingKind, Point, QuoteRow, Standing, Verdict
from nutgraf.text import between

STANDINGS = {
    Standing.ALL: "all accounts",
    Standing.MOST: "most accounts",
    Standing.SOME: "some accounts",
    Standing.ONE: "only one account",
}
ELSEWHERE = ("wording", "speaker", "content")
"""Kinds of findings that the quotes board and the statements show."""


def comparison_page(dossier: Dossier) -> RenderableType:
    """Return the whole comparison: counts, points with statements and findings, quotes in several wordings, findings
    that belong to no point, and last what each account has.
    """
    comparison = dossier.comparison
    shared = [point for point in comparison.points if point.standing is not Standing.ONE]
    shown = {finding.id for point in shared for finding in point.findings}
    beside = tuple(item for item in comparison.findings if item.id not in shown and item.kind.value not in ELSEWHERE)
    return stack(
        words(dossier.brief.headline.words, "bold"),
        counts_block(comparison),
        *(_point(point, number, len(shared)) for number, point in enumerate(shared, start=1)),
        None if shared else note("No point is made by more than one of these accounts."),
        quotes_board(comparison.quotes),
        differences(beside, "Where accounts differ beside these points"),
        coverage_pages(dossier),
    )


def counts_block(comparison: Comparison) -> RenderableType:
    """Return the four counts with the grounds they rest on."""
    counts = comparison.counts
    return stack(Text(counts_line(counts)), *(note(ground) for ground in counts.grounds))


def _point(point: Point, number: int, total: int) -> RenderableType:
    origins = between(point.fewest, len(point.origins), "independent origin")
    title = Text(f"\n{number}/{total} ", style="bold blue").append_text(words(point.words, "bold"))
    return stack(
        title,
        note(f"{STANDINGS[point.standing]} · {origins}: {'; '.join(origin.name for origin in point.origins)}"),
        indented(statements_table(point.statements)),
        *(indented(finding_block(finding)) for finding in point.findings),
    )


def finding_block(finding: Finding) -> RenderableType:
    """Return a finding: verdict, kind, reason, and each side's exact words."""
    title = badge(finding.verdict).append(f" {finding.kind.value}: ", style="bold")
    title = Text().append_text(title).append_text(words(finding.reason))
    # What an agreeing content finding would show are the statements that stand above it.
    told = finding.kind is FindingKind.CONTENT and finding.verdict in (Verdict.AGREE, Verdict.ONLY_ONE)
    return stack(title, None if told else indented(_cells(finding)))


def _cells(finding: Finding) -> Table:
    table = grid(OUTLET, None)
    for cell in finding.cells:
        table.add_row(words(cell.outlet, "cyan"), words(cell.words).append("  ").append_text(place(cell.span)))
    return table


def differences(findings: tuple[Finding, ...], title: str = "Where accounts differ") -> RenderableType | None:
    """Return the findings in which accounts do not say the same as a section, or nothing where there are none."""
    shown = apart(findings)
    if not shown:
        return None
    return stack(heading(title), *(indented(finding_block(finding)) for finding in shown))


def quotes_board(rows: tuple[QuoteRow, ...], limit: int | None = None) -> RenderableType | None:
    """Return the utterances that stand in more than one place, with their wordings side by side: those in different
    words first, and no more than a limit.
    """
    shared = [row for row in rows if sum(len(wording.spans) for wording in row.wordings) > 1]
    shared.sort(key=lambda row: row.verdict is Verdict.AGREE)
    if not shared:
        return None
    left = len(shared[limit:]) if limit else 0
    more = note(f"{plural(left, 'more utterance')}: nutgraf compare ID --full") if left else None
    return stack(heading("Quotes in several accounts"), *(indented(_quote(row)) for row in shared[:limit]), more)


def _quote(row: QuoteRow) -> RenderableType:
    title = Text().append_text(badge(row.verdict)).append(" ").append_text(words(row.speaker, "bold"))
    table = grid(OUTLET, None)
    for wording in row.wordings:
        marks = ("“", "”") if wording.kind.value in ("direct", "mixed") else ("", "")
        said = Text(marks[0]).append_text(words(wording.words)).append(marks[1])
        said.append("  ").append_text(places(wording.spans))
        table.add_row(words(", ".join(wording.outlets), "cyan"), said)
    return stack(title.append("  ").append_text(words(row.reason, "dim")), indented(table))
