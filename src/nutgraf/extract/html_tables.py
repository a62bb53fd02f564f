"""The rows of tables that hold data: a row's cells become one line, as a reader reads them."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from nutgraf.extract.html_lines import Document
from nutgraf.extract.lines import Line, Run

ROW = "tr"
"""The tag of a line that is a whole row."""
_CELLS = ("td", "th")
_LONGEST = 80
"""A cell with more letters is text in a frame made of tables, not data."""
_BETWEEN = " "


def join_rows(document: Document) -> None:
    """Put each row of data into one line; cells that hold paragraphs, and rows of one cell, stay as they are."""
    rows = _rows(document)
    lines: list[Line] = []
    for row, group in groupby(zip(rows, document.lines, strict=True), key=lambda pair: pair[0]):
        own = [line for _, line in group]
        lines.extend([_joined(own)] if row and _is_data(own) else own)
    document.lines = lines


def _rows(document: Document) -> list[int]:
    """For each line the number of the table row it is a bare cell of, else zero."""
    row_of = [0] * len(document.parents)
    for element in range(1, len(document.parents)):
        row_of[element] = element if document.names[element] == ROW else row_of[document.parents[element]]
    return [row_of[line.node] if line.tag in _CELLS else 0 for line in document.lines]


def _is_data(cells: list[Line]) -> bool:
    return len(cells) > 1 and all(len(cell.words) <= _LONGEST for cell in cells)


def _joined(cells: list[Line]) -> Line:
    words, runs, links = "", [], []
    for cell in cells:
        start = len(words) + (len(_BETWEEN) if words else 0)
        words = f"{words}{_BETWEEN}{cell.words}" if words else cell.words
        runs += [Run(start + run.start, start + run.end, run.page_start, run.page_end) for run in cell.runs]
        links += [(start + left, start + right) for left, right in cell.links]
    linked = sum(right - left for left, right in links) / len(words)
    last = cells[-1].end
    return replace(cells[0], words=words, end=last, runs=tuple(runs), links=tuple(links), link=linked, tag=ROW)
