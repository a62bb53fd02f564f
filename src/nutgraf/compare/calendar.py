"""The calendar of a story: dates of undated accounts worked out from what the other accounts print."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nutgraf.compare.clues import Clue, falls_on, read_clues
from nutgraf.compare.placement import Anchor, Pin, Placing, clue_day, find_pins, place_account
from nutgraf.compare.years import Year, find_year, named_years, tie_weekdays
from nutgraf.models.dates import WEEKDAY_NAMES, day_of, read_day, read_days, read_monthday, resolve_recipe
from nutgraf.records.annotation import Account, Time
from nutgraf.records.article import Published, Span, Sure
from nutgraf.records.comparison import Calendar, ResolvedPublished, ResolvedTime

_ROUNDS = 4
"""Accounts placed in one round give anchors to the next; stories need two, seldom three."""

_UNTOLD = frozenset({"vague", "anaphor", "clock", "either", "date", "year", "duration", "set", "decade", "century"})


@dataclass(frozen=True, slots=True)
class _Known:
    """An account with its clues and the first and last day of publication that its own page tells."""

    account: Account
    clues: tuple[Clue, ...]
    days: tuple[date, date] | None
    monthday: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Found:
    """What placing an account gave: its days, the words for why, and the spans behind them."""

    placing: Placing
    how: str
    evidence: tuple[Span, ...]


def resolve_calendar(accounts: Sequence[Account]) -> Calendar:
    """Work out the dates of undated accounts from the other accounts of one story.

    A page that says only "Friday" gets its date when another account prints the day of the month for the same event and
    only one year near those named in the story has that day on a Friday. From there its other weekdays follow, and the
    days between which it must have been published. The outcome does not depend on the order of the accounts.
    """
    known = [_known(account) for account in sorted(accounts, key=lambda one: (one.article.id, one.article.version))]
    clues = [clue for one in known for clue in one.clues]
    dated = sorted(day for one in known if one.days for day in one.days)
    datelines = frozenset(clue.span for one in known for clue in one.clues[:1] if _opens(one.account, clue))
    year = _year(accounts, clues, dated, datelines)
    anchors = _anchors(known, clues, year, dated)
    if not anchors:
        return _told_conflict(clues, year)
    found = _place_all(known, anchors, year)
    times = tuple(time for one in known for time in _times(one, found.get(one.account.article.id), anchors, year))
    published = tuple(
        ResolvedPublished(one.account.article.id, _published(one, found[one.account.article.id], year))
        for one in known
        if one.account.article.id in found and one.days is None
    )
    return Calendar(
        tuple(sorted(times, key=lambda time: (time.article, time.start, time.end))),
        tuple(sorted(published, key=lambda one: one.article)),
    )


def _known(account: Account) -> _Known:
    value = account.article.published.value
    monthday = read_monthday(value)
    clues = read_clues(account)
    if monthday is None and value is None and clues and clues[0].monthday and _opens(account, clues[0]):
        monthday = clues[0].monthday
    return _Known(account, clues, read_days(value), monthday)


_OPENING = re.compile(r"\A(?:[A-Z][\w .,'’/-]{0,40},?\s)?\(?\Z")
_AFTER_OPENING = re.compile(r"\)?\s*(?:\([^)]{2,30}\)\s*)?[-–—]")


def _opens(account: Account, clue: Clue) -> bool:
    """Tell whether a date opens the text as the day in its dateline ("LIMA, Aug 17 (Agency) -")."""
    text = account.article.text
    return bool(_OPENING.match(text[: clue.span.start]) and _AFTER_OPENING.match(text, clue.span.end))


def _year(
    accounts: Sequence[Account], clues: Sequence[Clue], dated: Sequence[date], datelines: frozenset[Span]
) -> Year | None:
    if dated:
        middle = dated[len(dated) // 2]
        return Year(middle.year, (middle.year,), f"another account was published on {middle}", Sure.LIKELY, True)
    newest = max(named_years(accounts)[0], default=0)
    full = sorted(
        (clue for clue in clues if clue.day and clue.day.year >= newest), key=lambda clue: clue.day or date.min
    )
    if full:
        day = full[-1].day
        assert day is not None
        return Year(day.year, (day.year,), f'{full[-1].outlet} prints "{full[-1].printed}"', Sure.LIKELY, True)
    return find_year(accounts, tie_weekdays(clues, datelines))


def _near(month_day: date, dated: Sequence[date]) -> date:
    if not dated:
        return month_day
    middle = dated[len(dated) // 2]
    years = [day_of(middle.year + step, month_day.month, month_day.day) for step in (-1, 0, 1)]
    return min((day for day in years if day), key=lambda day: (abs((day - middle).days), day))


def _anchors(
    known: Sequence[_Known], clues: Sequence[Clue], year: Year | None, dated: Sequence[date]
) -> tuple[Anchor, ...]:
    anchors: list[Anchor] = []
    for clue in clues:
        resolved = read_day(clue.value) if clue.day is None else None
        if resolved is not None:
            how = f'{clue.outlet}, dated, prints "{clue.printed}" for {resolved}'
            anchors.append(Anchor(resolved, clue, how, (clue.span,)))
        elif year is not None and (day := falls_on(clue, year.number)) is not None:
            if clue.day is not None and clue.day.year < year.number:
                continue
            day = day if clue.day else _near(day, dated)
            why = "" if clue.day is not None else f", and {year.how}"
            anchors.append(
                Anchor(day, clue, f'{clue.outlet} prints "{clue.printed}" for the same event{why}', (clue.span,))
            )
    for one in known:
        if one.monthday and year is not None and one.days is None:
            anchors.extend(_dateline_anchors(one, year, dated))
    return tuple(sorted(anchors, key=lambda anchor: (anchor.day, anchor.clue.article, anchor.clue.span.start)))


def _dateline_anchors(one: _Known, year: Year, dated: Sequence[date]) -> list[Anchor]:
    day = _publication(one, year, dated)
    anchors = []
    for clue in one.clues if day else ():
        if clue.weekday is not None and day is not None:
            meant = clue_day(clue, (), day)
            how = f'{clue.outlet}, published on {day}, prints "{clue.printed}" for {meant}; {year.how}'
            anchors.append(Anchor(meant, clue, how, (clue.span, *year.evidence)))
    return anchors


def _publication(one: _Known, year: Year, dated: Sequence[date]) -> date | None:
    day = day_of(year.number, *one.monthday) if one.monthday else None
    return _near(day, dated) if day else None


def _place_all(known: Sequence[_Known], anchors: tuple[Anchor, ...], year: Year | None) -> dict[str, _Found]:
    dated = sorted(day for one in known if one.days for day in one.days)
    found: dict[str, _Found] = {}
    for one in known:
        day = _publication(one, year, dated) if year and one.monthday and one.days is None else None
        if day is not None and year is not None:
            how = f"its page gives the day without a year; {year.how}"
            found[one.account.article.id] = _Found(Placing((day,), find_pins(one.clues, ())), how, year.evidence)
    for _ in range(_ROUNDS):
        fresh = {}
        for one in known:
            if one.account.article.id not in found and (placed := _place(one, anchors)) is not None:
                fresh[one.account.article.id] = placed
        if not fresh:
            break
        found.update(fresh)
        anchors += tuple(anchor for one in known if one.account.article.id in fresh for anchor in _derived(one, fresh))
    return found


def _place(one: _Known, anchors: Sequence[Anchor]) -> _Found | None:
    if one.days is not None and one.days[0] == one.days[1]:
        return None
    others = [
        anchor for anchor in anchors if anchor.clue.article != one.account.article.id or anchor.clue.weekday is None
    ]
    pins = find_pins(one.clues, others)
    if not pins and one.days is None:
        return None
    placing = place_account(one.clues, pins, one.days)
    if placing is None:
        return None
    how = "; ".join(f"{_said(pin.weekday)} is {pin.day}: {pin.anchor.how}" for pin in pins[:1])
    return _Found(placing, how, tuple(span for pin in pins for span in pin.anchor.evidence))


def _said(weekday: int) -> str:
    return f"its {WEEKDAY_NAMES[weekday]}"


def _derived(one: _Known, fresh: Mapping[str, _Found]) -> list[Anchor]:
    found = fresh[one.account.article.id]
    derived = []
    for clue in one.clues:
        if clue.weekday is None or found.placing.pinned(clue.weekday):
            continue
        meant = {clue_day(clue, found.placing.pins, day) for day in found.placing.days}
        if len(meant) == 1:
            day = meant.pop()
            how = f'{clue.outlet} prints "{clue.printed}" for {day} ({found.how})'
            derived.append(Anchor(day, clue, how, (clue.span, *found.evidence)))
    return derived


def _shown(day: str, year: Year | None) -> str:
    """Return a date as far as it can be told: without the year where no account names one."""
    return day if year is None or year.named else re.sub(r"\d{4}-(?=\d\d-\d\d)", "--", day)


def _times(one: _Known, found: _Found | None, anchors: Sequence[Anchor], year: Year | None) -> list[ResolvedTime]:
    if found is None:
        return []
    clues = {(clue.span.start, clue.span.end): clue for clue in one.clues}
    resolved = []
    for time in one.account.annotation.times:
        if time.value is not None or time.recipe.split(":")[0] in _UNTOLD:
            continue
        result = _time(one, found, time, clues.get((time.start, time.end)), year, anchors)
        if result is not None:
            resolved.append(result)
    return resolved


def _time(
    one: _Known, found: _Found, time: Time, clue: Clue | None, year: Year | None, anchors: Sequence[Anchor]
) -> ResolvedTime | None:
    article = one.account.article
    printed = article.text[time.start : time.end]
    pin = (
        found.placing.pinned(clue.weekday)
        if clue and clue.weekday is not None and clue.direction not in {"before", "after"}
        else None
    )
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


def _because(printed: str, value: str, pin: Pin | None, found: _Found, time: Time) -> str:
    if pin is not None:
        return f"'{printed}' is {value[:10]}: {pin.anchor.how}"
    name = time.recipe.split(":")[0]
    if name == "weekday" and found.placing.pins:
        near = found.placing.pins[0]
        return f"'{printed}' is {value[:10]}, in one week with {_said(near.weekday)}, {near.day}: {near.anchor.how}"
    first, last = found.placing.days[0], found.placing.days[-1]
    when = f"on {first}" if first == last else f"between {first} and {last}"
    return f"'{printed}' is {value}, counted from publication {when} ({found.how})"


def _evidence(pin: Pin | None, found: _Found, one: _Known, time: Time) -> tuple[Span, ...]:
    if pin is not None:
        return pin.anchor.evidence
    own = tuple(
        clue.span
        for clue in one.clues
        if clue.weekday is not None and found.placing.pinned(clue.weekday) and clue.span.start != time.start
    )
    return own[:1] + tuple(dict.fromkeys(found.evidence))


def _published(one: _Known, found: _Found, year: Year | None) -> Published:
    first, last = found.placing.days[0], found.placing.days[-1]
    value = first.isoformat() if first == last else f"{first}/{last}"
    bounds = _bounds(one, found)
    how = f"{bounds}{found.how}" if bounds else found.how
    sure = Sure.UNSURE if year is not None and year.sure is Sure.UNSURE else Sure.LIKELY
    return Published(_shown(value, year), _hide(how, year), sure)


def _bounds(one: _Known, found: _Found) -> str:
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
    return ", ".join(told) + ". " if told else ""


def _told_conflict(clues: Sequence[Clue], year: Year | None) -> Calendar:
    """Say of each yearless date that the accounts contradict each other about it, where they do."""
    if year is None or year.named:
        return Calendar((), ())
    times = [
        ResolvedTime(
            clue.article,
            clue.span.start,
            clue.span.end,
            "--{:02}-{:02}".format(*clue.monthday),
            year.how,
            Sure.UNSURE,
            (),
        )
        for clue in clues
        if clue.monthday
    ]
    return Calendar(tuple(sorted(times, key=lambda time: (time.article, time.start))), ())
