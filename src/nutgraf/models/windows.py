"""Sentences in windows: those read together, so that a speaker named in the sentence before is seen.

Where a window ends depends on the sentences near its end alone, not on where the text began: in a reprint with another
first paragraph the windows fall into step after a few sentences, and what was read once need not be read again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from nutgraf.models.word_pieces import CLASSIFY, FEATURES, SEPARATE, Words

MOST = 192
"""Pieces of a window; a longer sentence is cut into parts of so many."""
ENOUGH = 72
"""A window of so many pieces ends at the next sentence whose digest says so."""
CONTEXT = 64
"""The sentence before a window is read with it where it has at most so many pieces."""


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences `first` to `last` (exclusive) of a text, with the place of each one's first piece.

    `before` is the first sentence that is read with them. `cut` is the word at which the one sentence begins here,
    where a long one is cut, and `until` the word it ends at.
    """

    before: int
    first: int
    last: int
    pieces: NDArray[np.int64]
    features: NDArray[np.uint8]
    starts: tuple[int, ...]
    cut: int = 0
    until: int | None = None


def make_windows(sentences: Sequence[str], words: Sequence[Words]) -> list[Window]:
    """Return the windows of a text's sentences, in order; every word of every sentence lies in exactly one."""
    windows: list[Window] = []
    first, size = 0, 0
    for at, told in enumerate(words):
        if size and size + told.size + 1 > MOST - 1:
            windows.append(_window(words, first, at))
            first, size = at, 0
        size += told.size + 1
        if size > MOST - 1:
            windows += _parts(words, at)
            first, size = at + 1, 0
        elif size >= ENOUGH and _ends(sentences[at]):
            windows.append(_window(words, first, at + 1))
            first, size = at + 1, 0
    if first < len(words):
        windows.append(_window(words, first, len(words)))
    return windows


def _ends(sentence: str) -> bool:
    """Tell by a sentence's own letters whether a window may end with it: one in two may."""
    return blake2b(sentence.encode(), digest_size=1).digest()[0] % 2 == 0


def _window(words: Sequence[Words], first: int, last: int) -> Window:
    before = first - 1 if first and words[first - 1].size <= CONTEXT else first
    run = words[before:last]
    pieces, features = _joined([(told.pieces, told.features) for told in run])
    sizes = np.cumsum([1, *(told.size + 1 for told in run)])[:-1]
    return Window(before, first, last, pieces, features, tuple(int(place) for place in sizes[first - before :]))


def _parts(words: Sequence[Words], at: int) -> list[Window]:
    """Cut one long sentence into windows of words; each word stands in one."""
    told = words[at]
    found: list[Window] = []
    begun = 0
    while begun < len(told.pieces):
        end, size = begun, 0
        while end < len(told.pieces) and (end == begun or size + len(told.pieces[end]) <= MOST - 2):
            size += len(told.pieces[end])
            end += 1
        pieces, features = _joined([(told.pieces[begun:end], told.features[begun:end])])
        found.append(Window(at, at, at + 1, pieces, features, (1,), begun, end))
        begun = end
    return found


def _joined(
    parts: Sequence[tuple[tuple[tuple[int, ...], ...], NDArray[np.uint8]]],
) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """Return pieces and their features: the mark that opens, then each sentence with the mark that parts."""
    pieces: list[int] = [CLASSIFY]
    rows: list[NDArray[np.uint8]] = [np.zeros((1, FEATURES), dtype=np.uint8)]
    for words, features in parts:
        pieces += [piece for word in words for piece in word]
        pieces.append(SEPARATE)
        rows.append(np.repeat(features, [len(word) for word in words], axis=0))
        rows.append(rows[0])
    return np.array(pieces, dtype=np.int64), np.concatenate(rows)
