"""The roles of one text's lines among several on an HTML page: its title, what signs it, its paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nutgraf.extract.boxes import Boxes, foreign_words
from nutgraf.extract.html_article import ASIDES, text_role
from nutgraf.extract.html_keep import Kept
from nutgraf.extract.html_line_signs import AROUND, is_heading, is_name, is_text, is_time, signs_text
from nutgraf.extract.html_lines import Document
from nutgraf.extract.html_rest import is_link_line
from nutgraf.extract.html_unit_signs import HEAD, Unit
from nutgraf.extract.html_units import look_of
from nutgraf.extract.line_parts import glued_name_end
from nutgraf.extract.lines import Line
from nutgraf.extract.marks import find_dateline
from nutgraf.extract.person_names import is_known_person
from nutgraf.extract.shapes import Shape, shape_of
from nutgraf.extract.signs import is_signature, outlet_beside_time
from nutgraf.models.outlets import find_outlet
from nutgraf.records.article import Role
from nutgraf.text import fold

_LABEL, _SLOGAN = 60, 80
_LONGEST_DECK, _LONGEST_BIO, _LONGEST_NAME = 400, 240, 5
_LINK = 0.8
_END = re.compile(r"[\W_]*(?:ends?|ende|fin|fim|slut|einde)[\W_]*|#{3,}|-\s?30\s?-", re.IGNORECASE)
_ADVERT = re.compile(
    r"\b(?:sponsor(?:ed)?|a message from|our partners?|paid (?:post|content|for)|presented by|advertise?ment|promoted"
    r"|advertorial|publicidad|anzeige|werbung|publicité|pubblicità|publicidade|annonse?)\b",
    re.IGNORECASE,
)


class UnitReader:
    """Gives the lines of each text on a page their roles."""

    def __init__(self, document: Document, found: Kept, units: Sequence[Unit]) -> None:
        self.document, self.found, self.lines = document, found, document.lines
        self.looks = _title_looks(document, units)
        own = [at for unit in units for at in range(unit.first, unit.end) if is_text(self.lines[at])]
        self.boxes = Boxes(foreign_words(self.lines, own, None))
        plain = [
            any(found.plain[at] for at in range(unit.first, unit.end) if is_text(self.lines[at])) for unit in units
        ]
        self.sure = 2 * sum(plain) > len(units)
        self.feet = _foot_looks(document, units)

    def roles(self, unit: Unit) -> dict[int, Role]:
        """Return the roles of a unit's lines; what is not the unit's is left out."""
        lines, kept = self.lines, self.found.likely
        own = [at for at in range(unit.first, unit.end) if lines[at].region not in AROUND]
        paid = _paid(lines, own)
        own = [at for at in own if at not in paid and not self.boxes.quiet(lines[at])]
        title = self._title_alike(own)
        plain = [at for at in own if is_text(lines[at]) and at != title and glued_name_end(lines[at].words) is None]
        text = [at for at in plain if kept[at] or shape_of(lines[at]) is Shape.PROSE]
        text = _before_end(lines, own, _within_edges(self.document, text, self.found.edges))
        if not text or (self.sure and not any(self.found.plain[at] for at in text)):
            return {}
        title = _title(lines, range(unit.first, text[0])) if title is None else title
        if title is not None and _is_paid(lines[title]):
            return {}
        deck = _deck(lines, title, text)
        signed = self._signers([at for at in own if at != title], text)
        text = _without_bio(lines, [at for at in text if at != deck], signed)
        first, last = text[0], text[-1]
        roles = {at: text_role(lines[at]) for at in text}
        roles |= dict.fromkeys(signed, Role.BYLINE)
        if deck is not None:
            roles[deck] = Role.DECK
        roles |= _around_text(lines, unit, title, text)
        for at in own:
            role = Role.TITLE if at == title else _beside(lines[at]) if at not in roles else None
            if role is not None and (at < last or role is not Role.CAPTION):
                roles[at] = role
            elif at not in roles and first < at < last and kept[at] and _is_subheading(lines[at]):
                roles[at] = Role.SUBHEADING
        return roles

    def _title_alike(self, own: Sequence[int]) -> int | None:
        """The line above a text that looks as the other titles of the page, whatever its own form."""
        for at in own[:HEAD]:
            if look_of(self.document, self.lines[at]) in self.looks and not is_time(self.lines[at]):
                return at
            if shape_of(self.lines[at]) is Shape.PROSE:
                break
        return None

    def _signers(self, own: Sequence[int], text: Sequence[int]) -> list[int]:
        """Lines above a text and right below it that are a person's name, or look as those below most texts do."""
        lines = self.lines
        above = [at for at in own if at < text[0]]
        above = [at for at in above if is_name(lines[at]) or glued_name_end(lines[at].words) is not None]
        below = [at for at in own if at == text[-1] + 1 and (is_name(lines[at]) or self._is_foot(at))]
        return above + below

    def _is_foot(self, at: int) -> bool:
        return look_of(self.document, self.lines[at]) in self.feet and _may_sign(self.lines[at])


def _foot_looks(document: Document, units: Sequence[Unit]) -> frozenset[str]:
    """How the short line right below each text is spelled, where most texts have one."""
    lines = document.lines
    looks: Counter[str] = Counter()
    for unit in units:
        last = max((at for at in range(unit.first, unit.end) if is_text(lines[at])), default=None)
        if last is not None and last + 1 < len(lines) and _may_sign(lines[last + 1]):
            looks[look_of(document, lines[last + 1])] += 1
    return frozenset(look for look, count in looks.items() if 2 * count > len(units))


