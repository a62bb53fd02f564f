"""JSON of pages or articles: one object a line, an array of them, or one object; read as it streams."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping

import msgspec

from nutgraf.ingest.fields import Fields
from nutgraf.ingest.lines import SKIPPED, Line, read_lines
from nutgraf.ingest.packing import Stream
from nutgraf.ingest.rows import ROW_CAP, row_step
from nutgraf.ingest.steps import At, Place, Step, Told
from nutgraf.ingest.tally import Count, Sort
from nutgraf.ingest.values import Row
from nutgraf.records.page import Outcome

_FIRST = 65_536
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_BETWEEN = re.compile(r"[\s,]*")
REPLACED = "some of its bytes are no UTF-8; a mark stands for each of them"
_DECODER = json.JSONDecoder(strict=False)


def read_json_rows(
    stream: Stream, place: Place, fields: Fields, start: At = (), passing: bool = False
) -> Iterator[Step]:
    """Yield a step for every article in JSON, from a place on; the place is the number of the last line or item."""
    first = (start[0] if start else 0) + passing
    if passing:
        yield Step((first,))
    text = _Text(stream)
    text.have(_FIRST)
    if text.window.lstrip().startswith("["):
        yield from _array(text, place, fields, first)
    elif _is_lines(text.window):
        yield from _lines(text, place, fields, first)
    else:
        yield from _document(text, place, fields, first)
    if text.replaced:
        yield Step((), Told(Outcome.PARTIAL, REPLACED))


def _is_lines(head: str) -> bool:
    """Tell whether each line is an object of its own: the first is, or it does not even end here."""
    line = head.lstrip().partition("\n")
    return _decoded(line[0].encode("utf-8", "replace")) is not None or not line[1]


class _Text:
    """A stream as text: a window of it, and whether there is more. It is also a stream of UTF-8."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self.window = ""
        self.ended = self.replaced = False
        head = stream.read(_FIRST)
        bom, encoding = next((each for each in _BOMS if head.startswith(each[0])), (b"", "utf-8"))
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._take(head[len(bom) :], not head)

    def have(self, size: int) -> bool:
        """Tell whether the window holds so many characters."""
        while len(self.window) < size and not self.ended:
            piece = self._stream.read(_FIRST)
            self._take(piece, not piece)
        return len(self.window) >= size

    def read(self, size: int, /) -> bytes:
        """Return the next characters as UTF-8."""
        self.have(1)
        piece, self.window = self.window, ""
        return piece.encode("utf-8", "replace")

    def _take(self, piece: bytes, final: bool) -> None:
        words = self._decoder.decode(piece, final)
        self.replaced = self.replaced or ("\ufffd" in words and "\ufffd".encode() not in piece)
        self.window += words
        self.ended = final


def _lines(text: _Text, place: Place, fields: Fields, first: int) -> Iterator[Step]:
    for line in read_lines(text, ROW_CAP):
        if line.number > first and (line.data.strip() or not line.whole):
            yield from _line(line, place, fields)
        elif line.number % SKIPPED == 0:
            yield Step((first,))


def _line(line: Line, place: Place, fields: Fields) -> Iterator[Step]:
    at, told = (line.number,), f"line {line.number}"
    row = _decoded(line.data) if line.whole else None
    if row is not None:
        yield from _articles(at, row, ("line", line.number), place, fields)
    elif line.whole:
        yield Step(at, None, (Count(Sort.UNREADABLE, "no JSON", told),))
    else:
        yield Step(at, None, (Count(Sort.OVERLONG, first=told),))


def _articles(at: At, row: object, where: tuple[str, int], place: Place, fields: Fields) -> Iterator[Step]:
    """Yield the article that an object is, or those of the list that it holds, as answers of news services do."""
    own = row_step(at, row, where, place, fields)
    held = _held(row, 3) if own.made is None and isinstance(row, Mapping) else []
    if not held:
        yield own
    inner = Place(place.path, place.told(f"{where[0]} {where[1]}"), place.part(*where))
    for number, each in enumerate(held, start=1):
        yield row_step(at, each, ("item", number), inner, fields)


def _held(row: Row, depth: int) -> list[object]:
    """Return the longest list of objects that an object holds."""
    lists: list[list[object]] = [[]]
    for value in row.values():
        if isinstance(value, list) and value and isinstance(value[0], Mapping):
            lists.append(value)
        elif isinstance(value, Mapping) and depth:
            lists.append(_held(value, depth - 1))
    return max(lists, key=len)


def _decoded(data: bytes) -> object:
    """Return what JSON bytes hold; nothing where they are none. What only Python's own reader takes is taken, too."""
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError):
        pass
    try:
        return _DECODER.decode(data.decode("utf-8", "replace").strip())
    except (ValueError, RecursionError):
        return None


def _array(text: _Text, place: Place, fields: Fields, first: int) -> Iterator[Step]:
    """Yield the items of an array that may be larger than memory."""
    text.window = text.window.lstrip()[1:]
    number = 0
    while True:
        text.have(1)
        text.window = text.window[_BETWEEN.match(text.window).end() :]  # type: ignore[union-attr]
        if text.window.startswith("]") or (not text.window and text.ended):
            break
        if not text.window:
            continue
        item = _item(text)
        number += 1
        if item is None:
            told = f"its JSON cannot be read from item {number} on; the {number - 1} before it stand"
            yield Step((number,), Told(Outcome.PARTIAL, told))
            return
        if number > first:
            yield row_step((number,), item[0], ("item", number), place, fields)
        elif number % SKIPPED == 0:
            yield Step((first,))
    if not text.window:
        yield Step((number,), Told(Outcome.PARTIAL, f"its JSON is cut short after item {number}"))
        return
    text.window = text.window[1:]
    yield from _behind(text, number)


def _behind(text: _Text, number: int) -> Iterator[Step]:
    """Tell of an array without items, and of what follows one."""
    if number == 0:
        yield Step((number,), Told(Outcome.REFUSED, "its list is empty"))
    while text.have(1):
        if text.window.strip():
            yield Step((number,), Told(Outcome.PARTIAL, "what follows the end of its list was not read"))
            return
        text.window = ""


def _item(text: _Text) -> tuple[object] | None:
    """Take the next item off the window, which is widened until it holds it; nothing where there is none."""
    wanted = 1
    while True:
        try:
            item, end = _DECODER.raw_decode(text.window)
        except RecursionError:
            return None
        except ValueError:
            wanted = max(len(text.window) * 2, _FIRST)
            if text.ended or len(text.window) > ROW_CAP:
                return None
            text.have(min(wanted, ROW_CAP + _FIRST))
            continue
        if end == len(text.window) and not text.ended and not isinstance(item, (dict, list)):
            text.have(end + 1)  # a number may go on
            continue
        text.window = text.window[end:]
        return (item,)


def _document(text: _Text, place: Place, fields: Fields, first: int) -> Iterator[Step]:
    """Yield the article that one object is, or those that it holds a list of."""
    if text.have(ROW_CAP + 1):
        told = f"it is one JSON object longer than the cap of {ROW_CAP} bytes; write one article a line (JSON lines)"
        yield Step((), Told(Outcome.REFUSED, told))
        return
    document = _decoded(text.window.encode("utf-8", "replace"))
    if document is None:
        yield Step((), Told(Outcome.REFUSED, "its JSON cannot be read"))
    elif not first:
        yield from _articles((1,), document, ("item", 1), place, fields)
