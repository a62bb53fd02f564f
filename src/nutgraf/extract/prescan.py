"""The charset that an HTML page declares, found as browsers find it: before the page is parsed (WHATWG, prescan)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_QUOTE = re.compile(rb"[\"']")
WINDOW = 8_192
"""Bytes that are looked at. Browsers stop at 1 024; pages with a long head declare it later all the same."""
_OPEN = re.compile(rb"<(?:!--|[!?]|/?[A-Za-z][^\s/>]*+|/)")
_ATTRIBUTE = re.compile(
    rb"""[\s/]*+([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+)|(?=>)))?(?=[\s/>"'])"""
)
_CLOSE = re.compile(rb"[\s/]*+>")
_CHARSET = re.compile(rb"""charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))""", re.IGNORECASE)


def declared_labels(content: bytes) -> Iterator[str]:
    """Yield the charset labels of a page's meta tags, in order; a tag that does not end gives none and ends it."""
    window = content[:WINDOW]
    at = 0
    while (found := _OPEN.search(window, at)) is not None:
        opening = found.group()
        if opening == b"<!--":
            # "<!-->" is a whole comment.
            close = window.find(b"-->", found.end() - 2)
            at = close + 3
        elif opening[:2] in (b"<!", b"<?") or opening == b"</":
            close = window.find(b">", found.end())
            at = close + 1
        else:
            given, close = _attributes(window, found.end())
            at = close
            label = _label(given) if opening.lower() == b"<meta" and close >= 0 else None
            if label:
                yield label
        if close < 0:
            return


def _attributes(window: bytes, at: int) -> tuple[dict[bytes, bytes], int]:
    """A tag's attributes, each name's first value, and where the tag ends; -1 where it does not."""
    given: dict[bytes, bytes] = {}
    while (found := _ATTRIBUTE.match(window, at)) is not None:
        value = next((group for group in found.groups()[1:] if group is not None), b"")
        given.setdefault(found.group(1).lower(), value)
        at = found.end()
    close = _CLOSE.match(window, at)
    return given, close.end() if close is not None else -1


def _label(given: dict[bytes, bytes]) -> str | None:
    """The label of a meta tag: its charset attribute, or its content where it stands for a header."""
    label = given.get(b"charset")
    if label is None and given.get(b"http-equiv", b"").lower() == b"content-type":
        found = _CHARSET.search(given.get(b"content", b""))
        label = next((group for group in found.groups() if group is not None), None) if found is not None else None
    return label.decode("latin-1").strip() if label and not _QUOTE.search(label) else None
