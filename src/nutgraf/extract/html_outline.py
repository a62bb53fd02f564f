"""Where each block of an HTML page stands in the page's outline: by the first run of prose, by what looks alike.

Integers from 0 to 255, made by integer arithmetic alone, as all features of blocks (`html_features`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nutgraf.extract.html_lines import Document
from nutgraf.extract.html_tree import Flags, Tree, Whole
from nutgraf.extract.lines import Line
from nutgraf.extract.shapes import Shape

SHAPES = tuple(Shape)
_AWAY = ("nav", "footer", "hidden")
_RUN, _WITHIN = 3, 8
"""The text is taken to begin at the first line of prose from which so many stand within so many lines."""
_FAR = 10**6


@dataclass(frozen=True, slots=True)
class Outline:
    """A page's lines as arrays: their shapes, their letters, the letters of prose, where the first run of it begins.

    `holders` are the elements around the lines' own, `heaviest` the one of them with most prose, the first of several.
    """

    lines: Sequence[Line]
    tree: Tree
    nodes: Whole
    shapes: Whole
    letters: Whole
    prose: Flags
    start: int
    weights: Whole
    holders: Whole
    heaviest: int


def outline_of(document: Document, tree: Tree, shapes: Whole, letters: Whole, linked: Whole) -> Outline:
    """Return the outline of a document that has lines; `shapes` are numbers in `SHAPES`."""
    lines = document.lines
    shown = np.array([line.region not in _AWAY for line in lines])
    prose = _of(shapes, Shape.PROSE) & (2 * linked < letters) & shown
    nodes = np.array([line.node for line in lines])
    weights, holders = prose * letters, tree.parents[nodes]
    heaviest = int(np.argmax(_held(tree, holders, weights)))
    start = _start(np.flatnonzero(prose))
    return Outline(lines, tree, nodes, shapes, letters, prose, start, weights, holders, heaviest)


def outline_features(document: Document, outline: Outline) -> Whole:
    """Return a row of features for each line."""
    columns = [
        *_since_start(outline),
        *_distances(outline),
        *_alike(document, outline),
        *_holders(outline),
        *_scopes(document, outline),
        *_apart(outline),
        _repeated(outline),
    ]
    return np.stack(columns, axis=1)


def _start(prose: Whole) -> int:
    if len(prose) < _RUN:
        return int(prose[0]) if len(prose) else 0
    near = np.flatnonzero(prose[_RUN - 1 :] - prose[: 1 - _RUN] <= _WITHIN)
    return int(prose[near[0]]) if len(near) else int(prose[0])


def _since_start(outline: Outline) -> list[Whole]:
    """How many closers, signatures, buttons and headings, how much prose, how many lines since the text begins."""
    shapes, start, place = outline.shapes, outline.start, np.arange(len(outline.lines))
    columns = [_counted(mask, start) for mask in (_closers(shapes), _signed(shapes), _buttons(shapes))]
    columns += [_counted(mask, start) for mask in (_levels(outline) > 0, _levels(outline) == 1)]
    weights = outline.weights
    before = np.cumsum(weights) - weights
    columns.append(np.clip(255 * (before - before[start]) // max(1, int(weights.sum())), 0, 255))
    columns.append(np.clip(128 + 2 * (place - start), 0, 255))
    return columns


def _counted(mask: Flags, start: int) -> Whole:
    counts = np.cumsum(mask)
    found: Whole = np.clip(128 + 16 * (counts - (counts[start - 1] if start else 0)), 0, 255)
    return found


def _distances(outline: Outline) -> list[Whole]:
    """How many lines to the prose before and after, the last heading and its level, the last closer and signature."""
    place, levels = np.arange(len(outline.lines)), _levels(outline)
    before = np.concatenate([[-1], _last(outline.prose)[:-1]])
    after = np.minimum.accumulate(np.where(outline.prose, place, _FAR)[::-1])[::-1]
    heading = _last(levels > 0)
    return [
        _far(place, before, 12),
        np.minimum(255, 12 * (np.concatenate([after[1:], [_FAR]]) - place)),
        _far(place, heading, 8),
        np.where(heading < 0, 0, 30 * levels[np.maximum(heading, 0)]),
        _far(place, _last(_closers(outline.shapes)), 8),
        _far(place, _last(_signed(outline.shapes)), 8),
    ]


def _last(mask: Flags) -> Whole:
    found: Whole = np.maximum.accumulate(np.where(mask, np.arange(len(mask)), -1))
    return found


def _far(place: Whole, last: Whole, step: int) -> Whole:
    return np.where(last < 0, 255, np.minimum(255, step * (place - last)))


def _alike(document: Document, outline: Outline) -> list[Whole]:
    """Of the lines that look like this one: their share of the prose, its rank, their number, whether the text's."""
    looks, parents = document.looks, document.parents
    numbers: dict[tuple[str, str, str], int] = {}
    kinds = np.array(
        [
            numbers.setdefault((looks[parents[line.node]], looks[line.node], line.tag), len(numbers))
            for line in outline.lines
        ]
    )
    weights, counts = np.zeros(len(numbers), np.int64), np.zeros(len(numbers), np.int64)
    np.add.at(weights, kinds, outline.weights)
    np.add.at(counts, kinds, 1)
    ranks = np.empty(len(numbers), np.int64)
    ranks[np.argsort(-weights, kind="stable")] = np.arange(len(numbers))
    return [
        255 * weights[kinds] // max(1, int(weights.sum())),
        np.minimum(255, 20 * ranks[kinds]),
        np.minimum(255, 4 * counts[kinds]),
        255 * (ranks[kinds] == 0),
        255 * (kinds == kinds[outline.start]),
    ]


