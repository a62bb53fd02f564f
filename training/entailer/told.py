"""Invented events told by several invented outlets, each stretch marked with the fact it says: pairs in other words.

A file of `stories/` holds an event: `= 2 …` its facts, `~ 2b …` what cannot be true together with fact 2 or comes after
it, `## …` the outlets, and their sentences, one a line, with `{2b words}` around whatever says a fact.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from training.entailer.edits import say_who
from training.entailer.made import AGREES, TOLD_BY
from training.entailer.sets import Pair

from nutgraf.models.entailer import Relation

STORIES = Path(__file__).parent / "stories"

HELD_OUT = 10
"""Every tenth event is not learned from, and neither is every tenth text of the made pairs: they are checked on."""

OTHERS = 2
"""Pairs of two facts of one event, and pairs of two events, for every pair of one fact."""

_FACT = re.compile(r"[=~] (\d+[a-z]?) (.+)")
MARK = re.compile(r"\{(\d+[a-z]?(?:,\d+[a-z]?)*) ([^{}]+)\}")
_BASE = re.compile(r"\d+")


class BadStory(ValueError):
    """A file that is not written as the head of this module says; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of an account, or a whole sentence, with the facts that it says."""

    account: int
    words: str
    facts: frozenset[str]

    @property
    def things(self) -> frozenset[str]:
        """Return the numbers of its facts, whichever variant it says."""
        return frozenset(match.group() for fact in self.facts if (match := _BASE.match(fact)))


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its facts and variants by number, and all that its accounts say of them."""

    name: str
    facts: dict[str, str]
    said: tuple[Said, ...]


def read_events(folder: Path = STORIES) -> list[Event]:
    """Return every event, by the name of its file; a file that is wrongly written raises `BadStory`."""
    return [read_event(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))]


def read_event(name: str, text: str) -> Event:
    """Read one event."""
    facts: dict[str, str] = {}
    said: list[Said] = []
    account = 0
    for number, line in enumerate(text.splitlines(), start=1):
        fact = _FACT.fullmatch(line.strip())
        if line.startswith("## "):
            account += 1
        elif fact and not account:
            facts[fact[1]] = fact[2]
        elif line.strip() and not line.startswith("#"):
            said += _said(line.strip(), account, facts, f"{name}:{number}")
    return Event(name, facts, tuple(said))


def _said(line: str, account: int, facts: dict[str, str], where: str) -> Iterator[Said]:
    """Yield the marked stretches of a line, and the whole line where it is more than one of them."""
    marks = [(frozenset(match[1].split(",")), match[2]) for match in MARK.finditer(line)]
    if not account or set("{}") & set(MARK.sub("", line)):
        raise BadStory(f"{where}: a sentence before the first outlet, or marks that are not closed")
    if unknown := sorted({fact for told, _ in marks for fact in told} - facts.keys()):
        raise BadStory(f"{where}: no fact has the number {unknown[0]}")
    yield from (Said(account, words, told) for told, words in marks)
    whole = MARK.sub(lambda match: match[2], line)
    if marks and (len(marks) > 1 or len(whole) > len(marks[0][1]) + 8):
        yield Said(account, whole, frozenset().union(*(told for told, _ in marks)))


def relation_of(one: Said, two: Said) -> frozenset[Relation]:
    """Return the relations that are possible from the first of two stretches of one event to the second.

    Two tellings of one fact say the same, or one says a little more than the other.
    """
    if not one.things & two.things:
        return frozenset({Relation.RELATED})
    if any(fact not in two.facts for fact in one.facts if _number(fact) in two.things):
        return frozenset({Relation.CONTRADICTS})
    if one.facts == two.facts:
        return frozenset({Relation.SAME, Relation.ENTAILS})
    return frozenset({Relation.ENTAILS}) if one.facts > two.facts else frozenset({Relation.RELATED})


def _number(fact: str) -> str:
    found = _BASE.match(fact)
    return found.group() if found else fact


def pairs_of_events(events: Sequence[Event], dice: random.Random) -> list[Pair]:
    """Return the pairs of one round: all of one fact, as many again of its event, and as many of other events."""
    return [pair for event in events for pair in _pairs(event, events, dice)]


def _pairs(event: Event, events: Sequence[Event], dice: random.Random) -> Iterator[Pair]:
    across = [(one, two) for one, two in combinations(event.said, 2) if one.account != two.account]
    near = [(one, two) for one, two in across if one.things & two.things]
    far = [(one, two) for one, two in across if not one.things & two.things]
    for one, two in [*near, *dice.sample(far, min(len(far), OTHERS * len(near)))]:
        left, right = (one, two) if dice.random() < 0.5 else (two, one)
        possible = relation_of(left, right)
        yield Pair(left.words, right.words, possible, "told")
        if Relation.CONTRADICTS not in possible and Relation.RELATED not in possible and dice.random() < TOLD_BY:
            told = say_who(f"{right.words.rstrip('.')}.", dice)
            if told:
                yield Pair(left.words, told, AGREES, "told by somebody")
    others = [other for other in events if other is not event]
    for one in event.said if others else ():
        stranger = dice.choice(dice.choice(others).said)
        yield Pair(one.words, stranger.words, frozenset({Relation.UNRELATED}), "told of another")
