"""Labels: a name that gives the speaker of quoted words without a verb ("Mary Low: “…”", "“…” — Mary Low")."""

from __future__ import annotations

import re

from nutgraf.annotate.marks import Marked
from nutgraf.annotate.reading import Reading
from nutgraf.annotate.sources import read_source
from nutgraf.records.annotation import AttributionKind, EntityKind, Speaker
from nutgraf.records.article import Sure
from nutgraf.text import fold

_NAME = r"[A-ZÀ-ÖØ-Þ][\w.’'-]*(?: (?:[A-ZÀ-ÖØ-Þ][\w.’'-]*|de|van|von|al|bin)){0,4}"
_BEFORE = re.compile(rf"(?:^|\n|[.!?”\"] )(?:[Ss]aid |[Aa]dded )?(?P<name>{_NAME})(?:, [^,:.\n]{{2,60}})?: ?[“\"‘']$")
_REST = re.compile(r"[”\"’']\s+(?P<rest>[^,.;:“”\"]{4,90})")
_AFTER = re.compile(rf"[”\"’']\s*[–—―-]+\s*(?P<name>{_NAME})(?:, [^\n]{{2,80}})?[^\S\n]*(?:\n|$)")


def read_label(reading: Reading, piece: Marked) -> Speaker | None:
    """Return whom a label before or after quoted words names; whole sentences only, and only what can speak."""
    if not reading.text[piece.start : piece.start + 1].isupper():
        return None
    before = _BEFORE.search(reading.masked, max(0, piece.start - 160), piece.start)
    after = _AFTER.match(reading.masked, piece.end)
    match = before or after
    if match is None:
        return None
    start, end = match.span("name")
    source = read_source(reading.text, start, end, reading.mentions, reading.entities, subject=True)
    if source is None or source.kind is not AttributionKind.NAMED:
        return None
    where = "before" if before else "after"
    return Speaker(source.name, source.entity, start, end, f"the name stands {where} the words as a label", Sure.LIKELY)


def read_tail(reading: Reading, piece: Marked) -> Speaker | None:
    """Return whom the rest of the sentence names after words that end in a comma ("“A scandal,” thundered Mary Low").

    Words that end in a comma inside their marks are somebody's, whatever the verb; only a name or "he", "she" right
    beside the verb is taken.
    """
    text = reading.text
    if text[piece.end - 1] != "," or not text[piece.start].isupper() or " " not in text[piece.start : piece.end]:
        return None
    if reading.sentences[reading.sentence_at(piece.start)].start < piece.start - 2:
        return None  # a label in the middle of a sentence: "known as “Clean Shore,” which Low called a success"
    stop = reading.sentences[reading.sentence_at(piece.end - 1)].end
    clause = _REST.match(reading.masked, piece.end, max(stop, piece.end))
    if clause is None:
        return None
    start, end = clause.span("rest")
    people = [m for m in reading.mentions if start <= m.start and m.end <= end and m.kind is EntityKind.PERSON]
    if len({mention.entity for mention in people}) != 1:
        return None
    source = read_source(text, people[0].start, people[0].end, reading.mentions, reading.entities)
    if source is None or text[people[0].start : people[0].end].lower() in {"his", "her"}:
        return None
    return Speaker(source.name, source.entity, start, end, "the only name after words that end in a comma", Sure.LIKELY)


_CAPITALS = "[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.’'-]*"
_INSIDE = re.compile(rf"(?P<name>{_CAPITALS}(?: {_CAPITALS}){{0,3}}): +(?=[\w‘'“\"…\[])")


def read_inside(reading: Reading, piece: Marked) -> Speaker | None:
    """Return whom a transcript's label at the head of quoted words names ("“LOW: We knew.”")."""
    label = _INSIDE.match(reading.text, piece.start, piece.end)
    if label is None or len(label.group("name")) < 2:
        return None
    return labelled_speaker(reading, *label.span("name"))


def labelled_speaker(reading: Reading, start: int, end: int) -> Speaker:
    """Return the person whom a label names: the one of that name in the article, else the label's own words."""
    name = reading.text[start:end]
    last = fold(name).split()[-1:]
    known = [
        entity for entity in reading.entities.values()
        if entity.kind is EntityKind.PERSON and fold(entity.name).split()[-1:] == last
    ]  # fmt: skip
    how = "the name stands before the words as a label"
    if len(known) == 1:
        return Speaker(known[0].name, known[0].key, start, end, how, Sure.LIKELY)
    return Speaker(name, None, start, end, how, Sure.UNSURE if known else Sure.LIKELY)
