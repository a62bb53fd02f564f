"""The third step: to which larger group a small one is put, if to any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nutgraf.cluster.kin import MOST_TEXTS, draw_picture, find_kin
from nutgraf.cluster.seeds import FLOOR
from nutgraf.cluster.shelf import Core, Shelf
from nutgraf.cluster.stumps import find_holder
from nutgraf.records.picture import Picture

SMALL = 4
"""Texts of a group that may be put to a larger one as a whole."""

LEAST = 3
"""Texts a group must have for others to be put to it: what two have in common is no picture of a story."""

NEAR = 220_000
"""Mean likeness to the texts of a larger group at which a small one is put to it. On ECB+ topics 1-35 (B-cubed F1)
.943, with one event of each topic alone .978 and .982; at .26 .941, .973 and .978."""


PICTURES = 5
"""The nearest stories against whose common words a lone text is held."""


def join_small(core: Core, shelf: Shelf) -> Core:
    """Return a core with the larger one that it is put to: the nearest, if near enough; a short text to what holds it.

    No other core's joining enters, so the cores may be asked in any order. Pictures drawn on the way are kept.
    """
    if core.size > SMALL:
        return replace(core, joins="")
    near = nearest_homes(core, shelf)
    if near and near[0][0] >= NEAR:
        return replace(core, joins=near[0][1])
    if core.size > 1:
        return replace(core, joins="")
    if shelf.short((core.key,)):
        holder = find_holder(core.key, shelf.ties((core.key,))[core.key], shelf)
        return replace(core, joins=shelf.cores_of((holder,))[holder].key if holder else "")
    own = shelf.profile(shelf.texts((core.key,))[core.key].teller)
    return replace(core, joins=find_kin(own, _pictures([key for _, key in near[:PICTURES]], shelf)) or "")


def _pictures(keys: Sequence[str], shelf: Shelf) -> dict[str, Picture]:
    kept = shelf.pictures(keys)
    drawn = {key: picture_of(core, shelf) for key, core in shelf.cores(set(keys) - kept.keys()).items()}
    shelf.put_pictures(drawn)
    return {**kept, **drawn}


def picture_of(core: Core, shelf: Shelf) -> Picture:
    """Return what the texts of a core have in common."""
    texts = shelf.texts(core.texts[:MOST_TEXTS])
    tellers = [texts[key].teller for key in sorted(texts)]
    profiles = shelf.profiles(tellers)
    return draw_picture([profiles[teller] for teller in tellers])


def nearest_homes(core: Core, shelf: Shelf) -> list[tuple[int, str]]:
    """Return the keys of the larger cores that one is tied to, with the mean likeness of their texts, nearest first."""
    homes = shelf.homes_beside(core.texts, max(LEAST, core.size + 1), FLOOR)
    return sorted(
        ((FLOOR + home.above // (core.size * home.size), key) for key, home in homes.items()),
        key=lambda each: (-each[0], each[1]),
    )
