"""Time the growing of stories: `python -m benchmarks.stories [--size COUNT …] [--peers-python PYTHON]`."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from evals.extraction.cases import CACHE, ROOT

from benchmarks.stories.bases import FOLDER, NotHere, read_bases
from benchmarks.stories.pace import ALONE, BATCH, STEADY
from benchmarks.stories.peers import SYSTEMS
from benchmarks.stories.report import OURS, Taken, expect, write_report
from benchmarks.stories.stream import SEED
from benchmarks.stories.vectors import Written, write_vectors

SIZES = (10_000, 100_000)
PEERS = {
    "faiss": "faiss, all articles looked at",
    "hnswlib": "hnswlib, nearest article",
    "usearch": "usearch, nearest story",
}
LONGEST = 2 * 3600
"""Seconds of processor that one system may take by what it took of smaller windows; else it is not run."""


def main() -> int:
    """Print the table; a peer that is not there is left out, and why stands below."""
    chosen = _read_arguments()
    python = chosen.peers_python or chosen.cache / "storybench-venv/bin/python"
    print(f"{os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f} at the start", file=sys.stderr)
    try:
        bases = read_bases(chosen.cache)
    except NotHere as missing:
        print(f"not run: {missing}")
        return 0
    profiling = json.loads(_run([sys.executable, "-m", "benchmarks.stories.profiling", str(chosen.cache)]))
    taken: dict[tuple[str, int], Taken | float] = {}
    for count in sorted(chosen.size):
        written = write_vectors(bases, count + STEADY + ALONE, chosen.cache / FOLDER, SEED)
        for name, command in _commands(chosen, python, written, count).items():
            hours = expect(taken, name, count) / 3600
            print(f"{name}, {count} ...", file=sys.stderr, flush=True)
            taken[name, count] = hours if hours * 3600 > LONGEST else _take(command, written, count)
    print(write_report(taken, markdown=chosen.markdown))
    print(f"- Profiles (words, names, the embedder) are made at {profiling['rate']:.0f}/s, in {profiling['mb']} MB.")
    print(f"- Load average {os.getloadavg()[0]:.1f} at the end, on {os.cpu_count()} cores.")
    if not python.exists():
        print(f"- Peers: not run: {python} is not there (benchmarks/stories/requirements.txt)")
    return 0


def _commands(chosen: argparse.Namespace, python: Path, written: Written, count: int) -> dict[str, list[str]]:
    ours = [sys.executable, "-m", "benchmarks.stories.ours"]
    shelves = {name: kind for name, kind in OURS.items() if kind in chosen.shelf}
    found = {name: [*ours, kind, str(chosen.cache), str(count), str(chosen.fill)] for name, kind in shelves.items()}
    if python.exists():
        peer = [str(python), "-m", "benchmarks.stories.peers"]
        found |= {PEERS[system]: [*peer, system, str(written.vectors), str(count)] for system in SYSTEMS}
    return found


def _take(command: Sequence[str], written: Written, count: int) -> Taken:
    told = json.loads(_run(command))
    return Taken(
        count, told["pace"], told["mb"], told.get("disk", 0), told["homes"], written.events.read_text().split()
    )


def _run(command: Sequence[str]) -> str:
    """Run one system on one core."""
    environment = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    return subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stories")
    parser.add_argument("--size", nargs="+", type=int, default=SIZES, help=f"articles in the window ({SIZES})")
    parser.add_argument("--fill", type=int, default=BATCH, help=f"articles in a batch while it is filled ({BATCH})")
    kinds = sorted(OURS.values())
    parser.add_argument("--shelf", nargs="+", choices=kinds, default=kinds, help="where ours keeps them (both)")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument("--peers-python", type=Path, help="interpreter with the peers (storybench-venv in the cache)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
