"""The entailer: what one short text says beside another, from the same to something else altogether.

A pair is read as one window by the encoder that the tagger and the embedder share, each piece with what it is to the
other side: whether its word stands there. `weights/entailer.onnx` is an int8 network made by `training/entailer` (card:
docs/models/entailer.md).
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Sequence
from enum import StrEnum
from hashlib import blake2b
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from nutgraf.models.runtime import Network, look_up, run_windows
from nutgraf.models.terms import content_stems
from nutgraf.models.word_pieces import CLASSIFY, SEPARATE, read_words


class Relation(StrEnum):
    """What the first of two texts says beside the second.

    `ENTAILS`: all that the second says, and more. `RELATED`: of the same matter, and neither follows from the other.
    """

    SAME = "same"
    ENTAILS = "entails"
    CONTRADICTS = "contradicts"
    RELATED = "related"
    UNRELATED = "unrelated"


RELATIONS = tuple(Relation)
MOST = 64
"""Pieces of each text that are read; what comes behind is left out."""

FEATURES = 8
"""Of each piece: second text; a word that stands in both, whole or by its stem; a number, in one alone; a capital, in
one alone; a no."""

SHIPPED = "entailer"
"""The network that ships."""

KEPT = 65536
"""So many pairs' judgements are kept in memory, so that copies and a story that grows cost little: about 20 MB."""

FINE = 1000
"""Likelihoods are whole thousandths: the last bits of a float differ between machines."""

_NO = re.compile(r"not|no|never|none|neither|nor|without|cannot|deny|denies|denied|refused?|rejected?|t")


def judge_pairs(pairs: Sequence[tuple[str, str]], network: Network = SHIPPED) -> NDArray[np.float64]:
    """Return how likely each relation is of the first text of each pair to the second: (pairs, relations), 0 to 1.

    The columns stand in the order of `RELATIONS`. A pair that was judged before is not judged again. Another network of
    the same make may be named by its file, to be measured.
    """
    if not pairs:
        return np.zeros((0, len(RELATIONS)))
    keys = [(network, _digest(one, two)) for one, two in pairs]
    missing = {key: pair for key, pair in zip(keys, pairs, strict=True) if key not in _kept}
    scores = run_windows(network, [_inputs(*pair) for pair in missing.values()])
    fresh = {key: _likely(row) for key, row in zip(missing, scores, strict=True)}
    found = np.stack([fresh[key] if key in fresh else _kept[key] for key in keys])
    for key in keys:
        if key in fresh:
            _kept[key] = fresh[key]
        _kept.move_to_end(key)
    while len(_kept) > KEPT:
        _kept.popitem(last=False)
    return found


_kept: OrderedDict[tuple[Network, bytes], NDArray[np.float64]] = OrderedDict()


def _digest(one: str, two: str) -> bytes:
    return blake2b(f"{len(one)} {one}{two}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _inputs(one: str, two: str) -> dict[str, NDArray[np.float32]]:
    pieces, features = read_pair(one, two)
    return {"vectors": look_up(pieces)[None], "features": features[None]}


def _likely(scores: NDArray[np.float32]) -> NDArray[np.float64]:
    raised = np.exp(scores[0].astype(np.float64) - scores[0].max())
    likely: NDArray[np.float64] = np.rint(raised / raised.sum() * FINE) / FINE
    return likely


def read_pair(one: str, two: str) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return the pieces of a pair, and the features of each."""
    sides = [_read_side(text) for text in (one, two)]
    pieces, features = [CLASSIFY], [np.zeros(FEATURES, dtype=np.float32)]
    for place, (side, other) in enumerate((sides, sides[::-1])):
        words = {word for word, *_ in other}
        stems = set(chain.from_iterable(stem for _, stem, *_ in other))
        own = [
            (piece, _features(place, word, stem, shape, words, stems))
            for word, stem, shape, ids in side
            for piece in ids
        ]
        pieces += [*(piece for piece, _ in own[:MOST]), SEPARATE]
        features += [*(row for _, row in own[:MOST]), np.zeros(FEATURES, dtype=np.float32)]
    return np.array(pieces, dtype=np.int64), np.stack(features)


_Word = tuple[str, tuple[str, ...], str, tuple[int, ...]]
"""A word in small letters, its stems, its printed form, its pieces."""


def _read_side(text: str) -> list[_Word]:
    (words,) = read_words([text])
    printed = [text[start:end] for start, end in words.places]
    return [
        (word.lower(), tuple(content_stems(word)), word, ids) for word, ids in zip(printed, words.pieces, strict=True)
    ]


def _features(
    place: int, word: str, stems: Sequence[str], printed: str, words: set[str], found: set[str]
) -> NDArray[np.float32]:
    there, akin = word in words, any(stem in found for stem in stems)
    number, capital = any(letter.isdigit() for letter in word), printed[:1].isupper()
    told = (
        place == 1,
        there,
        akin,
        number,
        number and not there,
        capital,
        capital and not there,
        bool(_NO.fullmatch(word)),
    )
    return np.array(told, dtype=np.float32)
