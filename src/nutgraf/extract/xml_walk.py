"""An own linear walk over XML, well-formed or not: nothing is expanded, fetched or nested in the program's own stack.

What a document type declares is never used; one that declares anything is refused (faults.md, rule 11).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.errors import DocumentRefused
from nutgraf.extract.references import unescape

_TAG = re.compile(r"<(/?)([A-Za-z_][\w.:-]{0,80})")
_ATTRIBUTE = re.compile(r"""[\s"']([^\s"'<>/=]{1,80}+)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""")
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^>\[]{0,4000}(\[)?", re.IGNORECASE)
_PROLOG = re.compile(r"\s++|<\?[^>]*+>|<!--(?:(?!-->).)*+-->", re.DOTALL)
_MOST_ATTRIBUTES = 100
_LONGEST_TAG = 20_000


@dataclass(frozen=True, slots=True)
class Mark:
    """A start tag (`closed` where it is empty), an end tag, or words between tags, plain or in a CDATA section.

    `inner` and `inner_end` are the words of a CDATA section, or where a tag's attributes stand.
    """

    kind: str
    name: str
    start: int
    end: int
    inner: int = 0
    inner_end: int = 0
    closed: bool = False


def refuse_declarations(source: str) -> bool:
    """Refuse a document type that declares anything; tell whether there is a plain one, which is passed over."""
    at = 0
    while (before := _PROLOG.match(source, at)) is not None:
        at = before.end()
    found = _DOCTYPE.match(source, at)
    if found is not None and found.group(1):
        raise DocumentRefused(
            "it declares entities of its own (a DTD), which can grow without end or reach for files; it is not read"
        )
    return found is not None


def walk(source: str, start: int = 0, end: int | None = None) -> Iterator[Mark]:
    """Yield the marks of a stretch of XML in order; comments and instructions are passed over."""
    stop = len(source) if end is None else end
    missed: set[str] = set()
    at = start
    while at < stop:
        opening = source.find("<", at, stop)
        if opening < 0:
            opening = stop
        if opening > at:
            yield Mark("text", "", at, opening, at, opening)
        at = opening
        if at < stop:
            mark = _markup(source, at, stop, missed)
            if mark.kind:
                yield mark
            at = mark.end


def _markup(source: str, at: int, stop: int, missed: set[str]) -> Mark:
    tag = _TAG.match(source, at, stop)
    if tag is not None:
        return _tag(source, tag, stop, missed)
    if source.startswith("<![CDATA[", at):
        close = _find(source, "]]>", at + 9, stop, missed)
        return Mark("cdata", "", at, min(stop, close + 3), at + 9, close)
    if source.startswith("<!--", at):
        close = _find(source, "-->", at + 4, stop, missed)
        return Mark("", "", at, close + 3 if close < stop else at + 4)
    if source.startswith(("<!", "<?"), at):
        return Mark("", "", at, min(stop, _find(source, ">", at, stop, missed) + 1))
    return Mark("text", "", at, at + 1, at, at + 1)


def _tag(source: str, tag: re.Match[str], stop: int, missed: set[str]) -> Mark:
    close = _find(source, ">", tag.end(), stop, missed)
    inside = source[tag.end() : close]
    if inside.count('"') % 2 or inside.count("'") % 2:
        close = _past_quotes(source, tag.end(), min(stop, tag.end() + _LONGEST_TAG), close)
    closed = source[close - 1 : close] == "/"
    kind = "end" if tag.group(1) else "start"
    return Mark(kind, tag.group(2), tag.start(), min(stop, close + 1), tag.end(), close, closed)


_QUOTED = re.compile(r"""(?:[^"'>]++|"[^"]*+"|'[^']*+')*+(?=>)""")


def _past_quotes(source: str, at: int, stop: int, otherwise: int) -> int:
    """A `>` inside quotes does not end a tag, unless the quote is never closed."""
    found = _QUOTED.match(source, at, stop)
    return found.end() if found else otherwise


def _find(source: str, mark: str, at: int, stop: int, missed: set[str]) -> int:
    """Where a closing mark stands, the end where there is none; one that was missed is not looked for again."""
    place = -1 if mark in missed else source.find(mark, at, stop)
    if place < 0:
        missed.add(mark)
        return stop
    return place


def attributes(source: str, mark: Mark) -> dict[str, str]:
    """Return a start tag's attributes with their entities resolved, names in lower case, the first hundred."""
    return {name: unescape(source[start:end]) for name, start, end in attribute_places(source, mark)}


def attribute_places(source: str, mark: Mark) -> Iterator[tuple[str, int, int]]:
    """Yield (name, start, end) of each value among a start tag's attributes, each name once."""
    seen: set[str] = set()
    for found in _ATTRIBUTE.finditer(source, mark.inner, mark.inner_end):
        name = found.group(1).lower()
        group = next((number for number in (2, 3, 4) if found.group(number) is not None), 0)
        if name not in seen and group and len(seen) < _MOST_ATTRIBUTES:
            seen.add(name)
            yield name, found.start(group), found.end(group)
