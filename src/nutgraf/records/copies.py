"""The copies among articles: pairs that carry one text, what they share, and what each article has from others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CopyKind(StrEnum):
    """How much of an article is another's text; the last two are reuse that makes no copy."""

    EXACT = "exact"
    NEAR = "near"
    PARTIAL = "partial"
    QUOTES = "quotes"
    """Only quotations are shared."""
    TITLE = "title"
    """The headlines are the same, or nearly; the texts are not."""


COPYING = frozenset((CopyKind.EXACT, CopyKind.NEAR, CopyKind.PARTIAL))
"""Kinds that make a copy; the others are reuse only."""

JOINING = frozenset((CopyKind.EXACT, CopyKind.NEAR))
"""Kinds that make two articles carriers of one text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text (code points) that stands in both articles of a copy, word for word."""

    start: int
    end: int
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True)
class Copy:
    """One article carrying the text of another.

    A pair stands once: `article` is the copy where the original is known, else the one of which more stands in the
    other. `share` is the share of `article`'s words that stand in `of`, `of_share` of `of`'s words that stand in
    `article`: words in passages, and the rest of each sentence of which four fifths of the words do. `passages` are in
    the order of `article`. `original` is the id of the one that is the original where credits, the trade of the
    outlets, time or completeness show it, else `None`; `reason` says which, and both shares.
    """

    article: str
    of: str
    kind: CopyKind
    share: float
    passages: tuple[Passage, ...]
    original: str | None
    reason: str
    of_share: float = 0.0

    def turned(self) -> Copy:
        """Return the same pair, told from the other side."""
        passages = sorted((p.other_start, p.other_end, p.start, p.end) for p in self.passages)
        return Copy(
            self.of,
            self.article,
            self.kind,
            self.of_share,
            tuple(Passage(*places) for places in passages),
            self.original,
            self.reason,
            self.share,
        )


@dataclass(frozen=True, slots=True)
class Carried:
    """What one article carries: which text, whose it is, and how much of it comes from others.

    `text` is shared by all articles that carry one text. `original` is the article that the text goes back to (itself,
    where it is the original; `None`: unknown), `origin` the outlet that credits name as its maker, or the one agency
    of which several pages carry it.
    `copied`, `shared` and `own` are shares of the words, together 1: what it has from others, what stands in others
    too with nothing to show who had it first, and what stands nowhere else or was here first.
    """

    article: str
    text: str
    original: str | None
    origin: str | None
    copied: float
    shared: float
    own: float
    reason: str


@dataclass(frozen=True, slots=True)
class Copies:
    """Which articles carry one text (`groups`, each sorted, singletons included) and every pair behind it.

    `reuse` are pairs that share quotations or a headline only: they are no copies. `carried` is told, by article id, of
    every article in a pair of copies.
    """

    groups: tuple[tuple[str, ...], ...]
    pairs: tuple[Copy, ...]
    made_by: str
    reuse: tuple[Copy, ...] = ()
    carried: tuple[Carried, ...] = ()
