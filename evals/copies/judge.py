"""What a system said about a pool, against what is known of it: sums for each base, to be drawn by the bootstrap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from evals.annotation.report import Line, Sheet, precision_recall_f1
from evals.bootstrap import Table, measure, over
from evals.copies.made import COPIED, ONE_TEXT
from evals.copies.pools import Case, Pool
from evals.copies.told import Pair, Told, covered, in_order

MOSTLY = 0.5
"""A sentence counts as copied where half of its characters lie in passages."""

PAIRS, ONE, SENTENCES, KINDS = slice(0, 3), slice(3, 6), slice(6, 9), slice(9, 11)
"""Columns of a tally: right, told and gold of copies, of copies that are one text, of copied sentences; right kinds
and cases."""
REUSE = slice(11, 19)
"""Further columns, for shared quotations and for shared headlines: right, told and gold among the pairs that are no
copies, and the copies that were told to share no more than these."""
_NO_COPY = "Over the pairs that are no copies; copies of which no more than that was told are counted apart."
REUSE_KINDS = ("quotes", "title")
_COLUMNS = 19
PAIR_NAMES = ("P", "R", "F1", "one text: P", "one text: R", "one text: F1")


@dataclass(frozen=True, slots=True)
class Direction:
    """One copy that was found: whether its original was named rightly, wrongly, or not at all."""

    case: Case
    named: str | None

    @property
    def verdict(self) -> str:
        """Return right, wrong or unsure; where nothing tells the original, to name none is right."""
        if self.named == self.case.original:
            return "right"
        return "unsure" if self.named is None else "wrong"


def tally_pairs(pool: Pool, told: Told) -> dict[str, Table]:
    """Return by base what was right, told and gold, over all pairs of a pool; what may be either counts nowhere."""
    gold = ideal_kinds(pool)
    sums: dict[str, Table] = {}
    home = {case.version: case.base for case in pool.cases}
    for pair in sorted(gold.keys() | told.kinds.keys()):
        right = gold.get(pair, frozenset(("none",)))
        row = sums.setdefault(home.get(pair[0]) or home.get(pair[1]) or pair[0], np.zeros(_COLUMNS))
        for columns, wanted in ((PAIRS, COPIED), (ONE, ONE_TEXT)):
            row[columns] += count_pair(right, wanted, told.kinds.get(pair) in wanted)
        row[REUSE] += count_reuse(right, told.kinds.get(pair))
    for case in pool.cases:
        row = sums.setdefault(case.base, np.zeros(_COLUMNS))
        row[SENTENCES] += _sentences(pool, case, told)
        row[KINDS] += told.kinds.get(in_order(case.base, case.version), "none") in case.kinds, 1
    return sums


def ideal_kinds(pool: Pool) -> dict[Pair, frozenset[str]]:
    """Return what is right for every pair of which anything but nothing may be said."""
    return pool.gold | {in_order(case.base, case.version): case.kinds for case in pool.cases}


def count_pair(right: frozenset[str], wanted: frozenset[str], called: bool) -> tuple[int, int, int]:
    """Return right, told and gold of one pair; nothing where both answers are right."""
    if right & wanted and right - wanted:
        return 0, 0, 0
    is_one = bool(right & wanted)
    return int(called and is_one), int(called), int(is_one)


def count_reuse(right: frozenset[str], told: str | None) -> list[int]:
    """Return the columns of `REUSE` of one pair; copies that a reader could call none count nowhere."""
    counted: list[int] = []
    for kind in REUSE_KINDS:
        if right & COPIED:
            counted += (0, 0, 0, int(told == kind and "none" not in right))
        else:
            counted += (*count_pair(right, frozenset((kind,)), told == kind), 0)
    return counted


def reuse_sheet(name: str, what: str, tables: Mapping[str, Table]) -> Sheet:
    """Return the table of shared quotations and shared headlines from columns of `REUSE`, by what they are of."""
    lines, counts = [], []
    for of, table in tables.items():
        for at, kind in enumerate(REUSE_KINDS):
            columns = table[:, 4 * at : 4 * at + 4]
            right, told, there, missed = columns.sum(axis=0).astype(int).tolist()
            counts.append(f"{of}{kind}: {told} told, {there} there, {right} right; {missed} copies called so.")
            if told and there:
                figures = measure(columns, precision_recall_f1)
                lines.append(Line(f"{of}{kind}", dict(zip(("P", "R", "F1"), figures, strict=True)), ours=True))
    return Sheet(name, what, lines, (_NO_COPY, *counts))


def _sentences(pool: Pool, case: Case, told: Told) -> tuple[int, int, int]:
    """Return how many sentences of the version were rightly found, were called and are copied."""
    made = pool.made[case.version]
    keys = {(piece.base, piece.number) for piece in pool.made[case.base].sentences}
    pair = in_order(case.base, case.version)
    spans = told.shared.get((pair, case.version), []) if told.copied(pair) else []
    right = called = gold = 0
    for piece, place in zip(made.sentences, made.spans, strict=True):
        found = covered(spans, place) >= MOSTLY * (place[1] - place[0])
        copied = (piece.base, piece.number) in keys
        right, called, gold = right + (found and copied), called + found, gold + copied
    return right, called, gold


def found_directions(pool: Pool, told: Told) -> list[Direction]:
    """Return the direction of every copy that is one and was found."""
    found = []
    for case in pool.cases:
        pair = in_order(case.base, case.version)
        if case.right <= COPIED and told.copied(pair):
            found.append(Direction(case, told.originals.get(pair)))
    return found


def add_up(tallies: Iterable[Mapping[str, Table]]) -> Table:
    """Return one row for each base, in the order of their ids, summed over pools."""
    sums: dict[str, Table] = {}
    for tally in tallies:
        for base, row in tally.items():
            sums[base] = sums.get(base, np.zeros(_COLUMNS)) + row
    return np.array([sums[base] for base in sorted(sums)])


def pair_figures(sums: Table) -> Table:
    """Return P, R and F1 of copies, of copies that are one text, and of copied sentences."""
    return np.concatenate([precision_recall_f1(sums[:, part]) for part in (PAIRS, ONE, SENTENCES)], axis=1)


def kind_figures(sums: Table) -> Table:
    """Return what stands in the line of one kind of edit: pairs found, precision, right kind, sentences P, R, F1."""
    found, kinds = over(sums[:, 0:1], sums[:, 2:3]), over(sums[:, 9:10], sums[:, 10:11])
    precision = over(sums[:, 0:1], sums[:, 1:2])
    return np.concatenate([found, precision, kinds, precision_recall_f1(sums[:, SENTENCES])], axis=1)


def recall(sums: Table) -> Table:
    """Return the share of copies that were found."""
    return over(sums[:, 0:1], sums[:, 2:3])


def wrong_pairs(pool: Pool, told: Told) -> list[tuple[Pair, str, frozenset[str]]]:
    """Return the pairs whose kind is not among the right ones, with what was told and what is right."""
    ideal = ideal_kinds(pool)
    none = frozenset(("none",))
    return [
        (pair, told.kinds.get(pair, "none"), ideal.get(pair, none))
        for pair in sorted(ideal.keys() | told.kinds.keys())
        if told.kinds.get(pair, "none") not in ideal.get(pair, none | {"title", "quotes"})
    ]
