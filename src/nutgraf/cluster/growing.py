"""Texts come and go: only what hangs together with them is grouped again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from nutgraf.cluster.held import HeldShelf
from nutgraf.cluster.homes import whole_stories
from nutgraf.cluster.joining import LEAST, join_small
from nutgraf.cluster.likeness import are_across, liken
from nutgraf.cluster.rows import liken_rows
from nutgraf.cluster.seeds import FLOOR, GATHER, SMALL, TOGETHER, Seed, gather_seeds, link_texts, mean_likeness
from nutgraf.cluster.shelf import Core, Shelf, Text, Tie
from nutgraf.cluster.texts import FAR_CLUES, LEAST_CLUES, rare_clues, windows_of


def grow(shelf: Shelf, gone: Collection[str], come: Sequence[Text]) -> frozenset[str]:
    """Take texts from the shelf and put others on it; return the keys of all texts that may now be grouped otherwise.

    What comes out is a function of the texts that are there in the end, whatever was there before and in whatever
    batches they came.
    """
    shelf = HeldShelf(shelf)
    leaving = sorted({*gone, *(text.key for text in come)})
    old = {core.key: core for core in shelf.cores_of(leaving).values()}
    beside = {tie.other for ties in shelf.ties(leaving).values() for tie in ties}
    shelf.drop_texts(leaving)
    shelf.put_texts(come)
    tie_texts(shelf, come)
    loosened = {text for core in old.values() for text in core.texts}
    touched = _hanging_together(shelf, {*(text.key for text in come), *shelf.texts(loosened), *shelf.texts(beside)})
    old |= {core.key: core for core in shelf.cores_of(touched).values()}
    return _regroup(shelf, {text.key for text in come}, touched, old, beside)


def tie_texts(shelf: Shelf, come: Sequence[Text]) -> None:
    """Tie texts to all that are on the shelf; of two that both come, the lower key ties them."""
    coming = {text.key for text in come}
    found: dict[str, list[Tie]] = {}
    for text in come:
        own = shelf.rows((text.key,))[text.key]
        others = shelf.rows([key for key in _alike(shelf, text) if key not in coming or key > text.key])
        across = {key for key, other in others.items() if are_across(own.setting, other.setting)}
        near = sorted(others.keys() - across)
        ties = [
            Tie(near[one.place], one.whole, one.timeless)
            for one in liken_rows(own, [others[key] for key in near], FLOOR)
        ]
        found[text.key] = ties + _ties_across(shelf, text, across)
    shelf.put_ties(found)


def _ties_across(shelf: Shelf, text: Text, keys: Collection[str]) -> list[Tie]:
    """Return a text's ties to those in other languages, which are compared word by word."""
    tellers = {key: other.teller for key, other in shelf.texts(keys).items()}
    profiles = shelf.profiles({text.teller, *tellers.values()})
    likened = {key: liken(profiles[text.teller], profiles[tellers[key]]) for key in sorted(tellers)}
    return [Tie(key, one.whole, one.timeless) for key, one in likened.items() if one.timeless >= FLOOR]


def _alike(shelf: Shelf, text: Text) -> list[str]:
    """Return the texts that have enough clues in common with one, nearby in time or, with rarer clues, at any."""
    found = set(shelf.sharing(text.clues, windows_of(text), LEAST_CLUES))
    if text.days:
        found.update(shelf.sharing(rare_clues(text), (), FAR_CLUES))
    return sorted(found - {text.key})


def _hanging_together(shelf: Shelf, keys: Iterable[str]) -> dict[str, int]:
    """Return all texts that hang together with some by ties strong enough for a story, each with its component."""
    found: dict[str, int] = {}
    for number, start in enumerate(sorted(keys)):
        edge = [start] if start not in found else []
        found.update(dict.fromkeys(edge, number))
        while edge:
            edge = sorted(shelf.tied(edge, TOGETHER) - found.keys())
            found.update(dict.fromkeys(edge, number))
    return found


