"""Logistic regression by Newton's method, and its judgement of what it has not seen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

ROUNDS, PENALTY, CLOSE = 60, 1.0, 1e-8


def fit(features: Numbers, labels: Numbers, weights: Numbers) -> Numbers:
    """Return the coefficients of the features (the first of which is always 1), by weighted penalised likelihood.

    `features` is (examples, features), `labels` are 0 or 1, `weights` what each example counts.
    """
    found = np.zeros(features.shape[1])
    penalty = np.eye(len(found)) * PENALTY
    penalty[0, 0] = 1e-6
    for _ in range(ROUNDS):
        likely = logistic(features @ found)
        slope = features.T @ (weights * (likely - labels)) + penalty @ found
        curve = (features.T * (weights * likely * (1 - likely))) @ features + penalty
        step = np.linalg.solve(curve, slope)
        found -= step
        if np.abs(step).max() < CLOSE:
            break
    return found


def logistic(scores: Numbers) -> Numbers:
    """Return 1 / (1 + e**-score)."""
    likely: Numbers = 1 / (1 + np.exp(-scores))
    return likely


def judge_unseen(features: Numbers, labels: Numbers, weights: Numbers, folds: Sequence[int]) -> Numbers:
    """Return how likely each example is, by coefficients that were fitted without its fold."""
    numbers = np.array(folds)
    likely = np.zeros(len(labels))
    for fold in sorted(set(folds)):
        out = numbers == fold
        likely[out] = logistic(features[out] @ fit(features[~out], labels[~out], weights[~out]))
    return likely
