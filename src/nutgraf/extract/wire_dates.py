"""Dates as feeds, mails and records write them (RFC 822, RFC 3339, ISO 8601), read only where they are plausible."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

from nutgraf.extract.day_forms import EARLIEST
from nutgraf.extract.stamps import read_iso, read_stamp

_LONGEST = 80
_LEEWAY = timedelta(days=2)
_STANDARD = re.compile(r"\d{4}-\d\d?(?:-\d\d?)?(?:$|[T ])")
_YEAR_ZERO = re.compile(r"[A-Za-z]{3,9}[\s-]+0\d{3}\b")
"""A year such as 0000, which mail programs take for one of two digits."""
_HOUR = re.compile(r"T(\d\d)(\d\d)(?:\d\d)?(?=Z|[+-]|$)")


def read_moment(words: str, captured: str | None = None) -> str | None:
    """Return the date or time that words give, in ISO 8601; nothing where it cannot be, or lies after the capture.

    No clock is asked: only a page whose time of capture is known bounds its dates from above, two days' leeway given.
    """
    plain = " ".join(words.split())
    if not plain or len(plain) > _LONGEST:
        return None
    value = read_iso(_HOUR.sub(r"T\1:\2", plain)) if _STANDARD.match(plain) else _mail_date(plain) or read_stamp(plain)
    if value is None or value.startswith("-"):
        return None
    return None if captured and _day(value) and _later(value, captured) else value


def _mail_date(words: str) -> str | None:
    try:
        parts = parsedate_tz(words)
        if parts is None or _YEAR_ZERO.search(words):
            return None
        zone = timezone(timedelta(seconds=parts[9])) if parts[9] is not None else None
        moment = datetime(*parts[:6], tzinfo=zone)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    return moment.isoformat(timespec="minutes") if moment.year >= EARLIEST else None


def _day(value: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def _later(value: str, captured: str) -> bool:
    moment, bound = _day(value), _day(captured)
    return moment is not None and bound is not None and moment - _LEEWAY > bound
