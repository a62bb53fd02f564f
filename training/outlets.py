"""Write the table of outlets that ships with nutgraf.

Run: python training/outlets.py GAZETTEERS
GAZETTEERS is the folder with the unpacked sets of which we take facts: kite_outlets (github.com/kagisearch/kite-public
@c4fc3b5, MIT: name, domains, country) and fundus_publishers (github.com/flairNLP/fundus, docs/supported_publishers.md,
MIT: name, address, country, language). Rows written by hand lie beside this script and win over both: outlets.tsv, and
outlet_families.tsv for who owns whom.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from nutgraf.models.domains import bare_domain
from nutgraf.models.publishers import publisher_domain
from nutgraf.models.registry import article_key, name_key
from nutgraf.text import fold

HERE = Path(__file__).parent
TABLE = HERE.parent / "src/nutgraf/models/tables/outlets.tsv.gz"
HEADER = (
    "# Outlets: keys of its names (|), domains (|), name, aliases (|), country, family (empty: its own), kind,"
    " language, source.\n"
    "# Made by training/outlets.py from rows written by hand (source: hand, with its date), then from facts of\n"
    "# kite_outlets (github.com/kagisearch/kite-public @c4fc3b5, MIT, Copyright (c) 2024 Kagi Search) and of\n"
    "# fundus_publishers (github.com/flairNLP/fundus, MIT, Copyright (c) 2023 Max Dallabetta, Conrad Dobberstein,\n"
    "# Aaron Wey).\n"
)
BY_DOMAIN_ONLY = "-"
"""Stands among the aliases of a name that is also a common word, a person's or a place's."""
WITH_ARTICLE = "-The"
"""Stands there where such a name is sure with its article."""
NOT_OUTLETS = frozenset("kali.org kde.org suse.com politie.nl system76.com leadpakistan.com.pk".split())
NOT_NAMES = frozenset(
    "admin.ch be.ch sg.ch bundesregierung.de korea.kr rijksoverheid.nl knmi.nl sis.gov.eg blogs.lse.ac.uk"
    " playstation.com xbox.com kraken.com gnome.org ubuntu.com archlinux.org opensuse.org fedoraproject.org"
    " bitcoin.com".split()
)
"""Sites of makers and governments: found by their domain, while their name means the maker or the government."""
COUNTRIES = {"The Netherlands": "Netherlands", "Czech Republic": "Czechia", "Global": "", "International": ""}
CODES = {"ZA": "South Africa"}
"""Of the codes of fundus_publishers those whose outlets are in no other source."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row on its way into the table."""

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    country: str
    language: str
    kind: str
    source: str
    family: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys under which its names are found."""
        further = tuple(dict.fromkeys(name_key(name) for name in self.printed_aliases))
        if BY_DOMAIN_ONLY in self.aliases:
            return further
        own = article_key(self.name) if WITH_ARTICLE in self.aliases else name_key(self.name)
        return tuple(dict.fromkeys((own, *further)))

    @property
    def printed_aliases(self) -> tuple[str, ...]:
        """The further names it is printed under."""
        return tuple(name for name in self.aliases if name not in (BY_DOMAIN_ONLY, WITH_ARTICLE))


def rows_by_hand(lines: Iterable[str]) -> list[Row]:
    """Return the rows written by hand."""
    rows = []
    for line in lines:
        if line and not line.startswith("#"):
            name, aliases, domains, country, language, kind, source = line.split("\t")
            rows.append(Row(name, _split(aliases), _split(domains), country, language, kind, source))
    return rows


def rows_of_kite(outlets: list[dict[str, str]], known: set[str]) -> list[Row]:
    """Return the rows of the set that the known domains do not touch: there its name may be a whole group's."""
    rows = []
    for outlet in outlets:
        domains = [bare_domain(domain) for domain in outlet["domains"]]
        if any(_covered(domain, known | NOT_OUTLETS) for domain in domains) or not all(domains):
            continue
        printed = outlet["organization"].strip()
        name = re.sub(r"\s*\(.*?\)", "", printed).strip()
        inner = [
            words for words in re.findall(r"\((.*?)\)", printed) if re.fullmatch(r"[A-Z]{3,6}|[^\x00-\x7f]+", words)
        ]
        silent = (BY_DOMAIN_ONLY,) if NOT_NAMES & set(domains) else ()
        country = COUNTRIES.get(outlet["country"], outlet["country"])
        country = "" if "/" in country else country
        rows.append(Row(name, (*silent, *inner), tuple(sorted(domains)), country, "", "", "kite_outlets"))
        known |= set(domains)
    return sorted(rows, key=lambda row: row.name)


