"""Labelled text: sentences with spans for one or several heads of the tagger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

NAMES = ("person", "organisation", "place", "group")
"""What the head for names tells apart."""
ROLES = ("source", "cue", "content")
"""What the head for attribution tells apart."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled span of a sentence, in code points of its text."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and its marks by head; a head that is not a key was not annotated here."""

    text: str
    marks: dict[str, tuple[Mark, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """One text of one set; sentences that stand one after another may be read together."""

    set: str
    id: str
    sentences: tuple[Sentence, ...]


def join_words(words: Sequence[str], spaced: Sequence[bool]) -> tuple[str, list[tuple[int, int]]]:
    """Return the text of words, and each word's place; `spaced` tells which words a space follows."""
    text, places = "", []
    for word, space in zip(words, spaced, strict=True):
        places.append((len(text), len(text) + len(word)))
        text += word + (" " if space else "")
    return text.rstrip(), places


_NO_SPACE_BEFORE = frozenset(". , ; : ! ? ) ] % ’ ” 's 're 've 'll 'd 'm n't".split()) | {"...", "''"}
_NO_SPACE_AFTER = frozenset("( [ $ £ € “ ‘ ``".split())


def guess_spaces(words: Sequence[str]) -> list[bool]:
    """Return which words a space follows where a set does not tell: as English is printed."""
    spaced, quoted = [], False
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        if word == '"':
            quoted = not quoted
        opens = word in _NO_SPACE_AFTER or (word == '"' and quoted)
        closes = following in _NO_SPACE_BEFORE or following.startswith("'") or (following == '"' and quoted)
        spaced.append(not (opens or closes))
    return spaced


def marks_of_tags(tags: Sequence[str], places: Sequence[tuple[int, int]], kinds: dict[str, str]) -> tuple[Mark, ...]:
    """Return the spans of IOB tags (a span may open with `I-` where the set is IOB1); unknown kinds are left out."""
    marks: list[Mark] = []
    before = "O"
    for tag, (start, end) in zip(tags, places, strict=True):
        prefix, _, kind = tag.partition("-")
        label = kinds.get(kind)
        if label and prefix == "I" and before.partition("-")[2] == kind and marks:
            marks[-1] = Mark(marks[-1].start, end, label)
        elif label:
            marks.append(Mark(start, end, label))
        before = tag
    return tuple(marks)


def in_paragraphs(sentences: Iterable[Sentence], most: int) -> list[tuple[Sentence, ...]]:
    """Return sentences in runs of at most so many."""
    whole = list(sentences)
    return [tuple(whole[at : at + most]) for at in range(0, len(whole), most)]
