"""The floor: plain TF-IDF and one threshold, taking articles one after the other."""

from __future__ import annotations

import math
import random
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

THRESHOLD = 0.25
"""Tuned on ECB+ topics 1-35 by whoever wrote the floor down: it is at its best on the articles it is shown here."""

ORDERS = 20
SEED = 20250815

_WORD = re.compile(r"\w+")


def weigh(texts: Sequence[str]) -> NDArray[np.float64]:
    """Return unit TF-IDF rows; the weights of terms come from the texts themselves."""
    counts = [Counter(_WORD.findall(text.lower())) for text in texts]
    spread = Counter(word for count in counts for word in count)
    places = {word: place for place, word in enumerate(sorted(spread))}
    rows = np.zeros((len(texts), len(places)))
    for row, count in zip(rows, counts, strict=True):
        for word, times in count.items():
            row[places[word]] = (1 + math.log(times)) * math.log(len(texts) / spread[word])
        row /= np.linalg.norm(row) or 1.0
    return rows


def single_pass(likeness: NDArray[np.float64], order: Sequence[int], threshold: float = THRESHOLD) -> list[int]:
    """Put each text to the group whose middle it is nearest to (cosine to the centroid), or to one of its own.

    Return the groups by place. The cosine is the sum of likenesses to the members over the length of their sum.
    """
    homes = [0] * len(order)
    groups: list[list[int]] = []
    squares: list[float] = []
    for place in order:
        sums = [float(likeness[place, group].sum()) for group in groups]
        near = [held / math.sqrt(square) for held, square in zip(sums, squares, strict=True)]
        best = max(range(len(near)), key=near.__getitem__, default=-1)
        if best < 0 or near[best] < threshold:
            groups.append([])
            squares.append(0.0)
            sums.append(0.0)
            best = len(groups) - 1
        squares[best] += 2 * sums[best] + float(likeness[place, place])
        groups[best].append(place)
        homes[place] = best
    return homes


def orders(count: int) -> list[list[int]]:
    """Return twenty orders of arrival."""
    dice = random.Random(SEED)
    return [dice.sample(range(count), count) for _ in range(ORDERS)]
