"""A page of a benchmark with what is right for it, and what a system says about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache"
"""Where the packs lie unpacked; it is ignored by git, and no word of theirs enters the project."""

_DAY = re.compile(r"(\d{4})[-.](\d{1,2})[-.](\d{1,2})(?!\d)")


class Body(StrEnum):
    """How a benchmark scores the main text."""

    SHINGLES = "4-gram F1"
    WORDS = "word F1"
    SNIPPETS = "snippet F1"


@dataclass(frozen=True, slots=True)
class Case:
    """One page and its gold.

    A field without a gold value is empty or `None` and is not judged. `body` is `None` where the benchmark gives
    snippets instead. `kind` is the kind of page, `part` the part of a benchmark it belongs to ("" where it has none).
    """

    id: str
    path: Path
    address: str | None = None
    kind: str = "article"
    part: str = ""
    body: str | None = None
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    title: str | None = None
    authors: tuple[str, ...] = ()
    day: str | None = None

    @property
    def html(self) -> bytes:
        """The page, byte for byte."""
        return self.path.read_bytes()


@dataclass(frozen=True, slots=True)
class Told:
    """What a system says about one page; `failed` is why it said nothing."""

    body: str = ""
    title: str | None = None
    authors: tuple[str, ...] = ()
    day: str | None = None
    failed: str | None = None


NOTHING = Told()


class NotHere(Exception):
    """A pack or a peer is missing; the message says which, and what to do."""


def read_day(value: str | None) -> str | None:
    """Return the day (`2031-03-03`) a written date begins with, as it is written: no zone is changed."""
    found = _DAY.match((value or "").strip())
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups())
    return f"{year:04}-{month:02}-{day:02}"


def split_names(written: str) -> tuple[str, ...]:
    """Return the names of a byline written as one text: split at commas, semicolons, bars, "and", "und" and "&"."""
    parts = re.split(r"\s*[,;|\n]\s*|\s+(?:and|und|&)\s+", written.strip())
    return tuple(part for part in parts if part)


def pack_folder(cache: Path, pack: str) -> Path:
    """Return where a pack lies, or say that it is missing."""
    folder = cache / pack
    if not folder.is_dir():
        raise NotHere(f"the pack {pack} is not in {cache} (unpack ../shared/data/{pack}.tar.xz into it)")
    return folder
