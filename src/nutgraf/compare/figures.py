"""Figures: one quantity as several accounts give it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.compare.order import Order
from nutgraf.compare.statements import Told
from nutgraf.compare.synonyms import same_thing
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import Figure, Qualifier
from nutgraf.records.article import Span
from nutgraf.records.comparison import Cell, Finding, FindingKind, Verdict
from nutgraf.text import stable_id

_ROUNDING = 0.1  # "about 300" covers 270 to 330
_CHANGE = frozenset(
    content_stems("now rose risen revised updated increased climbed raised lowered corrected latest grown")
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure in its statement, with the stems of what it counts."""

    told: Told
    figure: Figure
    head: frozenset[str]

    def cell(self, text: str) -> Cell:
        """Return the verbatim cell; `text` is the article's."""
        statement, figure = self.told.statement, self.figure
        start = figure.start
        end = figure.counted_end if figure.counted_end is not None and figure.counted_end > figure.end else figure.end
        span = Span(statement.article, statement.span.version, start, end)
        return Cell(statement.id, statement.article, statement.outlet, span, text[start:end], read_value(figure))


def read_value(figure: Figure) -> str:
    """Return a figure's value in plain form: "300 to 400 people", "nearly 0.2 share"."""
    low, high = (f"{value:g}" if abs(value) < 1e6 else f"{value:,.0f}" for value in (figure.low, figure.high))
    number = low if figure.low == figure.high else f"{low} to {high}"
    qualifier = "" if figure.qualifier in {Qualifier.EXACT, Qualifier.RANGE} else f"{figure.qualifier} "
    return f"{qualifier}{number} {figure.unit}".strip()


def collect_figures(told: Sequence[Told]) -> tuple[Counted, ...]:
    """Return every figure of the statements with what it counts."""
    found = []
    for one in told:
        for figure in one.figures:
            head = frozenset(same_thing(stem) for stem in content_stems(figure.counted))
            found.append(Counted(one, figure, head))
    return tuple(found)


def same_quantity(left: Counted, right: Counted, likeness: float) -> bool:
    """Tell whether two figures count one thing: one unit, one head noun, and statements that speak of one thing.

    Without a shared head noun the statements must be much alike; a bare small count ("two men") needs its head noun.
    """
    if left.told.statement.article == right.told.statement.article or left.figure.unit != right.figure.unit:
        return False
    shared = left.head & right.head
    if left.head and right.head and not shared:
        return False
    if left.figure.unit or not (left.head and right.head):
        return likeness >= (0.3 if shared else 0.45)
    return likeness >= 0.22


def bounds(figure: Figure) -> tuple[float, float]:
    """Return what a figure allows: "at least 14" is 14 and more, "about 300" is 270 to 330, "nearly 20" is 18 to 20."""
    low, high = figure.low, figure.high
    if figure.qualifier in {Qualifier.AT_LEAST, Qualifier.MORE_THAN}:
        return low, float("inf")
    if figure.qualifier in {Qualifier.AT_MOST, Qualifier.LESS_THAN}:
        return float("-inf"), high
    if figure.qualifier is Qualifier.ABOUT:
        return low * (1 - _ROUNDING), high * (1 + _ROUNDING)
    if figure.qualifier is Qualifier.NEARLY:
        return low * (1 - _ROUNDING), high
    return low, high


def compatible(left: Figure, right: Figure) -> bool:
    """Tell whether both figures can be true of one quantity at one time."""
    (low, high), (other_low, other_high) = bounds(left), bounds(right)
    open_ended = {Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.AT_MOST, Qualifier.LESS_THAN}
    if {left.qualifier, right.qualifier} <= open_ended and left.low != right.low:
        return False  # "at least 14" and "at least 17" are two states of knowledge
    return low <= other_high and other_low <= high


def compare_figures(group: Sequence[Counted], order: Order, texts: dict[str, str]) -> Finding:
    """Compare the figures that several accounts give for one quantity.

    They agree where one value fits all, qualifiers such as "about" and "at least" taken at their word. Where they do
    not, a later account that differs from all earlier ones is an update; otherwise the accounts differ.
    """
    ordered = sorted(group, key=lambda one: (order.key(one.told.statement.article), one.figure.start))
    cells = tuple(one.cell(texts[one.told.statement.article]) for one in ordered)
    identity = stable_id("figures", *(f"{cell.article}:{cell.span.start}" for cell in cells))
    if all(compatible(a.figure, b.figure) for a in ordered for b in ordered):
        reason = "The figures fit each other" + (
            "." if len({c.value for c in cells}) == 1 else " as they are qualified."
        )
        return Finding(identity, FindingKind.FIGURES, Verdict.AGREE, reason, cells)
    told = "; ".join(f"{cell.outlet}: {cell.words}" for cell in cells)
    later = _later(ordered, order)
    if later:
        return Finding(identity, FindingKind.FIGURES, Verdict.UPDATE, f"{later} gives a newer figure. {told}.", cells)
    return Finding(identity, FindingKind.FIGURES, Verdict.DIFFER, f"The figures do not fit each other. {told}.", cells)


def _later(ordered: Sequence[Counted], order: Order) -> str:
    """Return the outlet whose figure is an update of all earlier ones, or nothing."""
    last = ordered[-1]
    others = [one for one in ordered if not compatible(one.figure, last.figure)]
    if others and all(order.after(last.told.statement.article, one.told.statement.article) for one in others):
        grown = all(last.figure.low > one.figure.low for one in others)
        said = bool(last.told.stems & _CHANGE)
        if grown or said:
            return last.told.statement.outlet
    return ""
