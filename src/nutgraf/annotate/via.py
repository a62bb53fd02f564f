"""The outlet that words came through: "told the Reuters news agency", "seen by AP", "quoted by Interfax"."""

from __future__ import annotations

import re

from nutgraf.annotate.clauses import Clause
from nutgraf.annotate.reading import Reading
from nutgraf.annotate.sources import Source, read_source
from nutgraf.records.annotation import AttributionKind, EntityKind, Sentence

_TO = re.compile(r"\s+(?:to\s+)?(?:the\s+)?")
_NAME = re.compile(r"[A-Z][\w’'&-]*(?:\.(?=\w)[\w]+)*(?: (?:[A-Z][\w.’'&-]*|(?:of|and|the) (?=[A-Z])[\w.’'&-]*))*")
_MEDIUM = re.compile(
    r"(?:local|state|national|public|regional|German|French|Italian|Russian|Ukrainian|Spanish)?\s*"
    r"(?:radio|television|TV|media)\b"
)
_AGENCY = re.compile(r" news agency| newspaper| television| radio| channel| broadcaster")
_PROGRAMME = re.compile(r"['’]s(?: [\w’'-]+){0,4}? (?:programme|program|show|podcast|bulletin|service)\b")
_SEEN_BY = re.compile(
    r"\b(?:seen|obtained|reviewed|viewed|read|published|described|reported) by (?:the )?"
    r"([A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*)*)"
)


def find_via(clause: Clause, teller: Source | None) -> tuple[str | None, int]:
    """Return the outlet that words came through, and where its words end.

    Whom an unnamed source tells is an outlet even where the name does not look like one.
    """
    if teller is not None and teller.kind is AttributionKind.DOCUMENT:
        return seen_by(clause.reading, clause.sentence), clause.end
    if clause.lemma not in {"tell", "say", "speak", "confirm", "talk"}:
        return None, clause.end
    text, stop = clause.reading.masked, clause.sentence.end
    match = _TO.match(text, clause.end, stop)
    start = match.end() if match else clause.end
    if clause.lemma != "tell" and not (match and "to" in match.group()):
        return None, clause.end
    medium = _MEDIUM.match(text, start, stop)
    if medium:
        return medium.group(), medium.end()
    outlet = _NAME.match(text, start, stop)
    if outlet is None:
        return None, clause.end
    return _outlet_told(clause, teller, start, outlet.end())


def _outlet_told(clause: Clause, teller: Source | None, start: int, end: int) -> tuple[str | None, int]:
    reading = clause.reading
    words = reading.text[start:end]
    if "'s" in words or "’s" in words:  # "told Radio Norland's breakfast show"
        end = start + min(at for at in (words.find("'s"), words.find("’s")) if at >= 0)
        words = reading.text[start:end]
    agency = _PROGRAMME.match(reading.text, end, clause.sentence.end) or _AGENCY.match(
        reading.text, end, clause.sentence.end
    )
    after = agency.end() if agency else end
    own = reading.own_name(words)
    if own:
        return own, after
    source = read_source(reading.text, start, end, reading.mentions, reading.entities)
    if source and source.kind is AttributionKind.OUTLET:
        return source.name, after
    person = any(m.kind is EntityKind.PERSON and m.start < end and start < m.end for m in reading.mentions)
    unnamed = teller is not None and teller.kind is AttributionKind.ANONYMOUS and not person
    return (words, after) if unnamed or agency else (None, clause.end)


def seen_by(reading: Reading, sentence: Sentence) -> str | None:
    """Return the outlet that a document was "seen by" or "obtained by", anywhere in the sentence."""
    match = _SEEN_BY.search(reading.masked, sentence.start, sentence.end)
    if match is None:
        return None
    words = match.group(1).rstrip(".’'")
    source = read_source(reading.text, match.start(1), match.end(1), reading.mentions, reading.entities)
    known = source.name if source and source.kind is AttributionKind.OUTLET else words
    return reading.own_name(words) or known