def _holders(outline: Outline) -> list[Whole]:
    """Whether the element around the line's own, and the one around that, hold most prose, or where the text begins."""
    weights, columns = outline.weights, []
    holders = outline.holders
    for around in (holders, outline.tree.parents[holders]):
        held = _held(outline.tree, around, weights)
        columns += [
            255 * (around == int(np.argmax(held))),
            255 * (around == around[outline.start]),
            255 * held[around] // max(1, int(weights.sum())),
        ]
    place, own = np.arange(len(holders)), np.flatnonzero(holders == outline.heaviest)
    low, high = (int(own[0]), int(own[-1])) if len(own) else (0, len(holders))
    columns.append(np.where(place < low, 0, np.where(place > high, 255, 128)))
    return columns


def _held(tree: Tree, around: Whole, weights: Whole) -> Whole:
    """How much prose stands right in each element."""
    held = np.zeros(len(tree.parents), np.int64)
    np.add.at(held, around, weights)
    return held


def _scopes(document: Document, outline: Outline) -> list[Whole]:
    """Whether the line stands in the article element where the text begins, one before or after it; how many are."""
    scopes = np.array([line.scope for line in outline.lines])
    own = scopes[outline.start]
    beside = np.where(scopes < own, 85, np.where(scopes == own, 255, 170))
    return [np.where(scopes == 0, 0, beside), np.full(len(scopes), min(255, 10 * document.scopes))]


def _apart(outline: Outline) -> list[Whole]:
    """How far up and down the tree from where the text begins, and from the element with most prose."""
    tree, nodes = outline.tree, outline.nodes
    columns = []
    for other in (int(nodes[outline.start]), outline.heaviest):
        shared = tree.shared(nodes, other)
        columns.append(np.minimum(255, 12 * (tree.depths[other] - shared)))
        columns.append(np.minimum(255, 12 * (tree.depths[nodes] - shared)))
    return columns


def _repeated(outline: Outline) -> Whole:
    """How often the line's words stand on the page as a line."""
    counts = Counter(line.words for line in outline.lines)
    return np.array([min(255, 50 * (counts[line.words] - 1)) for line in outline.lines])


def _levels(outline: Outline) -> Whole:
    return np.array([int(line.tag[1]) if _is_heading(line.tag) else 0 for line in outline.lines])


def _is_heading(tag: str) -> bool:
    return len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()


def _closers(shapes: Whole) -> Flags:
    return _of(shapes, Shape.CLOSER)


def _signed(shapes: Whole) -> Flags:
    return _of(shapes, Shape.BYLINE) | _of(shapes, Shape.TIME)


def _buttons(shapes: Whole) -> Flags:
    return _of(shapes, Shape.FURNITURE) | _of(shapes, Shape.LINK)


def _of(shapes: Whole, shape: Shape) -> Flags:
    found: Flags = shapes == SHAPES.index(shape)
    return found


OUTLINED = 7 + 6 + 5 + 7 + 2 + 4 + 1
"""Features of a line's place in the outline."""
