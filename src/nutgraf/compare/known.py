"""Which version of an article counts at a moment: what could be known then, by its pages and by when they came in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from nutgraf.compare.outlets import name_outlet
from nutgraf.compare.sightings import Seen
from nutgraf.records.article import Published
from nutgraf.records.known import KnownAccount

_DAY = len("2031-05-03")


@dataclass(frozen=True, slots=True)
class _Since:
    """From when a version surely counts, how that is known, and since when it may have been there."""

    moment: datetime
    reason: str
    earliest: datetime


def known_version(
    versions: Sequence[Seen], moment: datetime, worked_out: Published | None = None
) -> tuple[Seen | None, KnownAccount]:
    """Return the version of an article that counts at a moment, `None` where none does, and why.

    `versions` are all of one article, from the first to the current one. The first counts from the time that its page
    prints (of publication, or of change where it prints one), or from when it was captured or read, whichever is
    earlier. A later version counts from when it was captured or read, or from the time of change that it prints and the
    one before it does not: the time of publication stays the same when a text is changed, so it tells nothing of when.
    Where the page tells no date, what was `worked_out` from the other accounts of the story stands for it.
    """
    since = [_since(versions, place, worked_out) for place in range(len(versions))]
    chosen = max((place for place, each in enumerate(since) if each.moment <= moment), default=None)
    article = versions[0][0] if chosen is None else versions[chosen][0]
    if chosen is None:
        first = min(since, key=lambda each: each.moment)
        reason = f"not yet: {first.reason}{_perhaps(first, moment)}"
        return None, KnownAccount(article.id, name_outlet(article), None, False, False, _told(first.moment), reason)
    current = chosen == len(versions) - 1
    reason = since[chosen].reason if current else f"{since[chosen].reason}; a later version counts from "
    reason += "" if current else f"{_told(since[chosen + 1].moment)} on"
    seen = read_end(versions[chosen][1].first)
    on_hand = seen is not None and seen <= moment
    counts = _told(since[chosen].moment)
    known = KnownAccount(article.id, name_outlet(article), article.version, current, on_hand, counts, reason)
    return versions[chosen], known


def _since(versions: Sequence[Seen], place: int, worked_out: Published | None) -> _Since:
    article, sighting = versions[place]
    first = read_end(sighting.first) or datetime.max.replace(tzinfo=UTC)
    how = f"{'captured' if sighting.captured else 'read'} {_told(first)}"
    changed = _printed("changed", article.modified)
    if place and _value(article.modified) == _value(versions[place - 1][0].modified):
        changed = None
    published = None if place else _printed("published", article.published) or _inferred(worked_out)
    told = max((each for each in (published, changed) if each), key=lambda each: each.moment, default=None)
    if told is None:
        return _Since(first, how if place else f"{how}, and its page prints no time of its own", first)
    return min(_Since(first, how, first), told, key=lambda each: each.moment)


def _printed(what: str, time: Published | None) -> _Since | None:
    return _from(_value(time), f"{what} {_value(time)}, as its page prints")


def _inferred(worked_out: Published | None) -> _Since | None:
    value = _value(worked_out)
    return _from(value, f"published by {value.rpartition('/')[2]}, as the other accounts tell")


def _from(value: str, reason: str) -> _Since | None:
    """Return from when a printed date, time or interval counts: from its end, and perhaps from its beginning."""
    first, _, last = value.partition("/")
    begun, ended = read_start(first), read_end(last or first)
    return _Since(ended, reason, begun) if begun and ended else None


def _value(published: Published | None) -> str:
    return (published.value or "") if published else ""


def read_end(value: str) -> datetime | None:
    """Return the last moment that a printed time stands for: a bare day is over at its end."""
    moment = read_start(value)
    if moment is None or len(value) != _DAY:
        return moment
    return moment + timedelta(days=1) if moment.date() < date.max else None


def read_start(value: str) -> datetime | None:
    """Return the first moment that a printed time stands for, in UTC where no zone is given."""
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def _perhaps(since: _Since, moment: datetime) -> str:
    """Say that an article may have been out already, where the day or days of it had begun."""
    begun = since.earliest <= moment < since.moment
    return "; the hour is not told, so it may have been out already" if begun else ""


def _told(moment: datetime) -> str:
    """Return a moment to the second, the next one where it lies between two: what counts from then on counts there."""
    whole = moment.replace(microsecond=0)
    return (whole if whole == moment else whole + timedelta(seconds=1)).isoformat()
