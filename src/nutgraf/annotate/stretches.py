"""Parts of a year, and days and months whose month or year is told in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.annotate.dates import MONTH, month_number
from nutgraf.annotate.moments import Expression
from nutgraf.records.annotation import TimeKind

_QUARTERS = {"first": 1, "1": 1, "second": 2, "2": 2, "third": 3, "3": 3, "fourth": 4, "4": 4, "final": 4, "last": 4}
_QUARTER = re.compile(
    r"\b(?:[Tt]he\s)?(?:(?P<word>first|second|third|fourth|final|last(?= quarter of))[\s-]quarter|Q(?P<digit>[1-4]))\b"
    r"(?:\s(?:of\s)?(?:(?P<year>(?:19|20)\d\d)\b|(?P<which>this|last|next)\syear\b))?"
)


def find_quarters(text: str) -> Iterator[Expression]:
    """Yield quarters of a year."""
    for found in _QUARTER.finditer(text):
        year = found["year"] or {"this": "0", "last": "-1", "next": "1"}.get(found["which"] or "", "?")
        number = _QUARTERS[found["word"] or found["digit"]]
        yield Expression(found.start(), found.end(), TimeKind.INTERVAL, f"quarter:{number}:{year}")


_HALF = re.compile(
    r"\b(?:[Tt]he\s)?(?:(?P<word>first|second|latter|last)\shalf|(?P<side>first|last|final)\s(?P<months>three|four|six|nine)\smonths)"
    r"\s(?:of\s)?(?:(?P<year>(?:19|20)\d\d)\b|(?P<which>this|last|next|the)\syear\b)"
)
_MONTH_COUNTS = {"three": 3, "four": 4, "six": 6, "nine": 9}


def find_halves(text: str) -> Iterator[Expression]:
    """Yield halves and other parts of a year ("the first six months of 2025")."""
    for found in _HALF.finditer(text):
        length = _MONTH_COUNTS[found["months"]] if found["months"] else 6
        first = 1 if (found["word"] or found["side"]) == "first" else 13 - length
        year = found["year"] or {"this": "0", "last": "-1", "next": "1"}.get(found["which"] or "", "0")
        recipe = f"months:{first:02}/{first + length - 1:02}:{year}"
        yield Expression(found.start(), found.end(), TimeKind.INTERVAL, recipe)


_DAY_ALONE = re.compile(
    r"\b(?P<lead>on|by|until|till|since|from|before|after)\s(?P<place>the\s(?P<day>[12]\d|3[01]|[1-9])(?:st|nd|rd|th))(?!\sto\sthe\s\d+[a-z]{2}[\s-][A-Za-z])"
    r"(?:\sof\s(?P<which>this|next|last)\smonth\b)?(?=[.,;:!?)”\"’]|\s(?:and|at|in|to|when|but|as|by|for|the|with)\b|\Z)"
)


_MONTH_OF = re.compile(rf"\b{MONTH}\s(?:of\s)?(?P<which>this|next|last)\syear\b")


def find_days(text: str) -> Iterator[Expression]:
    """Yield days of a month that is not printed ("on the 22nd") and months of a year that is not ("June next year")."""
    for found in _MONTH_OF.finditer(text):
        month = month_number(found["month"])
        year = {"this": "0", "last": "-1", "next": "1"}[found["which"]]
        yield Expression(found.start(), found.end(), TimeKind.DATE, f"months:{month:02}/{month:02}:{year}")
    for found in _DAY_ALONE.finditer(text):
        direction = {"next": "next", "last": "last"}.get(found["which"] or "", "?")
        yield Expression(found.start("place"), found.end(), TimeKind.DATE, f"day:{found['day']}:{direction}")
