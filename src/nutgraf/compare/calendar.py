"""The calendar of a story: dates of undated accounts worked out from what the other accounts print."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from nutgraf.compare.clues import Clue, falls_on, read_clues
from nutgraf.compare.dating import Found, Known, date_publication, date_tied, date_times, said
from nutgraf.compare.placement import Anchor, Placing, clue_day, find_pins, place_account
from nutgraf.compare.years import Year, find_year, named_years, tie_weekdays
from nutgraf.models.dates import WEEKDAYS, day_of, read_day, read_days, read_monthday, read_monthdays
from nutgraf.records.annotation import Account
from nutgraf.records.article import Span, Sure
from nutgraf.records.comparison import Calendar, ResolvedPublished, ResolvedTime

_ROUNDS = 4
"""Accounts placed in one round give anchors to the next; stories need two, seldom three."""


def resolve_calendar(accounts: Sequence[Account], neighbours: Sequence[Account] = ()) -> Calendar:
    """Work out the dates of undated accounts from the other accounts of one story.

    A page that says only "Friday" gets its date when another account prints the day of the month for the same event and
    only one year near those named in the story has that day on a Friday. From there its other weekdays follow, and the
    days between which it must have been published. The outcome does not depend on the order of the accounts.
    `neighbours` are accounts of other stories, of which some stand on the same pages: one page was fetched at one time,
    so where no account here tells a year, theirs holds.
    """
    known = [_known(account) for account in sorted(accounts, key=lambda one: (one.article.id, one.article.version))]
    clues = [clue for one in known for clue in one.clues]
    dated = sorted(day for one in known if one.days for day in one.days)
    datelines = frozenset(clue.span for one in known for clue in one.clues[:1] if _opens(one.account, clue))
    year = _year(accounts, clues, dated, datelines)
    if neighbours and any(one.monthday or one.monthdays for one in known) and (year is None or not year.named):
        year, dated = _beside(accounts, neighbours, year, dated)
    anchors = _anchors(known, clues, year, dated)
    if year is not None and year.conflict:
        return _told_conflict(clues, year)
    found = _place_all(known, anchors, year, dated)
    times = tuple(time for one in known for time in date_times(one, found.get(one.account.article.id), year))
    times += _tied_days([one for one in known if one.account.article.id not in found], anchors, year)
    published = tuple(
        ResolvedPublished(one.account.article.id, date_publication(one, found[one.account.article.id], year))
        for one in known
        if one.account.article.id in found and one.days is None
    )
    return Calendar(
        tuple(sorted(times, key=lambda time: (time.article, time.start, time.end))),
        tuple(sorted(published, key=lambda one: one.article)),
    )


def _known(account: Account) -> Known:
    value = account.article.published.value
    monthday = read_monthday(value)
    clues = read_clues(account)
    if monthday is None and value is None and clues and clues[0].monthday and _opens(account, clues[0]):
        monthday = clues[0].monthday
    return Known(account, clues, read_days(value), monthday, read_monthdays(value), _own_weekday(account))


_TODAY = re.compile(r"offset:day:(-?\d+)\b.* on:([A-Z]{3})")


def _own_weekday(account: Account) -> int | None:
    """Return the weekday of publication where an account prints one beside "today" or "yesterday"."""
    for time in account.annotation.times:
        found = _TODAY.match(time.recipe)
        if found:
            return (WEEKDAYS.index(found[2]) - int(found[1])) % 7
    return None


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


def _beside(
    accounts: Sequence[Account], neighbours: Sequence[Account], year: Year | None, dated: list[date]
) -> tuple[Year | None, list[date]]:
    """Return the year of the articles that stand on the same pages, and their last day; else what was known before."""
    pages = {account.article.page for account in accounts}
    resolved = {one.article: one.published.value for one in resolve_calendar(neighbours).published}
    days = []
    for account in neighbours:
        told = read_days(account.article.published.value) or read_days(resolved.get(account.article.id))
        if told is not None and account.article.page in pages:
            days.append(told[1])
    if not days:
        return year, dated
    how = f"the same page carries an article published on {max(days)}"
    return Year(max(days).year, (max(days).year,), how, Sure.LIKELY, True), [max(days)]


def _near(month_day: date, dated: Sequence[date]) -> date:
    if not dated:
        return month_day
    middle = dated[len(dated) // 2]
    years = [day_of(middle.year + step, month_day.month, month_day.day) for step in (-1, 0, 1)]
    return min((day for day in years if day), key=lambda day: (abs((day - middle).days), day))


def _anchors(
    known: Sequence[Known], clues: Sequence[Clue], year: Year | None, dated: Sequence[date]
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


def _dateline_anchors(one: Known, year: Year, dated: Sequence[date]) -> list[Anchor]:
    day = _publication(one, year, dated)
    anchors = []
    for clue in one.clues if day else ():
        if clue.weekday is not None and day is not None:
            meant = clue_day(clue, (), day)
            how = f'{clue.outlet}, published on {day}, prints "{clue.printed}" for {meant}; {year.how}'
            anchors.append(Anchor(meant, clue, how, (clue.span, *year.evidence)))
    return anchors


def _publication(one: Known, year: Year, dated: Sequence[date]) -> date | None:
    day = day_of(year.number, *one.monthday) if one.monthday else None
    return _near(day, dated) if day else None


def _place_all(
    known: Sequence[Known], anchors: tuple[Anchor, ...], year: Year | None, dated: Sequence[date]
) -> dict[str, Found]:
    found: dict[str, Found] = {}
    for one in known:
        day = _publication(one, year, dated) if year and one.monthday and one.days is None else None
        if day is not None and year is not None:
            how = "; ".join(part for part in (one.account.article.published.how, year.how) if part)
            found[one.account.article.id] = Found(Placing((day,), find_pins(one.clues, ())), how, year.evidence)
    bounds = {one.account.article.id: days for one in known if (days := _page_days(one, year, dated)) is not None}
    for _ in range(_ROUNDS):
        fresh = {}
        for one in known:
            if (
                one.account.article.id not in found
                and (placed := _place(one, anchors, bounds.get(one.account.article.id))) is not None
            ):
                fresh[one.account.article.id] = placed
        if not fresh:
            break
        found.update(fresh)
        anchors += tuple(anchor for one in known if one.account.article.id in fresh for anchor in _derived(one, fresh))
    return found


def _page_days(one: Known, year: Year | None, dated: Sequence[date]) -> tuple[date, date] | None:
    """Return the days between which an account's own page puts its publication, the year completed."""
    if one.days is not None or one.monthdays is None or year is None:
        return one.days
    low, high = (day_of(year.number, *monthday) for monthday in one.monthdays)
    if low is None or high is None:
        return None
    low, high = _near(low, dated), _near(high, dated)
    return (low, high) if low <= high else None


