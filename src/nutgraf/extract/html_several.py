"""The roles of lines where an HTML page holds several texts: what stands above the first, and each text by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.extract.boxes import Boxes
from nutgraf.extract.html_article import text_role
from nutgraf.extract.html_keep import Kept
from nutgraf.extract.html_lines import Document
from nutgraf.extract.html_rest import is_link_line, mark_rest
from nutgraf.extract.html_title import find_title
from nutgraf.extract.html_unit_signs import Unit, is_heading, is_text, is_time
from nutgraf.extract.lines import Line
from nutgraf.extract.marks import find_ago
from nutgraf.extract.metadata import Metadata
from nutgraf.extract.shapes import Shape, shape_of
from nutgraf.extract.signs import dated_outlet
from nutgraf.extract.sorting import Sorter
from nutgraf.models.outlets import find_outlet
from nutgraf.records.article import ArticleKind, Role

_OUTSIDE = ("nav", "footer", "aside", "hidden")
_ASIDES = {
    Shape.CAPTION: Role.CAPTION,
    Shape.CREDIT: Role.CREDIT,
    Shape.BYLINE: Role.BYLINE,
    Shape.TIME: Role.TIME,
    Shape.REPRINT: Role.REPRINT,
}
_LEAST = 150
"""Letters that stand above the first of several texts where they are a text of their own."""
_LABEL, _SLOGAN = 60, 80
_ADVERT = re.compile(
    r"\b(?:sponsor(?:ed)?|our partners?|paid (?:post|content|for)|presented by|advertise?ment|advertorial|promoted"
    r"|publicidad|anzeige|werbung|publicité|pubblicità|publicidade|annonse?)\b",
    re.IGNORECASE,
)


def split_several(document: Document, found: Kept, units: Sequence[Unit], metadata: Metadata) -> Sorter:
    """Return every line of a page with its role, each unit an article, and one for the text above the first."""
    sorter, lines = Sorter(), document.lines
    taken: set[int] = set()
    above = _roles(document, found, Unit(0, units[0].first))
    first = _roles(document, found, units[0])
    title = find_title(lines, sorted(above) or [units[0].first], metadata)
    introduction = _introduction(lines, above, title)
    if not introduction and title is not None and Role.TITLE not in first.values():
        first[title] = Role.TITLE
    for roles in (introduction, first, *(_roles(document, found, unit) for unit in units[1:])):
        if not any(role in (Role.BODY, Role.LIST, Role.BLOCKQUOTE) for role in roles.values()):
            continue
        draft = sorter.open(ArticleKind.ARTICLE)
        for at in sorted(roles):
            sorter.mark(lines[at], roles[at], draft)
        taken |= roles.keys()
    mark_rest([line for at, line in enumerate(lines) if at not in taken], sorter, Boxes())
    return sorter


def _roles(document: Document, found: Kept, unit: Unit) -> dict[int, Role]:
    """The roles of a unit's lines; what is not the unit's is left out."""
    lines, kept = document.lines, found.likely
    own = [at for at in range(unit.first, unit.end) if lines[at].region not in _OUTSIDE]
    paid = _paid(lines, own)
    plain = [at for at in own if is_text(lines[at]) and at not in paid]
    text = _within_edges(document, [at for at in plain if kept[at] or shape_of(lines[at]) is Shape.PROSE], found.edges)
    if not text:
        return {}
    first, last = text[0], text[-1]
    title = _title(lines, range(unit.first, first))
    roles = {at: text_role(lines[at]) for at in text}
    for at in own:
        role = Role.TITLE if at == title else _beside(lines[at]) if at not in roles else None
        if role is not None and (at < last or role is not Role.CAPTION):
            roles[at] = role
        elif (
            at not in roles and first < at < last and kept[at] and is_heading(lines[at]) and not is_link_line(lines[at])
        ):
            roles[at] = Role.SUBHEADING
    return roles


def _within_edges(document: Document, text: list[int], edges: Sequence[bool]) -> list[int]:
    """The lines from the first to the last that may be an edge, or beside one that may; all where none may."""
    sure = [place for place, at in enumerate(text) if edges[at]]
    if not sure:
        return text
    first, last = sure[0], sure[-1]
    holders = [document.parents[document.lines[at].node] for at in text]
    while first and holders[first - 1] == holders[first]:
        first -= 1
    while last + 1 < len(text) and holders[last + 1] == holders[last]:
        last += 1
    return text[first : last + 1]


def _paid(lines: list[Line], own: list[int]) -> set[int]:
    """A sponsor's words: the label and the short lines under it."""
    found: set[int] = set()
    below = False
    for at in own:
        label = len(lines[at].words) < _LABEL and _ADVERT.search(lines[at].words) is not None
        below = label or (below and len(lines[at].words) < _SLOGAN and not lines[at].tag.startswith("h"))
        if below:
            found.add(at)
    return found


def _title(lines: list[Line], above: range) -> int | None:
    """The title among the lines above the text: a heading, else the first line of three words."""
    heads = [at for at in above if _may_head(lines[at])]
    ranked = sorted((lines[at].tag, at) for at in heads if lines[at].tag[:1] == "h")
    long = [at for at in heads if len(lines[at].words.split()) > 2]
    return next((at for at in (*(at for _, at in ranked), *long, *heads)), None)


def _may_head(line: Line) -> bool:
    """A heading of the text, or of a panel that a button opens."""
    inside = line.region not in _OUTSIDE or line.tag in ("button", "summary")
    return inside and is_heading(line) and find_outlet(line.words) is None


def _beside(line: Line) -> Role | None:
    """The role of a line that goes with a text without being of it."""
    if line.region == "figure" or "caption" in line.hint:
        return Role.CAPTION
    shape = shape_of(line)
    if is_time(line) and shape is not Shape.TIME:
        return Role.TIME
    if shape is Shape.TIME:
        ago = find_ago(line.words)
        return Role.OUTLET if (ago is not None and ago.outlet) or dated_outlet(line.words) else Role.TIME
    if find_outlet(line.words) is not None:
        return Role.OUTLET
    return _ASIDES.get(shape)


def _introduction(lines: list[Line], roles: dict[int, Role], title: int | None) -> dict[int, Role]:
    """What stands above the first unit is a text of its own where it is one: under the page's title, long enough."""
    text = [at for at in sorted(roles) if roles[at] in (Role.BODY, Role.LIST)]
    if title is None or sum(len(lines[at].words) for at in text if at > title) < _LEAST:
        return {}
    found = {at: role for at, role in roles.items() if at > title and role is not Role.TITLE}
    return {title: Role.TITLE, **found}