def _may_sign(line: Line) -> bool:
    """A few words that begin with a capital, no link, button or time."""
    few = 1 < len(line.words.split()) <= _LONGEST_NAME and line.words[0].isupper()
    return few and line.link < 0.5 and line.tag[:1] != "h" and is_heading(line)


def _around_text(lines: list[Line], unit: Unit, title: int | None, text: Sequence[int]) -> dict[int, Role]:
    """The source named in a heading over the title, and the time in the foot of an entry."""
    roles: dict[int, Role] = {}
    heads = [at for at in range(unit.first, title or unit.first) if lines[at].tag[:1] == "h" and is_heading(lines[at])]
    if title is not None and heads and lines[title].link >= _LINK and not lines[heads[-1]].words.isupper():
        roles[heads[-1]] = Role.OUTLET
    below = range(text[-1] + 1, min(unit.end, text[-1] + 3))
    roles |= {at: Role.TIME for at in below if lines[at].region == "footer" and is_time(lines[at])}
    return roles


def _title_looks(document: Document, units: Sequence[Unit]) -> frozenset[str]:
    """How the titles of most texts are spelled, where that is not how lines of text are."""
    lines = document.lines
    looks: Counter[str] = Counter()
    for unit in units:
        first = next((at for at in range(unit.first, unit.end) if is_text(lines[at])), unit.first)
        title = _title(lines, range(unit.first, first))
        if title is not None:
            looks[look_of(document, lines[title])] += 1
    prose = {look_of(document, line) for line in lines if shape_of(line) is Shape.PROSE}
    return frozenset(look for look, count in looks.items() if 2 * count > len(units) and look not in prose)


def _before_end(lines: list[Line], own: Sequence[int], text: list[int]) -> list[int]:
    """The text before the mark of its end, below which press offices put their notes."""
    end = next((at for at in own if _END.fullmatch(lines[at].words)), None)
    before = [at for at in text if end is None or at < end]
    return before or text


def _deck(lines: list[Line], title: int | None, text: Sequence[int]) -> int | None:
    """The sentence under a title with the byline or time, not text, between it and the text proper."""
    if title is None or len(text) < 2 or not title < text[0] < title + 3 or len(lines[text[0]].words) > _LONGEST_DECK:
        return None
    between = range(text[0] + 1, text[1])
    dated = any(is_time(lines[at]) or signs_text(lines[at]) for at in between)
    dated = dated and not any(shape_of(lines[at]) is Shape.HEADLINE and lines[at].tag[:1] == "h" for at in between)
    return text[0] if dated and find_dateline(lines[text[0]].words) is None else None


def _without_bio(lines: list[Line], text: list[int], signed: Sequence[int]) -> list[int]:
    """The text without a last line that tells who its author is ("Teodor Wynn writes about money")."""
    names = tuple(f"{fold(lines[at].words)} " for at in signed)
    last = fold(lines[text[-1]].words)
    is_bio = bool(names) and len(text) > 1 and len(last) <= _LONGEST_BIO and last.startswith(names)
    return text[:-1] if is_bio else text


def _is_subheading(line: Line) -> bool:
    if not any(map(str.isalnum, line.words)):
        return False
    heads = is_heading(line) or (line.tag[:1] == "h" and shape_of(line) is Shape.HEADLINE)
    return heads and not is_link_line(line)


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
        label = _is_paid(lines[at])
        below = label or (below and len(lines[at].words) < _SLOGAN and not lines[at].tag.startswith("h"))
        if below:
            found.add(at)
    return found


def _is_paid(line: Line) -> bool:
    return len(line.words) < _LABEL and _ADVERT.search(line.words) is not None


def _title(lines: list[Line], above: range) -> int | None:
    """The title among the lines above the text: a heading, else the first line of three words."""
    heads = [at for at in above if _may_head(lines[at])]
    heads = [at for at in heads if not is_known_person(lines[at].words)] or heads
    ranked = sorted((lines[at].tag, at) for at in heads if lines[at].tag[:1] == "h")
    long = [at for at in heads if len(lines[at].words.split()) > 2]
    first = next((at for at in (*(at for _, at in ranked), *long, *heads)), None)
    return next((at for at in heads if first is not None and at > first and _outdoes(lines[at], lines[first])), first)


def _outdoes(line: Line, first: Line) -> bool:
    """A linked heading under one that names where it is from, and one under a slug in capitals, is the title."""
    if line.tag[:1] != "h" and first.tag[:1] == "h":
        return False
    slug = first.words.isupper() and not line.words.isupper()
    return slug or (first.link >= _LINK and line.link >= _LINK)


def _may_head(line: Line) -> bool:
    """A heading of the text, or of a panel that a button opens."""
    inside = line.region not in AROUND or line.tag in ("button", "summary")
    return inside and is_heading(line) and find_outlet(line.words) is None


def _beside(line: Line) -> Role | None:
    """The role of a line that goes with a text without being of it."""
    if line.region == "figure" or "caption" in line.hint:
        return Role.CAPTION
    shape = shape_of(line)
    if is_time(line) and shape is not Shape.TIME:
        return Role.TIME
    if shape is Shape.TIME:
        return Role.OUTLET if outlet_beside_time(line.words) else Role.TIME
    if find_outlet(line.words) is not None:
        return Role.OUTLET
    return Role.BYLINE if is_signature(line.words) else ASIDES.get(shape)
