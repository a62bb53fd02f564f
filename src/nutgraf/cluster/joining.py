"""The third step: to which larger group a small one is put, if to any."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from nutgraf.cluster.kin import MOST_TEXTS, Picture, draw_picture, find_kin
from nutgraf.cluster.seeds import FLOOR, Ties
from nutgraf.cluster.shelf import Core, Shelf
from nutgraf.cluster.stumps import SHORT, find_holder

SMALL = 4
"""Texts of a group that may be put to a larger one as a whole."""

LEAST = 3
"""Texts a group must have for others to be put to it: what two have in common is no picture of a story."""

NEAR = 220_000
"""Mean likeness to the texts of a larger group at which a small one is put to it. On ECB+ topics 1-35 (B-cubed F1)
.943, with one event of each topic alone .978 and .982; at .26 .941, .973 and .978."""


PICTURES = 5
"""The nearest stories against whose common words a lone text is held."""


def join_small(core: Core, shelf: Shelf, album: dict[tuple[str, ...], Picture]) -> Core:
    """Return a core with the larger one that it is put to: the nearest, if near enough; a short text to what holds it.

    No other core's joining enters, so the cores may be asked in any order. `album` keeps the pictures of cores that are
    drawn on the way.
    """
    if core.size > SMALL:
        return replace(core, joins="")
    ties = shelf.ties(core.texts)
    means = nearest_cores(core, ties, shelf)
    if means and means[0][0] >= NEAR:
        return replace(core, joins=means[0][1].key)
    if core.size > 1:
        return replace(core, joins="")
    holder = find_holder(core.key, ties[core.key], shelf)
    if holder:
        return replace(core, joins=shelf.cores_of((holder,))[holder].key)
    own = shelf.profile(shelf.texts((core.key,))[core.key].teller)
    pictures = {home.key: _picture(home, shelf, album) for _, home in means[:PICTURES]} if own.size >= SHORT else {}
    return replace(core, joins=find_kin(own, pictures) or "")


def _picture(core: Core, shelf: Shelf, album: dict[tuple[str, ...], Picture]) -> Picture:
    if core.texts not in album:
        album[core.texts] = picture_of(core, shelf)
    return album[core.texts]


def picture_of(core: Core, shelf: Shelf) -> Picture:
    """Return what the texts of a core have in common."""
    texts = shelf.texts(core.texts[:MOST_TEXTS])
    tellers = [texts[key].teller for key in sorted(texts)]
    profiles = shelf.profiles(tellers)
    return draw_picture([profiles[teller] for teller in tellers])


def nearest_cores(core: Core, ties: Ties, shelf: Shelf) -> list[tuple[int, Core]]:
    """Return the larger cores that one is tied to, with the mean likeness of their texts, the nearest first."""
    beside = [tie for key in core.texts for tie in ties[key]]
    home_of = shelf.cores_of({tie.other for tie in beside})
    above = Counter[str]()
    for tie in beside:
        if tie.other in home_of:
            above[home_of[tie.other].key] += max(0, tie.whole - FLOOR)
    homes = {home.key: home for home in home_of.values() if home.key != core.key}
    larger = [home for home in homes.values() if home.size >= LEAST and home.size > core.size]
    means = [(FLOOR + above[home.key] // (core.size * home.size), home) for home in larger]
    return sorted(means, key=lambda each: (-each[0], each[1].key))
