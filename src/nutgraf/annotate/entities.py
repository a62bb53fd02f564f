"""People, organisations, places and peoples of an article, by rules and tables: what is named, and where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nutgraf.annotate.bodies import one_body, organisation_key, people_like, place_of, short_forms, spelt_out
from nutgraf.annotate.coreference import resolve_references
from nutgraf.annotate.links import find_links
from nutgraf.annotate.name_words import FACILITY_LAST, GROUPS, NO_ENTITY, ORG_LAST, ROLES
from nutgraf.annotate.naming import LARGE, Naming, RunReader
from nutgraf.annotate.people import People, Person, gender_told, role_after, role_before
from nutgraf.annotate.places import resolve_places
from nutgraf.annotate.runs import capital_runs
from nutgraf.annotate.seats import find_government
from nutgraf.annotate.tagged import join_namings
from nutgraf.models.gazetteer import is_capital
from nutgraf.models.names import fold_name
from nutgraf.models.places import demonym_adjective, demonym_country, place_size
from nutgraf.models.tagger import Tag
from nutgraf.records.annotation import Entity, EntityKind, Mention, Place, Sentence
from nutgraf.records.article import Article, Role
from nutgraf.text import fold, words

GUESS_CARRIES = 3
"""A guess is carried to other places that print the same words if it was made at one in so many of them."""

_PARTS = re.compile(r"[^\s–‑-]+")


def annotate_entities(
    article: Article, sentences: tuple[Sentence, ...], tags: Sequence[Sequence[Tag]]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Return the entities of an article and their mentions; pronouns and descriptions too where one alone fits.

    `tags` are the tagger's of each sentence.
    """
    entities, found = name_entities(article, sentences, tags)
    referring, entities = resolve_references(article, sentences, entities, found)
    mentions = tuple(sorted((*found, *referring), key=lambda mention: (mention.start, mention.end)))
    return tuple(sorted(entities, key=lambda entity: entity.key)), mentions


