"""Lines of an HTML page told apart: which are the article's, by place, by form, and by a reference extractor."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from nutgraf.extract.boxes import Boxes, foreign_words, main_element
from nutgraf.extract.furniture import is_paywall
from nutgraf.extract.html_lines import Document
from nutgraf.extract.html_rest import is_link_line, mark_rest
from nutgraf.extract.limits import Limits
from nutgraf.extract.lines import Line
from nutgraf.extract.marks import find_ago, find_dateline
from nutgraf.extract.metadata import Metadata, same_headline
from nutgraf.extract.reference import Reference, read_reference
from nutgraf.extract.shapes import LONG_PROSE, PROSE_LENGTH, Shape, shape_of
from nutgraf.extract.signs import dated_outlet
from nutgraf.extract.sorting import Sorter
from nutgraf.extract.split import split_lines
from nutgraf.records.article import ArticleKind, Role
from nutgraf.text import fold

_OUTSIDE = ("nav", "footer", "aside", "hidden")
_FRAME = ("nav", "footer")
_SCOPE_TEXT = 600
_NEAR = 12
_ASIDES = {
    Shape.CAPTION: Role.CAPTION,
    Shape.CREDIT: Role.CREDIT,
    Shape.BYLINE: Role.BYLINE,
    Shape.TIME: Role.TIME,
    Shape.REPRINT: Role.REPRINT,
}
_DECKS = ("subtitle", "standfirst", "deck", "dek", "summary", "subhead", "intro")
_LEAST = 60
"""Letters of prose below which a page holds no article."""


def split_document(source: str, document: Document, metadata: Metadata, limits: Limits) -> Sorter:
    """Return every visible block of an HTML page with its role and draft."""
    if any(line.region == "hidden" for line in document.lines):
        document.notes.append("hidden text found; it is kept out of the article")
    scopes = _full_scopes(document)
    if len(scopes) > 1:
        return _by_scope(document, scopes)
    reference = read_reference(source, document, limits)
    if reference.enough and not _is_digest(document):
        return _by_reference(document, metadata, reference)
    return _by_rules(document, metadata)


def _is_digest(document: Document) -> bool:
    """Several texts, each a heading with its outlet and time or date right under it and prose below."""
    lines = [line for line in document.lines if line.region not in _OUTSIDE]
    signed = 0
    for at, line in enumerate(lines[:-2]):
        ago = find_ago(lines[at + 1].words)
        named = (ago is not None and ago.outlet) or dated_outlet(lines[at + 1].words)
        signed += bool(
            named and line.tag[:1] == "h" and _is_prose(lines[at + 2]) and len(lines[at + 2].words) > LONG_PROSE
        )
    return signed > 1


def _by_rules(document: Document, metadata: Metadata) -> Sorter:
    lines = [line for line in document.lines if line.region != "hidden"]
    prose = [at for at, line in enumerate(lines) if _is_prose(line) and line.region not in _OUTSIDE]
    page = _Page(document, lines, prose, _title(lines, prose, metadata))
    if _only_cards(lines, page.own):
        sorter = Sorter()
        mark_rest(document.lines, sorter, page.boxes)
        return sorter
    foreign = {at for at in range(len(lines)) if page.foreign(at) or lines[at].region in _OUTSIDE}
    sorter = split_lines(tuple(line for at, line in enumerate(lines) if at not in foreign))
    rest = [line for line in document.lines if line.region == "hidden"]
    mark_rest(sorted(rest + [lines[at] for at in foreign], key=lambda line: line.start), sorter, page.boxes)
    return sorter


def _is_prose(line: Line) -> bool:
    return line.link < 0.5 and shape_of(line) is Shape.PROSE


def _full_scopes(document: Document) -> tuple[int, ...]:
    """The article elements that hold a text of their own: several paragraphs, not a card's line or two."""
    letters: Counter[int] = Counter()
    paragraphs: Counter[int] = Counter()
    for line in document.lines:
        if line.scope and line.region not in _OUTSIDE and shape_of(line) is Shape.PROSE and line.link < 0.5:
            letters[line.scope] += len(line.words)
            paragraphs[line.scope] += 1
    return tuple(sorted(scope for scope in letters if letters[scope] >= _SCOPE_TEXT and paragraphs[scope] > 1))


