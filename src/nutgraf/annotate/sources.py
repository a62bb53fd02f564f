"""Reading a noun phrase as a source: named, anonymous, a document, an outlet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from nutgraf.annotate.cues import ANONYMOUS, DOCUMENT
from nutgraf.models.outlets import find_outlet, outlet_like
from nutgraf.models.places import demonym_country
from nutgraf.records.annotation import AttributionKind, Entity, EntityKind, Mention
from nutgraf.text import fold, words

_LEADING = re.compile(r"^(?:the|a|an|that|both|one|two|three|several|some|many|other)\s+", re.I)
_LIKE = re.compile(r"\b(?:like|such as|including)\s+")
_POST = re.compile(
    r"\b(?:to|about|showing|signed|sent|dated|familiar|close|briefed|speaking|speaks|with|from|at|in|on|of|for|inside|near|involved|working|by|"
    r"compiled|obtained|seen|released|published|issued|collected|reviewed|gathered|who|that|which)\b"
)
_BESIDE = re.compile(r"\b(?:for|of|to|with|near|against|around)\s+(?:[A-Z]\w*\.?\s+){0,3}$")
_OF_A_BODY = re.compile(r"^(?:[\w-]+\s+){0,3}[a-z]+s (?:at|from|of|with|for|in) (?:the\s+)?$")
_POSSESSIVE = frozenset("his her their its".split())
_PRONOUN = frozenset("he she they it we i you him her them who".split())


@dataclass(frozen=True, slots=True)
class Source:
    """Who is speaking: how the text names it, its kind, the entity behind it, and the outlet it came through.

    `start`/`end` is the place of the naming words; `pronoun` tells that only a pronoun stands there; `sure` that one
    candidate fits.
    """

    name: str
    kind: AttributionKind
    entity: str | None
    start: int
    end: int
    via: str | None = None
    pronoun: bool = False
    person: bool = False

    @property
    def speaks(self) -> bool:
        """Whether this is something that can say words: not a bare common noun."""
        return self.kind is not AttributionKind.OWN

    def through(self, outlet: str) -> Source:
        """Return the same source as told to an outlet."""
        return replace(self, via=outlet)


def read_source(
    text: str,
    start: int,
    end: int,
    mentions: Sequence[Mention],
    entities: Mapping[str, Entity],
    subject: bool = False,
) -> Source | None:
    """Read `text[start:end]` as a source; `None` where it names nobody.

    With `subject` the phrase ends just before its verb, so the mention that ends it is the head ("In Paris Mary Low
    said").
    """
    like = _LIKE.search(text, start, end)
    if like and fold(text[start : like.start()]).split()[-1:] and like.end() < end:
        start = like.end()
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    head = _head(text, start, end, inside, subject)
    named = _named(text, start, end, inside, entities, head)
    if named:
        return named
    return _unnamed(text, (start, end), head, inside, entities) or _unlisted(text, start, end, subject)


def _head(text: str, start: int, end: int, inside: Sequence[Mention], subject: bool) -> str:
    """Return the folded head noun: the last word before a preposition or participle that describes it."""
    stop = end
    for match in _POST.finditer(text, start, end):
        if match.start() > start and not any(m.start <= match.start() < m.end for m in inside):
            stop = match.start()
            break
    tokens = [fold(word) for _, _, word in words(text, start, stop)]
    return tokens[-1] if tokens else ""


def _named(
    text: str, start: int, end: int, inside: Sequence[Mention], entities: Mapping[str, Entity], head: str
) -> Source | None:
    people = [m for m in inside if m.kind is EntityKind.PERSON]
    for mention in reversed(people):
        owns = re.match(r"['’]s?\s+\w", text[mention.end : end])
        if owns and mention.named:
            return _possessed(text, start, end, mention, head)
        if (
            head in ANONYMOUS
            and mention.start > start
            and (not mention.named or _BESIDE.search(text[start : mention.start]))
        ):
            continue  # "lawyers for Peter Lund"
        if text[mention.start : mention.end].lower() in _POSSESSIVE and mention.end < end:
            continue  # "her spokesman"
        if mention.named or text[mention.start : mention.end].lower() in _PRONOUN or mention.end >= end:
            entity = entities.get(mention.entity)
            name = entity.name if entity else text[mention.start : mention.end]
            return Source(
                name,
                AttributionKind.NAMED,
                mention.entity if entity else None,
                mention.start,
                mention.end,
                pronoun=not mention.named,
                person=True,
            )
    return None


def _possessed(text: str, start: int, end: int, mention: Mention, head: str) -> Source | None:
    """Read "Mary Low's office", "Low's statement": an unnamed body or paper of a named person."""
    if head in DOCUMENT:
        return Source(text[start:end], AttributionKind.DOCUMENT, mention.entity, start, end)
    if head in {"office", "team", "campaign", "government"}:
        return Source(text[start:end], AttributionKind.NAMED, mention.entity, start, end)
    if head in {"lawyer", "lawyers", "spokesman", "spokeswoman", "spokesperson"}:
        return Source(text[start:end], AttributionKind.ANONYMOUS, None, start, end)
    return None


def _unnamed(
    text: str, place: tuple[int, int], head: str, inside: Sequence[Mention], entities: Mapping[str, Entity]
) -> Source | None:
    start, end = place
    phrase = text[start:end]
    outlet = _outlet(phrase)
    if outlet:
        return Source(outlet, AttributionKind.OUTLET, None, start, end)
    if not head:
        return None
    if head in DOCUMENT:
        return Source(phrase, AttributionKind.DOCUMENT, None, start, end)
    body = next((m for m in inside if m.kind is EntityKind.ORGANISATION and m.end >= end and m.start - start < 5), None)
    if body and body.entity in entities:
        return Source(entities[body.entity].name, AttributionKind.NAMED, body.entity, start, end)
    if head in ANONYMOUS:
        return Source(phrase, AttributionKind.ANONYMOUS, None, start, end, person=True)
    if head in _PRONOUN:
        return _pronoun(text, start, end, inside, entities)
    bodies = [m for m in inside if m.kind in {EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.GROUP}]
    return _of_bodies(text, place, head, bodies, entities)


def _of_bodies(
    text: str, place: tuple[int, int], head: str, bodies: Sequence[Mention], entities: Mapping[str, Entity]
) -> Source | None:
    """Read a phrase by the bodies it names; "forecasters at the Office" are people without a name."""
    start, end = place
    phrase = text[start:end]
    for mention in reversed(bodies):
        if mention.kind is EntityKind.GROUP and mention.end < end:
            continue
        if head.endswith("s") and head not in BODIES and _OF_A_BODY.search(text[start : mention.start]):
            return Source(phrase, AttributionKind.ANONYMOUS, None, start, end, person=True)
        entity = entities.get(mention.entity)
        at_end = mention.end >= end - 2
        name = entity.name if entity and at_end else phrase
        return Source(name, AttributionKind.NAMED, mention.entity if at_end else None, start, end)
    if head in BODIES:
        return Source(phrase, AttributionKind.NAMED, None, start, end)
    if any(mention.kind is EntityKind.GROUP for mention in bodies):
        return Source(_LEADING.sub("", phrase), AttributionKind.NAMED, None, start, end)
    return None


def _pronoun(
    text: str, start: int, end: int, inside: Sequence[Mention], entities: Mapping[str, Entity]
) -> Source | None:
    for mention in reversed(inside):
        entity = entities.get(mention.entity)
        if entity:
            return Source(entity.name, AttributionKind.NAMED, entity.key, mention.start, mention.end, pronoun=True)
    if text[start:end].split()[-1:] in (["I"], ["We"], ["we"]):
        return Source(text[start:end].split()[-1], AttributionKind.OWN, None, end - 1, end)
    if text[start:end].lower() == "it":
        return Source(text[start:end], AttributionKind.NAMED, None, start, end, pronoun=True)
    if text[start:end].lower().split()[-1:] in (["he"], ["she"], ["they"]):
        return Source(text[start:end], AttributionKind.NAMED, None, start, end, pronoun=True, person=True)
    return None


_NAME = re.compile(r"(?:[A-Z][\w.’'&-]*)(?:\s+(?:[A-Z][\w.’'&-]*|of|the|and|for|de|van|von|al))*$")
_CALENDAR = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|"
    r"October|November|December)$"
)
_NO_NAME = frozenset(
    """
    as it its this that these those there here he she they we you i his her their our my the a an at by for from if in
    into no nor not now of off on once or so some such than then though to until what when where which while who why
    with yet both each every few many most much other all any but and because before after since under over last next
    """.split()
)
_SOMEBODY = re.compile(r"(?:An?|One|Another|Two|Three|Four|Several|Some|Many|Other|Both)\s+[a-z]")


def _unlisted(text: str, start: int, end: int, subject: bool) -> Source | None:
    """Read a name that no table and no rule of the entities knows, or somebody without a name ("A volunteer")."""
    phrase = text[start:end]
    if not subject:
        return None
    if _SOMEBODY.match(phrase):
        return Source(phrase, AttributionKind.ANONYMOUS, None, start, end, person=True)
    name = _NAME.search(phrase)
    if (
        name is None
        or _CALENDAR.search(name.group())
        or name.group().lower() in _NO_NAME
        or len(name.group().split()) > 6
        or len(name.group()) < 2
    ):
        return None
    person = len(name.group().split()) in (2, 3) and not name.group().startswith("The ")
    bare = _LEADING.sub("", name.group())
    return Source(bare, AttributionKind.NAMED, None, start + name.start(), end, person=person)


_OWNED = re.compile(r"^(?i:state|private|independent|local|national)(?:-run|-owned)?\s+(?=[a-z]|[A-Z]\w+ news)")
_INTRODUCED = re.compile(
    r"^(?:[\w-]+\s+)?(?:tabloid|newspaper|broadcaster|daily|weekly|news agency|news site|website|channel)\s+"
    r"(?=[A-Z])"
)
_PROPER = re.compile(r"[A-Z][\w.&-]*(?: (?:[A-Z][\w.&-]*|of|the|de))*")
_CALLED_SO = re.compile(r"\s+(?:news agency|newspaper|news site|newspapers|television|radio)$")
BODIES = frozenset(
    """
    palace presidency treasury delegation bureau unit division league command brigade squad force forces services panel
    inquiry secretariat retailer maker insurer lender contractor developer publisher
    ministry department office government council committee commission police army navy military authority
    authorities agency company firm group union party court bank board association unions ministries companies banks
    councils federation coalition alliance campaign team regulator administration cabinet parliament senate house
    congress embassy hospital university school club network operator airline carrier manufacturer utility service
    watchdog charity foundation institute centre center newspaper tabloid channel station broadcaster website
    prosecutor prosecutors coastguard rebels militants insurgents protesters organisers organizers management owners
    kingdom republic state city town mayor minister president governor premier chancellor king queen prince princess
    bishop pope archbishop judge coroner commissioner secretary director chairman chairwoman chair chief captain
    general admiral inspector sheriff ambassador envoy senator deputy inspectorate ombudsman
    """.split()
)


def _outlet(phrase: str) -> str | None:
    """Return the outlet that a phrase names: a known one, one that looks like it, or one the text calls so."""
    bare = _OWNED.sub("", _LEADING.sub("", phrase).strip())
    introduced = _INTRODUCED.match(bare)
    bare = bare[introduced.end() :] if introduced else bare
    short = _CALLED_SO.sub("", bare)
    if (bare[:1].islower() and "." not in bare) or bare.lower() in _PRONOUN:
        return None
    known = find_outlet(short) or find_outlet(bare)
    if known:
        return known.name
    told = introduced is not None or (short != bare and not demonym_country(short) and _PROPER.fullmatch(short))
    fits = bare[:1].isupper() and len(short.split()) <= 6
    return short if fits and (told or outlet_like(short)) else None
