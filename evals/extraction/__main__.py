"""Measure extraction beside the peers: `python -m evals.extraction [--set NAME …] [--peers NAME …]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from evals.extraction import ours
from evals.extraction.cases import CACHE, NotHere
from evals.extraction.peers import PEERS
from evals.extraction.results import groups_of, measure_group, score_answers
from evals.extraction.sets import BENCHMARKS, read_benchmark
from evals.extraction.stored import read_stored
from evals.extraction.tables import HEAD, rows_of, write_markdown, write_plain


def main(arguments: list[str] | None = None) -> int:
    """Print a table for every group of pages of every chosen benchmark."""
    chosen = _read_arguments(arguments)
    for name in chosen.set:
        try:
            cases = read_benchmark(name, chosen.cache)
        except NotHere as missing:
            print(f"{name}: not run: {missing}\n")
            continue
        systems = {}
        if "nutgraf" not in chosen.without:
            systems[ours.NAME] = ours.read_all(cases, joined=chosen.joined, pool=chosen.pool)
        for peer in chosen.peers:
            try:
                systems[peer] = read_stored(name, peer, chosen.cache)
            except NotHere as missing:
                print(f"{peer}: not run: {missing}")
        columns = {system: score_answers(cases, BENCHMARKS[name].body, told) for system, told in systems.items()}
        for group in groups_of(cases):
            rows = list(rows_of(measure_group(group, cases, columns, systems, ours.NAME)))
            write = write_markdown if chosen.markdown else write_plain
            print(f"\n{name}, {group.name}: {len(group.places)} pages, {BENCHMARKS[name].body}\n")
            print(write(HEAD, rows), flush=True)
    return 0


def _read_arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.extraction", description="Measure extraction.")
    parser.add_argument("--set", nargs="+", choices=list(BENCHMARKS), default=list(BENCHMARKS))
    parser.add_argument("--peers", nargs="*", choices=list(PEERS), default=list(PEERS), metavar="PEER")
    parser.add_argument("--without", nargs="*", default=[], choices=["nutgraf"])
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument("--joined", action="store_true")
    parser.add_argument("--pool", action="store_true")
    parser.add_argument("--markdown", action="store_true")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
