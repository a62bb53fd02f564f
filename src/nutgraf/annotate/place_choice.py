"""Which of the places that an article's names may mean they do mean: all are chosen together, by a small sum."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from nutgraf.annotate.place_clues import Clues, lies_within, told_within
from nutgraf.annotate.place_context import PlaceContext, Weights, add_scaled, weigh
from nutgraf.annotate.place_names import Choice
from nutgraf.models.gazetteer import CUT

_TOLD, _KIND_TOLD, _HOLDS = 8.0, 2.0, 3.0
"""What it is worth, in powers of ten like a city's people, that the text says in what larger place a place lies, that a
noun tells its kind, that it is given as the larger place of another.
"""
_DATELINE = 2.0
"""How many times more the place of a dateline weighs for the others."""
_BESIDE, _REACH, _NEIGHBOURS = 2.0, 200.0, 12
"""How much more a name beside another weighs for it, over how many characters that wears off, and how many names before
and behind are beside it.
"""
_SOFT, _FAR = 0.8, 3.0
"""How fast the share falls, in powers of ten, of a place that fits less well, and when it has none."""
_ROUNDS = 3


@dataclass(slots=True)
class Name:
    """One name of an article with its mentions, what it may mean, and in the end what it does, and how well."""

    choices: tuple[Choice, ...]
    clues: list[Clues] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    best: Choice | None = None
    score: float = 0.0
    weighs: Weights = field(default_factory=dict)


def settle(names: Sequence[Name], home: Weights) -> None:
    """Choose for all names again and again, each time in the light of what the others may mean, at last with those that
    stand nearest counting most.
    """
    own_worth = [[_worth(one, name) for one in name.choices] for name in names]
    context = PlaceContext([home])
    for _ in range(_ROUNDS):
        for name, worth in zip(names, own_worth, strict=True):
            _choose(name, worth, context)
        context = PlaceContext([home, *(name.weighs for name in names)])
    beside = _beside(names)
    for name, worth, near in zip(names, own_worth, beside, strict=True):
        if len(name.choices) > 1:
            _choose(name, worth, context, near)


def _beside(names: Sequence[Name]) -> list[Weights]:
    """Return what the names near each name weigh for it over and above what all weigh."""
    placed = sorted((at, index) for index, name in enumerate(names) for at in name.at)
    nearest: list[dict[int, int]] = [{} for _ in names]
    for place, (here, one) in enumerate(placed):
        for there, other in placed[place + 1 : place + 1 + _NEIGHBOURS]:
            if one != other:
                apart = there - here
                nearest[one][other] = min(apart, nearest[one].get(other, apart))
                nearest[other][one] = min(apart, nearest[other].get(one, apart))
    found: list[Weights] = []
    for others in nearest:
        more: Weights = {}
        for other, apart in sorted(others.items()):
            add_scaled(more, names[other].weighs, _BESIDE * math.exp(-apart / _REACH))
        found.append(more)
    return found


def _choose(name: Name, worth: Sequence[float], context: PlaceContext, near: Weights | None = None) -> None:
    """Choose the place that fits best, and share out what the name weighs among all that fit nearly as well."""
    ranked = sorted(
        (
            (own + context.support(one.row, name.weighs, near or {}), one)
            for own, one in zip(worth, name.choices, strict=True)
        ),
        key=lambda pair: (-pair[0], pair[1].row.reference),
    )
    if not ranked:
        return
    name.score, name.best = ranked[0]
    fit = [(math.exp((score - name.score) / _SOFT), one.row) for score, one in ranked if name.score - score < _FAR]
    whole = sum(part for part, _ in fit) / (_DATELINE if any(clue.dateline for clue in name.clues) else 1.0)
    name.weighs = weigh((row, part / whole) for part, row in fit)


def _worth(one: Choice, name: Name) -> float:
    """Return how well a place fits by itself: its size, and what is said beside its name."""
    worth = one.prior
    told = [clue for clue in name.clues if told_within(one.row, clue.larger)]
    if told:
        listed = all(clue.listed for clue in told) and name.choices[0].row.kind in ("country", "division")
        worth += 0.0 if listed else _TOLD if one.how <= CUT else _TOLD / 2
    if any(clue.kind == one.row.kind for clue in name.clues):
        worth += _KIND_TOLD
    if any(lies_within(inner, one.row) for clue in name.clues for inner in clue.smaller):
        worth += _HOLDS
    return worth
