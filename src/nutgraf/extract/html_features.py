"""Each block of an HTML page as small integers: its form, its place, its boxes; of its words what our tables make.

Integers from 0 to 255, made by integer arithmetic alone, so that every machine makes the same ones.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from nutgraf.extract.html_lines import Document
from nutgraf.extract.html_outline import OUTLINED, SHAPES, Outline, outline_features, outline_of
from nutgraf.extract.html_tags import KINDS
from nutgraf.extract.html_tree import Whole, read_tree
from nutgraf.extract.lines import Line
from nutgraf.extract.shapes import shape_of

Bytes = NDArray[np.uint8]

_TAGS = (
    "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "td", "th", "dd", "dt", "pre", "figcaption", "time",
    "button", "label", "caption", "summary", "tr", "",
)  # fmt: skip
_REGIONS = ("nav", "aside", "footer", "header", "figure", "hidden", "")
_ENDS = frozenset(".!?:;…。！？\"”’')")
_DIGIT = re.compile(r"\d")
_CAPITAL = re.compile("[A-Z\u00c0-\u00d6\u00d8-\u00de\u0391-\u03ab\u0400-\u042f]")
_ABOVE = 5
"""So many elements around a block are described one by one, from the inside out."""
_LONGEST = 5000
"""A line counts for so many letters at most, so that one line of rubbish does not hide the rest of the page."""
_SHOWN = 400
"""Digits and capitals are counted in so many characters at most."""
_SCALE = np.array([round(2 ** (step / 4)) for step in range(1, 64)])
"""Steps of a scale on which four steps double a length: 1 to 55 000."""
_MAINS = (95, 75, 50)
"""The innermost elements that hold more than so many hundredths of the page's prose; none less than half."""
_NUMBERS = {shape: at for at, shape in enumerate(SHAPES)}


def block_features(document: Document) -> Bytes:
    """Return a row for each line of a document."""
    lines = document.lines
    if not lines:
        return np.zeros((0, WIDTH), np.uint8)
    form, tree = _form(lines), read_tree(document.parents)
    letters = np.array([min(_LONGEST, len(line.words)) for line in lines], np.int64)
    linked = np.array([min(_LONGEST, sum(end - start for start, end in line.links)) for line in lines], np.int64)
    shapes = np.array([_NUMBERS[shape_of(line)] for line in lines])
    outline = outline_of(document, tree, shapes, letters, linked)
    columns = (
        255 * (shapes[:, None] == np.arange(len(SHAPES))),
        form,
        _own(lines),
        _places(lines, letters),
        outline_features(document, outline),
        _elements(document, form, outline, linked),
    )
    return np.hstack(columns).astype(np.uint8)


def _form(lines: list[Line]) -> Whole:
    """Lengths, marks and shares of each line."""
    form = np.array([_form_of(line) for line in lines], np.int64)
    form[:, :2] = _steps(form[:, :2])
    return form


