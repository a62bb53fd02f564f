"""Files to bytes: the walk through folders, inflation under a cap, and what bytes look like."""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nutgraf.records.page import Media

PAGE_CAP = 5_000_000
"""Bytes of one page after inflation; what is larger is cut there and said to be."""
_CHUNK = 65_536
_SUFFIXES = {
    ".html": Media.HTML, ".htm": Media.HTML, ".xhtml": Media.HTML, ".shtml": Media.HTML, ".mhtml": Media.HTML,
    ".txt": Media.TEXT, ".text": Media.TEXT, ".md": Media.TEXT, ".markdown": Media.TEXT,
}  # fmt: skip
_MAGIC = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"RIFF", "a picture, sound or film (RIFF)"),
    (b"%PDF", "a PDF; nutgraf reads HTML and plain text, so save the page as one of these"),
    (b"PK\x03\x04", "a ZIP archive or office document; unpack it first"),
    (b"\x1f\x8b", "gzip inside gzip; one layer is read, unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ", "an xz archive; unpack it first"),
    (b"(\xb5/\xfd", "a zstandard archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (b"SQLite format 3", "a database (SQLite)"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"OggS", "sound or film (Ogg)"),
    (b"ID3", "sound (MP3)"),
)
_HTML = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|article|div|meta|p[ >])",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Content:
    """A file's bytes after inflation, whether they were cut at the cap, and what is wrong with the file, in words."""

    data: bytes
    cut: bool
    fault: str | None


def walk(root: Path) -> Iterator[Path]:
    """Yield the files under a folder sorted by path; a folder reached twice (a link that loops) is entered once."""
    yield from _walk(root, set())


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path]:
    status = folder.stat()
    key = (status.st_dev, status.st_ino)
    if key in seen:
        return
    seen.add(key)
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    for name in names:
        path = folder / name
        if path.is_dir():
            yield from _walk(path, seen)
        else:
            yield path


def read_file(path: Path, cap: int = PAGE_CAP) -> Content:
    """Return a file's bytes up to the cap; `.gz` is inflated, one layer, never past the cap."""
    if not path.is_file():
        return Content(b"", False, "it is no regular file (a pipe, a device, or a link to nowhere)")
    with path.open("rb") as stream:
        if path.suffix.lower() == ".gz":
            return _inflated(stream.read(cap * 2), cap)
        return limited(stream.read(cap + 1), cap)


def limited(data: bytes, cap: int = PAGE_CAP) -> Content:
    """Return bytes cut at the cap."""
    return Content(data[:cap], len(data) > cap, None)


def _inflated(packed: bytes, cap: int) -> Content:
    inflater = zlib.decompressobj(wbits=31)
    parts: list[bytes] = []
    length = 0
    rest = packed
    try:
        while rest and length <= cap and not inflater.eof:
            part = inflater.decompress(rest, min(_CHUNK * 16, cap + 1 - length))
            parts.append(part)
            length += len(part)
            rest = inflater.unconsumed_tail
    except zlib.error:
        fault = "the gzip file is damaged" + ("; what could be read stands" if length else "")
        return Content(b"".join(parts)[:cap], True, None if length else fault)
    ended = inflater.eof or length > cap
    return Content(b"".join(parts)[:cap], length > cap or not ended, None)


def media_of(path: Path | None, data: bytes) -> Media | str:
    """Return how bytes are to be read, or what they are instead, in words."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            return what
    if _HTML.match(data[:4096]):
        return Media.HTML
    names = [suffix.lower() for suffix in path.suffixes if suffix.lower() != ".gz"] if path is not None else []
    known = _SUFFIXES.get(names[-1]) if names else None
    if known is not None:
        return known
    if _binary(data[:4096]):
        return "binary data of a kind that nutgraf does not know"
    return Media.HTML if b"<p" in data[:65_536].lower() and b"</" in data[:65_536] else Media.TEXT


def _binary(sample: bytes) -> bool:
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    controls = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return controls > len(sample) // 20
