"""Ranks: "the third blast", "its 50th year", "ranked 12th"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.annotate.counted import find_counted

_UNITS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORTH = {word: value for value, word in enumerate(_UNITS)}
_WORTH |= {f"{word[:-1]}ieth": 10 * value for value, word in enumerate(_TENS, start=2)}
_WORTH |= {
    f"{ten}-{unit}": 10 * tens + value
    for tens, ten in enumerate(_TENS, start=2)
    for value, unit in enumerate(_UNITS[1:10], 1)
}
_WORTH |= {"hundredth": 100, "thousandth": 1000}
_WORDS = "|".join(sorted((word for word in _WORTH if word not in {"zeroth", "first"}), key=len, reverse=True))
_ORDINAL = re.compile(
    rf"(?<![\w.-])(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})*)(?:st|nd|rd|th)|(?P<word>{_WORDS}))"
    r"(?![\w]|-(?!\w+\s[a-z])|\s(?:half|of all|and final|thoughts?|hand|nature|to none|[Cc]entury|person)\b|\s[A-Z])"
)
_DIGITS = re.compile(r"\d(?:st|nd|rd|th)\b")
_LEAD = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their|our|my|your|this|that|for|in|came|finished|finish|ranked|ranks|placed|finishing|every)"
    r"|['’]s)\s(?:[a-z]+\s)?\Z",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A rank at a place, with the place of what it ranks."""

    start: int
    end: int
    rank: int
    counted: tuple[int, int] | None


def find_ordinals(words: str) -> Iterator[Ordinal]:
    """Yield the ranks of a sentence; "first" is none, for it says that a thing is new, not which of several it is."""
    if _WORTH.keys().isdisjoint(words.lower().split()) and not _DIGITS.search(words):
        return
    for found in _ORDINAL.finditer(words):
        if not _LEAD.search(words, max(0, found.start() - 20), found.start()):
            continue
        digits = found["digits"]
        rank = int(digits.replace(",", "")) if digits else _WORTH[found["word"]]
        counted = find_counted(words, found.end(), unit="", singular=True)
        if digits or counted:
            yield Ordinal(found.start(), found.end(), rank, counted)
