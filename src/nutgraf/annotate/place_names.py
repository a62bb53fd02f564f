"""Which places a printed name may mean, and how likely each is before the text is looked at."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from nutgraf.models.gazetteer import CUT, FOREIGN, LOOSE, OWN, PEOPLE, Found, PlaceRow, is_capital, name_key, rows_named
from nutgraf.models.places import demonym_country

_KIND = {
    "country": 8.2, "continent": 8.0, "sea": 7.0, "region": 6.2, "river": 6.0, "mountain": 6.0, "island": 6.0,
    "seat": 6.0, "base": 6.0, "facility": 6.0, "airport": 4.0,
}  # fmt: skip
"""How well known a place of a kind is that has no inhabitants of its own, in powers of ten like a city's."""
_KNOWN_DIVISIONS = frozenset(("US", "CA", "AU", "GB", "DE"))
_DIVISION, _COUNTY, _BRITISH_COUNTY, _KNOWN_DIVISION = 0.8, 0.65, 0.85, 6.3
"""A division is named less often than a city of as many people; a state of the countries above is always known."""
_CAPITAL = 0.7
"""A country's capital is named more often than a city of as many people."""
_LESS = {OWN: 0.0, CUT: 0.1, FOREIGN: 1.2, LOOSE: 2.0, PEOPLE: 0.0}
_UNCOUNTED = 2.5
"""Where GeoNames counts no inhabitants: a village."""
_MOST, _LONGEST = 40, 100
"""How many places a name may mean, and how long it may be."""

KIND_NOUNS = {
    "state": "division", "province": "division", "region": "division", "oblast": "division", "prefecture": "division",
    "governorate": "division", "department": "division", "territory": "division", "county": "county",
    "district": "county", "parish": "county", "city": "city", "town": "city", "village": "city", "suburb": "city",
    "capital": "city", "port": "city", "township": "city", "hamlet": "city", "resort": "city", "municipality": "city",
    "neighborhood": "city", "neighbourhood": "city", "community": "city", "island": "island", "river": "river",
    "airport": "airport", "country": "country", "nation": "country", "republic": "country", "kingdom": "country",
}  # fmt: skip
"""Nouns that tell what kind of place a name beside them is."""
_LONG = {"st.": "saint", "st": "saint", "ste.": "sainte", "ft.": "fort", "ft": "fort", "mt.": "mount", "mt": "mount"}
_PART_OF = re.compile(
    r"^(?:(?:north|south|east|west|central|mid)(?:ern|east|west|eastern|western)?|upper|lower|inner|outer|greater|"
    r"downtown|uptown|midtown|mainland|metropolitan|metro|upstate|suburban|rural|old|new|far|deep|inland|coastal|occupied|continental|"
    r"modern|ancient|the|all of|city of|town of|village of|state of|province of|county of|republic of|kingdom of|"
    r"north-central|south-central|north-?east(?:ern)?|north-?west(?:ern)?|south-?east(?:ern)?|south-?west(?:ern)?)[\s-]+"
)
_KIND_TOLD, _OTHER_SPELLING = 2.0, 0.5
_TOLD_KIND = re.compile(rf"\b({'|'.join(KIND_NOUNS)})$|^({'|'.join(KIND_NOUNS)}) of\b")
_SIDE = re.compile(r"(?:north|south|east|west)ern\b")
_BEHIND = re.compile(
    r"(?:\s+(?:city|town|county|state|province|region|district|area|village|township|parish|oblast|prefecture|"
    r"governorate|municipality|metropolitan area|metro area|proper|suburbs?|coast|border|peninsula|islands?|valley|"
    r"city centre|city center|township|borough|commune|department|territory|republic))+$|-based$|-area$"
)
_JOINT = re.compile(r"^joint base (.+?)[-–/](.+)$")
_FACILITY = re.compile(
    r"\b(?:airport|airfield|air base|airbase|base|camp|fort|port|harbou?r|university|college|school|academy|hospital|"
    r"clinic|medical cent(?:er|re)|church|cathedral|mosque|temple|synagogue|abbey|castle|palace|prison|jail|museum|"
    r"library|theat(?:er|re)|opera|stadium|arena|park|zoo|gardens?|square|plaza|mall|market|street|road|avenue|"
    r"boulevard|highway|bridge|tunnel|station|railway|metro|subway|dam|canal|river|creek|lake|bay|beach|islands?|"
    r"mountains?|hills?|valley|forest|desert|coast|peninsula|border|hotel|tower|building|cent(?:er|re)|court|courthouse|"
    r"hall|cemetery|memorial|monument|plant|refinery|mine|reactor|fairgrounds|raceway|speedway|district|county|diocese|"
    r"parish|precinct|police|council|symphony|wharf|pier|shipyard)\b"
)
_SMALL = frozenset("of the and for at in on de la del".split())
_WORD = re.compile(r"[\w.'’]+(?:-[\w.'’]+)*")


@dataclass(frozen=True, slots=True)
class Choice:
    """A place that a name may mean; `inside` is true where the name is of something in it ("Port of Anchorage")."""

    row: PlaceRow
    prior: float
    how: int = OWN
    inside: bool = False


