"""Instances as the documents that the tagger learns from: each alone, in sentences as the program cuts it."""

from __future__ import annotations

from collections.abc import Sequence

from training.tagger.labelled import Document, Mark, Sentence

from evals.annotation.attribution import sentences_of
from nutgraf.text import trim


def document_of(name: str, text: str, marks: Sequence[Mark]) -> Document:
    """Return an instance as a document; a role that goes on in the next sentence is marked in each of them."""
    sentences = []
    for place in sentences_of(text):
        inside = [
            Mark(*trim(text, max(mark.start, place.start), min(mark.end, place.end)), mark.label)
            for mark in marks
            if mark.start < place.end and place.start < mark.end
        ]
        moved = [Mark(mark.start - place.start, mark.end - place.start, mark.label) for mark in inside]
        told = tuple(mark for mark in moved if mark.start < mark.end)
        sentences.append(Sentence(text[place.start : place.end], {"attribution": told}))
    return Document("polnear", name, tuple(sentences))
