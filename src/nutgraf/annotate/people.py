"""The people of one article: which printed names are one person, and the words the text uses for each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nutgraf.annotate.name_words import HONORIFICS, METONYMS, ROLE_BEFORE, ROLES
from nutgraf.models.names import fold_name, gender_of, same_person, surname
from nutgraf.models.outlets import find_outlet
from nutgraf.models.places import demonym_country, place_size
from nutgraf.text import fold

_GENDERED = {
    "spokeswoman": "f", "chairwoman": "f", "congresswoman": "f", "councilwoman": "f", "businesswoman": "f",
    "actress": "f", "wife": "f", "widow": "f", "mother": "f", "daughter": "f", "sister": "f", "queen": "f",
    "princess": "f", "lady": "f",
    "spokesman": "m", "chairman": "m", "congressman": "m", "councilman": "m", "businessman": "m", "actor": "m",
    "husband": "m", "father": "m", "son": "m", "brother": "m", "king": "m", "prince": "m",
}  # fmt: skip
_KIN = frozenset("wife widow mother daughter sister husband father son brother".split())
"""Often somebody else's in the words round a name ("Ada Low, whose husband"): a first name tells more."""

_WORD_BEFORE = re.compile(r"[\w.'’-]+\s?$")
_APPOSED = re.compile(r"(?:\b[Tt]he|\b[Hh]is|\b[Hh]er|['’]s) (?:[\w-]+ ){0,3}([\w-]+), $")
_AFTER = re.compile(r",\s+(?:(?:aged\s+)?\d{1,3},\s+)?(?:(?:an?|the|his|her|its|their)\s+)?([^,.;:—–“”\"()]{3,110})")
_NAME_PARTS = frozenset("white house new north south west city council party republican ministry department".split())
_VERB_INSIDE = re.compile(
    r"\b(?:said|says|told|was|were|is|are|has|have|had|will|would|who|and then|but|as|when|while)\b"
)


@dataclass
class Person:
    """One person while an article is read: the fullest name, every printed form, role and gender as told."""

    name: str
    forms: list[str] = field(default_factory=list)
    role: str = ""
    gender: str = ""

    @property
    def key(self) -> str:
        """The key shared by all spellings."""
        return fold_name(self.name)


class People:
    """Finds the one person whom a printed name fits."""

    def __init__(self, names: list[str]) -> None:
        """Take every printed name of a person, full or short, in the order they stand."""
        self.all: list[Person] = []
        self._by_last: dict[str, list[Person]] = {}
        self._by_first: dict[str, list[Person]] = {}
        distinct = list(dict.fromkeys(names))
        for name in (name for name in distinct if " " in fold_name(name)):
            known = self._same(name)
            if not known:
                self._take(name)
            elif name not in known[0].forms:
                known[0].forms.append(name)
        for name in distinct:
            if fold_name(name) and " " not in fold_name(name) and not self.fitting(name):
                self._take(name)

    def fitting(self, name: str) -> list[Person]:
        """Return the people a printed name fits: by its whole, by last name, else by first name."""
        key = fold_name(name)
        if not key:
            return []
        last = self._by_last.get(key, [])
        if " " in key:
            return self._same(name) or last
        whole = [person for person in last if person.key == key]
        return whole or last or self._by_first.get(key, [])

    def one(self, name: str) -> Person | None:
        """Return the one person a printed name fits, or none."""
        fitting = self.fitting(name)
        return fitting[0] if len(fitting) == 1 else None

    def _same(self, name: str) -> list[Person]:
        """Return the people whose full name is this one: in the same spelling first, else a nickname or initial."""
        near = self._by_last.get(surname(name), [])
        alike = [person for person in near if person.key == fold_name(name)]
        return alike or [person for person in near if _one_person(person.name, name)]

    def _take(self, name: str) -> None:
        person = Person(name, [name])
        self.all.append(person)
        for last in sorted({surname(name), person.key.split()[-1]}):
            self._by_last.setdefault(last, []).append(person)
        if " " in person.key:
            self._by_first.setdefault(person.key.split()[0], []).append(person)


def _one_person(first: str, second: str) -> bool:
    """Tell whether two full names of one article are one person: also a nickname or initial with the same last name."""
    if len(fold_name(first).split()) < 2 or len(fold_name(second).split()) < 2:
        return fold_name(first) == fold_name(second)
    return same_person(first, second) is not False and surname(first) == surname(second)


def role_before(text: str, start: int, floor: int) -> str:
    """Return the title or role that stands right before a name ("US district judge"), verbatim, or nothing."""
    comma = text[max(floor, start - 2) : start] == ", "
    apposed = _APPOSED.search(text, max(floor, start - 60), start) if comma else None
    begin = start - 2 if apposed and apposed.group(1) in ROLES else start
    start = begin
    while True:
        match = _WORD_BEFORE.search(text, max(floor, begin - 40), begin)
        if not match or not _role_word(match.group().strip()):
            break
        begin = match.start()
    words = text[begin:start].strip()
    if words.endswith(" of"):
        return ""  # "the mother of Ada Low"
    keys = [word.lower().rstrip(".,") for word in words.split()]
    if not any(key in ROLES or key + "." in ROLES for key in keys):
        return ""
    while keys and keys[0] in ("the", "of", "and", "staff", "team", "home", "back", "left", "right", "to", "a"):
        words, keys = words.split(None, 1)[-1] if " " in words else "", keys[1:]
    return words


def role_after(text: str, end: int, ceiling: int) -> str:
    """Return the role in the apposition right after a name ("director of X at Y"), verbatim, or nothing."""
    match = _AFTER.match(text, end, min(ceiling, end + 150))
    if not match:
        return ""
    words = match.group(1).strip()
    keys = [re.sub(r"['’]s$", "", word.lower()) for word in words.split()]
    if not any(key in ROLES for key in keys[:7]) or _VERB_INSIDE.search(words) or keys[0] in ("and", "or"):
        return ""
    return words


def gender_told(name: str, role: str, honorific: str) -> str:
    """Return `f` or `m` from a form of address, the role's words or the first name; nothing where they do not tell."""
    if honorific:
        return honorific
    first = gender_of(name) if " " in name else ""
    for word in role.lower().split():
        if word in _GENDERED and not (first and word in _KIN):
            return _GENDERED[word]
    return first


def _role_word(word: str) -> bool:
    key = word.lower().strip(".")
    if key in ROLES or word.lower() in ROLES or key in ROLE_BEFORE or key in HONORIFICS:
        return True
    if re.search(r"['’]s?$", word) or not word[0].isupper():
        return key == "of"
    listed = demonym_country(word) or fold(word) in METONYMS or place_size(word) >= 5 or find_outlet(word)
    return bool(listed) or key in _NAME_PARTS
