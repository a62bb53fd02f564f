"""Sketches: the few keys of an article by which its copies are found without comparing all with all.

Two articles may be copies where they share a key: of the same words, of a passage, of a short text much alike, or of a
headline. Passages are sampled by winnowing (Schleimer, Wilkerson and Aiken 2003): of every `WINDOW` runs of eight words
in a row the one with the lowest number is kept, so that two texts with `SURE_PASSAGE` words in common share a key for
certain. Short texts have few such runs, so they get MinHash bands (Broder 1997) over pairs of words, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from nutgraf.dedupe.furniture import find_furniture
from nutgraf.dedupe.headlines import headline_keys
from nutgraf.dedupe.numbers import Mask, Numbers, Places, mix, read_words, shingles
from nutgraf.dedupe.readings import covered
from nutgraf.records.article import Article

Keys = NDArray[np.int64]


class KeyKind(IntEnum):
    """What a key is made of; it stands in the lowest bits of the key."""

    EXACT = 0
    SHORT = 1
    PASSAGE = 2
    TITLE = 3


_KIND_BITS = 2

SHINGLE = 8
"""Words of the runs that passages are found by."""

WINDOW = 9
SURE_PASSAGE = SHINGLE + WINDOW - 1

SHORT_TEXT = 100
"""Words up to which a text gets bands."""

BANDS, ROWS = 16, 4
_FACTORS = mix(np.arange(1, BANDS * ROWS + 1, dtype=np.uint64)) | np.uint64(1)
_SHIFTS = mix(np.arange(BANDS * ROWS + 1, 2 * BANDS * ROWS + 1, dtype=np.uint64))

LEAST_WORDS = 5
"""Words of the shortest text that can be a copy ("Read more" is none)."""

_NEVER = np.uint64(0xFFFFFFFFFFFFFFFF)


@dataclass(frozen=True, slots=True)
class _Batch:
    """The words of several articles in one row: numbers, boilerplate, whose each word is, where each text begins."""

    numbers: Numbers
    furniture: Mask
    owners: Places
    firsts: Places
    counts: Places


def sketch_articles(articles: Sequence[Article]) -> tuple[Keys, Places]:
    """Return the keys of all articles, each once per article, and beside each the place of its article.

    Both are in the order of the articles, then of the keys. A batch goes through the same few steps over one array as
    one article would, because those steps cost more than what they do on a short text.
    """
    batch = _read(articles)
    parts = [_exact_keys(batch), _short_keys(batch), _passage_keys(batch), _title_keys(articles)]
    keys = np.concatenate([keys for keys, _ in parts]).view(np.int64)
    owners = np.concatenate([owners for _, owners in parts])
    order = np.lexsort((keys, owners))
    keys, owners = keys[order], owners[order]
    fresh = np.ones(len(keys), dtype=np.bool_)
    fresh[1:] = (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])
    return keys[fresh], owners[fresh]


def kind_of(key: int) -> KeyKind:
    """Return what a key is made of."""
    return KeyKind(key & 3)


def _read(articles: Sequence[Article]) -> _Batch:
    """Read all texts as one; no word and no line reaches over the edge of a text."""
    text = _BETWEEN.join(article.text for article in articles)
    words = read_words(text)
    sizes = np.array([len(article.text) + len(_BETWEEN) for article in articles], dtype=np.int64)
    edges = np.searchsorted(words.starts, np.cumsum(sizes) - sizes)
    counts = np.diff(np.append(edges, len(words.numbers)))
    stretches = np.searchsorted(words.starts, np.array(find_furniture(text, words), dtype=np.int64).reshape(-1, 2))
    furniture = covered(len(words.numbers), stretches.tolist())
    return _Batch(words.numbers, furniture, np.repeat(np.arange(len(articles)), counts), edges, counts)


_BETWEEN = "\n"


def _tagged(numbers: Numbers, kind: KeyKind) -> Numbers:
    return (numbers << np.uint64(_KIND_BITS)) | np.uint64(kind)


def _exact_keys(batch: _Batch) -> tuple[Numbers, Places]:
    """Return one key for each text of enough words: of all its words in order."""
    own = np.flatnonzero(batch.counts >= LEAST_WORDS)
    if not len(own):
        return np.zeros(0, dtype=np.uint64), own
    places = np.arange(len(batch.numbers), dtype=np.int64) - batch.firsts[batch.owners]
    placed = mix(batch.numbers + mix(places.astype(np.uint64)))
    filled = np.flatnonzero(batch.counts)
    sums = np.zeros(len(batch.counts), dtype=np.uint64)
    sums[filled] = np.add.reduceat(placed, batch.firsts[filled])
    return _tagged(mix(sums[own]), KeyKind.EXACT), own


def _short_keys(batch: _Batch) -> tuple[Numbers, Places]:
    """Return the bands of each short text."""
    short = np.flatnonzero((batch.counts >= LEAST_WORDS) & (batch.counts <= SHORT_TEXT))
    if not len(short):
        return np.zeros(0, dtype=np.uint64), short
    pairs = shingles(batch.numbers, 2)
    inside = batch.counts[short] - 1
    starts = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(inside)))[:-1]
    taken = np.repeat(batch.firsts[short] - starts, inside) + np.arange(inside.sum())
    hashed = mix(pairs[taken, None] * _FACTORS[None, :] + _SHIFTS[None, :])
    lowest = np.minimum.reduceat(hashed, starts, axis=0).reshape(len(short), BANDS, ROWS)
    bands = np.tile(mix(np.arange(BANDS, dtype=np.uint64)), (len(short), 1))
    for row in range(ROWS):
        bands = mix(bands ^ lowest[:, :, row])
    return _tagged(bands.ravel(), KeyKind.SHORT), np.repeat(short, BANDS)


def _passage_keys(batch: _Batch) -> tuple[Numbers, Places]:
    """Return the sampled runs of eight words of each text, without those that are mostly boilerplate."""
    runs = shingles(batch.numbers, SHINGLE)
    count = len(runs)
    if not count:
        return runs, np.zeros(0, dtype=np.int64)
    owners = batch.owners[:count]
    filled: Places = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(batch.furniture)))
    boilerplate: Places = filled[SHINGLE : SHINGLE + count] - filled[:count]
    runs[(owners != batch.owners[SHINGLE - 1 :]) | (boilerplate * 2 > SHINGLE)] = _NEVER
    chosen = np.zeros(count, dtype=np.bool_)
    windows = count - WINDOW + 1
    if windows > 0:
        lowest = _sliding(runs, WINDOW, np.minimum)
        lowest[owners[:windows] != batch.owners[SURE_PASSAGE - 1 :]] = 0
        padding = np.zeros(WINDOW - 1, dtype=np.uint64)
        chosen = _sliding(np.concatenate((padding, lowest, padding)), WINDOW, np.maximum) == runs
    # A text of fewer runs than a window has none; it gives its lowest run.
    texts = np.flatnonzero((batch.counts >= SHINGLE) & (batch.counts < SURE_PASSAGE))
    for first, words in zip(batch.firsts[texts].tolist(), batch.counts[texts].tolist(), strict=True):
        part = runs[first : first + words - SHINGLE + 1]
        chosen[first : first + len(part)] = part == part.min()
    taken = np.flatnonzero(chosen & (runs != _NEVER))
    return _tagged(runs[taken], KeyKind.PASSAGE), owners[taken]


def _sliding(values: Numbers, size: int, pick: np.ufunc) -> Numbers:
    """Return the lowest or highest of each `size` values in a row."""
    count = len(values) - size + 1
    best = values[:count].copy()
    for offset in range(1, size):
        pick(best, values[offset : offset + count], out=best)
    return best


def _title_keys(articles: Sequence[Article]) -> tuple[Numbers, Places]:
    found = [(key, place) for place, article in enumerate(articles) for key in headline_keys(article.title)]
    keys = np.array([key for key, _ in found], dtype=np.uint64)
    return _tagged(keys, KeyKind.TITLE), np.array([place for _, place in found], dtype=np.int64)
