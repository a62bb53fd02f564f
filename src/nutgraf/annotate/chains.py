"""Chains within a sentence: an outlet reports, citing others; what they said came through it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nutgraf.annotate.acts import SpeechAct
from nutgraf.annotate.reading import Reading
from nutgraf.records.annotation import AttributionKind

_CITED = re.compile(r"(?:citing|quoting) [^,]{3,120}, (?:that )?")


def pass_through(reading: Reading, acts: Sequence[SpeechAct]) -> list[SpeechAct]:
    """Give sources that an outlet of the same sentence cites their outlet: "citing two officials, Reuters reported"."""
    acts = [_as_outlet(reading, act) for act in acts]
    outlet = next((act for act in acts if act.source and act.source.kind is AttributionKind.OUTLET), None)
    if outlet is None or outlet.source is None:
        return list(acts)
    name, place = outlet.source.name, (outlet.content_start, outlet.content_end)
    cited = _CITED.match(reading.text, *place)
    place = (cited.end(), place[1]) if cited else place
    acts = [replace(act, content_start=place[0]) if act is outlet else act for act in acts]
    return [
        replace(act, source=act.source.through(name), content_start=place[0], content_end=place[1])
        if act.source
        and reading.text[act.cue_start : act.cue_end].lower() in {"citing", "quoting"}
        and act.source.kind is not AttributionKind.OUTLET
        else act
        for act in acts
    ]


def _as_outlet(reading: Reading, act: SpeechAct) -> SpeechAct:
    """Take a body that "reported …, citing …" for an outlet, though no table knows it."""
    source = act.source
    if source is None or act.lemma != "report" or source.kind is not AttributionKind.NAMED or source.person:
        return act
    end = reading.sentences[act.sentence].end
    cites = re.search(r",? (?:citing|quoting) ", reading.masked[act.cue_end : end])
    named = source.name[:1].isupper() and not source.name.startswith("The ")
    return replace(act, source=replace(source, kind=AttributionKind.OUTLET)) if cites and named else act
