"""One run: the benchmarks that were asked for, and the lines of every group of pages that was measured."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from evals.extraction import bare, ours
from evals.extraction.answers import own_place, read_own, read_peer, write_answers
from evals.extraction.cases import Case, NotHere, Told
from evals.extraction.misses import list_misses
from evals.extraction.peers_start import PEERS_PYTHON, run_peers
from evals.extraction.results import Line, groups_of, measure_group, score_answers
from evals.extraction.sets import BENCHMARKS, Benchmark, read_benchmark
from nutgraf.extract.page import MADE_BY

LISTED = 20
"""So many pages are named that failed for one reason."""


@dataclass(frozen=True, slots=True)
class Table:
    """A group of pages that was measured: its name, what it is in numbers, and a line for each system.

    `minor` are the odd kinds of page one by one: in the docs they stand in the tables over all groups only.
    """

    name: str
    what: str
    lines: Sequence[Line]
    minor: bool


@dataclass(slots=True)
class Run:
    """What was asked for, what was measured, and in words what was not or went wrong."""

    chosen: argparse.Namespace
    tables: list[Table] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def benchmark(self, name: str) -> None:
        """Measure one benchmark, or note why it was not run."""
        try:
            self._measure(name, self._cases(name))
        except NotHere as missing:
            self.notes.append(f"{name}: not run: {missing}")

    def _measure(self, name: str, cases: Sequence[Case]) -> None:
        if self.chosen.text:
            for form, systems in bare.read_forms(cases):
                self._tables(BENCHMARKS[name], cases, systems, f"{name}, text only, {form}")
            return
        systems = self._ours(name, cases) | self._kept(name) | self._peers(name)
        self._tables(BENCHMARKS[name], cases, systems, name)
        if self.chosen.misses and ours.NAME in systems:
            self.notes += list_misses(cases, BENCHMARKS[name].body, systems[ours.NAME], self.chosen.misses)

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
        told = ours.read_all(cases, longest=self.chosen.longest, pool=self.chosen.pool)
        self.notes += list_failures(told)
        if self.chosen.keep:
            write_answers(own_place(self.chosen.cache, name, self.chosen.keep), MADE_BY, told)
        return {ours.NAME: told}

    def _kept(self, name: str) -> dict[str, Mapping[str, Told]]:
        return {f"kept: {kept}": read_own(self.chosen.cache, name, kept) for kept in self.chosen.kept}

    def _peers(self, name: str) -> dict[str, Mapping[str, Told]]:
        python = self.chosen.peers_python or self.chosen.cache / PEERS_PYTHON
        if self.chosen.peers and (
            missing := run_peers(python, name, self.chosen.peers, self.chosen.cache, again=self.chosen.again)
        ):
            self.notes.append(missing)
        systems: dict[str, Mapping[str, Told]] = {}
        for peer in self.chosen.peers:
            try:
                shown, told = read_peer(self.chosen.cache, name, peer)
                systems[shown] = told
            except NotHere as missing:
                self.notes.append(f"{peer}: not run: {missing}")
        return systems

    def _tables(
        self, benchmark: Benchmark, cases: Sequence[Case], systems: Mapping[str, Mapping[str, Told]], title: str
    ) -> None:
        columns = {system: score_answers(cases, benchmark.body, told) for system, told in systems.items()}
        for group in groups_of(cases):
            lines = measure_group(group, cases, columns, systems, ours.NAME)
            what = f"{len(group.places)} pages, {benchmark.body}"
            self.tables.append(Table(f"{title}, {group.name}", what, lines, minor=bool(group.kind)))


def list_failures(told: Mapping[str, Told]) -> Iterator[str]:
    """Yield in words on which pages nutgraf failed, those with one reason together."""
    failed: dict[str, list[str]] = {}
    for page, answer in told.items():
        if answer.failed is not None:
            failed.setdefault(answer.failed, []).append(page)
    for reason, pages in failed.items():
        more = f" and {len(pages) - LISTED} more" if len(pages) > LISTED else ""
        yield f"{ours.NAME} failed on {', '.join(pages[:LISTED])}{more}: {reason}"
