"""The records of a crawl's archive: good ones, damaged ones, and the end of a cut one; WARC and ARC differ in form."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator
from typing import NamedTuple

from nutgraf.ingest.limits import MOST
from nutgraf.ingest.steps import At
from nutgraf.ingest.stretches import End, Stretches

HEADER_CAP = 65_536
"""Bytes of a record's header."""
BLOCK_CAP = MOST + HEADER_CAP
"""Bytes of a record that are kept: a page at its cap, and the header that it was sent with."""
_ALIVE = 64_000_000
"""After so many bytes passed over, a sign of life is given."""
_OVERLAP = 8_192
"""The longest line that begins a record."""
_COMPACT = 1_000_000
_GOING_BACK = 16
"""How often the reading goes back over a record that is longer than its cap and told a wrong length."""

DAMAGED = {
    End.DAMAGED: "cannot be unpacked: it is damaged",
    End.TRAP: "unpacks to so many times its size that it is taken for a trap",
}
LENGTH = "tells a length that is wrong"


class Header(NamedTuple):
    """What a record says of itself; `sort` is its WARC type, `fields` all it says, with names in small letters."""

    sort: str
    address: str
    date: str
    length: int
    fields: dict[str, str]


class Record(NamedTuple):
    """A whole record; `cut` where its block is longer than the cap, of which the beginning is here."""

    place: str
    header: Header
    block: bytes
    cut: bool


class Broken(NamedTuple):
    """A place where no record could be read, in words; `cut` where the archive ends there."""

    reason: str
    cut: bool = False


class Form(NamedTuple):
    """How an archive's records begin.

    `starts` tells a record's first bytes, `begun` those of one that is cut at once, `line` finds a record's beginning
    after the end of a line, `blank` is what ends a header, and `read` returns the header in bytes, or what is wrong
    with it in words.
    """

    starts: re.Pattern[bytes]
    begun: re.Pattern[bytes]
    line: re.Pattern[bytes]
    blank: re.Pattern[bytes]
    read: Callable[[bytes], Header | str]


Event = Record | Broken | None
"""A record, a place that is none, or a sign of life."""
_Events = Generator[Event, None, bool]
"""Events, and in the end whether the stretch goes on."""


