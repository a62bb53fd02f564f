"""What "it" and "they" mean when they speak: the body, the paper or the people told of just before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nutgraf.annotate.acts import SpeechAct
from nutgraf.annotate.cues import DOCUMENT
from nutgraf.annotate.reading import Reading
from nutgraf.annotate.sources import BODIES, Source, read_source
from nutgraf.records.annotation import AttributionKind, EntityKind

_RECENT = 30  # acts
_LOOK_BACK = 3  # sentences
_SUBJECT_WITHIN = 80
_ONE = re.compile(r"(?:an?|the|one|another)\s", re.I)
_MANY = re.compile(r"\w+s$|people|men|women|police|staff|campaign|team|government|council|committee", re.I)
_THING = re.compile(
    r"(?:The|A|An|Its|Their|[Tt]he)(?: [\w’'-]+){0,3}? (?:" + "|".join(sorted(DOCUMENT | BODIES)) + r")\b"
)


def name_things(reading: Reading, acts: Sequence[SpeechAct]) -> list[SpeechAct]:
    """Give "it" and "they" whom they mean: what the sentence is about before them, else the last such source."""
    named: list[SpeechAct] = []
    for act in acts:
        source = act.source
        if source is not None and source.pronoun and source.entity is None and source.name.lower() in {"it", "they"}:
            found = _in_sentence(reading, act, source) or _last_source(reading, named, act, source)
            if found:
                act = replace(
                    act, source=replace(found, pronoun=True, via=source.via, start=source.start, end=source.end)
                )
        named.append(act)
    return named


def _in_sentence(reading: Reading, act: SpeechAct, source: Source) -> Source | None:
    """Return the body that stands first in the sentence, before the pronoun and near the sentence's beginning."""
    start = reading.sentences[act.sentence].start
    stop = min(source.start, start + _SUBJECT_WITHIN)
    for mention in reading.mentions_between(start, stop):
        owner = re.match(r"['’]", reading.text[mention.end : mention.end + 1])
        if mention.kind in {EntityKind.ORGANISATION, EntityKind.PLACE} and mention.end < source.start and not owner:
            return read_source(reading.text, mention.start, mention.end, reading.mentions, reading.entities)
    thing = _THING.match(reading.masked, start, stop)
    if thing is None or source.name.lower() == "they":
        return None
    return read_source(reading.text, *thing.span(), reading.mentions, reading.entities)


def _last_source(reading: Reading, earlier: Sequence[SpeechAct], act: SpeechAct, source: Source) -> Source | None:
    """Return the last source of the right number, in this paragraph or, beside quoted words, in the one before."""
    opening = reading.opening_of(act.sentence)
    here = reading.sentences[opening].block
    for before in reversed(earlier[-_RECENT:]):
        told = before.source
        if opening - before.sentence > _LOOK_BACK or here - reading.sentences[before.sentence].block > 1:
            return None
        if told is None or told.name.lower() in {"it", "they", "he", "she"}:
            continue
        other_block = reading.sentences[before.sentence].block != here
        if other_block and not _beside_quote(reading, act):
            return None
        if _fits(told, source.name.lower()):
            return told
    return None


def _fits(told: Source, pronoun: str) -> bool:
    if pronoun == "it":
        return not told.person and told.kind is not AttributionKind.ANONYMOUS
    if told.person and told.kind is AttributionKind.NAMED:
        return False
    many = _MANY.search(told.name) is not None and not (_ONE.match(told.name) and told.name.split()[-1][-1:] != "s")
    return many or not told.person


def _beside_quote(reading: Reading, act: SpeechAct) -> bool:
    """Tell whether quoted words stand right before the act's subject."""
    start = act.source.start if act.source else act.cue_start
    return re.search(r"_[,.!?]?[”\"’']\s*$", reading.masked[max(0, start - 4) : start]) is not None
