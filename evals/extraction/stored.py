"""What the peers told, read from where `peers_run` keeps it."""

from __future__ import annotations

import json
from pathlib import Path

from evals.extraction.cases import NotHere, Told
from evals.extraction.peers_run import store_place


def read_stored(benchmark: str, peer: str, cache: Path) -> dict[str, Told]:
    """Return a peer's answers by page; where several versions are stored, the newest file's."""
    any_version = store_place(cache, benchmark, peer, "*")
    found = sorted(any_version.parent.glob(any_version.name), key=lambda path: path.stat().st_mtime)
    if not found:
        raise NotHere(f"it has no stored answers for {benchmark} (python -m evals.extraction.peers_run {benchmark})")
    told = json.loads(found[-1].read_bytes())["told"]
    return {page: Told(**{**answer, "authors": tuple(answer["authors"])}) for page, answer in told.items()}
