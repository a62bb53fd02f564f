"""Mentions of events in several texts, as a gold set has them: tokens first, then places in our text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from nutgraf.records.article import Article

_LETTER = re.compile(r"``|''|\S")

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention: its line and tokens there, its chain, the lemma of its head, and whether it mentions an event."""

    line: int
    tokens: tuple[int, ...]
    chain: str
    lemma: str
    event: bool = True


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text as lines of tokens, written as an article, with its mentions."""

    lines: tuple[tuple[str, ...], ...]
    article: Article
    mentions: tuple[GoldMention, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention in our text: its article and where it begins."""

    article: str
    start: int
    chain: str
    lemma: str


@dataclass(frozen=True, slots=True)
class GoldStory:
    """The texts of one event, or of one topic with two look-alike events."""

    name: str
    documents: tuple[GoldDocument, ...]


def place_mentions(document: GoldDocument) -> Iterator[Mention]:
    """Yield the mentions of events that stand in the article; those in lines that it has left out do not."""
    places = place_tokens(document.lines, document.article.text)
    for one in document.mentions:
        where = [places[one.line, token] for token in one.tokens if (one.line, token) in places]
        if one.event and where:
            yield Mention(document.article.id, min(where)[0], one.chain, one.lemma.lower())


def place_tokens(lines: Sequence[Sequence[str]], text: str) -> Mapping[tuple[int, int], Place]:
    """Return where each token stands in a text that was written from the lines, by line and token.

    Spaces do not count, double quote marks count as one however they are typed. A line that the text has left out has
    no places.
    """
    places: dict[tuple[int, int], Place] = {}
    written = list(_written(text))
    at = 0
    for number, tokens in enumerate(lines):
        letters = [[letter for letter, *_ in _letters(token)] for token in tokens]
        if at < len(written) and [letter for letter, *_ in written[at]] == [one for token in letters for one in token]:
            places |= {(number, token): place for token, place in _each(letters, written[at])}
            at += 1
    return places


_Letter = tuple[str, int, int]


def _written(text: str) -> Iterator[list[_Letter]]:
    at = 0
    for line in text.split("\n"):
        yield [(letter, at + start, at + end) for letter, start, end in _letters(line)]
        at += len(line) + 1


def _letters(text: str) -> Iterator[_Letter]:
    for found in _LETTER.finditer(text):
        yield '"' if len(found[0]) == 2 else found[0], found.start(), found.end()


def _each(letters: Iterable[Sequence[str]], written: Sequence[_Letter]) -> Iterator[tuple[int, Place]]:
    at = 0
    for number, token in enumerate(letters):
        if token:
            yield number, (written[at][1], written[at + len(token) - 1][2])
        at += len(token)
