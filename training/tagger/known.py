"""Write the table of known words: parts of names, places, peoples, titles, organisations.

From tables of this project (first names; the gazetteer's countries, divisions, cities of 50,000 and more, seas and
regions; demonyms; outlets; the lists by which the rules read names) and from PETRARCH2's dictionaries (MIT).
"""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from training.tagger.actors import read_organisations, read_persons

from nutgraf.annotate.name_words import GROUPS, HONORIFICS, ORG_LAST, ROLES
from nutgraf.models.gazetteer import PlaceRow, every_row
from nutgraf.models.known_words import KINDS
from nutgraf.models.names import first_names
from nutgraf.text import fold

HERE = Path(__file__).resolve().parent
TABLES = HERE.parents[1] / "src/nutgraf/models/tables"
LARGE = 50_000
LONGEST = 7
"""Words and marks of the longest name in the table."""
HEADER = f"# Known words: places in {KINDS}, words. Made by training/tagger/known.py from tables of this project.\n"


def write_known_words(cache: Path, place: Path = TABLES / "known_words.tsv.gz") -> None:
    """Write the table; the same tables give the same bytes."""
    found: dict[str, set[int]] = defaultdict(set)
    persons = read_persons(cache)
    given = sorted({*first_names(), *_often(name.split()[0] for name in persons)})
    surnames = sorted(_often(name.split()[-1] for name in persons))
    organisations = [*read_organisations(cache), *(row[2] for row in _rows("outlets.tsv.gz"))]
    for number, names in enumerate(
        (given, surnames, _places(), _peoples(), _titles(), sorted(ORG_LAST), organisations)
    ):
        for name in names:
            words = " ".join(fold(name).replace(".", " . ").replace("-", " - ").replace("'", " ' ").split())
            if words and words.count(" ") < LONGEST:
                found[words].add(number)
    lines = [f"{''.join(map(str, sorted(kinds)))}\t{words}" for words, kinds in sorted(found.items())]
    place.write_bytes(gzip.compress((HEADER + "\n".join(lines) + "\n").encode(), 9, mtime=0))


def _often(names: Iterable[str]) -> set[str]:
    """Return the names that at least two people bear."""
    return {name for name, count in Counter(map(fold, names)).items() if count > 1 and len(name) > 2}


def _rows(table: str) -> list[list[str]]:
    lines = gzip.decompress((TABLES / table).read_bytes()).decode().splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def _places() -> list[str]:
    """Return the names of large places, and of countries the other names that are printed of them."""
    names = {row.name for row in every_row() if _large(row)}
    for line in (HERE.parent / "countries.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            names |= {alias for alias in line.split("\t")[1].split("|") if len(alias) > 3}
    return sorted(names)


def _large(row: PlaceRow) -> bool:
    if row.kind == "city":
        return row.population >= LARGE
    return row.kind not in {"county", "airport", "seat", "facility", "base"}


def _peoples() -> list[str]:
    words = [word for _, *forms in _rows("demonyms.tsv.gz") for word in forms]
    return [*words, *(word + "s" for word in words), *sorted(GROUPS)]


def _titles() -> list[str]:
    return sorted({title.rstrip(".") for title in (*HONORIFICS, *ROLES)})