def name_entities(
    article: Article, sentences: tuple[Sentence, ...], tags: Sequence[Sequence[Tag]]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Return the entities of an article and the mentions that name them."""
    text = article.text
    common = frozenset(fold(word) for word in {word for _, _, word in words(text)} if word[0].islower())
    read = join_namings(text, sentences, tags, _read(text, sentences, common))
    namings, people = _settle(text, read, common)
    named, entities = _Register(article, people, sentences).record(namings)
    named += _in_subheadings(text, sentences, entities)
    return entities, tuple(sorted(named, key=lambda mention: (mention.start, mention.end)))


def _read(text: str, sentences: tuple[Sentence, ...], common: frozenset[str]) -> list[Naming]:
    """Return what every run of capitalised words names, sentence by sentence; subheadings name nothing new."""
    found: list[Naming] = []
    for index, sentence in enumerate(sentences):
        if sentence.role is Role.SUBHEADING:
            continue
        bounds = (sentence.start, sentence.end)
        for run in capital_runs(text, *bounds, common):
            found += RunReader(text, run, bounds, index).read()
    return found


def _settle(text: str, namings: list[Naming], common: frozenset[str]) -> tuple[list[Naming], People]:
    """Decide open namings by what the rest of the article says of the same words."""
    sure = [text[n.start : n.end] for n in namings if n.kind is EntityKind.PERSON and n.strength >= 2]
    people = People(sure)
    namings = _promoted(text, namings, people, common)
    people = People([text[n.start : n.end] for n in namings if n.kind is EntityKind.PERSON and n.strength >= 2])
    namings = [part for naming in namings for part in _parts(text, naming, people)]
    votes: dict[str, Counter[EntityKind]] = {}
    printed_times = Counter(fold(text[naming.start : naming.end]) for naming in namings)
    for naming in namings:
        if naming.kind is not None:
            votes.setdefault(fold(text[naming.start : naming.end]), Counter())[naming.kind] += naming.strength
    for folded, counted in votes.items():
        if printed_times[folded] > GUESS_CARRIES * sum(counted.values()):
            counted.clear()
    settled = [_decide(text, naming, people, votes) for naming in namings]
    kept = [naming for naming in settled if naming.kind is not None]
    return kept, People([text[n.start : n.end] for n in kept if n.kind is EntityKind.PERSON])


def _promoted(text: str, namings: list[Naming], people: People, common: frozenset[str]) -> list[Naming]:
    """Give open namings the kind that other words of the article give away: last names, short forms, peoples."""
    single = {text[n.start : n.end] for n in namings if n.kind is None or n.kind is EntityKind.PERSON}
    bodies = [text[n.start : n.end] for n in namings if n.kind is EntityKind.ORGANISATION and n.strength >= 3]
    places = [fold(text[n.start : n.end]) for n in namings if n.kind is EntityKind.PLACE]
    shorts = short_forms(text, namings)
    found = []
    for naming in namings:
        printed = text[naming.start : naming.end]
        kind: EntityKind | None = None
        unknown = naming.kind is None or (naming.kind is EntityKind.PLACE and not place_size(printed))
        lone = (
            naming.kind is EntityKind.PERSON
            and printed.isalpha()
            and all(person.name == printed for person in people.fitting(printed))
        )
        if (unknown or lone) and people_like(printed, places):
            kind = EntityKind.GROUP
        elif (
            naming.strength < 2
            and naming.kind is not EntityKind.PLACE
            and (printed in shorts or one_body(printed, bodies, places))
        ):
            kind = EntityKind.ORGANISATION
        elif naming.kind is None and _named_again(printed, single, common):
            kind = None if people.fitting(printed.split()[-1]) else EntityKind.PERSON
        found.append(naming.with_kind(kind, 2) if kind else naming)
    return found


def _named_again(printed: str, single: set[str], common: frozenset[str]) -> bool:
    """Tell whether two or three unknown words end in one that the article also prints alone, as last names are."""
    parts = printed.split()
    if not 1 < len(parts) < 4 or parts[-1] not in single or printed.isupper():
        return False
    return not any(fold(part) in common | NO_ENTITY | ORG_LAST | FACILITY_LAST for part in (parts[0], parts[-1]))


def _decide(text: str, naming: Naming, people: People, votes: dict[str, Counter[EntityKind]]) -> Naming:
    """Return a naming with the kind that the article as a whole gives its words."""
    if naming.strength >= 3:
        return naming
    printed = text[naming.start : naming.end]
    open_to_people = naming.kind is None or (naming.kind is not EntityKind.PERSON and place_size(printed) < LARGE)
    if open_to_people and " " not in printed and people.fitting(printed):
        return naming.with_kind(EntityKind.PERSON, 2)
    counted = votes.get(fold(printed))
    if not counted:
        return naming
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0].value))
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return naming
    return naming.with_kind(ranked[0][0], max(naming.strength, 1))


def _parts(text: str, naming: Naming, people: People) -> list[Naming]:
    """Split words that name several known things side by side ("Orlo-Marsh talks", "US-Norland")."""
    printed = text[naming.start : naming.end]
    if naming.strength >= 3 or not re.search(r"[\s–‑-]", printed):
        return [naming]
    pieces = [(match.start(), match.end(), match.group()) for match in _PARTS.finditer(printed)]
    if len(pieces) > 1 and pieces[0][2].lower().removesuffix("s") in ROLES:
        pieces = pieces[1:]
    kinds = [_known_kind(words, people) for _, _, words in pieces]
    known = sum(kind is not None for kind in kinds)
    if not pieces or (known < len(kinds) and (known < 2 or kinds[0] is None)) or people.one(printed):
        return [naming]
    at = naming.start
    return [
        Naming(at + start, at + end, kind, 3, naming.sentence)
        for (start, end, _), kind in zip(pieces, kinds, strict=True)
        if kind is not None
    ]


def _known_kind(printed: str, people: People) -> EntityKind | None:
    if people.one(printed):
        return EntityKind.PERSON
    if demonym_country(printed) or fold(printed) in GROUPS:
        return EntityKind.GROUP
    return EntityKind.PLACE if place_size(printed) >= LARGE else None


class _Register:
    """Turns settled namings into entities with keys, and mentions that carry them."""

    def __init__(self, article: Article, people: People, sentences: tuple[Sentence, ...]) -> None:
        self._article, self._text, self._people, self._sentences = article, article.text, people, sentences
        self._places: dict[str, Place] = {}
        self._forms: dict[str, list[str]] = {}
        self._kinds: dict[str, EntityKind] = {}
        self._first: dict[str, Naming] = {}
        self._persons: dict[str, Person] = {}
        self._bodies: list[str] = []
        self._shorts: dict[str, str] = {}

    def record(self, namings: list[Naming]) -> tuple[list[Mention], tuple[Entity, ...]]:
        """Return the mentions and the entities of all namings."""
        self._shorts = spelt_out(self._text) | short_forms(self._text, namings)
        self._bodies = [self._text[n.start : n.end] for n in namings if n.kind is EntityKind.ORGANISATION]
        placed = [naming for naming in namings if naming.kind is EntityKind.PLACE]
        resolved = resolve_places(self._article, [(naming.start, naming.end) for naming in placed])
        where = {naming.start: place for naming, place in zip(placed, resolved, strict=True)}
        mentions = []
        for named in namings:
            naming, found = self._as_government(named, where.get(named.start))
            if naming.kind is None:
                continue
            key = self._key(naming, found)
            printed = self._text[naming.start : naming.end]
            forms = self._forms.setdefault(key, [])
            if printed not in forms:
                forms.append(printed)
            self._kinds.setdefault(key, naming.kind)
            self._first.setdefault(key, naming)
            if found is not None:
                self._places.setdefault(key, found)
            mentions.append(Mention(naming.start, naming.end, naming.kind, key, True))
        return mentions, tuple(self._entity(key, namings) for key in sorted(self._forms))

    def _as_government(self, naming: Naming, place: Place | None) -> tuple[Naming, Place | None]:
        """Return a naming and its place; a place's as an organisation's where it stands for a government ("Washington
        denied it"), with the place where that sits.
        """
        seat = find_government(self._text, naming.start, naming.end, place) if place else None
        return (naming.with_kind(EntityKind.ORGANISATION, naming.strength), seat) if seat else (naming, place)

    def _key(self, naming: Naming, place: Place | None) -> str:
        printed = self._text[naming.start : naming.end]
        if naming.kind is EntityKind.PERSON:
            return self._person_key(naming, printed)
        if naming.kind is EntityKind.ORGANISATION and place is not None and is_capital(place.reference):
            return f"organisation:government in {fold(place.name)}"
        if naming.kind is EntityKind.ORGANISATION:
            whole = self._shorts.get(printed) or one_body(printed, self._bodies, []) or printed
            return f"organisation:{organisation_key(whole)}"
        if naming.kind is EntityKind.GROUP:
            return f"group:{GROUPS.get(fold(printed)) or demonym_adjective(printed)}"
        return f"place:{fold(place_of(self._text, naming, ()).name).removeprefix('the ')}"

    def _person_key(self, naming: Naming, printed: str) -> str:
        person = self._people.one(printed)
        key = f"person:{person.key if person else fold_name(printed)}"
        known = self._persons.setdefault(key, person or Person(printed, [printed]))
        sentence = self._sentences[naming.sentence]
        role = role_before(self._text, naming.start, sentence.start) or role_after(self._text, naming.end, sentence.end)
        known.role = known.role or role
        known.gender = known.gender or gender_told(known.name, role, naming.gender)
        return key

    def _entity(self, key: str, namings: list[Naming]) -> Entity:
        kind, forms = self._kinds[key], self._forms[key]
        name = max(forms, key=lambda form: (len(form.split()), len(form), form))
        person = self._persons.get(key)
        place = self._places.get(key)
        if kind is EntityKind.PLACE:
            countries = Counter(
                self._text[n.start : n.end]
                for n in namings
                if n.kind is EntityKind.PLACE and place_size(self._text[n.start : n.end]) >= 10
            )
            context = tuple(name for name, _ in sorted(countries.items(), key=lambda item: (-item[1], item[0]))[:3])
            place = place or place_of(self._text, self._first[key], context)
        role, gender = (person.role, person.gender) if person else ("", "")
        full = [self._shorts.get(form, form) for form in forms] if kind is EntityKind.ORGANISATION else forms
        return Entity(key, kind, name, tuple(sorted(forms)), role, gender, place, find_links(kind, full, place))


def _in_subheadings(text: str, sentences: tuple[Sentence, ...], entities: tuple[Entity, ...]) -> list[Mention]:
    """Return mentions in subheadings of what the text names elsewhere, the longest form first."""
    forms = [(form, entity) for entity in entities for form in entity.forms if len(form) > 1]
    forms.sort(key=lambda pair: (-len(pair[0]), pair[0], pair[1].key))
    found: list[Mention] = []
    for sentence in (sentence for sentence in sentences if sentence.role is Role.SUBHEADING):
        taken: list[Mention] = []
        for form, entity in forms:
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text[sentence.start : sentence.end]):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                if not any(mention.start < end and start < mention.end for mention in taken):
                    taken.append(Mention(start, end, entity.kind, entity.key, True))
        found += taken
    return found
