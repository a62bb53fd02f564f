"""Pronouns and descriptions that stand for somebody: resolved where exactly one person or body fits."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from nutgraf.annotate.marks import find_marked
from nutgraf.annotate.name_words import ORG_LAST, ROLES
from nutgraf.annotate.people import role_after, role_before
from nutgraf.models.places import demonym_country, place_kind
from nutgraf.records.annotation import Entity, EntityKind, Mention, Sentence
from nutgraf.records.article import Article, Role
from nutgraf.text import fold

LOOK_BACK = 2
"""How many sentences before its own a pronoun may look for somebody."""

SUBJECT_WITHIN = 70
"""A person first named within so many characters of a sentence's beginning is taken for its subject."""

CROWD = 100
"""A sentence that names more is a list or no prose: nothing in it is resolved."""

NESTED = 4
"""How many quotes may begin before a place and still hold it."""

_OPENING = 12
"""Characters from a sentence's beginning within which a description opens it ("But the …")."""

_WHAT_HE = re.compile(r"\bwhat $")
_CALLED = re.compile(
    r"(?:he|she) (?:has |had )?(?:call(?:s|ed)|describ(?:es|ed)|term(?:s|ed)|label(?:s|led|ed)|sees|saw)\b"
)
_PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_DESCRIPTION = re.compile(
    r"\b[Tt]he (?:(?P<people>(?:[A-Z]\.){2,}|[A-Z][\w-]+) )?(?P<head>(?:[a-z]+[ -]){0,2}?(?P<last>[a-z]+))\b"
    r"(?! of\b| for\b| [A-Z]|['’]s? [a-z]+ of\b)"
)
_VAGUE = frozenset(
    """
    official resident victim suspect witness insider expert critic source person man woman chief general state son
    daughter wife husband mother father brother sister student veteran soldier worker driver farmer candidate partner
    forward second right left back rival colleague counterpart owner neighbour neighbor supporter opponent player fellow
    star team champion diplomat politician executive
    """.split()
)
_HEADS_OF_STATE = frozenset("president premier chancellor king queen dictator leader emir sultan".split())
_PUBLIC = frozenset(
    "department ministry university council police court commission committee house government parliament".split()
)
_ANY_BODY = frozenset("group company firm organisation organization agency bureau body charity".split())


def resolve_references(
    article: Article, sentences: tuple[Sentence, ...], entities: tuple[Entity, ...], named: tuple[Mention, ...]
) -> tuple[list[Mention], tuple[Entity, ...]]:
    """Return the pronouns and descriptions outside quotes that only one entity fits, and the entities with the gender
    that pronouns told. Where two remain there is no mention.
    """
    resolver = _Resolver(article, sentences, entities, named)
    for index, sentence in enumerate(sentences):
        if sentence.role is not Role.SUBHEADING:
            resolver.read(index)
    told = tuple(replace(entity, gender=resolver.genders[entity.key]) for entity in entities)
    return resolver.found, told


