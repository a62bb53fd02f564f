"""Times that lean on another time of their text: an hour without a day, "the next day", "that Thursday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from nutgraf.models.dates import WEEKDAYS, read_day
from nutgraf.records.annotation import Sentence, Time, TimeKind

_NEAR, _FAR = 3, 8
"""An hour to come leans on the only day to come in so many sentences before it, first the near ones, then the far."""

_SAYING = re.compile(
    r"\b(?:said|says|told\s(?:\S+\s){1,4}?|announced|reported|confirmed|added|wrote|warned|testified|posted|insisted"
    r"|statement|interview|briefing|conference)\s(?:(?:on|late|early|in)\s)*\Z"
)
"""A day on which somebody spoke is not the day of what was said."""

_BESIDE = re.compile(r"[\s,–-]*(?:(?:and|to|until|till|or|again|at|then|about|around|shortly|after|before)[\s,]+)*\Z")
"""Words between two hours of one day ("between 10 p.m. and midnight on Wednesday")."""

_SIDE = re.compile(r" side:(last|next|near)\b")
_CLOCK = re.compile(r"clock:(\d\d:\d\d)(?::(UTC|GMT)\b(?![+-]))?")
_YEARS, _MONTHS = re.compile(r"\d{4}(?=\Z|[-/])"), re.compile(r"\d{4}-\d\d(?=\Z|[-/])")
_PAST, _COMING = frozenset({"last", "before"}), frozenset({"next", "after"})


@dataclass(frozen=True, slots=True)
class Lean:
    """What a time means by the time it leans on: indices of both, the ISO value."""

    index: int
    on: int
    value: str


@dataclass(frozen=True, slots=True)
class _Day:
    index: int
    sentence: int
    start: int
    day: date
    side: str


def lean_times(
    text: str,
    sentences: Sequence[Sentence],
    times: Sequence[Time],
    values: Mapping[int, str | None],
    published: date | None,
) -> tuple[Lean, ...]:
    """Return what hours without a day and times counted from another time mean, where only one day fits.

    `values` are the known values by index into `times`. "The year before" counts from the year named last. By its tense
    (the token `side:` of its recipe) an hour takes the only day past or to come that its sentence names before it, else
    the nearest sentences;
    without that token it stands alone ("23:24") and stays open. "Yesterday" in somebody's quoted words counts from the
    only past day that the sentence names before them, which is when they were said.
    """
    days = _days(sentences, times, values, published)
    events = [one for one in days if not _SAYING.search(text, max(0, one.start - 40), one.start)]
    found: list[Lean] = []
    for index, time in enumerate(times):
        quoted = " in:quote" in time.recipe and time.recipe.startswith("offset:")
        if values.get(index) is not None and not quoted:
            continue
        place = _sentence(sentences, time.start)
        on = None
        if quoted:
            said = [one for one in days if one.sentence == place and one.start < time.start and one not in events]
            on = _only([one for one in said if one.side == "last"])
        elif time.recipe.startswith("clock:"):
            on = _day_beside(text, time, times, days) or _day_of_clock(time, place, events, times, sentences)
        elif time.recipe.startswith("anaphor:weekday:"):
            on = _day_of_weekday(time, place, days)
        elif time.recipe.startswith(("anaphor:day:", "anaphor:week:")) and " of:" not in time.recipe:
            on = _day_before(time, place, days)
        elif time.recipe.startswith(("anaphor:year:", "anaphor:month:")) and " of:" not in time.recipe:
            found += _shifted(sentences, index, times, values)
        if on is not None:
            found.append(Lean(index, on.index, _value(time, on.day)))
    return tuple(found)


def _shifted(
    sentences: Sequence[Sentence], index: int, times: Sequence[Time], values: Mapping[int, str | None]
) -> Iterator[Lean]:
    """Yield what a year or month counted from another means: the last one that the same sentence named before it, else
    the only one of the nearest sentence before that names one.
    """
    time = times[index]
    unit, number = time.recipe.split(" ")[0].split(":")[1:3]
    place, known = _sentence(sentences, time.start), _YEARS if unit == "year" else _MONTHS
    named = [
        (other, found[0], _sentence(sentences, one.start))
        for other, one in enumerate(times[:index])
        if one.kind not in {TimeKind.DURATION, TimeKind.SET} and (found := known.match(values.get(other) or ""))
    ]
    same = [(other, value) for other, value, there in named if there == place]
    latest = max((there for _, _, there in named if there >= place - _NEAR), default=-1)
    before = [(other, value) for other, value, there in named if there == latest]
    if not same and len({value[:4] if unit == "year" else value[:7] for _, value in before}) != 1:
        return
    other, value = (same or before)[-1]
    year, month = int(value[:4]), int(value[5:7] or 1)
    counted = (year * 12 + month - 1) + int(number) * (12 if unit == "year" else 1)
    yield Lean(index, other, f"{counted // 12:04}" + (f"-{counted % 12 + 1:02}" if unit == "month" else ""))


def _value(time: Time, day: date) -> str:
    if time.recipe.startswith("anaphor:week:"):
        monday = day - timedelta(day.weekday()) + timedelta(7 * int(time.recipe.split(" ")[0].split(":")[2]))
        return f"{monday}/{monday + timedelta(6)}"
    if time.recipe.startswith(("anaphor:day:", "offset:day:")):
        day += timedelta(int(time.recipe.split(" ")[0].split(":")[2]))
    clock = _CLOCK.search(time.recipe)
    return f"{day}T{clock[1]}{'Z' if clock[2] else ''}" if clock else day.isoformat()


def _sentence(sentences: Sequence[Sentence], start: int) -> int:
    return next((number for number, one in enumerate(sentences) if one.start <= start < one.end), -1)


def _days(
    sentences: Sequence[Sentence], times: Sequence[Time], values: Mapping[int, str | None], published: date | None
) -> list[_Day]:
    days = []
    for index, time in enumerate(times):
        day = read_day(values.get(index)) if time.kind in {TimeKind.DATE, TimeKind.CLOCK} else None
        if day is not None:
            days.append(_Day(index, _sentence(sentences, time.start), time.start, day, _side(time, day, published)))
    return days


def _side(time: Time, day: date, published: date | None) -> str:
    if published is not None:
        return "near" if day == published else ("last" if day < published else "next")
    tokens = frozenset(time.recipe.split(" ")[0].split(":"))
    return "last" if tokens & _PAST else ("next" if tokens & _COMING else "near")


def _only(days: Sequence[_Day]) -> _Day | None:
    """Return the last of some days where all are one day."""
    return days[-1] if len({one.day for one in days}) == 1 else None


def _day_beside(text: str, time: Time, times: Sequence[Time], days: Sequence[_Day]) -> _Day | None:
    """Return the day of the hour right after one of the same day."""
    after = next((one for one in days if one.start >= time.end), None)
    hour = after is not None and times[after.index].kind is TimeKind.CLOCK
    return after if after is not None and hour and _BESIDE.match(text, time.end, after.start) else None


def _day_of_clock(
    time: Time, place: int, days: Sequence[_Day], times: Sequence[Time], sentences: Sequence[Sentence]
) -> _Day | None:
    told = _SIDE.search(time.recipe)
    if told is not None and " in:quote" in time.recipe and told[1] != "next":
        return None
    if told is None or place < 0 or _repeated(time, times, sentences[place]):
        return None
    same = [one for one in days if one.sentence == place and one.start < time.start]
    before = [one for one in days if one.sentence < place]
    joined = place > 0 and sentences[place - 1].block == sentences[place].block
    just = [one for one in before if joined and one.sentence == place - 1]
    if told[1] == "near":
        return _only(same) or _only(just)
    fitting = [one for one in same if one.side in {told[1], "near"}]
    if fitting:
        return _only(fitting)
    before = [one for one in before if one.side in {told[1], "near"}]
    if told[1] == "last":
        return _only([one for one in just if one.side in {"last", "near"}])
    coming = [one for one in before if one.side == "next" and one.sentence >= place - _FAR]
    return _only([one for one in coming if one.sentence >= place - _NEAR]) or _only(coming)


def _repeated(time: Time, times: Sequence[Time], sentence: Sentence) -> bool:
    return any(one.kind is TimeKind.SET and sentence.start <= one.start < sentence.end for one in times)


def _day_of_weekday(time: Time, place: int, days: Sequence[_Day]) -> _Day | None:
    weekday = WEEKDAYS.index(time.recipe.split(" ")[0].split(":")[2])
    before = [one for one in days if one.start < time.start and one.sentence >= place - _NEAR]
    same = [one for one in before if one.day.weekday() == weekday]
    return same[-1] if same else None


def _day_before(time: Time, place: int, days: Sequence[_Day]) -> _Day | None:
    before = [one for one in days if one.start < time.start and one.sentence >= place - _NEAR]
    nearest = [one for one in before if one.sentence == before[-1].sentence] if before else []
    return _only(nearest)
