"""Whom a pronoun speaks for when only an unnamed person fits: "A volunteer … says. “…,” she says."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nutgraf.annotate.acts import SpeechAct
from nutgraf.annotate.cues import ANONYMOUS
from nutgraf.annotate.reading import Reading
from nutgraf.annotate.sources import Source
from nutgraf.records.annotation import AttributionKind

_UNNAMED = re.compile(r"\b(?:An?|The|One|Another)(?: [a-z-]+){0,3}? ([a-z]+)\b")


def name_pronouns(reading: Reading, acts: Sequence[SpeechAct]) -> tuple[SpeechAct, ...]:
    """Give every pronoun that stands for no known entity the unnamed person told of just before it, in its own
    paragraph.

    The nearest source without a name comes first, then a person who opens the sentence before ("An old man turns …").
    """
    named: list[SpeechAct] = []
    for act in acts:
        source = act.source
        if source is not None and source.pronoun and source.entity is None:
            found = _source_before(reading, named, act) or _person_before(reading, act, source)
            act = replace(act, source=replace(found, pronoun=True) if found else source)
        named.append(act)
    return tuple(named)


def _source_before(reading: Reading, earlier: Sequence[SpeechAct], act: SpeechAct) -> Source | None:
    block = reading.sentences[act.sentence].block
    for before in reversed(earlier):
        if reading.sentences[before.sentence].block != block or act.sentence - before.sentence > 2:
            return None
        source = before.source
        if source is not None and source.kind is AttributionKind.ANONYMOUS and _single(source.name):
            return source
    return None


def _single(name: str) -> bool:
    return bool(re.match(r"(?:an?|the|one|another)\b", name, re.I)) and not re.search(
        r"\b(?:people|officials|men|women)\b", name
    )


def _person_before(reading: Reading, act: SpeechAct, pronoun: Source) -> Source | None:
    if act.sentence == 0:
        return None
    before = reading.sentences[act.sentence - 1]
    if before.block != reading.sentences[act.sentence].block:
        return None
    match = _UNNAMED.match(reading.masked, before.start)
    if match is None or match.group(1) not in ANONYMOUS:
        return None
    return replace(pronoun, name=match.group(), kind=AttributionKind.ANONYMOUS, start=match.start(), end=match.end())
