"""What is scored: statements put into one point, differences found and false ones shown, origins counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from evals.bootstrap import Table
from evals.comparison.accounts import Read
from evals.comparison.gold import GoldFinding, Where
from evals.measures.findings import NEAR_KINDS, SHOWN
from nutgraf.records.comparison import Finding, Statement

Place = tuple[str, int, int]

HALF = 0.5
"""Share of the shorter of two places that must stand in the other for them to be one."""


@dataclass(frozen=True, slots=True)
class Paired:
    """Pairs of places of different accounts in one point: of the labels, those of them found; shown, those right."""

    wanted: int
    found: int
    shown: int
    right: int


def touch(one: Place, two: Place) -> bool:
    """Say whether two places have characters in common."""
    return one[0] == two[0] and one[1] < two[2] and two[1] < one[2]


def same_place(one: Place, two: Place) -> bool:
    """Say whether two places are one, as far as cutting sentences in other ways goes."""
    shared = min(one[2], two[2]) - max(one[1], two[1])
    return one[0] == two[0] and shared > 0 and shared >= HALF * min(one[2] - one[1], two[2] - two[1])


def pair_statements(read: Read) -> Paired:
    """Return how many pairs of statements are put together rightly.

    A pair of the labels is found where a point of the comparison holds both places; a pair that is shown is right where
    a point of the labels does. Pairs that only an optional point holds count neither way.
    """
    gold = [(point.optional, [read.place(where) for where in point.statements]) for point in read.gold.points]
    shown = [[_place(statement) for statement in point.statements] for point in read.comparison.points]
    held = Holders(shown)
    wanted = found = 0
    for optional, places in gold:
        for one, two in across(places) if not optional else ():
            wanted += 1
            found += bool(held.get_all(one) & held.get_all(two))
    sure, loose = Holders([p for o, p in gold if not o]), Holders([p for o, p in gold if o])
    count = right = 0
    for places in shown:
        for one, two in across(places):
            good = bool(sure.get_all(one) & sure.get_all(two))
            if good or not loose.get_all(one) & loose.get_all(two):
                count += 1
                right += good
    return Paired(wanted, found, count, right)


class Holders:
    """Which groups hold a place, found by the article first."""

    def __init__(self, groups: Sequence[Sequence[Place]]) -> None:
        self._places: dict[str, list[tuple[Place, int]]] = {}
        for number, places in enumerate(groups):
            for place in places:
                self._places.setdefault(place[0], []).append((place, number))

    def get_all(self, place: Place) -> set[int]:
        """Return the numbers of the groups that hold a place."""
        return {number for other, number in self._places.get(place[0], ()) if same_place(place, other)}


def across(places: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Yield every two places of different accounts."""
    return ((one, two) for one, two in combinations(places, 2) if one[0] != two[0])


def _place(statement: Statement) -> Place:
    return statement.article, statement.span.start, statement.span.end


def pair_figures(sums: Table) -> Table:
    """Return P, R and F1 of sums of right, shown, wanted and found pairs: the figures of a bootstrap."""
    precision = sums[:, 0] / np.maximum(sums[:, 1], 1)
    recall = sums[:, 3] / np.maximum(sums[:, 2], 1)
    both = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    return np.stack((precision, recall, both), axis=1)


@dataclass(frozen=True, slots=True)
class Judged:
    """One label or one finding that is shown: its kind, whether it came out right, and words for the reader's eye."""

    kind: str
    right: bool
    told: str


def judge_differences(read: Read) -> list[Judged]:
    """Return for each difference of the labels that is not optional whether it is shown."""
    shown = [finding for finding in read.comparison.findings if finding.verdict.value in SHOWN]
    unsure = [finding for finding in read.comparison.findings if finding.verdict.value == "unsure"]
    return [
        Judged(
            label.kind,
            any(_shows(read, one, label) for one in [*shown, *(unsure if _may_be_unsure(label) else ())]),
            label.id,
        )
        for label in read.gold.findings
        if not label.optional
    ]


def judge_verdicts(read: Read) -> list[Judged]:
    """Return for each difference that is shown whether it is shown with a verdict that a careful reader accepts."""
    shown = [finding for finding in read.comparison.findings if finding.verdict.value in SHOWN]
    return [
        Judged(label.kind, any(one.verdict.value in {label.verdict, *label.verdicts} for one in found), label.id)
        for label in read.gold.findings
        if not label.optional and (found := [one for one in shown if _shows(read, one, label)])
    ]


