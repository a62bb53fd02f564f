"""The copies of an article or a story, as they are printed and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nutgraf.errors import NotFound
from nutgraf.export.dossier import outlet_name
from nutgraf.export.side_by_side import SideBySide
from nutgraf.records.article import Article
from nutgraf.records.copies import Carried, Copies, Copy, CopyKind
from nutgraf.records.reused import TakenSentence, moved_passages, taken_sentences


@dataclass(frozen=True, slots=True)
class CopiesView:
    """What is printed of copies: those asked about (one article, or all of a story) and all articles spoken of."""

    asked: tuple[str, ...]
    copies: Copies
    articles: Mapping[str, Article]
    beside: SideBySide | None = None

    @property
    def story(self) -> bool:
        """Whether several articles were asked about."""
        return len(self.asked) != 1

    def carried(self, article: str) -> Carried | None:
        """Return what an article carries; nothing where it shares nothing with any other."""
        return next((each for each in self.copies.carried if each.article == article), None)

    def name(self, article: str) -> str:
        """Return the outlet to show for an article."""
        return outlet_name(self.articles[article])


@dataclass(frozen=True, slots=True)
class PassageOut:
    """A run of words that stands in both texts (code points); `moved` where it stands in another order there."""

    start: int
    end: int
    other_start: int
    other_end: int
    moved: bool


@dataclass(frozen=True, slots=True)
class PairOut:
    """Another article that shares something with this one, told from this one's side."""

    article: str
    kind: str
    share: float
    other_share: float
    original: str | None
    reason: str
    passages: tuple[PassageOut, ...]


@dataclass(frozen=True, slots=True)
class BesideOut:
    """Two texts side by side: every sentence of each with how much of it stands in the other."""

    other: str
    version: str
    other_version: str
    sentences: tuple[TakenSentence, ...]
    other_sentences: tuple[TakenSentence, ...]


@dataclass(frozen=True, slots=True)
class CopiesOut:
    """What `nutgraf copies ID --json` gives of one article; `carried` is null where it shares nothing."""

    article: str
    carried: Carried | None
    carriers: tuple[str, ...]
    pairs: tuple[PairOut, ...]
    reuse: tuple[PairOut, ...]
    beside: BesideOut | None


def export_copies(view: CopiesView) -> CopiesOut | Copies:
    """Return the copies of one article in the shape of the export; of a story, the record itself."""
    if view.story:
        return view.copies
    (article,) = view.asked
    carriers = next((group for group in view.copies.groups if article in group), (article,))
    return CopiesOut(
        article,
        view.carried(article),
        carriers,
        tuple(_pair(pair, article) for pair in view.copies.pairs),
        tuple(_pair(pair, article) for pair in view.copies.reuse),
        _beside(view.beside) if view.beside else None,
    )


def _pair(pair: Copy, article: str) -> PairOut:
    told = pair if pair.article == article else pair.turned()
    passages = tuple(
        PassageOut(each.start, each.end, each.other_start, each.other_end, moved)
        for each, moved in zip(told.passages, moved_passages(told), strict=True)
    )
    return PairOut(told.of, told.kind.value, told.share, told.of_share, told.original, told.reason, passages)


def _beside(beside: SideBySide) -> BesideOut:
    return BesideOut(
        beside.other.id,
        beside.article.version,
        beside.other.version,
        taken_sentences(beside.article.text, beside.pair.passages),
        taken_sentences(beside.other.text, beside.pair.turned().passages),
    )


_ORDER = list(CopyKind)


def nearest_pair(article: str, copies: Copies, other: str | None = None) -> Copy | None:
    """Return the pair to set side by side: with the one asked for, else with the original, else the nearest.

    Copies go before mere reuse; of equals the lower id.
    """
    pairs = (*copies.pairs, *copies.reuse)
    if other is not None:
        found = next((pair for pair in pairs if other == other_end(pair, article)), None)
        if found is None:
            advice = f"See which do: nutgraf copies {article[:8]}"
            raise NotFound(f"The articles {article[:8]} and {other[:8]} share no text. {advice}")
        return found
    return min(
        pairs,
        key=lambda pair: (
            pair.original != other_end(pair, article),
            _ORDER.index(pair.kind),
            -max(pair.share, pair.of_share),
            other_end(pair, article),
        ),
        default=None,
    )


def other_end(pair: Copy, article: str) -> str:
    """Return the other article of a pair."""
    return pair.of if pair.article == article else pair.article
