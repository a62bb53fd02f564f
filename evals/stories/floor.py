"""The floor's way: articles one after the other, each to the group whose middle is near enough."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

ORDERS = 20
SEED = 20250815


def single_pass(likeness: NDArray[np.float64], order: Sequence[int], threshold: float) -> list[int]:
    """Put each text to the group whose middle it is nearest to (cosine to the centroid), or to one of its own.

    Return the groups by place. The cosine is the sum of likenesses to the members over the length of their sum.
    """
    homes = [0] * len(order)
    held, squares, count = np.zeros_like(likeness), np.zeros(len(order)), 0
    for place in order:
        sums = held[:count, place]
        near = sums / np.sqrt(squares[:count])
        best = int(near.argmax()) if count else -1
        if best < 0 or near[best] < threshold:
            best, count = count, count + 1
        squares[best] += 2 * held[best, place] + likeness[place, place]
        held[best] += likeness[place]
        homes[place] = best
    return homes


def orders(count: int) -> list[list[int]]:
    """Return twenty orders of arrival."""
    dice = random.Random(SEED)
    return [dice.sample(range(count), count) for _ in range(ORDERS)]
