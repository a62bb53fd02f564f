"""The people and bodies of an article as a reader meets them: who stood where, in which position, how often."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.annotate.marks import marked_in
from nutgraf.annotate.name_words import FACILITY_LAST, NO_ENTITY, ORG_LAST, ROLES
from nutgraf.annotate.positions import Position, position_of
from nutgraf.annotate.runs import FUNCTION_WORDS
from nutgraf.models.names import gender_of
from nutgraf.models.places import demonym_country
from nutgraf.records.annotation import Entity, EntityKind, Mention, Sentence
from nutgraf.records.article import Article
from nutgraf.text import fold

SUBJECT_WITHIN = 70
"""A person first named within so many characters of a sentence's beginning is taken for its subject."""

NESTED = 4
"""How many quotes may begin before a place and still hold it."""

_KIN_M = (
    "man fireman policeman fisherman boy father son brother husband uncle nephew grandfather grandson king prince "
    "boyfriend gentleman guy"
)
_KIN_F = (
    "woman policewoman girl mother daughter sister wife aunt niece grandmother granddaughter queen princess girlfriend "
    "lady widow"
)
KIN = dict.fromkeys(_KIN_M.split(), "m") | dict.fromkeys(_KIN_F.split(), "f")
"""Common nouns of people that tell their gender."""

_MORE_HEADS = "person child friend teenager volunteer survivor protester passenger campaigner".split()
_HEADS = frozenset(role for role in ROLES if role.isalpha() and not role.endswith("s")) | set(KIN) | set(_MORE_HEADS)
_UNNAMED = re.compile(
    r"(?:\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Ii]ts|whose)|['’]s)\s(?:[a-z][a-z-]*\s){0,2}?(?P<head>"
    + "|".join(sorted(_HEADS))
    + r")\b(?!['’]s? \w|-|,? (?:of )?[A-Z]| (?:general|house|office|council|party)\b)"
)


