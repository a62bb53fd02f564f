"""The full name behind a surname that speaks, where the article names several people of that surname."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from nutgraf.annotate.acts import SpeechAct
from nutgraf.annotate.reading import Reading
from nutgraf.annotate.sources import Source
from nutgraf.records.annotation import Entity, EntityKind
from nutgraf.text import fold

_KINDS = {EntityKind.PERSON, EntityKind.PLACE}  # "Jordan said", after Jim Jordan, is the man
_RECENT = 30  # acts
_NEAR = 2  # paragraphs within which the last speaker of the surname is meant


def name_in_full(reading: Reading, acts: Sequence[SpeechAct]) -> tuple[SpeechAct, ...]:
    """Return the acts with every bare surname given the person it means.

    Newspapers give a surname alone to the one they introduced: the one of that surname who spoke last nearby, else the
    one named first in full, if nobody of the surname is named in full more often.
    """
    full = _full_names(reading)
    named: list[SpeechAct] = []
    for act in acts:
        meant = _meant(reading, act.source, full, named, act) if act.source else None
        if meant and act.source:
            act = replace(act, source=replace(act.source, entity=meant.key, name=meant.name))
        named.append(act)
    return tuple(named)


def _full_names(reading: Reading) -> dict[str, dict[str, int]]:
    """Return, for each surname, the people named in full with it in order of appearance, and how often each is."""
    found: dict[str, dict[str, int]] = {}
    for mention in reading.mentions:
        entity = reading.entities.get(mention.entity)
        if entity is None or entity.kind is not EntityKind.PERSON or not mention.named:
            continue
        names = fold(entity.name).split()
        if len(names) > 1 and len(reading.text[mention.start : mention.end].split()) > 1:
            counts = found.setdefault(names[-1], {})
            counts[entity.key] = counts.get(entity.key, 0) + 1
    return found


def _meant(
    reading: Reading,
    source: Source,
    full: Mapping[str, Mapping[str, int]],
    earlier: Sequence[SpeechAct],
    act: SpeechAct,
) -> Entity | None:
    entity = reading.entities.get(source.entity or "")
    if entity is None or entity.kind not in _KINDS or len(fold(entity.name).split()) != 1:
        return None
    counts = {
        key: count
        for key, count in full.get(fold(entity.name), {}).items()
        if not entity.gender or reading.entities[key].gender in {"", entity.gender}
    }
    if not counts:
        return None
    block = reading.sentences[act.sentence].block
    for before in reversed(earlier[-_RECENT:]):
        if block - reading.sentences[before.sentence].block > _NEAR:
            break
        if before.source and before.source.entity in counts:
            return reading.entities[before.source.entity]
    first = next(iter(counts))
    return reading.entities[first] if counts[first] == max(counts.values()) else None
