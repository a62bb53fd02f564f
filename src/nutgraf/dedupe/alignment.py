"""Which word of one text is which word of the other: long runs first, then sentences with words changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from nutgraf.dedupe.numbers import Mask, Places
from nutgraf.dedupe.readings import Reading
from nutgraf.dedupe.runs import long_runs
from nutgraf.records.reused import CHANGED

LEAST_SENTENCE = 4
"""Words of the shortest sentence that is looked for with words changed."""

VOTES = 0.15
"""Runs of three words, as a share of the sentence, that the other sentence must hold to be compared at all."""

COMMON = 4
"""Places above which a run of three words tells nothing of where a sentence went."""


def match_words(left: Reading, right: Reading) -> Places:
    """Return for each word of the left text the place of the same word in the right one, or -1.

    Runs of eight words come first. A sentence with words changed is set beside the sentence with which it shares most
    runs of three; where at least four fifths of its words stand there in the same order, those are matched, too.
    """
    matched = np.full(len(left.numbers), -1, dtype=np.int64)
    for run in long_runs(left, right):
        matched[run.left : run.left + run.length] = np.arange(run.right, run.right + run.length)
    taken = np.zeros(len(right.numbers), dtype=np.bool_)
    taken[matched[matched >= 0]] = True
    for mine, other in _changed(left, right, matched >= 0):
        if matched[mine] < 0 and not taken[other]:
            matched[mine], taken[other] = other, True
    for other, mine in _changed(right, left, taken):
        if matched[mine] < 0 and not taken[other]:
            matched[mine], taken[other] = other, True
    return matched


def _changed(left: Reading, right: Reading, done: Mask) -> Iterator[tuple[int, int]]:
    """Yield the words (place in each text) of left sentences that stand changed in the right text."""
    lengths = left.sentences[:, 1] - left.sentences[:, 0]
    unmatched = np.add.reduceat(~done, left.sentences[:, 0]) > 0 if len(lengths) else lengths > 0
    wanted = unmatched & (lengths >= LEAST_SENTENCE)
    if not wanted.any():
        return
    mine, other = left.numbers.tolist(), right.numbers.tolist()
    for place, votes in _votes(left, right, wanted).items():
        first, last = left.sentences[place].tolist()
        if sum(votes.values()) >= max(2, VOTES * (last - first)):
            window = _window(right, votes)
            pairs = common_words(mine[first:last], other[window[0] : window[1]], CHANGED)
            yield from ((first + here, window[0] + there) for here, there in pairs)


def _votes(left: Reading, right: Reading, wanted: Mask) -> dict[int, dict[int, int]]:
    """Return for each wanted left sentence how many of its runs of three words stand in which right sentence."""
    ordered, order = right.sorted_threes
    asked = np.flatnonzero(wanted[left.sentence_of[: len(left.threes)]])
    low = np.searchsorted(ordered, left.threes[asked])
    held = np.flatnonzero(ordered[np.minimum(low, len(ordered) - 1)] == left.threes[asked]) if len(ordered) else low[:0]
    asked, low = asked[held], low[held]
    counts = np.searchsorted(ordered, left.threes[asked], "right") - low
    asked, low, counts = (part[counts <= COMMON] for part in (asked, low, counts))
    offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    mine = left.sentence_of[np.repeat(asked, counts)]
    other = right.sentence_of[order[np.repeat(low, counts) + offsets]]
    width = len(right.sentences) + 1
    codes, many = np.unique(mine * width + other, return_counts=True)
    votes: dict[int, dict[int, int]] = {}
    for code, count in zip(codes.tolist(), many.tolist(), strict=True):
        votes.setdefault(code // width, {})[code % width] = count
    return votes


def _window(right: Reading, votes: dict[int, int]) -> tuple[int, int]:
    """Return the words of the right sentence with most votes, with its neighbours where they have some, too."""
    best = max(votes, key=lambda place: (votes[place], -place))
    held = [place for place in (best - 1, best, best + 1) if place in votes]
    first, last = held[0], held[-1]
    return int(right.sentences[first][0]), int(right.sentences[last][1])


def common_words(left: Sequence[int], right: Sequence[int], least: float) -> list[tuple[int, int]]:
    """Return the places of a longest common subsequence where it is at least a share of the left words, else nothing.

    Bit-parallel (Hyyrö 2004): one addition of whole numbers for each left word.
    """
    masks: dict[int, int] = {}
    for place, word in enumerate(right):
        masks[word] = masks.get(word, 0) | 1 << place
    full = (1 << len(right)) - 1
    rows = [full]
    for word in left:
        row = rows[-1]
        held = row & masks.get(word, 0)
        rows.append(((row + held) | (row - held)) & full)
    if len(right) - rows[-1].bit_count() < least * len(left):
        return []
    return _trace(left, right, rows)


def _trace(left: Sequence[int], right: Sequence[int], rows: Sequence[int]) -> list[tuple[int, int]]:
    """Walk back through the rows of a longest common subsequence; a row has a zero where one more word is common."""
    pairs: list[tuple[int, int]] = []
    mine, other = len(left), len(right)
    while mine and other:
        if left[mine - 1] == right[other - 1]:
            mine, other = mine - 1, other - 1
            pairs.append((mine, other))
        elif _zeros(rows[mine - 1], other) >= _zeros(rows[mine], other - 1):
            mine -= 1
        else:
            other -= 1
    return pairs[::-1]


def _zeros(row: int, places: int) -> int:
    return places - (row & ((1 << places) - 1)).bit_count()
