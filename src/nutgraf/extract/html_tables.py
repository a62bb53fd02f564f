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
    row_of, cell_of = _nearest(document, (ROW,)), _nearest(document, _CELLS)
    lines: list[Line] = []
    for row, group in groupby(document.lines, key=lambda line: row_of[line.node] if line.tag in _CELLS else 0):
        own = list(group)
        lines.extend([_joined(own)] if row and _is_data(own, cell_of) else own)
    document.lines = lines


def _nearest(document: Document, names: tuple[str, ...]) -> list[int]:
    """For each element the number of the nearest one of these names around it or itself, else zero."""
    found = [0] * len(document.parents)
    for element in range(1, len(document.parents)):
        found[element] = element if document.names[element] in names else found[document.parents[element]]
    return found


def _is_data(lines: list[Line], cell_of: list[int]) -> bool:
    """Several cells of one short line each."""
    single = len({cell_of[line.node] for line in lines}) == len(lines) > 1
    return single and all(len(line.words) <= _LONGEST for line in lines)


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
