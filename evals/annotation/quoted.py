"""Gold quotations: what double marks hold, read by simple pairing, apart from nutgraf's own reading of marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from evals.annotation.articles import write_article
from nutgraf.records.article import Article, Block, Role
from nutgraf.text import trim

_LINE = re.compile(r"[^\n]+")
_PAIR = re.compile(
    r"“(?P<nested>[^“”]*(?:“[^“”]*”[^“”]*)*)”|^\"(?P<open>(?:[^\"“”]|“[^“”]*”)*)$|\"(?P<straight>[^\"]*)\"|"
    r"[“\"”](?P<mixed>[^“\"”]*)(?:[“\"”]|$)"
)

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """Quoted words that are somebody's, inside their marks; `sources` are the places that name the speaker."""

    start: int
    end: int
    sources: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class QuotedText:
    """A text with its gold quotes; what overlaps `neutral` is neither right nor wrong."""

    article: Article
    gold: tuple[GoldQuote, ...]
    neutral: tuple[Place, ...]


def article_of_lines(name: str, text: str, *, headline: bool = False) -> Article:
    """Return a text as an article with a block for each line, but none for a headline; its offsets stay."""
    blocks = [Block(*trim(text, *line.span()), Role.BODY) for line in _LINE.finditer(text) if line.group().strip()]
    return replace(write_article(name, [])[0], text=text, blocks=tuple(blocks[1:] if headline else blocks))


def double_quoted(text: str) -> Iterator[Place]:
    """Return what stands between the outer of double marks, two by two within a line, or from a mark to its end."""
    for line in _LINE.finditer(text):
        for pair in _PAIR.finditer(line.group()):
            place = pair.span(pair.lastgroup or 0)
            start, end = trim(text, line.start() + place[0], line.start() + place[1])
            if start < end:
                yield start, end


def covers(pieces: Iterable[Place], place: Place) -> bool:
    """Tell whether pieces hold a place; marks, stops and spaces between them count as held."""
    return all(any(start <= at < end for start, end in pieces) for at in (place[0], place[1] - 1))
