"""Marks that the program's own rules and tables give: groups by demonym, times and quantities by the grammars."""

from __future__ import annotations

from training.tagger.examples import HEADS
from training.tagger.labelled import Document, Mark, Sentence

from nutgraf.annotate.expressions import find_expressions
from nutgraf.annotate.figures import find_drafts
from nutgraf.annotate.name_words import GROUPS
from nutgraf.models.places import demonym_country
from nutgraf.text import fold, words


def with_groups(document: Document) -> Document:
    """Return a document with peoples, religions and parties marked beside the names of its set."""
    sentences = []
    for sentence in document.sentences:
        peoples = [
            Mark(start, end, "group")
            for start, end, word in words(sentence.text)
            if word[0].isupper() and (fold(word) in GROUPS or demonym_country(word))
        ]
        marks = {
            head: tuple(sorted((*told, *(one for one in peoples if _free(one, told))), key=lambda mark: mark.start))
            if "group" in HEADS[head]
            else told
            for head, told in sentence.marks.items()
        }
        sentences.append(Sentence(sentence.text, marks))
    return Document(document.set, document.id, tuple(sentences))


def _free(mark: Mark, told: tuple[Mark, ...]) -> bool:
    return not any(other.start < mark.end and mark.start < other.end for other in told)


def with_amounts(document: Document) -> Document:
    """Return a document with the times and quantities that the rules read."""
    sentences = []
    for sentence in document.sentences:
        times = tuple(Mark(one.start, one.end, "time") for one in find_expressions(sentence.text))
        amounts = tuple(Mark(one.start, one.end, "quantity") for one in find_drafts(sentence.text))
        free = tuple(one for one in amounts if _free(one, times))
        sentences.append(Sentence(sentence.text, {**sentence.marks, "time": times, "quantity": free}))
    return Document(document.set, document.id, tuple(sentences))
