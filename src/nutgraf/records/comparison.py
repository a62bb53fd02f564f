"""What comparing the accounts of a story gave."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nutgraf.records.annotation import Attribution, QuoteKind
from nutgraf.records.article import Published, Span, Sure
from nutgraf.records.coverage import Coverage, OwnerFamily


class FindingKind(StrEnum):
    """What was compared."""

    WORDING = "wording"
    FIGURES = "figures"
    TIMES = "times"
    PLACES = "places"
    LISTS = "lists"
    SPEAKER = "speaker"
    DENIAL = "denial"
    INITIATIVE = "initiative"
    MODALITY = "modality"
    LOADED = "loaded"
    PARAPHRASE = "paraphrase"
    NAMING = "naming"
    CONTENT = "content"


class Verdict(StrEnum):
    """What the comparison gave; `side by side` shows other words for one thing, where nothing is to be judged."""

    AGREE = "agree"
    DIFFER = "differ"
    UPDATE = "update"
    ONLY_ONE = "only one"
    UNSURE = "unsure"
    SIDE_BY_SIDE = "side by side"


@dataclass(frozen=True, slots=True)
class Statement:
    """One account says one thing in one place.

    `outlet` is the name to show for the account; `mode` is `did`, `will`, `may`, `wants`, `proposes`,
    `denies` or `states`.
    """

    id: str
    article: str
    outlet: str
    span: Span
    words: str
    attribution: Attribution
    mode: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a finding: the exact words of one statement that carry the compared value, and the value read from
    them.
    """

    statement: str
    article: str
    outlet: str
    span: Span
    words: str
    value: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What comparing statements gave: kind, verdict, and the reason in words; every cell is verbatim."""

    id: str
    kind: FindingKind
    verdict: Verdict
    reason: str
    cells: tuple[Cell, ...]


class Standing(StrEnum):
    """How many of the accounts make a point."""

    ALL = "all"
    MOST = "most"
    SOME = "some"
    ONE = "one"


OF_MOST = frozenset((Standing.ALL, Standing.MOST))
"""Standings of points that most origins make: what an account leaves out of them is worth saying."""


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Accounts or statements that go back to one origin, and the grounds for saying so."""

    name: str
    articles: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Point:
    """What statements of several accounts say together; `words` are the clearest statement's own, at `span`.

    `origins` are all that the statements may go back to, each by itself; `fewest` is how few of them may be
    independent: an outlet that speaks in its own voice may have it from the source that another names.
    """

    id: str
    words: str
    span: Span
    standing: Standing
    statements: tuple[Statement, ...]
    origins: tuple[OriginGroup, ...]
    fewest: int
    findings: tuple[Finding, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Wording:
    """One printed form of an utterance, with every place that prints it so."""

    words: str
    kind: QuoteKind
    spans: tuple[Span, ...]
    outlets: tuple[str, ...]
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One utterance with its wordings and speakers side by side."""

    id: str
    speaker: str
    wordings: tuple[Wording, ...]
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class ResolvedTime:
    """A time of an account whose date came from another account of the story, with the reason shown."""

    article: str
    start: int
    end: int
    value: str
    how: str
    sure: Sure
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ResolvedPublished:
    """When an undated account must have been published, worked out from the other accounts."""

    article: str
    published: Published


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the accounts together tell about dates."""

    times: tuple[ResolvedTime, ...]
    published: tuple[ResolvedPublished, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something said to have happened, or to be going to happen, at a date; `value` is ISO 8601."""

    value: str
    how: str
    words: str
    spans: tuple[Span, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceUse:
    """One source an account relies on, with the places where it does."""

    source: str
    kind: str
    via: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Sourcing:
    """Whom one account relies on: counts of statements by kind of attribution, the sources, and a sentence that says
    it.
    """

    article: str
    outlet: str
    counts: tuple[tuple[str, int], ...]
    sources: tuple[SourceUse, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class Counts:
    """The four counts; `grounds` says in words what each rests on."""

    articles: int
    texts: int
    outlets: int
    origins: int
    grounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A story's accounts side by side; `families` are owners of several of its outlets."""

    story: str
    counts: Counts
    origins: tuple[OriginGroup, ...]
    points: tuple[Point, ...]
    findings: tuple[Finding, ...]
    quotes: tuple[QuoteRow, ...]
    calendar: Calendar
    timeline: tuple[TimelineEntry, ...]
    sourcing: tuple[Sourcing, ...]
    made_by: str
    coverage: tuple[Coverage, ...] = ()
    families: tuple[OwnerFamily, ...] = ()