@lru_cache(maxsize=4096)
def choices(printed: str) -> tuple[Choice, ...]:
    """Return the places that a name may mean, the likeliest first; nothing where the tables know none.

    1. The name itself, or a people's name; 2. without a word for which part of a place is meant; 3. a joint base by its
    first field; 4. a facility by the longest name within its own.
    """
    key = name_key(printed)
    if len(key) > _LONGEST:
        return ()
    found = _direct(key)
    for one in () if found else _shorter(key):
        found = _of_kind(_direct(one), key)
        if found:
            break
    if found:
        return found
    joint = _JOINT.match(key)
    if joint:
        for field in joint.groups():
            found = _direct(f"{field} air force base") or _direct(f"fort {field}")
            if found:
                return found
    return _within(key)


def _of_kind(found: tuple[Choice, ...], key: str) -> tuple[Choice, ...]:
    """Put those first whose kind a noun in the name tells ("Kandahar province", "city of Kandahar")."""
    noun = _TOLD_KIND.search(key)
    kind = KIND_NOUNS[noun.group(1) or noun.group(2)] if noun else ""
    ranked = [replace(one, prior=one.prior + _KIND_TOLD) if one.row.kind == kind else one for one in found]
    return tuple(sorted(ranked, key=lambda one: (-one.prior, one.row.reference)))


def _direct(key: str) -> tuple[Choice, ...]:
    found: dict[PlaceRow, Choice] = {}
    for spelt in _spellings(key):  # the printed spelling last, so that it overrides the others
        less = 0.0 if spelt == key else _OTHER_SPELLING
        found |= {one.row: Choice(one.row, prior(one) - less, one.how) for one in reversed(rows_named(spelt))}
    country = demonym_country(key)
    if country and not any(one.how == PEOPLE for one in found.values()):  # "Scottish" is more exact than British
        for one in rows_named(name_key(country)):
            if one.row.kind == "country":
                found[one.row] = Choice(one.row, _KIND["country"])
    ranked = sorted(found.values(), key=lambda one: (-one.prior, one.row.reference))
    if ranked and ranked[0].row.kind == "country":  # "Mexico" is never short for Mexico City
        ranked = [one for one in ranked if one.how != FOREIGN]
    return tuple(ranked[:_MOST])


def _spellings(key: str) -> tuple[str, ...]:
    """Return a key with the short forms in it written out ("st. louis" → "saint louis"), the printed one last."""
    words = key.split()
    long = " ".join(_LONG.get(word, word) for word in words[:-1])
    written = f"{long} {words[-1]}" if long else key
    short = re.sub(r"\bsaint\b", "st.", key)
    hyphen = re.sub(r"\b(saint|sainte) ", r"\1-", written)
    arabic = re.sub(r"^(?:al|el|an|ar|as|ash|at|ad)[- ]", "", key)
    bare = key.removesuffix(".").replace(".", "") if key.endswith(".") else key
    others = (arabic, bare, short, re.sub(r"\bsaint\b", "st", key), hyphen, written)
    return (*dict.fromkeys(one for one in others if one != key), key)


def _shorter(key: str) -> list[str]:
    """Return a name without the words before and behind that say which part or kind of place it is."""
    ahead = key
    while (cut := _PART_OF.sub("", ahead)) != ahead and cut and not _SIDE.match(cut):
        ahead = cut
    behind = _BEHIND.sub("", key)
    both = _BEHIND.sub("", ahead)
    return [one for one in dict.fromkeys((behind, ahead, both)) if one and one != key]


def _within(key: str) -> tuple[Choice, ...]:
    """Return the places of the longest name within a longer one, of several the best known; a single word counts only
    in a facility's name, and no word that says what it is.
    """
    words = [found.group() for found in _WORD.finditer(key)]
    least = 1 if _FACILITY.search(key) else 2
    for size in range(len(words) - 1, least - 1, -1):
        inner = (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))
        found = [fit for one in inner if (fit := _well_known(one, 3.5 if size > 1 else 4.5))]
        if found:
            best = max(found, key=lambda fit: fit[0].prior)
            return tuple(Choice(one.row, one.prior - 1.0, one.how, True) for one in best)
    return ()


def _well_known(key: str, least: float) -> list[Choice]:
    if key in _SMALL or _FACILITY.fullmatch(key):
        return []
    return [one for one in _direct(key) if one.how <= CUT and one.prior >= least]


def prior(one: Found) -> float:
    """Return how well known a place is under a name: the power of ten of its people, or what its kind is worth."""
    row = one.row
    known = _KIND.get(row.kind)
    if known is None:
        people = math.log10(row.population) if row.population > 0 else _UNCOUNTED
        county = _BRITISH_COUNTY if row.country == "GB" else _COUNTY
        known = people * {"division": _DIVISION, "county": county}.get(row.kind, 1.0)
        if row.kind == "city" and is_capital(row.reference):
            known += _CAPITAL
        if row.kind == "division" and row.country in _KNOWN_DIVISIONS:
            known = max(known, _KNOWN_DIVISION)
    return known - _LESS[one.how]
