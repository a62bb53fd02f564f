"""The shipped gazetteer as a file: names found by hash, rows read when asked for, only the map of the file held."""

from __future__ import annotations

import hashlib
import json
import mmap
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nutgraf.text import fold

MAGIC = b"nutgraf1"
KINDS = tuple(
    "continent country division county city region sea river mountain island base seat facility airport".split()
)
"""What a place is; a division is of the first level below a country, a county of the second."""
NO_POINT = -(2**31)
BLOCK = 64
"""The place of every so many texts is written down; the others are counted from there."""

OWN, CUT, FOREIGN, LOOSE, PEOPLE = range(5)
"""How a name finds a row: its own, without its tail ("Kharkiv" for Kharkiv Oblast), as others spell it, loosely
("Jefferson" for Jefferson County, "LA" for Louisiana), or as the word for its people ("Texan")."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place of the gazetteer; `country` and `division` are GeoNames' codes, `within` only of rows without them."""

    name: str
    kind: str
    country: str
    division: str
    point: tuple[float, float] | None
    population: int
    within: tuple[str, ...]
    reference: str


@dataclass(frozen=True, slots=True)
class Found:
    """A row that a name finds, and how."""

    row: PlaceRow
    how: int


def name_key(name: str) -> str:
    """Return under which key a printed name is kept: folded, without "the", a possessive, or signs round it."""
    return fold(name).removesuffix("'s").strip(" ,;:()\"'").removeprefix("the ")


def name_hash(key: str) -> int:
    """Return 48 bits of a key: two of half a million names share them once in two thousand tables."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=6).digest(), "big")


@lru_cache(maxsize=8192)
def rows_named(key: str) -> tuple[Found, ...]:
    """Return every row that a key finds, the largest first."""
    return tuple(sorted(_read(key), key=lambda one: (one.how, -one.row.population, one.row.reference)))


def _read(key: str) -> list[Found]:
    table, wanted = _file().arrays, name_hash(key)
    first, last = table["buckets"][wanted >> 32 : (wanted >> 32) + 2].tolist()
    places = np.flatnonzero(table["rests"][first:last] == np.uint32(wanted & 0xFFFFFFFF))
    return [
        Found(_row(int(table["rows"][at]) | int(table["rows_above"][at]) << 16), int(table["hows"][at]))
        for at in (first + place for place in places.tolist())
    ]


@lru_cache(maxsize=8192)
def _row(place: int) -> PlaceRow:
    """Decode one row."""
    table = _file().arrays
    block = place // BLOCK
    start = int(table["blocks"][block]) + int(table["lengths"][block * BLOCK : place].sum(dtype=np.int64))
    text = bytes(table["texts"][start : start + int(table["lengths"][place])]).decode()
    name, within, reference = (*text.split("\t"), "", "")[:3]
    north, east = int(table["north"][place]), int(table["east"][place])
    number = int(table["numbers"][place])
    return PlaceRow(
        name,
        KINDS[int(table["kinds"][place])],
        _file().countries[int(table["countries"][place])],
        _file().divisions[int(table["divisions"][place])],
        None if north == NO_POINT else (north / 1000, east / 1000),
        int(table["people"][place]),
        tuple(filter(None, within.split("|"))),
        f"GeoNames {number}" if number else reference or "nutgraf regions",
    )


def every_row() -> Iterator[PlaceRow]:
    """Yield every row of the table, in its order: for what is made or checked from the whole of it."""
    for place in range(len(_file().arrays["kinds"])):
        yield _row(place)


@lru_cache(maxsize=512)
def country_row(code: str) -> PlaceRow | None:
    """Return the country of a code ("FR")."""
    return _row_of("country", "countries", _file().countries, code)


@lru_cache(maxsize=4096)
def division_row(code: str) -> PlaceRow | None:
    """Return the first-level division of a code ("US.TX")."""
    return _row_of("division", "divisions", _file().divisions, code)


def is_capital(reference: str) -> bool:
    """Tell whether a reference ("GeoNames 2950159") is that of a country's capital."""
    return reference in _file().capitals


def _row_of(kind: str, column: str, known: tuple[str, ...], code: str) -> PlaceRow | None:
    """Find a row by its code; rows lie by kind, then by country and division, so each kind's codes are in order."""
    place = bisect_left(known, code)
    if place == len(known) or known[place] != code:
        return None
    first, last = np.searchsorted(_file().arrays["kinds"], [KINDS.index(kind), KINDS.index(kind) + 1], "left").tolist()
    at = first + int(np.searchsorted(_file().arrays[column][first:last], place))
    return _row(at) if at < last and int(_file().arrays[column][at]) == place else None


@dataclass(frozen=True, slots=True)
class _File:
    countries: tuple[str, ...]
    divisions: tuple[str, ...]
    capitals: frozenset[str]
    arrays: dict[str, NDArray[np.generic]]


@cache
def _file() -> _File:
    """Map the file; of an installation that is no folder (a zip) it is read as a whole."""
    place = resources.files("nutgraf.models").joinpath("tables/places.bin")
    if isinstance(place, Path):
        with place.open("rb") as opened:
            content: mmap.mmap | bytes = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
    else:
        content = place.read_bytes()
    length = int.from_bytes(content[8:16], "little")
    head = json.loads(content[16 : 16 + length])
    arrays = {
        name: np.frombuffer(content, np.dtype(kind), count, 16 + length + at)
        for name, (kind, at, count) in head["arrays"].items()
    }
    capitals = frozenset(f"GeoNames {number}" for number in head["capitals"])
    return _File(tuple(head["countries"]), tuple(head["divisions"]), capitals, arrays)
