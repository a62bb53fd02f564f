"""Average linkage: which accounts go together, as a function of the set of accounts alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from nutgraf.cluster.features import Features
from nutgraf.cluster.similarity import ONE, likeness_rows
from nutgraf.joining import join_pairs

THRESHOLD = 0.28
"""Mean likeness between the members of two groups at which they are one story. Chosen on ECB+ topics 1-35 with names as
annotated: B-cubed F1 .882 at .24, .894 at .26, .897 at .28, .894 at .30 (lone accounts joined, `strays.py`)."""


def link_accounts(features: Sequence[Features], together: Sequence[Sequence[int]]) -> list[tuple[int, ...]]:
    """Group accounts (given in the order of their ids) into stories; `together` are copies, joined from the start.

    Average linkage can only join groups of which some pair reaches the threshold; so it is worked out inside each
    connected component of such pairs, and an account elsewhere changes nothing here. Ties go to the lower ids.
    """
    groups: list[tuple[int, ...]] = []
    for component in _components(features, together):
        inside = {place: number for number, place in enumerate(component)}
        seeds = [[inside[place] for place in group] for group in together if group[0] in inside]
        part = [features[place] for place in component]
        groups += [tuple(component[number] for number in group) for group in _average_link(part, seeds)]
    return sorted(groups)


def _components(features: Sequence[Features], together: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the connected components over pairs that reach the threshold and over copies, each sorted."""
    return join_pairs(len(features), chain(_copies(together), _near(features)))


def _copies(together: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    return ((group[0], place) for group in together for place in group[1:])


def _near(features: Sequence[Features]) -> Iterator[tuple[int, int]]:
    for place, row in enumerate(likeness_rows(features)):
        for other in np.flatnonzero(row[:place] >= THRESHOLD * ONE).tolist():
            yield place, other


def _average_link(features: Sequence[Features], together: Sequence[Sequence[int]]) -> list[tuple[int, ...]]:
    """Join the two nearest groups until no two reach the threshold (Sokal and Michener 1958), on whole numbers."""
    if len(features) == 1:
        return [(0,)]
    tree = _Groups(np.array(list(likeness_rows(features)), dtype=np.int64))
    for group in together:
        for place in sorted(group)[1:]:
            tree.merge(min(group), place)
    while True:
        first, second, mean = tree.nearest()
        if mean < THRESHOLD * ONE:
            return [tuple(sorted(group)) for group in tree.members if group]
        tree.merge(first, second)


class _Groups:
    """Groups of accounts with the sums of their likenesses; each keeps the nearest of the groups after it.

    A merge changes one row and one column, so only rows that lose their nearest are searched again: among 3,000
    articles the search takes a hundredth of what searching the whole table took.
    """

    def __init__(self, sums: NDArray[np.int64]) -> None:
        self._sums = sums
        self._sizes = np.ones(len(sums), dtype=np.int64)
        self.members = [[place] for place in range(len(sums))]
        self._near = np.zeros(len(sums), dtype=np.int64)
        self._means = np.full(len(sums), -1.0)
        for place in range(len(sums)):
            self._search(place)

    def nearest(self) -> tuple[int, int, float]:
        """Return the two groups with the highest mean likeness, of several the first, and that mean."""
        first = int(self._means.argmax())
        return first, int(self._near[first]), float(self._means[first])

    def merge(self, into: int, gone: int) -> None:
        """Join two groups, `into` being the lower place."""
        self._sums[into] += self._sums[gone]
        self._sums[:, into] += self._sums[:, gone]
        self.members[into] += self.members[gone]
        self.members[gone] = []
        self._sizes[into] += self._sizes[gone]
        self._sizes[gone] = 0
        self._means[gone] = -1.0
        self._search(into)
        alive = self._sizes > 0
        for place in np.flatnonzero(alive & ((self._near == into) | (self._near == gone))).tolist():
            if place != into:
                self._search(place)
        before = np.flatnonzero(alive[:into])
        means = self._sums[before, into] / (self._sizes[before] * self._sizes[into])
        better = (means > self._means[before]) | ((means == self._means[before]) & (self._near[before] > into))
        self._means[before[better]] = means[better]
        self._near[before[better]] = into

    def _search(self, place: int) -> None:
        """Find the nearest of the groups after one; of several, the first."""
        after = place + 1 + np.flatnonzero(self._sizes[place + 1 :])
        self._means[place] = -1.0
        if len(after):
            means = self._sums[place, after] / (self._sizes[place] * self._sizes[after])
            best = int(means.argmax())
            self._near[place], self._means[place] = after[best], means[best]