def _place(one: Known, anchors: Sequence[Anchor], bounds: tuple[date, date] | None) -> Found | None:
    if one.days is not None and one.days[0] == one.days[1]:
        return None
    others = [
        anchor for anchor in anchors if anchor.clue.article != one.account.article.id or anchor.clue.weekday is None
    ]
    pins = find_pins(one.clues, others)
    if not pins and bounds is None:
        return None
    placing = place_account(one.clues, pins, bounds, one.weekday)
    if placing is None:
        return None
    how = "; ".join(f"{said(pin.weekday)} is {pin.day}: {pin.anchor.how}" for pin in pins[:1])
    if bounds is not None:
        how = "; ".join(part for part in (one.account.article.published.how, how) if part)
    return Found(placing, how, tuple(span for pin in pins for span in pin.anchor.evidence))


def _derived(one: Known, fresh: Mapping[str, Found]) -> list[Anchor]:
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


def _tied_days(unplaced: Sequence[Known], anchors: Sequence[Anchor], year: Year | None) -> tuple[ResolvedTime, ...]:
    """Date the days of a month that fixed the year, in accounts whose publication stays open."""
    articles = {one.account.article.id for one in unplaced if one.days is None}
    return tuple(
        date_tied(anchor, year)
        for anchor in anchors
        if year is not None
        and anchor.clue.monthday is not None
        and anchor.clue.article in articles
        and anchor.clue.span in year.evidence
    )


def _told_conflict(clues: Sequence[Clue], year: Year) -> Calendar:
    """Say of each yearless date that the accounts contradict each other about it, where they do."""
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
