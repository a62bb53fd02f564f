"""Words given to an outlet beside the cue: "in an interview with the BBC", "speaking to Sky", "a report by Axios"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nutgraf.annotate.acts import SpeechAct
from nutgraf.annotate.reading import Reading
from nutgraf.annotate.sources import read_source
from nutgraf.records.annotation import AttributionKind, Sentence

CROWD = 40
"""A sentence with more acts is a list or no prose."""

_NAME = r"(?P<via>[A-Z][\w&’'-]*(?:\.(?=\w)\w+)*(?: (?:[A-Z][\w&’'-]*|of(?= [A-Z]))){0,4})"
_GIVEN = re.compile(
    r"\b(?:[Ii]n (?:an? |his |her |their |its |the )?(?:[\w-]+ ){0,2}?"
    r"(?:interview|briefing|appearance|statement|conversation|emails?|messages?|call|column|op-ed|essay)s? "
    r"(?:with|to|on|for|in|published (?:by|in)|carried (?:by|on|in)|broadcast (?:by|on))|"
    r"[Ss]peaking (?:to|on|with)|[Tt]alking to|[Tt]elling|as (?:saying|telling \w+) (?:by|in)|"
    r"(?:statement|remarks|comments|interview) (?:carried|published|broadcast|aired|quoted|cited|reported) "
    r"(?:by|on|in)|(?:said|told reporters|spoke|speaking) on)"
    rf" (?:the )?(?:state |national )?(?:(?:news agency|newspaper|broadcaster) )?{_NAME}"
)
_REPORT_OF = re.compile(rf"\b(?:by|in|from|on)\s+(?:the )?{_NAME}(?: news agency| newspaper)?$")
_OWN_REPORT = re.compile(rf"^(?:[Aa]n?|[Tt]he)\s+{_NAME} (?:report|article|story|investigation|analysis|poll|survey)$")


def hear_through(reading: Reading, sentence: Sentence, acts: Sequence[SpeechAct]) -> list[SpeechAct]:
    """Give the nearest speaker of a sentence the outlet that it says he spoke to, and a report its outlet."""
    if len(acts) > CROWD:
        return list(acts)
    heard = [_report_of(reading, act) for act in acts]
    for match in _GIVEN.finditer(reading.masked, sentence.start, sentence.end):
        outlet = _outlet(reading, *match.span("via"))
        speaking = [act for act in heard if _speaks(act)]
        if outlet is None or not speaking:
            continue
        nearest = min(speaking, key=lambda act: _distance(act, match.start()))
        heard = [_through(act, outlet) if _same(act, nearest) else act for act in heard]
    return [_as_before(heard[:at], act) for at, act in enumerate(heard)]


def _speaks(act: SpeechAct) -> bool:
    source = act.source
    return source is not None and source.kind in {AttributionKind.NAMED, AttributionKind.ANONYMOUS}


def _distance(act: SpeechAct, at: int) -> int:
    return min(abs(act.cue_start - at), abs(act.cue_end - at))


def _same(act: SpeechAct, other: SpeechAct) -> bool:
    return act.source is not None and other.source is not None and act.source.start == other.source.start


def _through(act: SpeechAct, outlet: str) -> SpeechAct:
    source = act.source
    return replace(act, source=source.through(outlet)) if source and source.via is None else act


def _as_before(earlier: Sequence[SpeechAct], act: SpeechAct) -> SpeechAct:
    """Give an act the outlet of an earlier one by the same words ("An official, speaking to AP, said …")."""
    told = next((one.source.via for one in earlier if _same(one, act) and one.source and one.source.via), None)
    return _through(act, told) if told else act


def _outlet(reading: Reading, start: int, end: int) -> str | None:
    words = re.split(r"['’]s?\b", reading.text[start:end])[0]
    own = reading.own_name(words)
    source = read_source(reading.text, start, start + len(words), reading.mentions, reading.entities)
    return own or (source.name if source and source.kind is AttributionKind.OUTLET else None)


def _report_of(reading: Reading, act: SpeechAct) -> SpeechAct:
    """Give a document the outlet that its words name: "a report by Axios", "a Reuters investigation"."""
    source = act.source
    if source is None or source.kind is not AttributionKind.DOCUMENT or source.via is not None:
        return act
    words = reading.text[source.start : source.end]
    match = _REPORT_OF.search(words) or _OWN_REPORT.search(words)
    if match is None:
        return act
    outlet = _outlet(reading, source.start + match.start("via"), source.start + match.end("via"))
    return _through(act, outlet) if outlet else act
