"""Shares of pairs that are judged right, and how well a score puts one kind of pair before the other."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from evals.annotation.report import precision_recall_f1
from evals.bootstrap import Measured, Table, measure, over, share, weigh

Right = NDArray[np.bool_]


def accuracy(right: Right, groups: Sequence[Hashable] | None = None) -> Measured:
    """Return the share of pairs that are judged right; the interval draws groups of pairs, or single pairs."""
    rows = np.stack([right.astype(np.float64), np.ones(len(right))], axis=1)
    return measure(rows if groups is None else _sums(rows, groups), share)[0]


def f1(told: Right, gold: Right, groups: Sequence[Hashable]) -> Measured:
    """Return F1 of the pairs that are told to be of a kind; the interval draws groups of pairs."""
    rows = np.stack([told & gold, told, gold], axis=1).astype(np.float64)
    return measure(_sums(rows, groups), precision_recall_f1)[2]


def auc(scores: NDArray[np.float64], gold: Right, groups: Sequence[Hashable]) -> Measured:
    """Return how often a pair of the kind has a greater score than one that is not; equal scores count half.

    The interval draws groups of pairs.
    """
    numbers = _numbers(groups)
    _, steps = np.unique(scores, return_inverse=True)
    above = np.zeros((len(scores), steps.max() + 1))
    above[np.arange(len(scores)), steps] = 1.0

    def figures(weights: Table) -> Table:
        drawn = weights[:, numbers]
        kind, other = (drawn * gold) @ above, (drawn * ~gold) @ above
        below = np.cumsum(other, axis=1) - other / 2
        return over((kind * below).sum(axis=1), kind.sum(axis=1) * other.sum(axis=1))[:, None]

    return weigh(int(numbers.max()) + 1, figures)[0]


def _numbers(groups: Sequence[Hashable]) -> NDArray[np.int64]:
    order = {group: number for number, group in enumerate(dict.fromkeys(groups))}
    return np.array([order[group] for group in groups])


def _sums(rows: Table, groups: Sequence[Hashable]) -> Table:
    numbers = _numbers(groups)
    sums = np.zeros((numbers.max() + 1, rows.shape[1]))
    np.add.at(sums, numbers, rows)
    return sums
