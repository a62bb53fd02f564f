"""How alike two accounts are: a weighted mean of seven parts, in whole millionths, each of which can be told."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from nutgraf.cluster.profiles import ONE
from nutgraf.cluster.times import tells_other_time, time_apart
from nutgraf.records.profile import Profile, Setting, Weights

WHOLE = 1_000_000
"""Likeness is counted in millionths."""


class Part(StrEnum):
    """What accounts are compared by."""

    WORDS = "words"
    PEOPLE = "people"
    PLACES = "places"
    OPENING = "opening"
    NUMBERS = "numbers"
    NAMED = "named"
    MEANING = "meaning"


SHARES = {
    Part.WORDS: 11,
    Part.PEOPLE: 20,
    Part.PLACES: 12,
    Part.OPENING: 11,
    Part.NUMBERS: 10,
    Part.NAMED: 19,
    Part.MEANING: 17,
}
"""Hundredths of the whole. The weights of a logistic regression on pairs of ECB+ topics 1-35 (same event or not; pairs
of one topic, and others that share words), divided by their sum and rounded."""

DAY_IN_COMMON = 30_000
"""Added where both name one and the same day; taken away where both name days, none of them the same, and were printed
more than a day apart: a match on Wednesday and one on Saturday are told in the same words."""

BY_DAYS = (
    (1, 40_000), (3, 20_000), (7, -20_000), (14, -50_000), (30, -100_000), (60, -130_000), (365, -400_000),
)  # fmt: skip
"""What so many days between two accounts add or take away. Of 1,009 pairs of one event of ECB+ topics 1-35 whose pages
print their day, 71 % lie at most one day apart, 78 % three, 85 % fourteen, 93 % sixty. Beside them stand pairs of other
events that share much, half of which are taken to lie as near and half anywhere; the logarithm of the two, in the units
of the regression that gave the shares, is this curve up to sixty days. A year apart it is another flood in the same
town: what comes round again is printed in the same words. Undated: nothing is added."""

OTHER_TIME, OTHER_NUMBER = 2, 2
"""What the likeness is divided by where one tells of another year altogether (an earlier case at the same place), or
where both count the same thing and come to another number (the twelfth package, the thirteenth)."""

ENGLISH = "en"

_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two accounts are, in millionths: as told, and with what their times take away; and what parts add."""

    timeless: int
    whole: int
    parts: tuple[tuple[Part, int], ...]


