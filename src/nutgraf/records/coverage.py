"""What each account of a story has: what it alone tells, what it leaves out, whom it rests on, whose text it is."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.records.article import Span


@dataclass(frozen=True, slots=True)
class Alone:
    """The statements of an account that no account of another origin makes (`spans`), of how many it has."""

    statements: int
    spans: tuple[Span, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class NearWords:
    """Words of an account that come near a point (by id) which it was not found to make."""

    point: str
    span: Span


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What an account does not tell of the points that most origins make; of these there are `asked`.

    `points` (ids) are left out. `unsure` are those that words of the account come near, so that it may tell them in
    words of its own. `later` (ids) are those that others printed only after it. `unclaimed` says why nothing is claimed
    at all: not read whole, for one; the three are empty then.
    """

    asked: int
    points: tuple[str, ...]
    unsure: tuple[NearWords, ...]
    later: tuple[str, ...]
    unclaimed: str | None
    remark: str


@dataclass(frozen=True, slots=True)
class Resting:
    """How many statements of an account rest on one kind of source, and their share of all, 0 to 1."""

    kind: str
    statements: int
    share: float


@dataclass(frozen=True, slots=True)
class Anatomy:
    """Whom an account's statements rest on: named, anonymous, document, outlet, own, each with its share."""

    rests: tuple[Resting, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class TextShares:
    """Whose text an account is, within its story: shares of its words, together 1.

    `copied` stands in articles that had it first, `shared` in others with nothing to show who had it first, `own`
    nowhere else or here first. `spans` are the places of what is copied or shared, `of` the articles it stands in,
    `carried_by` those that have it from here.
    """

    copied: float
    shared: float
    own: float
    spans: tuple[Span, ...]
    of: tuple[str, ...]
    carried_by: tuple[str, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one account of a story has; each part says in a sentence what it comes to."""

    article: str
    outlet: str
    alone: Alone
    left_out: LeftOut
    anatomy: Anatomy
    text: TextShares


@dataclass(frozen=True, slots=True)
class OwnerFamily:
    """Outlets of a story that belong to one owner, with their articles.

    `points` (ids) are made by several origins, and yet by outlets of this owner only.
    """

    name: str
    outlets: tuple[str, ...]
    articles: tuple[str, ...]
    points: tuple[str, ...]
    remark: str
