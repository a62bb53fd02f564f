"""Which articles may be copies: pairs worth reading word by word, found without comparing all with all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np

from nutgraf.dedupe.readings import PASSAGE_SHINGLE, Numbers, Reading, mix, shingles

Pair = tuple[int, int]

SIGNATURE_SHINGLE = 5
BANDS, ROWS = 32, 4
"""32 bands of 4 rows: texts with half their shingles in common meet with probability 0.87, with 0.7 almost surely."""

CROWD = 32
"""A bucket larger than this pairs every member with its first CROWD only, so that a text printed everywhere costs
linear time; the group stays whole, because all hang on the same first members."""

LEAST_SHARED = 5
"""Eight-word runs that two articles must share to be read against each other: one passage of twelve words has five."""

_COUNT = BANDS * ROWS
_FACTORS = mix(np.arange(1, _COUNT + 1, dtype=np.uint64)) | np.uint64(1)
_SHIFTS = mix(np.arange(_COUNT + 1, 2 * _COUNT + 1, dtype=np.uint64))


def candidate_pairs(readings: Sequence[Reading]) -> list[Pair]:
    """Return pairs of positions in `readings` that may be copies: exact, alike as a whole, or sharing a passage.

    `readings` must be in a fixed order (by article id), for the sake of crowded buckets.
    """
    found: set[Pair] = set()
    for buckets in (_exact_buckets(readings), _band_buckets(readings)):
        for members in buckets:
            found.update(_pairs(members, CROWD))
    found.update(_passage_pairs(readings))
    return sorted(found)


def sign(reading: Reading) -> Numbers:
    """Return the MinHash signature of an article's five-word shingles (Broder 1997), one number per hash function."""
    runs = shingles(reading.numbers, SIGNATURE_SHINGLE)
    if not len(runs):
        return np.zeros(0, dtype=np.uint64)
    signature: Numbers = mix(runs[:, None] * _FACTORS[None, :] + _SHIFTS[None, :]).min(axis=0)
    return signature


def _pairs(members: Sequence[int], crowd: int) -> Iterator[Pair]:
    if len(members) <= crowd:
        yield from combinations(members, 2)
        return
    for place, first in enumerate(members[:crowd]):
        for second in members[place + 1 :]:
            yield first, second


def _exact_buckets(readings: Sequence[Reading]) -> Iterable[list[int]]:
    buckets: dict[str, list[int]] = defaultdict(list)
    for place, reading in enumerate(readings):
        if len(reading.numbers):
            buckets[reading.key].append(place)
    return buckets.values()


def _band_buckets(readings: Sequence[Reading]) -> Iterable[list[int]]:
    buckets: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    for place, reading in enumerate(readings):
        signature = sign(reading).astype("<u8")
        for band in range(BANDS if len(signature) else 0):
            buckets[band, signature[band * ROWS : (band + 1) * ROWS].tobytes()].append(place)
    return buckets.values()


def _passage_pairs(readings: Sequence[Reading]) -> Iterator[Pair]:
    """Yield pairs that share enough eight-word runs; runs that stand everywhere pair few."""
    runs = [np.unique(_telling_shingles(reading)) for reading in readings]
    if not runs:
        return
    numbers = np.concatenate(runs)
    owners = np.repeat(np.arange(len(runs)), [len(run) for run in runs])
    order = np.lexsort((owners, numbers))
    numbers, owners = numbers[order], owners[order]
    edges = np.flatnonzero(np.concatenate(([True], numbers[1:] != numbers[:-1], [True])))
    shared: Counter[Pair] = Counter()
    for start, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        if end - start > 1:
            members = owners[start:end].tolist()
            shared.update(_pairs(members, CROWD if len(members) <= CROWD else 4))
    yield from (pair for pair, count in shared.items() if count >= LEAST_SHARED)


def _telling_shingles(reading: Reading) -> Numbers:
    """Return the eight-word runs of which at least half is no boilerplate."""
    runs = reading.passage_shingles
    if not len(runs):
        return runs
    counts = np.convolve(reading.furniture.astype(np.int64), np.ones(PASSAGE_SHINGLE, dtype=np.int64), "valid")
    return runs[counts * 2 <= PASSAGE_SHINGLE]
