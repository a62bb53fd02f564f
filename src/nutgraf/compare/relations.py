"""Relations: what the entailer makes of two statements, whichever comes first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nutgraf.models.entailer import RELATIONS, Relation, judge_pairs

Likely = Mapping[Relation, float]
"""How likely each relation is, 0 to 1."""


def relate(pairs: Sequence[tuple[str, str]]) -> list[Likely]:
    """Return how likely each relation is between the words of each pair: the mean of both ways."""
    there = judge_pairs(pairs)
    back = judge_pairs([(other, one) for one, other in pairs])
    means = ((there + back) / 2).tolist()
    return [dict(zip(RELATIONS, likely, strict=True)) for likely in means]
