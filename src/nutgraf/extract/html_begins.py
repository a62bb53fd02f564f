"""Where articles begin on an HTML page as the reader of bare lines sees it: a second opinion on several texts."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.extract.lines import Line
from nutgraf.extract.shapes import Shape, shape_of
from nutgraf.extract.split import find_beginnings

_OUTSIDE = ("nav", "footer", "aside", "hidden")
_HEADS = (Shape.HEADLINE, Shape.TIME, Shape.BYLINE)
"""Forms of lines that may open a text; the model of blocks, which looks for one text, often drops them."""


def lines_to_read(lines: Sequence[Line], kept: Sequence[bool]) -> list[int]:
    """Return the numbers of the lines that the second reader is shown: what may be of a text, or open one."""
    return [
        at for at, line in enumerate(lines) if line.region not in _OUTSIDE and (kept[at] or shape_of(line) in _HEADS)
    ]


def find_begins(lines: Sequence[Line], kept: Sequence[bool]) -> frozenset[int]:
    """Return the numbers of the lines with which articles begin."""
    read = lines_to_read(lines, kept)
    return frozenset(read[at] for at in find_beginnings(tuple(lines[at] for at in read)))