def rows_of_fundus(lines: list[str], known: set[str]) -> list[Row]:
    """Return the rows of the set whose domain no other source has."""
    rows = []
    for publisher in csv.DictReader(lines, delimiter="\t"):
        domain = publisher_domain(publisher["url"])
        if domain and not _covered(domain, known):
            languages = re.findall(r"\b[a-z]{2}\b", publisher["languages"])
            language = languages[0] if len(languages) == 1 else ""
            country = CODES.get(publisher["country"], "")
            rows.append(Row(publisher["name"], (), (domain,), country, language, "", "fundus_publishers"))
    return sorted(rows, key=lambda row: row.name)


def with_families(rows: list[Row], lines: Iterable[str]) -> list[Row]:
    """Return the rows with their owners' names."""
    owners: dict[str, str] = {}
    for line in lines:
        if line and not line.startswith("#"):
            family, domains = line.split("\t")
            twice = sorted(owners.keys() & set(_split(domains)))
            if twice:
                raise SystemExit(f"outlet_families.tsv: {', '.join(twice)} stands in two families.")
            owners.update(dict.fromkeys(_split(domains), family))
    strays = sorted(owners.keys() - {domain for row in rows for domain in row.domains})
    if strays:
        raise SystemExit(f"outlet_families.tsv: no outlet has the domain {', '.join(strays)}.")
    return [replace(row, family=next((owners[each] for each in row.domains if each in owners), "")) for row in rows]


def find_clashes(rows: list[Row]) -> list[str]:
    """Return what two rows claim: a name to show, a key to be found by, a domain. None may."""
    clashes = []
    claims = {"name": lambda row: (fold(row.name),), "key": lambda row: row.keys, "domain": lambda row: row.domains}
    for what, claim in claims.items():
        first: dict[str, Row] = {}
        for row in rows:
            for key in claim(row):
                if first.setdefault(key, row) is not row:
                    clashes.append(
                        f"{what} {key!r}: {first[key].name} ({first[key].country}), {row.name} ({row.country})"
                    )
    return clashes


def written(rows: list[Row]) -> str:
    """Return the table."""
    lines = [
        (
            "|".join(row.keys),
            "|".join(row.domains),
            row.name,
            "|".join(row.printed_aliases),
            *(row.country, row.family, row.kind, row.language, row.source),
        )
        for row in rows
    ]
    return HEADER + "".join("\t".join(line) + "\n" for line in lines)


def _split(words: str) -> tuple[str, ...]:
    return tuple(part for part in words.split("|") if part)


def _covered(domain: str, known: set[str] | frozenset[str]) -> bool:
    labels = domain.split(".")
    return any(".".join(labels[first:]) in known for first in range(len(labels)))


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def main() -> None:
    """Read the sources and write the table so that the same input gives the same bytes."""
    gazetteers = Path(sys.argv[1])
    rows = rows_by_hand(_lines(HERE / "outlets.tsv"))
    known = {domain for row in rows for domain in row.domains}
    rows += rows_of_kite(json.loads((gazetteers / "kite_outlets/media_data.json").read_text(encoding="utf-8")), known)
    rows += rows_of_fundus(_lines(gazetteers / "fundus_publishers/publishers.tsv"), known)
    clashes = find_clashes(rows)
    if clashes:
        raise SystemExit("Two rows claim one thing; not written:\n" + "\n".join(clashes))
    content = written(with_families(rows, _lines(HERE / "outlet_families.tsv")))
    TABLE.write_bytes(gzip.compress(content.encode(), compresslevel=9, mtime=0))
    print(f"{len(rows)} outlets, {TABLE.stat().st_size} bytes: {TABLE}")


if __name__ == "__main__":
    main()
