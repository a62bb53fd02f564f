"""Days as they are written in words or digits, in the languages of Europe, found in a line."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from nutgraf.extract.months import MONTHS

EARLIEST = 1990
LATEST = 2100
_LONGEST = 400
_LEAP = 2000
_ENGLISH = frozenset("jan feb mar apr may jun jul aug sep sept oct nov dec mai juin mars aout julio".split())
_ALONE = frozenset(name for name in MONTHS if len(name) > 4 or name in _ENGLISH)
"""Names that mean a month even without a year beside them."""
_MONTH = r"(?P<month>[^\W\d_]{3,14})\.?"
"""Any word: whether it is a month's name is looked up, which is ten times as fast as trying 250 names in a row."""
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|[ºª°]|\.)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_OF = r"(?: ?,)?\s?(?:(?:of|de|di|del|den|d')\s)?[\s\-/]?"
_EDGE = r"(?<![^\W_])"
_WORDED = (
    re.compile(rf"{_EDGE}{_MONTH}[\s\-/]{{1,2}}{_DAY}(?: ?,|\.)?[\s\-/]{{1,2}}{_YEAR}"),
    re.compile(rf"{_EDGE}{_DAY}{_OF}{_MONTH}(?: ?,)?[\s\-/]?(?:(?:de|del|of) )?{_YEAR}"),
    re.compile(rf"{_EDGE}(?P<year>(?:19|20)\d\d)[\s\-/]{_MONTH}[\s\-/]{_DAY}(?!\d)"),
)
_YEARLESS = (
    re.compile(rf"{_EDGE}{_MONTH}\s{_DAY}(?![\d:]|,?\s?\d{{4}})"),
    re.compile(rf"{_EDGE}{_DAY}\s(?:de )?{_MONTH}(?![^\W\d_]|,?\s?\d{{4}})"),
)
_DIGITS = (
    re.compile(rf"{_EDGE}(?P<year>(?:19|20)\d\d)(?P<mark>[-/.]|年|년)\s?(?P<month>0?[1-9]|1[0-2])(?:(?P=mark)|月|월)\s?(?P<day>\d{{1,2}})(?!\d)"),
    re.compile(rf"{_EDGE}(?P<first>\d{{1,2}})(?P<mark>[./-])\s?(?P<second>\d{{1,2}})(?P=mark)\s?{_YEAR}"),
    re.compile(r"(?<![\w./])(?P<first>\d{1,2})(?P<mark>[./])\s?(?P<second>\d{1,2})(?P=mark)\s?(?P<short>\d\d)(?![\w./:])"),
)  # fmt: skip
_MAYBE = re.compile(r"(?<!\d)\d{1,2}(?!\d)|(?:19|20)\d\d")
_PARTED = re.compile(r"\d[./年년-]\s?\d")
_WORD = re.compile(r"[^\W\d_]{3,14}")


@dataclass(frozen=True, slots=True)
class Day:
    """A day found in a line: its ISO 8601 value (`--08-17` where no year is written) and where it stands.

    `either` is true where day and month could be the other way round.
    """

    value: str
    start: int
    end: int
    either: bool = False


class Order(NamedTuple):
    """How digits alone (3/4/2025) are read: day first or month first, and whether the page tells which."""

    day_first: bool = True
    sure: bool = False


UNTOLD = Order()


@lru_cache(maxsize=8192)
def find_days(words: str, order: Order = UNTOLD) -> tuple[Day, ...]:
    """Return the days written in a line, in its order, those with a year first where two forms overlap."""
    if len(words) > _LONGEST or not _MAYBE.search(words):
        return ()
    plain = _plain(words)
    worded = any(word in MONTHS for word in _WORD.findall(plain))
    forms = (*(_WORDED if worded else ()), *(_DIGITS if _PARTED.search(plain) else ()), *(_YEARLESS if worded else ()))
    found: list[Day] = []
    for form in forms:
        for match in form.finditer(plain):
            overlaps = any(match.start() < day.end and day.start < match.end() for day in found)
            day = None if overlaps else _read(match, order)
            if day is not None:
                found.append(day)
    return tuple(sorted(found, key=lambda day: day.start))


@lru_cache(maxsize=8192)
def _plain(words: str) -> str:
    """Lower case without accents, letter for letter, so that places stay."""
    if words.isascii():
        return words.lower()
    kept = []
    for character in words:
        first = unicodedata.normalize("NFKD", character)[0].lower() if character.isalpha() else character
        kept.append(first if len(first) == 1 else character)
    return "".join(kept).replace("\xa0", " ")


def _century(short: str | None) -> str | None:
    """A year of two digits, as German pages write it ("12.03.24"), lies in the life of the web."""
    return None if short is None else f"19{short}" if int(short) >= EARLIEST % 100 else f"20{short}"


def _read(match: re.Match[str], order: Order) -> Day | None:
    parts = match.groupdict()
    either = False
    if "first" in parts:
        read = _in_digits(int(parts["first"]), int(parts["second"]), parts["mark"], order)
        if "short" in parts and parts["mark"] == "." and not order.day_first:
            return None
        month, day, either = read
    else:
        month, day = _month(parts), int(parts["day"])
    year = parts.get("year") or _century(parts.get("short"))
    try:
        plain = date(int(year) if year else _LEAP, month, day)
    except ValueError:
        return None
    if year and not EARLIEST <= plain.year <= LATEST:
        return None
    value = plain.isoformat() if year else f"--{plain.month:02}-{plain.day:02}"
    return Day(value, match.start(), match.end(), either)


def _month(parts: dict[str, str]) -> int:
    """The number of a month; 0, which no date has, for a word that is none."""
    name = parts["month"]
    if name.isdigit():
        return int(name)
    return MONTHS.get(name, 0) if "year" in parts or name in _ALONE else 0


def _in_digits(one: int, two: int, mark: str, order: Order) -> tuple[int, int, bool]:
    """Month and day of two numbers, and whether they could be the other way round."""
    swap = one <= 12 and (two > 12 or (not order.day_first and (order.sure or mark != ".")))
    either = not order.sure and mark != "." and one <= 12 and two <= 12 and one != two
    return (one, two, either) if swap else (two, one, either)
