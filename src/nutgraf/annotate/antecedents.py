"""Whom a pronoun speaks for when only an unnamed person fits: "A volunteer … says. “…,” she says."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nutgraf.annotate.acts import SpeechAct
from nutgraf.annotate.cues import ANONYMOUS, DOCUMENT
from nutgraf.annotate.reading import Reading
from nutgraf.annotate.sources import BODIES, Source, read_source
from nutgraf.records.annotation import AttributionKind, EntityKind

_OFFICES = "mayor minister president governor premier chancellor judge coroner director chairman chairwoman envoy coach"
_UNNAMED = re.compile(
    r"\b(?:An?|The|One|Another)(?: [a-z-]+){0,3}? (?:"
    + "|".join(sorted(ANONYMOUS | set(_OFFICES.split())))
    + r")\b(?! of\b)"
)


_THING = re.compile(r"(?:The|A|An|Its|Their)(?: [\w’'-]+){0,3}? (?:" + "|".join(sorted(DOCUMENT | BODIES)) + r")\b")


def name_pronouns(reading: Reading, acts: Sequence[SpeechAct]) -> tuple[SpeechAct, ...]:
    """Give every pronoun that stands for no known entity the unnamed person told of just before it, in its own
    paragraph.

    The nearest source without a name comes first, then a person who opens the sentence before ("An old man turns …").
    """
    named: list[SpeechAct] = []
    for act in acts:
        source = act.source
        if source is not None and source.pronoun and source.entity is None:
            thing = source.name.lower() == "it"
            found = _thing_before(reading, named, act) if thing else _source_before(reading, named, act)
            found = found or (None if thing else _person_before(reading, act, source))
            kept = None if thing else source  # "It said" of nobody known is nobody's
            act = replace(act, source=replace(found, pronoun=True, via=source.via) if found else kept)
        named.append(act)
    return tuple(named)


def _source_before(reading: Reading, earlier: Sequence[SpeechAct], act: SpeechAct) -> Source | None:
    block = reading.sentences[act.sentence].block
    for before in reversed(earlier):
        if reading.sentences[before.sentence].block != block or act.sentence - before.sentence > 2:
            return None
        source = before.source
        if source is None or source.pronoun:
            continue
        if source.kind is AttributionKind.ANONYMOUS and _single(source.name):
            return source
        if source.kind is AttributionKind.NAMED and source.person and _fits(reading, source, act):
            return source
    return None


def _thing_before(reading: Reading, earlier: Sequence[SpeechAct], act: SpeechAct) -> Source | None:
    """Return the paper or body that "it" means: the last one that said something, or that opens the sentence before."""
    block = reading.sentences[act.sentence].block
    for before in reversed(earlier):
        if reading.sentences[before.sentence].block != block or act.sentence - before.sentence > 2:
            break
        source = before.source
        if source is not None and not source.person and source.kind is not AttributionKind.ANONYMOUS:
            return source
    first = reading.sentences[max(0, act.sentence - 1)]
    if act.sentence == 0 or first.block != block:
        return None
    opens = _THING.match(reading.masked, first.start, first.end)
    return read_source(reading.text, *opens.span(), reading.mentions, reading.entities) if opens else None


def _fits(reading: Reading, source: Source, act: SpeechAct) -> bool:
    """Tell whether "he" or "she" can only mean a person: the paragraph names nobody else whom it fits."""
    wanted = {"he": "m", "she": "f"}.get(act.source.name.lower() if act.source else "")
    if wanted is None:
        return False
    block = reading.sentences[act.sentence].block
    people = [
        reading.entities.get(mention.entity)
        for mention in reading.mentions
        if mention.named
        and mention.kind is EntityKind.PERSON
        and mention.start < act.cue_start
        and reading.sentences[reading.sentence_at(mention.start)].block == block
    ]
    fitting = {one.key for one in people if one is not None and one.gender in {"", wanted}}
    return fitting <= {source.entity} and (source.entity is None or source.entity in fitting)


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
    if match is None:
        return None
    office = match.group().split()[-1] in _OFFICES.split()
    kind = AttributionKind.NAMED if office else AttributionKind.ANONYMOUS
    return replace(pronoun, name=match.group(), kind=kind, start=match.start(), end=match.end())
