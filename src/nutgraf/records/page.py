"""A page as it came in, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Media(StrEnum):
    """How the bytes of a page are to be read."""

    HTML = "html"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of one fetch of one address at one time; never changed.

    `id` is the hash of (address, bytes). `address` is the web address where one is known, else the file's
    `file://` address. `path` is the file the bytes were read from, `None` for standard input.
    `retrieved` is an ISO 8601 time in UTC; it is provenance only and decides nothing.
    """

    id: str
    address: str
    path: str | None
    media: Media
    content: bytes
    digest: str
    retrieved: str


class Outcome(StrEnum):
    """What became of a document that somebody gave us."""

    STORED = "stored"
    PARTIAL = "partial"
    REFUSED = "refused"
    QUARANTINED = "quarantined"


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
