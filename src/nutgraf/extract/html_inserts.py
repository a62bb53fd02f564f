"""Boxes set into a text: a card or a related text between two paragraphs begins no text of its own below it."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.extract.html_lines import Document

_LINKED = 0.8


def without_inserts(document: Document, text: Sequence[int], starts: Sequence[int]) -> list[int]:
    """Return the starts of texts without those that stand in a box set into another text.

    `text` are the numbers of the page's lines of text, `starts` those of the lines that may each begin a text; both
    ascend. The first start is kept.
    """
    kept: list[int] = []
    for number, at in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(document.lines)
        if number == 0 or not _is_insert(document, text, at, end):
            kept.append(at)
    return kept


def _is_insert(document: Document, text: Sequence[int], at: int, end: int) -> bool:
    """The text before the line goes on below it, in the same element, and what is between stands in a box."""
    before = next((line for line in reversed(text) if line < at), None)
    below = [line for line in text if at <= line < end]
    if before is None or not below:
        return False
    lines, parents = document.lines, document.parents
    head, one, two = lines[at].node, lines[before].node, lines[below[0]].node
    trunk = _shared(parents, one, two)
    if lines[at].link >= _LINKED and _near(parents, one, trunk) and _near(parents, two, trunk):
        # A linked title in elements of its own between two paragraphs is a card.
        box = _branch(parents, head, trunk)
        more = any(_holds(parents, box, lines[other].node) for other in (at - 1, at + 1) if 0 <= other < len(lines))
        return more and not _holds(parents, box, one) and not _holds(parents, box, two)
    box = _shared(parents, head, two)
    return not _holds(parents, box, one) and any(_goes_on(parents, one, lines[line].node, box) for line in below)


def _goes_on(parents: Sequence[int], one: int, two: int, box: int) -> bool:
    """Two paragraphs of one element, the second of them outside of a box."""
    trunk = _shared(parents, one, two)
    return not _holds(parents, box, two) and _near(parents, one, trunk) and _near(parents, two, trunk)


def _near(parents: Sequence[int], element: int, trunk: int) -> bool:
    """Tell whether an element stands right in another, or in one that does (a link in a paragraph)."""
    return trunk in (element, parents[element], parents[parents[element]])


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
