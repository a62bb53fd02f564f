# ruff: noqa: E501 - a regular expression is read in one piece or not at all
"""Dates as pages print them, read to ISO 8601 where they are plausible."""

from __future__ import annotations

import re
from datetime import date, datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?|[+-]\d\d:?\d\d", re.IGNORECASE
)
_ZONE = r"\(?(?:(?-i:[A-Z]{1,5})|UTC|GMT|Z|local time|eastern(?: time)?|pacific(?: time)?|central(?: time)?|[+-]\d\d:?\d\d)(?:[+-]\d{1,2})?\)?"
_DATES = (
    re.compile(rf"{_MONTH} {_DAY},? {_YEAR}", re.IGNORECASE),
    re.compile(rf"{_DAY} {_MONTH},? {_YEAR}", re.IGNORECASE),
    re.compile(r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"),
    re.compile(rf"{_MONTH} {_DAY}", re.IGNORECASE),
    re.compile(rf"{_DAY} {_MONTH}", re.IGNORECASE),
)
_LABEL = (
    r"(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|date|release date|publication date|edited|as of)"
    r"(?: (?:on|at|date|time))?\s*:?\s*)"
)
_READ = re.compile(r"\b\d{1,2}[ -]min(?:ute)?s?\.?[ -]read\b", re.IGNORECASE)
_LABELS = re.compile(rf"\b{_LABEL}", re.IGNORECASE)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\.?"
_WORDS = re.compile(r"[^\W\d_]+[:.]?")
_FILLERS = re.compile(
    rf"(?:{_WEEKDAY}|{_ZONE}|at|on|and|edt|est|bst|ist|cet|a\\.?m\\.?|p\\.?m\\.?)[:.,]?".replace("\\\\", "\\"),
    re.IGNORECASE,
)
_ISO = re.compile(r"((?:19|20)\d\d-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?")
_COMPACT = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?=$|T)")
EARLIEST = 1990


def is_stamp(words: str) -> bool:
    """Tell whether a line holds a date or a clock time and nothing else but labels."""
    if len(words) > 110 or not any(map(str.isdigit, words)):
        return False
    rest, found = _READ.sub(" ", words), False
    for form in _DATES:
        rest, count = form.subn(" ", rest)
        found = found or count > 0
    labels = 0
    while labels < 4 and (label := _LABELS.search(rest)) is not None:
        rest = rest[: label.start()] + " " + rest[label.end() :]
        labels += 1
    timed = _CLOCK.search(rest) is not None
    rest = _CLOCK.sub(" ", rest)
    plain = not any(c.isdigit() for c in rest) and all(
        _FILLERS.fullmatch(word.group()) for word in _WORDS.finditer(rest)
    )
    return plain and (found or (labels > 0 and timed))


def read_stamp(words: str) -> str | None:
    """Return the date printed in words as `2025-08-14`, or `--08-14` where no year is printed."""
    iso = read_iso(words)
    if iso is not None:
        return iso[:10]
    for form in _DATES:
        found = form.search(words)
        if found:
            return _value(found.groupdict())
    return None


def read_iso(words: str) -> str | None:
    """Return an ISO 8601 date or time with its zone, from words that hold one in a plausible year."""
    found = _ISO.search(_COMPACT.sub(r"\1-\2-\3", words))
    if found is None:
        return None
    day, clock, zone = found.groups()
    try:
        plain = date.fromisoformat(day)
    except ValueError:
        return None
    if plain.year < EARLIEST:
        return None
    if clock is None or zone is None:
        return day if clock is None or clock == "00:00" else f"{day}T{clock}"
    stamp = f"{day}T{clock}{'+00:00' if zone == 'Z' else zone}"
    try:
        return datetime.fromisoformat(stamp).isoformat(timespec="minutes")
    except ValueError:
        return day


def _value(found: dict[str, str]) -> str | None:
    month = _MONTHS.get(found["month"].lower().rstrip("."), 0) if not found["month"].isdigit() else int(found["month"])
    day = int(found["day"])
    year = found.get("year")
    try:
        plain = date(int(year) if year else 2000, month, day)
    except ValueError:
        return None
    if year is None:
        return f"--{plain.month:02}-{plain.day:02}"
    return plain.isoformat() if plain.year >= EARLIEST else None
