"""An article as the copy finder reads it: words as numbers, and which of them are the article's own voice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from nutgraf.dedupe.furniture import find_furniture
from nutgraf.dedupe.numbers import Mask, Numbers, Places, Words, read_words, shingles
from nutgraf.records.article import Article
from nutgraf.text import rough_sentences

LONGEST_QUOTE = 120
"""Words between quote marks above which they are taken for marks that do not belong together."""

_DOUBLE = re.compile(r"(?:[“„«]|(?<!\w)\"(?=\S))[^“”„\"«»\n]*(?:[”“\"»]|$)", re.MULTILINE)
_SINGLE = re.compile(r"(?<![^\s(\[—–-])[‘'](?=[^\s'’])[^‘\n]{0,900}?[’'](?![^\W_])")


@dataclass(frozen=True)
class Reading:
    """One article's words; what only a close look needs is worked out when it is asked for."""

    article: Article

    @cached_property
    def words(self) -> Words:
        """Return the article's words with their numbers and places."""
        return read_words(self.article.text)

    @property
    def numbers(self) -> Numbers:
        """Return one number per word."""
        return self.words.numbers

    def word_ranges(self, places: Sequence[tuple[int, int]]) -> Places:
        """Return which words (first, last + 1) begin in stretches of the text, a row each."""
        edges = np.array(places, dtype=np.int64).reshape(-1, 2)
        return np.searchsorted(self.words.starts, edges)

    @cached_property
    def quoted(self) -> Mask:
        """Return which words stand between quote marks: a quotation that two articles share shows one speaker only."""
        marked = [match.span() for pattern in (_DOUBLE, _SINGLE) for match in pattern.finditer(self.article.text)]
        ranges = self.word_ranges(marked)
        return covered(len(self.numbers), ranges[ranges[:, 1] - ranges[:, 0] <= LONGEST_QUOTE].tolist())

    @cached_property
    def furniture(self) -> Mask:
        """Return which words are boilerplate ("Sign up for our newsletter")."""
        places = find_furniture(self.article.text, self.words)
        return covered(len(self.numbers), self.word_ranges(places).tolist())

    @cached_property
    def sentences(self) -> Places:
        """Return each sentence as (first word, last word + 1), a row each."""
        ranges = self.word_ranges(list(rough_sentences(self.article.text)))
        return ranges[ranges[:, 0] < ranges[:, 1]]

    @cached_property
    def sentence_of(self) -> Places:
        """Return for each word the sentence in which it stands."""
        return np.searchsorted(self.sentences[:, 0], np.arange(len(self.numbers)), "right") - 1

    @cached_property
    def eights(self) -> Numbers:
        """Return one number per run of eight words, in order: what passages are found by."""
        return shingles(self.numbers, 8)

    @cached_property
    def threes(self) -> Numbers:
        """Return one number per run of three words, in order: what changed sentences are found by."""
        return shingles(self.numbers, 3)

    @cached_property
    def sorted_eights(self) -> tuple[Numbers, Places]:
        """Return the runs of eight words in the order of their numbers, and where each stands."""
        return _in_order(self.eights)

    @cached_property
    def sorted_threes(self) -> tuple[Numbers, Places]:
        """Return the runs of three words in the order of their numbers, and where each stands."""
        return _in_order(self.threes)


def _in_order(runs: Numbers) -> tuple[Numbers, Places]:
    order = np.argsort(runs, kind="stable")
    return runs[order], order


def covered(count: int, stretches: Sequence[Sequence[int]]) -> Mask:
    """Return which of `count` words lie in stretches (first, last + 1)."""
    mask = np.zeros(count, dtype=np.bool_)
    for first, last in stretches:
        mask[first:last] = True
    return mask
