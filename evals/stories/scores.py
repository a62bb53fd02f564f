"""The figures of a partition beside the events: one line of a table."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from evals.annotation.report import Figure, Line
from evals.bootstrap import Measured, Table, measure, over
from evals.stories.partitions import Partition, b_cubed, mixed, pairs, purity, torn


def score_partition(system: str, told: Partition, gold: Partition, *, ours: bool = False) -> Line:
    """Return a system's figures; the intervals draw articles."""
    rows = np.array([[part.precision, part.recall, 1.0] for part in b_cubed(told, gold).values()])
    precision, recall, score = measure(rows, _b_cubed)
    figures: dict[str, Figure] = {"B-cubed P": precision, "R": recall, "F1": score, **_counts(told, gold)}
    return Line(system, figures, ours)


def score_orders(system: str, partitions: Sequence[Partition], gold: Partition) -> Line:
    """Return the means over the partitions of several orders of arrival, with an interval only where there is one."""
    lines = [score_partition(system, told, gold) for told in partitions]
    if len(lines) == 1:
        return lines[0]
    figures: dict[str, Figure] = {}
    for name, first in lines[0].figures.items():
        values = [_value(line.figures[name]) for line in lines]
        middle = sum(values) / len(values)
        figures[name] = round(middle) if isinstance(first, int) else middle
    return Line(f"{system}, mean of {len(lines)} orders", figures)


def _counts(told: Partition, gold: Partition) -> dict[str, Figure]:
    return {
        "pair F1": pairs(told, gold).f1,
        "purity": purity(told, gold),
        "stories": len({told[article] for article in gold}),
        "split events": len(torn(told, gold)),
        "merged stories": len(mixed(told, gold)),
    }


def _b_cubed(sums: Table) -> Table:
    precision, recall = over(sums[:, 0], sums[:, 2]), over(sums[:, 1], sums[:, 2])
    return np.stack((precision, recall, over(2 * precision * recall, precision + recall)), axis=1)


def _value(figure: Figure) -> float:
    return figure.value if isinstance(figure, Measured) else figure
