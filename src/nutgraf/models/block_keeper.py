"""How likely each block of a web page belongs to its text, from the block's features alone.

Boosted trees that ask one question at each depth (as CatBoost grows them): a leaf's number is made of the answers.
All is integer arithmetic, so every machine gives the same chances. Made by training/block_keeper.py; its card is
docs/models/block-keeper.md.
"""

from __future__ import annotations

import math
from functools import cache
from importlib import resources
from io import BytesIO
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Whole = NDArray[np.int64]

ONE = 4096
"""A chance of one; chances are integers."""
UNIT = 1024
"""Leaves hold log odds times this."""
REACH = 4
"""Questions may ask about a block's neighbours, up to so many before and after."""
_TOGETHER = 4_096
"""So many blocks are asked at once: what is remembered of each of two hundred thousand would fill the memory."""
_STEP = 32
_TABLE = tuple(round(ONE / (1 + math.exp(-step / _STEP))) for step in range(-8 * _STEP, 8 * _STEP + 1))


class Trees(NamedTuple):
    """Questions (trees × depth): is feature `columns` of the block at `offsets` greater than `borders`; the leaves."""

    columns: NDArray[np.int16]
    offsets: NDArray[np.int8]
    borders: Bytes
    leaves: NDArray[np.int32]
    bias: NDArray[np.int32]


def keep_chances(features: Bytes) -> Whole:
    """Return for each block (a row of features from 0 to 255) the chance that it is of the text, 0 to `ONE`."""
    return chances_by(_trees(), features)


def chances_by(trees: Trees, features: Bytes) -> Whole:
    """Return the chances that trees give."""
    count = len(features)
    if not count:
        return np.zeros(0, np.int64)
    padded = np.zeros((count + 2 * REACH, features.shape[1]), np.uint8)
    padded[REACH : REACH + count] = features
    odds = np.concatenate(
        [_odds(trees, padded[first : first + _TOGETHER + 2 * REACH]) for first in range(0, count, _TOGETHER)]
    )
    steps = np.clip(odds * _STEP // UNIT, -8 * _STEP, 8 * _STEP) + 8 * _STEP
    chances: Whole = np.array(_TABLE, np.int64)[steps]
    return chances


def _odds(trees: Trees, padded: Bytes) -> Whole:
    """Return the log odds of all blocks but the first and the last few, which are only asked about."""
    count = len(padded) - 2 * REACH
    numbers = np.zeros((count, len(trees.columns)), np.int16)
    for level in range(trees.columns.shape[1]):
        numbers += _answers(trees, level, padded, count).astype(np.int16) << level
    leaves: Whole = trees.leaves[np.arange(len(trees.leaves)), numbers].sum(axis=1, dtype=np.int64)
    return leaves + int(trees.bias[0])


def _answers(trees: Trees, level: int, padded: Bytes, count: int) -> NDArray[np.bool_]:
    values = np.empty((count, len(trees.columns)), np.uint8)
    offsets = trees.offsets[:, level]
    for offset in np.unique(offsets).tolist():
        where = np.flatnonzero(offsets == offset)
        rows = padded[REACH + offset : REACH + offset + count]
        values[:, where] = rows[:, trees.columns[where, level]]
    found: NDArray[np.bool_] = values > trees.borders[:, level]
    return found


@cache
def _trees() -> Trees:
    packed = resources.files("nutgraf.models").joinpath("weights/block_keeper.npz").read_bytes()
    with np.load(BytesIO(packed), allow_pickle=False) as arrays:
        return Trees(*(arrays[name] for name in Trees._fields))
