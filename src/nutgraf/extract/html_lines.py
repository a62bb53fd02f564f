"""The blocks of an HTML page as lines, with what their tags tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from nutgraf.extract.boxes import nested, without_buttons
from nutgraf.extract.furniture import is_button
from nutgraf.extract.html_tags import BLOCKS, TELLING, VOID, Told, read_tag
from nutgraf.extract.limits import Limits
from nutgraf.extract.lines import Line, Run
from nutgraf.extract.marks import is_outlet_name
from nutgraf.extract.references import unescape
from nutgraf.extract.signposts import MOMENT, MOST, Named, Signpost, read_named
from nutgraf.extract.tokens import VERBATIM, Token, attributes, tokenize

_TELLING = frozenset(("meta", "link", "base"))
"""Of the elements without an end these tell of the page, and a picture in the link to the front page; no other."""
_HELD = ("li", "blockquote", "figcaption", "td", "th", "dd")
"""Inside these, a box without a meaning of its own keeps the meaning of what it stands in."""
_OUTER = ("nav", "footer", "aside")
_HIDDEN_REST, _HIDDEN_SHARE = 200, 0.01
"""Characters of a page that may hide behind a mark that is never closed without a word of it; fewer on small ones."""
_WORDS_ONLY = ("xmp", "textarea")
"""Never closed, these turn the rest of a page into words, its tags too. No page means that, so its tags are read."""
_ROOT = re.compile(r"/|(?:https?:)?//[^/?#]+/?")
_LOGO = re.compile(r"\b(?:logo|home ?page|home|go to|front page)\b", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


class _Open(NamedTuple):
    """An open element: what holds for the text directly in it."""

    name: str
    region: str
    hidden: bool
    link: int
    scope: int
    hint: str
    kept: str
    boxes: tuple[str, ...]
    node: int
    post: Signpost | None = None


_TOP = _Open("", "", False, 0, 0, "", "", (), 0)
_TIME = Named((MOMENT,), True, "", "")


@dataclass(slots=True)
class Document:
    """The lines of an HTML page, what its head holds, and what was noted on the way.

    `parents`, `names`, `kinds` and `looks` tell of each element by its number, in the order of the page; 0 is the
    page itself.
    """

    lines: list[Line] = field(default_factory=list)
    raw: list[Token] = field(default_factory=list)
    metas: list[dict[str, str]] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    base: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    cut: str | None = None
    depth: int = 0
    widest: int = 0
    tags: int = 0
    scopes: int = 0
    parents: list[int] = field(default_factory=lambda: [0])
    names: list[str] = field(default_factory=lambda: [""])
    kinds: list[int] = field(default_factory=lambda: [0])
    looks: list[str] = field(default_factory=lambda: [""])
    logo: str | None = None
    posts: list[Signpost] = field(default_factory=list)


def read_document(source: str, limits: Limits) -> Document:
    """Return the visible blocks of an HTML page in order, every character tied to its place in the source."""
    reader = _Reader(source, limits)
    reader.read()
    return reader.document


class _Reader:
    """Walks tokens with a stack of open elements; nothing here recurses, so depth costs nothing."""

    def __init__(self, source: str, limits: Limits) -> None:
        self.source, self.limits = source, limits
        self.document = Document()
        self.stack: list[_Open] = []
        self.counts: dict[str, int] = {}
        self.pieces: list[tuple[int, int, _Open | None]] = []
        self.home = False
        self.told: dict[str, tuple[dict[str, str], Told, Named | None]] = {}
        self.tags: dict[tuple[str | None, ...], Told] = {}

    def read(self) -> None:
        """Walk the page to its end, or to a cap."""
        blocks, lines = self.limits.blocks, self.document.lines
        for token in tokenize(self.source):
            if len(lines) > blocks:
                self.document.cut = f"the page has more than {blocks} blocks of text; what follows was not read"
                break
            kind = token.kind
            if kind == "text":
                self._text(token.start, token.end)
            elif kind == "end":
                self._end(token.name, token.start)
            elif kind == "start":
                if not self._start(token):
                    break
            elif kind == "raw":
                self._raw(token)
            elif token.end == len(self.source):
                self._comment(token)
        self.flush()

    def _text(self, start: int, end: int) -> None:
        if not self.pieces and self.source[start:end].isspace():
            return  # two thirds of all stretches of text stand between two blocks and are blank
        self.pieces.append((start, end, self.stack[-1] if self.stack else None))
        if self.home and self.document.logo is None:
            self._name(self.source[start:end])

    def _raw(self, token: Token) -> None:
        self.document.tags += 1
        if token.name in VERBATIM:
            self.flush()
            self._text(token.inner, token.inner_end)
            self.flush()
            return
        self.document.raw.append(token)
        if token.name not in ("script", "style"):
            nested = self.source.count(f"<{token.name}", token.inner, token.inner_end)
            self.document.depth = max(self.document.depth, nested)
        if token.inner_end == len(self.source):
            self._cut_by(f"<{token.name}>", token.inner)

    def _comment(self, token: Token) -> None:
        """A comment up to the end of the page: it ends there, or is never closed."""
        ends = ("->", "--!>") if self.source.startswith("<!--", token.start) else ">"
        if not self.source.endswith(ends):
            self._cut_by("comment", token.start)

    def _cut_by(self, what: str, start: int) -> None:
        if len(self.source) - start > min(_HIDDEN_REST, _HIDDEN_SHARE * len(self.source)):
            self.document.cut = f"an unclosed {what} hides the rest of the page"

    def _start(self, token: Token) -> bool:
        document, name = self.document, token.name
        document.tags += 1
        if document.tags > self.limits.tags:
            document.cut = f"the page has more than {self.limits.tags} tags; what follows was not read"
            return False
        if name in BLOCKS and self.pieces:
            self.flush()
        if name in VOID and name not in _TELLING and not (name == "img" and self.home):
            return True
        found, told, named = self._read(token)
        if found or name == "a":
            self._head(name, found)
        if name in _WORDS_ONLY:
            document.notes.append(f"<{name}> is never closed; tags behind it, which a browser shows, were not kept")
        if name in VOID or self.source[token.end - 2] == "/":
            self._post(token, named, self.stack[-1] if self.stack else _TOP)
            return True
        if name in ("p", "li") or (name[0] == "h" and name[1:].isdigit()):
            self._close_open_paragraph(name)
        opened = self._opened(name, found, told)
        post = self._post(token, named, opened)
        self.stack.append(opened._replace(post=post) if post is not None else opened)
        self.counts[name] = self.counts.get(name, 0) + 1
        if len(self.stack) > document.depth:
            document.depth = len(self.stack)
        return True

    def _read(self, token: Token) -> tuple[dict[str, str], Told, Named | None]:
        """A tag's attributes and what they tell; pages repeat their tags, so each spelling is read once."""
        spelled = self.source[token.start : token.end]
        known = self.told.get(spelled)
        if known is None:
            bare = token.end - token.start <= len(token.name) + 3
            found = {} if bare else attributes(self.source, token, self.limits.attributes)
            self.document.widest = max(self.document.widest, len(found))
            known = found, self._tag(token.name, found), read_named(token.name, found) if found else None
            self.told[spelled] = known
        return known

    def _tag(self, name: str, found: dict[str, str]) -> Told:
        """What a tag tells; links differ in their addresses and tell the same."""
        key = (name, *map(found.get, TELLING)) if found else (name,)
        known = self.tags.get(key)
        if known is None:
            self.tags[key] = known = read_tag(name, found)
        return known

    def _post(self, token: Token, named: Named | None, place: _Open) -> Signpost | None:
        """Keep an element that names a field, with where it stands."""
        if named is None and token.name != "time":
            return None
        kinds, strong, value, href = named or _TIME
        posts = self.document.posts
        if len(posts) >= MOST:
            return None
        post = Signpost(
            kinds, token.name, token.end, value, strong, href, place.region, place.hidden, place.boxes, place.scope
        )
        posts.append(post)
        return post

    def _close_open_paragraph(self, name: str) -> None:
        """A paragraph ends where the next begins, so that unclosed ones do not nest."""
        if self.stack and self.stack[-1].name == "p":
            self.counts["p"] -= 1
            self.stack.pop()
        if name == "li" and self.stack and self.stack[-1].name == "li":
            self.counts["li"] -= 1
            self.stack.pop()

    def _end(self, name: str, at: int) -> None:
        if name in BLOCKS and self.pieces:
            self.flush()
        self.home = self.home and name != "a"
        if self.counts.get(name, 0) <= 0:
            return
        while self.stack:
            closed = self.stack.pop()
            self.counts[closed.name] -= 1
            if closed.post is not None:
                closed.post.end = at
            if closed.name == name:
                return

    def _opened(self, name: str, found: dict[str, str], told: Told) -> _Open:
        above = self.stack[-1] if self.stack else _TOP
        document = self.document
        scope = above.scope
        if name == "article":
            document.scopes += 1
            scope = document.scopes
        region = told.region
        if not region or (above.region in _OUTER and region in ("figure", "header")):
            region = above.region
        kept = told.kept or (above.kept if name not in BLOCKS or above.kept in _HELD else "")
        number = len(document.parents)
        document.parents.append(above.node)
        document.names.append(name)
        document.kinds.append(told.kinds)
        document.looks.append(told.look)
        return _Open(
            name,
            region,
            told.hidden or above.hidden,
            number + 1 if name == "a" else above.link,
            scope,
            f"{above.hint} {told.hint}".strip()[-200:] if told.hint else above.hint,
            kept,
            nested(above.boxes, told.boxes) if told.boxes else above.boxes,
            number,
        )

    def _head(self, name: str, found: dict[str, str]) -> None:
        if name == "a":
            self.home = _ROOT.fullmatch(found.get("href", "")) is not None
        elif name == "img":
            if self.home and self.document.logo is None:
                self._name(found.get("alt", ""))
        elif name == "meta":
            self.document.metas.append(found)
        elif name == "link":
            self.document.links.append(found)
        elif name == "time" and found.get("datetime"):
            self.document.times.append(found["datetime"])
        elif name in ("html", "base"):
            self.document.base.update({f"{name}:{key}": value for key, value in found.items()})

    def _name(self, words: str) -> None:
        """What stands in the link to the front page, a logo's text or plain words, is mostly the outlet's name."""
        name = " ".join(_LOGO.sub(" ", unescape(words)).split())
        if is_outlet_name(name) and not is_button(name):
            self.document.logo = name

    def flush(self) -> None:
        pieces, self.pieces = self.pieces, []
        if pieces:
            line = self._line(pieces)
            if line is not None:
                self.document.lines.extend(without_buttons(line) if line.links else (line,))

    def _line(self, pieces: list[tuple[int, int, _Open | None]]) -> Line | None:
        words: list[str] = []
        runs: list[Run] = []
        links: list[tuple[int, int]] = []
        length = linked = hidden = 0
        space = False
        anchor = 0
        owner: _Open | None = None
        source = self.source
        for start, end, place in pieces:
            plain = _shown(source[start:end])
            body = plain.strip()
            if not body:
                space = space or bool(plain)
                continue
            owner = owner or place
            if words and (space or plain[0] == " "):
                words.append(" ")
                length += 1
            first, last = _solid(source, start, end)
            runs.append(Run(length, length + len(body), first, last))
            words.append(body)
            length += len(body)
            space = plain[-1] == " "
            link = place.link if place is not None else 0
            if link:
                linked += len(body)
                joined = bool(links) and links[-1][1] >= length - len(body) - 1 and link == anchor
                links[-1:] = [(links[-1][0], length)] if joined else [*links[-1:], (length - len(body), length)]
            anchor = link
            hidden += len(body) if place is not None and place.hidden else 0
        if not runs:
            return None
        place = owner or _TOP
        return Line(
            "".join(words),
            runs[0].page_start,
            runs[-1].page_end,
            tuple(runs),
            True,
            place.kept,
            linked / max(1, length),
            "hidden" if hidden * 2 > length else place.region,
            place.scope,
            place.hint,
            place.boxes,
            place.node,
            self.counts.get("td", 0) > 0,
            tuple(links),
        )


def _shown(piece: str) -> str:
    """A stretch of text as a reader sees it: entities read, white space to single blanks."""
    if "&" in piece:
        piece = unescape(piece)
    return _SPACE.sub(" ", piece).replace("\u200b", "").replace("\ufeff", "")


def _solid(source: str, start: int, end: int) -> tuple[int, int]:
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return start, end