def liken(one: Profile, two: Profile) -> Likeness:
    """Return how alike two accounts are; nothing but the two enters."""
    measures = _ACROSS if are_across(one, two) else _MEASURES
    every = sum(SHARES[part] for part in measures)
    added = tuple((part, SHARES[part] * measure(one, two) // every) for part, measure in measures.items())
    timeless = weigh_setting(sum(value for _, value in added), one, two)
    return Likeness(timeless, weigh_time(timeless, one, two), added)


def weigh_setting(parts: int, one: Setting, two: Setting) -> int:
    """Return how alike two accounts are as told: their parts' sum, and what the days, counts and years they tell do."""
    timeless = max(0, parts + _by_days_named(one, two)) if parts else 0
    if _counts_another(one, two):
        timeless //= OTHER_NUMBER
    return timeless // OTHER_TIME if tells_other_time(one, two) or tells_other_time(two, one) else timeless


def weigh_time(timeless: int, one: Setting, two: Setting) -> int:
    """Return how alike two accounts are with what the time between them adds or takes away."""
    apart = time_apart(one, two)
    return max(0, timeless + (0 if apart is None else _by_time(apart)))


def are_across(one: Setting, two: Setting) -> bool:
    """Say whether two accounts are in different languages: people, places, numbers and names are all they share."""
    return bool(one.language and two.language) and one.language != two.language


def _by_time(minutes: int) -> int:
    """Return what the time between two accounts adds or takes away: between two of the points, in proportion."""
    if minutes <= BY_DAYS[0][0] * _DAY:
        return BY_DAYS[0][1]
    for (near, more), (far, less) in pairwise(BY_DAYS):
        if minutes <= far * _DAY:
            return more - (more - less) * (minutes - near * _DAY) // ((far - near) * _DAY)
    return BY_DAYS[-1][1]


def _by_days_named(one: Setting, two: Setting) -> int:
    """Return what the days that two accounts name add to their likeness, or take away."""
    if not one.days or not two.days:
        return 0
    if not set(one.days).isdisjoint(two.days):
        return DAY_IN_COMMON
    return -DAY_IN_COMMON if (time_apart(one, two) or 0) > _DAY else 0


def _counts_another(one: Setting, two: Setting) -> bool:
    """Say whether both openings count the same thing and none of the numbers is the same."""
    if not one.counted or not two.counted:
        return False
    left, right = _by_thing(one), _by_thing(two)
    shared = left.keys() & right.keys()
    return bool(shared) and all(left[thing].isdisjoint(right[thing]) for thing in shared)


def _by_thing(telling: Setting) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for counted in telling.counted:
        number, _, thing = counted.partition(" ")
        found.setdefault(thing, set()).add(number)
    return found


def _cosine(one: Weights, two: Weights) -> int:
    """Return the cosine of two rows: a whole at most, for rounded weights may be a little longer than `ONE`."""
    return min(WHOLE, sum(one[stem] * two[stem] for stem in one.keys() & two.keys()) * WHOLE // (ONE * ONE))


def _across(one: Profile, two: Profile, names: Callable[[Profile], Weights]) -> int:
    """Return the share of the names of one account that stand among the words or places of the other.

    Names are found in English accounts alone: where one of the two is English its names are looked for, else those of
    both, of which the greater share counts.
    """
    ways = ((one, two), (two, one))
    english = [(known, other) for known, other in ways if known.language == ENGLISH]
    return max(_held(names(known), other.words | other.places) for known, other in english or ways)


def _held(told: Weights, held: Weights) -> int:
    """Return the share of one opening's names and numbers that stand anywhere in the other account."""
    whole = sum(told.values())
    return sum(told[stem] for stem in told.keys() & held.keys()) * WHOLE // whole if whole else 0


def _meaning(one: bytes, two: bytes) -> int:
    """Return the cosine of two vectors of signed bytes, nothing where it is below zero or either has none."""
    if not one or not two:
        return 0
    (left, left_square), (right, right_square) = _vector(one), _vector(two)
    lengths = math.sqrt(left_square * right_square)
    return max(0, int(int(left @ right) / lengths * WHOLE)) if lengths else 0


@lru_cache(maxsize=4096)
def _vector(meaning: bytes) -> tuple[NDArray[np.int64], int]:
    """Return a vector and the square of its length: a text that comes is compared with hundreds."""
    vector = np.frombuffer(meaning, dtype=np.int8).astype(np.int64)
    return vector, int(vector @ vector)


_Measure = Callable[[Profile, Profile], int]
_MEASURES: dict[Part, _Measure] = {
    Part.WORDS: lambda one, two: _cosine(one.words, two.words),
    Part.PEOPLE: lambda one, two: _cosine(one.people, two.people),
    Part.PLACES: lambda one, two: _cosine(one.places, two.places),
    Part.OPENING: lambda one, two: _cosine(one.opening, two.opening),
    Part.NUMBERS: lambda one, two: _cosine(one.numbers, two.numbers),
    Part.NAMED: lambda one, two: (_held(one.told, two.words) + _held(two.told, one.words)) // 2,
    Part.MEANING: lambda one, two: _meaning(one.meaning, two.meaning),
}
_ACROSS: dict[Part, _Measure] = {
    Part.PEOPLE: lambda one, two: max(_MEASURES[Part.PEOPLE](one, two), _across(one, two, lambda known: known.people)),
    Part.PLACES: lambda one, two: max(_MEASURES[Part.PLACES](one, two), _across(one, two, lambda known: known.places)),
    Part.NUMBERS: _MEASURES[Part.NUMBERS],
    Part.NAMED: lambda one, two: _across(one, two, lambda known: known.told),
}
"""What two accounts in different languages are compared by."""
