"""Runs: the words that two articles have in common, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from nutgraf.dedupe.numbers import Numbers, Places
from nutgraf.dedupe.readings import Reading

SHORTEST = 8
"""Words of the shortest run that is looked for by itself: what `Reading.eights` are made of."""

TRIED = 8
"""Places of one run of eight words in the other text that are tried, the nearest first."""


@dataclass(frozen=True, slots=True)
class Run:
    """A maximal run of equal words: first word in each article, and how many words."""

    left: int
    right: int
    length: int

    def turned(self) -> Run:
        """Return the run as the other article sees it."""
        return Run(self.right, self.left, self.length)


def count_shared(mine: Numbers, ordered: Numbers) -> int:
    """Return how many of some runs stand among others, which are in the order of their numbers."""
    return len(_held(mine, ordered))


def _held(mine: Numbers, ordered: Numbers) -> Places:
    """Return the places of the runs that stand among the others."""
    if not len(ordered) or not len(mine):
        return np.zeros(0, dtype=np.int64)
    found = np.searchsorted(ordered, mine)
    found[found == len(ordered)] = 0
    return np.flatnonzero(ordered[found] == mine)


def long_runs(left: Reading, right: Reading) -> Iterator[Run]:
    """Yield the maximal runs of at least eight equal words, greedily from the left article's start.

    Each is found by its first eight words and stepped over whole, so the work grows with the number of runs.
    """
    ordered, order = right.sorted_eights
    place, expected = 0, 0
    for head in _held(left.eights, ordered).tolist():
        if head < place:
            continue
        low, high = np.searchsorted(ordered, left.eights[head]), np.searchsorted(ordered, left.eights[head], "right")
        starts = order[low:high].tolist()
        starts.sort(key=lambda start: (abs(start - expected), start))
        best = max((_run(left, right, head, start) for start in starts[:TRIED]), key=lambda run: run.length)
        if best.length >= SHORTEST:
            yield best
            place, expected = best.left + best.length, best.right + best.length


def _run(left: Reading, right: Reading, mine: int, other: int) -> Run:
    most = min(len(left.numbers) - mine, len(right.numbers) - other)
    differ = left.numbers[mine : mine + most] != right.numbers[other : other + most]
    first = int(differ.argmax())
    return Run(mine, other, first if differ[first] else most)


def runs_of(matched: Places) -> tuple[Run, ...]:
    """Return the maximal runs of a match: for each left word the place of the same word in the right text, or -1."""
    here = np.flatnonzero(matched >= 0)
    if not len(here):
        return ()
    breaks = np.flatnonzero((np.diff(here) != 1) | (np.diff(matched[here]) != 1)) + 1
    starts = np.concatenate((np.zeros(1, dtype=np.int64), breaks))
    lengths = np.diff(np.append(starts, len(here)))
    return tuple(
        Run(int(here[start]), int(matched[here[start]]), int(length))
        for start, length in zip(starts, lengths, strict=True)
    )
