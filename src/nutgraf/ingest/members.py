"""A file of gzip members as stretches: damage costs the member it is in, and the reading goes on at the next one."""

from __future__ import annotations

import contextlib
import re
import zlib
from typing import BinaryIO, NamedTuple

from nutgraf.ingest.packing import CHUNK, LEAST, RATIO
from nutgraf.ingest.stretches import End

_MAGIC = b"\x1f\x8b\x08"
_TRAILER = 8
_SIP = 4_096
"""Packed bytes given at once: what the inflater has made of them when it meets damage is lost."""
_BEGINNING = 8_192
"""So many bytes of a member are looked at for the beginning of a record."""
_NAME = 65_536
"""The longest file name or comment in the head of a member."""
_RESCANNED = 1_000_000_000
"""Bytes that may be gone over again in search of the next whole member; after that the search only goes forward."""


class _Broken(Exception):
    """The bytes are not those of a member."""


class _Ended(Exception):
    """The file ends here."""


class _Opened(NamedTuple):
    """A member with its first bytes, or why there are none."""

    offset: int
    piece: bytes = b""
    end: End | None = None


class _Raw:
    """The packed bytes, a window at a time."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.window, self.place, self.furthest = b"", 0, 0
        self._base = -1

    @property
    def offset(self) -> int:
        """Return where in the file the next byte lies."""
        return self._base + self.place

    def go(self, offset: int) -> None:
        """Go to an offset."""
        if self._base <= offset <= self._base + len(self.window):
            self.place = offset - self._base
            return
        self._stream.seek(offset)
        self.window, self.place, self._base = b"", 0, offset

    def have(self, size: int) -> bool:
        """Tell whether so many bytes follow."""
        while len(self.window) - self.place < size:
            piece = self._stream.read(CHUNK)
            if not piece:
                return False
            self._base += self.place
            self.window = self.window[self.place :] + piece
            self.place = 0
            self.furthest = max(self.furthest, self._base + len(self.window))
        return True


class Members:
    """The stretches of a file of gzip members.

    A stretch begins with a member whose first bytes match `record`, and goes on until the next such member. With
    `after`, the member at `start` itself is passed over.
    """

    def __init__(self, stream: BinaryIO, start: int, record: re.Pattern[bytes], after: bool = False) -> None:
        self.end: End | None = None
        self._raw, self._record, self._rescanned = _Raw(stream), record, 0
        self._member, self._first = 0, b""
        self._inflater = zlib.decompressobj(wbits=-15)
        self._checksum = self._size = 0
        self._open = False
        self._raw.go(start)
        self._found: _Opened | None = None
        self._next = self._search(start + 1) if after else self._opened()

    def ahead(self) -> int | None:
        """Return where the next stretch begins, if this one ends here."""
        if not self._first and not self._open and self.end is None:
            self._first = self._go_on()
        return self._next.offset if self._next is not None and not self._first else None

    def locate(self, stretch: int, inner: int) -> tuple[int, int]:
        """Return the member's offset, and the bytes into it."""
        return stretch, inner

    def begin(self) -> int | None:
        """Go to the next stretch and return where it begins in the file; nothing where there is none."""
        if self._next is None and self.end in (End.DAMAGED, End.TRAP):
            self._next, self._found = self._found or self._search(self._member + 1), None
        opened, self._next = self._next, None
        if opened is None:
            return None
        self._first, self.end = opened.piece, opened.end
        return opened.offset

    def fill(self, over: bool = True) -> bytes:
        """Return the next bytes of the stretch; none at its end, or, unless `over`, at the end of a member."""
        if self._first:
            piece, self._first = self._first, b""
            return piece
        while self.end is None and (self._open or over):
            piece = self._inflate_on() if self._open else self._go_on()
            if piece:
                return piece
        return b""

    def back(self, offset: int) -> bool:
        """Tell that there is no going back within what is packed."""
        return False

    def _go_on(self) -> bytes:
        """Return the first bytes of the next member, or end the stretch before it."""
        opened = self._opened()
        if opened is None:
            self.end = End.CLOSED
        elif opened.end is not None or self._record.match(opened.piece):
            self._next, self.end = opened, End.NEXT
        else:
            return opened.piece
        return b""

    def _inflate_on(self) -> bytes:
        try:
            piece = self._inflated()
        except (zlib.error, _Broken):
            self.end = End.DAMAGED
            return b""
        except _Ended:
            self.end = self._unended()
            return b""
        taken = self._raw.offset - self._member
        if self._size > LEAST and self._size > RATIO * taken:
            self.end = End.TRAP
        return piece

    def _opened(self) -> _Opened | None:
        """Open the member that begins here, or tell why it cannot be; nothing where the file ends."""
        while self._raw.have(1) and self._raw.window[self._raw.place] == 0:  # tapes and some writers fill up with zeros
            self._raw.place += 1
        if not self._raw.have(1):
            return None
        member = self._raw.offset
        try:
            return _Opened(member, self._open_member())
        except (zlib.error, _Broken):
            return _Opened(member, b"", End.DAMAGED)
        except _Ended:
            return _Opened(member, b"", self._unended())

    def _open_member(self) -> bytes:
        """Return the first bytes of the member that begins here."""
        self._member = self._raw.offset
        length = self._head()  # which may move the window
        self._raw.place += length
        self._inflater, self._checksum, self._size, self._open = zlib.decompressobj(wbits=-15), 0, 0, True
        begun = self._inflated()
        while self._open and len(begun) < _BEGINNING and not self._record.match(begun):
            begun += self._inflated()
        return begun

    def _unended(self) -> End:
        """Tell a cut file from a damaged member that runs to the end of the file over whole ones."""
        member = self._member
        self._found = self._search(member + 1)
        if self._found is not None:
            return End.DAMAGED
        self._member = member
        return End.CUT

    def _head(self) -> int:
        """Return the length of the member's head."""
        raw, size = self._raw, 1_024
        while True:
            whole = raw.have(size)
            length = head_length(raw.window[raw.place : raw.place + size])
            if length > 0:
                return length
            if length == 0 and not whole:
                raise _Ended
            if length < 0 or size > _NAME:
                raise _Broken
            size *= 8

    def _inflated(self) -> bytes:
        """Return the next bytes of the member, none where it ended as it must."""
        raw = self._raw
        while not self._inflater.eof:
            more = raw.have(1)
            sip = raw.window[raw.place : raw.place + _SIP]
            piece = self._inflater.decompress(sip, CHUNK)
            rest = self._inflater.unused_data if self._inflater.eof else self._inflater.unconsumed_tail
            raw.place += len(sip) - len(rest)
            if piece:
                self._checksum = zlib.crc32(piece, self._checksum)
                self._size += len(piece)
                return piece
            if not more and not self._inflater.eof:
                raise _Ended
        self._check_trailer()
        self._open = False
        return b""

    def _check_trailer(self) -> None:
        raw = self._raw
        if not raw.have(_TRAILER):
            raise _Ended
        trailer = raw.window[raw.place : raw.place + _TRAILER]
        raw.place += _TRAILER
        told = int.from_bytes(trailer[:4], "little"), int.from_bytes(trailer[4:], "little")
        if told != (self._checksum, self._size & 0xFFFFFFFF):
            raise _Broken

    def _search(self, start: int) -> _Opened | None:
        """Open the first member from here on that begins with a record."""
        raw = self._raw
        if self._rescanned < _RESCANNED:
            self._rescanned += max(0, raw.furthest - start)
            raw.go(start)
        while raw.have(len(_MAGIC)):
            found = raw.window.find(_MAGIC, raw.place)
            if found < 0:
                raw.place = len(raw.window) - len(_MAGIC) + 1
                continue
            raw.place = found
            raw.have(_SIP)
            at = raw.offset
            if self._begins_record(raw.window[raw.place : raw.place + _SIP]):
                with contextlib.suppress(zlib.error, _Broken, _Ended):
                    return _Opened(at, self._open_member())
            raw.go(at + 1)
        return None

    def _begins_record(self, sample: bytes) -> bool:
        length = head_length(sample)
        if length <= 0:
            return False
        try:
            begun = zlib.decompressobj(wbits=-15).decompress(sample[length:], 256)
        except zlib.error:
            return False
        return self._record.match(begun) is not None


def head_length(data: bytes) -> int:
    """Return the length of a gzip member's head, 0 where the bytes end within it, -1 where it is none (RFC 1952)."""
    if not data.startswith(_MAGIC[: len(data)]):
        return -1
    if len(data) < 10:
        return 0
    flags, at = data[3], 10
    if flags & 0xE0:
        return -1
    if flags & 4:
        at += 2 + int.from_bytes(data[at : at + 2], "little")
    for flag in (8, 16):
        if flags & flag:
            at = data.find(b"\0", at) + 1
            if at == 0:
                return 0
    at += 2 if flags & 2 else 0
    return at if at <= len(data) else 0
