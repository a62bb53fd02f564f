"""What placing an account tells: dates for its times and its publication, each with the reason in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nutgraf.compare.clues import Clue
from nutgraf.compare.placement import Anchor, Pin, Placing, clue_day
from nutgraf.compare.years import Year
from nutgraf.models.dates import WEEKDAY_NAMES, resolve_recipe
from nutgraf.models.leaning import lean_times
from nutgraf.records.annotation import Account, Time
from nutgraf.records.article import Published, Span, Sure
from nutgraf.records.comparison import ResolvedTime

_UNTOLD = frozenset("unread vague anaphor clock either date year duration set decade century".split())


@dataclass(frozen=True, slots=True)
class Known:
    """An account with its clues, the first and last day of publication that its own page tells, and its weekday."""

    account: Account
    clues: tuple[Clue, ...]
    days: tuple[date, date] | None
    monthday: tuple[int, int] | None
    monthdays: tuple[tuple[int, int], tuple[int, int]] | None
    weekday: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """What placing an account gave: its days, the words for why, and the spans behind them."""

    placing: Placing
    how: str
    evidence: tuple[Span, ...]


def _shown(day: str, year: Year | None) -> str:
    """Return a date as far as it can be told: without the year where no account names one."""
    return day if year is None or year.named else re.sub(r"\d{4}-(?=\d\d-\d\d)", "--", day)


def date_times(one: Known, found: Found | None, year: Year | None) -> list[ResolvedTime]:
    """Date the times of a placed account that its own page leaves open; several days that fit are all told."""
    if found is None:
        return []
    clues = {(clue.span.start, clue.span.end): clue for clue in one.clues}
    resolved = []
    for time in one.account.annotation.times:
        if time.value is not None or time.recipe.split(":")[0] in _UNTOLD:
            continue
        result = _time(one, found, time, clues.get((time.start, time.end)), year)
        if result is not None:
            resolved.append(result)
    leaning = _leaning(one, found, resolved)
    again = {(time.start, time.end) for time in leaning}
    return [*(time for time in resolved if (time.start, time.end) not in again), *leaning]


def _leaning(one: Known, found: Found, resolved: Sequence[ResolvedTime]) -> list[ResolvedTime]:
    """Date the hours and other times that lean on a day which was only now found; quoted words lean on their saying."""
    article, times = one.account.article, one.account.annotation.times
    dated = {(time.start, time.end): time for time in resolved}
    values = {
        number: time.value or (dated[place].value if (place := (time.start, time.end)) in dated else None)
        for number, time in enumerate(times)
    }
    first, last = found.placing.days[0], found.placing.days[-1]
    leaning = []
    for lean in lean_times(
        article.text, one.account.annotation.sentences, times, values, first if first == last else None
    ):
        time, on = times[lean.index], times[lean.on]
        if time.value is not None:
            continue
        evidence = Span(article.id, article.version, on.start, on.end)
        why = dated[on.start, on.end].how if (on.start, on.end) in dated else on.how
        how = f"'{article.text[time.start : time.end]}' is {lean.value}: {why}"
        leaning.append(ResolvedTime(article.id, time.start, time.end, lean.value, how, Sure.LIKELY, (evidence,)))
    return leaning


def _time(one: Known, found: Found, time: Time, clue: Clue | None, year: Year | None) -> ResolvedTime | None:
    article = one.account.article
    printed = article.text[time.start : time.end]
    pin = (
        found.placing.pinned(clue.weekday)
        if clue and clue.weekday is not None and clue.direction not in {"before", "after"}
        else None
    )
    other = pin is not None and clue is not None and pin.side not in {"", clue.direction}
    pin = None if other else pin
    values = sorted(
        {value for day in found.placing.days if (value := _value(time, clue, found.placing.pins, day)) is not None}
    )
    if not values:
        return None
    evidence = _evidence(pin, found, one, time)
    first, last = found.placing.days[0], found.placing.days[-1]
    if len(values) == 1:
        how = _because(printed, values[0], pin, found, time)
        sure = year.sure if year and year.sure is Sure.UNSURE else Sure.LIKELY
        return ResolvedTime(article.id, time.start, time.end, _shown(values[0], year), _hide(how, year), sure, evidence)
    low, high = values[0].split("/")[0][:10], values[-1].split("/")[-1][:10]
    told = " or ".join(values) if len(values) <= 3 else f"between {values[0]} and {values[-1]}"
    how = f"'{printed}' is {told}: the account was published between {first} and {last} ({found.how})"
    value = _shown(f"{low}/{high}", year)
    return ResolvedTime(article.id, time.start, time.end, value, _hide(how, year), Sure.UNSURE, evidence)


def _hide(how: str, year: Year | None) -> str:
    return how if year is None or year.named else f"{_shown(how, year)} (the year stays open)"


def _value(time: Time, clue: Clue | None, pins: Sequence[Pin], day: date) -> str | None:
    if clue is None or clue.weekday is None:
        return resolve_recipe(time.recipe, day).value
    meant = clue_day(clue, pins, day).isoformat()
    clock = re.search(r" clock:(\d\d:\d\d)", time.recipe)
    return f"{meant}T{clock[1]}" if clock else meant


def _because(printed: str, value: str, pin: Pin | None, found: Found, time: Time) -> str:
    if pin is not None:
        return f"'{printed}' is {value[:10]}: {pin.anchor.how}"
    name, *_, direction = time.recipe.split(" ")[0].split(":")
    if name == "weekday" and direction not in {"before", "after"} and found.placing.pins:
        near = found.placing.pins[0]
        return f"'{printed}' is {value[:10]}, in one week with {said(near.weekday)}, {near.day}: {near.anchor.how}"
    first, last = found.placing.days[0], found.placing.days[-1]
    when = f"on {first}" if first == last else f"between {first} and {last}"
    return f"'{printed}' is {value}, counted from publication {when} ({found.how})"


def _evidence(pin: Pin | None, found: Found, one: Known, time: Time) -> tuple[Span, ...]:
    if pin is not None:
        return pin.anchor.evidence
    own = tuple(
        clue.span
        for clue in one.clues
        if clue.weekday is not None and found.placing.pinned(clue.weekday) and clue.span.start != time.start
    )
    return own[:1] + tuple(dict.fromkeys(found.evidence))


def date_publication(one: Known, found: Found, year: Year | None) -> Published:
    """Tell when a placed account was published, and which of its weekdays hold that day from both sides."""
    first, last = found.placing.days[0], found.placing.days[-1]
    value = first.isoformat() if first == last else f"{first}/{last}"
    bounds = _bounds(one, found)
    how = f"{bounds}{found.how}" if bounds else found.how
    sure = Sure.UNSURE if year is not None and year.sure is Sure.UNSURE else Sure.LIKELY
    return Published(_shown(value, year), _hide(how, year), sure)


def _bounds(one: Known, found: Found) -> str:
    """Say which weekdays of the account hold its publication day from both sides."""
    past: list[tuple[date, str]] = []
    coming: list[tuple[date, str]] = []
    for clue in one.clues:
        if clue.weekday is None or clue.direction in {"before", "after"}:
            continue
        days = {clue_day(clue, found.placing.pins, day) for day in found.placing.days}
        if len(days) == 1:
            (past if clue.direction == "last" else coming).append((days.pop(), clue.printed))
    told = []
    if past:
        told.append("not before {1} ({0}), which it tells as past".format(*max(past)))
    ahead = [pair for pair in coming if pair[0] >= found.placing.days[-1]]
    if ahead:
        told.append("not after {1} ({0}), which it tells as still to come".format(*min(ahead)))
    return ", ".join(told) + "; " if told else ""


def said(weekday: int) -> str:
    """Return the words for a weekday of an account."""
    return f"its {WEEKDAY_NAMES[weekday]}"


def date_tied(anchor: Anchor, year: Year) -> ResolvedTime:
    """Date a day of a month by the year that its weekday in the other accounts leaves."""
    value, span = anchor.day.isoformat(), anchor.clue.span
    how = _hide(f"'{anchor.clue.printed}' is {value}: {year.how}", year)
    return ResolvedTime(span.article, span.start, span.end, _shown(value, year), how, year.sure, year.evidence)
