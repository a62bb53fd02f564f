"""Measure extraction beside the peers: `python -m evals.extraction [--set NAME …] [--peers NAME …] [--text]`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from evals.extraction import bare, ours
from evals.extraction.answers import own_place, read_own, read_peer, write_answers
from evals.extraction.cases import CACHE, Case, NotHere, Told
from evals.extraction.misses import list_misses
from evals.extraction.peers import PEERS
from evals.extraction.peers_start import PEERS_PYTHON, run_peers
from evals.extraction.pinned import check_floors
from evals.extraction.results import Line, groups_of, measure_group, score_answers
from evals.extraction.sets import BENCHMARKS, Benchmark, read_benchmark
from evals.extraction.tables import HEAD, rows_of, write_markdown, write_plain
from nutgraf.extract.page import MADE_BY


@dataclass(slots=True)
class Run:
    """What was asked for, and the lines of every group that was measured."""

    chosen: argparse.Namespace
    measured: dict[str, list[Line]] = field(default_factory=dict)

    def benchmark(self, name: str) -> None:
        """Measure one benchmark and print its tables, or say why it was not run."""
        try:
            self._measure(name, self._cases(name))
        except NotHere as missing:
            print(f"{name}: not run: {missing}")

    def _measure(self, name: str, cases: Sequence[Case]) -> None:
        if self.chosen.text:
            for form, systems in bare.read_forms(cases):
                self._tables(BENCHMARKS[name], cases, systems, f"{name}, text only, {form}")
            return
        systems = self._ours(name, cases) | self._kept(name) | self._peers(name)
        self._tables(BENCHMARKS[name], cases, systems, name)
        if self.chosen.misses and ours.NAME in systems:
            print("\n".join(list_misses(cases, BENCHMARKS[name].body, systems[ours.NAME], self.chosen.misses)))

    def _cases(self, name: str) -> list[Case]:
        cases = read_benchmark(name, self.chosen.cache)
        part, kind = self.chosen.part, self.chosen.kind
        found = [case for case in cases if part in (None, case.part) and kind in (None, case.kind)]
        if not found:
            raise NotHere(f"it has no page of {' and '.join(filter(None, (part, kind)))}")
        return found

    def _ours(self, name: str, cases: Sequence[Case]) -> dict[str, Mapping[str, Told]]:
        if self.chosen.without_ours:
            return {}
        told = ours.read_all(cases, joined=self.chosen.joined, pool=self.chosen.pool)
        for page, answer in told.items():
            if answer.failed is not None:
                print(f"{ours.NAME} failed on {page}: {answer.failed}")
        if self.chosen.keep:
            write_answers(own_place(self.chosen.cache, name, self.chosen.keep), MADE_BY, told)
        return {ours.NAME: told}

    def _kept(self, name: str) -> dict[str, Mapping[str, Told]]:
        return {f"kept: {kept}": read_own(self.chosen.cache, name, kept) for kept in self.chosen.kept}

    def _peers(self, name: str) -> dict[str, Mapping[str, Told]]:
        python = self.chosen.peers_python or self.chosen.cache / PEERS_PYTHON
        run_peers(python, name, self.chosen.peers, self.chosen.cache, again=self.chosen.again)
        systems = {}
        for peer in self.chosen.peers:
            try:
                shown, told = read_peer(self.chosen.cache, name, peer)
                systems[shown] = told
            except NotHere as missing:
                print(f"{peer}: not run: {missing}")
        return systems

    def _tables(
        self, benchmark: Benchmark, cases: Sequence[Case], systems: Mapping[str, Mapping[str, Told]], title: str
    ) -> None:
        columns = {system: score_answers(cases, benchmark.body, told) for system, told in systems.items()}
        write = write_markdown if self.chosen.markdown else write_plain
        for group in groups_of(cases):
            lines = measure_group(group, cases, columns, systems, ours.NAME)
            self.measured[f"{title}, {group.name}"] = lines
            print(f"\n{title}, {group.name}: {len(group.places)} pages, {benchmark.body}\n")
            print(write(HEAD, list(rows_of(lines))), flush=True)


def main(arguments: list[str] | None = None) -> int:
    """Print a table for every group of pages of every chosen benchmark; exit code 1 when a floor is broken."""
    chosen = _read_arguments(arguments)
    run = Run(chosen)
    for name in chosen.set:
        run.benchmark(name)
    if not run.measured:
        return 0
    written = chosen.cache / "extraction-results.json"
    written.write_text(json.dumps({name: [asdict(line) for line in run.measured[name]] for name in run.measured}))
    falls = [] if chosen.joined else check_floors(run.measured, ours.NAME, chosen.pin)
    print("\n" + ("\n".join(falls) or "No figure fell below its floor."))
    return int(bool(falls))


def _read_arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.extraction", description="Measure extraction.")
    add = parser.add_argument
    add("--set", nargs="+", choices=list(BENCHMARKS), default=list(BENCHMARKS), help="the benchmarks (default: all)")
    add("--part", choices=["dev", "check"], help="only this part of wcxb")
    add("--kind", help="only pages of this kind (article, forum, ...)")
    add("--text", action="store_true", help="give the pages as bare text, beside three baselines")
    add("--peers", nargs="*", choices=list(PEERS), default=list(PEERS), metavar="PEER", help=f"of: {', '.join(PEERS)}")
    add("--peers-python", type=Path, help="interpreter with the peers (default: peers-venv in the cache)")
    add("--again", action="store_true", help="run the peers anew, also where their answers are kept")
    add("--without-ours", action="store_true", help="measure peers only")
    add("--joined", action="store_true", help="all articles of a page in its order, not the longest (for collections)")
    add("--pool", action="store_true", help="read through the product's own child processes")
    add("--keep", metavar="NAME", help="keep what nutgraf tells under a name")
    add("--kept", nargs="*", default=[], metavar="NAME", help="compare with what was kept")
    add("--misses", type=int, nargs="?", const=50, metavar="N", help="list the worst pages of wcxb's dev part")
    add("--markdown", action="store_true", help="print the tables for the docs")
    add("--pin", nargs=2, metavar=("DAY", "WHY"), help="raise the floors to what is measured now")
    add("--cache", type=Path, default=CACHE, help="where the packs lie unpacked (default: .cache)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
