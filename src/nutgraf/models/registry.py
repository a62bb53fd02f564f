"""The registry of outlets: the shipped table, a person's own rows above it, and what this process looks in."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources

from nutgraf.models.domains import bare_domain, is_suffix
from nutgraf.text import fold, stable_id

LONGEST_ACRONYM = 5
"""Names of at most so many capitals are matched in capitals only ("APP" is an agency, "app" is not)."""


class OutletKind(StrEnum):
    """What an outlet is."""

    AGENCY = "agency"
    AGGREGATOR = "aggregator"
    BROADCASTER = "broadcaster"
    MAGAZINE = "magazine"
    NEWSPAPER = "newspaper"
    SITE = "site"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes; what is not known is empty, but `family` is then the outlet's own name.

    `aliases` are the further names it is printed under; `language` is told where it prints in one only.
    """

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str = ""
    family: str = ""
    kind: OutletKind = OutletKind.UNKNOWN
    language: str = ""

    @property
    def agency(self) -> bool:
        """Whether it sells its texts to other outlets."""
        return self.kind is OutletKind.AGENCY

    @property
    def aggregator(self) -> bool:
        """Whether it only carries what others made."""
        return self.kind is OutletKind.AGGREGATOR


class Registry:
    """Outlets by name and by domain: a person's own rows first, then those that ship with nutgraf."""

    __slots__ = ("_domains", "_names", "_shipped_domains", "_shipped_names", "own")

    def __init__(self, own: Sequence[Outlet] = ()) -> None:
        self.own = tuple(own)
        self._names = {name_key(printed): row for row in self.own for printed in (row.name, *row.aliases)}
        # Below a suffix everybody has a name of his own, so "co.uk" may be nobody's, whoever says so.
        self._domains = {bare: row for row in self.own for bare in map(bare_domain, row.domains) if not is_suffix(bare)}
        self._shipped_names, self._shipped_domains = _shipped()

    def find(self, words: str) -> Outlet | None:
        """Return the outlet of this name or alias, upper and lower case alike (capitals stay capitals), or none."""
        bare = _OWNED.sub("", words.strip(" .,:;()\"'“”‘’"))
        if bare[:4].casefold() != "the ":
            return self._named(bare) or self._named(fold(bare))
        rest = bare[4:]
        found = self._named(rest) or self._named(fold(rest))
        return found or (self._named(article_key(bare)) if bare[0] == "T" and rest[:1].isupper() else None)

    def of_domain(self, domain: str) -> Outlet | None:
        """Return the outlet of a domain or of the nearest above it ("edition.x.example" → "x.example"), or none."""
        place = domain.casefold().strip().rstrip(".")
        place = (place if place.isascii() else bare_domain(place)).removeprefix("www.")
        while place:
            if place in self._domains:
                return self._domains[place]
            if place in self._shipped_domains:
                return _read_row(self._shipped_domains[place])
            place = place.partition(".")[2]
        return None

    def _named(self, key: str) -> Outlet | None:
        if key in self._names:
            return self._names[key]
        row = self._shipped_names.get(key)
        return _read_row(row) if row else None


_OWNED = re.compile(r"['’]s$")


def name_key(printed: str) -> str:
    """Return under which key a printed name is kept: short capitals as they are, all else folded, without "The"."""
    bare = printed.removeprefix("The ").removeprefix("the ")
    return bare if bare.isupper() and len(bare) <= LONGEST_ACRONYM else fold(bare)


def article_key(printed: str) -> str:
    """Return the key of a name that is sure only with its article, which begins with a capital ("The Verge")."""
    return f"The {fold(printed.removeprefix('The '))}"


def current_registry() -> Registry:
    """Return the registry that this process looks outlets up in: the one held, else the shipped one."""
    return _HELD[-1] if _HELD else _plain()


@contextmanager
def hold_outlets(own: Sequence[Outlet]) -> Iterator[Registry]:
    """Let this process know a person's own outlets, too, for as long as the block lasts.

    Which outlets are known decides what pages mean, so it may not change half-way: holding other rows inside raises.
    """
    keep_outlets(own)
    try:
        yield _HELD[-1]
    finally:
        _HELD.pop()


def keep_outlets(own: Sequence[Outlet]) -> None:
    """Let this process know a person's own outlets until it ends: a child is told once what to know."""
    registry = Registry(own)
    if _HELD and _HELD[-1].own != registry.own:
        raise RuntimeError("Other outlets are held already: a process reads its settings once.")
    _HELD.append(registry)


def outlets_mark(own: Sequence[Outlet]) -> str:
    """Return what to add to the `made_by` of a stage that looks outlets up: nothing where there are no own rows.

    The order of the rows does not matter. So a changed settings file makes the records of these stages due again, and
    an unchanged one does not.
    """
    rows = sorted("\t".join(map(str, (row.name, row.aliases, row.domains, *_facts(row)))) for row in own)
    return f"+outlets.{stable_id(*rows)[:8]}" if rows else ""


def _facts(row: Outlet) -> tuple[str, str, str, str]:
    return row.country, row.family, row.kind, row.language


_HELD: list[Registry] = []
"""Filled and emptied by the two functions above alone."""


@cache
def _plain() -> Registry:
    return Registry()


@cache
def _shipped() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Read the shipped table: its rows by name key and by domain. A row is taken apart when it is asked for."""
    packed = resources.files("nutgraf.models").joinpath("tables/outlets.tsv.gz").read_bytes()
    names: dict[str, str] = {}
    domains: dict[str, str] = {}
    # Plain loops: of all ways tried the fastest (1.5 ms for 3 100 rows, where dict.update took 3.5).
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        if line[0] != "#":
            keys, places, _ = line.split("\t", 2)
            for key in keys.split("|"):
                names[key] = line
            for place in places.split("|"):
                domains[place] = line
    names.pop("", None)
    domains.pop("", None)
    return names, domains


@lru_cache(maxsize=4096)
def _read_row(line: str) -> Outlet:
    _, domains, name, aliases, country, family, kind, language, _ = line.split("\t")
    names, places = (tuple(words.split("|")) if words else () for words in (aliases, domains))
    return Outlet(name, names, places, country, family or name, OutletKind(kind), language)
