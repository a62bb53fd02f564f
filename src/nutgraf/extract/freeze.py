"""Drafts to articles: the frozen text, its blocks, anchors and asides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.extract.limits import DEFAULT
from nutgraf.extract.lines import Line
from nutgraf.extract.sorting import Marked
from nutgraf.records.article import Anchor, Aside, Block, PagePart, Role

BETWEEN = "\n\n"
_ASIDE = (Role.DECK, Role.CAPTION, Role.CREDIT, Role.REPRINT, Role.OUTLET, Role.TIME, Role.BYLINE)
_TEXT = (Role.BODY, Role.SUBHEADING, Role.LIST, Role.BLOCKQUOTE, Role.TABLE, Role.EMBED)


@dataclass(frozen=True, slots=True)
class Frozen:
    """The frozen text of one draft with what ties it to the page; `cut` where it reached the cap on characters."""

    text: str
    blocks: tuple[Block, ...]
    anchors: tuple[Anchor, ...]
    asides: tuple[Aside, ...]
    cut: bool = False


def freeze(marks: list[Marked], teaser: bool, most: int = DEFAULT.characters) -> Frozen:
    """Join a draft's text lines, up to `most` characters; a teaser's text is the lines under its title."""
    roles = (Role.TEASER,) if teaser else _TEXT
    blocks, anchors = [], []
    pieces: list[str] = []
    length, cut = 0, False
    for mark in marks:
        if mark.role not in roles:
            continue
        start = length + (len(BETWEEN) if pieces else 0)
        line = _within(mark.line, most - start)
        cut = len(line.words) < len(mark.line.words)
        if line.words:
            pieces.append(line.words)
            length = start + len(line.words)
            blocks.append(Block(start, length, Role.BODY if teaser else mark.role))
            anchors.extend(_anchors(line, start))
        if cut:
            break
    return Frozen(BETWEEN.join(pieces), tuple(blocks), tuple(anchors), _asides(marks), cut)


def _within(line: Line, room: int) -> Line:
    """Return what of a line fits, up to the end of a word where there is one."""
    if len(line.words) <= room:
        return line
    space = line.words.rfind(" ", 0, max(0, room))
    return line.cut(space if space > 0 else max(0, room))[0]


def page_parts(marks: Sequence[Marked], shift: int = 0) -> tuple[PagePart, ...]:
    """Return every marked stretch of the page in page order; drafts are counted from `shift`."""
    parts = [
        PagePart(run.page_start, run.page_end, mark.role, None if mark.draft is None else mark.draft + shift)
        for mark in marks
        for run in mark.line.runs
        if run.page_end > run.page_start
    ]
    return tuple(sorted(parts, key=lambda part: (part.start, part.end)))


def _anchors(line: Line, start: int) -> list[Anchor]:
    return [Anchor(start + run.start, start + run.end, run.page_start, run.page_end) for run in line.runs]


def _asides(marks: list[Marked]) -> tuple[Aside, ...]:
    seen: set[tuple[Role, str]] = set()
    asides: list[Aside] = []
    for mark in marks:
        key = (mark.role, mark.line.words)
        if mark.role in _ASIDE and key not in seen:
            seen.add(key)
            asides.append(Aside(mark.role, mark.line.words, mark.line.start, mark.line.end))
    return tuple(asides)
