"""Lines that saved pages glue together, parted where form alone tells: bylines, links to other texts, buttons."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from nutgraf.extract.furniture import is_closer, label_starts
from nutgraf.extract.lines import Line
from nutgraf.extract.marked_up import ADDRESS, read_marks
from nutgraf.extract.marks import inner_byline_end, is_outlet_name

INNER = "inner"
"""The hint of a byline that stood inside a text: it begins no article."""
MASTHEAD = "masthead"
"""The hint of a name that is the outlet's whose page it is."""
LINK = "link"
"""The hint of a line that is a link to another text."""
_LIVE = re.compile(r"(?:Follow|Read|Watch|See|More on|Live)\b.{3,120}?[a-z0-9’'”)](?=[A-Z][a-z]+ )")
_SITE = re.compile(r"\s+[|–—-]\s+")
_KEY = re.compile(r"(?:Title|TITLE|Headline|HEADLINE): +(?=\S)")
"""A saved page's label before its title."""
_GLUE = re.compile(r"(?<=[a-zà-ÿ:])(?<!: )(?=[A-ZÀ-Þ0-9¿¡“‘«])")
_LONGEST_LABEL, _LONGEST_LINK = 42, 240
_BUTTON = re.compile(r"(?:…|\.\.\.)\s*(?=(?i:continue reading|read more|read on|more)\W*$)")


def part_lines(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines of a plain text with the glued ones parted; no character is changed or lost."""
    parted = tuple(piece for line in read_marks(lines) for piece in _parted(line))
    return tuple(piece for at, line in enumerate(parted) for piece in _without_outlet(line, parted[at + 1 : at + 7]))


def _without_outlet(line: Line, below: tuple[Line, ...]) -> Iterator[Line]:
    """A saved page's title, parted from the outlet's name behind it where the bare title stands right below."""
    end = next((len(other.words) for other in below if line.words.startswith(other.words + " ")), 0)
    name = _SITE.match(line.words, end) if end > 15 else None
    if name is None or not is_outlet_name(line.words[name.end() :]):
        yield line
        return
    yield replace(line.piece(name.end(), len(line.words)), hint=MASTHEAD)
    yield line.piece(0, end)


def _parted(line: Line) -> Iterator[Line]:
    if line.hint == ADDRESS:
        yield line
        return
    end = inner_byline_end(line.words)
    if end is not None:
        first, rest = line.cut(end)
        yield replace(first, hint=INNER)
        yield rest
        return
    key = _KEY.match(line.words)
    if key is not None:
        yield from line.cut(key.end())
        return
    label = _glued_label(line.words)
    if label is not None:
        first, rest = line.cut(label)
        yield first
        yield replace(rest, hint=LINK)
        return
    labels = label_starts(line.words)
    if len(labels) > 1:
        yield from _pieces(line, labels)
        return
    live = _LIVE.match(line.words) if len(line.words) <= 240 and not line.words.endswith(".") else None
    button = _BUTTON.search(line.words)
    if live is not None and len(line.words[live.end() :].split()) > 3:
        first, rest = line.cut(live.end())
        yield first
        yield replace(rest, hint=LINK)
    elif button is not None:
        yield from line.cut(button.end())
    else:
        yield line


def _glued_label(words: str) -> int | None:
    """Where a heading over links ends that is glued to the first of them ("Related storiesCouncil votes again")."""
    if len(words) > _LONGEST_LINK:
        return None
    ends = (found.start() for found in _GLUE.finditer(words, 3, _LONGEST_LABEL))
    return next((end for end in ends if is_closer(words[:end]) and len(words[end:].split()) > 2), None)


def _pieces(line: Line, starts: tuple[int, ...]) -> Iterator[Line]:
    for start, end in itertools.pairwise(sorted({0, *starts, len(line.words)})):
        yield replace(line.piece(start, end), hint=LINK, gap=line.gap and start == 0)
