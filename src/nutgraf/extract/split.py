"""A page's lines told apart: where articles begin and end, what is teaser and what is furniture.

The page is walked once. Before an article stands its header (captions, title, deck, byline, outlet, time); inside it
prose, lists and subheadings; after it, from a heading such as "Related Articles" or a reprint line on, teasers, until
a new header or a run of prose.
"""

from __future__ import annotations

import itertools

from nutgraf.extract.furniture import is_inner_closer, is_offer, is_paywall
from nutgraf.extract.header import read_header
from nutgraf.extract.lines import Line
from nutgraf.extract.marks import find_dateline, has_plain_credit
from nutgraf.extract.shapes import LONG_PROSE, Shape, shape_of
from nutgraf.extract.sorting import Sorter
from nutgraf.extract.teasers import mark_teasers
from nutgraf.records.article import ArticleKind, Role
from nutgraf.text import fold

_ASIDES = {
    Shape.CAPTION: Role.CAPTION,
    Shape.CREDIT: Role.CREDIT,
    Shape.BYLINE: Role.BYLINE,
    Shape.TIME: Role.TIME,
    Shape.REPRINT: Role.REPRINT,
    Shape.FURNITURE: Role.FURNITURE,
}
_TEXT = (Shape.PROSE, Shape.SHORT, Shape.LIST)
_FAR = 12
"""A subheading's text stands within so many lines, pictures and offers between them counted."""


def split_lines(lines: tuple[Line, ...]) -> Sorter:
    """Return every line of a plain text with its role and draft."""
    walk = _Walk(lines)
    walk.run()
    return walk.sorter


