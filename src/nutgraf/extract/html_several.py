"""The roles of lines where an HTML page holds several texts: what stands above the first, and each text by itself."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.extract.boxes import Boxes
from nutgraf.extract.html_keep import Kept
from nutgraf.extract.html_lines import Document
from nutgraf.extract.html_rest import mark_rest
from nutgraf.extract.html_title import find_title
from nutgraf.extract.html_unit_roles import UnitReader
from nutgraf.extract.html_unit_signs import Unit
from nutgraf.extract.line_parts import mark_parts
from nutgraf.extract.lines import Line
from nutgraf.extract.metadata import Metadata
from nutgraf.extract.sorting import Sorter
from nutgraf.records.article import ArticleKind, Role

_LEAST = 150
"""Letters that stand above the first of several texts where they are a text of their own."""


def split_several(document: Document, found: Kept, units: Sequence[Unit], metadata: Metadata) -> Sorter:
    """Return every line of a page with its role, each unit an article, and one for the text above the first."""
    sorter, lines = Sorter(), document.lines
    taken: set[int] = set()
    reader = UnitReader(document, found, units)
    above = reader.roles(Unit(0, units[0].first))
    first = reader.roles(units[0])
    title = find_title(lines, sorted(above) or [units[0].first], metadata)
    introduction = _introduction(lines, above, title)
    if not introduction and title is not None and Role.TITLE not in first.values():
        first[title] = Role.TITLE
    for roles in (introduction, first, *map(reader.roles, units[1:])):
        if not any(role in (Role.BODY, Role.LIST, Role.BLOCKQUOTE) for role in roles.values()):
            continue
        draft = sorter.open(ArticleKind.ARTICLE)
        for at in sorted(roles):
            mark_parts(sorter, lines[at], roles[at], draft)
        taken |= roles.keys()
    mark_rest([line for at, line in enumerate(lines) if at not in taken], sorter, Boxes())
    return sorter


def _introduction(lines: list[Line], roles: dict[int, Role], title: int | None) -> dict[int, Role]:
    """What stands above the first unit is a text of its own where it is one: under the page's title, long enough."""
    text = [at for at in sorted(roles) if roles[at] in (Role.BODY, Role.LIST)]
    title = next((at for at in sorted(roles) if roles[at] is Role.TITLE), None) if title is None else title
    if title is None or sum(len(lines[at].words) for at in text if at > title) < _LEAST:
        return {}
    found = {at: role for at, role in roles.items() if at > title and role is not Role.TITLE}
    return {title: Role.TITLE, **found}
