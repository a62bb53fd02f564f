"""Which articles may be copies: those that share a key, a crowded key with its first few only."""

from __future__ import annotations

import hashlib

import numpy as np

from nutgraf.dedupe.numbers import Places
from nutgraf.dedupe.sketches import KeyKind, Keys, kind_of

CROWD: dict[int, int] = {KeyKind.EXACT: 32, KeyKind.SHORT: 32, KeyKind.PASSAGE: 12, KeyKind.TITLE: 4}
"""With how many of its first holders every holder of a key is compared, so that a text printed everywhere costs linear
time; its group stays whole, because all hang on the same first ones."""


def rank_of(article: str) -> int:
    """Return the number by which the holders of a key are ordered: of the id alone, so that no arrival changes it."""
    return int.from_bytes(hashlib.blake2b(article.encode(), digest_size=8).digest(), "big") >> 1


def crowd_of(key: int) -> int:
    """Return with how many first holders of a key every other is compared."""
    return CROWD[kind_of(key)]


def find_candidates(keys: Keys, owners: Places) -> Places:
    """Return the pairs of owners (lower, higher), a row each, that share a key and of which one is among its first.

    `owners` are places in the order of rank. Everything is done on whole arrays, so a million articles need no dict.
    """
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order].astype(np.int64)
    begins = np.ones(len(keys), dtype=np.bool_)
    begins[1:] = keys[1:] != keys[:-1]
    starts = np.flatnonzero(begins)
    sizes = np.diff(np.append(starts, len(keys)))
    shared = np.repeat(sizes > 1, sizes)
    start = np.repeat(starts, sizes)[shared]
    rank = np.flatnonzero(shared) - start
    crowd = np.array([CROWD[kind] for kind in KeyKind])[keys[shared] & 3]
    holder = owners[shared]
    found = np.zeros(0, dtype=np.int64)
    count = int(owners.max()) + 1 if len(owners) else 1
    for first in range(max(CROWD.values())):
        later = (rank > first) & (crowd > first)
        if not later.any():
            break
        found = np.union1d(found, owners[start[later] + first] * count + holder[later])
    return np.stack((found // count, found % count), axis=1)
