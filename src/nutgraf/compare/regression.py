"""What a logistic regression makes of some features; `training/comparison` fits the weights."""

from __future__ import annotations

import math
from collections.abc import Sequence


def logistic(features: Sequence[float], weights: Sequence[float]) -> float:
    """Return the logistic function of the weighted sum of some features, 0 to 1."""
    score = math.fsum(weight * value for weight, value in zip(weights, features, strict=True))
    return round(1 / (1 + math.exp(-score)), 9)
