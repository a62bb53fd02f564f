"""Whom a pronoun can mean: every person near it, with what speaks for and against, weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, log

from nutgraf.annotate.name_words import ROLES
from nutgraf.annotate.nearest import nearest_fitting
from nutgraf.annotate.positions import PRONOUN_GENDERS, Position, pronoun_position, says_after, says_before
from nutgraf.annotate.pronoun_weights import WEIGHTS
from nutgraf.annotate.scene import KIN, Scene, Seen
from nutgraf.records.annotation import EntityKind

LOOK_BACK = 4
"""How many sentences before its own a pronoun may look for somebody."""

_BOUNDARY = re.compile(
    r"[,;:()—–]|\b(?:that|who|which|when|while|because|after|before|if|as|where|but|and|or|although|though|since|until|"
    r"whom|whose|what|how|why|so|than|whether|to)\b"
)
_KIN_AFTER = re.compile(
    r"['’]s?\s(?:[a-z-]+\s){0,2}?(mother|father|wife|husband|son|daughter|brother|sister|uncle|aunt|girlfriend|boyfriend|"
    r"friend|partner|fianc[eé]e?|niece|nephew|boss|assistant|character)\b"
)
_OWNED = re.compile(r"\s(?:[\w-]+\s){0,3}?(?P<head>[a-z]+)(?P<comma>,?)\s$")
_SUBORDINATE = re.compile(
    r"^\W*(?:when|while|after|before|as|although|though|since|because|if|once|until|in|during|with|for|at|on|by|"
    r"despite|upon|following|like|unlike)\b[^.;]*$",
    re.IGNORECASE,
)


Met = tuple[int, int, Seen]
"""Somebody before a pronoun: the index of the sentence, how many sentences away it is, and who."""


@dataclass(frozen=True, slots=True)
class Pronoun:
    """One pronoun in the sentence with this index."""

    index: int
    start: int
    end: int
    gender: str
    position: Position
    speaks: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a pronoun can mean (`key` is empty for nobody that we see) and what speaks for and against."""

    key: str
    features: dict[str, float]

    @property
    def weight(self) -> float:
        """The sum of the weights of its features."""
        return sum(WEIGHTS.get(name, 0.0) * value for name, value in self.features.items())


def read_pronoun(scene: Scene, index: int, match: re.Match[str]) -> Pronoun:
    """Return a pronoun of a sentence as its words tell it."""
    text, (start, end) = scene.text, match.span()
    position = pronoun_position(text, start, end)
    speaks = position is Position.SUBJECT and (says_after(text, end) or says_before(text, start))
    return Pronoun(index, start, end, PRONOUN_GENDERS[match.group().lower()], position, speaks)


def find_candidates(scene: Scene, pronoun: Pronoun) -> list[Candidate]:
    """Return everybody near a pronoun whom its gender fits, the last seen first, and nobody."""
    near = list(_near(scene, pronoun))
    last: dict[str, Met] = {}
    for met in near:
        last.setdefault(met[2].key, met)
    after = {
        one.key: one
        for one in reversed(scene.seen[pronoun.index])
        if one.start >= pronoun.end and one.key not in last and one.sort == "name" and _fits(scene, pronoun, one)
    }
    counts: dict[str, int] = {}
    for _, _, seen in near:
        counts[seen.key] = counts.get(seen.key, 0) + 1
    view = _View(scene, pronoun, near, counts)
    found = [Candidate(key, view.features(met, rank)) for rank, (key, met) in enumerate(last.items())]
    found += [Candidate(key, view.ahead(seen)) for key, seen in sorted(after.items(), key=lambda item: item[1].start)]
    return [*found, Candidate("", view.nobody(len(last)))]


def weigh(candidates: list[Candidate]) -> list[float]:
    """Return how likely each candidate is, by the weights of its features."""
    weights = [candidate.weight for candidate in candidates]
    top = max(weights)
    shares = [exp(weight - top) for weight in weights]
    total = sum(shares)
    return [share / total for share in shares]


def _fits(scene: Scene, pronoun: Pronoun, seen: Seen) -> bool:
    return seen.kind is EntityKind.PERSON and scene.genders.get(seen.key, "") in ("", pronoun.gender)


def _near(scene: Scene, pronoun: Pronoun) -> Iterator[Met]:
    """Yield who stands before a pronoun with the sentence and its distance, the nearest first."""
    back = 0
    for index in range(pronoun.index, -1, -1):
        if index != pronoun.index and scene.is_spoken(index):
            continue  # what is said inside a quote takes nobody further away
        for seen in reversed(scene.seen[index]):
            if seen.end <= pronoun.start and _fits(scene, pronoun, seen) and not scene.is_quoted(seen.start):
                yield index, back, seen
        back += 1
        if back > LOOK_BACK:
            return


