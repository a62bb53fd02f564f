"""What stands around the text of an HTML page: cards and lists of links are teasers, the rest is the page's own."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

from nutgraf.extract.boxes import Boxes
from nutgraf.extract.furniture import is_button, is_closer, is_furniture
from nutgraf.extract.lines import Line
from nutgraf.extract.shapes import Shape, shape_of
from nutgraf.extract.sorting import Sorter
from nutgraf.extract.teasers import mark_teasers

_LINKED = 0.8
_LEAST_WORDS = 4
_LONGEST = 220
_LABEL = 60
_SHOUTED = 50
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def is_link_line(line: Line) -> bool:
    """Tell whether a line is one link, or nearly so: it leads to another text and is none."""
    return line.link >= _LINKED and len(line.words) <= _LONGEST


def mark_rest(rest: list[Line], sorter: Sorter, boxes: Boxes) -> None:
    """Mark the lines that are no article's: titles that are links, and headings or list items in boxes of teasers.

    `boxes` are those that hold on this page.
    """
    shaped: list[tuple[Line, Shape]] = []
    listed = False
    for line in (piece for whole in rest for piece in _cut_at_links(whole)):
        if line.tag in _HEADINGS or is_closer(line.words):
            listed = is_closer(line.words)
        shaped.append((line, _shape(line, boxes, listed)))
    mark_teasers(tuple(shaped), sorter, sure=True)


def _cut_at_links(line: Line) -> Iterator[Line]:
    """A title that is a link, parted from the label before it or the name behind it."""
    titles = [stretch for stretch in line.links if len(line.words[slice(*stretch)].split()) >= _LEAST_WORDS]
    plain = len(line.words) - sum(end - start for start, end in line.links)
    if not titles or not 0 < plain <= _LABEL or is_furniture(line.words):
        yield line
        return
    cuts = sorted({0, len(line.words), *(at for stretch in titles for at in stretch)})
    for start, end in itertools.pairwise(cuts):
        piece = line.piece(start, end)
        if piece.words:
            yield piece if piece.link else replace(piece, tag="")


def _shape(line: Line, boxes: Boxes, listed: bool) -> Shape:
    if _is_title(line, boxes, listed):
        return Shape.HEADLINE
    shape = shape_of(line)
    if line.region in ("nav", "footer", "hidden", "header") or shape in (Shape.HEADLINE, Shape.LIST):
        return Shape.FURNITURE
    if boxes.quiet(line) and shape is not Shape.CAPTION:
        return Shape.FURNITURE
    return shape


def _is_title(line: Line, boxes: Boxes, listed: bool) -> bool:
    """A linked line, a heading in a box of teasers, or an item of a list under a heading such as "Most Read"."""
    count = sum(any(map(str.isalnum, word)) for word in line.words.split())
    if line.region in ("nav", "hidden") or (line.region in ("footer", "header") and not line.scope):
        return False
    if not count >= _LEAST_WORDS or len(line.words) > _LONGEST or boxes.quiet(line):
        return False
    if is_button(line.words) or is_closer(line.words) or (line.words.isupper() and len(line.words) < _SHOUTED):
        return False
    if is_furniture(line.words) and not (line.link >= _LINKED and ":" in line.words[:24]):
        return False
    if line.link >= _LINKED:
        return True
    heading = line.tag in _HEADINGS
    return (heading and (line.link >= 0.5 or listed)) or (listed and line.tag == "li")
