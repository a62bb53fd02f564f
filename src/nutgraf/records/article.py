"""An article with its frozen text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum


class ArticleKind(StrEnum):
    """Whether the text itself stands on the page, or only a pointer to it."""

    ARTICLE = "article"
    TEASER = "teaser"


class Sure(StrEnum):
    """How sure the program is of something it worked out."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


class Part(StrEnum):
    """Which frozen string of an article a span points into."""

    TEXT = "text"
    TITLE = "title"


class Role(StrEnum):
    """What a block of a page is."""

    TITLE = "title"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    CREDIT = "credit"
    OUTLET = "outlet"
    TIME = "time"
    REPRINT = "reprint"
    BODY = "body"
    SUBHEADING = "subheading"
    LIST = "list"
    BLOCKQUOTE = "blockquote"
    TABLE = "table"
    """One row of a table that stands in the text."""
    EMBED = "embed"
    """A post of a social network that stands in the text."""
    TEASER = "teaser"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a frozen text: offsets are Unicode code points, `end` is exclusive."""

    article: str
    version: str
    start: int
    end: int
    part: Part = Part.TEXT


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published: an ISO 8601 date, time or interval `a/b`, how it was found, how sure that is."""

    value: str | None
    how: str
    sure: Sure

    def between(self) -> tuple[datetime, datetime] | None:
        """Return the earliest and the latest moment (UTC) it can have been; nothing where the value cannot be read.

        A date is a whole day; without a zone, a day or time may be anywhere on earth (UTC+14 to UTC-12).
        """
        first, _, last = (self.value or "").partition("/")
        try:
            early, late = datetime.fromisoformat(first), datetime.fromisoformat(last or first)
            late += timedelta(days=1) if len(last or first) <= len("2000-01-01") else timedelta(0)
            return _utc(early, timedelta(hours=-14)), _utc(late, timedelta(hours=12))
        except (ValueError, OverflowError):
            return None


def _utc(moment: datetime, leeway: timedelta) -> datetime:
    """Return a moment in UTC; one without zone is moved by `leeway`."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC) + leeway


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of an article's frozen text (`role` is body, subheading, list, blockquote, table or embed)."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class PagePart:
    """A stretch of the decoded page (code points), what it was taken for, and the place of the article it went to."""

    start: int
    end: int
    role: Role
    article: int | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of an article's text and the stretch of the decoded page it was taken from (code points)."""

    start: int
    end: int
    page_start: int
    page_end: int


@dataclass(frozen=True, slots=True)
class Aside:
    """Words of an article's page that belong to it but not to its text: deck, caption, credit, reprint line."""

    role: Role
    words: str
    page_start: int
    page_end: int


class Field(StrEnum):
    """A field of an article that a page may tell in several places."""

    TITLE = "title"
    BYLINE = "byline"
    PUBLISHED = "published"
    MODIFIED = "modified"
    DATELINE = "dateline"
    CARRIER = "carrier"
    ORIGIN = "origin"
    LANGUAGE = "language"
    SECTION = "section"
    ADDRESS = "address"
    FREE = "free"
    """Whether the page says that the text is free to read: "yes" or "no"."""


@dataclass(frozen=True, slots=True)
class Found:
    """One value that a page gives for a field, and how it was found ("meta tag og:title", "the first heading").

    `chosen` is true for the value that the article bears; of the others `why_not` says in words why not ("a date of the
    box “Most read”"), `None` where it is simply the weaker of two. `start` and `end` are its place in the decoded page.
    """

    field: Field
    value: str
    how: str
    chosen: bool
    why_not: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a page lists without its text: a feed in an OPML file, a page in a sitemap."""

    address: str
    title: str | None = None
    kind: str = "page"
    """`page`, `feed` or `sitemap`."""
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One text of one author or desk, taken from a page.

    `id` is the hash of (canonical address or file path, place on the page), `version` the hash of the frozen text and
    title. `carrier` is the outlet on whose page it stands, `origin` the outlet that made it; `None` means that nothing
    on the page tells. `completeness` is the share of the page's visible characters that is accounted for, 0 to 1;
    `partial` says in words why a text may not be whole (a paywall, a cut ending, a limit), else `None`. `found` holds
    every value that the page gives for a field, chosen or not, with how it was found.
    """

    id: str
    version: str
    page: str
    place: int
    kind: ArticleKind
    address: str | None
    path: str | None
    title: str | None
    byline: str | None
    dateline: str | None
    carrier: str | None
    origin: str | None
    published: Published
    language: str
    text: str
    blocks: tuple[Block, ...]
    anchors: tuple[Anchor, ...]
    asides: tuple[Aside, ...]
    completeness: float
    partial: str | None
    made_by: str
    modified: Published | None = None
    section: str | None = None
    found: tuple[Found, ...] = ()

    def words(self, span: Span) -> str:
        """Return the exact words at a span of this article."""
        frozen = (self.title or "") if span.part is Part.TITLE else self.text
        return frozen[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found on one page: its articles and teasers, every part of it, and where nothing was found, why.

    `damage` says what of the page was unreadable or beyond what pages hold; the ledger lists it, and the rest stands.
    `links` are the addresses that a feed list or sitemap holds.
    """

    page: str
    articles: tuple[Article, ...]
    parts: tuple[PagePart, ...]
    visible: int
    accounted: int
    notes: tuple[str, ...]
    made_by: str
    damage: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