def _by_scope(document: Document, scopes: tuple[int, ...]) -> Sorter:
    """Several full articles on one page, each in an element of its own."""
    whole = Sorter()
    rest = [line for line in document.lines if line.scope not in scopes]
    for scope in scopes:
        own = tuple(line for line in document.lines if line.scope == scope and line.region not in _OUTSIDE)
        rest.extend(line for line in document.lines if line.scope == scope and line.region in _OUTSIDE)
        part = split_lines(own)
        before = len(whole.kinds)
        whole.kinds.extend(part.kinds)
        for mark in part.marks:
            whole.mark(mark.line, mark.role, None if mark.draft is None else mark.draft + before)
    mark_rest(sorted(rest, key=lambda line: line.start), whole, Boxes(frozenset()))
    return whole


class _Page:
    """What of a page's lines is beside its text: boxes by their names, and whatever stands outside the main element."""

    def __init__(self, document: Document, lines: list[Line], own: list[int], title: int | None) -> None:
        self.lines, self.title = lines, title
        text = [at for at in own if len(lines[at].words) >= _LEAST and lines[at].tag[:1] != "h"]
        around = lines[title].boxes if title is not None else ()
        self.boxes = Boxes(foreign_words(lines, text, title), around)
        inner = [at for at in text if not self.foreign(at)]
        self.main = main_element(document.parents, lines, inner)
        self.own = [at for at in own if not self.foreign(at)]

    def foreign(self, at: int) -> bool:
        return self.boxes.foreign(self.lines[at])

    def outside(self, at: int) -> bool:
        """Whether a line stands outside the main element; paragraphs above it may be the text's first ones."""
        line = self.lines[at]
        lead = line.tag == "p" and line.node < self.main[0] and not line.cell
        return not lead and not self.main[0] <= line.node <= self.main[1]


@dataclass(frozen=True, slots=True)
class _Extent:
    """Where the text stands among the lines: its first and last line, and its title's."""

    first: int
    last: int
    title: int | None


def _by_reference(document: Document, metadata: Metadata, reference: Reference) -> Sorter:
    """One article: the lines that the reference holds and the paragraphs between them."""
    lines = [line for line in document.lines if line.region != "hidden"]
    found = [at for at, line in enumerate(lines) if _is_hit(line, reference)]
    page = _Page(document, lines, found, _title(lines, found, metadata))
    hits = _before_gate(lines, [at for at in page.own if not page.outside(at)])
    if not hits:
        return _by_rules(document, metadata)
    sorter = Sorter()
    if _only_cards(lines, hits):
        mark_rest(document.lines, sorter, page.boxes)
        return sorter
    draft = sorter.open(ArticleKind.ARTICLE)
    title = _title(lines, hits, metadata)
    hits = [at for at in hits if at != title] or hits
    extent = _Extent(hits[0], hits[-1], title)
    rest = [line for line in document.lines if line.region == "hidden"]
    for at, line in enumerate(lines):
        role = Role.DECK if _is_deck(page, at, extent, metadata) else _role(page, at, extent, reference)
        if role is None:
            rest.append(line)
        else:
            sorter.mark(line, role, draft)
    mark_rest(sorted(rest, key=lambda line: line.start), sorter, page.boxes)
    return sorter


def _is_hit(line: Line, reference: Reference) -> bool:
    if line.region in _FRAME or len(line.words) <= 20 or not reference.has(line.words) or is_link_line(line):
        return False
    return shape_of(line) not in (Shape.FURNITURE, Shape.LINK, Shape.CLOSER, Shape.REPRINT, Shape.CREDIT)


def _before_gate(lines: list[Line], hits: list[int]) -> list[int]:
    """The hits before the page asks for money, unless two long paragraphs go on below."""
    gate = next((at for at, line in enumerate(lines) if _is_gate(line) and hits and at > hits[0]), None)
    if gate is None:
        return hits
    below = [at for at in hits if at > gate and len(lines[at].words) >= LONG_PROSE]
    return hits if len(below) > 1 else [at for at in hits if at < gate]


def _is_gate(line: Line) -> bool:
    return is_paywall(line.words) and not line.region


def _only_cards(lines: list[Line], hits: list[int]) -> bool:
    """A page of headlines that are links, each with a line or two under it, holds no article."""
    texts = [at for at in hits if len(lines[at].words) >= _LEAST and lines[at].tag[:1] != "h"]
    return not any(len(lines[at].words) > 320 or not _is_card_text(lines, at) for at in texts)


def _is_card_text(lines: list[Line], at: int) -> bool:
    for before in range(at - 1, max(-1, at - 3), -1):
        if is_link_line(lines[before]):
            return True
        if shape_of(lines[before]) not in (Shape.TIME, Shape.CAPTION, Shape.BYLINE, Shape.FURNITURE):
            return False
    return False


