"""How surely two statements say one thing: what they mean, share and count, weighed by a logistic regression."""

from __future__ import annotations

import math

from nutgraf.compare.candidates import Candidate
from nutgraf.compare.regression import logistic
from nutgraf.compare.shared import Shared
from nutgraf.compare.statements import Told

FEATURES = (
    "always", "meaning", "likeness", "held", "stems", "names", "same figure", "other figure", "apart", "behind",
    "behind less", "each other's nearest", "one's nearest", "words of the shorter", "words of the longer", "same day",
    "both or neither say no",
)  # fmt: skip
"""What is weighed, in the order of `read_features`."""

WEIGHTS = (
    -1.383, 0.24, 0.88, 0.666, 2.892, 1.676, 2.259, 0.648, -1.767, -4.681, -2.288, 1.211, 0.256, -0.071, -0.25, 1.944,
    0.186,
)  # fmt: skip
"""A logistic regression (`python -m training.comparison nearness`) on 34,034 pairs of statements: of forty invented
events told by five outlets each (training/entailer/stories), at a weight of .3, and of the six labelled stories that
rules may be written with an eye on (evals/comparison)."""

_BARE, _BARE_MEANING = 0.2, 0.5  # nearness of statements that share names and days alone, unless they mean the same


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
    """Return how surely two statements say one thing, 0 to 1.

    A name and a day are not yet a thing said: two things told of one person are two things.
    """
    likely = logistic(read_features(left, right, pair, shared), WEIGHTS)
    return min(likely, _BARE) if shared.bare and pair.meaning < _BARE_MEANING else likely


def _figures(told: Told) -> frozenset[tuple[float, float]]:
    return frozenset((figure.low, figure.high) for figure in told.figures)


def _days(told: Told) -> frozenset[str]:
    return frozenset(value[:10] for _, value in told.times if value)