_UNLISTED = re.compile(r"(?<![\w.’'-])[A-Z][a-zà-ÿ]+(?:[’'-][A-Z]?[a-zà-ÿ]+)*(?: [A-Z][a-zà-ÿ]+)*")


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody in one place: whom it names, by which sort of words, in which position.

    `key` is an entity's, or one of its own for people without a name ("unnamed:") and names that we do not know to be
    people's ("unlisted:"). Sorts are name, pronoun, description, guess (a pronoun that is likely theirs), kin,
    unnamed, unlisted.
    """

    start: int
    end: int
    key: str
    kind: EntityKind
    sort: str
    position: Position


class Scene:
    """Who was seen where in one article; pronouns and descriptions join while it is read."""

    def __init__(
        self,
        article: Article,
        sentences: tuple[Sentence, ...],
        entities: tuple[Entity, ...],
        named: tuple[Mention, ...],
    ) -> None:
        self.text, self.sentences = article.text, sentences
        self.entities = {entity.key: entity for entity in entities}
        self.genders = {entity.key: entity.gender for entity in entities}
        self._quoted = tuple(sorted((piece.start, piece.end) for piece in marked_in(article)))
        self._starts = [sentence.start for sentence in sentences]
        self.seen: list[list[Seen]] = [[] for _ in sentences]
        self.first: dict[str, int] = {}
        self.total = Counter(mention.entity for mention in named)
        for mention in named:
            self.first.setdefault(mention.entity, mention.start)
            index = bisect_right(self._starts, mention.start) - 1
            if index >= 0 and mention.start < sentences[index].end:
                self.join(index, mention, "name")

        self.opening = min(self.first.values(), default=-2)

    def join(self, index: int, mention: Mention, sort: str, position: Position | None = None) -> None:
        """Let a mention join a sentence; its position is read from the words beside it unless told."""
        if position is None:
            bounds = self.sentences[index]
            position = position_of(self.text, mention.start, mention.end, bounds.start, bounds.end)
        self.add(index, Seen(mention.start, mention.end, mention.entity, mention.kind, sort, position))

    def add(self, index: int, seen: Seen) -> None:
        """Let somebody join a sentence, in the order of places."""
        self.seen[index].append(seen)
        self.seen[index].sort(key=lambda one: (one.start, one.end))

    def subject_of(self, index: int, people: Sequence[Seen]) -> str | None:
        """Return the key of the first of some people of a sentence where they stand near enough to its beginning."""
        first = people[0]
        return first.key if first.start - self.sentences[index].start <= SUBJECT_WITHIN else None

    def is_spoken(self, index: int) -> bool:
        """Tell whether a sentence is a quote from end to end."""
        bounds = self.sentences[index]
        last = max(bounds.start, bounds.end - 2)
        before = self._quoted[: bisect_right(self._quoted, (bounds.start + 1, len(self.text)))]
        return any(start <= bounds.start + 1 and last < end for start, end in before[-NESTED:])

    def alone(self, key: str, gender: str) -> bool:
        """Tell whether the article names nobody else whom a gender fits."""
        return key in self.entities and not any(
            entity.kind is EntityKind.PERSON and other != key and self.genders[other] in ("", gender)
            for other, entity in self.entities.items()
        )

    def is_quoted(self, position: int) -> bool:
        """Tell whether a place lies between quotation marks."""
        index = bisect_right(self._quoted, (position, len(self.text)))
        return any(start <= position < end for start, end in self._quoted[max(0, index - NESTED) : index])

    def meet_others(self, index: int) -> None:
        """Let the people of a sentence join who are no entities: told of without a name ("an official", "his mother"),
        or perhaps named by capitalised words that nobody knows.
        """
        self._meet_unlisted(index)
        bounds, named = self.sentences[index], self.seen[index]
        for start, end, gender in _unnamed(self.text, bounds.start, bounds.end):
            if any(one.start < end and start < one.end for one in named) or self._apposed(start, end, named):
                continue
            key = f"unnamed:{start}"
            self.genders[key] = gender
            position = position_of(self.text, start, end, bounds.start, bounds.end)
            self.add(index, Seen(start, end, key, EntityKind.PERSON, "kin" if gender else "unnamed", position))

    def _meet_unlisted(self, index: int) -> None:
        bounds, named = self.sentences[index], self.seen[index]
        for match in _UNLISTED.finditer(self.text, bounds.start, bounds.end):
            start, end = match.span()
            if any(one.start < end and start < one.end for one in named) or not _may_name(match.group()):
                continue
            position = position_of(self.text, start, end, bounds.start, bounds.end)
            if position in (Position.SUBJECT, Position.OWNER) or gender_of(match.group()):
                key = f"unlisted:{fold(match.group()).split()[-1]}"
                self.genders.setdefault(key, gender_of(match.group()))
                self.total[key] += 1
                self.add(index, Seen(start, end, key, EntityKind.PERSON, "unlisted", position))

    def _apposed(self, start: int, end: int, named: list[Seen]) -> bool:
        """Tell whether a description only says more of a name beside it ("Ada Low, a nurse", "was a nurse")."""
        before = self.text[max(0, start - 30) : start]
        if re.search(r"\b(?:was|is|became|becomes|as|been|be|being|were|are)\s(?:also )?$", before):
            return True
        return any(
            re.fullmatch(r",\s(?:\d+,\s)?", self.text[one.end : start])
            or re.fullmatch(r",?\s", self.text[end : one.start])
            for one in named
        )


def only_one(people: Sequence[Seen]) -> str | None:
    """Return the key that all of some people or bodies share, or none where there are several or nobody."""
    keys = {one.key for one in people}
    return next(iter(keys)) if len(keys) == 1 else None


def _may_name(words: str) -> bool:
    """Tell whether capitalised words can name a person for all we know."""
    parts = [fold(word) for word in words.split()]
    return not any(part in FUNCTION_WORDS or part in NO_ENTITY or part in ROLES for part in parts) and not (
        demonym_country(words) or parts[-1] in ORG_LAST or parts[-1] in FACILITY_LAST
    )


def _unnamed(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for match in _UNNAMED.finditer(text, start, end):
        yield match.start(), match.end(), KIN.get(match.group("head").lower(), "")
