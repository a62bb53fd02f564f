"""Quoted words that no rule knows for speech, as the tagger hears them: content of a source by a cue beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.annotate.marks import Marked
from nutgraf.annotate.reading import Reading
from nutgraf.annotate.subjects import read_phrase
from nutgraf.models.tagger import Tag
from nutgraf.records.annotation import Sentence, Speaker
from nutgraf.records.article import Sure
from nutgraf.text import has_words

ENOUGH = 60
"""Parts that are less sure (in hundredths) are not heard."""
FEWEST = 3
COVERED = 0.6
"""So much of the words in marks must be content."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text that the tagger takes for a source, a cue or content."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Heard:
    """Who speaks, and the place of the cue."""

    speaker: Speaker | None
    cue_start: int
    cue_end: int


def find_roles(sentences: Sequence[Sentence], tags: Sequence[Sequence[Tag]]) -> tuple[Part, ...]:
    """Return the roles of attribution that the tagger is sure enough of, by place."""
    return tuple(
        Part(sentence.start + tag.start, sentence.start + tag.end, tag.label)
        for sentence, told in zip(sentences, tags, strict=True)
        for tag in told
        if tag.head == "attribution" and tag.sure >= ENOUGH
    )


def read_heard(reading: Reading, roles: Sequence[Part], piece: Marked) -> Heard | None:
    """Return who says a piece by which cue, where the tagger takes most of it for content; the nearest cue counts.

    One or two words ("known as “the Needle”") are as often a name, which people use and nobody says.
    """
    if not has_words(reading.text, FEWEST, piece.start, piece.end):
        return None
    first = reading.sentences[reading.sentence_at(piece.start)]
    last = reading.sentences[reading.sentence_at(max(piece.start, piece.end - 1))]
    near = [role for role in roles if first.start <= role.start < last.end]
    covered = sum(
        max(0, min(role.end, piece.end) - max(role.start, piece.start)) for role in near if role.label == "content"
    )
    cues = [role for role in near if role.label == "cue" and not piece.start <= role.start < piece.end]
    if covered < COVERED * (piece.end - piece.start) or not cues:
        return None
    cue = min(cues, key=lambda role: (_apart(role, piece.start, piece.end), role.start))
    sources = [role for role in near if role.label == "source" and not piece.start <= role.start < piece.end]
    if not sources:
        return None
    source = min(sources, key=lambda role: (_apart(role, cue.start, cue.end), role.start))
    return Heard(_speaker(reading, source), cue.start, cue.end)


def _apart(role: Part, start: int, end: int) -> int:
    return max(start - role.end, role.start - end, 0)


def _speaker(reading: Reading, role: Part) -> Speaker | None:
    source = read_phrase(reading, role.start, role.end)
    if source is None:
        return None
    how = "the sentence reads as their words, though no verb that the rules know gives them"
    return Speaker(source.name, source.entity, source.start, source.end, how, Sure.LIKELY)
