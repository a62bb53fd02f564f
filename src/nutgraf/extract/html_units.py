"""Several texts on one HTML page: elements or headings that repeat, each with signs of a text of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.extract.cohesion import hang_together
from nutgraf.extract.furniture import is_button
from nutgraf.extract.html_lines import Document
from nutgraf.extract.lines import Line
from nutgraf.extract.marks import find_ago, find_dateline
from nutgraf.extract.shapes import Shape, shape_of
from nutgraf.extract.signs import dated_outlet

_TEXT = (Shape.PROSE, Shape.SHORT, Shape.LIST)
_OUTSIDE = ("nav", "footer", "aside", "hidden", "figure")
_HEAD = 8
"""So many lines at the top of a text may hold its title, time, byline and picture."""
_COVER = 0.6
"""The texts of a page with several hold at least this share of what is kept of it."""
_STRONG = 0.7
"""At least this share of the texts bears a sign of its own: a time, a byline, a linked title, a dateline."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One text of several: the numbers of its first line and of the line after its last."""

    first: int
    end: int


@dataclass(frozen=True, slots=True)
class _Signs:
    title: bool
    strong: bool
    text: bool


def find_units(document: Document, kept: Sequence[bool], live: bool) -> tuple[Unit, ...]:
    """Return the texts of a page that holds several, in the order of the page; nothing where it holds one or none.

    `kept` tells which lines are of any text; `live` that the page says of itself that it is a live blog.
    """
    total = sum(len(line.words) for line, keep in zip(document.lines, kept, strict=True) if keep)
    best: tuple[float, tuple[Unit, ...]] = (0.0, ())
    for units in (*_by_elements(document, kept), *_by_headings(document, kept), *_by_times(document, kept)):
        score = _score(document.lines, kept, units, total, live)
        if score > best[0]:
            best = score, units
    return best[1]


def _score(lines: list[Line], kept: Sequence[bool], units: tuple[Unit, ...], total: int, live: bool) -> float:
    """The share of the page's text in the units where enough of them look like texts of their own; else zero."""
    signs = [_signs(lines, kept, unit) for unit in units]
    full = [unit for unit, sign in zip(units, signs, strict=True) if sign.text]
    if len(full) < 2 or not total:
        return 0.0
    cover = sum(len(lines[at].words) for unit in full for at in range(unit.first, unit.end) if kept[at]) / total
    strong = sum(sign.strong for sign in signs if sign.text) / len(full)
    titled = sum(sign.title for sign in signs if sign.text) / len(full)
    if cover < _COVER:
        return 0.0
    if strong >= _STRONG or (live and strong >= 0.5):
        return cover + strong + 0.1 * titled
    apart = len(full) > 2 and titled >= 0.8 and not hang_together([_words(lines, kept, unit) for unit in full])
    return cover if apart else 0.0


def _words(lines: list[Line], kept: Sequence[bool], unit: Unit) -> str:
    return " ".join(lines[at].words for at in range(unit.first, unit.end) if kept[at])


def _signs(lines: list[Line], kept: Sequence[bool], unit: Unit) -> _Signs:
    """What the top and the end of a unit tell."""
    body = next((at for at in range(unit.first, unit.end) if kept[at] and _is_text(lines[at])), None)
    if body is None:
        return _Signs(False, False, False)
    head = range(max(unit.first, body - _HEAD), body)
    title = next((at for at in head if is_heading(lines[at])), None)
    timed = any(_is_time(lines[at]) for at in range(head.start, min(unit.end, body + 2)))
    signed = any(shape_of(lines[at]) is Shape.BYLINE for at in head)
    linked = title is not None and lines[title].link >= 0.8
    dated = find_dateline(lines[body].words) is not None
    return _Signs(title is not None, timed or signed or linked or dated, True)


def _is_text(line: Line) -> bool:
    return line.link < 0.5 and line.region not in _OUTSIDE and shape_of(line) in _TEXT


def _is_time(line: Line) -> bool:
    return line.tag == "time" or shape_of(line) is Shape.TIME


def is_heading(line: Line) -> bool:
    """Tell whether a line may be the title of a text: a heading, or a short line that is no sentence."""
    if len(line.words.split()) < 2 or len(line.words) > 250 or is_button(line.words):
        return False
    ago = find_ago(line.words) is not None or dated_outlet(line.words) is not None
    return not ago and shape_of(line) is Shape.HEADLINE


def _by_elements(document: Document, kept: Sequence[bool]) -> Iterator[tuple[Unit, ...]]:
    """Sibling elements that look alike, each with text."""
    first, end, letters = _extents(document, kept)
    groups: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for element in range(1, len(document.parents)):
        if letters[element]:
            groups[document.parents[element], document.looks[element]].append(element)
    for key in sorted(groups):
        if len(groups[key]) > 1:
            yield tuple(Unit(first[element], end[element]) for element in groups[key])


def _extents(document: Document, kept: Sequence[bool]) -> tuple[list[int], list[int], list[int]]:
    """For each element: its first line, the line after its last, and the letters of text in it."""
    count, lines = len(document.parents), document.lines
    first, end, letters = [len(lines)] * count, [0] * count, [0] * count
    for at, line in enumerate(lines):
        if line.region != "hidden":
            first[line.node], end[line.node] = min(first[line.node], at), max(end[line.node], at + 1)
            letters[line.node] += len(line.words) if kept[at] and _is_text(line) else 0
    for element in range(count - 1, 0, -1):
        parent = document.parents[element]
        first[parent], end[parent] = min(first[parent], first[element]), max(end[parent], end[element])
        letters[parent] += letters[element]
    return first, end, letters


def _by_headings(document: Document, kept: Sequence[bool]) -> Iterator[tuple[Unit, ...]]:
    """Headings that look alike, each with all that stands below it up to the next."""
    lines = document.lines
    looks: defaultdict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.region not in _OUTSIDE and is_heading(line):
            looks[_look(document, line)].append(at)
    for look in sorted(looks):
        yield from _between(lines, kept, looks[look])


def _by_times(document: Document, kept: Sequence[bool]) -> Iterator[tuple[Unit, ...]]:
    """Times that look alike, each with all that stands below it up to the next."""
    lines = document.lines
    looks: defaultdict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.region not in _OUTSIDE and _is_time(line):
            looks[_look(document, line)].append(at)
    for look in sorted(looks):
        yield from _between(lines, kept, looks[look])


def _between(lines: list[Line], kept: Sequence[bool], starts: list[int]) -> Iterator[tuple[Unit, ...]]:
    """Units that begin at given lines; a start without text below it begins none."""
    if len(starts) < 2:
        return
    last = max((at for at, keep in enumerate(kept) if keep and _is_text(lines[at])), default=-1)
    ends = [*starts[1:], max(last + 1, starts[-1] + 1)]
    units = tuple(
        Unit(start, end)
        for start, end in zip(starts, ends, strict=True)
        if any(kept[at] and _is_text(lines[at]) for at in range(start, end))
    )
    if len(units) > 1:
        yield units


def _look(document: Document, line: Line) -> str:
    """How a line's element and the one around it are spelled: what looks alike has one meaning on a page."""
    node = line.node
    return f"{document.looks[document.parents[node]]} {document.looks[node]}"
