"""Write the table of known people, bodies and places with their names and Wikidata ids.

Run: PYTHONPATH=. .venv/bin/python training/known_entities.py CACHE
CACHE holds the unpacked packs gazetteers (congress_legislators: members of Congress and presidents, CC0) and
annotation-green (gum: Wikipedia titles with Wikidata ids of what the train and dev parts of the green genres name,
CC BY 4.0). Bodies with their other names are written by hand: organisations.tsv; the ids of countries lie in
country_links.tsv. A name gets its id only where it is the title of an article of Wikipedia without an addition in
brackets, so that it means this one before all others; a name of two ids gets none. The same inputs give the same
bytes. Needs PyYAML (training/requirements.txt).
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import yaml
from evals.annotation.chained import KINDS
from evals.annotation.gum_chains import read_texts

from nutgraf.models.names import fold_name
from nutgraf.text import fold

HERE = Path(__file__).parent
TABLE = HERE.parent / "src/nutgraf/models/tables/known_entities.tsv.gz"
HEADER = (
    "# Known entities: kind, name, other names (|), Wikidata id. Made by training/known_entities.py from\n"
    "# congress-legislators (github.com/unitedstates/congress-legislators, CC0), from the links of GUM's green genres\n"
    "# (github.com/amir-zeldes/gum @72ce5ac1, Amir Zeldes and others, CC BY 4.0), from datasets/country-codes\n"
    "# (github.com/datasets/country-codes @caa72d1e, PDDL) and from rows written by hand.\n"
)
SINCE = 1945
"""Presidents whose last term began earlier are history and not in the news."""

Row = tuple[str, str, tuple[str, ...], str]


def main() -> None:
    """Read the sources and write the table."""
    cache = Path(sys.argv[1] if len(sys.argv) > 1 else ".cache")
    linked = list(_linked(cache))
    rows = [*_bodies(linked), *_politicians(cache / "gazetteers/congress_legislators"), *linked, *_countries()]
    lines = ["\t".join((kind, name, "|".join(others), link)) for kind, name, others, link in _merged(rows)]
    content = HEADER + "".join(line + "\n" for line in lines)
    TABLE.write_bytes(gzip.compress(content.encode(), compresslevel=9, mtime=0))
    print(f"{len(lines)} rows, {TABLE.stat().st_size} bytes")


def _politicians(folder: Path) -> Iterator[Row]:
    for file in ("executive.yaml", "legislators-current.yaml"):
        for person in yaml.safe_load((folder / file).read_text(encoding="utf-8")):
            ids, names = person["id"], person["name"]
            title = ids.get("wikipedia", "")
            recent = max(str(term["start"]) for term in person["terms"]) >= str(SINCE)
            if not title or "(" in title or not recent or "wikidata" not in ids:
                continue
            first, last = names.get("nickname") or names["first"], names["last"]
            others = {f"{names['first']} {last}", f"{first} {last}", names.get("official_full", title)} - {title}
            yield "person", title, tuple(sorted(others)), ids["wikidata"]


def _countries() -> Iterator[Row]:
    for line in (HERE / "country_links.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            _, name, link = line.split("\t")
            yield "place", name, (), link


def _linked(cache: Path) -> Iterator[Row]:
    ids = {}
    for line in (cache / "annotation-green/gum/coref/wiki_map.tab").read_text(encoding="utf-8").splitlines()[1:]:
        title, _, number, _ = line.split("\t")
        ids[title] = number
    found: dict[tuple[str, str], str] = {}
    for part in ("train", "dev"):
        for text in read_texts(cache, part):
            for mention in text.mentions:
                title = unquote(mention.link)  # GUM writes "%28" for a bracket
                if mention.link in ids and mention.sort == "name" and mention.kind in KINDS and "(" not in title:
                    found.setdefault((KINDS[mention.kind], title.replace("_", " ")), ids[mention.link])
    for (kind, name), number in sorted(found.items()):
        if number.startswith("Q") and name[:1].isupper() and (kind != "person" or " " in name):
            yield kind, name, (), number


def _bodies(linked: list[Row]) -> Iterator[Row]:
    ids = {fold(name): number for _, name, _, number in linked}
    for line in (HERE / "organisations.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, others = line.split("\t")
            known = [ids[fold(form)] for form in (name, *others.split("|")) if fold(form) in ids and _tells(form)]
            yield "organisation", name, tuple(others.split("|")), known[0] if known else ""


def _tells(form: str) -> bool:
    """Tell whether a name of a body is no common word and no place's ("Amnesty", "Duma")."""
    return " " in form or form.isupper()


def _merged(rows: list[Row]) -> list[Row]:
    """Return the rows sorted, one for each kind and name, without ids for names that have two."""
    named: dict[tuple[str, str], Row] = {}
    links: dict[tuple[str, str], set[str]] = {}
    for kind, name, others, link in rows:
        key = (kind, fold_name(name) if kind == "person" else fold(name))
        kept = named.setdefault(key, (kind, name, others, link))
        named[key] = (kind, kept[1], tuple(sorted({*kept[2], *others})), kept[3] or link)
        links.setdefault(key, set()).update({link} - {""})
    return sorted(
        (kind, name, others, link if len(links[key]) < 2 else "") for key, (kind, name, others, link) in named.items()
    )


if __name__ == "__main__":
    main()
