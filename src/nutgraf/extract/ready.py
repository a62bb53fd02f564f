"""A sheet that is one text already: no page has to be told apart round it, only its own lines get their roles."""

from __future__ import annotations

import re

from nutgraf.extract.furniture import is_button
from nutgraf.extract.html_article import text_role
from nutgraf.extract.html_fields import field_lines
from nutgraf.extract.html_lines import read_document
from nutgraf.extract.html_rest import is_link_line
from nutgraf.extract.html_tables import join_rows
from nutgraf.extract.limits import Limits
from nutgraf.extract.lines import Line, read_lines
from nutgraf.extract.metadata import NO_METADATA
from nutgraf.extract.reading import Reading
from nutgraf.extract.shapes import PROSE_LENGTH, Shape, shape_of
from nutgraf.extract.sorting import Sorter
from nutgraf.extract.unwrapped import Holds, Sheet
from nutgraf.records.article import ArticleKind, Role
from nutgraf.records.page import Media
from nutgraf.text import fold

_HEAD = {Shape.BYLINE: Role.BYLINE, Shape.TIME: Role.TIME}
_TAIL = {Shape.REPRINT: Role.REPRINT, Shape.CREDIT: Role.CREDIT, Shape.BYLINE: Role.BYLINE, Shape.TIME: Role.TIME}
_POSTED = re.compile(r"The post .{1,400} (?:appeared first|first appeared) on .{1,100}")
"""What WordPress puts under each entry of its feeds."""
_TEXT = (Role.BODY, Role.LIST, Role.SUBHEADING, Role.BLOCKQUOTE, Role.TABLE, Role.EMBED)
_ENDS = 3
"""So many of the last lines may be credits, reprint lines and the feed's own links."""


def read_ready(sheet: Sheet, limits: Limits) -> Reading:
    """Return the lines of one ready text, or of a teaser, with their roles."""
    notes: list[str] = []
    fields: list[Line] = []
    cut, deep = None, None
    if sheet.media is Media.HTML:
        document = read_document(sheet.text.text, limits)
        join_rows(document)
        fields = list(field_lines(sheet.text.text, document.raw))
        lines, cut, notes = document.lines, document.cut, document.notes
        deep = f"its elements are nested {document.depth} deep" if document.depth > limits.deep else None
    else:
        lines = list(read_lines(sheet.text.text))
    sorter = Sorter()
    draft = sorter.open(ArticleKind.TEASER if sheet.holds is Holds.TEASER else ArticleKind.ARTICLE)
    titles = [line for line in lines if line.start < sheet.title_end]
    for line in titles:
        sorter.mark(line, Role.TITLE, draft)
    _mark_text(lines[len(titles) :], {fold(line.words) for line in titles}, sorter, draft)
    for line in fields:
        sorter.mark(line, Role.FURNITURE)
    return Reading(sorter, NO_METADATA, (*notes, *((cut,) if cut else ())), cut, None, deep)


def _mark_text(lines: list[Line], titles: set[str], sorter: Sorter, draft: int) -> None:
    teaser = sorter.kinds[draft] is ArticleKind.TEASER
    shapes = [shape_of(line) for line in lines]
    first = next((at for at, shape in enumerate(shapes) if shape is Shape.PROSE), len(lines))
    for at, line in enumerate(lines):
        role = _role(line, shapes[at], at < first, at >= max(first + 1, len(lines) - _ENDS))
        if at < first and fold(line.words) in titles:
            role = Role.TITLE
        if teaser and role in _TEXT:
            role = Role.TEASER
        sorter.mark(line, role, None if role is Role.FURNITURE else draft)


def _role(line: Line, shape: Shape, above: bool, below: bool) -> Role:
    """What one line of a ready text is: its text, unless its form and its place say otherwise together."""
    if line.region in ("hidden", "nav") or is_button(line.words):
        return Role.FURNITURE
    if line.region == "figure" or "caption" in line.hint:
        return Role.CAPTION
    if above and shape in _HEAD:
        return _HEAD[shape]
    if below and (shape in _TAIL or _POSTED.fullmatch(line.words)):
        return _TAIL.get(shape, Role.REPRINT)
    if (below or above) and len(line.words) < PROSE_LENGTH and is_link_line(line):
        return Role.FURNITURE
    return text_role(line)