def _form_of(line: Line) -> tuple[int, ...]:
    words = line.words
    length, count = len(words), words.count(" ") + 1
    stops = words.count(".") + words.count("!") + words.count("?") + words.count("。")
    commas = words.count(",") + words.count("，") + words.count("、")
    head = words[:_SHOWN]
    shown = len(head)
    return (
        length,
        count,
        min(255, 16 * length // count),
        min(255, 25 * stops),
        min(255, 25 * commas),
        255 * len(_DIGIT.findall(head)) // shown,
        255 * len(_CAPITAL.findall(head)) // shown,
        255 * (words[-1] in _ENDS),
        255 * words[0].isupper(),
        255 * sum(end - start for start, end in line.links) // length,
        min(255, 25 * len(line.links)),
        255 * ("|" in words or "»" in words or "›" in words or "·" in words),
    )


def _step(number: int) -> int:
    return 4 * int(np.searchsorted(_SCALE, number, side="right"))


def _steps(numbers: Whole) -> Whole:
    return 4 * np.searchsorted(_SCALE, numbers, side="right")


def _own(lines: list[Line]) -> Whole:
    """The line's tag, the part of the page it stands in, whether in an article element or a table."""
    tags = {tag: at for at, tag in enumerate(_TAGS)}
    regions = {region: at + len(_TAGS) for at, region in enumerate(_REGIONS)}
    found = np.zeros((len(lines), len(_TAGS) + len(_REGIONS) + 2), np.int64)
    rows = np.arange(len(lines))
    found[rows, [tags.get(line.tag, len(_TAGS) - 1) for line in lines]] = 255
    found[rows, [regions.get(line.region, regions[""]) for line in lines]] = 255
    found[:, -2] = [255 * (line.scope > 0) for line in lines]
    found[:, -1] = [255 * line.cell for line in lines]
    return found


def _places(lines: list[Line], lengths: Whole) -> Whole:
    """Where a line stands: by number, by letters before it, from the first heading; and how large the page is."""
    count = len(lines)
    total = int(lengths.sum())
    number = np.arange(count)
    head = next((at for at, line in enumerate(lines) if line.tag == "h1"), -1)
    far = np.zeros(count, np.int64) if head < 0 else np.clip(128 + 2 * (number - head), 0, 255)
    same = np.full(count, 1)
    return np.stack(
        [
            255 * number // max(1, count - 1),
            255 * (np.cumsum(lengths) - lengths) // max(1, total),
            same * _step(count),
            same * _step(total),
            far,
            same * 255 * (head >= 0),
        ],
        axis=1,
    )


def _elements(document: Document, form: Whole, outline: Outline, linked: Whole) -> Whole:
    """What the elements around a line hold, and of which kinds of box their names speak."""
    tree, node = outline.tree, outline.nodes
    kinds = np.array(document.kinds, np.int64)
    sums = tree.sums(node, _held_of(outline, form, linked))
    gathered = list(document.kinds)
    for element, parent in enumerate(document.parents[1:], start=1):
        gathered[element] |= gathered[parent]
    columns = [np.minimum(255, 6 * tree.depths[node])[:, None]]
    at = node
    for _ in range(_ABOVE):
        columns.append(_held(sums[at], sums[0]))
        at = tree.parents[at]
    columns += [_bits(kinds[node]), _bits(kinds[tree.parents[node]]), _bits(np.array(gathered, np.int64)[node])]
    columns += [255 * tree.inside(node, main)[:, None] for main in _mains(sums[:, 3])]
    return np.hstack(columns)


def _held_of(outline: Outline, form: Whole, linked: Whole) -> Whole:
    """For each line: letters, letters in links, whether prose, its letters, whether a paragraph, one."""
    letters = outline.letters
    prose = (letters >= 80) & (2 * linked < letters) & (form[:, 3] > 0)
    paragraph = np.array([line.tag == "p" for line in outline.lines])
    return np.stack([letters, linked, prose, prose * letters, paragraph, np.ones(len(letters), np.int64)], axis=1)


def _held(here: Whole, page: Whole) -> Whole:
    letters, lines = np.maximum(here[:, 0], 1), np.maximum(here[:, 5], 1)
    return np.stack(
        [
            255 * here[:, 0] // max(1, int(page[0])),
            255 * here[:, 1] // letters,
            255 * here[:, 2] // max(1, int(page[2])),
            255 * here[:, 3] // letters,
            _steps(here[:, 4]),
            _steps(here[:, 5]),
            _steps(letters // lines),
        ],
        axis=1,
    )


def _bits(kinds: Whole) -> Whole:
    return 255 * ((kinds[:, None] >> np.arange(len(KINDS))) & 1)


def _mains(weights: Whole) -> list[int]:
    """The innermost elements with more than so many hundredths: all with more than half hold one another."""
    if not weights[0]:
        return [0] * len(_MAINS)
    return [int(np.flatnonzero(100 * weights > share * weights[0])[-1]) for share in _MAINS]


WIDTH = len(SHAPES) + 12 + len(_TAGS) + len(_REGIONS) + 2 + 6 + OUTLINED + 1 + 7 * _ABOVE + 3 * len(KINDS) + len(_MAINS)
