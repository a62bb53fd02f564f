"""Half of the parser tests of Fundus: 125 news pages of 90 publishers; one parser per publisher read the gold."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from evals.extraction.cases import Case, pack_folder, read_day

PACK = "extraction-fundus-half"

_PUBLISHER = re.compile(r"(.+?)_\d{4}")


def read_cases(cache: Path) -> list[Case]:
    """Return the pages that are here, in the order of country, publisher and crawl date.

    `meta.info` names pages as `.html.gz` and names those of the other half, too. A publisher's gold (`V1`, `V1_1`,
    `V2` …) belongs to its pages in the order of crawl dates; one publisher has a page more than gold, and there the
    newest pages have it.
    """
    cases = []
    for info in sorted((pack_folder(cache, PACK) / "test_data").glob("*/meta.info")):
        for publisher, pages in sorted(_pages(info).items()):
            path = info.parent / f"{publisher}.json"
            golds = list(json.loads(path.read_bytes()).values()) if path.is_file() else []
            for gold, (name, address) in zip(golds[::-1], pages[::-1], strict=False):
                page = info.parent / name
                if page.is_file():
                    cases.append(_case(f"{info.parent.name}/{page.stem}", page, address, gold))
    return sorted(cases, key=lambda case: case.id)


def _pages(info: Path) -> dict[str, list[tuple[str, str]]]:
    """Return each publisher's pages with their addresses, oldest first."""
    dated = defaultdict(list)
    for name, page in json.loads(info.read_bytes()).items():
        if found := _PUBLISHER.match(name):
            dated[found[1]].append((page["crawl_date"], name.removesuffix(".gz"), page["url"]))
    return {publisher: [page[1:] for page in sorted(pages)] for publisher, pages in dated.items()}


def _case(key: str, path: Path, address: str, gold: dict[str, Any]) -> Case:
    return Case(
        id=key,
        path=path,
        address=address,
        body=_body(gold.get("body") or {}),
        title=str(gold.get("title") or "") or None,
        authors=tuple(gold.get("authors") or ()),
        day=read_day(str(gold.get("publishing_date") or "")),
    )


def _body(body: dict[str, Any]) -> str:
    """Return the summary, the headlines of sections and the paragraphs, a line each."""
    lines = list(body.get("summary", ()))
    for section in body.get("sections", ()):
        lines += [*section.get("headline", ()), *section.get("paragraphs", ())]
    return "\n".join(lines)
