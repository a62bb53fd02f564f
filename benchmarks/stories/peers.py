"""The peers: run by an interpreter that has them, `python -m benchmarks.stories.peers SYSTEM VECTORS COUNT`.

Each is the plainest single pass: an article goes to the story that is nearest, if it is near enough; else it begins
one. No time, no names, and what was once decided stays, so that the order of arrival decides.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from benchmarks.copies.memory import peak, resident
from benchmarks.stories.pace import ALONE, BATCH, STEADY, keep_pace

Vector = NDArray[np.float32]

WIDTH, NEAR = 256, 0.35
"""Numbers in a vector; the cosine from which an article is put to a story. Of .2 to .7 it gives every peer its best
B-cubed F1, or within .001 of it, on 6,000 articles of another stream."""

LINKS, ADDING, SEARCHING = 16, 64, 32
"""How an index of near neighbours is built and asked: links of a vector, vectors looked at when adding and asking."""


class Stories(Protocol):
    """Takes vectors, one after the other."""

    homes: list[int]

    def add(self, vector: Vector) -> None:
        """Put one article to a story."""


class FaissFlat:
    """The story of the nearest article, which is found by looking at all of them."""

    def __init__(self, most: int) -> None:
        faiss: Any = importlib.import_module("faiss")
        faiss.omp_set_num_threads(1)
        self._index = faiss.IndexFlatIP(WIDTH)
        self.homes: list[int] = []

    def add(self, vector: Vector) -> None:
        """Put one article to a story."""
        likeness, place = self._index.search(vector[None], 1)
        near = bool(self.homes) and likeness[0, 0] >= NEAR
        self.homes.append(self.homes[int(place[0, 0])] if near else len(self.homes))
        self._index.add(vector[None])


class Hnswlib:
    """The story of the nearest article, which is found by going along links."""

    def __init__(self, most: int) -> None:
        hnswlib: Any = importlib.import_module("hnswlib")
        self._index = hnswlib.Index("cosine", WIDTH)
        self._index.init_index(most, ef_construction=ADDING, M=LINKS)
        self._index.set_ef(SEARCHING)
        self._index.set_num_threads(1)
        self.homes: list[int] = []

    def add(self, vector: Vector) -> None:
        """Put one article to a story."""
        home = len(self.homes)
        if self.homes:
            place, distance = self._index.knn_query(vector, 1)
            home = self.homes[int(place[0, 0])] if 1 - distance[0, 0] >= NEAR else home
        self.homes.append(home)
        self._index.add_items(vector[None], [len(self.homes) - 1])


class Usearch:
    """The story whose middle is nearest, which is found by going along links."""

    def __init__(self, most: int) -> None:
        index: Any = importlib.import_module("usearch.index")
        self._index = index.Index(
            ndim=WIDTH, metric="cos", dtype="f32", connectivity=LINKS, expansion_add=ADDING, expansion_search=SEARCHING
        )
        self._sums: dict[int, Vector] = {}
        self.homes: list[int] = []

    def add(self, vector: Vector) -> None:
        """Put one article to a story."""
        home = len(self.homes)
        if self.homes:
            found = self._index.search(vector, 1, threads=1)
            home = int(found.keys[0]) if len(found) and 1 - found.distances[0] >= NEAR else home
        self.homes.append(home)
        if home in self._sums:
            self._index.remove(home)
        self._sums[home] = self._sums[home] + vector if home in self._sums else vector
        self._index.add(home, self._sums[home], threads=1)


SYSTEMS: dict[str, Callable[[int], Stories]] = {"faiss": FaissFlat, "hnswlib": Hnswlib, "usearch": Usearch}


def main(arguments: Sequence[str]) -> int:
    """Print what was taken, memory and the home of every article, as JSON."""
    system, place, count = arguments[0], Path(arguments[1]), int(arguments[2])
    before = resident()
    stories = SYSTEMS[system](count + STEADY + ALONE)

    def add(several: Sequence[Vector]) -> None:
        for vector in several:
            stories.add(vector)

    with place.open("rb") as file:
        vectors = (np.frombuffer(row, dtype=np.float32) for row in iter(lambda: file.read(4 * WIDTH), b""))
        pace = keep_pace(vectors, count, BATCH, add)
    print(json.dumps({"pace": asdict(pace), "mb": peak() - before, "homes": stories.homes}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
