"""Figures: one quantity as several accounts give it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from nutgraf.compare.alignment import Alignment
from nutgraf.compare.facets import Facet, join_facets, words_around
from nutgraf.compare.order import Order
from nutgraf.compare.quantities import Counted, Values, same_quantity, unit_of
from nutgraf.compare.statements import Told
from nutgraf.compare.synonyms import same_thing
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import Change, Figure, Qualifier
from nutgraf.records.comparison import Cell, Finding, FindingKind, Verdict
from nutgraf.text import fold, listed, stable_id

_ROUNDING = 0.1  # "about 300" covers 270 to 330
_LARGE = 1e6  # sums from a million on are printed rounded
_SAME = 0.4  # mean certainty at which figures are figures of one quantity
_CHANGE = frozenset(
    content_stems("now rose risen revised updated increased climbed raised lowered corrected latest grown")
)
_OLD = re.compile(
    r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|original(?:ly)?|first put at|(?:up|down) from|from|instead of|"
    r"rather than|not)"
    r"(?: (?:figure|estimate|count|toll|number|total|report)s?)?(?: of| at)?(?: the| an?)?\s*$"
)
_AGE = re.compile(r"[\w.]+[- ]years?[- ]old\b")  # says who somebody is
_WAS_SO = re.compile(  # "two people who had been missing … were found": no longer a count of the missing
    r"[\s\w]{0,30}?\b(?:who|which|that) had (?:\w+ )?been [^.;]{3,120}?(?=,? (?:were|was|have|has|are|is)\b)"
)
_APPOSED = re.compile(r",\s[^,.;]{3,60},\s(?=(?:is|was|are|were|has|have|had)\b)")  # "one man, a 34-year-old, is …"


def read_value(figure: Figure) -> str:
    """Return a figure's value in plain form: "300 to 400 people", "nearly 0.2 share"."""
    low, high = (f"{value:g}" if abs(value) < 1e6 else f"{value:,.0f}" for value in (figure.low, figure.high))
    number = low if figure.low == figure.high else f"{low} to {high}"
    qualifier = "" if figure.qualifier in {Qualifier.EXACT, Qualifier.RANGE} else f"{figure.qualifier} "
    return f"{qualifier}{number} {figure.unit}".strip()


def collect_figures(told: Sequence[Told], texts: Mapping[str, str]) -> tuple[Counted, ...]:
    """Return the figures of all statements, without those that are no count to compare.

    Left out are one that its own account calls the earlier one, ages, ranks (the second blast and the third are two
    blasts and not two counts of one), and those who had been what they are no longer.
    """
    found = []
    for one in told:
        text = texts[one.statement.article]
        places = [(figure.start, figure.end) for figure in one.figures]
        for figure in one.figures:
            if (
                figure.unit == "ordinal"
                or _AGE.match(text, figure.start)
                or _WAS_SO.match(text, figure.end, one.statement.span.end)
                or _OLD.search(text, max(0, figure.start - 40), figure.start)
            ):
                continue
            end = (
                figure.counted_end if figure.counted_end is not None and figure.counted_end > figure.end else figure.end
            )
            apposed = _APPOSED.match(text, end, one.statement.span.end)
            around = words_around(text, one, figure.start, apposed.end() if apposed else end, places)
            counted = f"{figure.counted} people" if unit_of(figure) == "people" else figure.counted
            head = frozenset(same_thing(stem) for stem in content_stems(counted))
            found.append(Facet(one, figure.start, end, figure, around | head))
    return tuple(found)


def _like_size(left: Figure, right: Figure) -> bool:
    small, large = sorted((abs(left.low), abs(right.low)))
    return large >= 10 and small / large >= 0.5


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


def _rounded(left: Figure, right: Figure) -> bool:
    """Tell whether of two large exact sums one is the other in fewer digits: "4 million" and "4.2 million"."""
    exact = left.qualifier is right.qualifier is Qualifier.EXACT
    if not exact or min(left.low, right.low) < _LARGE or left.low != left.high or right.low != right.high:
        return False
    digits = min(len(f"{value:.0f}".rstrip("0")) for value in (left.low, right.low))
    return float(f"{left.low:.{digits - 1}e}") == float(f"{right.low:.{digits - 1}e}")


_OPEN = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.AT_MOST, Qualifier.LESS_THAN})


