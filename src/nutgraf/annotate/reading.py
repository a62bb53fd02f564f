"""One article as the annotators of speech read it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.annotate.marks import Marked, marked_in
from nutgraf.records.annotation import Entity, Mention, Sentence
from nutgraf.records.article import Article
from nutgraf.text import fold


@dataclass(frozen=True, slots=True)
class Reading:
    """Text, the same text with quoted words masked by underscores, marks, sentences, entities by key, mentions by
    place.
    """

    text: str
    masked: str
    marked: tuple[Marked, ...]
    sentences: tuple[Sentence, ...]
    entities: dict[str, Entity]
    mentions: tuple[Mention, ...]
    outlets: tuple[str, ...]

    def own_name(self, name: str) -> str | None:
        """Return the full name of the article's own outlet where `name` is it or a part of it ("the Monitor")."""
        wanted = set(fold(name).removeprefix("the ").split())
        return next((outlet for outlet in self.outlets if wanted and wanted <= set(fold(outlet).split())), None)

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that holds an offset, or of the last one before it; -1 before the first."""
        return bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1

    def opening_of(self, index: int) -> int:
        """Return the sentence that opens the quoted words which a sentence goes on with; else the sentence itself."""
        while index > 0 and self.masked[self.sentences[index].start] == "_":
            index -= 1
        return index

    def mentions_between(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that begin in a stretch."""
        first = bisect_left(self.mentions, start, key=lambda mention: mention.start)
        return self.mentions[first : bisect_left(self.mentions, end, key=lambda mention: mention.start)]


def read_article(
    article: Article, sentences: Sequence[Sentence], entities: Sequence[Entity], mentions: Sequence[Mention]
) -> Reading:
    """Find the quotation marks of every block and mask what lies between the outer ones."""
    marked = marked_in(article)
    characters = list(article.text)
    for piece in marked:
        if piece.depth == 0:
            characters[piece.start : piece.end] = "_" * (piece.end - piece.start)
    named = tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))
    return Reading(
        article.text,
        "".join(characters),
        marked,
        tuple(sentences),
        {entity.key: entity for entity in entities},
        named,
        tuple(name for name in (article.carrier, article.origin, *_in_dateline(article.dateline)) if name),
    )


def _in_dateline(dateline: str | None) -> list[str]:
    """Return the outlets that a dateline names in brackets: "PORT SUND, May 3 (Norpress) -"."""
    return re.findall(r"\(([^()]+)\)", dateline or "")
