"""95 % intervals by drawing pages a thousand times with a fixed seed; two systems are compared on the same draws."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

ROUNDS = 1000
SEED = 20250815

Table = NDArray[np.float64]
Figures = Callable[[Table], Table]
"""From sums over pages (a row for each draw) to figures in columns."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure over all pages and its interval."""

    value: float
    low: float
    high: float


def measure(rows: Table, figures: Figures) -> tuple[Measured, ...]:
    """Return every figure of a system; `rows` holds what each page adds."""
    return _between(figures(rows.sum(axis=0, keepdims=True)), figures(draws(len(rows)) @ rows))


def compare(ours: Table, theirs: Table, figures: Figures) -> tuple[Measured, ...]:
    """Return every figure's difference (ours less theirs) over the same pages in the same order."""
    drawn = draws(len(ours))
    whole = [figures(rows.sum(axis=0, keepdims=True)) for rows in (ours, theirs)]
    again = [figures(drawn @ rows) for rows in (ours, theirs)]
    return _between(whole[0] - whole[1], again[0] - again[1])


def weigh(units: int, figures: Figures) -> tuple[Measured, ...]:
    """Return figures that are no sums over units (a rank, a pair of units): `figures` takes a row for each draw with
    how often each unit is in it.
    """
    return _between(figures(np.ones((1, units))), figures(draws(units)))


@cache
def draws(pages: int) -> Table:
    """Return how often each page is in each draw; the same number of pages gives the same draws."""
    dice = random.Random(SEED)
    drawn = [np.bincount(dice.choices(range(pages), k=pages), minlength=pages) for _ in range(ROUNDS)]
    return np.array(drawn, dtype=np.float64)


def _between(whole: Table, again: Table) -> tuple[Measured, ...]:
    ordered = np.sort(again, axis=0)
    low, high = ordered[round(0.025 * ROUNDS)], ordered[round(0.975 * ROUNDS) - 1]
    return tuple(Measured(*map(float, column)) for column in zip(whole[0], low, high, strict=True))


def share(sums: Table) -> Table:
    """Return the first column over the second: the figures of a field."""
    return over(sums[:, :1], sums[:, 1:2])


def over(part: Table, whole: Table) -> Table:
    """Return parts over wholes, 0 where there is no whole."""
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
