"""Lines of a text in parts: what of a title is no title; the outlet, person and day that sign in one line."""

from __future__ import annotations

import re

from nutgraf.extract.lines import Line
from nutgraf.extract.person_names import is_known_person
from nutgraf.extract.signs import Sign, signature_parts
from nutgraf.extract.sorting import Sorter
from nutgraf.records.article import Role

_ARROW = re.compile(r"\s*[→»›>]+$")
_GLUED = re.compile(r"([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’.-]*?){1,2}[a-zß-ÿ])(?=[A-ZÀ-Þ][a-zß-ÿ])")
_LONGEST_GLUED = 60
_SIGNS = {Sign.OUTLET: Role.OUTLET, Sign.PERSON: Role.BYLINE, Sign.DAY: Role.TIME, None: Role.BYLINE}


def mark_parts(sorter: Sorter, line: Line, role: Role, draft: int | None) -> None:
    """Give a line its role; the arrow behind a title that is a link is the page's own."""
    if role is Role.TITLE:
        _mark_title(sorter, line, draft)
        return
    name = glued_name_end(line.words) if role is Role.BYLINE else None
    if name is not None and line.fits(name):
        first, rest = line.cut(name)
        sorter.mark(first, Role.BYLINE, draft)
        sorter.mark(rest, Role.FURNITURE)
        return
    parts = signature_parts(line.words) if role is Role.BYLINE else ()
    if len(parts) < 2 or not all(line.fits(at) for part in parts for at in (part.start, part.end)):
        sorter.mark(line, role, draft)
        return
    for part in parts:
        sorter.mark(line.piece(part.start, part.end), _SIGNS[part.sign], draft)


def glued_name_end(words: str) -> int | None:
    """Return where a name ends in a short line that a page glues what the person is to ("Ann BellReporter")."""
    found = _GLUED.match(words) if len(words) <= _LONGEST_GLUED else None
    return found.end() if found is not None and is_known_person(found[1]) else None


def _mark_title(sorter: Sorter, line: Line, draft: int | None) -> None:
    arrow = _ARROW.search(line.words)
    if arrow is not None and arrow.start() and line.fits(arrow.start()):
        line, rest = line.cut(arrow.start())
        sorter.mark(line, Role.TITLE, draft)
        sorter.mark(rest, Role.FURNITURE)
    else:
        sorter.mark(line, Role.TITLE, draft)
