"""The gold labels: what a careful reader finds on a set of pages. The format is described in evals/README.md."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

QuoteKind = Literal["direct", "mixed", "scare"]
SourceKind = Literal["named", "anonymous", "document", "outlet"]
Qualifier = Literal["exact", "about", "at least", "at most", "nearly", "more than", "less than", "range"]
FindingKind = Literal[
    "wording", "figures", "times", "places", "lists", "speaker", "denial", "initiative", "naming", "content"
]
Verdict = Literal["differ", "update", "unsure"]


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place on a page: code points (`start`, `end`), or literal words, or everything from one phrase to another.

    `first` and `last` are for bodies of our own pages, where the whole text would only be repeated.
    """

    start: int | None = None
    end: int | None = None
    words: str | None = None
    nth: int = 1
    first: str | None = None
    last: str | None = None
    optional: bool = False


class Published(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When it was published as far as all pages together tell: ISO date or interval, or null."""

    value: str | None
    note: str = ""


class GoldArticle(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One article of a page. `optional` places may be in its text or not."""

    key: str
    places: tuple[Place, ...]
    story: str | None
    optional: tuple[Place, ...] = ()
    title: Place | None = None
    byline: tuple[str, ...] = ()
    dateline: str | None = None
    carrier: str | None = None
    acceptable_carriers: tuple[str | None, ...] = ()
    origin: str | None = None
    acceptable_origins: tuple[str | None, ...] = ()
    published: Published = Published(None)
    chapter: str | None = None


class GoldPage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One page: its articles, its teasers (places of their titles), and places that belong to no article."""

    file: str
    articles: tuple[GoldArticle, ...]
    sha256: str | None = None
    teasers: tuple[Place, ...] = ()
    furniture: tuple[Place, ...] = ()


class GoldQuote(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A quotation in quote marks; `pieces` lie inside the marks. A scare quote gives nobody's words."""

    article: str
    kind: QuoteKind
    speaker: str | None
    pieces: tuple[Place, ...]
    acceptable_kinds: tuple[QuoteKind, ...] = ()
    acceptable_speakers: tuple[str | None, ...] = ()
    nested: bool = False
    optional: bool = False

    @property
    def kinds(self) -> frozenset[str]:
        """Every kind a careful reader accepts."""
        return frozenset((self.kind, *self.acceptable_kinds))

    @property
    def speakers(self) -> tuple[str | None, ...]:
        """Every speaker a careful reader accepts."""
        return (self.speaker, *self.acceptable_speakers)


class GoldIndirect(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something said, reported without marks: a sample of clear ones."""

    article: str
    speaker: str
    content: Place
    acceptable_speakers: tuple[str, ...] = ()


class GoldSource(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Somebody or something an article relies on."""

    article: str
    kind: SourceKind
    name: str
    place: Place
    via: str | None = None
    acceptable_names: tuple[str, ...] = ()
    acceptable_kinds: tuple[SourceKind, ...] = ()
    optional: bool = False


class GoldFigure(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A number; `values`, `units` and `qualifiers` are further right readings."""

    article: str
    place: Place
    low: float
    high: float
    unit: str
    qualifier: Qualifier
    values: tuple[tuple[float, float], ...] = ()
    units: tuple[str, ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()
    optional: bool = False


class GoldTime(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A time expression and its value once all pages are reasoned over."""

    article: str
    place: Place
    value: str | None
    also: tuple[str, ...] = ()
    optional: bool = False
    note: str = ""


class GoldCounts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The four counts of a story; outlets may be counted in more than one right way."""

    story: str
    articles: int
    texts: int
    outlets: tuple[int, ...]
    origins: int
    note: str = ""


class GoldCell(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One side of a comparison."""

    article: str
    place: Place


class GoldPoint(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something that several accounts say (`agreements`), or a tempting false difference (`not_differences`)."""

    id: str
    note: str
    cells: tuple[GoldCell, ...]
    kinds: tuple[FindingKind, ...] = ()
    optional: bool = False


class GoldDifference(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where accounts differ; `substance` where a reader must be told, `optional` where careful readers may disagree."""

    id: str
    kind: FindingKind
    verdict: Verdict
    substance: bool
    note: str
    cells: tuple[GoldCell, ...]
    kinds: tuple[FindingKind, ...] = ()
    optional: bool = False


class Gold(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All labels of one set of pages."""

    format: int
    what: str
    pages: tuple[GoldPage, ...]
    quotes: tuple[GoldQuote, ...] = ()
    indirect: tuple[GoldIndirect, ...] = ()
    sources: tuple[GoldSource, ...] = ()
    no_named_source: tuple[str, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    times: tuple[GoldTime, ...] = ()
    counts: tuple[GoldCounts, ...] = ()
    agreements: tuple[GoldPoint, ...] = ()
    differences: tuple[GoldDifference, ...] = ()
    not_differences: tuple[GoldPoint, ...] = ()

    @property
    def articles(self) -> tuple[GoldArticle, ...]:
        """All articles of all pages, in order."""
        return tuple(article for page in self.pages for article in page.articles)


def read_gold(path: Path) -> Gold:
    """Read a gold file; an unknown or missing field is an error that names it."""
    gold = msgspec.json.decode(path.read_bytes(), type=Gold)
    check_keys(gold)
    return gold


def check_keys(gold: Gold) -> None:
    """Refuse labels that name an article the pages do not have, or a key used twice."""
    keys = [article.key for article in gold.articles]
    if len(keys) != len(set(keys)):
        raise ValueError("two articles of the gold file share a key; give each its own")
    used = {quote.article for quote in gold.quotes} | {report.article for report in gold.indirect}
    used |= {source.article for source in gold.sources} | set(gold.no_named_source)
    used |= {figure.article for figure in gold.figures} | {time.article for time in gold.times}
    used |= {cell.article for point in (*gold.agreements, *gold.not_differences) for cell in point.cells}
    used |= {cell.article for difference in gold.differences for cell in difference.cells}
    if unknown := sorted(used - set(keys)):
        raise ValueError(f"the gold file labels articles that no page has: {', '.join(unknown)}")
