"""Lines of an HTML page told apart: which are the article's, by place, by form, and by a reference extractor."""

from __future__ import annotations

from collections import Counter

from nutgraf.extract.html_lines import Document
from nutgraf.extract.limits import Limits
from nutgraf.extract.lines import Line
from nutgraf.extract.metadata import Metadata
from nutgraf.extract.reference import Reference, read_reference
from nutgraf.extract.shapes import Shape, shape_of
from nutgraf.extract.sorting import Sorter
from nutgraf.extract.split import split_lines
from nutgraf.extract.teasers import mark_teasers
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
_FOREIGN = (
    "related",
    "promo",
    "teaser",
    "recommend",
    "newsletter",
    "share",
    "social",
    "comment",
    "breadcrumb",
    "subscribe",
    "advert",
)


def split_document(source: str, document: Document, metadata: Metadata, limits: Limits) -> Sorter:
    """Return every visible block of an HTML page with its role and draft."""
    if any(line.region == "hidden" for line in document.lines):
        document.notes.append("hidden text found; it is kept out of the article")
    scopes = _full_scopes(document)
    if len(scopes) > 1:
        return _by_scope(document, scopes)
    reference = read_reference(source, document, limits)
    if reference.enough:
        return _by_reference(document, metadata, reference)
    return _by_rules(document)


def _by_rules(document: Document) -> Sorter:
    sorter = split_lines(tuple(line for line in document.lines if line.region not in _OUTSIDE))
    for line in document.lines:
        if line.region in _OUTSIDE:
            sorter.mark(line, Role.FURNITURE)
    return sorter


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
    _mark_rest(sorted(rest, key=lambda line: line.start), whole)
    return whole


def _by_reference(document: Document, metadata: Metadata, reference: Reference) -> Sorter:
    """One article: the lines that the reference holds and the paragraphs between them."""
    lines = [line for line in document.lines if line.region != "hidden"]
    hits = [at for at, line in enumerate(lines) if _is_hit(line, reference)]
    if not hits:
        return _by_rules(document)
    sorter = Sorter()
    draft = sorter.open(ArticleKind.ARTICLE)
    title = _title(lines, hits, metadata)
    rest = [line for line in document.lines if line.region == "hidden"]
    for at, line in enumerate(lines):
        role = Role.TITLE if at == title else _role(lines, at, (hits[0], hits[-1]), reference)
        if role is None:
            rest.append(line)
        else:
            sorter.mark(line, role, draft)
    _mark_rest(sorted(rest, key=lambda line: line.start), sorter)
    return sorter


def _is_hit(line: Line, reference: Reference) -> bool:
    return line.region not in _FRAME and reference.has(line.words) and len(line.words) > 20


def _role(lines: list[Line], at: int, ends: tuple[int, int], reference: Reference) -> Role | None:
    """The role of one line, or nothing where it is not the article's."""
    line = lines[at]
    shape = shape_of(line)
    inside = ends[0] <= at <= ends[1]
    if line.region == "figure" or "caption" in line.hint:
        return Role.CAPTION if inside or abs(at - ends[0]) <= _NEAR else None
    if shape in _ASIDES:
        near = ends[0] - _NEAR <= at <= ends[1] + _NEAR // 3
        return _ASIDES[shape] if near and line.region not in _FRAME else None
    if not inside or line.region in _FRAME:
        return None
    if shape in (Shape.FURNITURE, Shape.CLOSER) or not (reference.has(line.words) or _fills(line, shape)):
        return None
    if line.tag == "li":
        return Role.LIST
    return Role.SUBHEADING if line.tag[:1] == "h" and line.tag[1:].isdigit() else Role.BODY


def _fills(line: Line, shape: Shape) -> bool:
    """A paragraph that the reference left out although it stands between two that it took."""
    foreign = any(word in line.hint for word in _FOREIGN)
    return (
        line.tag in ("p", "blockquote")
        and shape is Shape.PROSE
        and line.link < 0.5
        and not foreign
        and line.region == ""
    )


def _title(lines: list[Line], hits: list[int], metadata: Metadata) -> int | None:
    """The line that is the page's title: a heading that the metadata bears out, else the first of rank one."""
    key = fold(metadata.title or "")
    heads = [at for at in range(hits[-1] + 1) if lines[at].tag in ("h1", "h2") and lines[at].region not in _FRAME]
    same = [at for at in heads if key and fold(lines[at].words) == key]
    first = [at for at in heads if lines[at].tag == "h1" and len(lines[at].words.split()) >= 3]
    return next(iter(same or first), None)


def _mark_rest(rest: list[Line], sorter: Sorter) -> None:
    """Everything else: cards with a linked heading are teasers, what remains is the page's own."""
    shaped: list[tuple[Line, Shape]] = []
    for line in rest:
        shape = shape_of(line)
        head = line.tag in ("h2", "h3", "h4", "h5") and line.link >= 0.5
        if line.region in ("nav", "footer", "hidden") or (shape is Shape.HEADLINE and not head):
            shape = Shape.FURNITURE
        shaped.append((line, shape))
    mark_teasers(tuple(shaped), sorter)
