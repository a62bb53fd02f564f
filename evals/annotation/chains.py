"""MUC, B-cubed and CEAF-e of coreference chains, as reference-coreference-scorers defines them; CoNLL F1 is their mean.

A document's row holds the numerators and denominators, so that rows may be added: the official scorer, too, adds them
over documents before it divides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

import numpy as np

from evals.bootstrap import Table, over

Chain = frozenset[Hashable]


def chains_of(told: Mapping[Hashable, Hashable] | Iterable[tuple[Hashable, Hashable]]) -> list[Chain]:
    """Return the chains of mentions that share an entity, from pairs of mention and entity."""
    pairs = told.items() if isinstance(told, Mapping) else told
    found: dict[Hashable, set[Hashable]] = {}
    for mention, entity in pairs:
        found.setdefault(entity, set()).add(mention)
    return [frozenset(chain) for chain in found.values()]


def score_chains(gold: Sequence[Chain], told: Sequence[Chain]) -> list[float]:
    """Return a document's row: MUC (4), B-cubed (4), then CEAF-e's likeness, gold chains and told chains."""
    likeness = _ceaf(gold, told)
    return [
        *_muc(gold, told),
        *_muc(told, gold),
        *_cubed(gold, told),
        *_cubed(told, gold),
        likeness,
        float(len(gold)),
        float(len(told)),
    ]


def conll_figures(sums: Table) -> Table:
    """Return CoNLL F1, then the F1 of MUC, B-cubed and CEAF-e, from sums of rows."""
    f1 = [
        _f1(sums[:, 0], sums[:, 1], sums[:, 2], sums[:, 3]),
        _f1(sums[:, 4], sums[:, 5], sums[:, 6], sums[:, 7]),
        _f1(sums[:, 8], sums[:, 9], sums[:, 8], sums[:, 10]),
    ]
    return np.stack([sum(f1) / 3, *f1], axis=1)


def _f1(recalled: Table, wanted: Table, right: Table, told: Table) -> Table:
    recall, precision = over(recalled, wanted), over(right, told)
    return over(2 * recall * precision, recall + precision)


def _muc(key: Sequence[Chain], response: Sequence[Chain]) -> tuple[float, float]:
    """Return the links of the key that the response keeps, and all links of the key."""
    where = {mention: index for index, chain in enumerate(response) for mention in chain}
    kept = links = 0
    for chain in key:
        parts = Counter(where.get(mention, ("alone", mention)) for mention in chain)
        kept += len(chain) - len(parts)
        links += len(chain) - 1
    return float(kept), float(links)


def _cubed(key: Sequence[Chain], response: Sequence[Chain]) -> tuple[float, float]:
    """Return the sum over the key's mentions of the share of their chain that the response ties to them, and how many
    mentions there are.
    """
    where = {mention: index for index, chain in enumerate(response) for mention in chain}
    total = mentions = 0.0
    for chain in key:
        parts = Counter(where[mention] for mention in chain if mention in where)
        total += sum(count * count for count in parts.values()) / len(chain)
        mentions += len(chain)
    return total, mentions


def _ceaf(gold: Sequence[Chain], told: Sequence[Chain]) -> float:
    """Return the likeness (twice the common mentions over both sizes) of the best one-to-one matching of chains."""
    if not gold or not told:
        return 0.0
    likeness = np.array([[2 * len(one & other) / (len(one) + len(other)) for other in told] for one in gold])
    return float(sum(likeness[row, column] for row, column in best_matching(likeness)))


def best_matching(gains: Table) -> list[tuple[int, int]]:
    """Return the pairs (row, column) of the one-to-one matching with the greatest sum (the Hungarian method)."""
    if gains.shape[0] > gains.shape[1]:
        return [(row, column) for column, row in best_matching(gains.T)]
    rows, columns = gains.shape
    costs = gains.max(initial=0.0) - gains
    of_row, of_column = np.zeros(rows + 1), np.zeros(columns + 1)
    taken = np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        taken[0] = row
        _place(costs, of_row, of_column, taken)
    return sorted((int(taken[column]) - 1, column - 1) for column in range(1, columns + 1) if taken[column])


def _place(costs: Table, of_row: Table, of_column: Table, taken: np.ndarray) -> None:
    """Give the row at `taken[0]` a column by the cheapest chain of changes."""
    columns = costs.shape[1]
    least = np.full(columns + 1, np.inf)
    came, seen = np.zeros(columns + 1, dtype=int), np.zeros(columns + 1, dtype=bool)
    at = 0
    while taken[at]:
        seen[at] = True
        row = taken[at]
        free = ~seen[1:]
        now = costs[row - 1] - of_row[row] - of_column[1:]
        better = free & (now < least[1:])
        least[1:][better] = now[better]
        came[1:][better] = at
        following = 1 + int(np.argmin(np.where(free, least[1:], np.inf)))
        step = least[following]
        of_row[taken[seen]] += step
        of_column[seen] -= step
        least[~seen] -= step
        at = following
    while at:
        taken[at] = taken[came[at]]
        at = int(came[at])
