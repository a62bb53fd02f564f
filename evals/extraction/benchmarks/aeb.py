"""AEB: 181 article pages with their text (article-extraction-benchmark)."""

from __future__ import annotations

import json
from pathlib import Path

from evals.extraction.cases import Case, pack_folder

PACK = "extraction-small"


def read_cases(cache: Path) -> list[Case]:
    """Return the pages in the order of their ids."""
    folder = pack_folder(cache, PACK) / "aeb"
    gold = json.loads((folder / "ground-truth.json").read_bytes())
    return [
        Case(id=key, path=folder / "html" / f"{key}.html", address=gold[key].get("url"), body=gold[key]["articleBody"])
        for key in sorted(gold)
    ]


def read_published(cache: Path) -> dict[str, dict[str, str]]:
    """Return the stored outputs by system: page id to text. A file is `{id: …}` or `{version, output: {id: …}}`."""
    systems = {}
    for path in sorted((pack_folder(cache, PACK) / "aeb" / "output").glob("*.json")):
        stored = json.loads(path.read_bytes())
        pages = stored.get("output", stored)
        systems[path.stem] = {key: page.get("articleBody") or "" for key, page in pages.items()}
    return systems
