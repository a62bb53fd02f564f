"""The first two steps from texts to stories: seeds, of which it is sure, and small seeds that gather."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from nutgraf.cluster.linkage import Sums, average_link
from nutgraf.cluster.shelf import Tie
from nutgraf.joining import join_pairs

TOGETHER = 440_000
"""Mean likeness between the texts of two groups at which they are one seed."""

GATHER, SMALL = 320_000, 6
"""Mean likeness at which two groups of at most so many texts each become one. Where a story has many accounts, its
look-alike has many, too, and only what is much alike may be one; where few tell it, there is less to go by."""

FLOOR = 180_000
"""The likeness of texts that have no tie: pairs below it are not kept, for what is quite unlike is unlike enough."""

CROWD = 1000
"""Texts that are linked at once; where more hang together, the threshold for that is raised until they fall apart."""

STEP = 20_000
"""By how much it is raised."""

Ties = Mapping[str, Sequence[Tie]]
Seed = tuple[str, ...]
"""The keys of some texts, sorted."""


def link_texts(keys: Sequence[str], ties: Ties, crowd: int = CROWD) -> list[Seed]:
    """Group texts to seeds; `ties` holds those of all of them."""
    return _link([(key,) for key in sorted(keys)], ties, TOGETHER, None, crowd)


def gather_seeds(seeds: Sequence[Seed], ties: Ties, crowd: int = CROWD) -> list[tuple[Seed, ...]]:
    """Group small seeds, each group as the seeds in it; `ties` holds those of the texts of small ones."""
    ordered = sorted(seeds)
    parts: dict[Seed, list[Seed]] = {group: [] for group in _link(ordered, ties, GATHER, SMALL, crowd)}
    homes = {key: group for group in parts for key in group}
    for seed in ordered:
        parts[homes[seed[0]]].append(seed)
    return [tuple(group) for group in parts.values()]


def mean_likeness(one: Sequence[str], two: Sequence[str], ties: Ties) -> int:
    """Return the mean likeness between the texts of two groups; `ties` holds those of the first."""
    inside = set(two)
    above = sum(max(0, tie.whole - FLOOR) for key in one for tie in ties[key] if tie.other in inside)
    return FLOOR + above // (len(one) * len(two))


def _link(groups: Sequence[Seed], ties: Ties, least: int, most: int | None, crowd: int) -> list[Seed]:
    """Join groups by average linkage, apart in each part of them that hangs together."""
    if not groups:
        return []
    joining = [place for place, group in enumerate(groups) if most is None or len(group) <= most]
    homes = {key: place for place in joining for key in groups[place]}  # what joins nothing holds no crowd together
    near = _near(groups, ties, homes, least)
    found = []
    for part in _parts(range(len(groups)), near, least, crowd):
        inside = [groups[place] for place in part]
        if len(inside) == 1:
            found += inside
            continue
        joined = average_link(_sums(inside, ties), [len(group) for group in inside], least, most)
        found += [tuple(sorted(key for place in group for key in inside[place])) for group in joined]
    return sorted(found)


def _near(groups: Sequence[Seed], ties: Ties, homes: Mapping[str, int], least: int) -> list[tuple[int, int, int]]:
    """Return the pairs of groups (by place) whose mean likeness is enough, with it."""
    above = Counter[tuple[int, int]]()
    for key, place in homes.items():
        for tie in ties[key]:
            other = homes.get(tie.other, place)
            if place < other:
                above[place, other] += max(0, tie.whole - FLOOR)
    means = ((*pair, FLOOR + above[pair] // (len(groups[pair[0]]) * len(groups[pair[1]]))) for pair in sorted(above))
    return [each for each in means if each[2] >= least]


def _parts(
    places: Sequence[int], near: Sequence[tuple[int, int, int]], least: int, crowd: int
) -> Iterator[Sequence[int]]:
    """Yield what hangs together at a threshold, or at the lowest higher one that leaves no crowd."""
    index = {place: number for number, place in enumerate(places)}
    inside = [(one, two, mean) for one, two, mean in near if mean >= least and one in index and two in index]
    for group in join_pairs(len(places), ((index[one], index[two]) for one, two, _ in inside)):
        part = [places[number] for number in group]
        if len(part) <= crowd:
            yield part
        else:
            yield from _parts(part, inside, least + STEP, crowd)


def _sums(groups: Sequence[Seed], ties: Ties) -> Sums:
    """Return the sums of the likenesses between the texts of each two groups."""
    homes = {key: place for place, group in enumerate(groups) for key in group}
    sizes = np.array([len(group) for group in groups], dtype=np.int64)
    sums: Sums = FLOOR * sizes[:, None] * sizes[None, :]
    for key, place in homes.items():
        for tie in ties[key]:
            if tie.other in homes and tie.whole > FLOOR:
                sums[place, homes[tie.other]] += tie.whole - FLOOR
    return sums
