"""Titles in quote marks: a programme, a book, a song, an event's name; they are nobody's words."""

from __future__ import annotations

import re

from nutgraf.annotate.marks import Marked
from nutgraf.annotate.reading import Reading

_SMALL = frozenset("a an and at by for from in of on or the to vs with".split())
_MOST_WORDS = 7
_NAMES_ONE = re.compile(r"\b(?:titled|entitled|named)\s*[“\"‘']$")
_BEFORE = re.compile(
    r"(?:[A-Za-z]['’]s?|\b(?:on|in|from|called|(?:episode|edition|host|star|author|cast|airing) of|show|programme|"
    r"program|series|episode|film|movie|documentary|drama|play|song|album|single|book|novel|memoir|essay|article|column|podcast|"
    r"magazine|painting|poem|game|hit|ballad|anthem))\s*[“\"‘']$"
)


def is_title(reading: Reading, piece: Marked) -> bool:
    """Tell whether a piece has a title's capitals and stands where a title does ("on CBS's “Meet the Mayor”")."""
    text = reading.text[piece.start : piece.end].rstrip(".,;:")
    tokens = text.split()
    before = reading.masked[max(0, piece.start - 40) : piece.start]
    if not tokens or len(tokens) > _MOST_WORDS or text[-1] in "!?" or not text[0].isupper():
        return False
    capitals = [token for token in tokens if token[:1].isupper() or token[:1].isdigit() or token == "&"]
    if any(token not in capitals and token not in _SMALL for token in tokens):
        return False
    if _NAMES_ONE.search(before):
        return True
    return len(capitals) > 1 and _BEFORE.search(before) is not None
