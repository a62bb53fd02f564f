"""What two articles have in common, word for word, and whether that makes one a copy of the other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from nutgraf.dedupe.readings import LONGEST_QUOTE, PASSAGE_SHINGLE, Reading
from nutgraf.records.article import Article, CopyKind, Passage
from nutgraf.text import fold

LEAST_PASSAGE = 12
"""Words of own voice that a shared passage must have: below that, set phrases meet by chance ("the president of the
United States said in a statement on Tuesday")."""

BRIDGE = 5
"""Words that may differ inside one passage: a changed name or an editor's touch does not break it."""

NEAR, NEAR_OTHER = 0.8, 0.3
"""A near copy: four fifths of one stand in the other, and they are at least three tenths of that other. A wire text of
five sentences inside a long report is a partial copy: the report is not a copy of it, nor it of the report."""

LEAST_WORDS = 25
"""Words of own voice that a near or partial copy must share."""

PARTIAL, LEAST_SENTENCES = 0.1, 2
"""A partial copy: a tenth of either text, or two whole sentences."""

PARTIAL_WITHIN = 0.25
"""A partial copy on the pages of one outlet: a quarter of either. An outlet repeats its own background and furniture
in many articles (of 1,578 partial pairs among 3,000 articles of articles-12k nearly all were that), and its own
repetition never makes another voice."""


@dataclass(frozen=True, slots=True)
class Run:
    """A maximal run of equal words: first word in each article, and how many words."""

    left: int
    right: int
    length: int


@dataclass(frozen=True, slots=True)
class Reuse:
    """What two articles share: kind, the share of each one's words, and the runs."""

    kind: CopyKind
    left_share: float
    right_share: float
    runs: tuple[Run, ...]


def compare_texts(left: Reading, right: Reading) -> Reuse | None:
    """Return what two articles share, or nothing where it does not make a copy.

    Passages count only with twelve words of own voice: words inside quote marks and boilerplate never make a copy.
    """
    if left.key == right.key:
        return Reuse(CopyKind.EXACT, 1.0, 1.0, (Run(0, 0, len(left.numbers)),))
    runs = _telling(left, right, shared_runs(left, right))
    if not runs:
        return None
    in_left = _covered(len(left.numbers), [(run.left, run.length) for run in runs])
    in_right = _covered(len(right.numbers), [(run.right, run.length) for run in runs])
    left_share, right_share = float(in_left.mean()), float(in_right.mean())
    own = sum(_own(left, right, run) for run in runs)
    high, low = max(left_share, right_share), min(left_share, right_share)
    if high >= NEAR and low >= NEAR_OTHER and own >= LEAST_WORDS:
        return Reuse(CopyKind.NEAR, left_share, right_share, runs)
    least = PARTIAL_WITHIN if same_outlet(left.article, right.article) else PARTIAL
    whole = max(_whole_sentences(left, in_left), _whole_sentences(right, in_right))
    told = least == PARTIAL and whole >= LEAST_SENTENCES
    if own >= LEAST_WORDS and (high >= least or told):
        return Reuse(CopyKind.PARTIAL, left_share, right_share, runs)
    return None


def same_outlet(left: Article, right: Article) -> bool:
    """Say whether both stand on the pages of one outlet, as far as the pages tell."""
    return left.carrier is not None and right.carrier is not None and fold(left.carrier) == fold(right.carrier)


def shared_runs(left: Reading, right: Reading) -> tuple[Run, ...]:
    """Return the maximal runs of at least eight equal words, greedily from the left article's start.

    Linear for news text: each run is found by its first eight words and stepped over whole.
    """
    mine, other = left.numbers.tolist(), right.numbers.tolist()
    heads, places = left.passage_shingles.tolist(), right.places
    runs: list[Run] = []
    place, expected = 0, 0
    while place < len(heads):
        best = Run(place, 0, 0)
        for start in sorted(places.get(heads[place], ()), key=lambda start: (abs(start - expected), start))[:8]:
            length = _length(mine, other, place, start)
            if length > best.length:
                best = Run(place, start, length)
        if best.length >= PASSAGE_SHINGLE:
            runs.append(best)
            place, expected = best.left + best.length, best.right + best.length
        else:
            place += 1
    return tuple(runs)


def passages(left: Reading, right: Reading, runs: tuple[Run, ...]) -> tuple[Passage, ...]:
    """Return the runs as places in both frozen texts, in the left article's order."""
    return tuple(
        Passage(
            left.starts[run.left],
            left.ends[run.left + run.length - 1],
            right.starts[run.right],
            right.ends[run.right + run.length - 1],
        )
        for run in runs
    )


def _length(mine: list[int], other: list[int], left: int, right: int) -> int:
    length, most = 0, min(len(mine) - left, len(other) - right)
    while length < most and mine[left + length] == other[right + length]:
        length += 1
    return length


def _telling(left: Reading, right: Reading, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the runs that lie in passages with enough words of own voice (in both articles)."""
    chains: list[list[Run]] = [[run] for run in runs[:1]]
    for before, after in pairwise(runs):
        left_gap = after.left - before.left - before.length
        right_gap = after.right - before.right - before.length
        if left_gap <= BRIDGE and 0 <= right_gap <= BRIDGE:
            chains[-1].append(after)
        else:
            chains.append([after])
    return tuple(
        run for chain in chains if sum(_own(left, right, run) for run in chain) >= LEAST_PASSAGE for run in chain
    )


def _own(left: Reading, right: Reading, run: Run) -> int:
    """Count the words of a run that are no boilerplate and stand outside quote marks in at least one of the two.

    A true quotation stands in marks in both; marks that do not match up in one text must not hide a copy,
    and a run longer than any quotation is a copy whatever its marks.
    """
    mine = slice(run.left, run.left + run.length)
    other = slice(run.right, run.right + run.length)
    voice = left.own[mine] | right.own[other] | (run.length > LONGEST_QUOTE)
    return int((voice & ~left.furniture[mine] & ~right.furniture[other]).sum())


def _covered(count: int, stretches: list[tuple[int, int]]) -> NDArray[np.bool_]:
    covered = np.zeros(count, dtype=np.bool_)
    for start, length in stretches:
        covered[start : start + length] = True
    return covered


def _whole_sentences(reading: Reading, covered: NDArray[np.bool_]) -> int:
    """Count the sentences of at least six words, mostly of own voice, that are covered whole."""
    return sum(
        1
        for first, last in reading.sentences
        if last - first >= 6 and covered[first:last].all() and int(reading.own[first:last].sum()) * 2 > last - first
    )
