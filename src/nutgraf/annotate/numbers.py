"""Numbers as they are printed, in digits and in words, and what they are worth."""

from __future__ import annotations

import re

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORTH = {word: float(index) for index, word in enumerate(_SMALL)}
_WORTH.update({word: 10.0 * (index + 2) for index, word in enumerate(_TENS)})
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "lakh": 1e5,
    "crore": 1e7,
}
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
"""Letters that stand for a scale right after digits; `k`, `m` and `b` need a second look (metres, names)."""

_DIGIT = "one|two|three|four|five|six|seven|eight|nine"
_BELOW_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{_DIGIT}))?|{'|'.join(reversed(_SMALL))})"
_BELOW_1000 = rf"(?:(?:{_BELOW_100}|a)[ -]hundred(?: and {_BELOW_100}| {_BELOW_100})?|{_BELOW_100})"
_BIG = "thousand|million|billion|trillion|dozen|lakh|crore"
WORDS = (
    rf"(?:{_BELOW_1000} thousand(?:,? (?:and )?{_BELOW_1000})?|{_BELOW_1000}(?:[ -](?:{_BIG}))?"
    rf"|(?:a |half a |half )(?:{_BIG})|a hundred"
    r"|(?:(?:a |one )?quarter|three quarters)(?: of)?(?: a)? (?:million|billion|trillion))"
)
"""A number in words ("twenty-one", "a dozen", "two hundred thousand"), without regard to case."""

DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"
    r"|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+|\d+(?:\.\d+)?|\.\d+)"
)
"""A number in digits, thousands parted by commas or narrow spaces, or as India parts them."""

GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}
"""Fractions that are one character."""

ORDINALS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
"""Denominators of fractions in words."""

VAGUE = {
    "dozens": (24.0, 99.0),
    "scores": (40.0, 99.0),
    "hundreds": (200.0, 999.0),
    "thousands": (2e3, 9999.0),
    "tens of thousands": (2e4, 99999.0),
    "hundreds of thousands": (2e5, 999999.0),
    "millions": (2e6, 99999999.0),
    "tens of millions": (2e7, 99999999.0),
    "hundreds of millions": (2e8, 999999999.0),
    "billions": (2e9, 99999999999.0),
    "tens of billions": (2e10, 99999999999.0),
    "hundreds of billions": (2e11, 999999999999.0),
}
"""What a plural scale word can mean at its narrowest reading: at least two of it, fewer than the next scale."""

NUMBER_WORDS = frozenset(
    [*_WORTH, *SCALES, *ORDINALS, *(f"{part}s" for part in (*ORDINALS, *SCALES)), "halves", "scores"]
)
"""Words of which one stands in every number without digits."""

_PIECE = re.compile(r"\.?\d[\d,.\u00a0\u202f\u2009]*|[a-z]+")


_THOUSANDS = re.compile(r"[,\u00a0\u202f\u2009]")


def number_value(words: str) -> float:
    """Return what a printed number is worth; its words match `DIGITS` or `WORDS`, with a scale word or without."""
    total, current = 0.0, 0.0
    for piece in _PIECE.findall(words.lower()):
        if piece[0].isdigit() or piece[0] == ".":
            current += float(_THOUSANDS.sub("", piece).rstrip("."))
        elif piece in _WORTH:
            current += _WORTH[piece]
        elif piece == "half":
            current = 0.5
        elif piece in {"quarter", "quarters"}:
            current = (current or 1.0) * 0.25
        elif piece == "hundred":
            current = (current or 1.0) * 100.0
        elif piece in SCALES:
            total += (current or 1.0) * SCALES[piece]
            current = 0.0
    return total + current