def compatible(left: Figure, right: Figure) -> bool:
    """Tell whether both figures can be true of one quantity at one time.

    A bound far from the other figure says nothing against it ("more than a dozen" and 14), but two exact states of
    knowledge do ("at least 14" and 17, or "at least 17"). A rise of 5 percent is no fall of 5 percent.
    """
    (low, high), (other_low, other_high) = bounds(left), bounds(right)
    if {left.change, right.change} == {Change.UP, Change.DOWN}:
        return False
    if _rounded(left, right):
        return True
    if not (low <= other_high and other_low <= high):
        return False
    if left.low == right.low or not {left.qualifier, right.qualifier} & _OPEN:
        return True
    return not _like_size(left, right) or Qualifier.MORE_THAN in {left.qualifier, right.qualifier}


def compare_figures(alignment: Alignment, order: Order, texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Compare the figures that several accounts give for one quantity.

    They agree where one value fits all, qualifiers such as "about" and "at least" taken at their word. Where they do
    not, a later account that differs from all earlier ones is an update; otherwise the accounts differ.
    """
    facets = collect_figures(alignment.told, texts)
    values = Values.of(facets)

    def score(left: Counted, right: Counted, near: float) -> float:
        return same_quantity(left, right, near, values)

    groups = join_facets(facets, alignment, score, _may_stand_together, _SAME)
    return tuple(_judge(group, order, texts) for group in groups)


def _may_stand_together(left: Counted, right: Counted) -> bool:
    """Tell whether two figures of one account may be figures of one quantity: they fit, or two sources give them."""
    said = [one.told.statement.attribution for one in (left, right)]
    return compatible(left.value, right.value) or fold(said[0].source) != fold(said[1].source)


def _judge(group: Sequence[Counted], order: Order, texts: Mapping[str, str]) -> Finding:
    ordered = sorted(group, key=lambda one: (order.key(one.article), one.start))
    cells = tuple(one.cell(texts[one.article], read_value(one.value)) for one in ordered)
    identity = stable_id("figures", *(f"{cell.article}:{cell.span.start}" for cell in cells))
    if all(compatible(a.value, b.value) for a in ordered for b in ordered):
        reason = "The figures fit each other" + (
            "." if len({c.value for c in cells}) == 1 else " as they are qualified."
        )
        return Finding(identity, FindingKind.FIGURES, Verdict.AGREE, reason, cells)
    told = "; ".join(f"{cell.outlet}: {cell.words}" for cell in _distinct(cells))
    news = _newest(ordered, order)
    if news:
        return Finding(identity, FindingKind.FIGURES, Verdict.UPDATE, f"{news} {told}.", cells)
    return Finding(identity, FindingKind.FIGURES, Verdict.DIFFER, f"The figures do not fit each other. {told}.", cells)


def _distinct(cells: Sequence[Cell]) -> list[Cell]:
    """Return the first cell of each value, for a reason that can be read."""
    return list({cell.value: cell for cell in reversed(cells)}.values())[::-1]


def _newest(ordered: Sequence[Counted], order: Order) -> str:
    """Return in words whose figure is an update of all earlier ones, and who still prints an old one; or nothing.

    A figure that was printed before the one that differs is no news, unless the words say that it changed ("now",
    "revised"): then the accounts that print the old one later still carry it.
    """
    said = [one for one in ordered if one.told.stems & _CHANGE and order.known(one.article)]
    last = next((one for one in reversed(ordered) if order.known(one.article)), ordered[-1])
    for newest in dict.fromkeys((last, *reversed(said))):
        news = _succession(newest, ordered, order)
        if news:
            return news
    return ""


def _succession(newest: Counted, ordered: Sequence[Counted], order: Order) -> str:
    newer = [one for one in ordered if (one.value.low, one.value.high) == (newest.value.low, newest.value.high)]
    older = [one for one in ordered if not compatible(one.value, newest.value) and order.day(one.article)]
    settled = [one for one in ordered if compatible(one.value, newest.value) and one.value.qualifier not in _OPEN]
    still = [one for one in older if any(order.after(one.article, new.article) for new in (*settled, newest))]
    before = [one for one in older if order.after(newest.article, one.article)]
    said = any(one.told.stems & _CHANGE for one in newer)
    clear = all(order.after(new.article, old.article) for new in newer for old in older if order.day(new.article))
    if not before or len(before) + len(still) < len(older) or not (said or (clear and not still)):
        return ""
    carrying = list(dict.fromkeys(one.told.statement.outlet for one in still))
    late = f" Printed later with the old figure still: {listed(carrying)}." if carrying else ""
    return f"{newest.told.statement.outlet} gives a newer figure.{late}"
