"""When an account was printed, which days it names, and of which years it tells."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime, timedelta

from nutgraf.models.dates import read_day
from nutgraf.records.annotation import Account
from nutgraf.records.article import Article, Sure
from nutgraf.records.profile import Setting

PAST_YEARS = 3
"""Mentions of other years than its own, one of them in the opening, from which an account tells of another time."""

OWN_DAYS = 7
"""Days from its printing within which what an account tells is news."""

_DAY_MINUTES = 24 * 60
_YEAR = re.compile(r"(?<![\w,.$£€])(?:1[89]|20)\d\d(?![\w,.]*\d)")
_BEGIN = datetime(1, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)


def minutes_published(article: Article) -> tuple[int, int] | None:
    """Return the earliest and the latest minute (from year 1) an article can have been printed, if that is known."""
    known = article.published.between() if article.published.sure is not Sure.UNSURE else None
    return ((known[0] - _BEGIN) // _MINUTE, (known[1] - _BEGIN) // _MINUTE) if known else None


def days_named(account: Account) -> tuple[int, ...]:
    """Return the single days an account names (ordinals), the most named first, the earlier of equals first."""
    days = Counter(day.toordinal() for time in account.annotation.times if (day := read_day(time.value)))
    return tuple(sorted(days, key=lambda day: (-days[day], day)))


def day_told(account: Account, lead: int) -> int | None:
    """Return the day an account is about where it is not near its own printing (an ordinal), if it tells of one.

    That is the day it names most often, named in the opening or twice; and no day of its opening is near to its own.
    """
    known = minutes_published(account.article)
    days = [(time.start, day.toordinal()) for time in account.annotation.times if (day := read_day(time.value))]
    if known is None or not days:
        return None
    own = known[0] // _DAY_MINUTES + 1
    opening = {day for start, day in days if start < lead}
    if any(abs(day - own) <= OWN_DAYS for day in opening):
        return None
    counts = Counter(day for _, day in days)
    most = min(counts, key=lambda day: (-counts[day], day))
    return most if abs(most - own) > OWN_DAYS and (most in opening or counts[most] > 1) else None


def years_printed(article: Article) -> tuple[int, ...]:
    """Return the years that an article prints, each once."""
    return tuple(sorted(set(_years(f"{article.title or ''}\n{article.text}"))))


def years_past(article: Article, lead: int) -> tuple[int, ...]:
    """Return the years an account is about where they are not its own: they open it and are most of those it prints."""
    title = article.title or ""
    known = article.published.between()
    own = {moment.year for moment in known} if known else set()
    every = _years(f"{title}\n{article.text}")
    other = [year for year in every if year not in own]
    opening = [year for year in _years(f"{title}\n{article.text[:lead]}") if year not in own]
    if not opening or len(other) < PAST_YEARS or len(other) * 2 <= len(every):
        return ()
    return tuple(sorted(set(other)))


def time_apart(one: Setting, two: Setting) -> int | None:
    """Return how many minutes lie between two accounts, or between the day that one tells of and the other's printing.

    An account printed months later that tells of that very day is late, not about something else. `None` where either
    is undated.
    """
    gaps = [_gap(first, second) for first in _moments(one) for second in _moments(two)]
    return min(gaps, default=None)


def tells_other_time(one: Setting, two: Setting) -> bool:
    """Say whether one account tells of years long gone of which the other knows nothing."""
    if not one.past:
        return False
    known = {*two.years, *own_years(two)}
    return bool(known) and known.isdisjoint(one.past)


def own_years(told: Setting) -> frozenset[int]:
    """Return the years in which an account can have been printed."""
    return frozenset((_BEGIN + minute * _MINUTE).year for minute in told.published or ())


def _moments(known: Setting) -> list[tuple[int, int]]:
    told = [((known.told_day - 1) * _DAY_MINUTES, known.told_day * _DAY_MINUTES)] if known.told_day else []
    return [*([known.published] if known.published else []), *told]


def _gap(one: tuple[int, int], two: tuple[int, int]) -> int:
    return max(0, one[0] - two[1], two[0] - one[1])


def _years(text: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(text)]
