"""On which days an undated account can have been published, from days that other accounts tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from nutgraf.compare.clues import LEAST_ALIKE, Clue, likeness
from nutgraf.models.dates import weekday_date
from nutgraf.records.article import Span

_WEEK = 6
"""Bare weekdays of one account lie within seven days: each name then means one day only."""

_CLEARLY = 3
"""A reading whose weekdays lie this many days closer together than another's is preferred."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day that is known, the clue that tells it, why, and the spans that show it."""

    day: date
    clue: Clue
    how: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Pin:
    """A weekday of an account that is the day of an anchor; `rivals` are other days that fit about as well.

    `side` is set where the account tells one such weekday as past and one as still to come, two days of one name: it is
    the direction of the one that the anchor tells.
    """

    weekday: int
    day: date
    anchor: Anchor
    rivals: tuple[date, ...]
    side: str = ""


@dataclass(frozen=True, slots=True)
class Placing:
    """The days on which an account can have been published and the pins that led to them."""

    days: tuple[date, ...]
    pins: tuple[Pin, ...]

    def pinned(self, weekday: int) -> Pin | None:
        """Return the pin of a weekday."""
        return next((pin for pin in self.pins if pin.weekday == weekday), None)


def _bare(clues: Sequence[Clue]) -> list[Clue]:
    return [clue for clue in clues if clue.weekday is not None and clue.direction not in {"before", "after"}]


def find_pins(clues: Sequence[Clue], anchors: Sequence[Anchor]) -> tuple[Pin, ...]:
    """Pin the weekdays of an account to the anchors that tell the same event by the words around them."""
    pins: list[Pin] = []
    bare = _bare(clues)
    for weekday in sorted({clue.weekday for clue in bare if clue.weekday is not None}):
        own = [clue for clue in bare if clue.weekday == weekday]
        scores: dict[date, tuple[float, Anchor]] = {}
        for anchor in anchors:
            if anchor.day.weekday() != weekday:
                continue
            alike = max(likeness(clue, anchor.clue) for clue in own)
            known = scores.get(anchor.day)
            if alike >= LEAST_ALIKE and (known is None or _rank(alike, anchor) > _rank(*known)):
                scores[anchor.day] = (alike, anchor)
        if scores:
            pins.append(_pin(weekday, scores, own))
    return tuple(pins)


def _rank(alike: float, anchor: Anchor) -> tuple[bool, float, str, int]:
    return anchor.clue.weekday is None, alike, anchor.clue.article, -anchor.clue.span.start


def _pin(weekday: int, scores: dict[date, tuple[float, Anchor]], own: Sequence[Clue]) -> Pin:
    ranked = sorted(scores, key=lambda day: (-scores[day][0], day))
    best = scores[ranked[0]]
    rivals = tuple(sorted(day for day in ranked[1:] if scores[day][0] > 0.8 * best[0]))
    side = ""
    if {"last", "next"} <= {clue.direction for clue in own}:
        side = max(own, key=lambda clue: (likeness(clue, best[1].clue), -clue.span.start)).direction
    return Pin(weekday, ranked[0], best[1], rivals, side)


def place_account(
    clues: Sequence[Clue], pins: Sequence[Pin], known: tuple[date, date] | None, weekday: int | None = None
) -> Placing | None:
    """Return the days on which an account that prints these clues can have been published.

    A weekday to come leaves the six days before it, one gone by the six days after it; all bare weekdays of an account
    lie within one week; of two readings left, the one whose weekdays lie clearly closer together. `weekday` is that of
    publication where the account prints it.
    """
    bare = _bare(clues)
    days = [day for day in _candidates(pins, known) if weekday is None or day.weekday() == weekday]
    if not days:
        return None
    scored = {day: _agreeing(bare, pins, day) for day in days}
    most = max(scored.values())
    days = [day for day in days if scored[day] == most]
    spread = {day: _spread(bare, pins, day) for day in days}
    within = [day for day in days if spread[day] <= _WEEK] or days
    least = min(spread[day] for day in within)
    days = [day for day in within if spread[day] < least + _CLEARLY]
    return Placing(tuple(days), tuple(pins))


def _candidates(pins: Sequence[Pin], known: tuple[date, date] | None) -> list[date]:
    if known is not None:
        length = min((known[1] - known[0]).days, 31)
        return [known[0] + timedelta(step) for step in range(length + 1)]
    days = {day for pin in pins for day in (pin.day, *pin.rivals)}
    return sorted({day + timedelta(step) for day in days for step in range(-_WEEK, _WEEK + 1)})


def _agreeing(bare: Sequence[Clue], pins: Sequence[Pin], day: date) -> int:
    agreeing = 0
    for pin in pins:
        meant = {pin.day, *pin.rivals}
        for clue in bare:
            if clue.weekday != pin.weekday or (pin.side and clue.direction != pin.side):
                continue
            if clue.direction == "near":
                agreeing += any(abs((day - one).days) <= _WEEK for one in meant)
            else:
                agreeing += weekday_date(pin.weekday, clue.direction, day) in meant
    return agreeing


def clue_day(clue: Clue, pins: Sequence[Pin], day: date) -> date:
    """Return the day that a weekday clue means in an account published on `day`."""
    weekday = clue.weekday or 0
    if clue.direction not in {"before", "after"}:
        for pin in pins:
            if pin.weekday == weekday and (not pin.side or pin.side == clue.direction):
                fits = [one for one in (pin.day, *pin.rivals) if abs((one - day).days) <= _WEEK]
                return fits[0] if fits else pin.day
    return weekday_date(weekday, clue.direction, day)


def _spread(bare: Sequence[Clue], pins: Sequence[Pin], day: date) -> int:
    days = [clue_day(clue, pins, day) for clue in bare]
    return (max(days) - min(days)).days if days else 0
