"""What the peers are given: each article's words as a vector, weighed as ours are, made before the clock starts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from pathlib import Path

import numpy as np

from benchmarks.stories.peers import WIDTH, Vector
from benchmarks.stories.stream import make_stream
from nutgraf.records.profile import Profile


@dataclass(frozen=True, slots=True)
class Written:
    """Where the vectors lie, one after the other as 32-bit floats, and the events of their articles, one a line."""

    vectors: Path
    events: Path


def write_vectors(bases: Sequence[Profile], count: int, folder: Path, seed: int) -> Written:
    """Write the vectors of the first articles of a stream; never more than one is held."""
    written = Written(folder / f"{seed}-{count}.f32", folder / f"{seed}-{count}.events")
    with written.vectors.open("wb") as vectors, written.events.open("w") as events:
        for made in islice(make_stream(bases, seed), count):
            vectors.write(vector_of(made.profile).tobytes())
            events.write(f"{made.event}\n")
    return written


def vector_of(profile: Profile) -> Vector:
    """Return the words of a profile as a vector of length one: each word is put to one place of it by its hash."""
    vector = np.zeros(WIDTH, dtype=np.float32)
    for stem, weight in profile.words.items():
        place, sign = _place(stem)
        vector[place] += sign * weight
    unit: Vector = vector / max(float(np.linalg.norm(vector)), 1.0)
    return unit


@lru_cache(maxsize=1_000_000)
def _place(stem: str) -> tuple[int, int]:
    number = int.from_bytes(blake2b(stem.encode(), digest_size=8).digest(), "big")
    return number // 2 % WIDTH, 1 if number % 2 else -1
