"""Whether a capital or a seat of government stands for the government ("Washington denied it") or for the place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.models.gazetteer import PlaceRow, is_capital, name_key, rows_named
from nutgraf.models.places import place_at
from nutgraf.records.annotation import Place

_ACTS = re.compile(
    r"\s+(?:(?:has|have|had|will|would|could|may|might|must|should|did|does|also|later|repeatedly|now|still|again|never|"
    r"not|immediately|formally|officially|is|was)\s+)*"
    r"(?:sa(?:id|ys)|announc\w+|den(?:y|ies|ied)|accus\w+|warn\w*|demand\w*|insist\w*|urg\w+|want\w*|refus\w+|reject\w*|"
    r"agree\w*|offer\w*|respond\w*|react\w*|retaliat\w+|impos\w+|sanction\w*|condemn\w*|threaten\w*|claim\w*|argu\w+|"
    r"believ\w+|hop\w+|fear\w*|plan(?:s|ned|ning)?|propos\w+|recogni[sz]\w+|summon\w*|expel\w*|deploy\w*|pledg\w+|promis\w+|"
    r"back(?:s|ed|ing)|support\w*|oppos\w+|call(?:s|ed)\s+(?:on|for)|decid\w+|consider\w*|signal\w*|confirm\w*|"
    r"welcom\w+|sought|seeks?|considers)\b"
)
_OWNS = re.compile(
    r"['’]s?\s+(?:[a-z-]+\s+){0,2}(?:government|policy|policies|position|stance|decision|response|demands?|offer|"
    r"sanctions|allies|ally|support|claims?|ambassador|envoy|interests?|strategy|plans?|foreign|military|nuclear|insistence|"
    r"refusal|ties|relations|relationship|concerns?|officials?|leadership|rulers|hand|influence|war|efforts?)\b"
)
_BETWEEN = re.compile(
    r"\b(?i:between|ties|relations|relationship|talks|tensions?|negotiations|deal|agreement|alliance|pressure|dialogue|"
    r"standoff|dispute|row|cooperation|links|channels?)\s+(?:with|from|on|by|between)?\s*(?:[A-Z]\w+\s+and\s+)?$|"
    r"\b[Bb]etween\s+(?:the\s+)?(?:[A-Z]\w+\s+){1,2}and\s+$|"
    r"\b(?:pressed|urged|told|accused|blamed|warned|angered|infuriated|embarrassed|against|by|persuade|convince)\s+$"
)
_WHERE = re.compile(
    r"\b(?:in|on|at|near|outside|around|to|into|through|inside|across|towards?|of|over|visit(?:s|ed|ing)?|"
    r"tour(?:s|ed|ing)?|enter(?:s|ed|ing)?|leav(?:e|es|ing)|left|reach(?:es|ed|ing)?|stormed)\s+(?:the\s+)?$"
)
_WINDOW = 60


def find_government(text: str, start: int, end: int, place: Place) -> Place | None:
    """Return where the government sits that the name at `text[start:end]`, which lies at `place`, stands for, or none.

    Only a country's capital and a seat of government can; a place of the capital's name in its country ("Washington"
    the state) gives way to it. A capital does where it acts ("Washington denied"), owns what governments have
    ("Washington's sanctions") or is dealt with ("talks with Washington"); a seat does everywhere but where something
    happens in it ("at the White House").
    """
    before, after = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
    if _WHERE.search(before):
        return None
    rows = [one.row for one in rows_named(name_key(text[start:end]))]
    if any(row.kind == "seat" for row in rows):
        return place
    governs = _ACTS.match(after) or _OWNS.match(after) or _BETWEEN.search(before)
    return _capital(rows, place) if governs else None


def _capital(rows: Sequence[PlaceRow], place: Place) -> Place | None:
    """Return the capital that a name means: the place itself, or the one of that name in its country."""
    if is_capital(place.reference):
        return place
    countries = {row.country for row in rows if row.reference == place.reference}
    return next((place_at(row) for row in rows if is_capital(row.reference) and row.country in countries), None)
