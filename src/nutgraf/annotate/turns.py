"""Whose turn it is: "he" and "she" beside quoted words mean who spoke just before, or whom the text just introduced."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nutgraf.annotate.acts import SpeechAct
from nutgraf.annotate.reading import Reading
from nutgraf.annotate.sources import Source
from nutgraf.records.annotation import AttributionKind, EntityKind, Mention

_RECENT = 30  # acts
_LOOK_BACK = 3  # sentences
_SUBJECT_WITHIN = 60  # characters of a sentence within which a person is its subject
_NAME = re.compile(r"[A-Z][\w’'-]+")
_GENDERS = {"he": "m", "she": "f"}
_ALONE = re.compile(r"(?:[\s“”\"‘’'_,.?!—–-]|\b(?:But|And|Then|Later|Instead|However)\b)*$")


@dataclass(frozen=True, slots=True)
class _Turn:
    """An act by "he" or "she": the gender, and the sentence that opens the words said."""

    act: SpeechAct
    gender: str
    here: int


def keep_turns(reading: Reading, acts: Sequence[SpeechAct]) -> list[SpeechAct]:
    """Give "he" and "she" that open a sentence, or follow the quoted words alone, the last speaker or a newcomer."""
    full = _first_in_full(reading)
    kept: list[SpeechAct] = []
    for act in acts:
        turn = _Turn(act, _wanted(reading, act), reading.opening_of(act.sentence))
        if turn.gender and act.source:
            source = _last_speaker(reading, kept, turn) or _newcomer(reading, full, turn)
            act = replace(act, source=source) if source else act
        kept.append(act)
    return kept


def _wanted(reading: Reading, act: SpeechAct) -> str:
    """Return the gender of a pronoun that is the sentence's subject, quoted words apart; empty for anything else."""
    source = act.source
    if source is None or not source.pronoun or source.kind is not AttributionKind.NAMED:
        return ""
    start = reading.sentences[act.sentence].start
    alone = _ALONE.fullmatch(reading.masked, start, source.start) is not None
    return _GENDERS.get(reading.text[source.start : source.end].lower(), "") if alone else ""


def _last_speaker(reading: Reading, earlier: Sequence[SpeechAct], turn: _Turn) -> Source | None:
    """Return who spoke last, not long before, if nobody else whom the pronoun fits is named since."""
    before = next((one for one in reversed(earlier[-_RECENT:]) if one.sentence < turn.here), None)
    told = before.source if before else None
    if before is None or told is None or not _can_be(reading, told, turn.gender):
        return None
    blocks = reading.sentences[turn.here].block - reading.sentences[before.sentence].block
    if turn.here - before.sentence > _LOOK_BACK or blocks > 1 or _somebody_since(reading, before, told, turn):
        return None
    return replace(turn.act.source, name=told.name, entity=told.entity) if turn.act.source else None


def _can_be(reading: Reading, told: Source, gender: str) -> bool:
    """Tell whether a source is a person of that gender, or a single name that stands for no entity."""
    person = reading.entities.get(told.entity or "")
    if person is not None:
        return person.kind is EntityKind.PERSON and person.gender in {"", gender}
    return told.kind is AttributionKind.NAMED and not told.pronoun and _NAME.fullmatch(told.name) is not None


def _somebody_since(reading: Reading, before: SpeechAct, told: Source, turn: _Turn) -> bool:
    """Tell whether another person whom the pronoun fits is named in the sentences between."""
    start, stop = reading.sentences[before.sentence].end, reading.sentences[turn.here].start
    return any(
        mention.named and mention.entity != told.entity and _fits(reading, mention, turn.gender)
        for mention in reading.mentions_between(start, stop)
        if "_" not in reading.masked[mention.start : mention.end]
    )


def _fits(reading: Reading, mention: Mention, gender: str) -> bool:
    entity = reading.entities.get(mention.entity)
    return entity is not None and entity.kind is EntityKind.PERSON and entity.gender in {"", gender}


def _first_in_full(reading: Reading) -> dict[str, int]:
    """Return where each person is first named in full."""
    found: dict[str, int] = {}
    for mention in reading.mentions:
        if mention.named and mention.kind is EntityKind.PERSON and " " in reading.text[mention.start : mention.end]:
            found.setdefault(mention.entity, mention.start)
    return found


def _newcomer(reading: Reading, full: dict[str, int], turn: _Turn) -> Source | None:
    """Return the one person whom the sentence before names in full for the first time, or who opens it."""
    source = turn.act.source
    if turn.here == 0 or source is None or source.entity is not None:
        return None
    before = reading.sentences[turn.here - 1]
    named = [one for one in reading.mentions_between(before.start, before.end) if _fits(reading, one, turn.gender)]
    fresh = {one.entity for one in named if full.get(one.entity) == one.start}
    if len(fresh) != 1:
        fresh = {one.entity for one in named if one.start - before.start <= _SUBJECT_WITHIN}
    if len(fresh) != 1:
        return None
    key = next(iter(fresh))
    return replace(source, name=reading.entities[key].name, entity=key)
