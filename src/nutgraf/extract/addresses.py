"""The canonical address of a page's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from nutgraf.extract.found import Candidate
from nutgraf.extract.head import Head
from nutgraf.extract.html_lines import Document
from nutgraf.extract.jsonld import Node
from nutgraf.extract.references import unescape

_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)", re.IGNORECASE)
_WHOLE = re.compile(r"https?://[^\s/]+\.[^\s]+")
_LONGEST = 2_000


def find_addresses(source: str, document: Document, head: Head, nodes: tuple[Node, ...]) -> Iterator[Candidate]:
    """Yield the addresses that a page gives for its text, the surest first; a front page's comes last."""
    told = [(address, how) for address, how in _told(source, document, head, nodes) if _WHOLE.fullmatch(address)]
    inner = [one for one in told if _is_inner(one[0])]
    for address, how in inner or told:
        yield Candidate(address, how)
    for address, how in told if inner else ():
        if not _is_inner(address):
            yield Candidate(address, how, why_not="it is a front page's")


def _told(source: str, document: Document, head: Head, nodes: tuple[Node, ...]) -> Iterator[tuple[str, str]]:
    for link in document.links:
        if link.get("rel", "").lower() == "canonical" and link.get("href"):
            yield unescape(link["href"].strip())[:_LONGEST], "the canonical link"
    for name in ("og:url", "twitter:url", "parsely-link", "al:web:url"):
        value = head.first(name)
        if value:
            yield value, f"meta tag {name}"
    saved = _SAVED.search(source[:4000])
    if saved:
        yield unescape(saved.group(1))[:_LONGEST], "the note of the browser that saved the page"
    for node in nodes[:20]:
        page = node.fields.get("mainEntityOfPage")
        address = page.get("@id") if isinstance(page, dict) else page
        if isinstance(address, str) and not node.listed:
            yield address.strip()[:_LONGEST], "mainEntityOfPage in the page's JSON-LD"


def _is_inner(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return len(parts.path.strip("/")) > 2 or bool(parts.query)
