"""What the shipped gazetteer tells: where a name lies, what lies in what, and which people belong to which country."""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

from nutgraf.models.gazetteer import (
    CUT,
    FOREIGN,
    LOOSE,
    PEOPLE,
    Found,
    PlaceRow,
    country_row,
    division_row,
    name_key,
    rows_named,
)
from nutgraf.records.annotation import Place
from nutgraf.text import fold

_OWN_KIND = {"country": 10.0, "continent": 9.0, "region": 8.0, "sea": 8.0}
_FEATURES = frozenset(("river", "mountain", "island", "base", "facility"))
_FEATURE = 4.8
"""A river or a base is a place where something in the text speaks for it; alone it may be a firm or a person."""
_TOWN = 15_000
"""Smaller places, and names that GeoNames only knows as others spell them, are no evidence that a word is a place."""
_IN_CONTEXT = 6.0
_NEAR_CONTEXT = 3.0
_WELL_KNOWN = 5.5
_KNOWN_DIVISIONS = frozenset(("US", "CA", "AU", "GB", "DE"))
_LESS = {FOREIGN: 1.5, LOOSE: 2.5, PEOPLE: 2.5}
"""Powers of ten by which a place is less known under such a name than under its own."""


def locate_place(name: str, context: tuple[str, ...] = ()) -> Place | None:
    """Return the likeliest place of a name, or none if the table has no such name.

    `context` are names of larger places that the text gives, the surest first ("Paris" with ("Texas",)). Without them
    the largest place wins: a country before a city, a city by its inhabitants.
    """
    found = [one for one in rows_named(name_key(name)) if one.row.kind != "seat"]
    if not found:
        return None
    wanted = tuple(_canonical(words) for words in context)
    best = max(found, key=lambda one: (_score(one, wanted), one.row.population, one.row.reference))
    return place_at(best.row)


def place_at(row: PlaceRow) -> Place:
    """Return a row of the gazetteer as a place."""
    north, east = row.point or (None, None)
    return Place(row.name, north, east, larger_than(row), row.reference)


@lru_cache(maxsize=8192)
def place_size(name: str) -> float:
    """Return how well known a name is as a place: 0 unknown, 10 a country, else the power of ten of its people."""
    return max((_score(one, ()) for one in _well_known(name)), default=0.0)


def place_kind(name: str) -> str:
    """Return the kind of the likeliest place (country, city, division, region, sea, continent), or nothing."""
    found = _well_known(name)
    return max(found, key=lambda one: (_score(one, ()), one.row.population)).row.kind if found else ""


def _well_known(name: str) -> list[Found]:
    """Return the rows that make a name alone a place: no villages, no seats of government, no foreign spellings."""
    return [
        one
        for one in rows_named(name_key(name))
        if one.how <= CUT
        and (
            one.row.kind in _OWN_KIND
            or one.row.kind in _FEATURES
            or one.row.kind == "division"
            or (one.row.kind == "city" and one.row.population >= _TOWN)
        )
    ]


def lies_in(inner: Place, outer: Place) -> bool:
    """Tell whether one place lies in another, or is the same, by name: "Anchorage" in "Alaska" in "United States"."""
    larger = [_canonical(words) for words in (inner.name, *inner.within)]
    target = _canonical(outer.name)
    if target not in larger:
        return False
    position = larger.index(target)
    beyond = [_canonical(words) for words in outer.within]
    return all(words in larger[position + 1 :] or position + 1 == len(larger) for words in beyond)


def demonym_country(words: str) -> str | None:
    """Return the country whose people or adjective this is ("Ukrainians" → "Ukraine"), or none."""
    return _demonyms().get(fold(words), (None, ""))[0]


def demonym_adjective(words: str) -> str:
    """Return the adjective that stands for a people's words ("Ukrainians" → "ukrainian"), or the folded words."""
    found = _demonyms().get(fold(words))
    return found[1] if found else fold(words)


def _canonical(name: str) -> str:
    """Return the folded name under which a country or division stands in the table ("U.S." → "united states")."""
    key = name_key(name)
    found = [one for one in rows_named(key) if one.row.kind in ("country", "division", "continent")]
    return fold(max(found, key=lambda one: _score(one, ())).row.name) if found else key


def _score(one: Found, wanted: tuple[str, ...]) -> float:
    row = one.row
    base = _OWN_KIND.get(row.kind) or (_FEATURE if row.kind in _FEATURES else None)
    if base is None:
        base = math.log10(row.population + 1) * (1.0 if row.kind == "city" else 0.8)
        if row.kind == "division" and row.country in _KNOWN_DIVISIONS:
            base = max(base, _WELL_KNOWN)
    base -= _LESS.get(one.how, 0.0)
    if wanted:
        larger = {fold(words) for words in larger_than(row)}
        matches = [index for index, words in enumerate(wanted) if words in larger]
        if matches:
            base += _IN_CONTEXT if matches[0] == 0 else _NEAR_CONTEXT
    return base


def larger_than(row: PlaceRow) -> tuple[str, ...]:
    """Return the names of the larger places that a row lies in, near to far."""
    if row.kind == "country":
        return (_CONTINENTS[row.division],) if row.division in _CONTINENTS else ()
    if row.within or not row.country:
        return row.within
    country = country_row(row.country)
    division = division_row(row.division) if row.kind != "division" else None
    return tuple(one.name for one in (division, country) if one and fold(one.name) != fold(row.name))


_CONTINENTS = {
    "EU": "Europe", "AS": "Asia", "AF": "Africa", "NA": "North America", "SA": "South America", "OC": "Oceania",
    "AN": "Antarctica",
}  # fmt: skip


def _lines(table: str) -> Iterator[list[str]]:
    packed = resources.files("nutgraf.models").joinpath(f"tables/{table}").read_bytes()
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


@cache
def _demonyms() -> dict[str, tuple[str, str]]:
    """Read the words for peoples once: (country, adjective) by folded word, singular and plural."""
    found: dict[str, tuple[str, str]] = {}
    for country, *words in _lines("demonyms.tsv.gz"):
        for word in words:
            key = fold(word)
            forms = [key, key + "s"]
            if key.endswith("man"):
                forms += [key[:-3] + "men", key[:-3] + "woman", key[:-3] + "women"]
            for form in forms:
                found.setdefault(form, (country, fold(words[0])))
    return found
