"""The head of an article: captions, title (often twice), deck, byline, outlet and time, up to its first paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from nutgraf.extract.furniture import is_closer
from nutgraf.extract.glued import INNER
from nutgraf.extract.lines import Line
from nutgraf.extract.marks import find_ago, find_dateline, is_outlet_name
from nutgraf.extract.shapes import Shape
from nutgraf.extract.signs import dated_outlet
from nutgraf.models.outlets import find_outlet, outlet_like
from nutgraf.records.article import Role
from nutgraf.text import fold

LONGEST = 14
"""Lines that a header may have; a longer run without prose is navigation."""

_TWICE = 2
_TOP = 30
_PERSON = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}"
_PLACED = re.compile(rf"{_PERSON}(?: and {_PERSON})? in [A-Z]\w+(?: [A-Z]\w+)?")
"""A correspondent's name and where from ("Marek Dole in Belmont"), under a title."""
_ABOVE = 2
"""A time further above the title is the page's: the day of the edition, a ticker's hour."""
_BODY = (Shape.PROSE, Shape.LIST, Shape.SHORT)
_FIXED = {
    Shape.CAPTION: Role.CAPTION,
    Shape.CREDIT: Role.CREDIT,
    Shape.BYLINE: Role.BYLINE,
    Shape.REPRINT: Role.REPRINT,
    Shape.FURNITURE: Role.FURNITURE,
    Shape.LINK: Role.FURNITURE,
    Shape.CLOSER: Role.FURNITURE,
}


@dataclass(frozen=True, slots=True)
class Header:
    """The marked lines of a header, and the index of the first line after it."""

    marks: tuple[tuple[Line, Role], ...]
    end: int


def read_header(lines: tuple[Line, ...], shapes: tuple[Shape, ...], index: int, first: bool) -> Header | None:
    """Return the header that begins at a line; `first` where nothing on the page stood before it.

    Later on a page a header must show itself: by a doubled title, an outlet with a time, or a byline over prose.
    """
    if not first and shapes[index] is not Shape.HEADLINE:
        return None
    end = _first_paragraph(lines, shapes, index, None if first else LONGEST)
    if end is None or (end == index and not first):
        return None
    span = range(index, end)
    title = _title(lines, shapes, span, end)
    if not first and (title != index or not _shows(lines, shapes, span)):
        return None
    marks = tuple((lines[at], _role(lines, shapes, at, title, end)) for at in span)
    return Header(marks, end)


def _first_paragraph(lines: tuple[Line, ...], shapes: tuple[Shape, ...], index: int, longest: int | None) -> int | None:
    """The index of the first paragraph of the text; doubled long lines at the top are captions, not text."""
    stop = len(lines) if longest is None else min(len(lines), index + longest)
    for at in range(index, stop):
        if shapes[at] is Shape.PROSE and not _repeated(lines, at, stop) and not _deck(lines, shapes, at, index):
            return at
        if longest is not None and shapes[at] is Shape.CLOSER:
            return None
    return _first_short(lines, shapes, index, stop) if longest is None else None


def _first_short(lines: tuple[Line, ...], shapes: tuple[Shape, ...], index: int, stop: int) -> int | None:
    """A page without long prose may still be a short text: two sentences or list items in a row."""
    for at in range(index, stop - 1):
        if shapes[at] in (Shape.SHORT, Shape.LIST) and shapes[at + 1] in (Shape.SHORT, Shape.LIST):
            return at
    return None


def _repeated(lines: tuple[Line, ...], at: int, stop: int) -> bool:
    """A long line printed twice within a few lines is a picture's caption."""
    key = fold(lines[at].words)
    near = range(max(0, at - 3), min(len(lines), at + 4, max(stop, at + 1)))
    return sum(fold(lines[other].words) == key for other in near) == _TWICE


def _deck(lines: tuple[Line, ...], shapes: tuple[Shape, ...], at: int, index: int) -> bool:
    """A single sentence between title and a byline or dateline is the deck."""
    if len(lines[at].words) > 300 or not any(shapes[before] is Shape.HEADLINE for before in range(index, at)):
        return False
    if find_dateline(lines[at].words) is not None:
        return False
    for after in range(at + 1, min(len(lines), at + 6)):
        if shapes[after] in (Shape.BYLINE, Shape.TIME):
            return True
        if shapes[after] in _BODY:
            return find_dateline(lines[after].words) is not None and after == at + 1
        if shapes[after] is Shape.HEADLINE:
            return False
    return False