def _role(page: _Page, at: int, extent: _Extent, reference: Reference) -> Role | None:
    """The role of one line, or nothing where it is not the article's."""
    line = page.lines[at]
    if at == extent.title:
        return Role.TITLE
    shape = shape_of(line)
    inside = extent.first <= at <= extent.last
    if line.region == "figure" or "caption" in line.hint:
        near = inside or abs(at - extent.first) <= _NEAR
        return Role.CAPTION if near and not page.foreign(at) else None
    if shape in _ASIDES:
        ago = find_ago(line.words) if shape is Shape.TIME else None
        near = extent.first - _NEAR <= at <= extent.last + _NEAR // 3
        if not near or line.region in _FRAME or page.foreign(at) or _is_chrome(page, at, extent):
            return None
        named = (ago is not None and ago.outlet) or dated_outlet(line.words)
        return Role.OUTLET if named else _ASIDES[shape]
    if not inside or line.region in _FRAME or page.foreign(at) or page.outside(at):
        return None
    if shape in (Shape.FURNITURE, Shape.LINK, Shape.CLOSER) or is_link_line(line):
        return None
    if not (reference.has(line.words) or _fills(line, shape)):
        return None
    if line.tag == "li":
        return Role.LIST
    return Role.SUBHEADING if line.tag[:1] == "h" and line.tag[1:].isdigit() else Role.BODY


def _is_chrome(page: _Page, at: int, extent: _Extent) -> bool:
    """A date or name well above the title is the page's: the day of the edition, the time of a ticker."""
    if extent.title is None or at > extent.title:
        return False
    return extent.title - at > 2 or (page.lines[at].region == "header" and not page.lines[at].scope)


def _fills(line: Line, shape: Shape) -> bool:
    """A paragraph that the reference left out although it stands between two that it took."""
    return line.tag in ("p", "blockquote") and shape is Shape.PROSE and line.link < 0.5 and line.region == ""


def _is_deck(page: _Page, at: int, extent: _Extent, metadata: Metadata) -> bool:
    """A sentence or two under the title: by its class, over the byline or time, or by the page's description."""
    line = page.lines[at]
    if extent.title is None or not extent.title < at < extent.title + 6 or len(line.words) > 400:
        return False
    if line.region in (*_FRAME, "figure") or page.foreign(at) or is_link_line(line):
        return False
    if shape_of(line) not in (Shape.PROSE, Shape.SHORT, Shape.HEADLINE):
        return False
    described = len(line.words) > 30 and fold(metadata.description or "").startswith(fold(line.words)[:60])
    named = any(word in line.hint for word in _DECKS)
    return (named and at <= extent.first) or _over_byline(page.lines, at, extent) or (described and at < extent.first)


def _over_byline(lines: list[Line], at: int, extent: _Extent) -> bool:
    """Only the byline or time, not text, stands between the line and the text proper; the title right above it."""
    told = (Shape.PROSE, Shape.BYLINE, Shape.TIME)
    if at > extent.first or any(shape_of(lines[above]) in told for above in range((extent.title or 0) + 1, at)):
        return False
    if find_dateline(lines[at].words) is not None:
        return False
    for after in range(at + 1, min(len(lines), at + 6)):
        if lines[after].region == "figure" or "caption" in lines[after].hint:
            continue
        shape = shape_of(lines[after])
        if shape in (Shape.BYLINE, Shape.TIME):
            return True
        if shape in (Shape.PROSE, Shape.LIST, Shape.SHORT):
            return False
    return False


def _title(lines: list[Line], hits: list[int], metadata: Metadata) -> int | None:
    """The line that is the title: one that the head of the page bears out, else the first heading of rank one."""
    if not hits:
        return None
    above = [at for at in range(hits[-1] + 1) if lines[at].region not in _FRAME]
    heads = [at for at in above if lines[at].tag in ("h1", "h2")]
    same = [at for at in heads if same_headline(metadata, lines[at].words)]
    first = [at for at in heads if lines[at].tag == "h1" and len(lines[at].words.split()) >= 3]
    text = next((at for at in hits if len(lines[at].words) >= PROSE_LENGTH), hits[0])
    plain = [at for at in above if at < text and lines[at].link < 0.5 and same_headline(metadata, lines[at].words)]
    return next(iter(same or first or plain), None)
