"""Who speaks whole sentences without a cue: who spoke in the sentence before, or whom it tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nutgraf.annotate.acts import SpeechAct, name_speaker
from nutgraf.annotate.giving import whole_sentences
from nutgraf.annotate.marks import Marked
from nutgraf.annotate.reading import Reading
from nutgraf.records.annotation import EntityKind, Quote, Sentence, Speaker
from nutgraf.records.article import Role, Sure
from nutgraf.text import has_words

_PREPOSITION = re.compile(r"\b(?:of|for|to|with|about|by|in|at|from|on|against)\s(?:[\w.’'-]+\s){0,2}$")
_SUBJECT_WITHIN = 120  # characters of a sentence within which the first name is its subject
_FEWEST = 3  # words of a sentence that is somebody's; fewer are as often a name


@dataclass(frozen=True, slots=True)
class Following:
    """A speaker taken from the sentence before, with the cue there if there is one."""

    speaker: Speaker
    cue_start: int | None = None
    cue_end: int | None = None


def read_before(reading: Reading, acts: Sequence[SpeechAct], piece: Marked, last: Quote | None) -> Following | None:
    """Return who spoke in the sentence before whole sentences in marks, or before a paragraph of them."""
    here = reading.sentence_at(piece.start)
    few = not has_words(reading.text, _FEWEST, piece.start, piece.end)
    if here == 0 or few or not whole_sentences(reading, piece):
        return None
    before = reading.sentences[here - 1]
    same = before.block == reading.sentences[here].block
    if before.role is Role.SUBHEADING or not (same or fills_block(reading, piece)):
        return None
    told = [act for act in acts if act.sentence == here - 1 and act.source and act.source.speaks]
    if told:
        speaker = name_speaker(told[-1], "speaks in the sentence before")
        return Following(_likely(speaker), told[-1].cue_start, told[-1].cue_end) if speaker else None
    if last is not None and last.speaker and before.start <= last.end <= before.end:
        return Following(_likely(replace(last.speaker, how="nobody else speaks after the words before")))
    subject = subject_of(reading, before, before.end) if same else None
    return Following(subject) if subject else None


def _likely(speaker: Speaker) -> Speaker:
    return replace(speaker, sure=Sure.LIKELY if speaker.sure is Sure.SURE else speaker.sure)


def fills_block(reading: Reading, piece: Marked) -> bool:
    """Tell whether a piece is a paragraph of its own."""
    first, last = reading.sentence_at(piece.start), reading.sentence_at(piece.end - 1)
    beside = [*reading.sentences[max(0, first - 1) : first], *reading.sentences[last + 1 : last + 2]]
    return whole_sentences(reading, piece) and all(one.block != reading.sentences[first].block for one in beside)


def subject_of(reading: Reading, sentence: Sentence, stop: int) -> Speaker | None:
    """Return whom a sentence is about: the person, else the body, named first and near its beginning."""
    near = min(stop, sentence.start + _SUBJECT_WITHIN)
    near_ones = [one for one in reading.mentions_between(sentence.start, near) if one.entity in reading.entities]
    free = [one for one in near_ones if not _PREPOSITION.search(reading.masked[max(0, one.start - 24) : one.start])]
    for kind in (EntityKind.PERSON, EntityKind.ORGANISATION):
        for mention in (one for one in (*free, *near_ones) if one.kind is kind):
            how = "the sentence that leads to the words is about them"
            name = reading.entities[mention.entity].name
            return Speaker(name, mention.entity, mention.start, mention.end, how, Sure.LIKELY)
    return None
