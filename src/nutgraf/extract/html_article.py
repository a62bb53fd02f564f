"""One article on an HTML page: each line's role, from what the page's model keeps, its tags and its form."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.extract.boxes import Boxes, foreign_words
from nutgraf.extract.furniture import is_paywall
from nutgraf.extract.html_keep import Kept
from nutgraf.extract.html_lines import Document
from nutgraf.extract.html_rest import is_link_line, mark_rest
from nutgraf.extract.html_title import find_title
from nutgraf.extract.lines import Line
from nutgraf.extract.marks import find_dateline
from nutgraf.extract.metadata import Metadata
from nutgraf.extract.shapes import LONG_PROSE, Shape, shape_of
from nutgraf.extract.signs import outlet_beside_time
from nutgraf.extract.sorting import Sorter
from nutgraf.records.article import ArticleKind, Role
from nutgraf.text import fold

_FRAME = ("nav", "footer")
_NEAR = 12
ASIDES = {
    Shape.CAPTION: Role.CAPTION,
    Shape.CREDIT: Role.CREDIT,
    Shape.BYLINE: Role.BYLINE,
    Shape.TIME: Role.TIME,
    Shape.REPRINT: Role.REPRINT,
}
_TAGGED = {
    "li": Role.LIST,
    "dd": Role.LIST,
    "dt": Role.LIST,
    "blockquote": Role.BLOCKQUOTE,
    "tr": Role.TABLE,
}
_DECKS = ("subtitle", "standfirst", "deck", "dek", "summary", "subhead", "intro")
_SIGNATURE = 80
_CARD_TEXT, _CARDS, _CARD_HEADS = 320, 3, ("h2", "h3", "h4")
"""Letters under the title of a card at most; so many cards or more, with such titles, are a page of teasers."""
_LEAST = 60
"""Letters of prose below which a page holds no article."""


@dataclass(frozen=True, slots=True)
class Extent:
    """Where the text stands among the lines: its first and last line, and its title's."""

    first: int
    last: int
    title: int | None


class OnePage:
    """A page's lines, which are kept, which for sure, and the boxes by whose names a line is beside the text."""

    def __init__(self, lines: list[Line], kept: list[bool], sure: list[bool], title: int | None) -> None:
        self.lines, self.kept, self.sure = lines, kept, sure
        own = [at for at, keep in enumerate(kept) if keep and len(lines[at].words) >= _LEAST]
        around = lines[title].boxes if title is not None else ()
        self.boxes = Boxes(foreign_words(lines, own, title), around)

    def foreign(self, at: int) -> bool:
        """Tell whether a line stands in a box that is not the text's."""
        return self.boxes.foreign(self.lines[at])


def split_one(document: Document, found: Kept, metadata: Metadata) -> Sorter | None:
    """Return every line of a page that holds one article or none, with its role; nothing where no line is kept."""
    shown = [at for at, line in enumerate(document.lines) if line.region != "hidden"]
    lines = [document.lines[at] for at in shown]
    kept, sure = [found.kept[at] for at in shown], [found.sure[at] for at in shown]
    hits = [at for at, keep in enumerate(kept) if keep and _is_text(lines[at], sure=sure[at])]
    title = find_title(lines, hits, metadata)
    page = OnePage(lines, kept, sure, title)
    hits = [at for at in hits if at != title and (sure[at] or not page.foreign(at))]
    hits = _from_first_sentence(page, _before_gate(lines, _without_links_round(lines, hits)))
    hits = _with_short_lines(page, document, hits, [found.likely[at] for at in shown])
    if not hits:
        return None
    sorter = Sorter()
    if _only_cards(lines, hits):
        mark_rest(document.lines, sorter, page.boxes)
        return sorter
    extent = Extent(hits[0], hits[-1], title)
    text = frozenset(hits)
    draft = sorter.open(ArticleKind.ARTICLE)
    rest = [line for line in document.lines if line.region == "hidden"]
    for at, line in enumerate(lines):
        role = Role.DECK if _is_deck(page, at, extent, metadata) else _role(page, at, extent, text)
        if role is None:
            rest.append(line)
        else:
            sorter.mark(line, role, draft)
    mark_rest(sorted(rest, key=lambda line: line.start), sorter, page.boxes)
    return sorter


def _is_text(line: Line, *, sure: bool) -> bool:
    """A kept line may yet be a button, a caption or a line of credits, which are told by their form.

    Names of boxes weigh less than a chance of .9: on WCXB's development part, by models that had not seen the page,
    text was lost by them five times as often there as anything else was kept out.
    """
    if not sure and (line.region in ("figure", "footer") or "caption" in line.hint):
        return False
    if _is_signature(line):
        return False
    return shape_of(line) not in (Shape.FURNITURE, Shape.LINK, Shape.CLOSER, *ASIDES)


def _without_links_round(lines: list[Line], hits: list[int]) -> list[int]:
    """The hits without the links above the first and below the last that are more than links."""
    own = [place for place, at in enumerate(hits) if not is_link_line(lines[at])]
    return hits[own[0] : own[-1] + 1] if own else []


