"""Pages that hold teasers and no article: headings with a sentence under each, and nowhere two paragraphs in a row."""

from __future__ import annotations

import itertools

from nutgraf.extract.lines import Line
from nutgraf.extract.marks import find_dateline
from nutgraf.extract.shapes import Shape, shape_of
from nutgraf.text import fold

_QUIET = (Shape.FURNITURE, Shape.CLOSER, Shape.LINK, Shape.TIME, Shape.CAPTION, Shape.BYLINE)
_TEXT = (Shape.PROSE, Shape.SHORT)
_LEAST, _LONGEST = 3, 320
"""So many headings at least have a sentence of so many characters at most under them."""


def find_summaries(lines: tuple[Line, ...]) -> tuple[tuple[int, int], ...]:
    """Return the places of each heading and of the sentence under it on a page of teasers; elsewhere nothing."""
    if any(len(line.words) > _LONGEST for line in lines):
        return ()
    shapes = tuple(map(shape_of, lines))
    told = [at for at, shape in enumerate(shapes) if shape not in _QUIET]
    if len({fold(lines[at].words) for at in told}) < len(told):
        return ()
    pairs = [
        (above, at) for above, at in itertools.pairwise(told) if shapes[above] is Shape.HEADLINE and shapes[at] in _TEXT
    ]
    alone = len(pairs) == sum(shapes[at] in (*_TEXT, Shape.LIST) for at in told)
    short = all(find_dateline(lines[at].words) is None for _, at in pairs)
    return tuple(pairs) if alone and short and len(pairs) >= _LEAST else ()
