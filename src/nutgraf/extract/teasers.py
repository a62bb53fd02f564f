"""What stands around articles: teasers (a title with a line or two), their captions, and furniture."""

from __future__ import annotations

from nutgraf.extract.lines import Line
from nutgraf.extract.marks import has_plain_credit
from nutgraf.extract.shapes import Shape
from nutgraf.extract.sorting import Sorter
from nutgraf.records.article import ArticleKind, Role
from nutgraf.text import fold

_LEAST_WORDS = 4
_ROLES = {
    Shape.CAPTION: Role.CAPTION,
    Shape.BYLINE: Role.BYLINE,
    Shape.TIME: Role.TIME,
    Shape.CREDIT: Role.CREDIT,
}


def mark_teasers(rest: tuple[tuple[Line, Shape], ...], sorter: Sorter) -> None:
    """Mark the lines outside articles: each title opens a teaser, with the caption above and the lines below it."""
    at = 0
    while at < len(rest):
        at = _unit(rest, at, sorter)


def _unit(rest: tuple[tuple[Line, Shape], ...], at: int, sorter: Sorter) -> int:
    title = at
    while title < len(rest) and _is_caption(rest, title):
        title += 1
    if title >= len(rest) or not _is_title(*rest[title]):
        line, shape = rest[at]
        sorter.mark(line, Role.CAPTION if shape is Shape.CAPTION else Role.FURNITURE)
        return at + 1
    draft = sorter.open(ArticleKind.TEASER)
    for line, _ in rest[at:title]:
        sorter.mark(line, Role.CAPTION, draft)
    key = fold(rest[title][0].words)
    end = title
    while end < len(rest) and (end == title or fold(rest[end][0].words) == key):
        sorter.mark(rest[end][0], Role.TITLE, draft)
        end += 1
    while end < len(rest) and _is_below(rest, end):
        line, shape = rest[end]
        sorter.mark(line, _ROLES.get(shape, Role.TEASER), draft)
        end += 1
    return end


def _is_caption(rest: tuple[tuple[Line, Shape], ...], at: int) -> bool:
    """A caption by its form, or any line ending with a bare credit right above a title."""
    line, shape = rest[at]
    if shape is Shape.CAPTION:
        return True
    below = rest[at + 1] if at + 1 < len(rest) else None
    tied = below is not None and not below[0].gap and _is_title(*below)
    return shape in (Shape.PROSE, Shape.SHORT) and tied and has_plain_credit(line.words)


def _is_title(line: Line, shape: Shape) -> bool:
    long_enough = len(line.words.split()) >= _LEAST_WORDS and len(line.words) <= 300
    return shape is Shape.HEADLINE and long_enough


def _is_below(rest: tuple[tuple[Line, Shape], ...], at: int) -> bool:
    line, shape = rest[at]
    if shape in (Shape.BYLINE, Shape.TIME):
        return True
    return shape in (Shape.SHORT, Shape.PROSE) and not _is_caption(rest, at) and len(line.words) <= 600
