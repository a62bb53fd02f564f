"""Whom or what a description stands for ("the mayor", "the Norwegian leader", "the company"), where one alone fits."""

from __future__ import annotations

import re

from nutgraf.annotate.name_words import ORG_LAST, ROLES
from nutgraf.annotate.people import role_after, role_before
from nutgraf.annotate.positions import Position
from nutgraf.annotate.scene import Scene, Seen, only_one
from nutgraf.models.places import demonym_country, place_kind
from nutgraf.records.annotation import EntityKind
from nutgraf.text import fold

LOOK_BACK = 2
"""How many sentences before its own a description may look for somebody."""

_OPENING = 12
"""Characters from a sentence's beginning within which a description opens it ("But the …")."""

DESCRIPTION = re.compile(
    r"\b[Tt]he (?:(?P<people>(?:[A-Z]\.){2,}|[A-Z][\w-]+) )?(?P<head>(?:[a-z]+[ -]){0,2}?(?P<last>[a-z]+))\b"
    r"(?! of\b| for\b| [A-Z]|['’]s? [a-z]+ of\b)"
)
"""A description by a common noun, perhaps with a people before it."""

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


class Descriptions:
    """Knows the role words and the countries that the text gives each person, at any mention."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._roles: dict[str, set[str]] = {}
        self._countries: dict[str, set[str]] = {}
        for sentence, people in zip(scene.sentences, scene.seen, strict=True):
            for seen in people:
                if seen.kind is EntityKind.PERSON:
                    self._learn(seen, sentence.start, sentence.end)

    def described(self, index: int, match: re.Match[str]) -> str | None:
        """Return the key of the one whom a description of a sentence means, or none."""
        last, people = match.group("last"), match.group("people")
        if last in _VAGUE:
            return None
        if last in ROLES:
            return self._person(index, match.start(), match.group("head"), people)
        return self._body(index, match.start(), last) if not people and last in ORG_LAST | _ANY_BODY else None

    def _learn(self, seen: Seen, floor: int, ceiling: int) -> None:
        text = self._scene.text
        before = role_before(text, seen.start, floor)
        after = role_after(text, seen.end, ceiling)
        of = re.match(r" of ([A-Z]\w+)", text[seen.end : seen.end + 40])
        told = f"{before} {after}"
        keys = {re.sub(r"['’]s?$|[.,]$", "", fold(word)) for word in told.split()}
        roles = self._roles.setdefault(seen.key, set())
        roles.update(keys & ROLES - ({"president"} if "vice" in keys else set()))
        if "prime minister" in fold(told):
            roles.add("premier")
        of_country = [of.group(1)] if of else []
        found = {country_of(word) for word in [*re.split(r"[\s]+", told), *of_country] if word}
        self._countries.setdefault(seen.key, set()).update(country for country in found if country)

    def _person(self, index: int, position: int, head: str, people: str | None) -> str | None:
        wanted = set(head.split()) & ROLES
        country = country_of(people) if people else None
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
        opens = position - self._scene.sentences[index].start <= _OPENING
        if not opens or index == 0:
            return []
        before = [one for one in self._scene.seen[index - 1] if one.kind is EntityKind.PERSON and one.sort == "name"]
        key = self._scene.subject_of(index - 1, before) if before else None
        if key is None or self._roles.get(key) or self._countries.get(key):
            return []
        self._roles.setdefault(key, set()).update(wanted)
        self._countries.setdefault(key, set()).add(country)
        return [key]

    def _rules(self, head: str, told: set[str]) -> bool:
        return head == "leader" and bool(told & _HEADS_OF_STATE)

    def _body(self, index: int, position: int, last: str) -> str | None:
        bodies = [entity for entity in self._scene.entities.values() if entity.kind is EntityKind.ORGANISATION]
        named = sorted(
            entity.key
            for entity in bodies
            if any(last in fold(form).split() for form in entity.forms) and self._named_before(position, entity.key)
        )
        if len(named) == 1:
            return named[0]
        if named or last not in _ANY_BODY or index == 0:
            return None
        near = [one for one in self._scene.seen[index - 1] if one.kind is EntityKind.ORGANISATION]
        called = [one for one in near if self._called(one, last)]
        subjects = [one for one in near if one.position is Position.SUBJECT]
        key = only_one(near) or only_one(called or subjects)
        public = bool(key) and bool(set(re.split(r"\W", str(key))) & _PUBLIC)
        return None if public and last in ("company", "firm", "group", "charity") else key

    def _called(self, body: Seen, last: str) -> bool:
        """Tell whether the words right behind a body's name say what it is with this word."""
        behind = self._scene.text[body.end : body.end + 80]
        return re.match(rf",\s+(?:an?|the)\s[^,.;]{{0,60}}?\b{re.escape(last)}\b", behind) is not None

    def _near(self, index: int, position: int) -> list[str]:
        sentences = range(max(0, index - LOOK_BACK), index + 1)
        return [one.key for i in sentences for one in self._scene.seen[i] if one.end <= position]

    def _named_before(self, position: int, key: str) -> bool:
        return self._scene.first.get(key, position) < position


def country_of(word: str) -> str | None:
    """Return the country a word names or tells ("Norlandic" only where the table has it; "US", "Russian")."""
    bare = re.sub(r"['’]s?$|,$", "", word)
    country = demonym_country(bare)
    if country:
        return fold(country)
    spelt = {"US": "United States", "U.S.": "United States", "UK": "United Kingdom", "U.K.": "United Kingdom"}
    named = bare[:1].isupper() and place_kind(bare) == "country"
    return fold(spelt.get(bare, bare)) if named else None