def _from_first_sentence(page: OnePage, hits: list[int]) -> list[int]:
    """The hits from the first sentence on: a kicker, a path of sections or key points in a list may stand above it."""
    told = (place for place, at in enumerate(hits) if page.sure[at] or _is_sentence(page.lines[at]))
    first = next(told, 0)
    return hits[first:]


def _with_short_lines(page: OnePage, document: Document, hits: list[int], likely: list[bool]) -> list[int]:
    """The hits and the short lines among them that stand in one element with both neighbours (subheadings in bold)."""
    lines, own = page.lines, set(hits)
    around = [{line.node, document.parents[line.node]} for line in lines]
    found = [
        at
        for at in range(1, len(lines) - 1)
        if at not in own
        and likely[at]
        and {at - 1, at + 1} <= own
        and around[at - 1] & around[at] & around[at + 1]
        and not is_link_line(lines[at])
        and shape_of(lines[at]) in (Shape.HEADLINE, Shape.SHORT)
    ]
    return sorted([*hits, *found])


def _is_sentence(line: Line) -> bool:
    return shape_of(line) in (Shape.PROSE, Shape.SHORT)


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
    texts = [at for at in texts if not is_link_line(lines[at])]
    return _under_headings(lines, hits) or not any(
        len(lines[at].words) > _CARD_TEXT or not _is_card_text(lines, at) for at in texts
    )


def _under_headings(lines: list[Line], hits: list[int]) -> bool:
    """Cards that a script opens are no links: three or more headings, a line or two under each and nowhere more."""
    texts = [at for at in hits if _is_sentence(lines[at])]
    headed = [at for at in texts if at and lines[at - 1].tag in _CARD_HEADS]
    short = all(len(lines[at].words) <= _CARD_TEXT for at in texts)
    return short and len(headed) >= _CARDS and len(texts) - len(headed) <= 1


def _is_card_text(lines: list[Line], at: int) -> bool:
    for before in range(at - 1, max(-1, at - 3), -1):
        if is_link_line(lines[before]):
            return True
        if shape_of(lines[before]) not in (Shape.TIME, Shape.CAPTION, Shape.BYLINE, Shape.FURNITURE):
            return False
    return False


def _role(page: OnePage, at: int, extent: Extent, text: frozenset[int]) -> Role | None:
    """The role of one line, or nothing where it is not the article's."""
    line = page.lines[at]
    if at == extent.title:
        return Role.TITLE
    if at in text:
        return text_role(line)
    shape = shape_of(line)
    inside = extent.first <= at <= extent.last
    if line.region == "figure" or "caption" in line.hint:
        near = inside or abs(at - extent.first) <= _NEAR
        return Role.CAPTION if near and not page.foreign(at) else None
    beside = Role.BYLINE if _is_signature(line) else ASIDES.get(shape)
    if beside is None:
        return None
    near = extent.first - _NEAR <= at <= extent.last + _NEAR // 3
    if not near or line.region in _FRAME or page.foreign(at) or _is_chrome(page, at, extent):
        return None
    return Role.OUTLET if shape is Shape.TIME and outlet_beside_time(line.words) else beside


def _is_signature(line: Line) -> bool:
    """A short line in a box for bylines, whatever its form ("By our council reporter")."""
    return "byline" in line.hint and len(line.words) <= _SIGNATURE and "." not in line.words


def text_role(line: Line) -> Role:
    """Return the role of a line of the text by its tag."""
    if line.tag[:1] == "h" and line.tag[1:].isdigit():
        return Role.SUBHEADING
    if "embed" in line.hint or "tweet" in line.hint:
        return Role.EMBED
    return _TAGGED.get(line.tag, Role.BODY)


def _is_chrome(page: OnePage, at: int, extent: Extent) -> bool:
    """A date or name well above the title is the page's: the day of the edition, the time of a ticker."""
    if extent.title is None or at > extent.title:
        return False
    return extent.title - at > 2 or (page.lines[at].region == "header" and not page.lines[at].scope)


def _is_deck(page: OnePage, at: int, extent: Extent, metadata: Metadata) -> bool:
    """A sentence or two under the title: by its class, over the byline or time, or by the page's description."""
    line = page.lines[at]
    if extent.title is None or not extent.title < at < extent.title + 6 or len(line.words) > 400:
        return False
    if line.region in (*_FRAME, "figure") or page.foreign(at) or is_link_line(line):
        return False
    if line.tag == "li" and at < extent.first and page.kept[at]:
        return True  # key points
    if shape_of(line) not in (Shape.PROSE, Shape.SHORT, Shape.HEADLINE):
        return False
    described = len(line.words) > 30 and fold(metadata.description or "").startswith(fold(line.words)[:60])
    named = any(word in line.hint for word in _DECKS)
    return (named and at <= extent.first) or _over_byline(page.lines, at, extent) or (described and at < extent.first)


def _over_byline(lines: list[Line], at: int, extent: Extent) -> bool:
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
