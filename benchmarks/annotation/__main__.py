"""Time annotation: `python -m benchmarks.annotation [--rounds N] [--peers-python PYTHON]`."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.extraction.cases import CACHE, ROOT
from evals.tables import write_markdown, write_plain

from benchmarks.annotation.one import SYSTEMS, Taken
from benchmarks.annotation.texts import NotHere, read_texts

SPACY = "spaCy's CNN pipeline, untrained"
HEAD = (
    "system",
    "articles/s by the clock",
    "articles/s a core",
    "beside spaCy",
    "inside the network",
    "pieces/s a core",
    "MB",
)


def main() -> int:
    """Print the table; without spaCy its line is left out, and why stands below."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.annotation")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument("--peers-python", type=Path, help="interpreter with spaCy (default: spacy-venv in the cache)")
    chosen = parser.parse_args()
    peer = chosen.peers_python or chosen.cache / "spacy-venv/bin/python"
    try:
        texts = read_texts(chosen.cache)
    except NotHere as missing:
        print(f"not run: {missing}")
        return 0
    print(f"{os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f} at the start", file=sys.stderr)
    names = [*SYSTEMS, *([SPACY] if peer.exists() else [])]
    taken: dict[str, list[Taken]] = {name: [] for name in names}
    for number in range(chosen.rounds):
        for name in names[number % len(names) :] + names[: number % len(names)]:
            taken[name].append(_peer(peer, texts) if name == SPACY else _ours(name, chosen.cache))
    size = sum(len(line) for text in texts for line in text)
    print(f"{len(texts)} articles, {size / 1000:.0f} thousand characters, medians of {chosen.rounds} rounds\n")
    write = write_markdown if chosen.markdown else write_plain
    print(write(HEAD, list(_rows(taken))))
    whole, bare = taken["nutgraf"], taken["the bare encoder"]
    share = statistics.median(b.cpu / w.cpu for b, w in zip(bare, whole, strict=True))
    print(f"\nThe bare encoder alone takes {share:.0%} of the processor time of full annotation.")
    if not peer.exists():
        print(f"spaCy: not run: {peer} is not there (benchmarks/annotation/requirements.txt)")
    print(f"load average {os.getloadavg()[0]:.1f} at the end", file=sys.stderr)
    return 0


def _ours(system: str, cache: Path) -> Taken:
    command = [sys.executable, "-m", "benchmarks.annotation.one", system, str(cache)]
    return Taken(**json.loads(subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout))


def _peer(python: Path, texts: Sequence[Sequence[str]]) -> Taken:
    script = Path(__file__).with_name("spacy_cnn.py")
    whole = json.dumps(["\n\n".join(text) for text in texts])
    done = subprocess.run([python, script], input=whole, stdout=subprocess.PIPE, text=True, check=True)
    return Taken(**json.loads(done.stdout))


def _rows(taken: dict[str, list[Taken]]) -> Iterator[tuple[str, ...]]:
    for name, rounds in taken.items():
        middle = statistics.median
        beside = [a.cpu / b.cpu for a, b in zip(taken.get(SPACY, []), rounds, strict=False)]
        yield (
            name,
            f"{middle(one.articles / one.wall for one in rounds):.1f}",
            f"{middle(one.articles / one.cpu for one in rounds):.1f}",
            f"{middle(beside):.2f}" if beside else "-",
            f"{middle(one.network / one.cpu for one in rounds):.0%}" if rounds[0].network else "-",
            f"{middle(one.pieces / one.cpu for one in rounds):.0f}" if rounds[0].pieces else "-",
            f"{max(one.mb for one in rounds)}",
        )


if __name__ == "__main__":
    sys.exit(main())
