"""The shipped gazetteer: where a name lies, what lies in what, and which people belong to which country."""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from nutgraf.records.annotation import Place
from nutgraf.text import fold

_OWN_KIND = {"country": 10.0, "continent": 9.0, "region": 8.0, "sea": 8.0}
_IN_CONTEXT = 6.0
_NEAR_CONTEXT = 3.0
_WELL_KNOWN = 5.5
_KNOWN_DIVISIONS = frozenset(("US", "CA", "AU", "GB", "DE"))


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One row of the table; `within` names the larger places, near to far."""

    name: str
    kind: str
    country: str
    division: str
    point: tuple[float, float] | None
    population: int
    reference: str


def locate_place(name: str, context: tuple[str, ...] = ()) -> Place | None:
    """Return the likeliest place of a name, or none if the table has no such name.

    `context` are names of larger places that the text gives, the surest first ("Paris" with ("Texas",)). Without them
    the largest place wins: a country before a city, a city by its inhabitants.
    """
    rows = _table().get(_key(name), ())
    if not rows:
        return None
    wanted = tuple(_canonical(words) for words in context)
    best = max(rows, key=lambda row: (_score(row, wanted), row.population, row.reference))
    north, east = best.point or (None, None)
    return Place(best.name, north, east, _within(best), best.reference)


def place_size(name: str) -> float:
    """Return how well known a name is as a place: 0 unknown, 10 a country, else the power of ten of its people."""
    return max((_score(row, ()) for row in _table().get(_key(name), ())), default=0.0)


def place_kind(name: str) -> str:
    """Return the kind of the likeliest place (country, city, division, region, sea, continent), or nothing."""
    rows = _table().get(_key(name), ())
    return max(rows, key=lambda row: (_score(row, ()), row.population)).kind if rows else ""


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


def _key(name: str) -> str:
    plain = fold(name).removesuffix("'s").strip(" ,;:()\"'")
    return plain.removeprefix("the ")


def _canonical(name: str) -> str:
    """Return the folded name under which a country or division stands in the table ("U.S." → "united states")."""
    rows = [row for row in _table().get(_key(name), ()) if row.kind in ("country", "division", "continent")]
    return fold(max(rows, key=lambda row: _score(row, ())).name) if rows else _key(name)


def _score(row: PlaceRow, wanted: tuple[str, ...]) -> float:
    base = _OWN_KIND.get(row.kind)
    if base is None:
        base = math.log10(row.population + 1) * (1.0 if row.kind == "city" else 0.8)
        if row.kind == "division" and row.country in _KNOWN_DIVISIONS:
            base = max(base, _WELL_KNOWN)
    if wanted:
        larger = {fold(words) for words in _within(row)}
        matches = [index for index, words in enumerate(wanted) if words in larger]
        if matches:
            base += _IN_CONTEXT if matches[0] == 0 else _NEAR_CONTEXT
    return base


def _within(row: PlaceRow) -> tuple[str, ...]:
    countries, divisions = _larger()
    if row.kind in ("region", "sea", "continent"):
        return tuple(filter(None, row.division.split("|")))
    if row.kind == "country":
        return (_CONTINENTS[row.division],) if row.division in _CONTINENTS else ()
    country = countries.get(row.country, "")
    division = divisions.get(row.division, "") if row.kind == "city" else ""
    return tuple(words for words in (division, country) if words and fold(words) != fold(row.name))


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
def _table() -> dict[str, tuple[PlaceRow, ...]]:
    """Read the gazetteer once: rows by folded name and alias."""
    found: dict[str, list[PlaceRow]] = {}
    for name, aliases, kind, country, division, north, east, people, number in _lines("places.tsv.gz"):
        point = (float(north), float(east)) if north else None
        reference = f"GeoNames {number}" if number else "nutgraf regions"
        row = PlaceRow(name, kind, country, division, point, int(people), reference)
        for printed in (name, *filter(None, aliases.split("|"))):
            key = printed.lower() if printed.isascii() else fold(printed)
            rows = found.setdefault(key.removeprefix("the "), [])
            if row not in rows:
                rows.append(row)
    return {key: tuple(rows) for key, rows in found.items()}


@cache
def _larger() -> tuple[dict[str, str], dict[str, str]]:
    """Return the names of countries and of first-level divisions by their codes."""
    rows = [row for group in _table().values() for row in group]
    countries = {row.country: row.name for row in rows if row.kind == "country"}
    divisions = {row.division: row.name for row in rows if row.kind == "division"}
    return countries, divisions


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
