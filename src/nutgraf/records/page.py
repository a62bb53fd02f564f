"""A page as it came in, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Media(StrEnum):
    """How the bytes of a page are to be read."""

    HTML = "html"
    TEXT = "text"
    MHTML = "mhtml"
    """A web page saved with its parts in one MIME file (RFC 2557)."""
    MAIL = "mail"
    """One e-mail (RFC 5322), as newsletters come."""
    PDF = "pdf"
    FEED = "feed"
    """RSS, Atom or JSON Feed."""
    LISTING = "listing"
    """Addresses without texts: OPML, a sitemap, a news sitemap."""
    RECORD = "record"
    """One ready article as a JSON object, its fields named as `Ready` names them."""


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of one fetch of one address at one time; never changed.

    `id` is the hash of (address, bytes). `address` is the web address where one is known, else the file's
    `file://` address. `path` is the file the bytes were read from, `None` for standard input.
    `retrieved` is an ISO 8601 time in UTC; it is provenance only and decides nothing. `container` names the place in a
    larger file ("crawl.warc.gz, record 12 at byte 40531"), `charset` is what the transport or container declared, and
    `captured` the ISO 8601 time at which the container says that the page was fetched.
    """

    id: str
    address: str
    path: str | None
    media: Media
    content: bytes
    digest: str
    retrieved: str
    container: str | None = None
    charset: str | None = None
    captured: str | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """An article that came ready from a table or export: the content of a page whose media is `RECORD`.

    `body` is plain text, or HTML where `html` is true; `more` holds the fields that nutgraf has no name for, as pairs.
    """

    body: str
    html: bool = False
    address: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    modified: str | None = None
    outlet: str | None = None
    section: str | None = None
    language: str | None = None
    more: tuple[tuple[str, str], ...] = ()


class Outcome(StrEnum):
    """What became of a document that somebody gave us."""

    STORED = "stored"
    PARTIAL = "partial"
    REFUSED = "refused"
    QUARANTINED = "quarantined"
    WAITING = "waiting"
    """It needs an optional package that is not installed; each reading tries it again."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A document, or a part of one, that a stage could not take, with the reason in words.

    `what` names it for the reader (a path or an address), `reason` says why and, where there is a cap, names the cap;
    `digest` is the SHA-256 of the bytes where they were read.
    """

    what: str
    stage: str
    outcome: Outcome
    reason: str
    digest: str | None = None
