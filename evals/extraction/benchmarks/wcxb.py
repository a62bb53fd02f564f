"""WCXB, its development part: 1,497 pages of seven kinds, split by domain into one part to see and one to check."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from urllib.parse import urlsplit

from evals.extraction.cases import Case, pack_folder, read_day, split_names

PACK = "extraction-wcxb-dev"
PARTS = 5


def read_cases(cache: Path) -> list[Case]:
    """Return the pages in the order of their numbers."""
    folder = pack_folder(cache, PACK) / "dev"
    return [_case(path, folder / "html") for path in sorted((folder / "ground-truth").glob("*.json"))]


def find_domain(address: str) -> str:
    """Return the host of an address in lower case, without `www.` and without a port."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def find_part(address: str) -> str:
    """Return "check" for the domains whose MD5, read as a number, is 0 mod 5, else "dev".

    Settings and rules are made on dev; check is for checking them, and nobody reads its errors.
    """
    number = int(hashlib.md5(find_domain(address).encode(), usedforsecurity=False).hexdigest(), 16)
    return "check" if number % PARTS == 0 else "dev"


def _case(path: Path, pages: Path) -> Case:
    entry = json.loads(path.read_bytes())
    gold = entry["ground_truth"]
    address = entry.get("url") or gold.get("url") or ""
    return Case(
        id=path.stem,
        path=pages / f"{path.stem}.html",
        address=address or None,
        kind=entry["_internal"]["page_type"]["primary"],
        part=find_part(address),
        body=gold.get("main_content") or "",
        wanted=tuple(gold["with"]),
        unwanted=tuple(gold["without"]),
        title=gold["title"] or None,
        authors=split_names(gold.get("author") or ""),
        day=read_day(gold.get("publish_date")),
    )
