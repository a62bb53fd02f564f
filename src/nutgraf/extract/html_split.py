"""Lines of an HTML page told apart: which are the article's, by place, by form, and by a reference extractor."""

from __future__ import annotations

from nutgraf.extract.html_lines import Document
from nutgraf.extract.limits import Limits
from nutgraf.extract.lines import Line
from nutgraf.extract.metadata import Metadata
from nutgraf.extract.sorting import Sorter
from nutgraf.extract.split import split_lines
from nutgraf.records.article import Role

_OUTSIDE = ("nav", "footer", "aside", "hidden")


def split_document(source: str, document: Document, metadata: Metadata, limits: Limits) -> Sorter:
    """Return every visible block of an HTML page with its role and draft."""
    inside: list[Line] = []
    outside: list[Line] = []
    for line in document.lines:
        (outside if line.region in _OUTSIDE else inside).append(line)
    if any(line.region == "hidden" for line in outside):
        document.notes.append("hidden text found; it is kept out of the article")
    sorter = split_lines(tuple(inside))
    for line in outside:
        sorter.mark(line, Role.FURNITURE)
    return sorter
