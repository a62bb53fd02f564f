"""The fields of the program's JSON export that are scored; fields not named here are ignored."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import msgspec


class Stretch(msgspec.Struct, frozen=True):
    """A place in an article's text."""

    start: int
    end: int
    article: str = ""
    part: str = "text"


class Anchor(msgspec.Struct, frozen=True):
    """Where a stretch of the text stood on the page."""

    start: int
    end: int
    page_start: int
    page_end: int


class Named(msgspec.Struct, frozen=True):
    """A speaker."""

    name: str


class Published(msgspec.Struct, frozen=True):
    """When it was published."""

    value: str | None = None


class Quote(msgspec.Struct, frozen=True):
    """A quotation."""

    kind: str
    span: Stretch
    speaker: Named | None = None
    nested: bool = False


class Attribution(msgspec.Struct, frozen=True):
    """Whom a stretch rests on."""

    source: str
    kind: str
    span: Stretch
    content: Stretch
    via: str | None = None


class Figure(msgspec.Struct, frozen=True):
    """A number."""

    low: float
    high: float
    unit: str
    qualifier: str
    span: Stretch


class Time(msgspec.Struct, frozen=True):
    """A time expression."""

    value: str | None
    span: Stretch


class ExportedArticle(msgspec.Struct, frozen=True):
    """One article or teaser."""

    id: str
    kind: str
    text: str
    path: str | None = None
    address: str | None = None
    title: str | None = None
    byline: str | None = None
    carrier: str | None = None
    origin: str | None = None
    published: Published | None = None
    anchors: tuple[Anchor, ...] = ()
    sentences: tuple[Stretch, ...] = ()
    quotes: tuple[Quote, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[Time, ...] = ()

    @property
    def file(self) -> str:
        """The name of the file it was read from."""
        where = self.path or unquote(urlsplit(self.address or "").path)
        return where.replace("\\", "/").rsplit("/", 1)[-1]


class Cell(msgspec.Struct, frozen=True):
    """One side of a finding, or a statement of a point."""

    article: str
    span: Stretch


class Finding(msgspec.Struct, frozen=True):
    """What comparing gave."""

    kind: str
    verdict: str
    cells: tuple[Cell, ...]
    id: str = ""
    reason: str = ""


class Point(msgspec.Struct, frozen=True):
    """What several accounts say."""

    statements: tuple[Cell, ...] = ()
    findings: tuple[Finding, ...] = ()


class Wording(msgspec.Struct, frozen=True):
    """One printed form of an utterance."""

    spans: tuple[Stretch, ...] = ()


class QuoteRow(msgspec.Struct, frozen=True):
    """One utterance in its wordings."""

    wordings: tuple[Wording, ...] = ()
    verdict: str = ""
    id: str = ""
    reason: str = ""


class Member(msgspec.Struct, frozen=True):
    """An article of a story."""

    id: str


class Chapter(msgspec.Struct, frozen=True):
    """A phase of a story."""

    name: str = ""
    articles: tuple[str, ...] = ()


class Counts(msgspec.Struct, frozen=True):
    """The four counts."""

    articles: int
    texts: int
    outlets: int
    origins: int


class ExportedStory(msgspec.Struct, frozen=True):
    """One story."""

    id: str
    articles: tuple[Member, ...]
    counts: Counts | None = None
    chapters: tuple[Chapter, ...] = ()
    points: tuple[Point, ...] = ()
    findings: tuple[Finding, ...] = ()
    quotes: tuple[QuoteRow, ...] = ()


class Export(msgspec.Struct, frozen=True):
    """The whole document."""

    articles: tuple[ExportedArticle, ...]
    stories: tuple[ExportedStory, ...] = ()


def read_export(path: Path) -> Export:
    """Read what `nutgraf export --format json` wrote."""
    return msgspec.json.decode(path.read_bytes(), type=Export)
