"""Organisations by their key, acronyms with what they stand for, and places with where they lie."""

from __future__ import annotations

import re

from nutgraf.annotate.naming import LARGE, Naming
from nutgraf.annotate.places import locate_place, place_inside
from nutgraf.models.known import fold_organisation
from nutgraf.models.outlets import find_outlet
from nutgraf.models.places import demonym_country, place_size
from nutgraf.records.annotation import EntityKind, Place
from nutgraf.text import fold

_SHORT_AFTER = re.compile(r"\s\((?:the\s)?([A-Z][A-Za-z&-]{1,7})\)")
_ACRONYM = re.compile(r"\s\(([A-Z]{2,7})\)")
_LONGEST_NAME = 120
"""Characters before an acronym in which the words lie that it is short for."""
_LARGER_AFTER = re.compile(r",\s+((?:[A-Z][\w.'’-]*\s?){1,3})")
_IN_AFTER = re.compile(r",?\s+(?:in|near|outside)\s+((?:[A-Z][\w.'’-]*\s?){1,3})")


def organisation_key(printed: str) -> str:
    """Return the key of an organisation: an outlet's own name whatever alias is printed, else that of the known body,
    else the folded words.
    """
    outlet = find_outlet(printed)
    return fold(outlet.name).removeprefix("the ") if outlet else fold_organisation(printed)


_PEOPLE_ENDING = re.compile(r"(?:i?ans?|ese|ish|ic|is?|ers?|icks?)$")


def people_like(printed: str, places: list[str]) -> bool:
    """Tell whether a word reads like the people or adjective of a place of the text ("Norlandic" beside "Norland")."""
    key = fold(printed)
    ending = _PEOPLE_ENDING.search(key)
    if " " in key or not ending or ending.start() < 4:
        return False
    stem = key[: ending.start()]
    return any(place != key and place.startswith(stem) and len(place) <= len(stem) + 4 for place in places)


def one_body(printed: str, bodies: list[str], places: list[str]) -> str | None:
    """Return the one organisation of the text that a single word is short for: its first word, or "City", "United"."""
    if " " in printed or len(printed) < 4 or fold(printed) in places:
        return None
    fitting = {body for body in bodies if " " in body and printed in (body.split()[0], body.split()[-1])}
    plain = {organisation_key(body): body for body in sorted(fitting)}
    if len(plain) != 1 or demonym_country(printed) or place_size(printed) >= LARGE or printed in bodies:
        return None
    return next(iter(plain.values()))


def short_forms(text: str, namings: list[Naming]) -> dict[str, str]:
    """Return the acronyms that stand in brackets behind an organisation's name, each with that name."""
    found: dict[str, str] = {}
    for naming in (naming for naming in namings if naming.kind is EntityKind.ORGANISATION and naming.strength >= 3):
        match = _SHORT_AFTER.match(text, naming.end)
        printed = text[naming.start : naming.end]
        if match and match.group(1)[0].lower() in {word[0].lower() for word in printed.split()}:
            found.setdefault(match.group(1), printed)
    return found


def spelt_out(text: str) -> dict[str, str]:
    """Return the acronyms in brackets whose letters begin the common words before them ("action potential (AP)"), each
    with these words: it is no body of that name.
    """
    found: dict[str, str] = {}
    for match in _ACRONYM.finditer(text):
        acronym = match.group(1)
        before = text[max(0, match.start() - _LONGEST_NAME) : match.start()].split()[-len(acronym) :]
        if before == [word.lower() for word in before] and "".join(word[0] for word in before) == acronym.lower():
            found.setdefault(acronym, " ".join(before))
    return found


def place_of(text: str, naming: Naming, context: tuple[str, ...]) -> Place:
    """Return where a named place lies, by what follows it ("Paris, Texas"), then by the article's countries."""
    printed = text[naming.start : naming.end]
    larger = _larger(text, naming.end)
    around = (larger, *context) if larger else context
    located = locate_place(printed, around)
    if located is not None:
        return located
    return place_inside(printed, locate_place(larger, context) if larger else None)


def _larger(text: str, end: int) -> str:
    for pattern in (_LARGER_AFTER, _IN_AFTER):
        match = pattern.match(text, end, end + 60)
        words = match.group(1).split() if match else []
        for count in range(len(words), 0, -1):
            candidate = " ".join(words[:count]).rstrip(".,'’") if "." not in words[count - 1][:-1] else words[count - 1]
            if place_size(candidate) >= 4.2:
                return candidate
    return ""