def _regroup(
    shelf: Shelf, came: set[str], touched: Mapping[str, int], old: Mapping[str, Core], beside: Iterable[str]
) -> frozenset[str]:
    """Link the touched texts anew, gather what is small among them, and ask small groups near by where they belong."""
    seeds = _link(shelf, touched)
    loose = [
        seed for core in old.values() for seed in core.seeds if shelf.texts(seed) and touched.keys().isdisjoint(seed)
    ]
    made, taken = _gather(shelf, [*seeds, *loose], old)
    before = whole_stories(shelf, taken)
    made = [replace(core, joins=taken[core.key].joins) if core.key in taken else core for core in made]
    shelf.drop_cores(taken.keys() - {core.key for core in made})
    shelf.put_cores([core for core in made if core != taken.get(core.key) or not came.isdisjoint(core.texts)])
    asked = {core.key: core for core in shelf.cores_of(_asked(shelf, came, made, taken, beside)).values()}
    changed = [answer for core in asked.values() if (answer := join_small(core, shelf)) != core]
    before |= whole_stories(shelf, {core.key: asked[core.key] for core in changed})
    shelf.put_cores(changed)
    after = whole_stories(shelf, {core.key: core for core in (*made, *changed)})
    return frozenset({*before, *after})


def _asked(
    shelf: Shelf, came: set[str], made: Sequence[Core], taken: Mapping[str, Core], beside: Iterable[str]
) -> set[str]:
    """Return the texts whose cores are asked anew where they belong: those of cores that came or changed, and others.

    Where a core came or went that texts may be put to, all that are tied to it are asked; beside one that is too small
    for that only short texts, which go wherever the text that holds them goes.
    """
    same = set(taken.values()).intersection(made)
    changed = [core for core in {*made, *taken.values()} if core not in same or not came.isdisjoint(core.texts)]
    there = shelf.texts({key for core in changed for key in core.texts}).keys()
    large = there & {key for core in changed if core.size >= LEAST for key in core.texts}
    return {*there, *shelf.tied(large, 0), *shelf.short(shelf.tied(there - large, 0)), *shelf.texts(set(beside))}


def _link(shelf: Shelf, touched: Mapping[str, int]) -> list[Seed]:
    components: dict[int, list[str]] = {}
    for key, number in touched.items():
        components.setdefault(number, []).append(key)
    return [seed for keys in components.values() for seed in link_texts(keys, shelf.ties_among(keys))]


def _gather(shelf: Shelf, seeds: Sequence[Seed], old: Mapping[str, Core]) -> tuple[list[Core], dict[str, Core]]:
    """Return the cores that seeds make with all small ones that hang together with them; and those they replace."""
    taken, pool, edge = dict(old), list(seeds), list(seeds)
    homes = {key: seed for seed in seeds for key in seed}
    drawn = _once_near(shelf, homes, old)
    while edge:
        for seed in edge:
            others = shelf.tied(seed, GATHER) - homes.keys() if len(seed) <= SMALL else set()
            ties = shelf.ties(seed) if others else {}
            for core in {core.key: core for core in shelf.cores_of(others).values()}.values():
                if any(len(one) <= SMALL and mean_likeness(seed, one, ties) >= GATHER for one in core.seeds):
                    drawn[core.key] = core
        edge = [seed for core in drawn.values() for seed in core.seeds]
        homes.update({key: seed for seed in edge for key in seed})
        pool += edge
        taken |= drawn
        drawn = {}
    ties = shelf.ties_among([key for key, seed in homes.items() if len(seed) <= SMALL])
    return [Core(min(group)[0], group) for group in gather_seeds(pool, ties)], taken


def _once_near(shelf: Shelf, homes: Mapping[str, Seed], old: Mapping[str, Core]) -> dict[str, Core]:
    """Return the cores beside small seeds that are no more: what was a crowd because of them may gather now."""
    parted = {seed for core in old.values() for seed in core.seeds if len(seed) <= SMALL} - set(homes.values())
    beside = shelf.tied({key for seed in parted for key in seed}, GATHER) - homes.keys()
    return {core.key: core for core in shelf.cores_of(beside).values()}