class _Resolver:
    """Reads an article from its first sentence to its last and remembers who was named where."""

    def __init__(
        self,
        article: Article,
        sentences: tuple[Sentence, ...],
        entities: tuple[Entity, ...],
        named: tuple[Mention, ...],
    ) -> None:
        self._text, self._sentences = article.text, sentences
        self._starts = [sentence.start for sentence in sentences]
        self.genders = {entity.key: entity.gender for entity in entities}
        self.found: list[Mention] = []
        self._unknown: list[int] = []
        self._first: dict[str, int] = {}
        for mention in named:
            self._first.setdefault(mention.entity, mention.start)
        self._entities = {entity.key: entity for entity in entities}
        self._quoted = _quoted(article)
        self._in_sentence: list[list[Mention]] = [
            [mention for mention in named if sentence.start <= mention.start < sentence.end] for sentence in sentences
        ]
        self._roles, self._countries = self._told_of(named)

    def read(self, index: int) -> None:
        """Resolve what refers in one sentence, left to right."""
        sentence = self._sentences[index]
        if len(self._in_sentence[index]) > CROWD:
            return
        for match in _DESCRIPTION.finditer(self._text, sentence.start, sentence.end):
            if not self._is_quoted(match.start()):
                key = self._described(index, match)
                self._keep(index, match.start(), match.end(), key)
                if key is None and match.group("last") in ROLES:
                    self._unknown.append(match.start())
        for match in _PRONOUN.finditer(self._text, sentence.start, sentence.end):
            if not self._is_quoted(match.start()):
                gender = _PRONOUNS[match.group().lower()]
                self._keep(index, match.start(), match.end(), self._meant(index, match.start(), gender))

    def _keep(self, index: int, start: int, end: int, key: str | None) -> None:
        here = self._in_sentence[index]
        if (
            key is None
            or len(here) > CROWD
            or any(mention.start < end and start < mention.end for mention in here if not mention.named)
        ):
            return
        mention = Mention(start, end, self._entities[key].kind, key, False)
        self.found.append(mention)
        here.append(mention)
        here.sort(key=lambda mention: (mention.start, mention.end))

    def _meant(self, index: int, position: int, gender: str) -> str | None:
        """Return the one person a pronoun can mean: in its sentence before it, else in the sentences before."""
        before = [m for m in self._people(index, gender) if m.end <= position]
        if self._somebody_else(before, self._sentences[index].start, position):
            return None
        key = self._only(before) or self._speaker_first(before, position)
        if before:
            return self._learn(key, gender)
        for back in range(1, LOOK_BACK + 1):
            if index - back < 0 or self._sentences[index].block - self._sentences[index - back].block > 1:
                break
            people = self._people(index - back, gender)
            start = self._sentences[index - back].start
            if self._somebody_else([], start, start + SUBJECT_WITHIN):
                return None
            if people:
                told = [mention for mention in people if self.genders[mention.entity] == gender]
                key = self._only(people) or self._only(told) or self._subject(index - back, people)
                return self._learn(key, gender)
        return None

    def _somebody_else(self, named: list[Mention], start: int, end: int) -> bool:
        """Tell whether somebody undescribed elsewhere ("the official") stands here and nobody named before them."""
        return any(start <= at < end and not any(m.start < at for m in named) for at in self._unknown)

    def _learn(self, key: str | None, gender: str) -> str | None:
        if key is not None and not self.genders[key]:
            self.genders[key] = gender
        return key

    def _people(self, index: int, gender: str) -> list[Mention]:
        return [
            mention
            for mention in self._in_sentence[index]
            if mention.kind is EntityKind.PERSON
            and self.genders[mention.entity] in ("", gender)
            and not self._is_quoted(mention.start)
        ]

    def _only(self, mentions: list[Mention]) -> str | None:
        keys = {mention.entity for mention in mentions}
        return next(iter(keys)) if len(keys) == 1 else None

    def _speaker_first(self, mentions: list[Mention], position: int) -> str | None:
        """Return the subject of "X told Y that he" and of "X … what he called": the first named."""
        if mentions and _WHAT_HE.search(self._text[:position][-10:]) and _CALLED.match(self._text, position):
            start = self._sentences[bisect_right(self._starts, mentions[0].start) - 1].start
            return mentions[0].entity if mentions[0].start - start <= SUBJECT_WITHIN else None
        if not mentions or not re.search(r"(?:\bthat|\bsaid|\btold [^,.]{1,30})\s$", self._text[:position][-45:]):
            return None
        after = self._text[mentions[0].end : mentions[0].end + 30]
        return (
            mentions[0].entity if re.match(r"\s(?:has |had )?(?:said|says|told|tells|added|wrote)\b", after) else None
        )

    def _subject(self, index: int, people: list[Mention]) -> str | None:
        first = people[0]
        return first.entity if first.start - self._sentences[index].start <= SUBJECT_WITHIN else None

    def _described(self, index: int, match: re.Match[str]) -> str | None:
        last, people = match.group("last"), match.group("people")
        if last in _VAGUE:
            return None
        if last in ROLES:
            return self._person_described(index, match.start(), match.group("head"), people)
        return self._body_described(index, match.start(), last) if not people and last in ORG_LAST | _ANY_BODY else None

    def _person_described(self, index: int, position: int, head: str, people: str | None) -> str | None:
        wanted = set(head.split()) & ROLES
        country = _country(people) if people else None
        if people and country is None:
            return None
        fitting = sorted(key for key, told in self._roles.items() if wanted & told or self._rules(head, told))
        if country is not None:
            sure = [key for key in fitting if country in self._countries.get(key, set())]
            open_ones = [key for key in fitting if not self._countries.get(key)]
            chosen = sure or open_ones or self._carried_on(index, position, wanted, country)
            return chosen[0] if len(chosen) == 1 else None
        near = self._near(index, position)
        recent = sorted({key for key in near if key in fitting})
        if len(fitting) == 1 and (recent or self._named_before(position, fitting[0])):
            return fitting[0]
        return recent[0] if len(recent) == 1 else None

    def _carried_on(self, index: int, position: int, wanted: set[str], country: str) -> list[str]:
        """Return the subject of the sentence before, when a sentence opens with a role that nobody here is given.

        "Mara Voss has said … . The Ardovian premier will fly …": the text goes on about the one it began with.
        """
        opens = position - self._sentences[index].start <= _OPENING
        if not opens or index == 0:
            return []
        before = [m for m in self._in_sentence[index - 1] if m.kind is EntityKind.PERSON and m.named]
        key = self._subject(index - 1, before) if before else None
        if key is None or self._roles.get(key) or self._countries.get(key):
            return []
        self._roles.setdefault(key, set()).update(wanted)
        self._countries.setdefault(key, set()).add(country)
        return [key]

    def _rules(self, head: str, told: set[str]) -> bool:
        return head == "leader" and bool(told & _HEADS_OF_STATE)

    def _body_described(self, index: int, position: int, last: str) -> str | None:
        bodies = [entity for entity in self._entities.values() if entity.kind is EntityKind.ORGANISATION]
        named = sorted(
            entity.key
            for entity in bodies
            if any(last in fold(form).split() for form in entity.forms) and self._named_before(position, entity.key)
        )
        if len(named) == 1:
            return named[0]
        if named or last not in _ANY_BODY or index == 0:
            return None
        mentions = [m for m in self._in_sentence[index - 1] if m.kind is EntityKind.ORGANISATION]
        key = self._only(mentions)
        public = bool(key) and bool(set(re.split(r"\W", str(key))) & _PUBLIC)
        return None if public and last in ("company", "firm", "group", "charity") else key

    def _near(self, index: int, position: int) -> list[str]:
        sentences = range(max(0, index - LOOK_BACK), index + 1)
        return [m.entity for i in sentences for m in self._in_sentence[i] if m.end <= position]

    def _named_before(self, position: int, key: str) -> bool:
        return self._first.get(key, position) < position

    def _is_quoted(self, position: int) -> bool:
        index = bisect_right(self._quoted, (position, len(self._text)))
        return any(start <= position < end for start, end in self._quoted[max(0, index - NESTED) : index])

    def _told_of(self, named: tuple[Mention, ...]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
        """Return the role words and the countries that the text gives each person, at any mention."""
        roles: dict[str, set[str]] = {}
        countries: dict[str, set[str]] = {}
        floors = {
            m.start: sentence for sentence, ms in zip(self._sentences, self._in_sentence, strict=True) for m in ms
        }
        for mention in (m for m in named if m.kind is EntityKind.PERSON and m.start in floors):
            bounds = floors[mention.start]
            before = role_before(self._text, mention.start, bounds.start)
            after = role_after(self._text, mention.end, bounds.end)
            of = re.match(r" of ([A-Z]\w+)", self._text[mention.end : mention.end + 40])
            told = f"{before} {after}"
            keys = {re.sub(r"['’]s?$|[.,]$", "", fold(word)) for word in told.split()}
            roles.setdefault(mention.entity, set()).update(keys & ROLES - ({"president"} if "vice" in keys else set()))
            if "prime minister" in fold(told):
                roles[mention.entity].add("premier")
            of_country = [of.group(1)] if of else []
            found = {_country(word) for word in [*re.split(r"[\s]+", told), *of_country] if word}
            countries.setdefault(mention.entity, set()).update(country for country in found if country)
        return roles, countries


def _country(word: str) -> str | None:
    """Return the country a word names or tells ("Norlandic" only where the table has it; "US", "Russian")."""
    bare = re.sub(r"['’]s?$|,$", "", word)
    country = demonym_country(bare)
    if country:
        return fold(country)
    return fold({"US": "United States", "U.S.": "United States", "UK": "United Kingdom", "U.K.": "United Kingdom"}.get(
        bare, bare)) if bare[:1].isupper() and place_kind(bare) == "country" else None  # fmt: skip


def _quoted(article: Article) -> tuple[tuple[int, int], ...]:
    """Return the stretches between quotation marks, every block for itself."""
    found: list[tuple[int, int]] = []
    for block, following in zip(article.blocks, (*article.blocks[1:], None), strict=False):  # no block, no pair
        opens = following is not None and article.text[following.start : following.start + 1] in tuple("“\"‘'")
        found += [(piece.start, piece.end) for piece in find_marked(article.text, block.start, block.end, opens)]
    return tuple(sorted(found))
