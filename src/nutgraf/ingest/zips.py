"""ZIP archives of saved pages, and WACZ: nothing is unpacked to disk, and names are only labels."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, cast

from nutgraf.ingest.companions import owned_files
from nutgraf.ingest.entries import BROKEN, Entry, entry_steps, is_hidden
from nutgraf.ingest.fields import Fields
from nutgraf.ingest.steps import At, Place, Step, Told
from nutgraf.ingest.tally import Count, Sort
from nutgraf.records.page import Outcome

_DOCUMENTS = {
    "[Content_Types].xml": "an Office document; save it as HTML or PDF",
    "META-INF/MANIFEST.MF": "a program (JAR)",
    "mimetype": "an e-book or an OpenDocument text; save it as HTML or PDF",
}


def read_zip(stream: BinaryIO, place: Place, fields: Fields, start: At = (), passing: bool = False) -> Iterator[Step]:
    """Yield a step for every file of an archive, and for every record, row or mail of the archives in it.

    The first number of a place is that of the file.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except BROKEN as error:
        yield Step(
            (), Told(Outcome.REFUSED, f"the ZIP archive cannot be read, it may be cut short ({str(error)[:80]})")
        )
        return
    infos = [info for info in archive.infolist() if not info.is_dir() and not is_hidden(info.filename)]
    refusal = _refusal(infos, stream.seek(0, io.SEEK_END))
    if refusal is not None:
        yield Step((), Told(Outcome.REFUSED, refusal))
        return
    names = [info.filename for info in infos]
    web = "datapackage.json" in names and any(name.startswith("archive/") for name in names)
    owned = owned_files(names)
    first, inner = (start[0], start[1:]) if start else (0, ())
    for number, info in enumerate(infos):
        here = number == first
        if number < first:
            continue
        if here and passing and not inner:
            yield Step((number + 1,))
        elif web and not info.filename.startswith("archive/"):
            yield Step((number + 1,), None, (Count(Sort.OWN_FILE),))
        elif info.filename in owned:
            yield Step((number + 1,), None, (Count(Sort.OWNED, f"with {owned[info.filename]}"),))
        elif info.flag_bits & 1:
            yield Step((number + 1,), None, (Count(Sort.UNSAFE, "locked with a password", info.filename),))
        else:
            entry = Entry(number, info.filename, info.file_size, info.compress_size, partial(_open, archive, info))
            yield from entry_steps(entry, place, fields, inner if here else (), passing and here)


def _open(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    return cast("BinaryIO", archive.open(info))


def _refusal(infos: list[zipfile.ZipInfo], size: int) -> str | None:
    """Return why an archive is not gone through at all."""
    names = {info.filename for info in infos}
    document = next((words for name, words in _DOCUMENTS.items() if name in names), None)
    if document is not None:
        return f"it is {document}"
    if sum(info.compress_size for info in infos) > size:
        return "its files lie over each other, as those of traps do"
    return None
