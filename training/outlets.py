"""Write the table of outlets that ships with nutgraf.

Run: python training/outlets.py KITE_OUTLETS
KITE_OUTLETS is the unpacked kite_outlets set (github.com/kagisearch/kite-public @c4fc3b5, MIT): of it we take the facts
name, domain and country. Rows written by hand lie beside this script and win over it.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from pathlib import Path

TABLE = Path(__file__).parent.parent / "src/nutgraf/models/tables/outlets.tsv.gz"
BY_HAND = Path(__file__).parent / "outlets.tsv"
HEADER = (
    "# Outlets: name, aliases (|), domains (|), country, family (empty: its own), agency (1 or 0).\n"
    "# Made by training/outlets.py: rows by hand, then names, domains and countries of kite_outlets\n"
    "# (github.com/kagisearch/kite-public @c4fc3b5, MIT, Copyright (c) Kagi).\n"
)
_COUNTRIES = {"The Netherlands": "Netherlands", "Global": "", "International": ""}
_NOT_OUTLETS = {"kali.org", "kde.org", "suse.com", "politie.nl", "system76.com"}


def rows_by_hand(lines: list[str]) -> list[tuple[str, ...]]:
    """Return the rows written by hand."""
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def rows_of_kite(outlets: list[dict[str, object]], known: set[str]) -> list[tuple[str, ...]]:
    """Return the rows of the set whose domains are not known by hand."""
    rows = []
    for outlet in outlets:
        printed = str(outlet["organization"]).strip()
        domains = [str(domain) for domain in outlet["domains"]]  # type: ignore[attr-defined]
        domains = sorted({domain for domain in domains if "disqus" not in domain} - known - _NOT_OUTLETS)
        name = re.sub(r"\s*\(.*?\)", "", printed).strip()
        inner = re.findall(r"\((.*?)\)", printed)
        aliases = sorted({words for words in inner if re.fullmatch(r"[A-Z]{3,6}", words)})
        if domains and name:
            country = str(outlet["country"] or "")
            rows.append((name, "|".join(aliases), "|".join(domains), _COUNTRIES.get(country, country), "", "0"))
    return sorted(rows)


def main() -> None:
    """Read both sources and write the table so that the same input gives the same bytes."""
    hand = rows_by_hand(BY_HAND.read_text(encoding="utf-8").splitlines())
    known = {domain for row in hand for domain in row[2].split("|")}
    kite = json.loads((Path(sys.argv[1]) / "media_data.json").read_text(encoding="utf-8"))
    rows = hand + rows_of_kite(kite, known)
    content = HEADER + "".join("\t".join(row) + "\n" for row in rows)
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TABLE.write_bytes(gzip.compress(content.encode(), compresslevel=9, mtime=0))
    print(f"{len(rows)} outlets, {TABLE.stat().st_size} bytes: {TABLE}")


if __name__ == "__main__":
    main()
