"""Packed files as the stream of what is in them, every step under a cap."""

from __future__ import annotations

import bz2
import importlib
import lzma
import zlib
from collections.abc import Callable
from enum import StrEnum
from typing import BinaryIO, Protocol

CHUNK = 65_536
"""Bytes unpacked, at most, in one step."""
_SIP = 4_096
"""Packed bytes given at once: what an unpacker has made of them when it meets damage is lost."""
RATIO = 400
"""What unpacks to more than so many times its size is taken for a trap; text seldom reaches 100."""
LEAST = 100_000_000
"""Below so many bytes no ratio is asked for."""
_XZ_MEMORY = 192 * 1024 * 1024
"""The largest memory that `xz -9` asks for when it unpacks is 65 MB."""
_WHAT = {"gzip": ".gz", "bzip2": ".bz2", "xz": ".xz", "zstandard": ".zst", "lz4": ".lz4"}
_MAGIC = {
    b"\x1f\x8b": "gzip",
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"(\xb5/\xfd": "zstandard",
    b"\x04\x22\x4d\x18": "lz4",
}


class Stream(Protocol):
    """What bytes are read from, one after the other."""

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes, none at the end."""
        ...


class Source(Stream, Protocol):
    """A stream in which one can go forward to an offset."""

    def seek(self, offset: int, /) -> object:
        """Go to an offset."""
        ...


class Unpacker(Protocol):
    """What unpacks one member; the standard library's own shape."""

    @property
    def eof(self) -> bool:
        """Tell whether the member has ended."""
        ...

    @property
    def needs_input(self) -> bool:
        """Tell whether nothing more comes without more packed bytes."""
        ...

    @property
    def unused_data(self) -> bytes:
        """Return the packed bytes after the member's end."""
        ...

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """Take packed bytes and return at most so many unpacked ones."""
        ...


class Packing(StrEnum):
    """How a file is packed."""

    GZIP = "gzip"
    BZIP2 = "bzip2"
    XZ = "xz"
    ZSTANDARD = "zstandard"
    LZ4 = "lz4"

    @staticmethod
    def of(head: bytes) -> Packing | None:
        """Return how bytes are packed, by their first ones."""
        return next((Packing(name) for magic, name in _MAGIC.items() if head.startswith(magic)), None)

    @property
    def suffix(self) -> str:
        """What the names of such files end in."""
        return _WHAT[self]


class CannotUnpack(Exception):
    """What unpacks this is not installed; the message says what to do."""


class _Zlib:
    """zlib's unpacker in the shape of the others."""

    def __init__(self) -> None:
        self._inflater = zlib.decompressobj(wbits=31)
        self._rest = b""

    @property
    def eof(self) -> bool:
        return self._inflater.eof

    @property
    def needs_input(self) -> bool:
        return not self._rest and not self._inflater.eof

    @property
    def unused_data(self) -> bytes:
        return self._inflater.unused_data

    def decompress(self, data: bytes, max_length: int = -1, /) -> bytes:
        piece = self._inflater.decompress(self._rest + data, max_length)
        self._rest = self._inflater.unconsumed_tail
        return piece


def unpacker_for(packing: Packing) -> Callable[[], Unpacker]:
    """Return what makes an unpacker for one member; `CannotUnpack` where none is installed."""
    match packing:
        case Packing.GZIP:
            return _Zlib
        case Packing.BZIP2:
            return bz2.BZ2Decompressor
        case Packing.XZ:
            return lambda: lzma.LZMADecompressor(memlimit=_XZ_MEMORY)
        case Packing.ZSTANDARD:
            return _installed(("compression.zstd", "backports.zstd"), "ZstdDecompressor", packing)
        case Packing.LZ4:
            return _installed(("lz4.frame",), "LZ4FrameDecompressor", packing)


def _installed(modules: tuple[str, ...], name: str, packing: Packing) -> Callable[[], Unpacker]:
    for module in modules:
        try:
            made: Callable[[], Unpacker] = getattr(importlib.import_module(module), name)
        except ImportError:
            continue
        return made
    raise CannotUnpack(f'it is packed with {packing}; unpack it first, or: pip install "nutgraf[archives]"')


class Unpacked:
    """The stream of what is in a packed file; `fault` says in words where and why it broke off."""

    def __init__(self, stream: BinaryIO, packing: Packing) -> None:
        self._stream, self._packing = stream, packing
        self._make = unpacker_for(packing)
        self._unpacker: Unpacker | None = None
        self._packed = b""
        self._ready = b""
        self.taken = 0
        self.given = 0
        self.fault: str | None = None
        self.cut = False

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes, none at the end."""
        while not self._ready and self.fault is None and self._step():
            continue
        piece, self._ready = self._ready[:size], self._ready[size:]
        self.given += len(piece)
        return piece

    def seek(self, offset: int, /) -> None:
        """Read forward to an offset."""
        while self.given < offset and self.read(min(CHUNK, offset - self.given)):
            continue

    def _step(self) -> bool:
        """Unpack a little; tell whether there may be more."""
        unpacker = self._unpacker
        if not self._packed and (unpacker is None or unpacker.needs_input):
            self._packed = self._stream.read(_SIP)
            self.taken += len(self._packed)
            if not self._packed:
                self._end(unpacker)
                return False
        packed, self._packed = self._packed, b""
        first = unpacker is None
        if unpacker is None:
            packed = packed.lstrip(b"\0") if self.given else packed  # tapes and some writers fill up with zeros
            if not packed:
                return True
            unpacker = self._unpacker = self._make()
        try:
            self._ready = unpacker.decompress(packed, CHUNK)
        except Exception as error:  # each library has its own error, and all of them mean this
            self._broken(first, error)
            return False
        if unpacker.eof:
            self._packed, self._unpacker = unpacker.unused_data, None
        return self._within()

    def _end(self, unpacker: Unpacker | None) -> None:
        if unpacker is not None:
            self.cut = True
            self.fault = f"the {self._packing} file is cut short"

    def _broken(self, first: bool, error: Exception) -> None:
        if first and self.given:
            self.fault = f"what follows its last whole part is no {self._packing}"
        elif isinstance(error, MemoryError):
            raise error
        else:
            self.fault = f"the {self._packing} file is damaged"

    def _within(self) -> bool:
        out = self.given + len(self._ready)
        if out > LEAST and out > RATIO * self.taken:
            self._ready = b""
            self.fault = f"it unpacks to more than {RATIO} times its size, as traps do; the rest was not unpacked"
            return False
        return True
