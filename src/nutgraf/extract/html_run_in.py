"""Heads set in bold before a text in its own paragraph: the hour of an entry, or a title as print has it.

"14.05 uur The debate has begun." and "Ferry fares. The council ..." are parted there where three paragraphs or more of
a page begin so; then an hour begins an entry, and a title heads an item, as if each stood in a line of its own.
"""

from __future__ import annotations

import re
from dataclasses import replace

from nutgraf.extract.html_keep import Kept
from nutgraf.extract.html_line_signs import OUTSIDE, TEXTUAL, is_filed
from nutgraf.extract.html_lines import Document
from nutgraf.extract.lines import Line
from nutgraf.extract.marks import find_dateline
from nutgraf.extract.shapes import shape_of

_BOLD = ("b", "strong")
_INLINE = (*_BOLD, "span", "em", "i", "a", "font", "u")
_CLOCK = re.compile(
    r"(?:(?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?[ap]\.?m\b\.?| ?(?:uhr|uur|hrs?)\b| h\b)?|\d{1,3}(?:\+\d{1,2})?['’′])"
    r"[:.]? *[–—|-]? +(?=\S)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"[^\W\d_][^.!?:–—]{2,70}(?:[.:]| ?[?!]) +(?=[\"“«„¿¡‘'A-ZÀ-Þ0-9$€£])")
_CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ0-9 ,.'’&-]{4,70}(?= [–—-] [A-ZÀ-Þ])")
_DASH = re.compile(r"\s+[–—-]\s+|\s+")
_LONGEST_TITLE, _SHORTEST_LAST, _LEAST_REST = 10, 4, 30
_LEAST_ENTRY = 12
"""Letters behind an hour below which the line is an hour alone, with a zone or "Uhr"."""
_LEAST, _SHARE = 3, 0.75


Cuts = dict[int, tuple[int, int, str]]
"""For a line where its head ends, where the text after it begins, and which tag the head is given."""


def part_lines(document: Document, found: Kept, cuts: Cuts) -> Kept:
    """Part the document's lines at heads that run into their paragraphs; return what is kept, line for line."""
    lines: list[Line] = []
    numbers: list[int] = []
    for at, line in enumerate(document.lines):
        if at in cuts:
            end, rest, tag = cuts[at]
            node = _around(document, line.node)
            head, text = line.piece(0, end), line.piece(rest, len(line.words))
            lines += [replace(head, tag=tag, node=node), replace(text, node=node, gap=False)]
            numbers += [at, at]
        else:
            lines.append(line)
            numbers.append(at)
    document.lines = lines
    columns = (found.kept, found.plain, found.likely, found.edges, found.sure)
    return Kept(*(tuple(column[at] for at in numbers) for column in columns))


def find_hours(document: Document, found: Kept) -> Cuts:
    """Return where paragraphs begin with an hour or the minute of a match; nothing where few do."""
    cuts: Cuts = {}
    for at, line in enumerate(document.lines):
        match = _CLOCK.match(line.words) if found.likely[at] and _may_hold(line) else None
        if match is not None and _fits(line, match.end()) and len(line.words) - match.end() >= _LEAST_ENTRY:
            cuts[at] = (match.end(), match.end(), "time")
    told = {document.lines[at].words[: cut[0]].strip() for at, cut in cuts.items()}
    return cuts if len(told) >= _LEAST and len(told) > len(cuts) // 2 else {}


def find_titles(document: Document, found: Kept) -> Cuts:
    """Return where paragraphs begin in bold with a few words that are closed; most of those that begin in bold do."""
    bold = [
        at
        for at, line in enumerate(document.lines)
        if found.likely[at] and document.names[line.node] in _BOLD and _may_hold(line) and line.tag[:1] != "h"
    ]
    cuts = {at: cut for at in bold if (cut := _title(document.lines[at])) is not None}
    if len(cuts) < _LEAST or len(cuts) < _SHARE * len(bold):
        return {}
    # A paragraph with a link in it is known by its link's element, not by the bold one before it.
    linked = [at for at, line in enumerate(document.lines) if found.likely[at] and line.links and _may_hold(line)]
    return cuts | {at: cut for at in linked if at not in cuts and (cut := _title(document.lines[at])) is not None}


def _title(line: Line) -> tuple[int, int, str] | None:
    words = line.words
    match = _CAPITALS.match(words) or _TITLE.match(words)
    if match is None or is_filed(words) or (match.re is _TITLE and find_dateline(words) is not None):
        return None
    end = len(match.group().rstrip())
    gap = _DASH.match(words, end)
    rest = gap.end() if gap is not None else end
    parts = words[:end].rstrip(" .:?!").split()
    if len(parts) > _LONGEST_TITLE or len(words) - rest < _LEAST_REST or not _fits(line, end, rest):
        return None
    return (end, rest, "h4") if len(parts[-1]) >= _SHORTEST_LAST or words[end - 1] in ".?!" else None


def _may_hold(line: Line) -> bool:
    return line.region not in OUTSIDE and line.link < 0.5 and shape_of(line) in TEXTUAL


def _fits(line: Line, *places: int) -> bool:
    return all(line.fits(at) for at in places)


def _around(document: Document, node: int) -> int:
    """The element of the paragraph that an inline element stands in."""
    while document.names[node] in _INLINE:
        node = document.parents[node]
    return node
