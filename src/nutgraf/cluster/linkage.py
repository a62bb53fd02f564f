"""Average linkage: which accounts go together, as a function of the set of accounts alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nutgraf.cluster.features import Features
from nutgraf.cluster.similarity import ONE, likeness_rows

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
    head = list(range(len(features)))

    def find(place: int) -> int:
        while head[place] != place:
            head[place] = head[head[place]]
            place = head[place]
        return place

    def join(one: int, two: int) -> None:
        low, high = sorted((find(one), find(two)))
        head[high] = low

    for group in together:
        for place in group[1:]:
            join(group[0], place)
    for place, row in enumerate(likeness_rows(features)):
        for other in np.flatnonzero(row[:place] >= THRESHOLD * ONE).tolist():
            join(place, other)
    components: dict[int, list[int]] = {}
    for place in range(len(features)):
        components.setdefault(find(place), []).append(place)
    return [components[key] for key in sorted(components)]


def _average_link(features: Sequence[Features], together: Sequence[Sequence[int]]) -> list[tuple[int, ...]]:
    """Join the two nearest groups until no two reach the threshold (Sokal and Michener 1958), on whole numbers."""
    if len(features) == 1:
        return [(0,)]
    sums = np.array(list(likeness_rows(features)), dtype=np.int64)
    members = [[place] for place in range(len(features))]
    for group in together:
        for place in sorted(group)[1:]:
            _merge(sums, members, min(group), place)
    while True:
        first, second = _nearest(sums, members)
        if first == second:
            return [tuple(sorted(group)) for group in members if group]
        _merge(sums, members, first, second)


def _nearest(sums: NDArray[np.int64], members: Sequence[Sequence[int]]) -> tuple[int, int]:
    """Return the two groups with the highest mean likeness, or one place twice where none reaches the threshold."""
    sizes = np.array([len(group) for group in members], dtype=np.int64)
    products = np.outer(sizes, sizes)
    means = np.where(products > 0, sums / np.maximum(products, 1), -1.0)
    means[np.tril_indices(len(members))] = -1.0
    first, second = divmod(int(means.argmax()), len(members))
    return (first, second) if means[first, second] >= THRESHOLD * ONE else (first, first)


def _merge(sums: NDArray[np.int64], members: list[list[int]], into: int, gone: int) -> None:
    sums[into] += sums[gone]
    sums[:, into] += sums[:, gone]
    members[into] += members[gone]
    members[gone] = []
