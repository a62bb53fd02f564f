"""Features and labels of the pages that train the line classifier.

Two sources: pages written by us with green text poured in (every line labelled by construction), and the development
part of WCXB, of which only the features are kept (numbers without words) and whether the gold text holds a line.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from training.pages.kit import Written
from training.pages.sheet import Mark

from nutgraf.extract.glued import part_lines
from nutgraf.extract.line_breaks import join_wrapped
from nutgraf.extract.lines import Line, read_lines
from nutgraf.extract.marked_up import ADDRESS
from nutgraf.extract.surroundings import read_features
from nutgraf.models.line_roles import LABELS

CODES = dict(zip("ftdbmocxrphlTXCM", LABELS, strict=True))
"""The labels of frames, in the order of the classifier's."""
UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Sample:
    """One page: its features; which labels each line may have; whether an article or teaser begins (or unknown)."""

    name: str
    features: NDArray[np.uint8]
    allowed: NDArray[np.bool_]
    begins: NDArray[np.int8]
    teases: NDArray[np.int8]
    weight: float = 1.0


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a text page as the program reads them."""
    lines = part_lines(join_wrapped(read_lines(text)))
    return tuple(line for line in lines if line.hint != ADDRESS)


def label_written(page: Written, tagged: random.Random | None = None) -> Sample | None:
    """Return a written page as a sample; with `tagged`, its lines bear the tags that HTML would give them."""
    lines = lines_of(page.text)
    marks = list(_marks_of(lines, page.marks))
    if not lines:
        return None
    if tagged is not None:
        lines = tuple(_tagged(line, mark, tagged) for line, mark in zip(lines, marks, strict=True))
    allowed = np.zeros((len(lines), len(LABELS)), dtype=bool)
    begins = np.zeros(len(lines), dtype=np.int8)
    teases = np.zeros(len(lines), dtype=np.int8)
    article = teaser = -1
    for at, mark in enumerate(marks):
        allowed[at, LABELS.index(CODES[mark.label])] = True
        if mark.article is not None and mark.article != article:
            begins[at], article = 1, mark.article
        if mark.teaser is not None and mark.teaser != teaser:
            teases[at], teaser = 1, mark.teaser
    return Sample(page.name, read_features(lines), allowed, begins, teases)


def _marks_of(lines: tuple[Line, ...], marks: tuple[Mark, ...]) -> Iterable[Mark]:
    """For each line the mark that most of it lies in."""
    at = 0
    for line in lines:
        while at + 1 < len(marks) and marks[at].end <= line.start:
            at += 1
        best = at
        for other in range(at, len(marks)):
            if marks[other].start >= line.end:
                break
            if _common(line, marks[other]) > _common(line, marks[best]):
                best = other
        yield marks[best]


def _common(line: Line, mark: Mark) -> int:
    return min(line.end, mark.end) - max(line.start, mark.start)


_TAGS = {"t": ("h1", "h1", "h2", "h3", ""), "h": ("h2", "h3", "h2", "p", "h4"), "p": ("p", "p", "p", ""), "l": ("li",)}


def _tagged(line: Line, mark: Mark, dice: random.Random) -> Line:
    """A line as HTML would have it: headings, paragraphs, list items, links."""
    label = mark.label
    if label == "T":
        return replace(
            line, tag=dice.choice(("h3", "", "li", "h2", "h4")), link=1.0 if dice.random() < 0.85 else 0.0, gap=True
        )
    if label == "f":
        linked = dice.random() < 0.4
        return replace(line, tag=dice.choice(("", "", "li", "p", "h2")), link=1.0 if linked else 0.0, gap=True)
    return replace(line, tag=dice.choice(_TAGS.get(label, ("", "p"))), gap=True)
