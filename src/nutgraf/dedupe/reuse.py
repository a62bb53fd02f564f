"""What two articles have in common, and whether that makes a copy, shared quotations, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from nutgraf.dedupe.alignment import match_words
from nutgraf.dedupe.headlines import headline_words, same_headline
from nutgraf.dedupe.numbers import Mask
from nutgraf.dedupe.readings import LONGEST_QUOTE, Reading, covered
from nutgraf.dedupe.runs import SHORTEST, Run, count_shared, long_runs, runs_of
from nutgraf.dedupe.sketches import LEAST_WORDS
from nutgraf.records.article import Article
from nutgraf.records.copies import CopyKind, Passage
from nutgraf.records.reused import CHANGED
from nutgraf.text import fold

LEAST_PASSAGE = 12
"""Words of own voice that a shared passage must have: below that, set phrases meet by chance ("the president of the
United States said in a statement on Tuesday"). A text as short as that must stand in the other nearly whole."""

BRIDGE = 5
"""Words that may differ inside one passage: a changed name or an editor's touch does not break it."""

NEAR, NEAR_OTHER = 0.8, 0.3
"""A near copy: four fifths of one stand in the other, and they are at least three tenths of that other. A wire text of
five sentences inside a long report is a partial copy: the report is not a copy of it, nor it of the report."""

LEAST_OWN = 25
"""Words of own voice that a near or partial copy must share; of a shorter text four fifths."""

PARTIAL, LEAST_SENTENCES = 0.1, 2
"""A partial copy: a tenth of either text, or two whole sentences."""

PARTIAL_WITHIN = 0.25
"""A partial copy on the pages of one outlet: a quarter of either. An outlet repeats its own background and furniture
in many articles (of 1,578 partial pairs among 3,000 articles of articles-12k nearly all were that), and its own
repetition never makes another voice."""

MOSTLY = 0.5
"""A text of which half stands in the other for certain has its short passages and its quotations from there, too."""

LEAST_QUOTED = 10
"""Words between quote marks in both texts that are a shared quotation."""

FEW_EIGHTS, MANY_THREES = 3, 0.3
"""Two texts are read word by word where they share so many runs of eight words (a passage of ten words has three), or
such a share of the shorter one's runs of three words (a text changed in every line)."""

THREES_WITHIN = 0.15
"""Two texts of one outlet that share less of these runs share less than a quarter of their words."""


@dataclass(frozen=True, slots=True)
class Reuse:
    """What two articles share: kind, the share of each one's words, and the runs."""

    kind: CopyKind
    left_share: float
    right_share: float
    runs: tuple[Run, ...]


def compare_texts(left: Reading, right: Reading) -> Reuse | None:
    """Return what two articles share: a copy, else their quotations, else their headline, else nothing."""
    if len(left.numbers) >= LEAST_WORDS and np.array_equal(left.numbers, right.numbers):
        return Reuse(CopyKind.EXACT, 1.0, 1.0, (Run(0, 0, len(left.numbers)),))
    if _worth_reading(left, right):
        runs = runs_of(match_words(left, right))
        found = _copy(left, right, runs)
        if found is None and not same_outlet(left.article, right.article):
            found = _quotes(left, right, runs)
        if found is not None:
            return found
    if same_headline(headline_words(left.article.title), headline_words(right.article.title)):
        return Reuse(CopyKind.TITLE, 0.0, 0.0, ())
    return None


def _worth_reading(left: Reading, right: Reading) -> bool:
    """Tell by runs alone whether two texts may share enough: of pairs that share a key, five in six do not."""
    few = min(len(left.threes), len(right.threes))
    if not few:
        return False
    within = same_outlet(left.article, right.article)
    if not within and count_shared(left.eights, right.sorted_eights[0]) >= FEW_EIGHTS:
        return any(run.length >= LEAST_QUOTED for run in long_runs(left, right))
    return count_shared(left.threes, right.sorted_threes[0]) >= (THREES_WITHIN if within else MANY_THREES) * few


def same_outlet(left: Article, right: Article) -> bool:
    """Say whether both stand on the pages of one outlet, as far as the pages tell."""
    return left.carrier is not None and right.carrier is not None and fold(left.carrier) == fold(right.carrier)


def _copy(left: Reading, right: Reading, runs: tuple[Run, ...]) -> Reuse | None:
    """Return the copy that the runs make, or nothing; only runs that tell enough make one."""
    telling = _telling(left, right, runs)
    if not telling or sum(_own(left, right, run) for run in telling) < _least(left, right, LEAST_OWN):
        return None
    reuse = _near_or_partial(left, right, telling)
    if reuse is not None and max(reuse.left_share, reuse.right_share) >= MOSTLY and len(telling) < len(runs):
        return _near_or_partial(left, right, runs)
    return reuse


def _near_or_partial(left: Reading, right: Reading, runs: tuple[Run, ...]) -> Reuse | None:
    in_left, in_right = taken_words(left, runs), taken_words(right, [run.turned() for run in runs])
    left_share, right_share = float(in_left.mean()), float(in_right.mean())
    high, low = max(left_share, right_share), min(left_share, right_share)
    if high >= NEAR and low >= NEAR_OTHER:
        return Reuse(CopyKind.NEAR, left_share, right_share, runs)
    least = PARTIAL_WITHIN if same_outlet(left.article, right.article) else PARTIAL
    whole = max(_whole_sentences(left, in_left), _whole_sentences(right, in_right))
    if high >= least or (least == PARTIAL and whole >= LEAST_SENTENCES):
        return Reuse(CopyKind.PARTIAL, left_share, right_share, runs)
    return None


def _quotes(left: Reading, right: Reading, runs: tuple[Run, ...]) -> Reuse | None:
    """Return the quotations that two texts share, or nothing where they are too few words."""
    shared = tuple(run for run in runs if run.length >= SHORTEST and _quoted(left, right, run) * 2 > run.length)
    if sum(_quoted(left, right, run) for run in shared) < LEAST_QUOTED:
        return None
    in_left = covered(len(left.numbers), [(run.left, run.left + run.length) for run in shared])
    in_right = covered(len(right.numbers), [(run.right, run.right + run.length) for run in shared])
    return Reuse(CopyKind.QUOTES, float(in_left.mean()), float(in_right.mean()), shared)


def taken_words(reading: Reading, runs: Sequence[Run]) -> Mask:
    """Return which words stand in the other text: those of the runs, and the rest of a sentence mostly made of them."""
    taken = covered(len(reading.numbers), [(run.left, run.left + run.length) for run in runs])
    sentences = reading.sentences
    held = np.add.reduceat(taken, sentences[:, 0], dtype=np.int64) if len(sentences) else sentences[:, 0]
    mostly = sentences[held >= CHANGED * (sentences[:, 1] - sentences[:, 0])]
    return taken | covered(len(taken), mostly.tolist())


def passages(left: Reading, right: Reading, runs: tuple[Run, ...]) -> tuple[Passage, ...]:
    """Return the runs as places in both frozen texts, in the left article's order."""
    return tuple(
        Passage(
            int(left.words.starts[run.left]),
            int(left.words.ends[run.left + run.length - 1]),
            int(right.words.starts[run.right]),
            int(right.words.ends[run.right + run.length - 1]),
        )
        for run in runs
    )


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
    least = _least(left, right, LEAST_PASSAGE)
    return tuple(run for chain in chains if sum(_own(left, right, run) for run in chain) >= least for run in chain)


def _least(left: Reading, right: Reading, wanted: int) -> float:
    """Return how many words are wanted where one of the texts may be too short to have as many."""
    return min(wanted, CHANGED * min(len(left.numbers), len(right.numbers)))


def _own(left: Reading, right: Reading, run: Run) -> int:
    """Count the words of a run that are no boilerplate and stand outside quote marks in at least one of the two.

    A true quotation stands in marks in both; marks that do not match up in one text must not hide a copy,
    and a run longer than any quotation is a copy whatever its marks.
    """
    mine = slice(run.left, run.left + run.length)
    other = slice(run.right, run.right + run.length)
    voice = ~(left.quoted[mine] & right.quoted[other]) | (run.length > LONGEST_QUOTE)
    return int((voice & ~left.furniture[mine] & ~right.furniture[other]).sum())


def _quoted(left: Reading, right: Reading, run: Run) -> int:
    """Count the words of a run that stand between quote marks in both texts."""
    mine = slice(run.left, run.left + run.length)
    other = slice(run.right, run.right + run.length)
    return int((left.quoted[mine] & right.quoted[other]).sum())


def _whole_sentences(reading: Reading, taken: Mask) -> int:
    """Count the sentences of at least six words, mostly of own voice, that are taken whole."""
    return sum(
        1
        for first, last in reading.sentences.tolist()
        if last - first >= 6 and taken[first:last].all() and int(reading.quoted[first:last].sum()) * 2 < last - first
    )
