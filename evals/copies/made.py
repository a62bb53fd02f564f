"""A draft with its head as an article, whose every sentence is known; and what two of them have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evals.annotation.articles import write_article
from evals.annotation.quoted import double_quoted
from evals.copies.edits import Draft, Piece, pieces
from evals.copies.heads import AGENCY, Head
from nutgraf.records.article import Article, Aside, Role
from nutgraf.text import fold, words

NEAR, NEAR_OTHER = 0.8, 0.3
"""One text: four fifths of one stand in the other, three tenths of that other in it, as nutgraf's records say."""
MARGIN = 0.07
"""So near to these lines nobody can say whether a copy is near or partial: either is right."""
LEAST_OWN = 12
"""Words outside quote marks that a shared passage needs to be more than a shared quotation or a set phrase."""

COPIED = frozenset(("exact", "near", "partial"))
ONE_TEXT = frozenset(("exact", "near"))


@dataclass(frozen=True, slots=True)
class Made:
    """An article, its sentences, and where each stands in its text."""

    article: Article
    sentences: tuple[Piece, ...]
    spans: tuple[tuple[int, int], ...]


def make(identity: str, draft: Draft, title: str, head: Head, *, wire: bool = False) -> Made:
    """Return the article of a draft; a wire text opens with a dateline and ends with who wrote it."""
    paragraphs = [" ".join(piece.words for piece in paragraph) for paragraph in draft]
    dateline = f"EASTPORT ({AGENCY}) — " if wire else ""
    tail = ["(Writing by Ann Low; editing by Ben Hale)"] if wire else []
    tail += [head.last_line] if head.last_line else []
    article, starts = write_article(identity, [dateline + paragraphs[0], *paragraphs[1:], *tail])
    spans = []
    for number, (start, paragraph) in enumerate(zip(starts[: len(draft)], draft, strict=True)):
        at = start + (0 if number else len(dateline))
        for piece in paragraph:
            spans.append((at, at + len(piece.words)))
            at += len(piece.words) + 1
    asides = (Aside(Role.REPRINT, head.beside, 0, 0),) if head.beside else ()
    dressed = replace(
        article, title=title, carrier=head.carrier, origin=head.origin, published=head.published, asides=asides
    )
    return Made(dressed, tuple(pieces(draft)), tuple(spans))


def relate(left: Made, right: Made) -> frozenset[str]:
    """Return the kinds of copy that are right for two articles; "none" among them where none at all is right, too."""
    mine, other = _shared(left, right), _shared(right, left)
    if not mine:
        return frozenset(("none", "title", "quotes"))
    if _folded(left.article.text) == _folded(right.article.text):
        return frozenset(("exact",))
    if sum(map(_own_words, mine)) < LEAST_OWN:
        return frozenset(("none", "title", "quotes", "partial"))
    shares = sorted((_size(other) / _size(right.sentences), _size(mine) / _size(left.sentences)))
    low, high = shares[0] - NEAR_OTHER, shares[1] - NEAR
    if min(low, high) > MARGIN:
        return frozenset(("near",))
    return frozenset(("partial",)) if min(low, high) < -MARGIN else frozenset(("near", "partial"))


def _shared(left: Made, right: Made) -> list[Piece]:
    keys = {(piece.base, piece.number) for piece in right.sentences if piece.number >= 0}
    return [piece for piece in left.sentences if (piece.base, piece.number) in keys]


def _size(sentences: Sequence[Piece]) -> int:
    return sum(len(piece.words.split()) for piece in sentences)


def _own_words(piece: Piece) -> int:
    quoted = sum(len(piece.words[start:end].split()) for start, end in double_quoted(piece.words))
    return len(piece.words.split()) - quoted


def _folded(text: str) -> list[str]:
    return [fold(word) for _, _, word in words(text)]
