"""Relations: what the entailer makes of two statements, whichever comes first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nutgraf.models.entailer import RELATIONS, Relation, judge_pairs

Likely = Mapping[Relation, float]
"""How likely each relation is, 0 to 1."""


def relate(pairs: Iterable[tuple[tuple[int, int], tuple[str, str]]]) -> dict[tuple[int, int], Likely]:
    """Return how likely each relation is between the words of each pair, by the pair's key: the mean of both ways."""
    asked = list(pairs)
    there = judge_pairs([(one, other) for _, (one, other) in asked])
    back = judge_pairs([(other, one) for _, (one, other) in asked])
    means = ((there + back) / 2).tolist()
    return {key: dict(zip(RELATIONS, likely, strict=True)) for (key, _), likely in zip(asked, means, strict=True)}
