"""What systems told, kept in the cache: the peers' answers, and earlier ones of our own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from evals.extraction.cases import NotHere, Told


def peer_place(cache: Path, benchmark: str, peer: str, version: str) -> Path:
    """Return the file that holds a peer's answers."""
    return cache / "extraction-peers" / benchmark / f"{peer.replace(' ', '-')}-{version}.json"


def own_place(cache: Path, benchmark: str, name: str) -> Path:
    """Return the file that holds answers of our own, kept under a name."""
    return cache / "extraction-kept" / benchmark / f"{name}.json"


def write_answers(place: Path, version: str, answers: Mapping[str, Told]) -> None:
    """Keep what a system told, by page."""
    place.parent.mkdir(parents=True, exist_ok=True)
    told = {page: asdict(answer) for page, answer in answers.items()}
    place.write_text(json.dumps({"version": version, "told": told}, ensure_ascii=False), encoding="utf-8")


def read_peer(cache: Path, benchmark: str, peer: str) -> tuple[str, dict[str, Told]]:
    """Return a peer's name with its version, and its answers; of several versions the one kept last."""
    any_version = peer_place(cache, benchmark, peer, "*")
    found = sorted(any_version.parent.glob(any_version.name), key=lambda path: path.stat().st_mtime)
    if not found:
        raise NotHere(f"it has no stored answers for {benchmark}")
    version, answers = _read(found[-1])
    return f"{peer} {version}", answers


def read_own(cache: Path, benchmark: str, name: str) -> dict[str, Told]:
    """Return answers of our own that were kept under a name."""
    place = own_place(cache, benchmark, name)
    if not place.is_file():
        raise NotHere(f"nothing was kept under this name for {benchmark} (run once with --keep {name})")
    return _read(place)[1]


def _read(place: Path) -> tuple[str, dict[str, Told]]:
    kept = json.loads(place.read_bytes())
    told = {page: Told(**{**answer, "authors": tuple(answer["authors"])}) for page, answer in kept["told"].items()}
    return kept["version"], told
