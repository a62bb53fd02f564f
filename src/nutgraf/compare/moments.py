"""Moments: what a printed time allows, whether its date is known or only its weekday, month or hour."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from nutgraf.models.dates import WEEKDAYS

_WEEKDAY = re.compile(r"weekday:([A-Z]{3})")
_MONTHDAY = re.compile(r"monthday:(\d\d-\d\d)(?:/(\d\d-\d\d))?")
_MONTH = re.compile(r"(?<![a-z])month:(\d\d)")
_CLOCK = re.compile(r"clock:(\d\d):(\d\d)")
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=[T/]|$)")
_YEARLESS = re.compile(r"--(\d\d-\d\d)(?:/--(\d\d-\d\d))?$")


@dataclass(frozen=True, slots=True)
class Moment:
    """One printed time: `first`/`last` is the known day or interval (ISO 8601, empty where unknown), `days` the days of
    the year it may be ("03-06" to "03-08"), `month` and `weekday` what else is printed, `hour` the hour of the day or
    -1.
    """

    shown: str
    first: str
    last: str
    days: tuple[str, str]
    month: str
    weekday: str
    hour: float

    @property
    def named(self) -> bool:
        """Whether a day, a weekday or a month is known at all."""
        return bool(self.first or self.days[0] or self.month or self.weekday)


def read_moment(value: str, recipe: str) -> Moment:
    """Read a time from the date it resolves to and from its normal form; what neither tells stays empty."""
    first, last = _known(value)
    yearless = _YEARLESS.match(value) or _MONTHDAY.search(recipe)
    days = (yearless.group(1), yearless.group(2) or yearless.group(1)) if yearless else ("", "")
    month = _MONTH.search(recipe)
    weekday = _WEEKDAY.search(recipe)
    clock = re.search(r"T(\d\d):(\d\d)", value) or _CLOCK.search(recipe)
    if first and first == last:
        return Moment(value, first, last, (first[5:], first[5:]), first[5:7], _day_name(first), _hour(clock))
    return Moment(
        value or recipe,
        first,
        last,
        days,
        month.group(1) if month else "",
        weekday.group(1) if weekday else "",
        _hour(clock),
    )


def _known(value: str) -> tuple[str, str]:
    """Return the first and the last day of a date, month, year or interval; every month is given 31 days."""
    parts = [found.groups() for found in map(_ISO.match, value.split("/")) if found]
    if not parts:
        return "", ""
    (year, month, day), (last_year, last_month, last_day) = parts[0], parts[-1]
    return f"{year}-{month or '01'}-{day or '01'}", f"{last_year}-{last_month or '12'}-{last_day or '31'}"


def _day_name(day: str) -> str:
    try:
        return WEEKDAYS[date.fromisoformat(day).weekday()]
    except ValueError:  # a day no calendar has
        return ""


def _hour(clock: re.Match[str] | None) -> float:
    return int(clock.group(1)) + int(clock.group(2)) / 60 if clock else -1.0


def same_day(left: Moment, right: Moment) -> bool:
    """Tell whether two times can be of one day: nothing known of both contradicts it; a month holds its days."""
    if left.first and right.first:
        return left.first <= right.last and right.first <= left.last
    if left.days[0] and right.days[0]:
        return left.days[0] <= right.days[1] and right.days[0] <= left.days[1]
    months = {moment.month or moment.days[0][:2] for moment in (left, right)} - {""}
    if len(months) == 2 and left.days[0][:2] == left.days[1][:2] and right.days[0][:2] == right.days[1][:2]:
        return False
    return not (left.weekday and right.weekday) or left.weekday == right.weekday


def one_time(left: Moment, right: Moment) -> bool:
    """Tell whether two times can be one: of one day, and of one hour where both name one."""
    if not same_day(left, right):
        return False
    return left.hour < 0 or right.hour < 0 or abs(left.hour - right.hour) < 0.01


def hours_apart(left: Moment, right: Moment) -> float:
    """Return how far two hours of one day lie apart, 0 where either is not named."""
    if left.hour < 0 or right.hour < 0 or not same_day(left, right):
        return 0.0
    return abs(left.hour - right.hour)
