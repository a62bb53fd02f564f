"""Names by the tagger and names by rules and tables, put together: one naming for each stretch of text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from nutgraf.annotate.name_words import HONORIFICS, METONYMS, ROLES
from nutgraf.annotate.naming import AGE_AFTER, Naming
from nutgraf.annotate.side_by_side import part_places
from nutgraf.models.known_words import KINDS, known_kinds
from nutgraf.models.names import first_names
from nutgraf.models.outlets import find_outlet
from nutgraf.models.places import place_size
from nutgraf.models.tagger import Tag, tag_sentences
from nutgraf.records.annotation import EntityKind, Sentence
from nutgraf.records.article import Role
from nutgraf.text import fold

SURE = 85
"""From this probability on (in hundredths, the least of a span's words) a name is as sure as a rule that is sure."""
DOUBTED = 60
"""Below it a rule that is sure has the last word."""
FIRM = 95
"""Below it a word before "Mayor" and the like is a place, whatever the tagger takes it for."""
WEAK = 70
"""Below it "in" before an unknown word tells that it is a place."""
COUNTRY = 10.0
"""The size of a country in the gazetteer."""
AGREED = 0.6
"""Words that a text prints several times are one kind where so much of the certainty speaks for it."""


def read_tags(text: str, sentences: Sequence[Sentence]) -> list[tuple[Tag, ...]]:
    """Return the tagger's tags of each sentence of a text; their places are counted from the sentence's beginning."""
    return tag_sentences([text[sentence.start : sentence.end] for sentence in sentences])


def join_namings(
    text: str, sentences: Sequence[Sentence], tags: Sequence[Sequence[Tag]], by_rules: Sequence[Naming]
) -> list[Naming]:
    """Return the namings of a text: the tagger's, with what rules tell of them, and rules' own where it marks nothing.

    `tags` holds each sentence's tags. What a rule has read around words (a title, a gender) is kept; where the two
    differ in words or kind the tagger is right, unless it doubts and the rule is sure.
    """
    rules: dict[int, list[Naming]] = {}
    for naming in by_rules:
        rules.setdefault(naming.sentence, []).append(naming)
    kinds = _agreed_kinds(text, sentences, tags)
    joined: list[Naming] = []
    for number, sentence in enumerate(sentences):
        told = rules.get(number, [])
        for tag in tags[number]:
            if tag.head != "name" or sentence.role is Role.SUBHEADING:
                continue
            naming = _naming(text, sentence, number, tag, kinds)
            over = [rule for rule in told if rule.start < naming.end and naming.start < rule.end]
            firmer = [rule for rule in over if _firmer(text, rule, naming, tag.sure) or _country_in(text, rule, naming)]
            joined += firmer or [_with_rule(_as_land(text, _as_outlet(text, naming, kinds), kinds), over)]
            before = [rule for rule in told if sentence.start + tag.start <= rule.start < rule.end <= naming.start]
            joined += before
            told = [rule for rule in told if rule not in over and rule not in before]
        joined += [rule for rule in told if _stands_alone(text, rule, kinds)]
    parts = [part for naming in joined for part in part_places(text, naming)]
    return sorted(parts, key=lambda naming: (naming.start, naming.end))


def _country_in(text: str, rule: Naming, naming: Naming) -> bool:
    """Tell whether a name is a country's with a word before that tells which time or part ("Tsarist Russia")."""
    if not rule.kind is naming.kind is EntityKind.PLACE or rule.end != naming.end or rule.start <= naming.start:
        return False
    if fold(text[naming.start : rule.start]) in _HALVES:
        return False
    return place_size(text[rule.start : rule.end]) >= COUNTRY and not place_size(text[naming.start : naming.end])


_PUBLIC_BODIES = frozenset(
    """
    ministry council university court department party agency authority commission parliament federation association
    committee police institute league senate congress assembly cabinet inspectorate
    """.split()
)
"""Last words of bodies that rules alone may name: on news text half of them are right (GUM train), on the web few."""


_HALVES = frozenset("north south east west".split())
"""Words that make another country of a country ("South Vietnam")."""


def _firmer(text: str, rule: Naming, naming: Naming, sure: int) -> bool:
    """Tell whether a rule is surer than a tagger that doubts; of people it is not (measured on UNER EWT dev).

    A word behind "in" or "near", or before "Mayor", is a place if the tagger, not sure, takes it for something else.
    """
    if rule.kind is naming.kind and rule.start == naming.start and text[rule.end : naming.end] == ".":
        return False  # "Korsund Corp." with its full stop is the better end
    if naming.kind is EntityKind.PERSON and fold(text[rule.start : rule.end]) in METONYMS:
        return rule.start == naming.start and rule.end == naming.end
    if sure < DOUBTED and rule.strength >= 3:
        return rule.kind not in (None, EntityKind.PERSON)
    same = (rule.start, rule.end) == (naming.start, naming.end)
    if not same or rule.kind is not EntityKind.PLACE or naming.kind is EntityKind.PLACE:
        return False
    return sure < (FIRM if rule.strength >= 2 else WEAK)


def _stands_alone(text: str, rule: Naming, kinds: Mapping[str, tuple[EntityKind, int]]) -> bool:
    """Tell whether a rule's naming holds where the tagger marks nothing.

    Of those that rules alone find on web text nine in ten are none (UNER EWT dev). What holds: a people or an outlet
    of the tables, somebody with a title, what the tagger marks elsewhere in the text, and open namings, which only the
    rest of the text can give a kind.
    """
    words = text[rule.start : rule.end]
    if len(words) < 2 or _in_address(text, rule):
        return False
    if rule.kind is None or rule.kind is EntityKind.GROUP or fold(words) in kinds:
        return True
    if rule.kind is EntityKind.PERSON:
        return rule.strength >= 3 and bool(rule.gender or rule.title or AGE_AFTER.match(text, rule.end))
    if rule.kind is not EntityKind.ORGANISATION or rule.strength < 3:
        return False
    last = fold(words).split()[-1]
    return find_outlet(words) is not None or fold(words) in METONYMS or (" " in words and last in _PUBLIC_BODIES)


def _in_address(text: str, naming: Naming) -> bool:
    """Tell whether a name is a piece of a mail or web address ("Velda.Orlo@kessby.example")."""
    start, end = naming.start, naming.end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return _ADDRESS.search(text, start, end) is not None


_ADDRESS = re.compile(r"\w@\w|://|\bwww\.")


def _agreed_kinds(
    text: str, sentences: Sequence[Sentence], tags: Sequence[Sequence[Tag]]
) -> dict[str, tuple[EntityKind, int]]:
    """Return the kind that the tagger gives some words over the whole text, and how sure it is where it is surest."""
    votes: dict[str, dict[str, int]] = {}
    surest: dict[tuple[str, str], int] = {}
    for sentence, told in zip(sentences, tags, strict=True):
        for tag in told:
            if tag.head == "name":
                words = fold(text[sentence.start + tag.start : sentence.start + tag.end])
                kinds = votes.setdefault(words, {})
                kinds[tag.label] = kinds.get(tag.label, 0) + tag.sure
                surest[words, tag.label] = max(tag.sure, surest.get((words, tag.label), 0))
    agreed = {}
    for words, kinds in votes.items():
        label = max(sorted(kinds), key=lambda kind: kinds[kind])
        if kinds[label] >= AGREED * sum(kinds.values()):
            agreed[words] = (EntityKind(label), surest[words, label])
    return agreed


def _naming(
    text: str, sentence: Sentence, number: int, tag: Tag, kinds: Mapping[str, tuple[EntityKind, int]]
) -> Naming:
    """Return a tag as a naming, of the kind that the whole text gives its words, and as sure as the surest of them."""
    start, end = sentence.start + tag.start, sentence.start + tag.end
    kind, sure = kinds.get(fold(text[start:end]), (EntityKind(tag.label), tag.sure))
    if kind is EntityKind.PERSON:
        start = _behind_title(text, start, end)
    if kind is EntityKind.PLACE and text[start].isupper():
        end = start + len(_SMALL_TAIL.sub("", text[start:end]))
    return Naming(start, end, kind, 3 if sure >= SURE else 2 if sure >= DOUBTED else 1, number)


_SMALL_TAIL = re.compile(r"(?<=\w)(?:\s+[a-z]+)+$")
"""Words in small letters behind a name ("the Korsund bridge"): what it is, not how it is called."""


def _behind_title(text: str, start: int, end: int) -> int:
    """Return where a person's name begins behind its title ("Foreign Minister Ivo Krantz"), which is no part of it."""
    spans = [match.span() for match in re.finditer(r"\S+", text[start:end])]
    words = [text[start + a : start + b] for a, b in spans]
    titles = [number for number, word in enumerate(words[:-1]) if _is_title(word)]
    if not titles or (titles[0] and words[0].lower() in first_names()):
        return start  # "Muhammad Sheikh Orlo" has the word for a name
    return start + spans[titles[-1] + 1][0]


def _is_title(word: str) -> bool:
    key = word.lower()
    return key in HONORIFICS or key.rstrip(".") in ROLES


_TOLD_TO = re.compile(
    r"\b(?:told|(?:seen|obtained|reviewed|published|reported|described|disclosed|polled|quoted|cited) by"
    r"|according to) (?:the )?$",
    re.IGNORECASE,
)
_AS_MEDIA_DO = re.compile(
    r"(?:,? which\b| news\b|[’']s? (?:report|correspondent|reporter)| (?:has |first |also )?report(?:ed|s)\b)"
)


def _as_outlet(text: str, naming: Naming, kinds: Mapping[str, tuple[EntityKind, int]]) -> Naming:
    """Return one unknown word that is told something, or reports, as an organisation and no person.

    A person whom a text knows by the last name alone it names in full elsewhere, or has a name that tables know.
    """
    words = text[naming.start : naming.end]
    if naming.kind is not EntityKind.PERSON or " " in words:
        return naming
    if not (_TOLD_TO.search(text, max(0, naming.start - 24), naming.start) or _AS_MEDIA_DO.match(text, naming.end)):
        return naming
    return naming if _known_person(words, kinds) else naming.with_kind(EntityKind.ORGANISATION, 2)


_LAND = re.compile(r"[A-Z][a-z]{2,}(?:[vnlrsdt]ia|stan)")
_OWNS_SMALL = re.compile(r"['’]s\s(?:[a-z]+\b)")


def _as_land(text: str, naming: Naming, kinds: Mapping[str, tuple[EntityKind, int]]) -> Naming:
    """Return one unknown word that ends as lands do and owns something ("Norlavia's power workers") as a place."""
    words = text[naming.start : naming.end]
    if naming.kind is not EntityKind.PERSON or not _LAND.fullmatch(words) or not _OWNS_SMALL.match(text, naming.end):
        return naming
    return naming if _known_person(words, kinds) else naming.with_kind(EntityKind.PLACE, 2)


def _known_person(words: str, kinds: Mapping[str, tuple[EntityKind, int]]) -> bool:
    """Tell whether a text names somebody in full whose last name a word is, or tables know it as a person's name."""
    (known,) = known_kinds([fold(words)])
    return any(name.endswith(" " + fold(words)) for name in kinds) or bool(known & _PARTS_OF_NAMES)


_PARTS_OF_NAMES = {KINDS.index("given"), KINDS.index("surname")}


def _with_rule(naming: Naming, rules: Sequence[Naming]) -> Naming:
    """Return a naming with what a rule has read beside the same words: title and gender; agreement makes it sure.

    Where the tagger is not sure, a longer name that a rule is sure of has the better ends.
    """
    same = next((rule for rule in rules if rule.kind is naming.kind), None)
    if same is None:
        return naming
    agreed = (same.start, same.end) == (naming.start, naming.end)
    longer = same.strength >= 3 > naming.strength and same.start <= naming.start and naming.end <= same.end
    if agreed or longer:
        return replace(same, strength=max(naming.strength, same.strength))
    return replace(naming, gender=same.gender, title=same.title)
