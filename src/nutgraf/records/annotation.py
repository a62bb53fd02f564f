"""What is marked in an article's text: sentences, mentions, quotes, attributions, figures, times."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nutgraf.records.article import Article, Role, Sure


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `block` is the index of its block in the article, `role` that block's role."""

    start: int
    end: int
    block: int
    role: Role


class EntityKind(StrEnum):
    """What an entity is; a group is a nationality, a religion or a political group."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a place lies: degrees north and east, the larger places it lies in from near to far, and who says so."""

    name: str
    latitude: float | None
    longitude: float | None
    within: tuple[str, ...]
    reference: str


@dataclass(frozen=True, slots=True)
class Entity:
    """What mentions of one thing in one article share.

    `key` is stable within and across articles for the same kind and folded name ("person:volodymyr zelensky"); `name`
    is the fullest form printed here, `forms` every form printed here. `role` is what the text calls it ("White House
    press secretary"), `gender` is `f`, `m` or empty where the text does not tell. `links` are the ids that
    others gave it ("wikidata:Q458", "geonames:2988507"); none where its name may mean several.
    """

    key: str
    kind: EntityKind
    name: str
    forms: tuple[str, ...]
    role: str
    gender: str
    place: Place | None
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A span naming an entity, or a pronoun or description standing for it (`named` false)."""

    start: int
    end: int
    kind: EntityKind
    entity: str
    named: bool


class QuoteKind(StrEnum):
    """How somebody's words are given.

    direct: whole sentences in quote marks, or set apart as somebody's (a transcript's turns, a block after a colon);
    mixed: a few words in quote marks inside the outlet's sentence; indirect: reported without marks; scare: marks that
    give nobody's words (a label, a title, irony), kept so that nobody takes them for speech.
    """

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    SCARE = "scare"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: the name to show, the entity where known, the place of the words naming it, and how it was found."""

    name: str
    entity: str | None
    start: int | None
    end: int | None
    how: str
    sure: Sure


@dataclass(frozen=True, slots=True)
class Quote:
    """Words given as somebody's own; `start` and `end` lie inside the marks.

    Pieces of one utterance (a quote broken by its cue, or running over paragraphs) share `utterance`. `cue_start` and
    `cue_end` are the place of the verb or phrase that introduces them. `nested` is true inside another quote's marks.
    """

    start: int
    end: int
    kind: QuoteKind
    speaker: Speaker | None
    cue_start: int | None
    cue_end: int | None
    utterance: int
    nested: bool


class AttributionKind(StrEnum):
    """Whom a statement rests on."""

    NAMED = "named"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    OUTLET = "outlet"
    OWN = "own"


class AnonymousSort(StrEnum):
    """What sort of source an anonymous one is, as the article's words tell; hearsay names nobody ("reportedly")."""

    OFFICIAL = "official"
    FAMILIAR = "source familiar"
    WITNESS = "witness"
    ANALYST = "analyst"
    SPOKESPERSON = "spokesperson"
    PEOPLE = "people"
    HEARSAY = "hearsay"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whom a stretch of text rests on.

    `start`/`end` are the place of the attributing words ("A Kremlin source told Reuters"); for the outlet's own voice
    they are the statement's. `content_start`/`content_end` are the place of what is attributed. `source` is the name to
    show (for anonymous sources the exact words used), `entity` the source's entity where known, `via` the outlet it
    came through; `sort` tells what an anonymous source is, `None` for every other kind.
    """

    start: int
    end: int
    kind: AttributionKind
    source: str
    entity: str | None
    via: str | None
    content_start: int
    content_end: int
    sort: AnonymousSort | None = None


class Qualifier(StrEnum):
    """How exactly a figure is given."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    NEARLY = "nearly"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    RANGE = "range"


class Change(StrEnum):
    """Whether a figure is the size of a rise or of a fall ("rose 5 percent"), or neither."""

    NONE = ""
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with unit, qualifier and what it counts.

    `low` and `high` are equal unless it is a range; `unit` is a symbol or word ("km", "%", "usd", "people",
    "ordinal" for a rank; empty for a bare count), `counted` the words of what is counted with their place, empty where
    the text does not tell. `also` gives the same quantity in a second unit when printed ("90km (55 miles)"), as (value,
    unit). `change` tells the size of a rise or fall, `per` what it is counted by ("share" in "$70 a share").
    """

    start: int
    end: int
    low: float
    high: float
    unit: str
    qualifier: Qualifier
    counted: str
    counted_start: int | None
    counted_end: int | None
    also: tuple[tuple[float, str], ...]
    change: Change = Change.NONE
    per: str = ""


class TimeKind(StrEnum):
    """What sort of time is named."""

    DATE = "date"
    CLOCK = "clock"
    INTERVAL = "interval"
    DURATION = "duration"
    SET = "set"


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression, the date or interval it resolves to (ISO 8601, `a/b` for an interval), and how.

    `recipe` is the expression in normal form whether resolved or not, so that it can be resolved later from other
    accounts: `weekday:FRI:next`, `monthday:08-15:last`, `month:08:near`, `offset:day:-1`, `clock:11:00`,
    `date:2025-08-15`, `year:2022`, `duration:P3Y`; a day and an hour are two tokens (`weekday:FRI:next clock:11:00`).
    The whole grammar, with the directions that the tense tells, stands at the top of `models/dates.py`. `value` is
    `None` where nothing here tells the date.
    """

    start: int
    end: int
    kind: TimeKind
    value: str | None
    recipe: str
    how: str
    sure: Sure


@dataclass(frozen=True, slots=True)
class Annotation:
    """Everything marked in one version of one article; each tuple is sorted by start, then end."""

    article: str
    version: str
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    attributions: tuple[Attribution, ...]
    figures: tuple[Figure, ...]
    times: tuple[Time, ...]
    made_by: str


@dataclass(frozen=True, slots=True)
class Account:
    """One article with its annotation, as one outlet's telling of a story."""

    article: Article
    annotation: Annotation
