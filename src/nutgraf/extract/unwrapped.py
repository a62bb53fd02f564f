"""A page out of its wrapping: its text, the sheets that are read for themselves, what the wrapping tells of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from nutgraf.extract.ties import Tied
from nutgraf.records.article import Field, Link, Sure
from nutgraf.records.page import Media


class Holds(StrEnum):
    """What a sheet holds, as far as its wrapping tells."""

    PAGE = "page"
    """A page like any other: its articles, teasers and furniture are to be told apart."""
    READY = "ready"
    """One article and nothing else."""
    TEASER = "teaser"
    """A title with a line or two for an article that is not here."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What a wrapping tells about the text in it, and how ("Subject of the e-mail").

    A date is in ISO 8601 where it could be read. A fact with `why_not` is kept and never chosen. `start` and `end` are
    its place in the page's text.
    """

    field: Field
    value: str
    how: str
    sure: Sure = Sure.SURE
    why_not: str | None = None
    start: int | None = None
    end: int | None = None


Told = tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One text inside a page, read for itself.

    `text` is HTML or plain text (`media`), tied to the page's text; a title that the wrapping gives stands before
    `title_end`. `key` names the article where the wrapping does it better than address and place can: the parts of its
    id. `partial` says why the wrapping holds no more of it. `own_head` is false where the head of the HTML tells
    of the wrapping, not of the text.
    """

    text: Tied
    media: Media
    holds: Holds = Holds.PAGE
    told: Told = ()
    title_end: int = 0
    key: tuple[str, ...] = ()
    partial: str | None = None
    own_head: bool = True


@dataclass(slots=True)
class Unwrapped:
    """A page's text, into which every page offset points, its sheets, and where in it the wrapping itself stands.

    `left` are stretches that no sheet was made of although they hold words: what lies beyond a cap. `damage` says so.
    """

    text: str
    sheets: list[Sheet] = field(default_factory=list)
    wrapping: list[tuple[int, int]] = field(default_factory=list)
    left: list[tuple[int, int]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    damage: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
