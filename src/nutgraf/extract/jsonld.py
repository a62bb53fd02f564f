"""The JSON-LD of a page, decoded once: damaged scripts are mended within reason, every thing in them is listed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from nutgraf.extract.html_lines import Document
from nutgraf.extract.references import unescape

LARGEST = 500_000
_MOST_THINGS = 400
_DEEPEST = 12
_WRAPPED = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)[\s;]*$"
)
_TRAILING = re.compile(r",(?=\s*[}\]])")
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')
_OPENING = re.compile(r"[{\[]")
_CONTROL = re.compile(r"[\x00-\x1f]+")
_LISTING = frozenset(
    """
    itemListElement hasPart isPartOf relatedLink citation mentions comment review about isBasedOn workFeatured image
    video logo significantLink
    """.split()
)
"""Keys under which other things than the page's own text stand."""


@dataclass(frozen=True, slots=True)
class Node:
    """One JSON-LD object with its keys, the key it stands under, and whether it stands in a list of other things."""

    fields: dict[str, object]
    under: str
    listed: bool

    def text(self, key: str) -> str | None:
        """Return a text field, white space squeezed, the first of a list."""
        return text_of(self.fields.get(key))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The names of its types."""
        return tuple(kind.rsplit("/", 1)[-1] for kind in _texts(self.fields.get("@type")))


def read_nodes(source: str, document: Document) -> tuple[Node, ...]:
    """Return every JSON-LD object of a page in order, outer before inner; what cannot be read is noted (C18)."""
    nodes: list[Node] = []
    for token in document.raw:
        if token.name != "script" or "ld+json" not in source[token.start : token.inner][:300].lower():
            continue
        if token.inner_end - token.inner > LARGEST:
            document.notes.append("JSON-LD larger than 500 KB not read")
            continue
        found = _decode(source[token.inner : token.inner_end])
        if found is None:
            document.notes.append("damaged JSON-LD not read")
        for value in found or ():
            nodes.extend(_walk(value))
        if len(nodes) > _MOST_THINGS:
            break
    return tuple(nodes[:_MOST_THINGS])


def text_of(value: object) -> str | None:
    """Return the text that a JSON value holds, the first of a list, the `@value` or `name` of an object."""
    return next(_texts(value), None)


def _texts(value: object, depth: int = 0) -> Iterator[str]:
    if isinstance(value, str):
        words = " ".join(unescape(value).split()) if "&" in value else " ".join(value.split())
        if words:
            yield words[:1000]
    elif isinstance(value, list) and depth < 3:
        for one in value[:50]:
            yield from _texts(one, depth + 1)
    elif isinstance(value, dict) and depth < 3:
        yield from _texts(value.get("@value") or value.get("name"), depth + 1)


def texts_of(value: object) -> tuple[str, ...]:
    """Return every text that a JSON value holds."""
    return tuple(_texts(value))


def _decode(text: str) -> list[object] | None:
    """The values of one script; `None` where nothing in it can be read."""
    plain = text.strip().rstrip(";")
    if not plain:
        return []
    try:
        return [msgspec.json.decode(plain.encode("utf-8", "replace"))]
    except (msgspec.DecodeError, RecursionError):
        return _mend(plain)


def _mend(text: str) -> list[object] | None:
    """Read what is left of a damaged script: comment marks, raw line ends, spare commas, several objects in a row."""
    plain = _CONTROL.sub(" ", text)
    for _ in range(2):
        plain = _WRAPPED.sub("", plain)
    if '"' not in plain and "&quot;" in plain:
        plain = unescape(plain)
    plain = _BAD_ESCAPE.sub(r"\\\\", _TRAILING.sub("", plain))
    decoder = json.JSONDecoder(strict=False)
    values: list[object] = []
    at = 0
    while (at := _next_value(plain, at)) >= 0 and len(values) < 50:
        try:
            value, at = decoder.raw_decode(plain, at)
        except (ValueError, RecursionError):
            break
        values.append(value)
    return values or None


def _next_value(text: str, at: int) -> int:
    found = _OPENING.search(text, at)
    return found.start() if found else -1


def _walk(value: object) -> Iterator[Node]:
    """Objects with a type or a headline, breadth first, without recursion."""
    waiting: list[tuple[object, str, bool, int]] = [(value, "", False, 0)]
    for one, under, listed, depth in waiting:
        if len(waiting) > 5000 or depth > _DEEPEST:
            return
        if isinstance(one, list):
            waiting.extend((inner, under, listed, depth + 1) for inner in one)
        elif isinstance(one, dict):
            if "@type" in one or "headline" in one or "@id" in one:
                yield Node(one, under, listed)
            for key, inner in one.items():
                if isinstance(inner, (dict, list)):
                    waiting.append((inner, key, listed or key in _LISTING, depth + 1))
