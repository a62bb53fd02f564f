"""What stands around articles: teasers (a title with a line or two), their captions, and furniture."""

from __future__ import annotations

import re

from nutgraf.extract.furniture import is_paywall
from nutgraf.extract.lines import Line
from nutgraf.extract.marks import has_plain_credit
from nutgraf.extract.shapes import Shape
from nutgraf.extract.sorting import Sorter
from nutgraf.records.article import ArticleKind, Role
from nutgraf.text import fold

_LEAST_WORDS = 4
_TELLING = 7
_DOTS = ("…", "...")
_NUMBER = re.compile(r"\d{1,2}[.)] +(?=\D)")
_TALK = re.compile(r"comment|discussion|conversation|reply|thoughts|follow|footer|app", re.IGNORECASE)
_ROLES = {
    Shape.CAPTION: Role.CAPTION,
    Shape.BYLINE: Role.BYLINE,
    Shape.TIME: Role.TIME,
    Shape.CREDIT: Role.CREDIT,
}


def mark_teasers(rest: tuple[tuple[Line, Shape], ...], sorter: Sorter, sure: bool = False) -> None:
    """Mark the lines outside articles: each title opens a teaser, with the caption above and the lines below it.

    Unless titles are `sure`, a short line with nothing above or below it needs a heading such as "More News" before it:
    else it may as well be what a picture is called.
    """
    at, listed, walled = 0, sure, False
    while at < len(rest):
        line, shape = rest[at]
        opens = shape is Shape.CLOSER and not _TALK.search(line.words)
        listed = listed or opens
        walled = (walled or is_paywall(line.words)) and not opens and not sure
        if walled:
            sorter.mark(line, Role.FURNITURE)
            at += 1
        else:
            at = _unit(rest, at, sorter, listed)


def _unit(rest: tuple[tuple[Line, Shape], ...], at: int, sorter: Sorter, listed: bool) -> int:
    title = at
    while title < len(rest) and _is_caption(rest, title):
        title += 1
    if title >= len(rest) or not (_is_title(*rest[title]) or (listed and _is_item(*rest[title]))):
        line, shape = rest[at]
        sorter.mark(line, Role.CAPTION if shape is Shape.CAPTION else Role.FURNITURE)
        return at + 1
    if not listed and title == at and _stands_alone(rest, at):
        sorter.mark(rest[at][0], Role.FURNITURE)
        return at + 1
    draft = sorter.open(ArticleKind.TEASER)
    for line, _ in rest[at:title]:
        sorter.mark(line, Role.CAPTION, draft)
    key = fold(rest[title][0].words)
    end = title
    while end < len(rest) and (end == title or fold(rest[end][0].words) == key):
        _mark_title(rest[end][0], sorter, draft)
        end += 1
    if end < len(rest) and _is_cut_deck(rest, end):
        sorter.mark(rest[end][0], Role.TEASER, draft)
        end += 1
    while end < len(rest) and _is_below(rest, end):
        line, shape = rest[end]
        sorter.mark(line, _ROLES.get(shape, Role.TEASER), draft)
        end += 1
    return end


def _mark_title(line: Line, sorter: Sorter, draft: int) -> None:
    """A title without the number it has in a list ("1. ...")."""
    number = _NUMBER.match(line.words)
    if number is not None:
        first, line = line.cut(number.end())
        sorter.mark(first, Role.FURNITURE)
    sorter.mark(line, Role.TITLE, draft)


def _stands_alone(rest: tuple[tuple[Line, Shape], ...], at: int) -> bool:
    line, shape = rest[at]
    doubled = at + 1 < len(rest) and fold(rest[at + 1][0].words) == fold(line.words)
    below = at + 1 < len(rest) and _is_below(rest, at + 1)
    return shape is Shape.HEADLINE and len(line.words.split()) < _TELLING and not doubled and not below


def _is_cut_deck(rest: tuple[tuple[Line, Shape], ...], at: int) -> bool:
    """A line cut short with dots right under a whole title is the teaser's first line, not another title."""
    words, above = rest[at][0].words, rest[at - 1][0].words
    return rest[at][1] is Shape.HEADLINE and words.endswith(_DOTS) and not above.endswith(_DOTS)


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
    return shape in (Shape.HEADLINE, Shape.LINK) and long_enough


def _is_item(line: Line, shape: Shape) -> bool:
    """An item of a list of headlines; one that ends as a sentence does may be anything."""
    return shape is Shape.LIST and len(line.words.split()) >= _LEAST_WORDS and not line.words.endswith((".", ":"))


def _is_below(rest: tuple[tuple[Line, Shape], ...], at: int) -> bool:
    line, shape = rest[at]
    if shape in (Shape.BYLINE, Shape.TIME):
        return True
    return shape in (Shape.SHORT, Shape.PROSE) and not _is_caption(rest, at) and len(line.words) <= 600
