"""A file, a folder or standard input to pages: the stage's public function."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from nutgraf.errors import UsageError
from nutgraf.ingest.files import PAGE_CAP, Content, limited, media_of, read_file, walk
from nutgraf.records.page import Media, Outcome, Page, SetAside
from nutgraf.text import digest, stable_id

MADE_BY = "ingest/1"

STANDARD_INPUT = "-"
INPUT_ADDRESS = "stdin:"


def read_input() -> bytes:
    """Return the bytes of standard input, one more than the cap at most."""
    return sys.stdin.buffer.read(PAGE_CAP + 1)


def ingest_source(
    path: str, clock: Callable[[], str], standard_input: Callable[[], bytes] = read_input
) -> Iterator[Page | SetAside]:
    """Yield the pages of a file, of every file under a folder (sorted), or of standard input (`-`).

    What cannot be read is yielded as set aside with the reason; a page cut at the cap is yielded, and beside it a
    record that says so. `clock` gives `Page.retrieved` and nothing else.
    """
    if path == STANDARD_INPUT:
        return _pages(None, limited(standard_input()), clock)
    place = Path(path)
    if not place.exists():
        raise UsageError(f'There is nothing at "{path}". Give a file, a folder, or - for standard input.')
    return _folder(place, clock) if place.is_dir() else _file(place, clock)


def _folder(folder: Path, clock: Callable[[], str]) -> Iterator[Page | SetAside]:
    for path in walk(folder):
        yield from _file(path, clock)


def _file(path: Path, clock: Callable[[], str]) -> Iterator[Page | SetAside]:
    try:
        content = read_file(path)
    except OSError as error:
        yield SetAside(str(path), "ingest", Outcome.REFUSED, f"it cannot be opened: {error.strerror or error}")
        return
    yield from _pages(path, content, clock)


def _pages(path: Path | None, content: Content, clock: Callable[[], str]) -> Iterator[Page | SetAside]:
    what = str(path) if path is not None else "standard input"
    if content.fault is not None:
        yield SetAside(what, "ingest", Outcome.REFUSED, content.fault)
        return
    mark = digest(content.data)
    if not content.data.strip():
        yield SetAside(what, "ingest", Outcome.REFUSED, "the file is empty", mark)
        return
    media = media_of(path, content.data)
    if not isinstance(media, Media):
        yield SetAside(what, "ingest", Outcome.REFUSED, f"it is {media}", mark)
        return
    # Two texts piped in are two documents, so the bytes stand in the address.
    address = path.resolve().as_uri() if path is not None else f"{INPUT_ADDRESS}{mark}"
    yield Page(
        stable_id(address, content.data),
        address,
        str(path) if path is not None else None,
        media,
        content.data,
        mark,
        clock(),
    )
    if content.cut:
        yield SetAside(
            what,
            "ingest",
            Outcome.PARTIAL,
            f"only its first {len(content.data)} bytes could be read (cap {PAGE_CAP})",
            mark,
        )
