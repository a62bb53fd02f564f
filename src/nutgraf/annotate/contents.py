"""What is said: the words after a cue, or those before it where nothing more is said after it."""

from __future__ import annotations

import re

from nutgraf.annotate.clauses import Clause
from nutgraf.text import trim

_DAY = r"(?:(?:on |late |early )*[A-Z][a-z]+day(?: (?:morning|afternoon|evening|night))?\s*,?\s*)?"
_OPENS = re.compile(rf"[\s,]*{_DAY}(?:that\s+|how\s+|:\s*)?")
_FINITE = r"(?:he|she|it|they|we|I|is|was|are|were|has|had|have|will|would|could|can|may|might|should|must|not|said|of)"
_WHERE = re.compile(
    rf"\s+(?:in|on|at|during|through|via|by|after|before|late|early|to|from|with)\s(?:(?!\b{_FINITE}\b)[^,;:.“”\"])"
    r"{1,90}?\s(?=that\s)"
)
"""Where, when or how it was said, up to its "that": "said in a post on a website that"."""

_HOW = re.compile(
    r"\s+(?:(?:in|on|at|during|through|via|by)\s+(?:(?:a|an|the|his|her|its|their|this)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:statement|interview|post|email|letter|speech|briefing|conference|message|tweet|report|note|memo|filing|"
    r"address|editorial|release|video|anonymity|media|television|radio|lawyer|lawyers|spokesman|spokeswoman)"
    r"(?:\s+(?:on|to|with|for)\s+[A-Z]\w+)?)\b,?"
)
_TOLD = re.compile(
    r"\s+(?:him|her|them|us|me|you|it|reporters|journalists|investors|lawmakers|police|officers|parliament|congress|"
    r"colleagues|supporters|viewers|listeners|readers)\b|"
    r"\s+(?:(?:the|a|an|his|her|their|its|our|my)\s+)?(?:[\w’'-]+\s+){0,4}?[\w’'-]+"
    r"(?=\s+(?:that|the|a|an|he|she|it|they|we|there|his|her|its|their|this|no|some|many|all)\s)"
)
_IN_RELATIVE = re.compile(r", (?:who|which|whose)\b[^,]*$")
_DAY_COMMA = re.compile(r"(?:\s(?:on |late |early )?[A-Z][a-z]+day)?,")
_ADDRESSED = frozenset({"tell", "inform", "remind", "assure", "reassure"})


def content_after(clause: Clause, start: int) -> tuple[int, int]:
    """Return what is said after a cue, without whom it was told, where and when it was said, and "that"."""
    text, stop = clause.reading.text, clause.sentence.end
    if clause.lemma in _ADDRESSED and start == clause.end:
        told = _TOLD.match(clause.reading.masked, start, stop)
        start = told.end() if told else start
    aside = _WHERE.match(clause.reading.masked, start, stop) or _HOW.match(clause.reading.masked, start, stop)
    start = aside.end() if aside else start
    if _IN_RELATIVE.search(clause.left):
        comma = clause.reading.masked.find(",", start, stop)
        stop = comma if comma > start else stop  # "Low, who denies theft, told the jury …"
    semicolon = clause.reading.masked.find("; ", start, stop)
    stop = semicolon if semicolon > start else stop
    match = _OPENS.match(text, start, stop)
    return trim(text, match.end() if match else start, stop)


def has_ended(clause: Clause, end: int) -> bool:
    """Tell whether what was said stands before: after the cue only place or time follow ("…, she said on Monday")."""
    text, start = clause.reading.masked, clause.sentence.start
    between = clause.left
    if re.search(r"_[,.!?]?[”\"’'],?\s*(?:\S+\s+){0,6}$", between) and "_" not in text[end : clause.sentence.end]:
        return True
    if _DAY_COMMA.match(text, end) and re.search(r",[”\"’']? [^,]{2,60}$", between):
        return True  # "…, the ministry said, hours after …"
    rest = re.compile(
        r"\s*(?:,?\s*(?:on|in|at|late|early)\b(?:(?!\bthat\b)[^,;:“\"‘_]){0,60}|[A-Z][a-z]+day)?[.,;]?\s*$"
    )
    return clause.start - start > 40 and rest.match(text[end : clause.sentence.end]) is not None


def without_comma(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the comma or dash at its end."""
    while end > start and text[end - 1] in " ,;:–—-":
        end -= 1
    return start, end
