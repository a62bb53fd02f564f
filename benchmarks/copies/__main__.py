"""Time the finding of copies: `python -m benchmarks.copies [COUNT …] [--peers-python PYTHON]`."""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from evals.extraction.cases import CACHE, ROOT
from evals.tables import write_markdown, write_plain

from benchmarks.copies.memory import resident
from benchmarks.copies.texts import Made, NotHere, make_texts

COUNTS = (10_000, 100_000, 1_000_000)
PEERS = {"datasketch MinHashLSH": "datasketch", "rensa R-MinHash": "rensa"}
HASHES = {"blake2b over the bare texts": "blake2b", "xxh3 over the bare texts": "xxhash"}
OURS = "nutgraf"
HEAD = ("system", "articles", "articles/s", "beside datasketch", "MB for it", "growth", "copies found", "pairs told")
GIVEN_UP = 1800
"""Seconds after which a system is stopped at a size; its line then says so."""
MOST_GB = 8
"""Memory that a system may take; its line says where that was not enough."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of one core, megabytes beyond the texts, and what of the made copies was found among how many pairs."""

    articles: int
    cpu: float
    mb: int
    found: float
    pairs: int


def main() -> int:
    """Print the table; a peer that is not there is left out, and why stands below."""
    chosen = _read_arguments()
    python = chosen.peers_python or chosen.cache / "copies-venv/bin/python"
    systems = {OURS: ""} | (PEERS | HASHES if python.exists() else {})
    print(f"{os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f} at the start", file=sys.stderr)
    taken: dict[tuple[str, int], Taken | str] = {}
    texts: dict[int, int] = {}
    for count in chosen.counts or COUNTS:
        try:
            made = make_texts(chosen.cache, count)
        except NotHere as missing:
            print(f"not run: {missing}")
            return 0
        texts[count] = made.texts.stat().st_size
        for name, system in systems.items():
            print(f"{name}, {count} ...", file=sys.stderr, flush=True)
            script = Path(__file__).with_name("peers.py")
            command = [python, script, system] if system else [sys.executable, "-m", "benchmarks.copies.one"]
            taken[name, count] = _run([*map(str, command), str(made.texts)], made, count)
            print(taken[name, count], file=sys.stderr, flush=True)
    write = write_markdown if chosen.markdown else write_plain
    print(write(HEAD, list(_rows(taken, texts))))
    print("\n" + "\n".join(_notes(taken, texts)))
    if not python.exists():
        print(f"\nPeers: not run: {python} is not there (benchmarks/copies/requirements.txt)")
    print(f"load average {os.getloadavg()[0]:.1f} at the end", file=sys.stderr)
    return 0


def _run(command: Sequence[str], made: Made, count: int) -> Taken | str:
    """Run one system on one core; in words why there is nothing where it took too much or fell."""
    environment = os.environ | {"RAYON_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    begun = time.monotonic()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        while True:
            try:
                printed, _ = process.communicate(timeout=1)
                break
            except subprocess.TimeoutExpired:
                if stopped := _too_much(process.pid, time.monotonic() - begun):
                    process.kill()
                    return stopped
    if process.returncode:
        return f"fell ({process.returncode})"
    told = json.loads(printed)
    pairs = {pair for group in told["groups"] for pair in combinations(sorted(group), 2)}
    copies = {(of, place) for place, of in json.loads(made.copies.read_text())}
    return Taken(count, told["cpu"], told["peak"] - told["before"], len(copies & pairs) / len(copies), len(pairs))


def _too_much(process: int, seconds: float) -> str:
    """Return in words which limit a process is over, nothing where it may go on."""
    if seconds > GIVEN_UP:
        return f"over {GIVEN_UP // 60} min"
    return f"over {MOST_GB} GB" if resident(process) > MOST_GB * 1024 else ""


def _rows(taken: Mapping[tuple[str, int], Taken | str], texts: Mapping[int, int]) -> Iterator[tuple[str, ...]]:
    for (name, count), one in taken.items():
        if isinstance(one, str):
            yield name, f"{count:,}", one, *["-"] * 5
            continue
        peer = taken.get(("datasketch MinHashLSH", count))
        smaller = taken.get((name, max((other for other in texts if other < count), default=0)))
        bare = name in HASHES
        yield (
            name,
            f"{count:,}",
            f"{count / one.cpu:,.0f}",
            f"{peer.cpu / one.cpu:.2f}" if isinstance(peer, Taken) else "-",
            "-" if bare else f"{one.mb:,}",
            f"{_growth(smaller, one):.2f}" if isinstance(smaller, Taken) else "-",
            "-" if bare else f"{one.found:.3f}",
            "-" if bare else f"{one.pairs:,}",
        )


def _growth(smaller: Taken, larger: Taken) -> float:
    """Return the power of the number of articles with which the time grows."""
    return math.log(larger.cpu / smaller.cpu) / math.log(larger.articles / smaller.articles)


def _notes(taken: Mapping[tuple[str, int], Taken | str], texts: Mapping[int, int]) -> Iterator[str]:
    for count, size in texts.items():
        ours, limit = taken.get((OURS, count)), taken.get(("blake2b over the bare texts", count))
        told = f"- {count:,} articles are {size / 1e6:,.0f} MB of text"
        if isinstance(ours, Taken) and isinstance(limit, Taken):
            told += (
                f"; one hash over them runs at {size / limit.cpu / 1e6:,.0f} MB/s,"
                f" nutgraf at {size / ours.cpu / 1e6:.2f} MB/s: {limit.cpu / ours.cpu:.2%} of that limit"
            )
        yield f"{told}."
    yield "- Seconds of one core; memory beyond the texts themselves; growth is the exponent from the size before."
    yield "- Copies found: of the made copies, those in one group with their source; pairs told: all pairs of groups."


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.copies")
    parser.add_argument("counts", nargs="*", type=int, help=f"how many articles (default: {COUNTS})")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument(
        "--peers-python", type=Path, help="interpreter with the peers (default: copies-venv in the cache)"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
