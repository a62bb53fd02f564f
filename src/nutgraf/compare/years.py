"""The year of a story none of whose accounts prints it beside the day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.compare.clues import LEAST_ALIKE, Clue, falls_on, likeness
from nutgraf.models.dates import WEEKDAY_NAMES
from nutgraf.records.annotation import Account
from nutgraf.records.article import Span, Sure

_FUTURE = re.compile(
    r"\b(?:will|would|by|until|till|expires?|set to|due|expected|planned|scheduled|to be held"
    r"|upcoming|before|ahead of|plans?"
    r"|aims?|forecast|projected|in time for|target|next)\b",
    re.I,
)
_NAMED = re.compile(r"(?:year|date):(\d{4})")
_EARLIEST = 1990
"""Years before this are history in a news text, never its present."""

_REACH = 6
"""How many years after the newest one named are tried; a weekday comes back to a date after five or six years."""

_CLEAR = 1.25
"""How far the best weekday must lie before the next one to be tied to a date."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A day of a month that several accounts' words tie to a weekday."""

    clue: Clue
    weekday: int
    partner: Clue | None
    weight: float


@dataclass(frozen=True, slots=True)
class Year:
    """The year of a story: `years` are all that fit, `number` the one to count with, `how` the reason.

    `named` is false where no account names any year, so that only month and day can be told.
    """

    number: int
    years: tuple[int, ...]
    how: str
    sure: Sure
    named: bool
    evidence: tuple[Span, ...] = ()
    conflict: bool = False


def tie_weekdays(clues: Sequence[Clue], datelines: frozenset[Span]) -> tuple[Tie, ...]:
    """Tie each yearless date to the weekday printed beside it, or to the one that the accounts print for its event.

    A date in a dateline is no event's, so that only a weekday printed beside it counts.
    """
    ties: list[Tie] = []
    weekdays = [clue for clue in clues if clue.weekday is not None and clue.direction not in {"before", "after"}]
    for clue in clues:
        if clue.monthday is None:
            continue
        if clue.on is not None:
            ties.append(Tie(clue, clue.on, None, 1.0))
            continue
        tie = _voted(clue, weekdays) if clue.span not in datelines else None
        if tie is not None:
            ties.append(tie)
    return tuple(ties)


def _voted(clue: Clue, weekdays: Sequence[Clue]) -> Tie | None:
    best: dict[tuple[int, str], tuple[float, Clue]] = {}
    for other in weekdays:
        if other.article == clue.article and other.opens == clue.opens:
            continue  # a sentence that prints a date and a weekday apart from it tells two days
        alike = likeness(clue, other, strict=True)
        key = (other.weekday or 0, other.article)
        if alike >= LEAST_ALIKE and (key not in best or alike > best[key][0]):
            best[key] = (alike, other)
    votes = [0.0] * 7
    for (weekday, _), (alike, _) in sorted(best.items(), key=lambda item: item[0]):
        votes[weekday] += alike
    ranked = sorted(range(7), key=lambda weekday: (-votes[weekday], weekday))
    if votes[ranked[0]] <= 0 or votes[ranked[0]] < _CLEAR * votes[ranked[1]]:
        return None
    alike, partner = max(
        (found for (weekday, _), found in best.items() if weekday == ranked[0]),
        key=lambda found: (found[0], found[1].article, -found[1].span.start),
    )
    return Tie(clue, ranked[0], partner, alike)


def named_years(accounts: Sequence[Account]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the years that the accounts name as past or present, and those they name as still to come."""
    past: set[int] = set()
    future: set[int] = set()
    for account in accounts:
        for time in account.annotation.times:
            found = _NAMED.match(time.recipe)
            if found is None or int(found[1]) < _EARLIEST:
                continue
            lead = re.split(r"[.!?;]\s", account.article.text[max(0, time.start - 40) : time.start])[-1]
            ahead = _FUTURE.search(lead)
            (future if ahead else past).add(int(found[1]))
    return tuple(sorted(past)), tuple(sorted(future))


def find_year(accounts: Sequence[Account], ties: Sequence[Tie]) -> Year | None:
    """Return the year in which the tied dates fall on their weekdays, near the years that the accounts name.

    Ties that contradict each other, and several years that fit, leave it unsure with all of them told.
    """
    past, future = named_years(accounts)
    if not ties:
        return None
    first = past[-1] if past else (future[0] - 2 if future else 2000)
    last = min([first + _REACH, *(year for year in future if year >= first)])
    support = {year: _support(ties, year) for year in range(first, last + 1)}
    total = sum(tie.weight for tie in ties)
    most = max(support.values())
    fits = tuple(year for year in support if support[year] == most)
    if most <= 0 or most < 0.7 * total:
        return _conflict(ties, fits, bool(past or future))
    fitting = [tie for tie in ties if _support([tie], fits[0]) > 0]
    names = ", ".join(
        sorted({f'"{tie.clue.printed}" ({tie.clue.outlet}) on a {WEEKDAY_NAMES[tie.weekday]}' for tie in fitting})
    )
    shown = tuple(span for tie in fitting for span in _tie_spans(tie))
    if not (past or future):
        return Year(fits[0], (), f"{names}; no account names a year", Sure.UNSURE, False, shown)
    if len(fits) > 1:
        listed = " and ".join(str(year) for year in fits)
        return Year(fits[0], fits, f"{listed} both have {names}", Sure.UNSURE, False, shown)
    how = f"{_window(first, last, past, future)} only {fits[0]} has {names}"
    return Year(fits[0], fits, how, Sure.LIKELY if fits[0] - first <= 2 else Sure.UNSURE, True, shown)


def _window(first: int, last: int, past: tuple[int, ...], future: tuple[int, ...]) -> str:
    """Say which years were tried and why these."""
    begin = f"{first} (the newest named as past)" if past else str(first)
    end = f"{last} (named as still to come)" if last in future else str(last)
    return f"of the years {begin} to {end}"


def _tie_spans(tie: Tie) -> tuple[Span, ...]:
    return (tie.clue.span,) if tie.partner is None else (tie.clue.span, tie.partner.span)


def _support(ties: Sequence[Tie], year: int) -> float:
    days = [(falls_on(tie.clue, year), tie) for tie in ties]
    return sum(tie.weight for day, tie in days if day is not None and day.weekday() == tie.weekday)


def _conflict(ties: Sequence[Tie], fits: tuple[int, ...], named: bool) -> Year | None:
    if not ties or not named:
        return None
    told = " against ".join(sorted({f"{tie.clue.printed} as a {WEEKDAY_NAMES[tie.weekday]}" for tie in ties}))
    return Year(fits[0], (), f"no year fits: {told}", Sure.UNSURE, False, (), conflict=True)
