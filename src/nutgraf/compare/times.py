"""Times: when the accounts say that one thing happens."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from nutgraf.compare.alignment import Alignment
from nutgraf.compare.facets import Facet, deeds, join_facets, weigh, words_around
from nutgraf.compare.moments import Moment, hours_apart, one_time, read_moment, same_day
from nutgraf.compare.order import Order
from nutgraf.compare.statements import Told
from nutgraf.records.annotation import AttributionKind, Time, TimeKind
from nutgraf.records.comparison import Cell, Finding, FindingKind, Verdict
from nutgraf.text import stable_id

Dated = Facet[Moment]

_SHARED = 6.0  # weight of what two clauses must share for their times to be times of one thing
_SAME_DAY = 4.0  # of it for the day itself where both name the same one
_DEEDS = 1.3  # of it in words that are no names
_SHARE = 0.35
_NEAR_HOURS = 3.0  # hours of one day that lie further apart are as good as two days
_OTHER_DAY, _OTHER_DEEDS, _OTHER_SHARE = 7.0, 2.0, 0.45  # two days are of one thing only where plainly the same is told
_NEAR = 0.3  # nearness of statements from which their times are times of one thing
_SURELY_ONE = 0.7  # nearness of statements of one thing whatever words stand around their times
_AROUND = 4.5  # weight of the words that two times of one thing share around them
_MOVED = re.compile(
    r"\b(?:postponed|put (?:back|off)|pushed back|moved|delayed|brought forward|rescheduled|extended|instead of|"
    r"originally|"
    r"deferred|shifted|will now|had been (?:set|due|planned|scheduled))\b"
)


def collect_dates(told: Sequence[Told], texts: Mapping[str, str]) -> tuple[Dated, ...]:
    """Return the days and hours of all statements, each with the clause it stands in.

    The day on which somebody said it ("announced Thursday that …") is no date of what was said. A day printed again
    beside its hour counts once, with the hour; in "postponed from 12 June to 3 July" the day it is moved to counts.
    """
    return tuple(found for one in told for found in _dates(one, texts[one.statement.article]))


def _dates(told: Told, text: str) -> list[Dated]:
    said = told.statement.attribution
    others = [(other.start, other.end) for other, _ in told.times] + [(f.start, f.end) for f in told.figures]
    names = frozenset(key for key in told.entities if not key.startswith("group:"))
    by_day: dict[tuple[str, ...], tuple[Time, Moment]] = {}
    for time, value in told.times:
        inside = said.kind is AttributionKind.OWN or said.content_start <= time.start < said.content_end
        moment = read_moment(value, time.recipe)
        if time.kind not in {TimeKind.DATE, TimeKind.CLOCK, TimeKind.INTERVAL} or not moment.named or not inside:
            continue
        key = (moment.first, *moment.days, moment.month, moment.weekday)
        if key not in by_day or (moment.hour >= 0 > by_day[key][1].hour):
            by_day[key] = (time, moment)
    found = sorted(by_day.values(), key=lambda pair: pair[0].start)
    if len(found) == 2 and _MOVED.search(told.statement.words):
        found = [_moved_to(text, found)]
        context = told.stems | names
        return [Facet(told, time.start, time.end, moment, context) for time, moment in found]
    return [
        Facet(told, time.start, time.end, moment, words_around(text, told, time.start, time.end, others) | names)
        for time, moment in found
    ]


def _moved_to(text: str, found: Sequence[tuple[Time, Moment]]) -> tuple[Time, Moment]:
    """Return the new one of two days between which something is moved: not the one after "from" or "instead of"."""
    old = re.compile(r"\b(?:from|instead of|originally|due|planned|set for|scheduled|not)(?: [a-z]+){0,3} ?$")
    fresh = [pair for pair in found if not old.search(text[max(0, pair[0].start - 40) : pair[0].start])]
    return fresh[-1] if fresh else found[-1]


def same_event(left: Dated, right: Dated) -> bool:
    """Tell by the clauses around them whether two times are times of one thing."""
    shared = left.context & right.context
    telling = weigh(shared)
    smaller = max(1.0, min(weigh(left.context), weigh(right.context)))
    shared_deeds = weigh(deeds(shared))
    near = hours_apart(left.value, right.value) <= _NEAR_HOURS
    if near and same_day(left.value, right.value):
        return telling + _SAME_DAY >= _SHARED and telling / smaller >= _SHARE and shared_deeds >= _DEEDS
    return telling >= _OTHER_DAY and shared_deeds >= _OTHER_DEEDS and telling / smaller >= _OTHER_SHARE


def compare_times(alignment: Alignment, order: Order, texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Compare the dates and hours that accounts give for one thing.

    Dates are compared only where their clauses speak of the same people, things and deeds. A month and a day of it
    agree, and so do a day and an hour of it; two days, or two hours of one day, do not. Where the later account gives
    the other date, or one account says that it was moved, it is an update.
    """
    facets = collect_dates(alignment.told, texts)
    given: dict[str, list[Moment]] = defaultdict(list)
    for facet in facets:
        given[facet.article].append(facet.value)

    def score(left: Dated, right: Dated, near: float) -> float:
        if one_time(left.value, right.value):
            return max(near, _NEAR) if same_event(left, right) else 0.0
        moved = _MOVED.search(f"{left.told.statement.words} {right.told.statement.words}")
        fits = moved and (same_event(left, right) or near >= _SURELY_ONE)
        return near if fits or _one_thing_at_two_times(left, right, near, given) else 0.0

    groups = join_facets(facets, alignment, score, lambda a, b: one_time(a.value, b.value), _NEAR)
    return tuple(_judge(group, order, texts) for group in groups)


