"""The grammar of time expressions: which words tell a time, and what they mean in normal form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from nutgraf.annotate.dates import (
    MONTHS,
    find_dates,
    find_months,
    find_named,
    find_numeric,
    find_weekdays,
    find_years,
)
from nutgraf.annotate.durations import find_durations
from nutgraf.annotate.moments import Expression, find_clocks, find_relatives
from nutgraf.annotate.references import DECADE_WORDS, find_leaning, find_recurring, find_vague
from nutgraf.annotate.stretches import find_days, find_halves, find_quarters
from nutgraf.models.dates import WEEKDAY_NAMES
from nutgraf.records.annotation import TimeKind

Finder = Callable[[str], Iterator[Expression]]

_JOIN = re.compile(r",?\s(?:on\s|at\s|around\s|about\s|of\s)?(?:the\s)?\Z")
_WORD = re.compile(r"[A-Za-z]+")
_DIGIT = re.compile(r"\d")


def _words(listed: str) -> frozenset[str]:
    """Return words in lower case, with a capital, and in capitals."""
    return frozenset(form for word in listed.split() for form in (word, word.capitalize(), word.upper()))


_MONTH_WORDS = frozenset(MONTHS)
_SEASONS = _words("spring summer autumn winter fall")
_LENGTHS = _words(
    "second seconds minute minutes min mins hour hours hr hrs day days night nights week weeks weekend weekends "
    "fortnight fortnights month months quarter quarters year years decade decades century centuries generation "
    "generations"
)
_PARTS = _words("morning mornings afternoon evening evenings night overnight")
_FINDERS: tuple[tuple[Finder, frozenset[str], bool], ...] = (
    (find_dates, _MONTH_WORDS, False),
    (find_numeric, frozenset(), True),
    (find_months, _MONTH_WORDS, False),
    (find_years, _words("century"), True),
    (find_weekdays, frozenset(f"{day}{end}" for day in WEEKDAY_NAMES for end in ("", "s")), False),
    (find_named, frozenset({"Day", "Eve", "Halloween"}) | _SEASONS, True),
    (find_halves, frozenset({"half", "months"}), False),
    (find_days, frozenset({"st", "nd", "rd", "th", "year"}), False),
    (find_quarters, frozenset({"quarter", "Q"}), False),
    (find_clocks, _words("noon midnight midday clock half quarter"), True),
    (find_relatives, _LENGTHS | _SEASONS | _PARTS | _words("today yesterday tomorrow tonight"), False),
    (
        find_durations,
        _LENGTHS
        | _words("daily weekly monthly yearly annually fortnightly nightly hourly weekdays morning evening")
        | _words("hourlong daylong weeklong monthlong yearlong decadelong"),
        False,
    ),
    (
        find_vague,
        _words("now currently presently nowadays days moment time present current recently lately previously formerly")
        | _words("recent past soon future generation generations"),
        False,
    ),
    (
        find_recurring,
        _SEASONS | _words("annual quarterly biannual biennial christmas weekend " + " ".join(DECADE_WORDS)),
        False,
    ),
    (find_leaning, _PARTS | _words("day week weekend month year quarter season"), False),
)
"""Each finder with words of which it needs one, and whether a digit does instead: most sentences tell no time."""


@lru_cache(maxsize=4096)
def find_expressions(text: str) -> tuple[Expression, ...]:
    """Return the time expressions of a text, longest first where two overlap, sorted by place, none overlapping.

    A `?` in a recipe stands for the direction, which the tense around the expression tells. Figures and times of a
    sentence ask for the same ones, so that the last answers are kept.
    """
    words, digit = frozenset(_WORD.findall(text)), _DIGIT.search(text) is not None
    found = [
        expression
        for finder, needed, counts in _FINDERS
        if (counts and digit) or not words.isdisjoint(needed)
        for expression in finder(text)
    ]
    if not found:
        return ()
    found.sort(key=lambda one: (one.start, -one.end, one.recipe))
    kept: list[Expression] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
            continue
        kept.append(one)
    return tuple(_in_series(text, _shared_year(text, _joined(text, kept))))


def _joined(text: str, expressions: list[Expression]) -> list[Expression]:
    """Make one expression of a day and the hour beside it ("11 a.m. Friday", "Friday at 11 a.m.")."""
    joined: list[Expression] = []
    for one in expressions:
        before = joined[-1] if joined else None
        if before and one.start - before.end <= 8 and _JOIN.match(text[before.end : one.start]):
            clock, day = (before, one) if before.recipe.startswith("clock:") else (one, before)
            if clock.recipe.startswith("clock:") and _tells_day(day.recipe):
                joined[-1] = Expression(before.start, one.end, TimeKind.CLOCK, f"{day.recipe} {clock.recipe}")
                continue
            if day.recipe.startswith("weekday:") and one.recipe.startswith(("monthday:", "date:")) and day is before:
                joined[-1] = replace(one, start=before.start, recipe=f"{one.recipe} on:{day.recipe.split(':')[1]}")
                continue
            if (
                before.recipe.startswith("offset:day:")
                and one.recipe.startswith("weekday:")
                and " on:" not in before.recipe
            ):
                joined[-1] = replace(before, end=one.end, recipe=f"{before.recipe} on:{one.recipe.split(':')[1]}")
                continue
        joined.append(one)
    return joined


_THROUGH = re.compile(r"\s?(?:to|and|or|through|until|till|-|–|—)\s?\Z")


def _shared_year(text: str, expressions: list[Expression]) -> list[Expression]:
    """Give a month or day the year printed after the one it runs to ("from March to May 2015")."""
    for index in range(len(expressions) - 2, -1, -1):
        one, after = expressions[index], expressions[index + 1]
        name, *arguments = one.recipe.split(":")
        dated = _DATED.match(after.recipe)
        if name not in {"month", "monthday"} or not dated or one.recipe[-1] != "?" or "/" in arguments[0]:
            continue
        if (name == "monthday" and not dated["day"]) or not _THROUGH.match(text[one.end : after.start]):
            continue
        year = int(dated["year"]) - (arguments[0][:2] > dated["month"])
        expressions[index] = replace(one, recipe=f"date:{year}-{arguments[0]}")
    return expressions


_SERIES = re.compile(r",?\s(?:and|or)\s(?:on\s)?\Z|,\s\Z")


def _in_series(text: str, expressions: list[Expression]) -> list[Expression]:
    """Read weekdays in a row alike: "every Monday and Friday" repeats both."""
    for index in range(1, len(expressions)):
        before, one = expressions[index - 1], expressions[index]
        weekly = before.recipe.startswith("set:P1W on:") and one.recipe.startswith("weekday:")
        if weekly and _SERIES.match(text[before.end : one.start]):
            recipe = f"set:P1W on:{one.recipe.split(':')[1]}"
            expressions[index] = replace(one, kind=TimeKind.SET, recipe=recipe)
    return expressions


_DATED = re.compile(r"date:(?P<year>\d{4})-(?P<month>\d\d)(?P<day>-\d\d)?")


def _tells_day(recipe: str) -> bool:
    name, unit = [*recipe.split(":"), ""][:2]
    if "clock:" in recipe or "/" in recipe:
        return False
    return (
        name in {"weekday", "monthday"} or (name == "date" and len(unit) >= 10) or (name == "offset" and unit == "day")
    )
