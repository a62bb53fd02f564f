"""What stands around a word in its clause, as stems: who does it on one side, to what on the other."""

from __future__ import annotations

import re

from nutgraf.compare.clause_words import STOP
from nutgraf.compare.modes import Deed
from nutgraf.compare.statements import Told
from nutgraf.compare.synonyms import same_thing
from nutgraf.models.terms import content_stems, stem_spans
from nutgraf.records.annotation import AttributionKind

_EDGE = re.compile(
    rf"[,;:()—–“”\"]|{STOP}|\b(?:and|but|while|whereas|although|though|as|which|who|whose|that|after|before|until|since|"
    r"because|if|whether|when|where)\b"
)
_ITSELF = re.compile(r".*?\b(?:it|he|she|they|we|I)\s+", re.S)
_NUMBER = re.compile(r"\d")


def clause_around(text: str, told: Told, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of the clause around `text[start:end]`, inside its statement."""
    first, last = told.statement.span.start, told.statement.span.end
    lows = [match.end() for match in _EDGE.finditer(text, first, start)]
    high = _EDGE.search(text, end, last)
    return max([first, *lows]), high.start() if high else last


def stems_between(text: str, told: Told, start: int, end: int) -> frozenset[str]:
    """Return the stems of `text[start:end]`, words of one thing as one; no numbers, no times, not whose words it is."""
    away = [(time.start, time.end) for time, _ in told.times]
    said = told.statement.attribution
    if said.kind is not AttributionKind.OWN:
        away.append((said.start, said.end))
    return frozenset(
        same_thing(stem)
        for first, last, stem in stem_spans(text, start, end)
        if not _NUMBER.search(stem) and not any(a < last and first < b for a, b in away)
    )


def doers_of(text: str, told: Told, low: int, deed: Deed) -> frozenset[str]:
    """Return who does a deed, from what stands before it in its clause, which begins at `low`.

    It is who is asked to do it; for "it" and "they", and where the deed is told with the source, the source itself.
    Nobody for "who" and "which": a clause that they open tells as often of earlier things as of those at hand.
    """
    asked = text.find(" ", deed.start, deed.main) if deed.mode == "wants" else -1
    if asked >= 0 and (between := stems_between(text, told, asked, deed.main)):
        return between
    said = told.statement.attribution
    says = said.kind is not AttributionKind.OWN
    if says and (said.start <= deed.start < said.end or _ITSELF.fullmatch(text, low, deed.start)):
        return frozenset(map(same_thing, content_stems(said.source)))
    return stems_between(text, told, low, deed.start)
