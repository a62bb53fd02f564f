"""How well a text matches the gold text: 4-gram F1, word F1, snippet F1, each as columns whose sums give the figure.

Every figure here is a function of sums over pages, so that a bootstrap need only draw pages and add.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from evals.bootstrap import over
from evals.extraction.cases import Body, Case, Told

Row = tuple[float, ...]
Table = NDArray[np.float64]
"""Figures in columns (precision, recall, F1, exact), a row for each draw."""

GRAM = 4

Gram = TypeVar("Gram")

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Scorer:
    """A metric: what one page adds, and what the sums mean."""

    row: Callable[[Case, Told], Row]
    figures: Callable[[Table], Table]


def read_words(text: str) -> list[str]:
    """Return the runs of word characters, case kept."""
    return _WORD.findall(text)


def shingle_row(case: Case, told: Told) -> Row:
    """Return precision and whether it counts, recall and whether it counts, exact, one.

    A page with nothing told has no precision, one with nothing to tell no recall (AEB's own rule).
    """
    gold, words = read_words(case.body or ""), read_words(told.body)
    right, false, missed = _overlap(_grams(words), _grams(gold))
    answered, asked = right + false, right + missed
    precision = right / answered if answered else 0.0
    recall = right / asked if asked else 0.0
    return (precision, float(answered > 0), recall, float(asked > 0), float(gold == words), 1.0)


def word_row(case: Case, told: Told) -> Row:
    """Return precision, recall and F1 over bags of lower-cased words, exact, one; two empty texts match."""
    gold, words = read_words((case.body or "").lower()), read_words(told.body.lower())
    if not gold or not words:
        same = float(gold == words)
        return (same, same, same, same, 1.0)
    right, false, missed = _overlap(Counter(words), Counter(gold))
    precision, recall = right / (right + false), right / (right + missed)
    harmonic = 2 * precision * recall / (precision + recall) if right else 0.0
    exact = read_words(case.body or "") == read_words(told.body)
    return (precision, recall, harmonic, float(exact), 1.0)


def snippet_row(case: Case, told: Told) -> Row:
    """Return wanted found, unwanted found, wanted missing, whether all is right, one; white space is folded."""
    text = " ".join(told.body.split())
    found = sum(" ".join(snippet.split()) in text for snippet in case.wanted)
    false = sum(" ".join(snippet.split()) in text for snippet in case.unwanted)
    missed = len(case.wanted) - found
    return (found, false, missed, float(not false and not missed), 1.0)


def _grams(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    """Return the 4-grams with their numbers; a shorter text is one gram, an empty one none."""
    if not words:
        return Counter()
    last = max(1, len(words) - GRAM + 1)
    return Counter(tuple(words[start : start + GRAM]) for start in range(last))


def _overlap(told: Counter[Gram], gold: Counter[Gram]) -> tuple[int, int, int]:
    right = (told & gold).total()
    return right, told.total() - right, gold.total() - right


def _shingle_figures(sums: Table) -> Table:
    precision, recall = over(sums[:, 0], sums[:, 1]), over(sums[:, 2], sums[:, 3])
    harmonic = over(2 * precision * recall, precision + recall)
    return np.stack([precision, recall, harmonic, over(sums[:, 4], sums[:, 5])], axis=1)


def _word_figures(sums: Table) -> Table:
    return np.stack([over(sums[:, column], sums[:, 4]) for column in range(4)], axis=1)


def _snippet_figures(sums: Table) -> Table:
    found, false, missed = sums[:, 0], sums[:, 1], sums[:, 2]
    harmonic = over(2 * found, 2 * found + false + missed)
    exact = over(sums[:, 3], sums[:, 4])
    return np.stack([over(found, found + false), over(found, found + missed), harmonic, exact], axis=1)


SCORERS = {
    Body.SHINGLES: Scorer(shingle_row, _shingle_figures),
    Body.WORDS: Scorer(word_row, _word_figures),
    Body.SNIPPETS: Scorer(snippet_row, _snippet_figures),
}
