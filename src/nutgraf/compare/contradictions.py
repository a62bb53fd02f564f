"""Contradictions: two accounts say of one thing what cannot both be so at one time."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nutgraf.compare.alignment import Alignment
from nutgraf.compare.nearness import weigh
from nutgraf.compare.order import Order
from nutgraf.compare.relations import Likely
from nutgraf.compare.statements import Told
from nutgraf.models.entailer import Relation
from nutgraf.records.annotation import AttributionKind
from nutgraf.records.comparison import Cell, Finding, FindingKind, Verdict
from nutgraf.text import stable_id

FEATURES = (
    "always", "nearness", "contradicts", "same", "entails", "related", "one says no", "words of the shorter",
    "both count", "both name days",
)  # fmt: skip
"""What is weighed, in the order of `read_features`."""

WEIGHTS = (0.0,) * 10

SURE = 0.5
"""How surely two statements contradict each other where that is told."""

_SUREST = 0.999


@dataclass(frozen=True, slots=True)
class Clash:
    """Two statements by index, the lower first, and how surely they contradict each other."""

    left: int
    right: int
    sure: float


def read_features(left: Told, right: Told, near: float, likely: Likely) -> tuple[float, ...]:
    """Return what is weighed of two statements, the same whichever comes first; `likely` is what the entailer says."""
    sure = min(max(near, 1 - _SUREST), _SUREST)
    return (
        1.0,
        math.log(sure / (1 - sure)),
        likely[Relation.CONTRADICTS],
        likely[Relation.SAME],
        likely[Relation.ENTAILS],
        likely[Relation.RELATED],
        float(left.negative != right.negative),
        math.log(min(len(one.statement.words.split()) for one in (left, right))),
        float(bool(left.figures and right.figures)),
        float(bool(left.times and right.times)),
    )


def contradiction(left: Told, right: Told, near: float, likely: Likely) -> float:
    """Return how surely two statements contradict each other, 0 to 1."""
    return weigh(read_features(left, right, near, likely), WEIGHTS)


def compare_contents(
    alignment: Alignment, groups: Sequence[Sequence[int]], order: Order, findings: Sequence[Finding]
) -> tuple[Finding, ...]:
    """Set statements of one point side by side that cannot both be so, where no other finding tells that already.

    The two that contradict each other most surely make the two sides; every other statement of the point stands on the
    side that it contradicts less, and on none where it contradicts neither.
    """
    told = _told_already(alignment, findings)
    found = []
    for group in groups:
        clashes = sorted(_clashes(alignment, group), key=lambda clash: (-clash.sure, clash.left, clash.right))
        fresh = [clash for clash in clashes if (clash.left, clash.right) not in told]
        if fresh:
            found.append(_contradiction(alignment, group, clashes, fresh[0], order))
    return tuple(found)


def _clashes(alignment: Alignment, group: Sequence[int]) -> Iterator[Clash]:
    for at, left in enumerate(group):
        for right in group[at + 1 :]:
            one, other = alignment.told[left], alignment.told[right]
            likely = alignment.relation(left, right)
            if likely is not None and one.statement.article != other.statement.article:
                sure = contradiction(one, other, alignment.nearness(left, right), likely)
                if sure >= SURE:
                    yield Clash(left, right, sure)


def _told_already(alignment: Alignment, findings: Sequence[Finding]) -> frozenset[tuple[int, int]]:
    """Return the pairs of statements whose difference another finding tells."""
    pairs: set[tuple[int, int]] = set()
    for finding in findings:
        if finding.verdict in {Verdict.DIFFER, Verdict.UPDATE}:
            carrying = sorted(set(alignment.carrying(finding)))
            pairs.update((a, b) for at, a in enumerate(carrying) for b in carrying[at + 1 :])
    return frozenset(pairs)


def _contradiction(
    alignment: Alignment, group: Sequence[int], clashes: Sequence[Clash], best: Clash, order: Order
) -> Finding:
    against: Mapping[int, dict[int, float]] = defaultdict(dict)
    for clash in clashes:
        against[clash.left][clash.right] = against[clash.right][clash.left] = clash.sure
    sides: tuple[list[int], list[int]] = ([best.left], [best.right])
    for index in group:
        if index in (best.left, best.right):
            continue
        pull = [against[index].get(best.right, 0.0), against[index].get(best.left, 0.0)]
        if pull[0] != pull[1]:
            sides[pull[0] < pull[1]].append(index)
    told = [[alignment.told[index] for index in sorted(side)] for side in sides]
    one, other = alignment.told[best.left], alignment.told[best.right]
    denial = one.negative != other.negative
    values = ("no" if one.negative else "yes", "no" if other.negative else "yes") if denial else ("one", "other")
    cells = tuple(
        _cell(each, value)
        for side, value in zip(told, values, strict=True)
        for each in sorted(side, key=lambda each: order.key(each.statement.article))
    )
    kind = FindingKind.DENIAL if denial else FindingKind.CONTENT
    identity = stable_id(kind.value, *(f"{cell.article}:{cell.span.start}" for cell in cells))
    newer = _newer(told, order)
    reason = f"{_says(one)}; {_says(other)}. Both cannot be so at one time."
    if newer:
        reason = f"{_says(one)}; {_says(other)}. What {newer} says was printed later."
    return Finding(identity, kind, Verdict.UPDATE if newer else Verdict.DIFFER, reason, cells)


def _newer(sides: Sequence[Sequence[Told]], order: Order) -> str:
    """Return an outlet of the side that was surely printed after all of the other side, or nothing."""
    for later, earlier in (sides, sides[::-1]):
        if all(order.after(a.statement.article, b.statement.article) for a in later for b in earlier):
            return later[0].statement.outlet
    return ""


def _says(told: Told) -> str:
    said = told.statement.attribution
    voice = "" if said.kind is AttributionKind.OWN else f" on the word of {said.source}"
    return f"{told.statement.outlet} has{voice} “{told.statement.words}”"


def _cell(told: Told, value: str) -> Cell:
    statement = told.statement
    return Cell(statement.id, statement.article, statement.outlet, statement.span, statement.words, value)
