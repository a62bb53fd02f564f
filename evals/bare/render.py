"""A page as a crawler saves it: its visible text, one block a line, nothing else."""

from __future__ import annotations

import lxml.html
from lxml.html import HtmlElement

_UNSEEN = frozenset("head script style template noscript title svg iframe object audio video canvas".split())
_INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em font i img ins kbd label mark q s small span strong sub sup time tt u "
    "var wbr".split()
)
_HIDDEN = ("display:none", "visibility:hidden")


def render_page(html: bytes) -> str:
    """Return the visible text of a page, white space squeezed, one line for each block that holds words."""
    root = lxml.html.document_fromstring(html, parser=lxml.html.HTMLParser(encoding=_charset(html)))
    pieces: list[str] = []
    _walk(root, pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


def _charset(html: bytes) -> str:
    try:
        html.decode("utf-8")
    except UnicodeDecodeError:
        return "latin-1"
    return "utf-8"


def _walk(root: HtmlElement, pieces: list[str]) -> None:
    """Collect text without recursion: pages nest deeper than the interpreter does."""
    stack: list[HtmlElement | str] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            pieces.append(node)
            continue
        stack.append(_flat(node.tail))
        if not isinstance(node.tag, str) or node.tag.lower() in _UNSEEN or _is_hidden(node):
            continue
        edge = "" if node.tag.lower() in _INLINE else "\n"
        stack.append(edge)
        stack.extend(reversed(list(node)))
        stack.append(edge + _flat(node.text))


def _flat(text: str | None) -> str:
    return " ".join(f"|{text or ''}|".split())[1:-1] if text else ""


def _is_hidden(node: HtmlElement) -> bool:
    style = (node.get("style") or "").replace(" ", "").lower()
    return node.get("hidden") is not None or any(mark in style for mark in _HIDDEN)
