"""Recipes for dates: what a time expression means on the day it was printed.

A recipe is one token, or several parted by a space of which the first tells the day:

    date:2025-08-15   date:2023-03   year:2022   decade:1990   century:19   season:summer:2023
    weekday:FRI:D     monthday:08-15:D   monthday:08-12/08-14:D   month:08:D   season:summer:D
    offset:U:N        U is day, week, weekend, month, quarter, year, decade; N counts from the day of publication
    ago:U:N           the same, given as a distance ("three years ago"), exact to the unit
    span:P3Y:past     the three years before publication; `:next` the three years after it
    vague:past        no date can be told ("in recent months", "recently"); also vague:next, vague:present ("now")
    anaphor:U:N       counts from another time in the text ("the next day"); `of:event` after it: from an event
    anaphor:weekday:THU   the Thursday that the text named before ("that Thursday")
    months:01/06:2005 a part of a year, its year told as that of a quarter
    day:22:D          a day of a month that is not printed ("on the 22nd")
    quarter:4:2005    a quarter of a year; instead of the year D, or an offset ("this year" is 0)
    duration:P3Y      a length, `X` where no number tells it; set:P1W a repetition, `on:MON` or `part:weekend` after it
    clock:11:00       a time of day; a zone may follow ("clock:06:45:Eastern Time")
    unread            a time without a date: years before Christ, and what the tagger marks and no rule can read

D is the direction: `last` (on or before publication, from a past tense), `next` (on or after it, from a future tense),
`near` (no tense tells), and where the words themselves say so `before` ("last Friday"), `after` ("next Friday") and
`this` ("this Friday"). Later tokens narrow the first: `clock:…`, `part:morning`, `edge:early` (`edge:end` of a month
is its last day), `on:FRI` for a weekday printed beside a date or "today", `side:next` for the tense of a lone hour.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from nutgraf.records.article import Sure

WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = tuple(calendar.month_name[1:])
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_FULL = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?\Z")
_TRUNCATED = re.compile(r"--(\d\d)-(\d\d)\Z")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a recipe means on a day: an ISO value or none, why in words, and how sure."""

    value: str | None
    how: str
    sure: Sure


def read_day(value: str | None) -> date | None:
    """Return the day of an ISO date or time, `None` for everything else."""
    found = _FULL.match(value or "")
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def read_days(value: str | None) -> tuple[date, date] | None:
    """Return first and last day of an ISO date, time or interval of days, `None` for everything else."""
    first, _, last = (value or "").partition("/")
    low, high = read_day(first), read_day(last or first)
    return None if low is None or high is None or low > high else (low, high)


def read_monthday(value: str | None) -> tuple[int, int] | None:
    """Return month and day of a date without a year (`--08-17`), `None` for everything else."""
    found = _TRUNCATED.match(value or "")
    return None if found is None else (int(found[1]), int(found[2]))