def _title(lines: tuple[Line, ...], shapes: tuple[Shape, ...], span: range, end: int) -> int | None:
    """The index of the title: a doubled headline, else one marked as heading, else the first of four words or more."""
    heads = [at for at in span if shapes[at] is Shape.HEADLINE and not _is_label(lines, at, end)]
    heads = [at for at in heads if len(lines[at].words) <= 300]
    tests: tuple[Callable[[int], bool], ...] = (
        lambda at: (
            len(lines[at].words) >= 15 and any(fold(lines[o].words) == fold(lines[at].words) for o in heads if o != at)
        ),
        lambda at: lines[at].tag == "h1",
        lambda at: len(lines[at].words.split()) >= 4,
        lambda at: len(lines[at].words.split()) >= 2,
    )
    for test in tests:
        found = [at for at in heads if test(at)]
        if found:
            return found[0]
    return None


def _is_label(lines: tuple[Line, ...], at: int, end: int) -> bool:
    """An outlet's name beside a time, or a bulleted outlet, is no title."""
    words = lines[at].words
    if find_outlet(words) is not None:
        return True
    near = [lines[other].words for other in range(max(0, at - 1), min(end, at + 3)) if other != at]
    timed = any(find_ago(other) is not None for other in near)
    return is_outlet_name(words) and len(words.split()) <= 4 and (timed or outlet_like(words))


def _shows(lines: tuple[Line, ...], shapes: tuple[Shape, ...], span: range) -> bool:
    """Whether a header later on a page gives evidence of being one."""
    keys = [fold(lines[at].words) for at in span if shapes[at] is Shape.HEADLINE and len(lines[at].words) >= 15]
    doubled = len(set(keys)) < len(keys)
    timed = any(shapes[at] is Shape.TIME for at in span)
    signed = any(shapes[at] is Shape.BYLINE and lines[at].hint != INNER for at in span)
    return doubled or timed or signed or find_dateline(lines[span.stop].words) is not None


def _signs(lines: tuple[Line, ...], shapes: tuple[Shape, ...], at: int) -> bool:
    """A bare name right under a time line is who wrote it; an outlet's name stands above its time."""
    words = lines[at].words
    if _PLACED.fullmatch(words) and shapes[at] is Shape.HEADLINE:
        return True
    plain = (
        is_outlet_name(words) and 2 <= len(words.split()) <= 3 and "The" not in words.split() and not words.isupper()
    )
    return (
        plain
        and not _names_outlet(lines, at)
        and lines[at].tag == ""
        and shapes[at] is Shape.HEADLINE
        and _timed(lines, shapes, at)
    )


def _names_outlet(lines: tuple[Line, ...], at: int) -> bool:
    """A known outlet, a name that has the form, or one that stood alone on a line before (the masthead)."""
    words = lines[at].words
    if find_outlet(words) is not None or outlet_like(words):
        return True
    key = fold(words).removeprefix("the ")
    return any(fold(lines[above].words).removeprefix("the ") == key for above in range(min(at, _TOP)))


def _timed(lines: tuple[Line, ...], shapes: tuple[Shape, ...], at: int) -> bool:
    """A time right above, right below, or below an outlet's name."""
    below = at + 1
    if below < len(lines) and _names_outlet(lines, below):
        below += 1
    return shapes[at - 1] is Shape.TIME or (below < len(lines) and shapes[below] is Shape.TIME)


def _role(lines: tuple[Line, ...], shapes: tuple[Shape, ...], at: int, title: int | None, end: int) -> Role:
    line, shape = lines[at], shapes[at]
    if shape is Shape.TIME:
        ago = find_ago(line.words)
        if title is not None and title - at > _ABOVE:
            return Role.FURNITURE
        named = (ago is not None and ago.outlet) or dated_outlet(line.words)
        return Role.OUTLET if named else Role.TIME
    if title is not None and fold(line.words) == fold(lines[title].words):
        return Role.TITLE
    if shape in _FIXED:
        return _FIXED[shape]
    if title is not None and at > title and _signs(lines, shapes, at):
        return Role.BYLINE
    if title is not None and at < title and find_outlet(line.words) is not None:
        return Role.FURNITURE
    if shape is Shape.LIST or (shape is Shape.HEADLINE and _is_label(lines, at, end)):
        return Role.OUTLET if is_outlet_name(line.words) and not is_closer(line.words) else Role.FURNITURE
    if _repeated(lines, at, end) and shape is Shape.PROSE:
        return Role.CAPTION
    deck = title is not None and at > title and len(line.words.split()) >= 4
    return Role.DECK if deck else Role.FURNITURE
