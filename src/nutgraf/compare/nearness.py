"""How surely two statements say one thing: what they mean, share and count, weighed by a logistic regression."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from nutgraf.compare.candidates import Candidate
from nutgraf.compare.shared import Shared
from nutgraf.compare.statements import Told
from nutgraf.models.entailer import Relation

FEATURES = (
    "always", "meaning", "likeness", "held", "stems", "names", "same figure", "other figure", "apart", "behind",
    "behind less", "each other's nearest", "one's nearest", "words of the shorter", "words of the longer", "same day",
    "both or neither say no",
)  # fmt: skip
"""What is weighed, in the order of `read_features`."""

RELATED = ("contradicts", "same", "entails", "related")
"""What is weighed beside, where the entailer has judged the two: how likely each relation is, in both directions."""

DRAFT = (
    -2.965, 1.653, 0.969, 0.654, 2.59, 1.424, 2.189, 0.588, -1.801, -2.99, -0.551, 1.106, 0.723, -0.032, -0.16, 2.049,
    0.156,
)  # fmt: skip
"""Weights without the entailer's judgement: they choose the pairs that it is asked about."""

WEIGHTS = (*DRAFT, 0.0, 0.0, 0.0, 0.0)
"""Weights with it."""


def read_features(left: Told, right: Told, pair: Candidate, shared: Shared) -> tuple[float, ...]:
    """Return what is weighed of two statements: the same whichever comes first."""
    here, there = _figures(left), _figures(right)
    short, long = sorted(len(one.statement.words.split()) for one in (left, right))
    return (
        1.0,
        pair.meaning,
        shared.likeness,
        shared.held,
        shared.stems / 10,
        shared.names / 10,
        float(bool(here & there)),
        float(bool(here and there and not here & there)),
        abs(left.position - right.position),
        pair.behind[0],
        pair.behind[1],
        float(not pair.behind[0]),
        float(not pair.behind[1]),
        math.log(short),
        math.log(long),
        float(bool(_days(left) & _days(right))),
        float(left.negative == right.negative),
    )


def weigh(features: Sequence[float], weights: Sequence[float]) -> float:
    """Return the logistic function of a weighted sum, 0 to 1."""
    score = math.fsum(weight * value for weight, value in zip(weights, features, strict=True))
    return round(1 / (1 + math.exp(-score)), 9)


def draft_nearness(features: Sequence[float]) -> float:
    """Return how surely two statements say one thing, 0 to 1, before the entailer is asked."""
    return weigh(features, DRAFT)


def nearness(features: Sequence[float], likely: Mapping[Relation, float]) -> float:
    """Return how surely two statements say one thing, 0 to 1; `likely` is what the entailer makes of the two."""
    return weigh((*features, *(likely[Relation(name)] for name in RELATED)), WEIGHTS)


def _figures(told: Told) -> frozenset[tuple[float, float]]:
    return frozenset((figure.low, figure.high) for figure in told.figures)


def _days(told: Told) -> frozenset[str]:
    return frozenset(value[:10] for _, value in told.times if value)