class _Walk:
    """One walk over a page's lines; `draft` is the open article, `rest` the lines since it ended."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines
        self.shapes = tuple(shape_of(line) for line in lines)
        self.sorter = Sorter()
        self.draft: int | None = None
        self.rest: list[int] = []
        self.strict = True
        self.after = _teasers_only(lines, self.shapes)
        quiet = (Shape.FURNITURE, Shape.CLOSER, Shape.LINK)
        self.last = max((at for at, shape in enumerate(self.shapes) if shape not in quiet), default=0)
        self.last_run = max((at for at in range(len(lines)) if self._resumes(at)), default=-1)

    def run(self) -> None:
        index = 0
        while index < len(self.lines):
            index = self._step(index)
        self._flush()

    def _step(self, index: int) -> int:
        header = read_header(self.lines, self.shapes, index, first=index == 0 and self.draft is None and not self.after)
        if header is not None:
            self._flush()
            self.draft = self.sorter.open(ArticleKind.ARTICLE)
            self.after = False
            for line, role in header.marks:
                own = None if role is Role.FURNITURE else self.draft
                self.sorter.mark(line, role, own)
            return header.end
        if self.draft is None or self.after:
            return self._outside(index)
        return self._inside(index)

    def _outside(self, index: int) -> int:
        """Teasers and furniture stand between articles, unless the article goes on."""
        if self.draft is not None and (self._resumes(index) or (not self.strict and self._goes_on(index))):
            self._flush()
            self.after = False
            return self._inside(index)
        self.rest.append(index)
        return index + 1

    def _resumes(self, index: int) -> bool:
        """Two long paragraphs in a row after a box of links: the article was only interrupted."""
        long = [
            self.shapes[at] is Shape.PROSE and len(self.lines[at].words) >= LONG_PROSE
            for at in range(index, min(index + 2, len(self.lines)))
        ]
        return len(long) == 2 and all(long)

    def _goes_on(self, index: int) -> bool:
        """A paragraph and more text right under it, no captions: links in the midst of a text are over."""
        pair = range(index, min(index + 2, len(self.lines)))
        text = [at for at in pair if self.shapes[at] in _TEXT and not has_plain_credit(self.lines[at].words)]
        return len(text) == 2 and self.shapes[index] is Shape.PROSE

    def _inside(self, index: int) -> int:
        line, shape = self.lines[index], self.shapes[index]
        if shape in _TEXT and self._in_offer(index):
            self.sorter.mark(line, Role.FURNITURE)
        elif shape in _TEXT:
            self.sorter.mark(line, Role.LIST if shape is Shape.LIST else Role.BODY, self.draft)
        elif shape is Shape.CLOSER:
            self._close(index)
        elif shape is Shape.HEADLINE:
            self._headline(index)
        elif shape is Shape.LINK:
            self.sorter.mark(line, Role.TITLE, self.sorter.open(ArticleKind.TEASER))
        elif is_paywall(line.words):
            self._close(index)
        else:
            role = _ASIDES[shape]
            self.sorter.mark(line, role, None if role is Role.FURNITURE else self.draft)
            self.after, self.strict = shape is Shape.REPRINT and self._ends_here(index), True
        return index + 1

    def _in_offer(self, index: int) -> bool:
        """A short line or two between an offer and another line of furniture belong to the offer."""
        if len(self.lines[index].words) > 160:
            return False
        ways = (range(index - 1, max(-1, index - 3), -1), range(index + 1, min(len(self.lines), index + 3)))
        ends = [next((at for at in way if self.shapes[at] not in _TEXT), None) for way in ways]
        boxed = [at for at in ends if at is not None and self.shapes[at] is Shape.FURNITURE]
        return len(boxed) > 1 and is_offer(self.lines[boxed[0]].words)

    def _close(self, index: int) -> None:
        """A heading such as "Related" closes the article, unless prose goes right on under it."""
        self.after, self.strict = True, not is_inner_closer(self.lines[index].words)
        self.rest.append(index)

    def _ends_here(self, index: int) -> bool:
        return self.last_run <= index

    def _headline(self, index: int) -> None:
        """A line without a sentence's end is a subheading where prose follows it, else what ends an article."""
        following = self._next_text(index)
        if following is not None:
            self.sorter.mark(self.lines[index], Role.SUBHEADING, self.draft)
        elif len(self.lines[index].words) > 140 or self._cut(index) or self._walled(index):
            self.sorter.mark(self.lines[index], Role.BODY, self.draft)
        else:
            self.after, self.strict = True, False
            self.rest.append(index)

    def _cut(self, index: int) -> bool:
        """The page's last line, running on from prose: a cut ending rather than a heading."""
        words = self.lines[index].words
        return index >= self.last and (len(words.split()) > 8 or words.endswith(("…", "...")))

    def _walled(self, index: int) -> bool:
        """A line without an end right above a paywall, under a paragraph: the sentence that the wall cuts."""
        below = self.lines[index + 1].words if index + 1 < len(self.lines) else ""
        return is_paywall(below) and self.shapes[index - 1] in _TEXT and len(self.lines[index].words.split()) > 3

    def _next_text(self, index: int) -> int | None:
        """The next line of prose or list, over captions and furniture but over one further headline at most."""
        headlines = 0
        for at in range(index + 1, min(len(self.lines), index + _FAR)):
            shape = self.shapes[at]
            if shape in _TEXT:
                return at if headlines == 0 or len(self.lines[at].words) >= LONG_PROSE else None
            headlines += shape is Shape.HEADLINE
            if shape in (Shape.CLOSER, Shape.REPRINT) or headlines > 1:
                return None
        return None

    def _flush(self) -> None:
        if self.rest:
            mark_teasers(tuple((self.lines[at], self.shapes[at]) for at in self.rest), self.sorter)
            self.rest = []


def _teasers_only(lines: tuple[Line, ...], shapes: tuple[Shape, ...]) -> bool:
    """A page of headlines each with a line or two under it, and nowhere two paragraphs in a row."""
    pairs = runs = singles = 0
    text = [
        at
        for at, shape in enumerate(shapes)
        if shape not in (Shape.FURNITURE, Shape.LINK, Shape.TIME, Shape.CAPTION, Shape.BYLINE)
    ]
    for left, right in itertools.pairwise(text):
        if shapes[right] in (Shape.PROSE, Shape.SHORT):
            short = len(lines[right].words) <= 320 and find_dateline(lines[right].words) is None
            pairs += shapes[left] is Shape.HEADLINE and short
            runs += shapes[left] in _TEXT
            singles += not short
    doubled = len({fold(lines[at].words) for at in text}) < len(text)
    return pairs >= 3 and runs == 0 and singles == 0 and not (doubled and pairs < 4) and bool(text)
