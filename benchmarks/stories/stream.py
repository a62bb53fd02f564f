"""A stream of articles made by program, as profiles: events of many sizes in sixty days, their accounts mixed.

An event is a real article with a part of its names and words: the others are new, or drawn from those of the whole set,
so that known names come up in many events and rare ones in few, as in news. An account of it keeps a part of that.
"""

from __future__ import annotations

import math
import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from nutgraf.cluster.profiles import ONE, rarity
from nutgraf.records.profile import Profile, Weights

SEED = 20250815
DAYS, FIRST_DAY = 60, 739_000
HEAVY, MOST = 1.1, 60
"""Accounts of an event: Pareto with this exponent, so that two of three events have one, and so many at most."""

NAMES_KEPT, NAMES_NEW, WORDS_KEPT = 0.4, 0.3, 0.6
"""Shares of its article's names that an event keeps and that are nobody else's; of its other words and numbers that it
keeps. The others are drawn."""

TOLD_LEAST, TOLD_MOST = 0.3, 0.7
"""Shares of the event's words that its accounts keep."""

NAMES_DAY = 0.5
"""Share of accounts that name the event's day."""

MIXED = 2048
"""Articles among which the next one is drawn: the accounts of an event come among those of others."""

MINUTES = 24 * 60
LATEST = 2 * MINUTES


@dataclass(frozen=True, slots=True)
class Made:
    """A made article, and the event that it tells."""

    event: int
    profile: Profile


@dataclass(frozen=True, slots=True)
class Pools:
    """What is drawn from: every name, word and number of the set, as often as it stands in one of its articles."""

    names: Sequence[str]
    words: Sequence[str]
    numbers: Sequence[str]


def make_stream(bases: Sequence[Profile], seed: int = SEED) -> Iterator[Made]:
    """Yield articles without end; the same profiles give the same ones. No more than `MIXED` are held."""
    dice = random.Random(seed)
    waiting: list[Made] = []
    for made in _by_event(bases, dice):
        waiting.append(made)
        if len(waiting) > MIXED:
            place = dice.randrange(len(waiting))
            waiting[place], waiting[-1] = waiting[-1], waiting[place]
            yield waiting.pop()


def _by_event(bases: Sequence[Profile], dice: random.Random) -> Iterator[Made]:
    pools = _pools(bases)
    number = 0
    while True:
        event = _event(bases, pools, dice, number)
        for _ in range(min(MOST, int(dice.paretovariate(HEAVY)))):
            yield Made(number, _account(event, bases, dice))
        number += 1


def _pools(bases: Sequence[Profile]) -> Pools:
    return Pools(
        [stem for base in bases for stem in sorted(_names(base))],
        [stem for base in bases for stem in sorted(base.words.keys() - _names(base))],
        [number for base in bases for number in base.numbers],
    )


def _event(bases: Sequence[Profile], pools: Pools, dice: random.Random, number: int) -> Profile:
    base = dice.choice(bases)
    names = _names(base)
    stems = sorted({*base.words, *base.opening, *names})
    drawn = {stem: _name(stem, pools, dice, number) if stem in names else _word(stem, pools, dice) for stem in stems}
    day = FIRST_DAY + dice.randrange(DAYS)
    return replace(
        base,
        words=_renamed(base.words, drawn),
        people=_renamed(base.people, drawn),
        places=_renamed(base.places, drawn),
        opening=_renamed(base.opening, drawn),
        numbers={n if dice.random() < WORDS_KEPT else dice.choice(pools.numbers): w for n, w in base.numbers.items()},
        told={stem: round(rarity(stem) * ONE) for stem in sorted({drawn[stem] for stem in base.told})},
        meaning=_blend(base.meaning, dice.choice(bases).meaning, 1),
        published=(day * MINUTES, day * MINUTES),
        days=(day,),
        told_day=None,
        years=(),
        past=(),
        counted=(),
    )


def _name(stem: str, pools: Pools, dice: random.Random, event: int) -> str:
    lot = dice.random()
    if lot < NAMES_NEW:
        return f"{stem}~{event}"
    return stem if lot < NAMES_NEW + NAMES_KEPT else dice.choice(pools.names)


def _word(stem: str, pools: Pools, dice: random.Random) -> str:
    return stem if dice.random() < WORDS_KEPT else dice.choice(pools.words)


def _account(event: Profile, bases: Sequence[Profile], dice: random.Random) -> Profile:
    share = dice.uniform(TOLD_LEAST, TOLD_MOST)
    told = {stem for row in (event.words, event.opening, event.numbers) for stem in row if dice.random() < share}
    minute = (event.published or (0, 0))[0] + dice.randrange(LATEST)
    words = _kept(event.words, told)
    return replace(
        event,
        article=f"{dice.getrandbits(128):032x}",
        words=words,
        people=_kept(event.people, told),
        places=_kept(event.places, told),
        opening=_kept(event.opening, told),
        numbers=_kept(event.numbers, told),
        told={stem: weight for stem, weight in event.told.items() if stem in told},
        meaning=_blend(event.meaning, dice.choice(bases).meaning, 2),
        published=(minute, minute + MINUTES),
        days=event.days if dice.random() < NAMES_DAY else (),
        size=len(words),
    )


def _names(profile: Profile) -> set[str]:
    return {*profile.people, *profile.places, *profile.told}


def _renamed(row: Weights, drawn: dict[str, str]) -> Weights:
    """Return a row under other stems, each weighing by its own rarity."""
    return _scaled({drawn[stem]: weight * rarity(drawn[stem]) / rarity(stem) for stem, weight in row.items()})


def _kept(row: Weights, told: Collection[str]) -> Weights:
    return _scaled({stem: weight for stem, weight in row.items() if stem in told})


def _scaled(row: dict[str, float] | Weights) -> Weights:
    """Return a row at its full length again, in the order of its stems."""
    length = math.sqrt(math.fsum(weight * weight for weight in row.values()))
    whole = {stem: round(row[stem] * ONE / length) for stem in sorted(row)}
    return {stem: weight for stem, weight in whole.items() if weight}


def _blend(one: bytes, two: bytes, share: int) -> bytes:
    """Return the meaning between two, the first counting for so many."""
    if not one or not two:
        return one
    total = np.frombuffer(one, np.int8).astype(np.int64) * share + np.frombuffer(two, np.int8)
    signed: bytes = np.rint(total * (127 / np.abs(total).max())).astype(np.int8).tobytes()
    return signed
