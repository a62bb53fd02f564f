"""Contradictions: two accounts say of one thing what cannot both be so at one time."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from nutgraf.compare.alignment import Alignment
from nutgraf.compare.order import Order
from nutgraf.compare.regression import logistic
from nutgraf.compare.relations import Likely, relate
from nutgraf.compare.statements import Told
from nutgraf.models.entailer import Relation
from nutgraf.records.annotation import AttributionKind
from nutgraf.records.comparison import Finding, FindingKind, Verdict
from nutgraf.text import stable_id

FEATURES = (
    "always", "nearness", "contradicts", "same", "entails", "related", "one says no", "words of the shorter",
    "both count", "both name days",
)  # fmt: skip
"""What is weighed, in the order of `read_features`."""

WEIGHTS = (-2.387, 0.242, 2.431, -0.271, 0.283, -0.396, -0.041, -0.014, 0.691, 0.105)
"""A logistic regression (`python -m training.comparison contradictions`) on 2,394 pairs of statements that the entailer
never learned from. Of those that it holds as likely as `LIKELY`, with one story left out at a time, not quite half are
labelled."""

LIKELY, JUDGED = 0.4, 0.6
"""How surely two statements contradict each other, and how likely the entailer alone holds it, where they are set side
by side. Half of them do: none is ever sure enough to be told to differ."""

MOST, ALL = 24, 600
"""Pairs of one point, and of a story, that the entailer is asked about at most, the nearest first: 4 ms each."""

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
    return logistic(read_features(left, right, near, likely), WEIGHTS)


def compare_contents(
    alignment: Alignment, groups: Sequence[Sequence[int]], order: Order, findings: Sequence[Finding]
) -> tuple[Finding, ...]:
    """Set statements of one point side by side that cannot both be so, where no other finding tells that already.

    The two that contradict each other most surely make the two sides; every other statement of the point stands on the
    side that it contradicts less, and on none where it contradicts neither. Whether they contradict each other is for
    the reader to judge: the entailer is right in half of what it holds likely.
    """
    told = _told_already(alignment, findings)
    worth = [(number, *pair) for number, group in enumerate(groups) for pair in _asked(alignment, group)]
    asked = sorted(worth, key=lambda one: (-alignment.nearness(*one[1:]), one))[:ALL]
    words = [one.statement.words for one in alignment.told]
    likely = relate([(words[left], words[right]) for _, left, right in asked])
    clashes: dict[int, list[Clash]] = defaultdict(list)
    for (number, left, right), relations in zip(asked, likely, strict=True):
        near = alignment.nearness(left, right)
        sure = contradiction(alignment.told[left], alignment.told[right], near, relations)
        if sure >= LIKELY and relations[Relation.CONTRADICTS] >= JUDGED:
            clashes[number].append(Clash(left, right, sure))
    found = []
    for number, several in sorted(clashes.items()):
        ordered = sorted(several, key=lambda clash: (-clash.sure, clash.left, clash.right))
        fresh = [clash for clash in ordered if not any({clash.left, clash.right} <= forms for forms in told)]
        if fresh:
            found.append(_contradiction(alignment, groups[number], ordered, fresh[0], order))
    return tuple(found)


def _asked(alignment: Alignment, group: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a point that the entailer is asked about: the nearest of other words and other accounts."""
    pairs = [pair for pair in combinations(alignment.forms(group), 2) if alignment.apart(*pair)]
    yield from sorted(pairs, key=lambda pair: (-alignment.nearness(*pair), pair))[:MOST]


def _told_already(alignment: Alignment, findings: Sequence[Finding]) -> list[frozenset[int]]:
    """Return the statements, by their form, of each finding that tells a difference."""
    return [
        frozenset(alignment.forms(alignment.carrying(finding)))
        for finding in findings
        if finding.verdict in {Verdict.DIFFER, Verdict.UPDATE}
    ]


def _contradiction(
    alignment: Alignment, group: Sequence[int], clashes: Sequence[Clash], best: Clash, order: Order
) -> Finding:
    against: Mapping[int, dict[int, float]] = defaultdict(dict)
    for clash in clashes:
        against[clash.left][clash.right] = against[clash.right][clash.left] = clash.sure
    sides: tuple[list[int], list[int]] = ([best.left], [best.right])
    for index in group:
        pull = [against[index].get(best.right, 0.0), against[index].get(best.left, 0.0)]
        if index not in (best.left, best.right) and pull[0] != pull[1]:
            sides[pull[0] < pull[1]].append(index)
    told = [[alignment.told[index] for index in sorted(side)] for side in sides]
    one, other = alignment.told[best.left], alignment.told[best.right]
    denial = one.negative != other.negative
    values = ("no" if one.negative else "yes", "no" if other.negative else "yes") if denial else ("one", "other")
    cells = tuple(
        each.cell(value)
        for side, value in zip(told, values, strict=True)
        for each in sorted(side, key=lambda each: order.key(each.statement.article))
    )
    kind = FindingKind.DENIAL if denial else FindingKind.CONTENT
    identity = stable_id(kind.value, *(f"{cell.article}:{cell.span.start}" for cell in cells))
    reason = f"{_says(one)}; {_says(other)}. Whether both can be so is for the reader to judge."
    return Finding(identity, kind, Verdict.UNSURE, reason, cells)


def _says(told: Told) -> str:
    said = told.statement.attribution
    voice = "" if said.kind is AttributionKind.OWN else f" on the word of {said.source}"
    return f"{told.statement.outlet} has{voice} “{told.statement.words}”"