def judge_shown(read: Read) -> list[Judged]:
    """Return for each difference or update that is shown whether a label knows it; names are not judged."""
    return [
        Judged(
            finding.kind.value,
            any(_shows(read, finding, label) for label in read.gold.findings),
            f"{finding.kind.value} {finding.verdict.value}: "
            + " | ".join(f"{c.outlet}: {c.words}" for c in finding.cells),
        )
        for finding in read.comparison.findings
        if finding.verdict.value in SHOWN
    ]


def judge_tempting(read: Read) -> list[Judged]:
    """Return for each thing that only seems to differ whether it is left alone."""
    shown = [finding for finding in read.comparison.findings if finding.verdict.value in SHOWN]
    false = [one for one in shown if not any(_shows(read, one, label) for label in read.gold.findings)]
    return [
        Judged(label.kinds[0], not any(_touches(read, one, label.cells, label.kinds) for one in false), label.id)
        for label in read.gold.tempting
    ]


def _may_be_unsure(label: GoldFinding) -> bool:
    return "unsure" in {label.verdict, *label.verdicts}


def _shows(read: Read, finding: Finding, label: GoldFinding) -> bool:
    """Say whether a finding shows a labelled one: a near kind, and cells in the sentences of two of its accounts."""
    near = {kind for told in (label.kind, *label.kinds) for kind in NEAR_KINDS[told]}
    if finding.kind.value not in near:
        return False
    return len({where.article for where in label.cells if _in(finding, read.sentence(where))}) >= 2


def _touches(read: Read, finding: Finding, cells: Sequence[Where], kinds: Sequence[str]) -> bool:
    near = {kind for told in kinds for kind in NEAR_KINDS[told]}
    hit = {where.article for where in cells if _in(finding, read.place(where))}
    return finding.kind.value in near and len(hit) >= 2


def _in(finding: Finding, place: Place) -> bool:
    return any(touch(place, (cell.article, cell.span.start, cell.span.end)) for cell in finding.cells)


@dataclass(frozen=True, slots=True)
class Counted:
    """The origins of one point, from the fewest to the most: as they are shown, and as a careful reader counts them."""

    point: str
    shown: tuple[int, int]
    counted: tuple[int, int]

    @property
    def off(self) -> int:
        """By how many the fewest that is shown misses: it is what a reader is told first."""
        return abs(self.shown[0] - self.counted[0])

    @property
    def too_many(self) -> bool:
        """Whether more origins are held possible than a careful reader does."""
        return self.shown[1] > self.counted[1]


def count_origins(read: Read) -> list[Counted]:
    """Return the origin counts of the points of the labels that a point of the comparison is like."""
    points = {point.id: point for point in read.comparison.points}
    places = {key: [_place(statement) for statement in point.statements] for key, point in points.items()}
    found = []
    for label in read.gold.points:
        match = points.get(most_alike([read.place(where) for where in label.statements], places) or "")
        if match is not None and not label.optional and len({where.article for where in label.statements}) > 1:
            found.append(Counted(label.id, (match.fewest, len(match.origins)), label.origins))
    return found


def most_alike(places: Sequence[Place], groups: Mapping[str, Sequence[Place]]) -> str | None:
    """Return the key of the group that holds most of some places: two of them and half of them at least."""
    held = {key: sum(any(same_place(one, other) for other in group) for one in places) for key, group in groups.items()}
    best = max(held, key=lambda key: (held[key], key), default=None)
    return best if best is not None and held[best] >= 2 and held[best] * 2 >= len(places) else None


def untrue_cells(read: Read) -> list[str]:
    """Return every cell and statement whose words do not stand in its text: there may be none, ever."""
    texts = {
        account.article.id: (account.article.text, account.article.title or "") for account in read.accounts.values()
    }
    places = [(cell.span, cell.words) for finding in read.comparison.findings for cell in finding.cells]
    places += [(s.span, s.words) for point in read.comparison.points for s in point.statements]
    return [
        f"{span.article}:{span.start}-{span.end}"
        for span, words in places
        if texts[span.article][span.part == "title"][span.start : span.end] != words
    ]


def by_kind(judged: Sequence[Judged]) -> Mapping[str, tuple[int, int]]:
    """Return right and all by kind."""
    kinds = sorted({one.kind for one in judged})
    return {
        kind: (sum(o.right for o in judged if o.kind == kind), sum(o.kind == kind for o in judged)) for kind in kinds
    }
