"""Which texts are one story: a core with all that was put to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from nutgraf.cluster.shelf import Core, Shelf, Text


def whole_stories(shelf: Shelf, cores: Mapping[str, Core]) -> set[str]:
    """Return the texts of some cores, and of all that are in one story with them."""
    found = dict(cores)
    edge: Collection[Core] = list(cores.values())
    while edge:
        beside = [*shelf.joiners([core.key for core in edge]), *shelf.cores({core.joins for core in edge}).values()]
        edge = [core for core in {core.key: core for core in beside}.values() if core.key not in found]
        found.update({core.key: core for core in edge})
    return {text for core in found.values() for text in core.texts}


def group_texts(shelf: Shelf, keys: Collection[str]) -> list[tuple[Text, ...]]:
    """Return the stories that some texts are in by likeness, each whole, as its texts by key."""
    cores = {core.key: core for core in shelf.cores_of(keys).values()}
    every = whole_stories(shelf, cores)
    cores = {core.key: core for core in shelf.cores_of(every).values()}
    texts = shelf.texts(every)
    homes: dict[str, list[str]] = {}
    for core in cores.values():
        homes.setdefault(_root(cores, core), []).extend(core.texts)
    return [tuple(texts[key] for key in sorted(homes[home])) for home in sorted(homes)]


def _root(cores: Mapping[str, Core], core: Core) -> str:
    while core.joins:
        core = cores[core.joins]
    return core.key
