"""An archive's bytes in stretches that can be read in one go: where each begins, and why it ends."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from nutgraf.ingest.packing import CHUNK, Source


class End(StrEnum):
    """Why a stretch ends."""

    CLOSED = "closed"
    """The file ends where it may."""
    NEXT = "next"
    """What comes next begins a record of its own, or is broken from its first byte."""
    DAMAGED = "damaged"
    CUT = "cut"
    """The file ends within a packed part."""
    TRAP = "trap"
    """It unpacks to so many times its size that nothing of it can be wanted."""


class Stretches(Protocol):
    """A file's stretches, one after the other."""

    end: End | None

    def ahead(self) -> int | None:
        """Return where the next stretch begins, if this one ends here."""
        ...

    def locate(self, stretch: int, inner: int) -> tuple[int, int]:
        """Return the place so many bytes into a stretch: an offset of the file, and unpacked bytes from there."""
        ...

    def begin(self) -> int | None:
        """Go to the next stretch and return where it begins in the file; nothing where there is none."""
        ...

    def fill(self, over: bool = True) -> bytes:
        """Return the next bytes of the stretch; none at its end, which `end` then explains.

        Unless `over`, none come either where a packed part ends and another one would have to be begun.
        """
        ...

    def back(self, offset: int) -> bool:
        """Go back to an offset of the file, if that can be done."""
        ...


class Whole:
    """A file that is not packed in members: one stretch from an offset to its end."""

    def __init__(self, stream: Source, start: int) -> None:
        self._stream, self._start, self._begun = stream, start, False
        self.end: End | None = None
        stream.seek(start)

    def ahead(self) -> int | None:
        """Return nothing: there is one stretch."""
        return None

    def locate(self, stretch: int, inner: int) -> tuple[int, int]:
        """Return the offset so many bytes further on."""
        return stretch + inner, 0

    def begin(self) -> int | None:
        """Return the offset, once."""
        if self._begun:
            return None
        self._begun = True
        return self._start

    def fill(self, over: bool = True) -> bytes:
        """Return the next bytes."""
        piece = self._stream.read(CHUNK)
        if not piece:
            fault = getattr(self._stream, "fault", None)
            self.end = End.CLOSED if fault is None else End.CUT if getattr(self._stream, "cut", False) else End.DAMAGED
        return piece

    def back(self, offset: int) -> bool:
        """Go back, except in what is unpacked on the way."""
        if hasattr(self._stream, "fault"):
            return False
        self._stream.seek(offset)
        self.end = None
        return True
