"""The shape of what each account has, in the JSON export: these names and their order are the contract."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from nutgraf.export.article_contract import TextSpan, said

Share = Annotated[float, Meta(ge=0, le=1)]


@dataclass(frozen=True, slots=True)
class AloneOut:
    """What the account alone has."""

    statements: Annotated[int, said("How many statements the account makes.")]
    spans: Annotated[tuple[TextSpan, ...], said("Those that no account of another origin makes.")]
    remark: Annotated[str, said("What that comes to, in a sentence.")]


@dataclass(frozen=True, slots=True)
class NearWordsOut:
    """Words that come near a point which the account was not found to make."""

    point: Annotated[str, said("Id of the point.")]
    span: Annotated[TextSpan, said("Where the words stand.")]


@dataclass(frozen=True, slots=True)
class LeftOutOut:
    """What the account does not tell of the points that most origins make."""

    asked: Annotated[int, said("How many points most origins make.")]
    points: Annotated[tuple[str, ...], said("Ids of those left out, as far as the words show.")]
    unsure: Annotated[tuple[NearWordsOut, ...], said("Those that it may tell in words of its own.")]
    later: Annotated[tuple[str, ...], said("Ids of those that others printed only after it.")]
    unclaimed: Annotated[str | None, said("Why nothing is claimed (not read whole, for one); else null.")]
    remark: Annotated[str, said("What that comes to, in a sentence.")]


@dataclass(frozen=True, slots=True)
class RestingOut:
    """How many statements rest on one kind of source."""

    kind: Annotated[str, said("named, anonymous, document, outlet or own.")]
    statements: Annotated[int, said("How many.")]
    share: Annotated[Share, said("Their share of all statements of the account.")]


@dataclass(frozen=True, slots=True)
class AnatomyOut:
    """Whom the account's statements rest on."""

    rests: Annotated[tuple[RestingOut, ...], said("All five kinds.")]
    remark: Annotated[str, said("What that comes to, in a sentence.")]


@dataclass(frozen=True, slots=True)
class TextSharesOut:
    """Whose text the account is, among the articles of the story."""

    copied: Annotated[Share, said("Share of its words that others had first.")]
    shared: Annotated[Share, said("Share that stands in others with nothing to show who had it first.")]
    own: Annotated[Share, said("Share that stands nowhere else or was here first.")]
    spans: Annotated[tuple[TextSpan, ...], said("Where the copied and shared words stand.")]
    of: Annotated[tuple[str, ...], said("Ids of the articles they stand in.")]
    carried_by: Annotated[tuple[str, ...], said("Ids of the articles that have text from here.")]
    remark: Annotated[str, said("What that comes to, in a sentence or two.")]


@dataclass(frozen=True, slots=True)
class CoverageOut:
    """What one account has."""

    article: Annotated[str, said("Id of the article, into whose text all spans lead.")]
    outlet: Annotated[str, said("The outlet to show.")]
    alone: Annotated[AloneOut, said("What it alone has.")]
    left_out: Annotated[LeftOutOut, said("What it leaves out.")]
    anatomy: Annotated[AnatomyOut, said("Whom its statements rest on.")]
    text: Annotated[TextSharesOut, said("Whose text it is.")]


@dataclass(frozen=True, slots=True)
class FamilyOut:
    """Outlets of the story that belong to one owner."""

    name: Annotated[str, said("The owner.")]
    outlets: Annotated[tuple[str, ...], said("Its outlets in this story.")]
    articles: Annotated[tuple[str, ...], said("Ids of the articles they print.")]
    points: Annotated[tuple[str, ...], said("Ids of points of several origins that outlets of this owner alone print.")]
    remark: Annotated[str, said("The same in a sentence.")]
