"""The words of a clause, folded, with what breaks it and what may stand between a helper and its verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.text import fold, words

_ADVERBS = frozenset(
    "not never also still already now then soon later again only just even probably possibly perhaps likely certainly "
    "finally first once yet both all reportedly apparently ever further formally".split()
)
_NO_ADVERBS = frozenset("apply supply reply multiply unlikely family".split())
_NOT = frozenset("not never no".split())
MAYBE = frozenset("probably possibly perhaps likely maybe".split())
STOP = r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bGov)(?<!\bSen)(?<!\bRep)(?<!\bGen)\.\s"
"""A full stop that ends something, as part of a pattern."""

_BREAK = re.compile(rf"[,;:()—–“”\"]|{STOP}")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a clause, folded; `broken` tells that a sign stands between it and the word before."""

    start: int
    end: int
    plain: str
    broken: bool


def read_words(text: str, start: int, end: int) -> list[Word]:
    """Return the words of `text[start:end]`; "they'll" is two, and the month is "May"."""
    found: list[Word] = []
    last = start
    for left, right, word in words(text, start, end):
        plain = fold(word)
        broken = bool(_BREAK.search(text, last, left))
        shortened = re.search(r"'(?:ll|re|ve)$", plain)
        if shortened:  # "they'll" is two words
            cut = left + shortened.start()
            found.append(Word(left, cut, plain[: shortened.start()], broken))
            left, plain, broken = cut, shortened.group(), False
        if plain == "may" and word != "may":
            plain = "May"
        found.append(Word(left, right, plain, broken))
        last = right
    return found


def skip_adverbs(tokens: Sequence[Word], at: int) -> tuple[int, bool, bool]:
    """Return the next word that is no adverb, whether "not" was passed, and whether "probably" was."""
    negative = maybe = False
    while at < len(tokens) and not tokens[at].broken and _adverb(tokens[at].plain):
        negative |= tokens[at].plain in _NOT
        maybe |= tokens[at].plain in MAYBE
        at += 1
    return at, negative, maybe


def _adverb(plain: str) -> bool:
    return plain in _ADVERBS or (plain.endswith("ly") and len(plain) > 4 and plain not in _NO_ADVERBS)
