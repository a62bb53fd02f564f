"""A page's lines told apart: where articles begin and end, what is teaser and what is furniture.

The classifier of lines scores what each line may be; the best way through the page says where articles begin, run and
end. What follows here is exact: outlets and times by their form, a title's number, which lines a teaser holds.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from nutgraf.extract.alike import doubt_unlike, expect_alike
from nutgraf.extract.lines import Line
from nutgraf.extract.marked_up import ADDRESS
from nutgraf.extract.marks import find_ago, find_byline, is_outlet_name
from nutgraf.extract.roles import HEAD, Told, decide_roles
from nutgraf.extract.run_in import cut_heads
from nutgraf.extract.signs import outlet_beside_time
from nutgraf.extract.sorting import Sorter
from nutgraf.extract.stamps import is_clock, is_stamp
from nutgraf.extract.sure_forms import add_forms, tells_something
from nutgraf.extract.surroundings import read_features
from nutgraf.models.line_roles import score_lines
from nutgraf.models.outlets import find_outlet, merged_papers, outlet_like
from nutgraf.records.article import ArticleKind, Role
from nutgraf.text import fold

_ROLES = {
    "furniture": Role.FURNITURE,
    "title": Role.TITLE,
    "deck": Role.DECK,
    "byline": Role.BYLINE,
    "time": Role.TIME,
    "outlet": Role.OUTLET,
    "caption": Role.CAPTION,
    "credit": Role.CREDIT,
    "reprint": Role.REPRINT,
    "body": Role.BODY,
    "subheading": Role.SUBHEADING,
    "list": Role.LIST,
    "teaser_title": Role.TITLE,
    "teaser_text": Role.TEASER,
    "teaser_caption": Role.CAPTION,
    "teaser_meta": Role.TIME,
}
_STRETCH = 8_000
_NUMBER = re.compile(r"\d{1,2}[.)] +(?=\D)")


def split_lines(lines: tuple[Line, ...]) -> Sorter:
    """Return every line with its role and draft."""
    sorter = Sorter()
    for line in lines:
        if line.hint == ADDRESS:
            sorter.mark(line, Role.FURNITURE)
    lines = tuple(line for line in lines if line.hint != ADDRESS)
    if lines:
        told = _read(lines, _scored(lines))
        walk = _Walk(lines, told, sorter)
        for at in range(len(lines)):
            walk.take(at)
    return sorter


def find_beginnings(lines: tuple[Line, ...]) -> list[int]:
    """Return the numbers of the lines with which articles begin."""
    told = _read(lines, _scored(lines)) if lines else ()
    return [at for at, line in enumerate(told) if line.begins]


def _read(lines: tuple[Line, ...], scores: NDArray[np.int64]) -> tuple[Told, ...]:
    """What each line is; read a second time where articles of the page begin unlike the others, or none is found."""
    told = decide_roles(scores)
    if not any(line.begins for line in told):
        return decide_roles(scores, told=True) if tells_something(lines) else told
    doubted = doubt_unlike(scores, told)
    if doubted is not None:
        scores, told = doubted, decide_roles(doubted)
    expected = expect_alike(lines, scores, told)
    return told if expected is None else decide_roles(expected)


def _scored(lines: tuple[Line, ...]) -> NDArray[np.int64]:
    """The scores of all lines; a page of very many lines is read in stretches, so that it needs little memory."""
    stretches = [lines[at : at + _STRETCH] for at in range(0, len(lines), _STRETCH)]
    return np.concatenate([add_forms(stretch, score_lines(read_features(stretch))) for stretch in stretches])


class _Walk:
    """Gives each line to its draft: `article` is the open article, `teaser` the open teaser."""

    def __init__(self, lines: tuple[Line, ...], told: tuple[Told, ...], sorter: Sorter) -> None:
        self.lines, self.told, self.sorter = lines, told, sorter
        self.cuts = cut_heads(lines, told)
        self.article: int | None = None
        self.teaser: int | None = None
        self.titled: str | None = None
        self.title: str | None = None

    def take(self, at: int) -> None:
        line, told = self.lines[at], self.told[at]
        if told.begins:
            self.article, self.title = self.sorter.open(ArticleKind.ARTICLE), None
        if told.label.startswith("teaser"):
            self._tease(at, line, told)
            return
        if told.label != "furniture":
            self.teaser = None
        cut = self.cuts.get(at)
        if cut is not None:
            self.sorter.mark(line.piece(*cut.head), cut.role, self.article)
            line = line.piece(cut.rest, len(line.words))
        role = _role(line, told)
        if role is Role.TITLE:
            role = self._title(fold(line.words))
        self._mark(line, role, None if role is Role.FURNITURE else self.article)

    def _title(self, words: str) -> Role:
        """A title may stand twice, whole or cut short; other words under it are the deck."""
        self.title = self.title or words
        return Role.TITLE if words in self.title or self.title in words else Role.DECK

    def _mark(self, line: Line, role: Role, draft: int | None) -> None:
        """Mark a line; a title's number in a list ("1. ...") is left outside."""
        number = _NUMBER.match(line.words) if role is Role.TITLE else None
        if number is not None and line.fits(number.end()):
            first, line = line.cut(number.end())
            self.sorter.mark(first, Role.FURNITURE)
        self.sorter.mark(line, role, draft)

    def _tease(self, at: int, line: Line, told: Told) -> None:
        title = told.label == "teaser_title"
        again = title and self.titled == fold(line.words)
        if self.teaser is None or told.teases or (title and self.titled is not None and not again):
            if not self._heads(at):
                self.sorter.mark(line, Role.CAPTION if told.label == "teaser_caption" else Role.FURNITURE)
                return
            self.teaser, self.titled = self.sorter.open(ArticleKind.TEASER), None
        if title:
            self.titled = fold(line.words)
        self._mark(line, _role(line, told), self.teaser)

    def _heads(self, at: int) -> bool:
        """Whether a title stands here or a few teaser lines below, before the next teaser begins."""
        for below in range(at, min(len(self.lines), at + 5)):
            told = self.told[below]
            if told.label == "teaser_title":
                return True
            if (below > at and told.teases) or not told.label.startswith(("teaser", "furniture")):
                return False
        return False


def _role(line: Line, told: Told) -> Role:
    """The role of a label, set right where the form of the line is plain."""
    role = _ROLES[told.label]
    if role is Role.FURNITURE and told.phase == HEAD and is_stamp(line.words):
        return Role.TIME  # a day between a title and its text is the text's
    if role in (Role.TIME, Role.OUTLET, Role.BYLINE):
        return _signed(line.words, role, told)
    return role


def _signed(words: str, role: Role, told: Told) -> Role:
    """Tell outlet, time and byline apart by form, where it tells."""
    if outlet_beside_time(words):
        return Role.OUTLET
    if find_ago(words) is not None or is_stamp(words) or is_clock(words):
        return Role.TIME
    if find_byline(words) is not None and words[:3].casefold() == "by ":
        return Role.BYLINE
    named = find_outlet(words) is not None or outlet_like(words) or merged_papers(words)
    if role is Role.BYLINE and find_byline(words) is None and named:
        return Role.OUTLET
    if told.label == "teaser_meta" or role is Role.TIME:
        if any(map(str.isdigit, words)):
            return Role.TIME
        if named:
            return Role.OUTLET
        return Role.BYLINE if is_outlet_name(words) else Role.TIME
    return role
