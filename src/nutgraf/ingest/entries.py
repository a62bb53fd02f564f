"""Files that lie in a ZIP or TAR archive: each to its page, or to the pages of the archive that it is itself."""

from __future__ import annotations

import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple
from urllib.parse import quote

from nutgraf.ingest.captures import read_captures
from nutgraf.ingest.fields import Fields
from nutgraf.ingest.files import Look, look_into, read_content
from nutgraf.ingest.json_rows import read_json_rows
from nutgraf.ingest.kinds import Container
from nutgraf.ingest.mailboxes import read_mails
from nutgraf.ingest.making import Origin, make_page
from nutgraf.ingest.packing import RATIO, CannotUnpack, Unpacked
from nutgraf.ingest.steps import At, Place, Step
from nutgraf.ingest.table_rows import read_table_rows
from nutgraf.ingest.tally import Count, Sort
from nutgraf.records.page import Media

BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError,
    LookupError, NotImplementedError, RuntimeError,
)  # fmt: skip
"""What the standard library raises over an archive that is damaged, or packed in a way that it does not know."""

_SMALL = 1_000_000
"""A file that unpacks to no more than this is no trap, whatever its ratio."""
_STREAMS = (Container.WARC, Container.ARC, Container.JSON, Container.TABLE, Container.MBOX)
"""Archives that are read inside another one."""


class Entry(NamedTuple):
    """A file in an archive: its number there, its name, its bytes unpacked and packed, and how it is opened."""

    number: int
    name: str
    size: int
    packed: int
    open: Callable[[], BinaryIO]


def is_hidden(name: str) -> bool:
    """Tell whether a name is of those that systems hide, or put into archives for themselves."""
    parts = [part for part in name.split("/") if part not in (".", "..")]
    return any(part.startswith(".") or part == "__MACOSX" for part in parts)


def entry_steps(entry: Entry, place: Place, fields: Fields, start: At, passing: bool) -> Iterator[Step]:
    """Yield what a file in an archive comes to. Places begin with the entry's number."""
    after = (entry.number + 1,)
    if entry.size > max(_SMALL, RATIO * entry.packed):
        yield Step(after, None, (Count(Sort.UNSAFE, f"more than {RATIO} times their packed size", entry.name),))
        return
    try:
        with entry.open() as stream:
            look = look_into(stream, entry.name.rpartition("/")[2])
            stream.seek(0)
            if isinstance(look.kind, Container) and look.kind in _STREAMS:
                inner = Place(place.path, place.told(entry.name), f"{place.address}#{quote(entry.name)}")
                for step in _inner_steps(stream, look, inner, fields, (start, passing)):
                    yield step._replace(at=(entry.number, *step.at))
                yield Step(after)
            else:
                yield _file(stream, look, entry, place)
    except CannotUnpack as missing:
        yield Step(after, None, (Count(Sort.UNSAFE, str(missing), entry.name),))
    except BROKEN as error:
        yield Step(after, None, (Count(Sort.UNSAFE, str(error)[:80] or type(error).__name__, entry.name),))


def _inner_steps(stream: BinaryIO, look: Look, place: Place, fields: Fields, start: tuple[At, bool]) -> Iterator[Step]:
    if look.kind is Container.WARC or look.kind is Container.ARC:
        return read_captures(stream, place, look.kind, look.packing, *start)
    source = stream if look.packing is None else Unpacked(stream, look.packing)
    match look.kind:
        case Container.JSON:
            return read_json_rows(source, place, fields, *start)
        case Container.TABLE:
            return read_table_rows(source, place, fields, *start)
        case _:
            return read_mails(source, place, *start)


def _file(stream: BinaryIO, look: Look, entry: Entry, place: Place) -> Step:
    after = (entry.number + 1,)
    if not isinstance(look.kind, Media):
        kind = f"a {look.kind} inside an archive" if isinstance(look.kind, Container) else look.kind.partition(";")[0]
        return Step(after, None, (Count(Sort.NO_FILE, kind),))
    content = read_content(stream, look)
    if content.fault is not None:
        return Step(after, None, (Count(Sort.UNSAFE, content.fault, entry.name),))
    if not content.data.strip():
        return Step(after, None, (Count(Sort.NO_FILE, "empty"),))
    address = f"{place.address}#{quote(entry.name)}"
    page = make_page(address, place.path, look.kind, content.data, Origin(place.told(entry.name)))
    return Step(after, page, (Count(Sort.CAPPED, first=entry.name),) if content.cut else ())
