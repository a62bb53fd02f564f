"""How surely two statements say one thing: what they mean, share and count, weighed by a logistic regression."""

from __future__ import annotations

import math

from nutgraf.compare.candidates import Candidate
from nutgraf.compare.shared import Shared
from nutgraf.compare.statements import Told

FEATURES = (
    "always", "meaning", "likeness", "held", "stems", "names", "same figure", "other figure", "apart", "behind",
    "behind less", "each other's nearest", "one's nearest", "words of the shorter", "words of the longer", "same day",
    "both or neither say no",
)  # fmt: skip
"""What is weighed, in the order of `read_features`."""

WEIGHTS = (
    -2.965, 1.653, 0.969, 0.654, 2.59, 1.424, 2.189, 0.588, -1.801, -2.99, -0.551, 1.106, 0.723, -0.032, -0.16, 2.049,
    0.156,
)  # fmt: skip


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


def nearness(left: Told, right: Told, pair: Candidate, shared: Shared) -> float:
    """Return how surely two statements say one thing, 0 to 1."""
    features = read_features(left, right, pair, shared)
    score = math.fsum(weight * value for weight, value in zip(WEIGHTS, features, strict=True))
    return round(1 / (1 + math.exp(-score)), 9)


def _figures(told: Told) -> frozenset[tuple[float, float]]:
    return frozenset((figure.low, figure.high) for figure in told.figures)


def _days(told: Told) -> frozenset[str]:
    return frozenset(value[:10] for _, value in told.times if value)
