"""Times: when the accounts say that one thing happens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from nutgraf.compare.facets import Facet, deeds, group_facets, weigh, words_around
from nutgraf.compare.order import Order
from nutgraf.compare.statements import Told
from nutgraf.records.annotation import AttributionKind, Time, TimeKind
from nutgraf.records.comparison import Finding, FindingKind, Verdict
from nutgraf.text import stable_id

Dated = Facet[str]

_SHARED = 6.0  # weight of what two clauses must share for their dates to be dates of one thing
_DEEDS = 1.5  # of it in words that are no names
_SHARE = 0.35
_NEAR_HOURS = 3.0  # hours of one day that lie further apart are as good as two days
_SAME_DAY = 4.0  # weight of the day itself where both name the same one
_OTHER_DAY, _OTHER_SHARE = 8.0, 0.55  # two days are days of one thing only where its deeds are plainly the same
_DAY = 10  # characters of an ISO 8601 day


def overlap(left: str, right: str) -> bool:
    """Tell whether two ISO 8601 dates or intervals can be the same time; a month holds its days, a day its hours."""
    if "T" in left and "T" in right and left[:_DAY] == right[:_DAY]:
        return left[:16].startswith(right[:16]) or right[:16].startswith(left[:16])
    (first, last), (other_first, other_last) = _ends(left), _ends(right)
    return first <= other_last and other_first <= last


def _ends(value: str) -> tuple[str, str]:
    first, _, last = value.partition("/")
    last = last or first
    return first[:_DAY], last[:_DAY] + "~"


def collect_dates(told: Sequence[Told], texts: Mapping[str, str]) -> tuple[Dated, ...]:
    """Return the dates and hours of all statements, each with the clause it stands in.

    The day on which somebody said it ("announced Thursday that …") is no date of what was said. A day printed again
    beside its hour counts once, with the hour.
    """
    return tuple(found for one in told for found in _dates(one, texts[one.statement.article]))


def _dates(told: Told, text: str) -> list[Dated]:
    said = told.statement.attribution
    others = [(other.start, other.end) for other, _ in told.times] + [(f.start, f.end) for f in told.figures]
    names = frozenset(key for key in told.entities if not key.startswith("group:"))
    by_day: dict[str, tuple[Time, str]] = {}
    for time, value in told.times:
        inside = said.kind is AttributionKind.OWN or said.content_start <= time.start < said.content_end
        if time.kind not in {TimeKind.DATE, TimeKind.CLOCK} or len(value) < _DAY or "/" in value or not inside:
            continue
        known = by_day.get(value[:_DAY])
        if known is None or len(value) > len(known[1]):
            by_day[value[:_DAY]] = (time, value)
    return [
        Facet(told, time.start, time.end, value, words_around(text, told, time.start, time.end, others) | names)
        for _, (time, value) in sorted(by_day.items())
    ]


def same_event(left: Dated, right: Dated) -> float:
    """Return how surely two dates are dates of one thing: the share of the barer statement that stands in the other."""
    shared = left.context & right.context
    telling = weigh(shared)
    smaller = min(weigh(left.context), weigh(right.context))
    shared_deeds = weigh(deeds(shared))
    near = _hours_apart(left.value, right.value) <= _NEAR_HOURS
    if near and overlap(left.value[:_DAY], right.value[:_DAY]):
        fits = telling + _SAME_DAY >= _SHARED and telling / smaller >= _SHARE and shared_deeds >= _DEEDS
    else:
        barer = min(weigh(deeds(left.context)), weigh(deeds(right.context)))
        fits = shared_deeds >= _OTHER_DAY and shared_deeds / max(barer, 1.0) >= _OTHER_SHARE
    return telling / smaller if fits else 0.0


def _hours_apart(left: str, right: str) -> float:
    """Return how far two hours of one day lie apart; 0 where a value has no hour, or the days differ."""
    if "T" not in left or "T" not in right or left[:_DAY] != right[:_DAY]:
        return 0.0
    first, last = sorted(int(value[11:13]) + int(value[14:16] or 0) / 60 for value in (left, right))
    return last - first


def compare_times(told: Sequence[Told], order: Order, texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Compare the dates and hours that accounts give for one thing.

    Dates are compared only where their clauses speak of the same people, things and deeds. A
    month and a day of it agree, and so do a day and an hour of it; two days, or two hours of one day, do not. Where the
    later account gives the other date, it is an update.
    """
    groups = group_facets(collect_dates(told, texts), same_event, overlap)
    return tuple(_judge(group, order, texts) for group in groups)


def _judge(group: Sequence[Dated], order: Order, texts: Mapping[str, str]) -> Finding:
    ordered = sorted(group, key=lambda one: (order.key(one.article), one.start))
    cells = tuple(one.cell(texts[one.article], one.value) for one in ordered)
    identity = stable_id("times", *(f"{cell.article}:{cell.span.start}" for cell in cells))
    apart = [pair for pair in combinations(ordered, 2) if not overlap(pair[0].value, pair[1].value)]
    if not apart:
        values = ", ".join(sorted({cell.value for cell in cells}))
        return Finding(identity, FindingKind.TIMES, Verdict.AGREE, f"The times fit: {values}.", cells)
    shown = list({cell.value: cell for cell in reversed(cells)}.values())[::-1]
    listed = "; ".join(f"{cell.outlet}: “{cell.words}” ({cell.value})" for cell in shown)
    last = next((one for one in reversed(ordered) if order.known(one.article)), ordered[-1])
    older = [one for one in ordered if not overlap(one.value, last.value) and order.known(one.article)]
    if older and all(order.after(last.article, one.article) for one in older):
        reason = f"{last.told.statement.outlet}, published later, gives another time. {listed}."
        return Finding(identity, FindingKind.TIMES, Verdict.UPDATE, reason, cells)
    return Finding(identity, FindingKind.TIMES, Verdict.DIFFER, f"The times differ. {listed}.", cells)
