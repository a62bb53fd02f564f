"""Many likenesses at once: one account beside hundreds, the same numbers that `liken` gives for each two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nutgraf.cluster.likeness import DAY_IN_COMMON, SHARES, WHOLE, Part, weigh_setting, weigh_time
from nutgraf.cluster.profiles import ONE
from nutgraf.records.rows import KEY, SECTIONS, WEIGHT, Row

Numbers = NDArray[np.int64]

_PARTS = (Part.WORDS, Part.PEOPLE, Part.PLACES, Part.OPENING, Part.NUMBERS)
"""The parts that are cosines, in the order of the sections."""


@dataclass(frozen=True, slots=True)
class Near:
    """One of the others: its place, and how alike it is, as told and with its time (millionths)."""

    place: int
    timeless: int
    whole: int


def liken_rows(own: Row, others: Sequence[Row], least: int) -> Iterator[Near]:
    """Yield those of the others, all in one language with it, that are at least so much alike as told."""
    if not others:
        return
    sums = _sums(own, others)
    for place in np.flatnonzero(sums + DAY_IN_COMMON >= least).tolist():
        timeless = weigh_setting(int(sums[place]), own.setting, others[place].setting)
        if timeless >= least:
            yield Near(place, timeless, weigh_time(timeless, own.setting, others[place].setting))


def _sums(own: Row, others: Sequence[Row]) -> Numbers:
    """Return what all parts add, for each of the others."""
    table = _Table(own)
    cosines, held = table.beside(others)
    measured = dict(zip(_PARTS, cosines.T, strict=True))
    measured[Part.NAMED] = (held + table.held_by(others)) // 2
    measured[Part.MEANING] = _meanings(own.meaning, [other.meaning for other in others])
    every, sums = sum(SHARES.values()), np.zeros(len(others), dtype=np.int64)
    for part, measures in measured.items():
        sums += SHARES[part] * measures // every
    return sums


class _Table:
    """One row's keys in their order, each with its weight among its section's and among what the opening names."""

    def __init__(self, row: Row) -> None:
        keys, told = np.frombuffer(row.keys, KEY), np.frombuffer(row.told, KEY)
        self._keys, places = np.unique(np.concatenate((keys, told)), return_inverse=True)
        self._weights = np.zeros(len(self._keys), dtype=np.int64)
        self._weights[places[: len(keys)]] = np.frombuffer(row.weights, WEIGHT)
        self._told = np.zeros(len(self._keys), dtype=np.int64)
        self._told[places[len(keys) :]] = np.frombuffer(row.told_weights, WEIGHT)

    def beside(self, others: Sequence[Row]) -> tuple[Numbers, Numbers]:
        """Return each other's cosines, section by section, and the share of this opening's names that it holds."""
        found, places = self._find([other.keys for other in others])
        weights = np.frombuffer(b"".join(other.weights for other in others), WEIGHT)[found]
        ends = np.cumsum([length for other in others for length in other.lengths])
        sections = np.searchsorted(ends, found, side="right")
        products = _add(sections, self._weights[places] * weights, len(ends)).reshape(-1, len(SECTIONS))
        named = _add(sections, self._told[places], len(ends)).reshape(-1, len(SECTIONS))[:, 0]
        return np.minimum(WHOLE, products * WHOLE // (ONE * ONE)), _shares(named, self._told.sum())

    def held_by(self, others: Sequence[Row]) -> Numbers:
        """Return the share of what each other's opening names that stands among this one's words."""
        found, places = self._find([other.told for other in others])
        weights = np.frombuffer(b"".join(other.told_weights for other in others), WEIGHT).astype(np.int64)
        lengths = [len(other.told) // KEY.itemsize for other in others]
        owners = np.repeat(np.arange(len(others)), lengths)
        held = _add(owners[found], weights[found] * (self._weights[places] > 0), len(others))
        return _shares(held, _add(owners, weights, len(others)))

    def _find(self, keys: Iterable[bytes]) -> tuple[Numbers, Numbers]:
        """Return where in all these keys some of this table's stand, and the place of each in the table."""
        sought = np.frombuffer(b"".join(keys), KEY)
        if not len(self._keys):
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        places = np.minimum(np.searchsorted(self._keys, sought), len(self._keys) - 1)
        found = np.flatnonzero(self._keys[places] == sought)
        return found, places[found]


def _add(owners: Numbers, values: Numbers, count: int) -> Numbers:
    """Return the sum of each owner's values; below 2**53 the floats that are added are whole numbers."""
    return np.bincount(owners, weights=values, minlength=count).astype(np.int64)


def _shares(part: Numbers, whole: Numbers) -> Numbers:
    return part * WHOLE // np.maximum(whole, 1)


def _meanings(own: bytes, others: Sequence[bytes]) -> Numbers:
    """Return the cosines of vectors of signed bytes, nothing where one is below zero or either has none."""
    cosines = np.zeros(len(others), dtype=np.int64)
    known = [place for place, meaning in enumerate(others) if meaning] if own else []
    if known:
        vector = np.frombuffer(own, np.int8).astype(np.int64)
        every = np.frombuffer(b"".join(others[place] for place in known), np.int8).reshape(len(known), -1)
        every = every.astype(np.int64)
        lengths = np.sqrt((every * every).sum(axis=1) * (vector @ vector))
        cosines[known] = np.maximum(0, every @ vector / np.where(lengths, lengths, 1) * WHOLE).astype(np.int64)
    return cosines
