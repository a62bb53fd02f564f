"""How old somebody or something is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nutgraf.annotate.quantities import Quantity

_OLD = re.compile(
    r"[- ](?P<unit>year|yr|month|week|day)s?[- ]olds?\b|[- ](?P<unit2>year|month|week|day)s? of age\b"
    r"|[- ]?yo\b|-(?P<unit3>year)s?-olds\b"
)
_AGE_NOUN = re.compile(
    r"[\s-]((?:[A-Z][a-z]+ )?[a-z]+)\b"
    r"(?<!\bwho)(?<!\bwas)(?<!\bfrom)(?<!\bsaid)(?<!\band)(?<!\bin)(?<!\bwith)(?<!\bhas)"
)
_AGE_BEFORE = re.compile(r"\b(?:aged|age of|age|ages)\s(?:just\s|only\s|between\s)?\Z", re.I)
_NAMED = re.compile(r"[A-Z][\w’'-]+, \Z")
_OLDEST = 115


@dataclass(frozen=True, slots=True)
class Age:
    """A number that is an age: its place with the words that say so, its unit, and the place of who is so old."""

    start: int
    end: int
    unit: str
    noun: tuple[int, int] | None


def read_age(words: str, quantity: Quantity) -> Age | None:
    """Return the age that a number is ("a 34-year-old baker", "aged 5", "Ana Ruiz, 34, said"), `None` for others."""
    old = _OLD.match(words, quantity.end)
    before = _AGE_BEFORE.search(words, 0, quantity.start)
    if not (old or before or _apposed(words, quantity)):
        return None
    start = before.start() if before and not old else quantity.start
    end = old.end() if old else quantity.end
    noun = _AGE_NOUN.match(words, end) if old and words[end - 1] != "s" else None
    unit = (old["unit"] or old["unit2"] if old else None) or "year"
    return Age(start, end, "years old" if unit == "yr" else f"{unit}s old", noun.span(1) if noun else None)


def _apposed(words: str, quantity: Quantity) -> bool:
    """Tell whether a number stands between commas after a name."""
    whole = quantity.digits and quantity.low == int(quantity.low) and 0 < quantity.low < _OLDEST
    return (
        whole
        and _NAMED.search(words, 0, quantity.start) is not None
        and re.match(r", |\)|;", words[quantity.end : quantity.end + 2]) is not None
        and re.match(r", (?:\d|and \d)", words[quantity.end :]) is None
    )
