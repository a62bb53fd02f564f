"""Why an article reads as it does: for each field the value chosen and those not chosen, and what was left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from nutgraf.records.article import Article, ArticleKind, Extraction, Field, Found, Role
from nutgraf.records.page import Page

NOT_TOLD = "nothing on the page tells it"
NOT_TAKEN = "what the page tells of it was not taken"
_WEAKER = "it is the weaker one"


@dataclass(frozen=True, slots=True)
class Passed:
    """A value that was not chosen."""

    value: str
    how: str
    why_not: str


@dataclass(frozen=True, slots=True)
class FieldWhy:
    """One field: the value the article bears, how it was found, how sure that is, and what else the page gives."""

    field: str
    value: str | None
    how: str
    sure: str | None
    passed: tuple[Passed, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What of the page is not in the article's text: the kind of lines, in how many places, how many characters."""

    what: str
    places: int
    characters: int


@dataclass(frozen=True, slots=True)
class Why:
    """All that is known of how one article was taken from its page."""

    article: str
    version: str
    page: str
    place: str
    container: str | None
    media: str
    kind: str
    fields: tuple[FieldWhy, ...]
    completeness: float
    partial: str | None
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...]
    damage: tuple[str, ...]


def explain_article(article: Article, extraction: Extraction, page: Page) -> Why:
    """Return how an article was taken from its page."""
    return Why(
        article.id,
        article.version,
        article.page,
        page.path or page.address,
        page.container,
        page.media.value,
        article.kind.value,
        tuple(_field(article, field) for field in Field if field is not Field.FREE or _found(article, field)),
        article.completeness,
        article.partial,
        _left_out(article, extraction),
        extraction.notes,
        extraction.damage,
    )


def _found(article: Article, field: Field) -> list[Found]:
    return [one for one in article.found if one.field is field]


def _field(article: Article, field: Field) -> FieldWhy:
    found = _found(article, field)
    value, how, sure = _borne(article, field)
    chosen = next((one for one in found if one.chosen), None)
    if chosen is not None:
        value, how = value if value is not None else chosen.value, chosen.how
    passed = tuple(
        Passed(one.value, one.how, one.why_not or ("it says the same" if one.value == value else _WEAKER))
        for one in found
        if not one.chosen
    )
    if value is None and passed and how == NOT_TOLD:
        how = NOT_TAKEN
    return FieldWhy(field.value, value, how, sure, passed)


def _borne(article: Article, field: Field) -> tuple[str | None, str, str | None]:
    """What the article bears, where the page's own record does not say how it was found."""
    if field is Field.PUBLISHED:
        return article.published.value, article.published.how, article.published.sure.value
    if field is Field.MODIFIED:
        changed = article.modified
        return (changed.value, changed.how, changed.sure.value) if changed else (None, NOT_TOLD, None)
    plain = {
        Field.TITLE: article.title,
        Field.BYLINE: article.byline,
        Field.DATELINE: article.dateline,
        Field.CARRIER: article.carrier,
        Field.ORIGIN: article.origin,
        Field.LANGUAGE: article.language,
        Field.SECTION: article.section,
        Field.ADDRESS: article.address,
    }.get(field)
    return plain, NOT_TOLD if plain is None else "the page", None


_NAMES = {
    Role.FURNITURE: "menus, buttons and other furniture",
    Role.CAPTION: "captions of pictures",
    Role.CREDIT: "credits",
    Role.DECK: "decks and pull quotes",
    Role.TEASER: "lines of teasers",
    Role.TITLE: "titles",
    Role.BYLINE: "bylines",
    Role.TIME: "dates and times",
    Role.OUTLET: "names of outlets",
    Role.REPRINT: "reprint lines",
}
_TEXT = (Role.BODY, Role.SUBHEADING, Role.LIST, Role.BLOCKQUOTE, Role.TABLE, Role.EMBED)


def _left_out(article: Article, extraction: Extraction) -> tuple[LeftOut, ...]:
    """What stands on the page and not in this text: its own asides, other texts, and what is nobody's."""
    text = (Role.TEASER,) if article.kind is ArticleKind.TEASER else _TEXT
    places: Counter[str] = Counter()
    characters: Counter[str] = Counter()
    for part in extraction.parts:
        own = part.article == article.place
        if own and (part.role in text or part.role is Role.TITLE):
            continue
        other = part.article is not None and not own
        what = "other articles and teasers of the page" if other else _NAMES.get(part.role, part.role.value)
        places[what] += 1
        characters[what] += part.end - part.start
    return tuple(LeftOut(what, places[what], characters[what]) for what in sorted(places))
