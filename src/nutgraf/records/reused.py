"""What a pair of copies says of each sentence: taken over whole, changed, in part, or not at all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from nutgraf.records.copies import Copy, Passage
from nutgraf.text import rough_sentences, words

CHANGED = 0.8
"""A sentence of which so many of the words stand in the other text, in their order, is the other's sentence."""


class Taken(StrEnum):
    """How much of a sentence stands in the other text."""

    WHOLE = "whole"
    CHANGED = "changed"
    """Four fifths of its words, or more."""
    PART = "part"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class TakenSentence:
    """One sentence (code points) and how much of it stands in the other text; `passages` are their places in the list
    of the pair's passages.
    """

    start: int
    end: int
    taken: Taken
    share: float
    passages: tuple[int, ...]


def taken_sentences(text: str, passages: Sequence[Passage]) -> tuple[TakenSentence, ...]:
    """Return every sentence of the copy's text with what of it stands in the other; for the other's text, turn the
    pair.
    """
    return tuple(_sentence(text, place, passages) for place in rough_sentences(text))


def _sentence(text: str, place: tuple[int, int], passages: Sequence[Passage]) -> TakenSentence:
    start, end = place
    inside = tuple(at for at, each in enumerate(passages) if each.start < end and start < each.end)
    found = list(words(text, start, end))
    held = sum(1 for left, right, _ in found if any(passages[at].start <= left < passages[at].end for at in inside))
    share = held / len(found) if found else 0.0
    if not held:
        taken = Taken.OWN
    elif held == len(found):
        taken = Taken.WHOLE
    else:
        taken = Taken.CHANGED if share >= CHANGED else Taken.PART
    return TakenSentence(start, end, taken, round(share, 4), inside)


def moved_passages(copy: Copy) -> tuple[bool, ...]:
    """Return of each passage whether it stands in another order than in the other text.

    The longest series of passages that keeps its order is taken for the text; what is not in it was moved.
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, passage in enumerate(copy.passages):
        place = bisect_left(tails, passage.other_start)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [passage.other_start]
        ends[place : place + 1] = [at]
    kept = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return tuple(at not in kept for at in range(len(copy.passages)))


def other_place(text: str, other: str, passage: Passage, at: int) -> int:
    """Return where in the other's text the word stands that begins at or behind a code point of a passage."""
    before = sum(1 for _ in words(text, passage.start, max(at, passage.start)))
    inside = islice(words(other, passage.other_start, passage.other_end), before, None)
    return next((start for start, _, _ in inside), passage.other_start)
