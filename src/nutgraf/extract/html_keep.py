"""Which blocks of an HTML page are of its text: chances from a model, and the set of them that is most likely right."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nutgraf.extract.html_features import block_features
from nutgraf.extract.html_lines import Document
from nutgraf.models.block_keeper import ONE, keep_chances

_LIKELY, _EDGE = ONE // 8, ONE * 11 // 20
_LEAST, _MOST = ONE // 5, ONE // 2
"""The chance from which a block is kept lies between these, wherever the page's own chances put it. Chosen on the
development part of WCXB: .856 over all kinds of page, .850 with one threshold for all pages."""
_CORE, _SHARE, _ENOUGH, _STRICT = ONE * 9 // 10, 60, 150, ONE * 7 // 10
"""Where so many hundredths of what is kept, and so many words, have a chance of .9, a page has a text beyond doubt, and
what else it keeps must reach .7. Chosen the same way: articles .944 without, .948 with it; and by a model that had seen
no news page, the 51 news pages among them .943 without, .953 with it (trafilatura's default: .948)."""


@dataclass(frozen=True, slots=True)
class Kept:
    """For each line whether it is kept as the page's one text, as one of several, and whether it may be of any.

    `edges` tells whether it may be the first or the last line of one of several, `sure` whether only its own form may
    speak against it.
    """

    kept: tuple[bool, ...]
    plain: tuple[bool, ...]
    likely: tuple[bool, ...]
    edges: tuple[bool, ...]
    sure: tuple[bool, ...]


def keep_lines(document: Document) -> Kept:
    """Tell for each line of a document whether it is kept."""
    chances = keep_chances(block_features(document))
    lengths = np.array([line.words.count(" ") + 1 for line in document.lines], np.int64)
    lowest = threshold(chances, lengths)
    levels = (strict(chances, lengths, lowest), lowest, _LIKELY, _EDGE, _CORE)
    return Kept(*(tuple((chances >= level).tolist()) for level in levels))


def threshold(chances: NDArray[np.int64], lengths: NDArray[np.int64]) -> int:
    """Return the chance from which blocks are kept so that the F1 to be expected is greatest.

    The expected F1 of keeping a set is nearly 2 · (words expected right in it) / (words in it + words expected right on
    the page); the best set takes blocks in the order of their chances (Lipton and others, 2014).
    """
    if not len(chances):
        return ONE
    order = np.argsort(-chances, kind="stable")
    right = np.cumsum(chances[order] * lengths[order])
    taken = np.cumsum(lengths[order]) * ONE
    best = int(np.argmax(2 * right / np.maximum(taken + right[-1], 1)))
    return min(max(int(chances[order[best]]), _LEAST), _MOST)


def strict(chances: NDArray[np.int64], lengths: NDArray[np.int64], lowest: int) -> int:
    """Return the chance from which blocks are kept where a page has a text beyond doubt, else the lowest."""
    core, kept = int(lengths[chances >= _CORE].sum()), int(lengths[chances >= lowest].sum())
    return _STRICT if core >= _ENOUGH and 100 * core >= _SHARE * kept else lowest
