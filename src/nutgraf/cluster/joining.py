"""The third step: to which larger group a small one is put, if to any."""

from __future__ import annotations

from dataclasses import replace

from nutgraf.cluster.kin import MOST_TEXTS, Picture, draw_picture, find_kin
from nutgraf.cluster.seeds import Ties, mean_likeness
from nutgraf.cluster.shelf import Core, Shelf
from nutgraf.cluster.stumps import SHORT, find_holder

SMALL = 4
"""Texts of a group that may be put to a larger one as a whole."""

LEAST = 3
"""Texts a group must have for others to be put to it: what two have in common is no picture of a story."""

NEAR = 260_000
"""Mean likeness to the texts of a larger group at which a small one is put to it."""


def join_small(core: Core, shelf: Shelf) -> Core:
    """Return a core with the larger one that it is put to: the nearest, if near enough; a short text to what holds it.

    No other core's joining enters, so the cores may be asked in any order.
    """
    ties = shelf.ties(core.texts)
    means = nearest_cores(core, ties, shelf) if len(core.texts) <= SMALL else []
    if means and means[0][0] >= NEAR:
        return replace(core, joins=means[0][1].key)
    return replace(core, joins=(_home_of_lone(core.key, ties, shelf) if len(core.texts) == 1 else None) or "")


def _home_of_lone(key: str, ties: Ties, shelf: Shelf) -> str | None:
    """Return the core to which a text is put that is near to none: a short one, or one told in its own manner."""
    holder = find_holder(key, ties[key], shelf)
    if holder:
        return shelf.cores_of((holder,))[holder].key
    own = shelf.profile(shelf.texts((key,))[key].teller)
    if own.size < SHORT:
        return None
    homes = shelf.cores_of({tie.other for tie in ties[key]})
    return find_kin(own, {home.key: picture_of(home, shelf) for home in homes.values() if len(home.texts) >= LEAST})


def picture_of(core: Core, shelf: Shelf) -> Picture:
    """Return what the texts of a core have in common."""
    texts = shelf.texts(core.texts[:MOST_TEXTS])
    return draw_picture([shelf.profile(texts[key].teller) for key in sorted(texts)])


def nearest_cores(core: Core, ties: Ties, shelf: Shelf) -> list[tuple[int, Core]]:
    """Return the larger cores that one is tied to, with the mean likeness of their texts, the nearest first."""
    others = {tie.other for several in ties.values() for tie in several}
    homes = {home.key: home for home in shelf.cores_of(others).values() if home.key != core.key}
    larger = (home for home in homes.values() if len(home.texts) >= LEAST and len(home.texts) > len(core.texts))
    means = ((mean_likeness(core.texts, home.texts, ties), home) for home in larger)
    return sorted(means, key=lambda each: (-each[0], each[1].key))
