"""The day on which a story took an unannounced turn: later accounts look back on it, earlier ones do not know it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nutgraf.cluster.pivots import named_days, printed_days
from nutgraf.records.annotation import Account

LEAST_LATER, SHARE = 2, 2 / 3
"""A turn: at least two texts printed after the day name it, and two thirds of all texts printed on it or after it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A day that parts a story, how many texts name it, and of how many printed since."""

    day: date
    naming: int
    since: int


def find_turn(texts: Sequence[Account], year: int | None) -> Turn | None:
    """Return the day that most texts printed since look back on, if no text printed before it names it."""
    printed = {text.article.id: printed_days(text.article, year) for text in texts}
    named = {text.article.id: named_days(text, year) for text in texts}
    best: list[tuple[float, int, date, Turn]] = []
    for day in sorted(set().union(*named.values())):
        turn = _measure(day, printed, named)
        if turn:
            best.append((-turn.naming / turn.since, -turn.naming, day, turn))
    return min(best, key=lambda each: each[:3])[3] if best else None


def _measure(
    day: date, printed: Mapping[str, tuple[date, date] | None], named: Mapping[str, frozenset[date]]
) -> Turn | None:
    before = [article for article, days in printed.items() if days and days[1] < day]
    since = [article for article, days in printed.items() if days and days[0] >= day]
    naming = [article for article in since if day in named[article]]
    later = [article for article in naming if (days := printed[article]) and days[0] > day]
    known_before = any(day in named[article] for article in before)
    if not before or known_before or len(later) < LEAST_LATER or len(naming) < SHARE * len(since):
        return None
    return Turn(day, len(naming), len(since))
