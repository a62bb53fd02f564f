"""The blocks of an HTML page as lines, with what their tags tell."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from nutgraf.extract.boxes import box_words, nested, without_buttons
from nutgraf.extract.furniture import is_button
from nutgraf.extract.limits import Limits
from nutgraf.extract.lines import Line, Run
from nutgraf.extract.marks import is_outlet_name
from nutgraf.extract.tokens import Token, attributes, tokenize

_BLOCKS = frozenset(
    """
    p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote article section main header footer aside nav figure
    figcaption table tr td th tbody thead tfoot caption form fieldset body html pre address details summary
    center hr br button label option dialog picture amp-img
    """.split()
)
_VOID = frozenset("br hr img input meta link area base col embed source track wbr".split())
_KEPT = frozenset(
    "p h1 h2 h3 h4 h5 h6 li blockquote figcaption td th dt dd pre time summary button label caption".split()
)
_REGIONS = {
    "nav": "nav", "aside": "aside", "footer": "footer", "header": "header", "figure": "figure", "figcaption": "figure",
    "form": "nav", "button": "nav", "dialog": "nav", "label": "nav",
}  # fmt: skip
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])|(?:left|top|text-indent)\s*:\s*-\d{3,}"
    r"|(?:^|;)\s*(?:height|width)\s*:\s*0(?:px)?\s*(?:;|$)",
    re.IGNORECASE,
)
_HINTS = re.compile(
    r"caption|credit|byline|author|dateline|related|promo|teaser|recommend|newsletter|share|social|comment|breadcrumb|sidebar|subscribe|advert"
    r"|most-?(?:read|popular)|trending|read-?more|inline-?links?|paywall|headline|subtitle|standfirst|deck|dek|timestamp|tags?\b|cookie|consent|tout|menu"
    r"|footer|nav\b|taboola|outbrain|rail|card",
    re.IGNORECASE,
)
_ROOT = re.compile(r"/|(?:https?:)?//[^/?#]+/?")
_LOGO = re.compile(r"\b(?:logo|home ?page|home|go to|front page)\b", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class _Open:
    name: str
    region: str
    hidden: bool
    link: int
    scope: int
    hint: str
    kept: str
    boxes: tuple[str, ...] = ()
    node: int = 0


@dataclass(slots=True)
class Document:
    """The lines of an HTML page, what its head holds, and what was noted on the way."""

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
    logo: str | None = None


def read_document(source: str, limits: Limits) -> Document:
    """Return the visible blocks of an HTML page in order, every character tied to its place in the source."""
    reader = _Reader(source, limits)
    for token in tokenize(source):
        if not reader.take(token):
            break
    reader.flush()
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
        self.top = _Open("", "", False, 0, 0, "", "")

    def take(self, token: Token) -> bool:
        if token.kind == "text":
            self.pieces.append((token.start, token.end, self.stack[-1] if self.stack else None))
            if self.home and self.document.logo is None:
                self._name(self.source[token.start : token.end])
        elif token.kind == "start":
            return self._start(token)
        elif token.kind == "end":
            self._end(token.name)
        elif token.kind == "raw":
            self._raw(token)
        return True

    def _raw(self, token: Token) -> None:
        self.document.raw.append(token)
        self.document.tags += 1
        if token.name not in ("script", "style"):
            nested = self.source.count(f"<{token.name}", token.inner, token.inner_end)
            self.document.depth = max(self.document.depth, nested)
        if token.inner_end == len(self.source) and token.inner_end - token.inner > 200:
            self.document.cut = f"an unclosed <{token.name}> hides the rest of the page"

    def _start(self, token: Token) -> bool:
        document, name = self.document, token.name
        document.tags += 1
        if document.tags > self.limits.tags:
            document.cut = f"the page has more than {self.limits.tags} tags; what follows was not read"
            return False
        found = (
            attributes(self.source, token, self.limits.attributes) if token.end - token.start > len(name) + 3 else {}
        )
        document.widest = max(document.widest, len(found))
        self._head(name, found)
        if name in _BLOCKS:
            self.flush()
        if name in _VOID or self.source[token.end - 2 : token.end] == "/>":
            return True
        if name in ("p", "li") or (name[0] == "h" and name[1:].isdigit()):
            self._close_open_paragraph(name)
        self.stack.append(self._opened(name, found))
        self.counts[name] = self.counts.get(name, 0) + 1
        document.depth = max(document.depth, len(self.stack))
        return True

    def _close_open_paragraph(self, name: str) -> None:
        """A paragraph ends where the next begins, so that unclosed ones do not nest."""
        if self.stack and self.stack[-1].name == "p":
            self.counts["p"] -= 1
            self.stack.pop()
        if name == "li" and self.stack and self.stack[-1].name == "li":
            self.counts["li"] -= 1
            self.stack.pop()

    def _end(self, name: str) -> None:
        if name in _BLOCKS:
            self.flush()
        self.home = self.home and name != "a"
        if self.counts.get(name, 0) <= 0:
            return
        while self.stack:
            closed = self.stack.pop()
            self.counts[closed.name] -= 1
            if closed.name == name:
                return

    def _opened(self, name: str, found: dict[str, str]) -> _Open:
        above = self.stack[-1] if self.stack else self.top
        words = " ".join(found.get(key, "")[:300] for key in ("class", "id", "data-testid", "data-component"))
        hint = (
            " ".join(dict.fromkeys(match.group().lower() for match in _HINTS.finditer(words))) if words.strip() else ""
        )
        hidden = above.hidden or "hidden" in found or found.get("aria-hidden", "").lower() == "true"
        hidden = hidden or (bool(found.get("style")) and _HIDDEN_STYLE.search(found["style"]) is not None)
        region = _REGIONS.get(name) or {"navigation": "nav", "contentinfo": "footer", "complementary": "aside"}.get(
            found.get("role", ""), ""
        )
        scope = above.scope
        if name == "article":
            self.document.scopes += 1
            scope = self.document.scopes
        if name == "table" and found.get("align", "").lower() in ("left", "right"):
            region = "figure"  # a floated table of the old web holds a picture or a box
        self.document.parents.append(above.node)
        keep = above.region in ("nav", "footer", "aside") and region in ("", "figure", "header")
        return _Open(
            name,
            above.region if keep or not region else region,
            hidden and name not in ("body", "html"),
            len(self.document.parents) if name == "a" else above.link,
            scope,
            f"{above.hint} {hint}".strip()[-200:] if hint else above.hint,
            name
            if name in _KEPT
            else (
                above.kept
                if name not in _BLOCKS
                else above.kept
                if above.kept in ("li", "blockquote", "figcaption", "td", "th", "dd")
                else ""
            ),
            nested(above.boxes, box_words(name, f"{words} aside" if region == "aside" else words)),
            len(self.document.parents) - 1,
        )

    def _head(self, name: str, found: dict[str, str]) -> None:
        if name == "a":
            self.home = _ROOT.fullmatch(found.get("href", "")) is not None
        elif name == "img" and self.home and self.document.logo is None:
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
        name = " ".join(_LOGO.sub(" ", html.unescape(words)).split())
        if is_outlet_name(name) and not is_button(name):
            self.document.logo = name

    def flush(self) -> None:
        pieces, self.pieces = self.pieces, []
        if pieces:
            line = self._line(pieces)
            if line is not None:
                self.document.lines.extend(without_buttons(line))

    def _line(self, pieces: list[tuple[int, int, _Open | None]]) -> Line | None:
        words: list[str] = []
        runs: list[Run] = []
        links: list[tuple[int, int]] = []
        length = linked = hidden = 0
        space = False
        anchor = 0
        owner: _Open | None = None
        for start, end, place in pieces:
            shown = html.unescape(self.source[start:end])
            plain = _SPACE.sub(" ", shown).replace("\u200b", "").replace("\ufeff", "")
            body = plain.strip()
            if not body:
                space = space or bool(plain)
                continue
            owner = owner or place
            lead = bool(words) and (space or plain[0] == " ")
            if lead:
                words.append(" ")
                length += 1
            first, last = _solid(self.source, start, end)
            runs.append(Run(length, length + len(body), first, last))
            words.append(body)
            length += len(body)
            space = plain[-1] == " "
            if place is not None and place.link:
                linked += len(body)
                joined = bool(links) and links[-1][1] >= length - len(body) - 1 and place.link == anchor
                links[-1:] = [(links[-1][0], length)] if joined else [*links[-1:], (length - len(body), length)]
            anchor = place.link if place is not None else 0
            hidden += len(body) if place is not None and place.hidden else 0
        if not runs or (owner is None and not words):
            return None
        place = owner or self.top
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


def _solid(source: str, start: int, end: int) -> tuple[int, int]:
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return start, end
