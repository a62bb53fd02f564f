"""Boxes set into a text: a card or a related text between two paragraphs begins no text of its own below it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from nutgraf.extract.html_lines import Document

_LINKED = 0.8
_LEVELS = 6


def without_inserts(document: Document, text: Sequence[int], starts: Sequence[int], *, linked: bool) -> list[int]:
    """Return the starts of texts without those that stand in a box set into another text.

    `text` are the numbers of the page's lines of text, `starts` those of the lines that may each begin a text; both
    ascend. With `linked`, a box with no text in it must have a title that is a link.
    """
    ends = [*starts[1:], len(document.lines)][: len(starts)]
    return [
        at for at, end in zip(starts, ends, strict=True) if not _is_insert(document, text, (at, end), linked=linked)
    ]


def _is_insert(document: Document, text: Sequence[int], unit: tuple[int, int], *, linked: bool) -> bool:
    """The text before the line goes on below it, in the same element, and what is between stands in a box."""
    at, first = unit[0], bisect_left(text, unit[0])
    before, below = text[first - 1] if first else None, text[first : bisect_left(text, unit[1])]
    if before is None or not below:
        return False
    lines, parents = document.lines, document.parents
    if at + 1 < len(lines) and lines[at].node == lines[at + 1].node:
        return False  # a head that runs into its paragraph
    head, one, two = lines[at].node, lines[before].node, lines[below[0]].node
    trunk = _shared(parents, one, two)
    if (not linked or lines[at].link >= _LINKED) and _alike(document, one, two, trunk):
        # A title in elements of its own between two paragraphs is a card.
        box = _branch(parents, head, trunk)
        more = any(_holds(parents, box, lines[other].node) for other in (at - 1, at + 1) if 0 <= other < len(lines))
        return more and not _holds(parents, box, one) and not _holds(parents, box, two)
    box = _shared(parents, head, two)
    return not _holds(parents, box, one) and any(_goes_on(document, one, lines[line].node, box) for line in below)


def _goes_on(document: Document, one: int, two: int, box: int) -> bool:
    """Two paragraphs of one element, the second of them outside of a box."""
    return not _holds(document.parents, box, two) and _alike(document, one, two, _shared(document.parents, one, two))


def _alike(document: Document, one: int, two: int, trunk: int) -> bool:
    """Two elements stand right in another (or a link of theirs does), or in elements that look alike."""
    parents, looks = document.parents, document.looks
    if all(trunk in (element, parents[element], parents[parents[element]]) for element in (one, two)):
        return True
    for _ in range(_LEVELS):
        if one <= trunk or two <= trunk or looks[one] != looks[two]:
            break
        one, two = parents[one], parents[two]
    return one == two == trunk


def _branch(parents: Sequence[int], element: int, trunk: int) -> int:
    """The element right in the trunk that holds an element, or the trunk where it holds none such."""
    while element > trunk and parents[element] != trunk:
        element = parents[element]
    return element


def _shared(parents: Sequence[int], one: int, two: int) -> int:
    """The innermost element that holds both; elements are numbered in the order of the page, so parents come first."""
    while one != two:
        one, two = (parents[one], two) if one > two else (one, parents[two])
    return one


def _holds(parents: Sequence[int], box: int, element: int) -> bool:
    """Tell whether an element stands in a box, or is it."""
    while element > box:
        element = parents[element]
    return element == box
