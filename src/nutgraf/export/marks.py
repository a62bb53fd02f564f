"""What is shown marked in an article's text: quotes by speaker, cues, sources, names, figures, times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from nutgraf.records.annotation import Annotation, Attribution, AttributionKind, Quote, QuoteKind
from nutgraf.text import fold


class Layer(StrEnum):
    """The kinds of mark; a word may bear several."""

    QUOTE = "quote"
    REPORTED = "reported"
    SCARE = "scare"
    SPEAKER = "speaker"
    CUE = "cue"
    SOURCE = "source"
    NAME = "name"
    FIGURE = "figure"
    TIME = "time"


MEANINGS = {
    Layer.QUOTE: "words in quote marks, in the colour and with the number of who says them",
    Layer.REPORTED: "reported in the outlet's own words",
    Layer.SCARE: "quote marks that give nobody's words",
    Layer.SPEAKER: "who says it",
    Layer.CUE: "the words that tell it is said",
    Layer.SOURCE: "another source that something rests on",
    Layer.NAME: "a person, organisation, place or group",
    Layer.FIGURE: "a figure",
    Layer.TIME: "a time",
}
"""What each kind of mark means: the legend, on the terminal and on the page."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who says something in an article: a number from 1 in order of appearance, the name, how many quotes."""

    number: int
    name: str
    quotes: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of text; `voice` is the number of who says it, 0 where that is not known or does not apply."""

    start: int
    end: int
    layer: Layer
    voice: int
    note: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text all of whose characters bear the same marks."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def find_voices(annotation: Annotation) -> tuple[Voice, ...]:
    """Return who speaks in an article, in order of first appearance."""
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    for quote in annotation.quotes:
        key = _voice_key(quote)
        if key and quote.speaker:
            names.setdefault(key, quote.speaker.name)
            counts[key] = counts.get(key, 0) + 1
    return tuple(Voice(number, names[key], counts[key]) for number, key in enumerate(names, start=1))


def find_marks(annotation: Annotation) -> tuple[Mark, ...]:
    """Return every mark of an article, sorted by place."""
    numbers = {
        key: number
        for number, key in enumerate(dict.fromkeys(filter(None, map(_voice_key, annotation.quotes))), start=1)
    }
    marks = [mark for quote in annotation.quotes for mark in _of_quote(quote, numbers.get(_voice_key(quote), 0))]
    marks += [
        Mark(one.start, one.end, Layer.SOURCE, 0, _source_note(one))
        for one in annotation.attributions
        if one.kind is not AttributionKind.OWN and not _spoken(one.start, one.end, annotation.quotes)
    ]
    names = {entity.key: entity for entity in annotation.entities}
    for mention in annotation.mentions:
        if mention.named:
            entity = names.get(mention.entity)
            marks.append(
                Mark(
                    mention.start,
                    mention.end,
                    Layer.NAME,
                    0,
                    f"{mention.kind.value}: {entity.name if entity else mention.entity}",
                )
            )
    marks += [
        Mark(one.start, one.end, Layer.FIGURE, 0, _figure_note(one.low, one.high, one.unit, one.qualifier.value))
        for one in annotation.figures
    ]
    marks += [Mark(one.start, one.end, Layer.TIME, 0, one.how) for one in annotation.times]
    return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.layer)))


def cut_segments(length: int, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """Return a text's stretches between the edges of its marks; they join to the whole text."""
    edges = sorted({0, length, *(mark.start for mark in marks), *(mark.end for mark in marks)})
    return tuple(
        Segment(start, end, tuple(mark for mark in marks if mark.start <= start and end <= mark.end))
        for start, end in pairwise(edges)
    )


def _of_quote(quote: Quote, voice: int) -> list[Mark]:
    speaker = quote.speaker
    layer = {QuoteKind.INDIRECT: Layer.REPORTED, QuoteKind.SCARE: Layer.SCARE}.get(quote.kind, Layer.QUOTE)
    who = speaker.name if speaker else "nobody that the text tells"
    marks = [
        Mark(
            quote.start,
            quote.end,
            layer,
            voice,
            f"{quote.kind.value}: {who}" + (f" ({speaker.how})" if speaker else ""),
        )
    ]
    if speaker and speaker.start is not None and speaker.end is not None:
        marks.append(Mark(speaker.start, speaker.end, Layer.SPEAKER, voice, f"speaker {voice}: {who}"))
    if quote.cue_start is not None and quote.cue_end is not None:
        marks.append(
            Mark(quote.cue_start, quote.cue_end, Layer.CUE, voice, f"cue of speaker {voice}" if voice else "cue")
        )
    return marks


def _source_note(one: Attribution) -> str:
    return f"{one.kind.value} source: {one.source}" + (f", through {one.via}" if one.via else "")


def _voice_key(quote: Quote) -> str:
    """Return what makes two speakers one: the entity, else the folded name; nothing where nobody is told."""
    if quote.speaker is None:
        return ""
    return quote.speaker.entity or fold(quote.speaker.name)


def _spoken(start: int, end: int, quotes: Sequence[Quote]) -> bool:
    """Tell whether a source's words hold a speaker or a cue, which are marked already."""
    places = [(quote.cue_start, quote.cue_end) for quote in quotes]
    places += [(quote.speaker.start, quote.speaker.end) for quote in quotes if quote.speaker]
    return any(first is not None and last is not None and first < end and start < last for first, last in places)


def _figure_note(low: float, high: float, unit: str, qualifier: str) -> str:
    value = f"{low:g}" if low == high else f"{low:g} to {high:g}"
    return " ".join(part for part in (qualifier if qualifier != "exact" else "", value, unit) if part)