def _one_thing_at_two_times(left: Dated, right: Dated, near: float, given: Mapping[str, Sequence[Moment]]) -> bool:
    """Tell whether two times that cannot be one are given for one thing.

    The statements say one thing and share the words right around the times, both are days (or years, or months), and
    neither account gives the other's time too: what happened on two days is told of both.
    """
    told_too = any(
        one_time(one.value, moment) for one, other in ((left, right), (right, left)) for moment in given[other.article]
    )
    shared = weigh(left.context & right.context)
    return near >= _NEAR and not told_too and _kind(left.value) == _kind(right.value) and shared >= _AROUND


def _kind(moment: Moment) -> str:
    if moment.days[0] or moment.weekday:
        return "day"
    return "month" if moment.month else "year"


def _judge(group: Sequence[Dated], order: Order, texts: Mapping[str, str]) -> Finding:
    ordered = sorted(group, key=lambda one: (order.key(one.article), one.start))
    cells = tuple(one.cell(texts[one.article], one.value.shown) for one in ordered)
    identity = stable_id("times", *(f"{cell.article}:{cell.span.start}" for cell in cells))
    apart = [pair for pair in combinations(ordered, 2) if not one_time(pair[0].value, pair[1].value)]
    if not apart:
        values = ", ".join(sorted({cell.value for cell in cells}))
        return Finding(identity, FindingKind.TIMES, Verdict.AGREE, f"The times fit: {values}.", cells)
    listed = _listed(cells)
    newer = _newer(ordered, order)
    if newer:
        reason = f"{newer} tells that it was moved, or is later. {listed}."
        return Finding(identity, FindingKind.TIMES, Verdict.UPDATE, reason, cells)
    return Finding(identity, FindingKind.TIMES, Verdict.DIFFER, f"The times differ. {listed}.", cells)


def _listed(cells: Sequence[Cell]) -> str:
    shown = list({cell.value: cell for cell in reversed(cells)}.values())[::-1]
    return "; ".join(f"{cell.outlet}: “{cell.words}” ({cell.value})" for cell in shown)


def _newer(ordered: Sequence[Dated], order: Order) -> str:
    """Return the outlet whose time is later news than all others, or that says the thing was moved; else nothing."""
    moved = [one for one in ordered if _MOVED.search(one.told.statement.words)]
    if moved:
        return moved[-1].told.statement.outlet
    last = next((one for one in reversed(ordered) if order.known(one.article)), ordered[-1])
    older = [one for one in ordered if not one_time(one.value, last.value) and order.known(one.article)]
    if older and all(order.after(last.article, one.article) for one in older):
        return last.told.statement.outlet
    return ""
