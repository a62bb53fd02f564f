"""What stands among a text and is none of it: stamps of time, counters, pointers to other texts."""

from __future__ import annotations

import re

from nutgraf.compare.versions import Piece

_ANCHORS = frozenset(
    "updated modified published posted edited refreshed ago read reading shares share comments comment likes views "
    "retweets replies listen".split()
)
_FILLING = frozenset(
    "last first originally on at am pm a.m p.m gmt utc est edt cst cdt pst pdt bst cet cest ist et local time of the "
    "and min mins minute minutes hour hours day days week weeks sec second seconds just now today yesterday k m an a "
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur fri sat "
    "sun".split()
)
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th|[hkm]|am|pm)?")
_POINTER = re.compile(
    r"(?:read (?:more|also|next|on)|also read|related(?: articles?| stories| news)?|see also|more on this|more from|"
    r"most (?:read|popular|viewed)|recommended|watch|trending|sign up|subscribe|follow us|don[’']t miss|advertisement)"
    r"\b(?=\s*[:|>–—-]|\s*$| to our | for our | on (?:Facebook|Twitter|X|Instagram|WhatsApp|Telegram))",
    re.IGNORECASE,
)


def is_stamp(piece: Piece) -> bool:
    """Tell whether a piece says only when the page was changed or how often it was shared: "Updated 14:05"."""
    plain = [token for token in piece.tokens if not _NUMBER.fullmatch(token)]
    anchored = any(token in _ANCHORS for token in plain)
    return anchored and all(token in _ANCHORS or token in _FILLING for token in plain)


def is_pointer(text: str, piece: Piece) -> bool:
    """Tell whether a piece points to another text: "Read more: …"."""
    return _POINTER.match(text, piece.start, piece.end) is not None
