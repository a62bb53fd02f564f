"""NAEB: 421 news pages of 212 outlets with text, title, authors and date; 3 of its 424 entries have no page."""

from __future__ import annotations

import json
from pathlib import Path

from evals.extraction.cases import Case, pack_folder, read_day, split_names

PACK = "extraction-small"


def read_cases(cache: Path) -> list[Case]:
    """Return the entries that have a page, in the order of their ids."""
    folder = pack_folder(cache, PACK) / "naeb"
    gold = json.loads((folder / "articles.json").read_bytes())
    return [_case(key, gold[key], path) for key in sorted(gold) if (path := folder / "html" / f"{key}.html").is_file()]


def _case(key: str, entry: dict[str, str], path: Path) -> Case:
    return Case(
        id=key,
        path=path,
        address=entry.get("url"),
        body=entry["articleBody"],
        title=entry["title"] or None,
        authors=split_names(entry["authors"]),
        day=read_day(entry["date"]),
    )
