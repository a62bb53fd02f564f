"""TAR archives of saved pages, packed or not: read as they stream, nothing is unpacked to disk."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, cast

from nutgraf.ingest.companions import owned_files
from nutgraf.ingest.entries import BROKEN, Entry, entry_steps, is_hidden
from nutgraf.ingest.fields import Fields
from nutgraf.ingest.limits import MOST
from nutgraf.ingest.packing import Packing, Unpacked
from nutgraf.ingest.steps import At, Place, Step, Told
from nutgraf.ingest.tally import Count, Sort
from nutgraf.records.page import Outcome

_ALIVE = 100
_MEMBER_CAP = MOST + 1
"""Bytes of a file that are taken into memory; an archive of pages that is larger must be unpacked first."""


class Tar:
    """A TAR archive as a stream that can be begun again."""

    def __init__(self, stream: BinaryIO, packing: Packing | None) -> None:
        self._stream, self._packing = stream, packing
        self.fault: str | None = None

    def members(self) -> Iterator[tuple[int, tarfile.TarInfo, tarfile.TarFile]]:
        """Yield the files with their numbers; `fault` says in words where it broke off."""
        self._stream.seek(0)
        source = self._stream if self._packing is None else Unpacked(self._stream, self._packing)
        number = 0
        try:
            with tarfile.open(fileobj=cast("BinaryIO", source), mode="r|") as archive:
                for member in archive:
                    if member.isreg() and not is_hidden(member.name):
                        yield number, member, archive
                        number += 1
        except BROKEN as error:
            self.fault = f"the TAR archive breaks off in or after file {number} ({str(error)[:80]})"
        broken = getattr(source, "fault", None)
        self.fault = broken or self.fault


def read_tar(
    stream: BinaryIO, place: Place, packing: Packing | None, fields: Fields, start: At = (), passing: bool = False
) -> Iterator[Step]:
    """Yield a step for every file of an archive; the first number of a place is that of the file."""
    tar = Tar(stream, packing)
    names: list[str] = []
    for number, member, _ in tar.members():
        names.append(member.name)
        if number % _ALIVE == 0:
            yield Step(start)
    owned = owned_files(names)
    first = (start[0] if start else 0) + passing
    if passing:
        yield Step((first,))
    for number, member, archive in tar.members():
        if number < first:
            continue
        if member.name in owned:
            yield Step((number + 1,), None, (Count(Sort.OWNED, f"with {owned[member.name]}"),))
            continue
        entry = Entry(number, member.name, member.size, member.size, partial(_open, archive, member))
        for step in entry_steps(entry, place, fields, (), False):
            yield step._replace(at=step.at[:1])
        if member.size > _MEMBER_CAP:
            yield Step((number + 1,), None, (Count(Sort.UNENDED, first=f"{member.name}, larger than the cap"),))
    if tar.fault is not None:
        yield Step((len(names),), Told(Outcome.PARTIAL if names else Outcome.REFUSED, tar.fault))


def _open(archive: tarfile.TarFile, member: tarfile.TarInfo) -> BinaryIO:
    source = archive.extractfile(member)
    return io.BytesIO(source.read(_MEMBER_CAP) if source is not None else b"")
