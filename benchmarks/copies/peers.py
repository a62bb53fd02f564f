"""The peers and the bare hash functions: run by an interpreter that has them, `python peers.py SYSTEM TEXTS`.

Each peer takes the same words in runs as `evals/copies/peers.py` found best, and what it says are candidates whose
estimated likeness is above the threshold for one text.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import datasketch
import rensa
import xxhash
from memory import peak, resident

PERMUTATIONS = 128
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def shingles(text: str, size: int) -> list[str]:
    words = WORD.findall(text.lower())
    return [" ".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1))]


def datasketch_lsh(texts: list[str], size: int = 2, threshold: float = 0.36) -> Iterator[tuple[int, int]]:
    index = datasketch.MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    sketches = []
    for place, text in enumerate(texts):
        sketch = datasketch.MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([run.encode() for run in shingles(text, size)])
        for other in index.query(sketch):
            if sketches[other].jaccard(sketch) >= threshold:
                yield other, place
        index.insert(place, sketch)
        sketches.append(sketch)


def rensa_lsh(texts: list[str], size: int = 3, threshold: float = 0.34) -> Iterator[tuple[int, int]]:
    """Full-set R-MinHash; 32 bands of 4 rows, as it has no choice of bands by threshold."""
    index = rensa.RMinHashLSH(threshold, PERMUTATIONS, 32)
    sketches = rensa.RMinHash.from_token_sets((shingles(text, size) for text in texts), PERMUTATIONS, 42)
    index.insert_many(sketches)
    for place, found in enumerate(index.query_all(sketches)):
        for other in found:
            if other < place and sketches[other].jaccard(sketches[place]) >= threshold:
                yield other, place


def whole_blake2b(texts: list[str]) -> Iterator[tuple[int, int]]:
    for text in texts:
        hashlib.blake2b(text.encode(), digest_size=8).digest()
    yield from ()


def whole_xxhash(texts: list[str]) -> Iterator[tuple[int, int]]:
    for text in texts:
        xxhash.xxh3_64_intdigest(text.encode())
    yield from ()


SYSTEMS: dict[str, Callable[[list[str]], Iterator[tuple[int, int]]]] = {
    "datasketch": datasketch_lsh,
    "rensa": rensa_lsh,
    "blake2b": whole_blake2b,
    "xxhash": whole_xxhash,
}


def main() -> None:
    texts = [line.replace("\t", "\n\n") for line in Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()]
    before = resident()
    cpu, wall = time.process_time(), time.perf_counter()
    pairs = list(SYSTEMS[sys.argv[1]](texts))
    taken = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
    print(json.dumps({**taken, "before": before, "peak": peak(), "groups": pairs}))


if __name__ == "__main__":
    main()
