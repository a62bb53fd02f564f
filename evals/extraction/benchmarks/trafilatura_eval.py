"""The evaluation pages of trafilatura: 990 pages with snippets that must be in the text, and snippets that must not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from evals.extraction.cases import Case, pack_folder, read_day, split_names

PACK = "extraction-small"


def read_cases(cache: Path) -> list[Case]:
    """Return the pages in the order of their addresses; a page lies in `cache/`, else in `eval/`."""
    folder = pack_folder(cache, PACK) / "trafilatura-eval" / "tests"
    gold = json.loads((folder / "evaldata.json").read_bytes())
    return [_case(address, gold[address], folder) for address in sorted(gold)]


def _case(address: str, entry: dict[str, Any], folder: Path) -> Case:
    name = str(entry["file"])
    places = [folder / place / name for place in ("cache", "eval")]
    return Case(
        id=name.removesuffix(".html"),
        path=next((path for path in places if path.is_file()), places[0]),
        address=address,
        kind="mixed",
        wanted=tuple(entry["with"]),
        unwanted=tuple(entry["without"]),
        title=str(entry.get("title") or "") or None,
        authors=_names(entry.get("author")),
        day=read_day(str(entry.get("date") or "")),
    )


def _names(author: object) -> tuple[str, ...]:
    """Return the names: the field is a list, or a text with semicolons, commas or "und" between names."""
    written = [str(name) for name in author] if isinstance(author, list) else [str(author or "")]
    return tuple(name for text in written for name in split_names(text))
