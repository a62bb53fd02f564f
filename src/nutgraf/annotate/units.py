"""Units of measure and money beside a number."""

from __future__ import annotations

import re

from nutgraf.annotate.measures import MEASURES
from nutgraf.annotate.money import CURRENCY_SIGNS, CURRENCY_WORDS

_WORD_PATTERN = {
    **{unit: f"(?:{words})" for unit, words in MEASURES.items()},
    **{unit: f"(?:{words})" for unit, words in CURRENCY_WORDS.items()},
}
_ORDER = sorted(_WORD_PATTERN, key=lambda unit: (unit not in CURRENCY_WORDS, list(_WORD_PATTERN).index(unit)))
_UNIT_TABLE = tuple(_WORD_PATTERN[unit] for unit in _ORDER)
UNIT = re.compile(
    r"(?=[\s\u00a0-]?[^\w\s]|[\s\u00a0-]?[A-Za-zµμ元])(?:[\s\u00a0]|-(?=[a-zGMKTWHmw]))?(?:"
    + "|".join(f"({pattern})" for pattern in _UNIT_TABLE)
    + r")(?![\w²³])"
)
"""A unit right after a number, with the space or hyphen before it; `unit_name` tells which one it is."""

_RATE = re.compile(
    r"(?:\s(?:of(?:\s[a-z-]+){1,3}?\s)?(?:an?|per|each|every|for each)\s|-an?-|/)"
    r"(?P<each>share|barrel|bushel|pound|ounce|gallon|litre"
    r"|liter|ton|tonne|metric ton|kilogram|kilo|kg|gram|dozen|square foot|square meter|square metre|sq ft|acre|hectare"
    r"|head|person|passenger|customer|household|family|unit|mile|kilometer|kilometre|km|capita|child|student|megawatt"
    r"|megawatt[- ]hour|kilowatt[- ]hour|MWh|kWh|second|minute|hour|day|night|week|month|year|quarter|game|annum)\b"
    r"(?!\s(?:earlier|ago|before|later|from|after|of))"
    r"|\s(?P<annum>per annum)\b"
)
"""What a measure or a sum is counted by ("$70 a share")."""


def rate_after(words: str, end: int) -> str:
    """Return what the sum or measure before `end` is counted by, nothing where it stands alone."""
    found = _RATE.match(words, end)
    if found is None:
        return ""
    each = found["each"] or "year"
    return {"annum": "year", "capita": "person", "meter": "metre", "liter": "litre"}.get(each, each)


def unit_name(found: re.Match[str]) -> str:
    """Return the unit that a match of `UNIT` names."""
    return _ORDER[(found.lastindex or 1) - 1]


def is_money(unit: str) -> bool:
    """Tell whether a unit of the table is a currency."""
    return unit in _MONEY


_MONEY = frozenset(CURRENCY_SIGNS.values()) | frozenset(CURRENCY_WORDS)
