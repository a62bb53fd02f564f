"""Speakers that no table and no rule of the entities knows: names, somebody without a name, plain nouns."""

from __future__ import annotations

import re

from nutgraf.annotate.cues import DOCUMENT
from nutgraf.annotate.sources import Source
from nutgraf.records.annotation import AttributionKind
from nutgraf.text import fold

_PLAIN = re.compile(
    r"(?:(?:the|an?|his|her|their|its|our|my|this|that|these|those|both|one|two|three|four|five|several|some|many|"
    r"most|other|another|all|no|every|each|\d+)\s+)?(?:[\w’'-]+\s+){0,4}?[\w’'-]+"
    r"(?:\s+(?:of|from|for|at|in|on|with|near|inside)\s+(?:[\w’'-]+\s+){0,3}[\w’'-]+)?$",
    re.I,
)
_CLAUSAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|it|there|he|she|they|we|you|not|to|this|"
    r"today|yesterday|ago|should|cannot|came|went|says?|said|told|made|took|gave|put|got|began)\b|\d$",
    re.I,
)
_MEDIA = re.compile(
    r"(?:(?:state|local|national|public|social|foreign|pro-\w+|[A-Z][a-z]+(?:ian|ish|ese|an|ch|li)|several|"
    r"some|other|the)[- ])*(?:run |owned )?"
    r"(?:media|press|radio|television|tv|news agency|newspapers?|news reports|media reports|tabloids?)$",
    re.I,
)
_SHARE = re.compile(
    r"(?:[Oo]nly |[Jj]ust |[Aa]bout |[Ss]ome |[Nn]early )?\d+(?:\.\d+)?(?: ?%| percent| per cent)"
    r"(?: of [\w\s’'-]{3,50})?$"
)
"""People asked: "63 percent", "52 percent of registered voters"."""

_DETERMINED = re.compile(
    r"(?:the|an?|his|her|their|its|our|my|both|one|two|three|several|some|many|most|another)\s", re.I
)


def read_plain_speaker(text: str, start: int, end: int) -> Source | None:
    """Read a plain noun phrase as whoever says something: "the actor", "both sides", "state media", "residents"."""
    phrase = text[start:end]
    if _SHARE.match(phrase):
        return Source(phrase, AttributionKind.ANONYMOUS, None, start, end, person=True)
    if not _PLAIN.match(phrase) or _CLAUSAL.search(phrase) or len(phrase) < 4:
        return None
    if _MEDIA.match(phrase):
        return Source(phrase, AttributionKind.OUTLET, None, start, end)
    head = fold(phrase).split()[-1]
    if head in DOCUMENT:
        return Source(phrase, AttributionKind.DOCUMENT, None, start, end)
    first = phrase.split()[0]
    if not _DETERMINED.match(phrase) and not (
        head.endswith("s") and (first.islower() or start == 0 or len(phrase.split()) < 5)
    ):
        return None
    return Source(phrase, AttributionKind.ANONYMOUS, None, start, end, person=True)
