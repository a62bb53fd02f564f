"""What a run of capitalised words names: people, organisations, places, peoples, or nothing that we can tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nutgraf.annotate.name_words import (
    ACRONYMS,
    FACILITY_LAST,
    GROUPS,
    HONORIFICS,
    METONYMS,
    NO_ENTITY,
    ORG_LAST,
    ROLE_BEFORE,
    ROLES,
    STRONG_PREPOSITIONS,
    WEAK_ORG,
)
from nutgraf.annotate.runs import FUNCTION_WORDS, Run
from nutgraf.annotate.surroundings import Surroundings
from nutgraf.models.names import first_names
from nutgraf.models.outlets import find_outlet, outlet_like
from nutgraf.models.places import demonym_country, place_size
from nutgraf.records.annotation import EntityKind
from nutgraf.text import fold

LARGE = 5.4
"""Cities of some 250,000 people and more are places without further evidence."""

_SURNAMES_TOO = frozenset(
    "hill hall park lane glen forest lake bay church house post wood woods castle court street marsh ford beach banks "
    "bank bush love moor reef pass fleet guard cape point heath waters rivers parish way bell north west".split()
)
_COMMON_TITLES = frozenset("Nature Cash Scoop Science Stuff Time People Variety Wired Metro Sky Welt Globe".split())
_COMMON_AT_START = frozenset("Independent Guardian Telegraph Dawn Spectator Axios Sputnik Standard Liberation".split())
AGE_AFTER = re.compile(r",\s+(?:aged\s+)?\d{1,3}(?:,|\.|$|\s(?:and|of|from|who))")
"""An age right behind a name: whoever has one is a person."""
_WHO_AFTER = re.compile(r",?\s+who(?:se|m)?\b")
_APPOSITION = re.compile(r",\s+((?:an?|the|his|her|its|their|chief|former|who)?\b[^,.;:—]{2,90})")


@dataclass(frozen=True, slots=True)
class Naming:
    """A stretch of text that names something; `strength` 3 is sure, 1 a guess, 0 nothing known but the shape."""

    start: int
    end: int
    kind: EntityKind | None
    strength: int
    sentence: int
    gender: str = ""
    title: str = ""

    def with_kind(self, kind: EntityKind, strength: int) -> Naming:
        """Return the same stretch as something of this kind."""
        return Naming(self.start, self.end, kind, strength, self.sentence, self.gender, self.title)


class RunReader(Surroundings):
    """Reads one run of one sentence into namings, left to right."""

    def __init__(self, text: str, run: Run, bounds: tuple[int, int], sentence: int) -> None:
        super().__init__(text, run, bounds)
        self._sentence = sentence
        self._found: list[Naming] = []
        self._reading = False

    def read(self) -> list[Naming]:
        """Return the namings of the run in order."""
        position = 0
        while position < len(self._run):
            position = self._step(position)
        return self._found

    def _step(self, i: int) -> int:
        """Read what begins at token `i` and return where the next begins."""
        for reader in (self._base, self._honorific, self._body, self._lexicon, self._title):
            after = reader(i)
            if after > i:
                return after
        return self._unknown(i)

    def _add(self, i: int, j: int, kind: EntityKind | None, strength: int, gender: str = "", title: str = "") -> int:
        start, end = self._run[i].start, self._run[j - 1].end
        self._found.append(Naming(start, end, kind, strength, self._sentence, gender, title))
        return j

    def _honorific(self, i: int) -> int:
        key = self._keys[i]
        if self._text[self._run[i].end : self._run[i].end + 2] in ("'s", "’s"):
            return i
        if key not in HONORIFICS or i + 1 >= len(self._run) or self._keys[i + 1] in ORG_LAST | FACILITY_LAST:
            return i
        return self._person_from(i + 1, HONORIFICS[key], "")

    def _person_from(self, i: int, gender: str, title: str) -> int:
        """Take the name after a title: up to four words, ending where something else begins."""
        if i < len(self._run) and self._keys[i] in HONORIFICS:
            return self._honorific(i)
        j = i
        while j < len(self._run) and j - i < 4 and not (j > i and self._keys[j] in ROLES | HONORIFICS.keys()):
            j += 1
        if j == i:
            return i
        whole = self._words(i, j)
        if j - i == 1 and (place_size(whole) >= 10 or demonym_country(whole) or fold(whole) in METONYMS):
            return i
        return self._add(i, j, EntityKind.PERSON, 3, gender, title)

    def _body(self, i: int) -> int:
        """Take an organisation or a facility that its last word tells."""
        if self._keys[i] in ROLES and self._keys[i] not in ORG_LAST and not self._joined(i):
            return i
        for j in range(len(self._run), i + 1, -1):
            kind = self._body_kind(i, j)
            if kind is not None:
                return self._add(i, j, kind, 3)
        return i

    def _joined(self, i: int) -> bool:
        return i + 1 < len(self._run) and " of " in self._text[self._run[i].end : self._run[i + 1].start]

    def _body_kind(self, i: int, j: int) -> EntityKind | None:
        last, words = self._keys[j - 1], self._words(i, j)
        if fold(words) in METONYMS or (j - i > 1 and find_outlet(words)):
            return EntityKind.ORGANISATION
        if j < len(self._run) and last in ("district", "county", "region") and self._keys[j] in ROLES:
            return None
        if j - i > 2 and fold(self._words(j - 2, j)) in METONYMS and self._keys[i] not in ROLES:
            return EntityKind.ORGANISATION
        owned = [k for k in range(i, j - 1) if self._text[self._run[k].end : self._run[k].end + 2] not in ("'s", "’s")]
        if any(self._keys[k] in ROLES and self._keys[k] not in ORG_LAST for k in owned):
            return None
        if self._is_person_name(i, j):
            return None
        if re.search(r"\b(?:of|for)\b", words) or "&" in words:
            return EntityKind.PLACE if last in ("sea",) else EntityKind.ORGANISATION
        if place_size(words) >= LARGE:
            return EntityKind.PLACE
        if last in FACILITY_LAST:
            return EntityKind.ORGANISATION if re.search(r"School District$", words) else EntityKind.PLACE
        if last in ORG_LAST:
            alone = j - i == 2 and (self._keys[i] in FUNCTION_WORDS)
            weak = last in WEAK_ORG and j - i == 2 and bool(demonym_country(self._words(i, i + 1)))
            return None if alone or weak else EntityKind.ORGANISATION
        return EntityKind.ORGANISATION if outlet_like(words) and j - i > 1 else None

    def _is_person_name(self, i: int, j: int) -> bool:
        """Tell whether "Kate Bush" is a person and no bush."""
        return j - i == 2 and self._keys[i] in first_names() and self._keys[j - 1] in _SURNAMES_TOO

    def _base(self, i: int) -> int:
        keys = self._keys[i : i + 3]
        if keys[:2] == ["joint", "base"] and len(keys) > 2:
            return self._add(i, len(self._run), EntityKind.PLACE, 3)
        if keys[0] in ("river", "hotel") and len(keys) > 1:
            return self._add(i, i + 2, EntityKind.PLACE, 3)
        if len(keys) > 1 and keys[0] in ("mount", "mt", "lake", "port", "fort", "cape", "camp", "isle", "saint", "st"):
            j = i + 2
            place = keys[0] in ("mount", "mt", "lake", "fort", "cape", "isle") or self._place_before(i)
            return self._add(i, j, EntityKind.PLACE, 2) if place else i
        return i

    def _lexicon(self, i: int) -> int:
        for j in range(min(len(self._run), i + 4), i, -1):
            kind, strength = self._listed(i, j)
            if kind is not None:
                return self._add(i, j, kind, strength)
        return i

    def _listed(self, i: int, j: int) -> tuple[EntityKind | None, int]:
        words = self._words(i, j)
        key = fold(words)
        if key in NO_ENTITY and words.isalpha() and words.upper() not in ("US", "UK", "EU", "UN"):
            return None, 0
        if (
            words in ACRONYMS
            or words.replace(".", "") in ACRONYMS
            or key in METONYMS
            or (len(words) > 3 and j - i == 1 and words.upper() in ACRONYMS)
        ):
            return EntityKind.ORGANISATION, 3
        if key in GROUPS or demonym_country(words):
            return (None, 0) if self._label_of_thing(i, j, key) else (EntityKind.GROUP, 3)
        if self._starts_person(i, j):
            return None, 0
        if self._is_outlet(words, j - i):
            return EntityKind.ORGANISATION, 3
        return self._gazetteer(i, j, words)

    def _label_of_thing(self, i: int, j: int, key: str) -> bool:
        party = key in ("democratic", "republican", "conservative", "liberal", "communist", "nordic")
        following = self._keys[j] if j < len(self._run) else ""
        return party and bool(following) and following not in ROLES | ROLE_BEFORE

    def _starts_person(self, i: int, j: int) -> bool:
        """Tell whether a first name that is a place too goes on with a last name ("Paris Hilton")."""
        if self._keys[i] not in first_names() or j - i > 1 or j >= len(self._run):
            return False
        following = self._keys[j]
        return following not in ORG_LAST | FACILITY_LAST | ROLES | ROLE_BEFORE and place_size(self._run[j].word) < LARGE

    def _is_outlet(self, words: str, count: int) -> bool:
        outlet = find_outlet(words)
        if outlet is None:
            return False
        if count == 1 and not words.isupper() and not outlet.agency:
            return place_size(words) == 0 and words not in _COMMON_TITLES and not self._common_start(words)
        return True

    def _common_start(self, words: str) -> bool:
        return words in _COMMON_AT_START and any(token.starts and token.word == words for token in self._run)

    def _gazetteer(self, i: int, j: int, words: str) -> tuple[EntityKind | None, int]:
        size = place_size(words)
        if not size:
            return None, 0
        if size < 8 and self._beside_unknown(i, j, size):
            return None, 0
        if self._place_before(i) or self._larger_after(j):
            return EntityKind.PLACE, 3 if size >= 4.5 else 2
        if self._person_before(i) and size < 10:
            return None, 0
        if size >= LARGE and (len(words) > 2 or words.isupper()):
            return EntityKind.PLACE, 3 if size >= 8 or self._keys[i] not in first_names() else 1
        if j - i > 1 or self._run[i].word not in first_names():
            common = self._run[i].starts or size < 4.7
            return (EntityKind.PLACE, 1) if not common and self._keys[i] not in first_names() else (None, 0)
        return None, 0

    def _beside_unknown(self, i: int, j: int, size: float) -> bool:
        """Tell whether a town's name stands in a longer name that we do not know ("Real Madrid", "Iga Nowak")."""
        open_before = (
            bool(self._found) and self._found[-1].kind is None and self._found[-1].end == self._run[i].start - 1
        )
        if i > 0 and (open_before or self._reading):
            return True
        following = self._keys[j] if j < len(self._run) else ""
        plain = (
            following in ROLES | ROLE_BEFORE | HONORIFICS.keys() | ORG_LAST | FACILITY_LAST or following in NO_ENTITY
        )
        return bool(following) and not plain and size < 5.9 and not place_size(following)

    def _title(self, i: int) -> int:
        """Take a title with the name after it ("Foreign Minister Hakan Fidan"): the title is no name."""
        j = i
        while j < len(self._run) and (self._keys[j] in ROLE_BEFORE or self._keys[j] in ROLES):
            j += 1
        if j == i or not any(self._keys[k] in ROLES for k in range(i, j)):
            return j if j > i and self._keys[i] in ("state",) and self._before(i).endswith("ecretary of") else i
        if j == len(self._run):
            return j
        after = self._person_from(j, "", self._words(i, j))
        return max(after, j)

    def _unknown(self, i: int) -> int:
        """Take the words up to the next that we know, and judge them by what stands around."""
        j = i + 1
        follows = not self._is_first_name(i) and i + 2 < len(self._run) and self._keys[i + 1] in first_names()
        self._reading = True
        while j < len(self._run) and not follows and not self._known_at(j, i):
            j += 1
        self._reading = False
        if j < len(self._run) and self._keys[j] in ("mayor", "mayoress") and not self._is_first_name(i):
            return self._add(i, j, EntityKind.PLACE, 2)
        kind, strength = self._judge(i, j)
        return self._add(i, j, kind, strength)

    def _known_at(self, j: int, i: int) -> bool:
        k = j
        while k + 1 < len(self._run) and self._keys[k] in ROLE_BEFORE:
            k += 1
        if self._keys[k] in ROLES and not (j == i + 1 and self._is_first_name(i)):
            return True
        if self._is_first_name(i) and j == i + 1:
            return False
        kind, strength = self._listed(j, j + 1)
        return kind is not None and strength >= 3 and not self._is_first_name(i)

    def _judge(self, i: int, j: int) -> tuple[EntityKind | None, int]:
        words, count = self._words(i, j), j - i
        if self._place_named(i, j):
            return EntityKind.PLACE, 2
        if self._person_named(i, j, count):
            return EntityKind.PERSON, 3 if count > 1 else 2
        if words.isupper() or fold(words) in NO_ENTITY:
            return None, 0
        if self._place_before(i, STRONG_PREPOSITIONS) and not self._is_first_name(i) and count < 4:
            return EntityKind.PLACE, 1
        if (
            self._says(i, j)
            and not self._run[i].starts
            and not (self._keys[i] in ORG_LAST | FACILITY_LAST or self._run[i].key in NO_ENTITY)
        ):
            return EntityKind.PERSON, 1
        return None, 0

    def _person_named(self, i: int, j: int, count: int) -> bool:
        after = self._after(j)
        if re.search(r"['’]s? ", self._words(i, j)):
            return False
        if self._words(i, j).isupper() and count == 1 and len(self._keys[i]) < 6:
            return False
        if self._person_before(i):
            return True
        if count > 1 and re.search(r"\w-[a-z]+$", self._words(i, j)):
            return True
        if count > 2 and any(len(self._run[k].word.rstrip(".")) == 1 for k in range(i + 1, j - 1)):
            return True
        if count > 1 and self._is_first_name(i) and self._run[i].key not in NO_ENTITY:
            return True
        if count > 1 and (AGE_AFTER.match(after) or _WHO_AFTER.match(after) or self._says(i, j)):
            return not outlet_like(self._words(i, j))
        apposition = _APPOSITION.match(after)
        named = {word.strip(".'’").lower() for word in apposition.group(1).split()[:9]} if apposition else set()
        return count > 1 and bool(named & ROLES)