def read_monthdays(value: str | None) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return first and last month and day of an interval without a year (`--08-14/--08-15`), else `None`."""
    first, _, last = (value or "").partition("/")
    low, high = read_monthday(first), read_monthday(last)
    return None if low is None or high is None else (low, high)


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the date, or `None` where the year has no such day (29 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


_LAST = 3
"""Nearer than this, "last Thursday" is the one of the week before: the nearer one is "Thursday" or "yesterday"."""


def weekday_date(weekday: int, direction: str, day: date) -> date:
    """Return the day of that weekday (Monday is 0) which a text printed on `day` means."""
    back, ahead = (day.weekday() - weekday) % 7, (weekday - day.weekday()) % 7
    if direction == "last":
        return day - timedelta(back)
    if direction == "before":
        return day - timedelta(back if back >= _LAST else back + 7)
    if direction in {"next", "this"}:
        return day + timedelta(ahead)
    if direction == "after":
        return day + timedelta(ahead or 7)
    return day + timedelta(ahead) if ahead <= 3 else day - timedelta(back)


def _weekday(arguments: list[str], day: date) -> Reading:
    weekday, direction = WEEKDAYS.index(arguments[0]), arguments[1]
    value = weekday_date(weekday, direction, day)
    name = WEEKDAY_NAMES[weekday]
    if value == day:
        return Reading(value.isoformat(), f"the day of publication, {day}, a {name}", Sure.LIKELY)
    side = "before" if value < day else "after"
    if direction == "after" and (value - day).days < 4:
        later = value + timedelta(7)
        return Reading(
            value.isoformat(), f"the {name} after publication on {day}, or the one after it, {later}", Sure.UNSURE
        )
    how = f"the {name} {side} publication on {day}"
    if direction == "near":
        return Reading(value.isoformat(), f"the {name} nearest to publication on {day}; no tense tells", Sure.LIKELY)
    return Reading(value.isoformat(), how, Sure.SURE)


_FAR = 300
"""A day without a year that its tense puts farther away than this lies on the other side: else its year is printed."""


def nearest_year(month: int, day: int, direction: str, published: date) -> date | None:
    """Return the month and day in the year that a text printed on `published` means."""
    years = range(published.year - 8, published.year + 9)
    dates = [found for year in years if (found := day_of(year, month, day)) is not None]
    if direction in {"last", "before"}:
        sided = [found for found in dates if found <= published]
    elif direction in {"next", "after"}:
        sided = [found for found in dates if found >= published]
    else:
        sided = dates
    if not sided:
        return None
    found, nearest = (min(some, key=lambda one: (abs((one - published).days), one)) for some in (sided, dates))
    unclear = direction in {"last", "next"} and abs((found - published).days) > _FAR and (month, day) != (2, 29)
    return nearest if unclear else found


def _monthday(arguments: list[str], day: date) -> Reading:
    first, _, last = arguments[0].partition("/")
    month, number = (int(piece) for piece in first.split("-"))
    start = nearest_year(month, number, arguments[1], day)
    if start is None:
        return Reading(None, "no year has this day", Sure.UNSURE)
    how = f"year completed from publication on {day}"
    against = (arguments[1] == "last" and start > day) or (arguments[1] == "next" and start < day)
    if against:
        how = f"the nearest to publication on {day}: by the tense it would be most of a year away"
    if not last:
        return Reading(start.isoformat(), how, Sure.LIKELY if against or arguments[1] == "near" else Sure.SURE)
    end_month, end_number = (int(piece) for piece in last.split("-"))
    end = day_of(start.year + (end_month < month), end_month, end_number)
    value = f"{start}/{end}" if end is not None else start.isoformat()
    return Reading(value, how, Sure.LIKELY)


def _month(arguments: list[str], day: date) -> Reading:
    month, direction = int(arguments[0]), arguments[1]
    distance = (day.month - month) % 12
    back, ahead = day.year * 12 + day.month - 1 - distance, day.year * 12 + day.month - 1 + (-distance) % 12
    if direction in {"before", "after"} and distance == 0:
        back, ahead = back - 12, ahead + 12
    near = ahead if (-distance) % 12 < distance else back
    index = {"last": back, "before": back, "next": ahead, "after": ahead, "this": near}.get(direction, near)
    value = f"{index // 12:04}-{index % 12 + 1:02}"
    sure = Sure.LIKELY if direction == "near" else Sure.SURE
    return Reading(value, f"year completed from publication on {day}", sure)


def _season_interval(name: str, year: int) -> str:
    first, last = _SEASONS[name]
    end_year = year + (last < first)
    return f"{year:04}-{first:02}/{end_year:04}-{last:02}"


def _season(arguments: list[str], day: date) -> Reading:
    name, direction = arguments[0], arguments[1]
    if direction.isdigit():
        return Reading(_season_interval(name, int(direction)), "as printed, by northern months", Sure.LIKELY)
    year = day.year - (name == "winter" and day.month <= 2)
    year += {"before": -1, "after": 1}.get(direction, 0)
    first, last = _SEASONS[name]
    if direction == "last" and first > day.month and year == day.year:
        year -= 1
    elif direction == "next" and first <= last < day.month:
        year += 1
    return Reading(_season_interval(name, year), f"counted from publication on {day}, by northern months", Sure.LIKELY)


def _shift_month(day: date, months: int) -> tuple[int, int]:
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def _shifted(unit: str, number: int, day: date) -> str | None:
    monday = day - timedelta(day.weekday()) + timedelta(7 * number)
    if unit == "day":
        return (day + timedelta(number)).isoformat()
    if unit == "week":
        return f"{monday}/{monday + timedelta(6)}"
    if unit == "weekend":
        return f"{monday + timedelta(5)}/{monday + timedelta(6)}"
    if unit == "month":
        return "{:04}-{:02}".format(*_shift_month(day, number))
    if unit == "quarter":
        year, month = _shift_month(day.replace(day=1, month=(day.month - 1) // 3 * 3 + 1), 3 * number)
        return f"{year:04}-{month:02}/{year:04}-{month + 2:02}"
    if unit == "decade":
        first = (day.year // 10 + number) * 10
        return f"{first:04}/{first + 9:04}"
    return f"{day.year + number:04}" if unit == "year" and 0 < day.year + number < 9999 else None


def _offset(arguments: list[str], day: date) -> Reading:
    unit, number = arguments[0], int(arguments[1])
    return Reading(_shifted(unit, number, day), f"counted from publication on {day}", Sure.SURE)


def _ago(arguments: list[str], day: date) -> Reading:
    unit, number = arguments[0], int(arguments[1])
    if unit == "week":
        value: str | None = (day + timedelta(7 * number)).isoformat()
    elif unit == "decade":
        value = _shifted("year", 10 * number, day)
    else:
        value = _shifted(unit, number, day)
    return Reading(value, f"counted from publication on {day}", Sure.SURE if unit == "day" else Sure.LIKELY)


def _quarter(arguments: list[str], day: date) -> Reading:
    number = int(arguments[0])
    year = _year_meant(arguments[1], (number - 1) / 4, (day.month - 1) // 3 / 4, day)
    value = f"{year:04}-{3 * number - 2:02}/{year:04}-{3 * number:02}"
    return Reading(value, f"calendar quarter, counted from publication on {day}", Sure.LIKELY)


def _year_meant(which: str, stretch: float, now: float, day: date) -> int:
    """Return the year of a stretch: printed, counted from this one, or the one its tense leaves (shares of a year)."""
    if which.isdigit() and len(which) == 4:
        return int(which)
    if which.lstrip("-").isdigit():
        return day.year + int(which)
    if which == "next":
        return day.year + (stretch < now)
    return day.year - (stretch > now)


def _months(arguments: list[str], day: date) -> Reading:
    first, last = (int(piece) for piece in arguments[0].split("/"))
    year = _year_meant(arguments[1], (first - 1) / 12, (day.month - 1) / 12, day)
    value = f"{year:04}-{first:02}" + (f"/{year:04}-{last:02}" if last > first else "")
    return Reading(value, f"counted from publication on {day}", Sure.LIKELY)


def _day(arguments: list[str], day: date) -> Reading:
    number, direction = int(arguments[0]), arguments[1]
    months = [_shift_month(day, step) for step in (-2, -1, 0, 1, 2)]
    days = [found for year, month in months if (found := day_of(year, month, number))]
    if direction in {"last", "before"}:
        days = [found for found in days if found <= day]
    elif direction in {"next", "after"}:
        days = [found for found in days if found >= day]
    found = min(days, key=lambda one: (abs((one - day).days), one))
    return Reading(found.isoformat(), f"month completed from publication on {day}", Sure.LIKELY)


_LENGTH = re.compile(r"P(\d+)([DWMY])\Z")


def _span(arguments: list[str], day: date) -> Reading:
    found = _LENGTH.match(arguments[0])
    if found is None:
        return Reading(None, "a stretch without a length", Sure.UNSURE)
    number = int(found[1]) * (-1 if arguments[1] == "past" else 1)
    if found[2] in "DW":
        other = day + timedelta(number * (7 if found[2] == "W" else 1))
    else:
        year, month = _shift_month(day, number * (12 if found[2] == "Y" else 1))
        other = date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    first, last = sorted((day, other))
    return Reading(f"{first}/{last}", f"counted from publication on {day}", Sure.LIKELY)


_RESOLVERS: dict[str, Callable[[list[str], date], Reading]] = {
    "weekday": _weekday,
    "monthday": _monthday,
    "month": _month,
    "season": _season,
    "offset": _offset,
    "ago": _ago,
    "quarter": _quarter,
    "months": _months,
    "day": _day,
    "span": _span,
}
_UNTOLD = {
    "unread": "no rule reads a date in these words",
    "vague": "the words give no dates",
    "anaphor": "counts from another time in the text",
    "clock": "the day is not printed beside the hour",
}


def fixed_reading(recipe: str) -> Reading | None:
    """Return what a recipe means on any day, or `None` where it depends on the day it was printed."""
    name, *arguments = recipe.split(" ", 1)[0].split(":")
    if name in {"date", "year"}:
        value = _last_day(recipe, ":".join(arguments[:1]))
        return Reading(value + _clock_suffix(recipe, value), "as printed", Sure.SURE)
    if name in {"duration", "set"}:
        return Reading(arguments[0], "a length of time" if name == "duration" else "a repetition", Sure.SURE)
    if name == "decade":
        return Reading(f"{arguments[0]}/{int(arguments[0]) + 9}", "as printed", Sure.SURE)
    if name == "century":
        number = int(arguments[0])
        return Reading(f"{number * 100 - 99:04}/{number * 100:04}", "as printed", Sure.SURE)
    if name in {"quarter", "months"} and len(arguments[1]) == 4 and arguments[1].isdigit():
        return Reading(_RESOLVERS[name](arguments, date(2000, 1, 1)).value, "as printed, by the calendar", Sure.LIKELY)
    if name == "season" and arguments[1].isdigit():
        return _season(arguments, date(2000, 1, 1))
    return Reading(None, _UNTOLD[name], Sure.UNSURE) if name in _UNTOLD else None


def _clock_suffix(recipe: str, value: str) -> str:
    found = re.search(r" clock:(\d\d:\d\d)(?::(UTC|GMT)\b(?![+-]))?", recipe)
    return f"T{found[1]}{'Z' if found[2] else ''}" if found and _FULL.match(value) else ""


def resolve_recipe(recipe: str, day: date) -> Reading:
    """Return what a recipe means in a text published on `day`."""
    fixed = fixed_reading(recipe)
    if fixed is not None:
        return fixed
    name, *arguments = recipe.split(" ", 1)[0].split(":")
    try:
        reading = _RESOLVERS[name](arguments, day)
    except (OverflowError, ValueError):
        return Reading(None, "outside the calendar", Sure.UNSURE)
    if reading.value is None:
        return reading
    on = re.search(r" on:([A-Z]{3})", recipe)
    resolved = read_day(reading.value)
    if on and resolved and WEEKDAYS[resolved.weekday()] != on[1]:
        return _fit_weekday(recipe, on[1], day)
    value = _last_day(recipe, reading.value)
    return Reading(value + _clock_suffix(recipe, value), reading.how, reading.sure)


_MONTH_VALUE = re.compile(r"(\d{4})-(\d\d)\Z")


def _last_day(recipe: str, value: str) -> str:
    """Return the last day of a month whose end is meant ("at the end of December"), else the value as it is."""
    found = _MONTH_VALUE.match(value) if " edge:end" in recipe else None
    return f"{value}-{calendar.monthrange(int(found[1]), int(found[2]))[1]:02}" if found else value


def _fit_weekday(recipe: str, weekday: str, day: date) -> Reading:
    if not recipe.startswith("monthday:"):
        return Reading(None, f"not a {weekday.title()}, counted from publication on {day}", Sure.UNSURE)
    month, number = (int(piece) for piece in recipe.split(":")[1].split("/")[0].split("-"))
    fits = [
        found
        for year in (day.year - 1, day.year, day.year + 1)
        if (found := day_of(year, month, number)) and WEEKDAYS[found.weekday()] == weekday
    ]
    if len(fits) == 1:
        how = f"the only year near publication on {day} in which this day is a {WEEKDAY_NAMES[fits[0].weekday()]}"
        return Reading(fits[0].isoformat() + _clock_suffix(recipe, fits[0].isoformat()), how, Sure.LIKELY)
    return Reading(None, "weekday and date do not fit in any year near publication", Sure.UNSURE)
