"""Times: when the accounts say that one thing happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.compare.alignment import Alignment
from nutgraf.compare.statements import Told
from nutgraf.records.annotation import AttributionKind, Time, TimeKind
from nutgraf.records.article import Span
from nutgraf.records.comparison import Cell, Finding, FindingKind, Verdict
from nutgraf.text import stable_id

_LIKE = 0.4


@dataclass(frozen=True, slots=True)
class Dated:
    """A statement with its only date."""

    told: Told
    time: Time
    value: str

    def cell(self, texts: dict[str, str]) -> Cell:
        """Return the verbatim cell."""
        statement, time = self.told.statement, self.time
        span = Span(statement.article, statement.span.version, time.start, time.end)
        words = texts[statement.article][time.start : time.end]
        return Cell(statement.id, statement.article, statement.outlet, span, words, self.value)


def overlap(left: str, right: str) -> bool:
    """Tell whether two ISO 8601 dates or intervals can be the same time; a month holds its days."""
    (first, last), (other_first, other_last) = _ends(left), _ends(right)
    return first <= other_last and other_first <= last


def _ends(value: str) -> tuple[str, str]:
    first, _, last = value.partition("/")
    last = last or first
    return first[:10], last[:10] + "~"


def _only_date(told: Told) -> Dated | None:
    """Return the one date of what a statement tells; with two dates nobody can say here which of them is meant.

    The day on which somebody said it ("announced Thursday that …") is no date of what was said.
    """
    said = told.statement.attribution
    dated = [
        (time, value)
        for time, value in told.times
        if time.kind in {TimeKind.DATE, TimeKind.CLOCK}
        and len(value) >= 10
        and (said.kind is AttributionKind.OWN or said.content_start <= time.start < said.content_end)
    ]
    return Dated(told, *dated[0]) if len({value[:10] for _, value in dated}) == 1 else None


def compare_times(group: Sequence[int], alignment: Alignment, texts: dict[str, str]) -> tuple[Finding, ...]:
    """Compare the dates that accounts give for one thing.

    Only statements with a single date are compared, and only where they are much alike, so that the dates belong to one
    thing. A month and a day of it agree; two days do not.
    """
    dated = [(index, found) for index in group if (found := _only_date(alignment.told[index]))]
    if len({found.told.statement.article for _, found in dated}) < 2:
        return ()
    cells = tuple(found.cell(texts) for _, found in dated)
    clash = [
        (a, b)
        for at, (i, a) in enumerate(dated)
        for j, b in dated[at + 1 :]
        if a.told.statement.article != b.told.statement.article
        and not overlap(a.value, b.value)
        and alignment.likeness(i, j) >= _LIKE
    ]
    identity = stable_id("times", *(f"{cell.article}:{cell.span.start}" for cell in cells))
    if clash:
        shown = tuple(found.cell(texts) for found in _distinct(clash))
        told = "; ".join(f"{cell.outlet}: “{cell.words}” ({cell.value})" for cell in shown)
        return (Finding(identity, FindingKind.TIMES, Verdict.DIFFER, f"The dates differ. {told}.", shown),)
    if all(overlap(a.value, b.value) for _, a in dated for _, b in dated):
        values = sorted({cell.value for cell in cells})
        return (Finding(identity, FindingKind.TIMES, Verdict.AGREE, f"The dates fit: {', '.join(values)}.", cells),)
    return ()


def _distinct(clash: Sequence[tuple[Dated, Dated]]) -> list[Dated]:
    found = {(one.told.statement.article, one.time.start): one for pair in clash for one in pair}
    return [found[key] for key in sorted(found)]
