"""The grammar of time expressions: which words tell a time, and what they mean in normal form."""

from __future__ import annotations

import re
from dataclasses import replace

from nutgraf.annotate.dates import (
    find_dates,
    find_months,
    find_named,
    find_numeric,
    find_weekdays,
    find_years,
)
from nutgraf.annotate.durations import find_durations
from nutgraf.annotate.moments import Expression, find_clocks, find_relatives
from nutgraf.annotate.stretches import find_days, find_halves, find_quarters
from nutgraf.records.annotation import TimeKind

_JOIN = re.compile(r",?\s(?:on\s|at\s|around\s|about\s|of\s)?(?:the\s)?\Z")
_DIGIT = re.compile(r"\d")
_MONTH_NAME = re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
_CLOCK_WORD = re.compile(r"\d|[Nn]oon|[Mm]id|o['’]clock|half|quarter")
_YEAR_WORD = re.compile(r"\d\d|entur")
_UNIT_WORD = re.compile(
    r"(?i:tomorrow|second|minute|hour|day|night|week|month|year|decade|centur|quarter|morning|evening"
    r"|afternoon|spring|summer|autumn"
    r"|winter|fall|generation|annual|min|hr)"
)
_LENGTH_WORD = re.compile(
    r"(?i:(?<!fri)(?<!mon)(?<!tues)(?<!wednes)(?<!thurs)(?<!satur)(?<!sun)day|daily"
    r"|second|minute|hour|night|week|month|year|decade|centur|generation|annual|\bmins?\b|\bhrs?\b)"
)
_FINDERS = (
    (find_dates, _MONTH_NAME),
    (find_numeric, _DIGIT),
    (find_months, _MONTH_NAME),
    (find_years, _YEAR_WORD),
    (find_weekdays, re.compile("day")),
    (find_named, re.compile(r"\d|Day|Eve|Halloween")),
    (find_halves, re.compile(r"half|months")),
    (find_days, re.compile(r"\d(?:st|nd|rd|th)\b|year")),
    (find_quarters, re.compile(r"quarter|Q[1-4]")),
    (find_clocks, _CLOCK_WORD),
    (find_relatives, _UNIT_WORD),
    (find_durations, _LENGTH_WORD),
)
"""Each finder with words without which it can find nothing: most sentences tell no time, so this doubles the speed."""


def find_expressions(text: str) -> list[Expression]:
    """Return the time expressions of a text, longest first where two overlap, sorted by place, none overlapping.

    A `?` in a recipe stands for the direction, which the tense around the expression tells.
    """
    found = [expression for finder, trigger in _FINDERS if trigger.search(text) for expression in finder(text)]
    found.sort(key=lambda one: (one.start, -one.end, one.recipe))
    kept: list[Expression] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
            continue
        kept.append(one)
    return _joined(text, kept)


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


def _tells_day(recipe: str) -> bool:
    name, unit = [*recipe.split(":"), ""][:2]
    if "clock:" in recipe or "/" in recipe:
        return False
    return (
        name in {"weekday", "monthday"} or (name == "date" and len(unit) >= 10) or (name == "offset" and unit == "day")
    )
