"""Labels: a name that gives the speaker of quoted words without a verb ("Mary Low: “…”", "“…” — Mary Low")."""

from __future__ import annotations

import re

from nutgraf.annotate.marks import Marked
from nutgraf.annotate.reading import Reading
from nutgraf.annotate.sources import read_source
from nutgraf.records.annotation import AttributionKind, Speaker
from nutgraf.records.article import Sure

_NAME = r"[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|de|van|von|al|bin)){0,4}"
_BEFORE = re.compile(rf"(?:^|\n|[.!?”\"] )(?:[Ss]aid |[Aa]dded )?(?P<name>{_NAME})(?:, [^,:.\n]{{2,60}})?: ?[“\"‘']$")
_AFTER = re.compile(rf"[”\"’']\s*[–—-]+\s*(?P<name>{_NAME})(?:, [^\n]{{2,80}})?(?:\n|$)")


def read_label(reading: Reading, piece: Marked) -> Speaker | None:
    """Return whom a label before or after quoted words names; whole sentences only, and only what can speak."""
    if not reading.text[piece.start : piece.start + 1].isupper():
        return None
    before = _BEFORE.search(reading.masked, max(0, piece.start - 160), piece.start)
    after = _AFTER.match(reading.masked, piece.end)
    match = before or after
    if match is None:
        return None
    start, end = match.span("name")
    source = read_source(reading.text, start, end, reading.mentions, reading.entities, subject=True)
    if source is None or source.kind is not AttributionKind.NAMED:
        return None
    where = "before" if before else "after"
    return Speaker(source.name, source.entity, start, end, f"the name stands {where} the words as a label", Sure.LIKELY)