class Records:
    """The records from a place on. `at` is where to go on after the last event: (number, stretch, bytes into it)."""

    def __init__(self, stretches: Stretches, form: Form, start: At = (), passing: bool = False) -> None:
        self._stretches, self._form, self._passing = stretches, form, passing
        self._number, _, self._inner = start if len(start) == 3 else (0, 0, 0)
        self._data = bytearray()
        self._place = self._stretch = self._dropped = 0
        self._going_back = _GOING_BACK
        self.at = start

    def _told(self, event: Event) -> Event:
        """Return an event, having noted that the next record begins here."""
        self.at = self._position()
        return event

    def _position(self) -> At:
        if self._place >= len(self._data) and (ahead := self._stretches.ahead()) is not None:
            return self._number, ahead, 0
        return self._number, *self._stretches.locate(self._stretch, self._dropped + self._place)

    def __iter__(self) -> Iterator[Event]:
        begun = told = False
        while (stretch := self._stretches.begin()) is not None:
            self._stretch, self._dropped, self._place = stretch, 0, 0
            self._data.clear()
            passing, inner = self._passing, self._inner
            self._passing, self._inner = False, 0
            if not (yield from self._pass(inner)) or (passing and not (yield from self._find(1))):
                continue
            if not begun:  # what was to be passed over is, and no later fault leads back to it
                yield self._told(None)
            begun = True
            for event in self._read_stretch():
                told = told or event is not None
                yield event
        if not told and not self._number:
            yield self._told(Broken("the archive holds no record"))

    def _read_stretch(self) -> Iterator[Event]:
        begun = False
        while not self._blank() or self._more():
            if self._blank():
                continue
            begun = True
            if not (yield from self._read_record()):
                return
        if self._stretches.end is End.CUT:
            yield self._told(Broken(f"the archive is cut short after record {self._number}", cut=True))
        elif not begun and self._stretches.end in DAMAGED:
            self._number += 1
            yield self._told(Broken(f"what lies at byte {self._stretch} is no record: it cannot be unpacked"))

    def _read_record(self) -> _Events:
        """Read the record that begins here; go to the next one of the stretch where it is broken."""
        self._compact()
        self._number += 1
        where = self._where()
        if not self._starts():
            begun = self._begun()
            going_on = yield from self._find(0)
            if not going_on and (self._stretches.end is End.CUT or begun):
                return (yield from self._unfinished(where))
            yield self._told(Broken(f"what lies at {where} is no record"))
            return going_on
        header = self._header()
        if header is None:
            return (yield from self._unfinished(where))
        if isinstance(header, str):
            going_on = yield from self._find(1)
            yield self._told(Broken(f"record {self._number} at {where} {header}"))
            return going_on
        return (yield from self._read_block(where, header))

    def _read_block(self, where: str, header: Header) -> _Events:
        block_at = self._stretch + self._dropped + self._place
        kept = min(header.length, BLOCK_CAP)
        begin, whole = self._place, self._have(kept)
        block = bytes(self._data[begin : begin + kept]) if whole else b""
        passed = header.length > kept
        if whole:
            whole = yield from self._pass(header.length)
        if whole and self._closed():
            yield self._told(Record(f"record {self._number} at {where}", header, block, passed))
            return True
        if whole and self._stretches.end in DAMAGED:
            yield self._told(Broken(f"record {self._number} at {where} {DAMAGED[self._stretches.end]}"))
            return False
        if not passed:
            self._place = begin
        elif self._going_back and self._stretches.back(block_at):
            self._going_back -= 1
            self._data.clear()
            self._dropped, self._place = block_at - self._stretch, 0
        if (yield from self._find(0)):
            yield self._told(Broken(f"record {self._number} at {where} {LENGTH}"))
            return True
        return (yield from self._unfinished(where))

    def _unfinished(self, where: str) -> _Events:
        """Tell of a record that its stretch does not hold to the end."""
        end = self._stretches.end
        self._place = len(self._data)
        if end in (End.CLOSED, End.CUT):
            yield self._told(Broken(f"the archive is cut short in record {self._number} at {where}", cut=True))
        else:
            yield self._told(Broken(f"record {self._number} at {where} {DAMAGED.get(end, LENGTH) if end else LENGTH}"))
        return False

    def _header(self) -> Header | str | None:
        """Return the header that begins here and go behind it; nothing where it does not end."""
        while (end := self._form.blank.search(self._data, self._place, self._place + HEADER_CAP)) is None:
            if len(self._data) - self._place >= HEADER_CAP:
                return f"has a header longer than the cap of {HEADER_CAP // 1024} KB"
            if not self._more():
                return None
        header = self._form.read(bytes(self._data[self._place : end.end()]))
        if isinstance(header, Header):
            self._place = end.end()
        return header

    def _closed(self) -> bool:
        """Tell whether the record that was just read ended where it says: at another one, or at the stretch's end."""
        while self._blank() and self._more(over=False):
            continue
        if self._place == len(self._data):
            return self._stretches.end not in DAMAGED
        return self._starts() or self._begun()

    def _starts(self) -> bool:
        self._have(_OVERLAP)
        return self._form.starts.match(self._data, self._place) is not None

    def _begun(self) -> bool:
        """Tell whether a record begins here, of which the stretch has only the very first bytes."""
        rest = self._data[self._place : self._place + _OVERLAP]
        return self._stretches.end is not None and self._form.begun.fullmatch(rest) is not None

    def _blank(self) -> bool:
        """Go over what may lie between records; tell whether there is nothing else at hand."""
        while self._place < len(self._data) and self._data[self._place] in b"\r\n\0":
            self._place += 1
        return self._place == len(self._data)

    def _find(self, skip: int) -> _Events:
        """Go to the next line that begins a record; tell whether there is one."""
        self._place += skip
        seen = 0
        while (found := self._form.line.search(self._data, self._place)) is None:
            self._place = max(self._place, len(self._data) - _OVERLAP)
            self._compact()
            before = len(self._data)
            if not self._more():
                self._place = len(self._data)
                return False
            seen += len(self._data) - before
            if seen > _ALIVE:
                seen = 0
                yield None
        self._place = found.start()
        return True

    def _pass(self, size: int) -> _Events:
        """Go so many bytes on; tell whether there are so many."""
        seen = 0
        while size:
            if self._place == len(self._data) and not self._more():
                return False
            step = min(size, len(self._data) - self._place)
            self._place, size, seen = self._place + step, size - step, seen + step
            if seen > _ALIVE:
                seen = 0
                yield None
            if size:
                self._compact()
        return True

    def _have(self, size: int) -> bool:
        """Tell whether so many bytes follow in the stretch."""
        while len(self._data) - self._place < size:
            if not self._more():
                return False
        return True

    def _more(self, over: bool = True) -> bool:
        piece = self._stretches.fill(over)
        self._data += piece
        return bool(piece)

    def _compact(self) -> None:
        if self._place > _COMPACT:
            del self._data[: self._place]
            self._dropped, self._place = self._dropped + self._place, 0

    def _where(self) -> str:
        offset, inner = self._stretches.locate(self._stretch, self._dropped + self._place)
        return f"byte {offset}" + (f" + {inner} unpacked" if inner else "")
