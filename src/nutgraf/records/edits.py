"""What changed between two versions of one article, and who still prints what was changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nutgraf.records.article import Span


class EditKind(StrEnum):
    """What changed."""

    HEADLINE = "headline changed"
    DECK = "deck changed"
    CAPTION = "caption changed"
    FIGURE = "figure changed"
    TIME = "time changed"
    QUOTE = "quote changed"
    NAME = "name changed"
    REWORDED = "statement re-worded"
    ADDED = "statement added"
    TAKEN_OUT = "statement taken out"
    MOVED = "statement moved"
    STAMP = "stamp changed"
    """When the page was changed, how long it takes to read, how often it was shared."""
    TEASER = "teaser changed"
    TYPE = "typography changed"


class EditVerdict(StrEnum):
    """What to make of a change."""

    SILENTLY = "changed silently"
    """Nothing that the later version prints owns up to it."""
    OPENLY = "changed openly"
    """A note that came with the later version speaks of it."""
    UNSURE = "unsure"
    NEWS = "news"
    """Something was added, or went on, and nothing that stood there is taken back."""
    NO_EDIT = "no edit"


class NoteKind(StrEnum):
    """What sort of note it is, by its own words."""

    CORRECTION = "correction"
    UPDATE = "update"


class Since(StrEnum):
    """Whether an account was published after an edit."""

    AFTER = "after the edit"
    BEFORE = "before the edit"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class OnPage:
    """A place beside an article's frozen text, on the page that this version was taken from (code points)."""

    article: str
    version: str
    page: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Printed:
    """Words as one version of an article prints them, and the sentence that they stand in."""

    span: Span | OnPage
    words: str
    within: Span | OnPage
    sentence: str


@dataclass(frozen=True, slots=True)
class EditNote:
    """Printed words in which an outlet owns up to a change; `fresh` where the earlier version did not print them."""

    kind: NoteKind
    span: Span | OnPage
    words: str
    fresh: bool


@dataclass(frozen=True, slots=True)
class StillPrinted:
    """An account of the story that prints what an edit changed: its words, and whether it came after the edit."""

    article: str
    outlet: str
    printed: Printed
    published: str | None
    since: Since
    reason: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: what stood there before (nothing where it was added), what stands there now, and the verdict.

    `notes` are the places of the notes that speak of it; `still` the accounts that print the old, by article and place.
    """

    id: str
    kind: EditKind
    verdict: EditVerdict
    reason: str
    old: Printed | None
    new: Printed | None
    notes: tuple[Span | OnPage, ...] = ()
    still: tuple[StillPrinted, ...] = ()


@dataclass(frozen=True, slots=True)
class Edits:
    """All that changed from one version of an article to the next, in the order of the later text.

    `order` says in words how it is known which version came first; empty where nothing tells, and then every verdict
    is unsure. `notes` are all notes that the later version prints.
    """

    article: str
    outlet: str
    earlier: str
    later: str
    order: str
    notes: tuple[EditNote, ...]
    edits: tuple[Edit, ...]
    made_by: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """When a version was on hand: the first and the last moment (ISO 8601, UTC) at which it was captured or read.

    `captured` is the latest moment at which an archive of a crawl says that it was fetched; where no page tells that,
    it is empty and the other two are when it was read. `age` counts the later readings that found other bytes in its
    place.
    """

    version: str
    first: str
    last: str
    captured: str
    age: int
