"""Pronouns and descriptions that stand for somebody: resolved where one person or body fits far better than others."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nutgraf.annotate.descriptions import DESCRIPTION, Descriptions
from nutgraf.annotate.positions import PRONOUN_GENDERS
from nutgraf.annotate.pronouns import Candidate, Pronoun, find_candidates, read_pronoun, weigh
from nutgraf.annotate.scene import Scene, Seen
from nutgraf.records.annotation import Entity, EntityKind, Mention, Sentence
from nutgraf.records.article import Article, Role

SURE = 0.9
"""How likely one person must be for a pronoun to be theirs; below it two remain, and it is nobody's."""

SURE_BY_RULE = 0.65
"""How likely the one must be whom the plain rule of the nearest names: two witnesses need less each."""

SURE_ALONE = 0.5
"""The same where nobody else whom it fits is seen near: likelier them than nobody."""

SURE_OF_SPEAKER = 0.25
"""The same for a pronoun that says something: reports of speech name the next speaker before he speaks."""

FOLLOWED = 0.5
"""How likely somebody must be for the reading of what follows to go on from there."""

CROWD = 100
"""A sentence that names more is a list or no prose: nothing in it is resolved."""

_PRONOUN = re.compile(r"\b(?:" + "|".join(PRONOUN_GENDERS) + r")\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Weighed:
    """One pronoun with everybody whom it can mean and how likely each is."""

    pronoun: Pronoun
    candidates: tuple[Candidate, ...]
    shares: tuple[float, ...]

    @property
    def best(self) -> tuple[str, float]:
        """The key of the likeliest ("" is nobody that we see) and its share."""
        share = max(self.shares)
        return self.candidates[self.shares.index(share)].key, share

    @property
    def sure(self) -> str:
        """The key of the one it must be, or nothing where two remain: the rule's if it is likely, else the likeliest if
        it is so by far.
        """
        alone = sum(candidate.key != "" for candidate in self.candidates) == 1
        enough = SURE_OF_SPEAKER if self.pronoun.speaks else SURE_ALONE if alone else SURE_BY_RULE
        by_rule = [
            candidate.key
            for candidate, share in zip(self.candidates, self.shares, strict=True)
            if "nearest by rule" in candidate.features and share >= enough
        ]
        key, share = self.best
        return key if share >= SURE else "".join(by_rule)


def resolve_references(
    article: Article,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    named: tuple[Mention, ...],
    guess: bool = False,
) -> tuple[list[Mention], tuple[Entity, ...]]:
    """Return the pronouns and descriptions outside quotes that stand for one entity, and the entities with the gender
    that pronouns told. Where two remain there is no mention; to `guess` is to take the likeliest all the same.
    """
    reader = Reader(article, sentences, entities, named, guess)
    for index, sentence in enumerate(sentences):
        if sentence.role is not Role.SUBHEADING:
            reader.read(index)
    told = tuple(replace(entity, gender=reader.scene.genders[entity.key]) for entity in entities)
    return reader.found, told


class Reader:
    """Reads an article from its first sentence to its last; `weighed` keeps what was thought of every pronoun."""

    def __init__(
        self,
        article: Article,
        sentences: tuple[Sentence, ...],
        entities: tuple[Entity, ...],
        named: tuple[Mention, ...],
        guess: bool = False,
    ) -> None:
        self.scene = Scene(article, sentences, entities, named)
        self.found: list[Mention] = []
        self.weighed: list[Weighed] = []
        self._descriptions = Descriptions(self.scene)
        self._guess = guess

    def read(self, index: int) -> None:
        """Resolve what refers in one sentence, left to right."""
        scene, bounds = self.scene, self.scene.sentences[index]
        if len(scene.seen[index]) > CROWD:
            return
        for match in DESCRIPTION.finditer(scene.text, bounds.start, bounds.end):
            key = None if scene.is_quoted(match.start()) else self._descriptions.described(index, match)
            if key is not None:
                self._keep(index, match.span(), key, "description")
        scene.meet_others(index)
        for match in _PRONOUN.finditer(scene.text, bounds.start, bounds.end):
            if not scene.is_quoted(match.start()) and len(scene.seen[index]) <= CROWD:
                self._bring_home(read_pronoun(scene, index, match))

    def _bring_home(self, pronoun: Pronoun) -> None:
        candidates = find_candidates(self.scene, pronoun)
        weighed = Weighed(pronoun, tuple(candidates), tuple(weigh(candidates)))
        self.weighed.append(weighed)
        guess, share = weighed.best
        key = guess if self._guess else weighed.sure
        if key in self.scene.entities:
            self.scene.genders[key] = self.scene.genders[key] or pronoun.gender
            self._keep(pronoun.index, (pronoun.start, pronoun.end), key, "pronoun", pronoun)
        elif guess and share >= FOLLOWED:
            place = Seen(pronoun.start, pronoun.end, guess, EntityKind.PERSON, "guess", pronoun.position)
            self.scene.add(pronoun.index, place)

    def _keep(self, index: int, span: tuple[int, int], key: str, sort: str, pronoun: Pronoun | None = None) -> None:
        here, (start, end) = self.scene.seen[index], span
        if any(one.start < end and start < one.end for one in here if one.sort in ("pronoun", "description")):
            return
        mention = Mention(start, end, self.scene.entities[key].kind, key, False)
        self.found.append(mention)
        self.scene.join(index, mention, sort, pronoun.position if pronoun else None)
