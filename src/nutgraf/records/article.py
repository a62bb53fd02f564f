"""An article with its frozen text, and the copies among articles."""

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
    """One paragraph, heading or list item of an article's frozen text (`role` is body, subheading or list)."""

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


@dataclass(frozen=True, slots=True)
class Article:
    """One text of one author or desk, taken from a page.

    `id` is the hash of (canonical address or file path, place on the page), `version` the hash of the frozen text and
    title. `carrier` is the outlet on whose page it stands, `origin` the outlet that made it; `None` means that nothing
    on the page tells. `completeness` is the share of the page's visible characters that is accounted for, 0 to 1;
    `partial` says in words why a text may not be whole (a paywall, a cut ending, a limit), else `None`.
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

    def words(self, span: Span) -> str:
        """Return the exact words at a span of this article."""
        frozen = (self.title or "") if span.part is Part.TITLE else self.text
        return frozen[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found on one page: its articles and teasers, every part of it, and where nothing was found, why.

    `damage` says what of the page was unreadable or beyond what pages hold; the ledger lists it, and the rest stands.
    """

    page: str
    articles: tuple[Article, ...]
    parts: tuple[PagePart, ...]
    visible: int
    accounted: int
    notes: tuple[str, ...]
    made_by: str
    damage: tuple[str, ...] = ()


class CopyKind(StrEnum):
    """How much of an article is another's text."""

    EXACT = "exact"
    NEAR = "near"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text (code points) that stands in both articles of a copy."""

    start: int
    end: int
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True)
class Copy:
    """One article carrying the text of another.

    A pair stands once: `article` is the copy where the original is known, else the one of which more stands in the
    other. `share` is the share of `article`'s words that stand in `of`. `original` is the id of the one that is the
    original where the page says so or time shows it, else `None`; `reason` says which, and both shares.
    """

    article: str
    of: str
    kind: CopyKind
    share: float
    passages: tuple[Passage, ...]
    original: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Copies:
    """Which articles carry one text (`groups`, each sorted, singletons included) and every pair behind it."""

    groups: tuple[tuple[str, ...], ...]
    pairs: tuple[Copy, ...]
    made_by: str
