"""Tables of comma- or tab-separated values: the first row names the columns."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator

from nutgraf.ingest.fields import Fields
from nutgraf.ingest.limits import PAGE_CAP
from nutgraf.ingest.lines import SKIPPED, Line, read_lines
from nutgraf.ingest.packing import Stream
from nutgraf.ingest.rows import ROW_CAP, row_step
from nutgraf.ingest.steps import At, Place, Step, Told
from nutgraf.ingest.tally import Count, Sort
from nutgraf.records.page import Outcome

_DELIMITERS = ",;\t|"
_LINE_END = re.compile("(?<=\r)(?![\n\r])")
"""Where a line ends as some tables of old end them: with a carriage return alone."""


def read_table_rows(
    stream: Stream, place: Place, fields: Fields, start: At = (), passing: bool = False
) -> Iterator[Step]:
    """Yield a step for every row of a table, from a place on; the place is the number of the last row."""
    first = (start[0] if start else 0) + passing
    if passing:
        yield Step((first,))
    csv.field_size_limit(2 * PAGE_CAP)
    lines = _Lines(stream)
    rows = csv.reader(iter(lines), delimiter=lines.delimiter)
    names = next(rows, [])
    number = 0
    while True:
        begun = lines.number + 1
        number += 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            told = f"row {number} (lines {begun} to {lines.number})"
            yield Step((number,), None, (Count(Sort.UNREADABLE, _why(error), told),))
            continue
        if row is None:
            break
        if number > first and any(row):
            yield row_step((number,), _filled(names, row), ("row", number), place, fields)
        elif number % SKIPPED == 0:
            yield Step((max(first, number),))
    if lines.replaced:
        yield Step((number,), Told(Outcome.PARTIAL, "some of its bytes are no UTF-8; they were read as Windows-1252"))
    if lines.overlong:
        yield Step((number,), None, (Count(Sort.OVERLONG, first=f"line {lines.overlong}"),))


def _why(error: csv.Error) -> str:
    return "a quote mark that is never closed, or a field too long" if "limit" in str(error) else str(error)[:80]


def _filled(names: list[str], row: list[str]) -> dict[str, str]:
    """Return a row with the names of its columns; one without a name is called by its number."""
    given = [name.strip() for name in names[: len(row)]] + [""] * (len(row) - len(names))
    return {name or f"column {number}": value for number, (name, value) in enumerate(zip(given, row, strict=True), 1)}


class _Lines:
    """The lines of a table as text, and what was seen on the way."""

    def __init__(self, stream: Stream) -> None:
        self._lines = read_lines(stream, ROW_CAP)
        self.number = self.overlong = 0
        self.replaced = False
        head = next(self._lines, None)
        self._first = self._text(head) if head is not None else ""
        self.delimiter = max(_DELIMITERS, key=self._first.count)

    def __iter__(self) -> Iterator[str]:
        yield from _LINE_END.split(self._first)
        for line in self._lines:
            yield from _LINE_END.split(self._text(line))

    def _text(self, line: Line) -> str:
        self.number = line.number
        if not line.whole:
            self.overlong = self.overlong or line.number
            return "\n"
        data = line.data.removeprefix(codecs.BOM_UTF8) if line.number == 1 else line.data
        try:
            return data.decode()
        except UnicodeDecodeError:
            self.replaced = True
            return data.decode("cp1252", "replace")
