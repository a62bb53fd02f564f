"""The reference extractor (trafilatura): which lines of an HTML page it takes for the article's text."""

from __future__ import annotations

import logging

from nutgraf.extract.html_lines import Document
from nutgraf.extract.limits import Limits
from nutgraf.text import fold

LEAST = 200
"""Characters below which its answer is no evidence."""
_LARGEST = 2_000_000
_MANY_TAGS = 40_000
_LONG = 30


class Reference:
    """The text that the reference extractor found, asked line by line."""

    def __init__(self, text: str) -> None:
        self.lines = frozenset(fold(line.lstrip("- ").strip()) for line in text.splitlines())
        self.whole = fold(text)
        self.enough = len(text) >= LEAST

    def has(self, words: str) -> bool:
        """Tell whether a line stands in the reference text, whole."""
        key = fold(words)
        return key in self.lines or (len(key) >= _LONG and key in self.whole)


def read_reference(source: str, document: Document, limits: Limits) -> Reference:
    """Return the reference text; pages that are deep, huge or strangely tagged are not given to it (faults.md, rule 9).

    It loses what lies below 256 levels without a word, and hangs on hundreds of thousands of tags or attributes.
    """
    if not _fit(source, document, limits):
        document.notes.append("too deep, large or odd for the reference extractor; own rules decided alone")
        return Reference("")
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    # Imported late: it costs a second, which plain texts need not pay.
    import trafilatura

    try:
        text = trafilatura.extract(source, fast=True, include_comments=False, include_tables=True)
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError) as error:
        document.notes.append(f"the reference extractor failed ({type(error).__name__}); own rules decided alone")
        return Reference("")
    return Reference(text or "")


def _fit(source: str, document: Document, limits: Limits) -> bool:
    return (
        document.depth < limits.deep
        and document.tags < _MANY_TAGS
        and document.widest < limits.attributes
        and document.cut is None
        and len(source) < _LARGEST
    )
