"""Lines that a crawler saved as Markdown: links parted from their addresses, marks of emphasis left outside.

A link's words are a line of their own with its share of links, as HTML would have it; its address is a line with the
hint `ADDRESS`, which nobody reads. Links in the middle of a sentence stay as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nutgraf.extract.lines import Line

ADDRESS = "](address)"
"""The hint of a line that is the address behind a link, with its brackets."""
_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\[\]]{0,200}\]){0,300})\]\([^\s()]{0,2000}(?: +\"[^\"]{0,200}\")?\)")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=[^\s*_])([^*]{1,400}?)(?<=[^\s*_])\1")
_QUOTED = re.compile(r"(?:> ?)+(?=\S)")
_LONGEST, _LEAST_LINKS, _LEAST_WORDS = 6_000, 2, 3


def read_marks(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines with Markdown's marks outside; a page without them as it is."""
    linked = sum("](" in line.words for line in lines) >= _LEAST_LINKS
    return tuple(piece for line in lines for piece in _pieces(line, linked))


def _pieces(line: Line, linked: bool) -> Iterator[Line]:
    words = line.words
    if linked and "](" in words and len(words) <= _LONGEST:
        links = list(_LINK.finditer(words))
        if not any(map(str.isalnum, _LINK.sub("", words))):
            yield from _links(line, links)
            return
        if len(links) == 1 and links[0].start() == 0 and len(links[0][2].split()) >= _LEAST_WORDS:
            yield from _links(line, links)
            yield replace(line.piece(links[0].end(), len(words)), gap=False)
            return
    emphasis = _EMPHASIS.fullmatch(words) if words[0] in "*_" else None
    quoted = _QUOTED.match(words) if linked and words[0] == ">" else None
    if emphasis is not None:
        yield line.piece(emphasis.start(2), emphasis.end(2))
    else:
        yield line.piece(quoted.end(), len(words)) if quoted is not None else line


def _links(line: Line, links: list[re.Match[str]]) -> Iterator[Line]:
    """Each link's words and its address; a picture that is a link has no words of its own."""
    gap = line.gap
    for link in links:
        start, end = link.span(2)
        inner = _EMPHASIS.fullmatch(line.words, start, end)
        if inner is not None:
            start, end = inner.span(2)
        if any(map(str.isalnum, link[2])) and "](" not in link[2]:
            yield replace(line.piece(start, end), gap=gap, link=0.0 if link[1] else 1.0)
            gap = False
        else:
            end = link.start()
        yield replace(line.piece(end, link.end()), gap=False, hint=ADDRESS)
