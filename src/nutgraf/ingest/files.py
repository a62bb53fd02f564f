"""Files to bytes: the walk through folders, a first look, and unpacking under a cap."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

from nutgraf.ingest.companions import companion_folders
from nutgraf.ingest.kinds import HEAD, Kind, kind_of
from nutgraf.ingest.limits import PAGE_CAP, cap_of, over_cap
from nutgraf.ingest.packing import CHUNK, Packing, Unpacked
from nutgraf.records.page import Media


class Companion(NamedTuple):
    """A folder that belongs to a page saved whole, and how many files lie in it."""

    folder: Path
    page: str
    files: int


class Look(NamedTuple):
    """What a first look at a file tells: how it is packed, and what is in it."""

    packing: Packing | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class Content:
    """A file's bytes after unpacking, whether they were cut, and what is wrong with the file, in words."""

    data: bytes
    cut: bool = False
    fault: str | None = None


def walk(root: Path) -> Iterator[Path | Companion]:
    """Yield the files under a folder sorted by path; a folder reached twice (a link that loops) is entered once.

    A folder that cannot be opened is yielded itself.
    """
    yield from _walk(root, set())


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | Companion]:
    try:
        status = folder.stat()
        key = (status.st_dev, status.st_ino)
        if key in seen:
            return
        seen.add(key)
        with os.scandir(folder) as entries:
            names = {entry.name: entry.is_dir() for entry in entries if not entry.name.startswith(".")}
    except OSError:
        yield folder
        return
    owned = companion_folders(
        (name for name, inner in names.items() if not inner), (name for name, inner in names.items() if inner)
    )
    for name in sorted(names):
        path = folder / name
        if name in owned:
            yield Companion(path, owned[name], sum(len(files) for _, _, files in os.walk(path)))
        elif names[name]:
            yield from _walk(path, seen)
        else:
            yield path


def look_into(stream: BinaryIO, name: str) -> Look:
    """Return what a stream seems to be, by its first bytes and the name of its file; it is left where it is.

    `CannotUnpack` where what unpacks it is not installed.
    """
    head = stream.read(HEAD)
    packing = Packing.of(head)
    if packing is None:
        kind = kind_of(head, name)
        promised = next((each for each in Packing if name.lower().endswith(each.suffix)), None)
        if promised is not None and kind is Media.TEXT:
            return Look(None, f"no {promised} file, whatever its name says, or a damaged one")
        return Look(None, kind)
    stream.seek(0)
    inner = name[: -len(packing.suffix)] if name.lower().endswith(packing.suffix) else name
    head = _first(Unpacked(stream, packing))
    if (twice := Packing.of(head)) is not None:
        return Look(packing, f"{twice} inside {packing}; one layer is read, unpack it first")
    return Look(packing, kind_of(head, inner))


def _first(stream: Unpacked) -> bytes:
    parts: list[bytes] = []
    while sum(map(len, parts)) < HEAD and (part := stream.read(CHUNK)):
        parts.append(part)
    return b"".join(parts)


def read_content(stream: BinaryIO, look: Look) -> Content:
    """Return a stream's bytes up to the cap of what it is, one packing undone, never past the cap."""
    cap = cap_of(look.kind) if isinstance(look.kind, Media) else PAGE_CAP
    source = stream if look.packing is None else Unpacked(stream, look.packing)
    parts: list[bytes] = []
    length = 0
    while length <= cap and (part := source.read(CHUNK)):
        parts.append(part)
        length += len(part)
    fault = source.fault if isinstance(source, Unpacked) else None
    if fault is not None and not length:
        return Content(b"", fault=fault)
    data = b"".join(parts)[:cap]
    over = over_cap(look.kind, length) if isinstance(look.kind, Media) else None
    return Content(data, length > cap or fault is not None, f"it is {over}" if over else None)