class _View:
    """What can be said of the candidates of one pronoun."""

    def __init__(self, scene: Scene, pronoun: Pronoun, near: list[Met], counts: dict[str, int]) -> None:
        self._scene, self._pronoun, self._near, self._counts = scene, pronoun, near, counts
        self._most = max(counts.values(), default=0)
        self._nearest = nearest_fitting(scene, pronoun.index, pronoun.start, pronoun.gender)
        text = scene.text
        self._speaker = next((s.key for _, _, s in near if says_after(text, s.end) or says_before(text, s.start)), None)
        self._chain = next((seen.key for _, _, seen in near if seen.sort in ("pronoun", "guess")), None)

    def features(self, met: Met, rank: int) -> dict[str, float]:
        """Return what speaks for and against somebody who stands before the pronoun."""
        index, distance, seen = met
        pronoun, text = self._pronoun, self._scene.text
        same = "same" if distance == 0 else "before"
        sort = "name" if seen.sort == "description" else seen.sort  # too rare to learn a weight of its own
        found = {
            f"distance {distance}": 1.0,
            f"rank {min(rank, 3)}": 1.0,
            f"sort {sort}": 1.0,
            f"{sort} as {seen.position}": 1.0,
            f"{same} {seen.position}": 1.0,
            f"{same} {seen.position} to {pronoun.position}": 1.0,
            "times here": log(self._counts[seen.key]),
            "times": log(1 + self._scene.total.get(seen.key, 0)),
        }
        told = self._scene.genders.get(seen.key, "")
        found["gender told" if told else "gender open"] = 1.0
        for name, holds in (
            ("most named here", self._counts[seen.key] == self._most and len(self._counts) > 1),
            ("nearest by rule", seen.key == self._nearest),
            ("alone in the article", self._scene.alone(seen.key, pronoun.gender)),
            ("last pronoun", seen.key == self._chain),
            ("other paragraph", self._blocks_away(index) > 0),
            ("paragraphs away", self._blocks_away(index) > 1),
            ("opens the sentence", self._first_of(index) is seen),
            ("opens the text", self._scene.first.get(seen.key, -1) == self._scene.opening),
            ("one word", seen.sort == "name" and " " not in text[seen.start : seen.end]),
            ("kin of them", bool(_KIN_AFTER.match(text, seen.end))),
            ("speaks on", pronoun.speaks and seen.key == self._speaker),
            ("spoke last", not pronoun.speaks and seen.key == self._speaker),
            ("speaks, another spoke last", pronoun.speaks and self._speaker not in (None, seen.key)),
            ("alone", len(self._counts) == 1),
        ):
            if holds:
                found[name] = 1.0
        if distance == 0:
            found.update(self._within(seen))
        return found

    def _within(self, seen: Seen) -> dict[str, float]:
        """Return what speaks for and against somebody of the pronoun's own sentence."""
        pronoun, text = self._pronoun, self._scene.text
        between = text[seen.end : pronoun.start]
        bounded = _BOUNDARY.search(between) is not None
        found = {} if bounded else {f"one clause {seen.position} {pronoun.position}": 1.0}
        if re.fullmatch(r",\s", between) and pronoun.position is Position.OWNER:
            found["apposed to them"] = 1.0
        if re.search(r"\b(?:that|said|says)\s$", between) and says_after(text, seen.end):
            found["said that"] = 1.0
        if re.fullmatch(r"\s(?:and|or|with)\s", between):
            found["joined"] = 1.0
        if re.search(r"\band\s$", between) and pronoun.position is Position.SUBJECT:
            found["goes on"] = 1.0
        return found

    def ahead(self, seen: Seen) -> dict[str, float]:
        """Return what speaks for and against somebody who only stands after the pronoun, in its sentence."""
        pronoun, text = self._pronoun, self._scene.text
        between = text[pronoun.end : seen.start]
        opening = text[self._scene.sentences[pronoun.index].start : pronoun.start]
        found = {"ahead": 1.0, f"ahead {seen.position}": 1.0, f"ahead of {pronoun.position}": 1.0}
        found["times"] = log(1 + self._scene.total.get(seen.key, 0))
        if _SUBORDINATE.match(opening) and "," in between:
            found["ahead of main clause"] = 1.0
        owned = _OWNED.fullmatch(between) if pronoun.position is Position.OWNER else None
        if owned and (owned.group("head") in ROLES or owned.group("head") in KIN):
            found["their own relation"] = 1.0
        elif owned:
            found["owned, then named" if owned.group("comma") else "owned and named"] = 1.0
        if not self._near:
            found["ahead and nobody before"] = 1.0
        return found

    def nobody(self, people: int) -> dict[str, float]:
        """Return what speaks for somebody whom we do not see."""
        found = {"nobody": 1.0, f"nobody of {min(people, 3)}": 1.0}
        if self._nearest:
            found["nobody though one by rule"] = 1.0
        if not any(distance < 2 for _, distance, _ in self._near):
            found["nobody near"] = 1.0
        found[f"nobody for {self._pronoun.position}"] = 1.0
        return found

    def _first_of(self, index: int) -> Seen | None:
        people = [one for one in self._scene.seen[index] if one.kind is EntityKind.PERSON]
        return people[0] if people else None

    def _blocks_away(self, index: int) -> int:
        sentences = self._scene.sentences
        return sentences[self._pronoun.index].block - sentences[index].block
