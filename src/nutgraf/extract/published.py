"""When an article was published, from what its page prints, and how that was found."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from nutgraf.extract.date_labels import PUBLISHED_WORDS, UPDATED_WORDS
from nutgraf.extract.marks import Ago, find_ago, find_dateline
from nutgraf.extract.sorting import Marked
from nutgraf.extract.stamps import read_stamp
from nutgraf.records.article import Published, Role, Sure

UNKNOWN = Published(None, "no date stands on the page", Sure.UNSURE)
_DAYS = {"d": 1, "w": 7}
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}


def printed_date(marks: list[Marked]) -> Published | None:
    """Return the date printed above or in the dateline of one article, `--08-17` where no year is printed."""
    stamps = [
        (mark.line.words, read_stamp(mark.line.words))
        for mark in marks
        if mark.role in (Role.TIME, Role.BYLINE, Role.OUTLET)
    ]
    dated = [(words, value) for words, value in stamps if value is not None]
    dated.sort(key=lambda pair: (_is_change(pair[0]), pair[1].startswith("--")))
    if dated:
        words, value = dated[0]
        what = "last change" if _is_change(words) else "date"
        sure = Sure.SURE if value[0] != "-" and what == "date" else Sure.LIKELY
        return Published(value, f'{what} printed with the article: "{words}"{_yearless(value)}', sure)
    return _dateline_date(marks)


def _is_change(words: str) -> bool:
    """Whether a line dates a change and not the publication."""
    return UPDATED_WORDS.search(words) is not None and PUBLISHED_WORDS.search(words) is None


def _dateline_date(marks: list[Marked]) -> Published | None:
    for mark in marks:
        dateline = find_dateline(mark.line.words) if mark.role is Role.BODY else None
        value = read_stamp(dateline.words) if dateline is not None else None
        if dateline is not None and value is not None:
            return Published(value, f'dateline "{dateline.words}"{_yearless(value)}', Sure.LIKELY)
    return None


def fresh_date(page: list[list[Marked]]) -> Published | None:
    """Return the date of the first article on a page that is hours old at most and bears one."""
    found = (printed_date(marks) for marks in page if _fresh(_ago(marks)))
    return next((known for known in found if known is not None), None)


def relative_date(marks: list[Marked], known: Published | None, captured: str | None = None) -> Published | None:
    """Return what a relative time ("14 minutes ago") tells, with the date of a fresh neighbour if there is one.

    When the page was fetched is not known from its words; an archive may tell it (`captured`), else such a neighbour
    gives the day.
    """
    ago = _ago(marks)
    if ago is None:
        return None
    counted = _counted_back(ago, captured)
    if counted is not None:
        how = f'"{ago.words}", counted back from {captured}, when the page was fetched'
        return Published(counted, how, Sure.LIKELY)
    if known is None or known.value is None:
        return Published(None, f'"{ago.words}", counted from a time that the page does not tell', Sure.UNSURE)
    value = _before(known.value, ago)
    if value is None:
        return Published(None, f'"{ago.words}", more than can be counted back from a date on the page', Sure.UNSURE)
    how = f'"{ago.words}" on a page where another article, hours old at most, has the {known.how}'
    return Published(value, how, Sure.LIKELY if _fresh(ago) else Sure.UNSURE)


def _counted_back(ago: Ago, captured: str | None) -> str | None:
    """The interval that a relative time leaves: "3 hours ago" is at least three hours and less than four."""
    seconds = _SECONDS.get(ago.unit)
    try:
        fetched = datetime.fromisoformat(captured or "")
        unit = timedelta(seconds=seconds or 0)
        early, late = fetched - unit * (ago.count + 1), fetched - unit * ago.count
    except (ValueError, OverflowError):
        return None
    return f"{early.isoformat(timespec='minutes')}/{late.isoformat(timespec='minutes')}" if seconds else None


def _ago(marks: list[Marked]) -> Ago | None:
    found = (find_ago(mark.line.words) for mark in marks if mark.role in (Role.TIME, Role.OUTLET))
    return next((ago for ago in found if ago is not None), None)


def _fresh(ago: Ago | None) -> bool:
    return ago is not None and (ago.unit in ("s", "m") or (ago.unit == "h" and ago.count <= 6))


def _before(value: str, ago: Ago) -> str | None:
    """Count back whole days; "2 days ago" may be up to three, so it gives an interval of two days."""
    if _fresh(ago):
        return value
    yearless = value.startswith("--")
    day = date.fromisoformat(f"2001{value[1:]}" if yearless else value[:10])
    days = ago.count * _DAYS[ago.unit] if ago.unit in _DAYS else 0
    if ago.unit not in _DAYS and ago.unit != "h":
        return None
    span = _DAYS.get(ago.unit, 1)
    first, last = day - timedelta(days + span), day - timedelta(days)
    form = "--%m-%d" if yearless else "%Y-%m-%d"
    return f"{first.strftime(form)}/{last.strftime(form)}"


def _yearless(value: str) -> str:
    return "; the year is not printed" if value.startswith("--") else ""
