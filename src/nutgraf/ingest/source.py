"""Whatever a person has (a file, a folder, an archive, standard input) to pages: the stage's public function."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from nutgraf.errors import UsageError
from nutgraf.ingest.answers import Question
from nutgraf.ingest.containers import container_task, read_container
from nutgraf.ingest.fields import USUAL, Fields
from nutgraf.ingest.files import Companion, Content, Look, look_into, read_content, walk
from nutgraf.ingest.kinds import Container
from nutgraf.ingest.limits import MOST, cap_of
from nutgraf.ingest.making import make_page
from nutgraf.ingest.packing import CannotUnpack
from nutgraf.records.page import Media, Outcome, Page, SetAside
from nutgraf.sandbox.process import Sandbox
from nutgraf.text import digest

MADE_BY = "ingest/2"

STANDARD_INPUT = "-"
INPUT_ADDRESS = "stdin:"

Clock = Callable[[], str]
Found = Iterator[Page | SetAside]

_UNPACKED = (Container.ZIP, Container.PARQUET)
"""Containers whose end is read before their beginning, so that they cannot be unpacked on the way."""


def read_input() -> bytes:
    """Return the bytes of standard input, one more than the cap at most."""
    return sys.stdin.buffer.read(MOST + 1)


def ingest_source(
    path: str, clock: Clock, fields: Fields = USUAL, standard_input: Callable[[], bytes] = read_input
) -> Found:
    """Yield the pages of a file, of every file under a folder (sorted), or of standard input (`-`).

    Files that hold many pages (archives of crawls, tables, mailboxes) are opened in a child process, and `fields` names
    what their rows hold. What cannot be read is yielded as set aside with the reason; a page that was cut is yielded,
    and beside it a record that says so. `clock` gives `Page.retrieved` and nothing else.
    """
    if path == STANDARD_INPUT:
        return _input(standard_input(), clock)
    place = Path(path)
    if not place.exists():
        raise UsageError(f'There is nothing at "{path}". Give a file, a folder, or - for standard input.')
    return _read(walk(place) if place.is_dir() else iter((place,)), clock, fields)


def _read(places: Iterator[Path | Companion], clock: Clock, fields: Fields) -> Found:
    with closing(Sandbox(container_task(fields))) as sandbox:
        for place in places:
            yield from _companion(place) if isinstance(place, Companion) else _file(place, clock, sandbox)


def _companion(companion: Companion) -> Found:
    what = "1 file belongs" if companion.files == 1 else f"{companion.files} files belong"
    told = f"{what} to the saved page {companion.page}, which is read without them"
    yield SetAside(str(companion.folder), "ingest", Outcome.REFUSED, told)


def _file(path: Path, clock: Clock, sandbox: Sandbox) -> Found:
    if not path.is_file():
        what = (
            "a folder that cannot be opened"
            if path.is_dir()
            else "no regular file (a pipe, a device, a link to nowhere)"
        )
        yield _refused(str(path), f"it is {what}")
        return
    try:
        with path.open("rb") as stream:
            look = look_into(stream, path.name)
            stream.seek(0)
            content = read_content(stream, look) if not isinstance(look.kind, Container) else Content(b"")
    except CannotUnpack as missing:
        yield _refused(str(path), str(missing))
        return
    except OSError as error:
        yield _refused(str(path), f"it cannot be opened: {error.strerror or error}")
        return
    if not isinstance(look.kind, Container):
        yield from _page(path, look, content, clock)
    elif look.packing is not None and look.kind in _UNPACKED:
        yield _refused(str(path), f"it is a {look.kind} file inside a {look.packing} file; unpack it first")
    else:
        yield from read_container(sandbox, Question(str(path), look.kind, look.packing), clock)


def _input(data: bytes, clock: Clock) -> Found:
    """Yield the page that came by standard input."""
    look = look_into(BytesIO(data), "")
    if isinstance(look.kind, Container):
        yield _refused(None, f"it is a {look.kind} file, which holds many pages; give it as a file", digest(data))
        return
    yield from _page(None, look, read_content(BytesIO(data), look), clock)


def _page(path: Path | None, look: Look, content: Content, clock: Clock) -> Found:
    if content.fault is not None:
        yield _refused(path, content.fault)
        return
    mark = digest(content.data)
    if not content.data.strip():
        yield _refused(path, "the file is empty", mark)
        return
    if not isinstance(look.kind, Media):
        yield _refused(path, f"it is {look.kind}", mark)
        return
    # Two texts piped in are two documents, so the bytes stand in the address.
    address = path.resolve().as_uri() if path is not None else f"{INPUT_ADDRESS}{mark}"
    page = make_page(address, str(path) if path is not None else None, look.kind, content.data)
    yield replace(page, retrieved=clock())
    if content.cut:
        told = f"only its first {len(content.data)} bytes could be read (cap {cap_of(look.kind)})"
        yield SetAside(_what(path), "ingest", Outcome.PARTIAL, told, mark)


def _refused(path: Path | str | None, reason: str, mark: str | None = None) -> SetAside:
    return SetAside(_what(path), "ingest", Outcome.REFUSED, reason, mark)


def _what(path: Path | str | None) -> str:
    return str(path) if path is not None else "standard input"
