"""The shape of one article in the JSON export: these names and their order are the contract."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta


def said(description: str) -> Meta:
    """Return the description that the JSON Schema shows beside a field."""
    return Meta(description=description)


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A place in this article's frozen text: Unicode code points, `end` exclusive."""

    start: Annotated[int, said("First code point."), Meta(ge=0)]
    end: Annotated[int, said("Code point after the last."), Meta(ge=0)]


@dataclass(frozen=True, slots=True)
class PublishedOut:
    """When an article was published, and how that was found."""

    value: Annotated[str | None, said("ISO 8601 date, time or interval a/b; null where nothing read tells it.")]
    how: Annotated[str, said("How it was found, in words.")]
    sure: Annotated[str, said("sure, likely or unsure.")]


@dataclass(frozen=True, slots=True)
class FoundOut:
    """One value that the page gives for a field, chosen or not."""

    field: Annotated[str, said("title, byline, published, modified, dateline, carrier, origin, language, ...")]
    value: Annotated[str, said("The value; a date in ISO 8601 where it could be read.")]
    how: Annotated[str, said("Where it was found, in words.")]
    chosen: Annotated[bool, said("True for the value that the article bears.")]
    why_not: Annotated[str | None, said("Why it was not chosen; null for the chosen one and for the weaker of two.")]
    page_start: Annotated[int | None, said("First code point on the decoded page, where it stands there.")]
    page_end: Annotated[int | None, said("Code point after the last on the decoded page.")]


@dataclass(frozen=True, slots=True)
class CopyOut:
    """Another article that carries the same text, whole or in part."""

    article: Annotated[str, said("Id of the other article.")]
    kind: Annotated[str, said("exact, near or partial.")]
    share: Annotated[float, said("Share of this article's words that stand in the other, 0 to 1.")]
    original: Annotated[
        str | None, said("Id of the original where credits, trade, time or length shows it, else null.")
    ]
    reason: Annotated[str, said("Why it is taken for a copy and what names the original.")]


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """Whose words an article carries; copied, shared and own are together 1."""

    text: Annotated[str, said("Id shared by all articles that carry this text.")]
    original: Annotated[str | None, said("Id of the article that the text goes back to, null where that is not known.")]
    origin: Annotated[str | None, said("Outlet named as its maker, or agency with several pages of it; else null.")]
    copied: Annotated[float, said("Share of its words that it has from others.")]
    shared: Annotated[float, said("Share that stands in others too, with nothing to show who had it first.")]
    own: Annotated[float, said("Share that stands nowhere else, or was here first.")]
    reason: Annotated[str, said("What names the original, or why it is not known.")]


@dataclass(frozen=True, slots=True)
class ReuseOut:
    """Another article that shares only quotations or the headline: no copy."""

    article: Annotated[str, said("Id of the other article.")]
    kind: Annotated[str, said("quotes or title.")]
    share: Annotated[float, said("Share of this article's words that stand in the other, 0 to 1.")]
    reason: Annotated[str, said("What is shared.")]


@dataclass(frozen=True, slots=True)
class BlockOut:
    """A paragraph, subheading or list item of the text."""

    start: Annotated[int, said("First code point.")]
    end: Annotated[int, said("Code point after the last.")]
    role: Annotated[str, said("body, subheading or list.")]


@dataclass(frozen=True, slots=True)
class AnchorOut:
    """A stretch of the text and the stretch of the decoded page it was taken from."""

    start: Annotated[int, said("First code point in the text.")]
    end: Annotated[int, said("Code point after the last in the text.")]
    page_start: Annotated[int, said("First code point on the decoded page.")]
    page_end: Annotated[int, said("Code point after the last on the decoded page.")]


@dataclass(frozen=True, slots=True)
class AsideOut:
    """Words of the page that belong to the article but not to its text."""

    role: Annotated[str, said("deck, caption, credit, reprint, ...")]
    words: Annotated[str, said("The words as they stand on the page.")]
    page_start: Annotated[int, said("First code point on the decoded page.")]
    page_end: Annotated[int, said("Code point after the last on the decoded page.")]


@dataclass(frozen=True, slots=True)
class SentenceOut:
    """A sentence of the text."""

    start: Annotated[int, said("First code point.")]
    end: Annotated[int, said("Code point after the last.")]
    role: Annotated[str, said("Role of the block it stands in.")]


@dataclass(frozen=True, slots=True)
class PlaceOut:
    """Where a place lies, and which table says so."""

    name: Annotated[str, said("Name of the place in the table.")]
    latitude: Annotated[float | None, said("Degrees north.")]
    longitude: Annotated[float | None, said("Degrees east.")]
    within: Annotated[tuple[str, ...], said("Larger places it lies in, near to far.")]
    reference: Annotated[str, said("The table that says so.")]


@dataclass(frozen=True, slots=True)
class EntityOut:
    """Somebody or something that this article names."""

    key: Annotated[str, said("Key shared with the same name in other articles.")]
    kind: Annotated[str, said("person, organisation, place or group.")]
    name: Annotated[str, said("The fullest form printed in this article.")]
    forms: Annotated[tuple[str, ...], said("Every form printed in this article.")]
    role: Annotated[str, said("What the text calls it; empty where it does not.")]
    place: Annotated[PlaceOut | None, said("Where it lies, for a place that was located.")]
    links: Annotated[tuple[str, ...], said("Ids that others gave it: wikidata:Q…, geonames:…; none where unsure.")]


@dataclass(frozen=True, slots=True)
class MentionOut:
    """Words that name an entity or stand for it."""

    text: Annotated[str, said("The words at the span.")]
    kind: Annotated[str, said("person, organisation, place or group.")]
    entity: Annotated[str, said("Key of the entity.")]
    name: Annotated[str, said("The entity's fullest form in this article.")]
    named: Annotated[bool, said("False for a pronoun or a description.")]
    span: Annotated[TextSpan, said("Where the words stand.")]


@dataclass(frozen=True, slots=True)
class SpeakerOut:
    """Who said it, and how that was found."""

    name: Annotated[str, said("The name to show.")]
    entity: Annotated[str | None, said("Key of the entity where known.")]
    how: Annotated[str, said("How the speaker was found, in words.")]
    sure: Annotated[str, said("sure, likely or unsure.")]
    span: Annotated[TextSpan | None, said("The words that name the speaker here, where there are any.")]


@dataclass(frozen=True, slots=True)
class CueOut:
    """The verb or phrase that introduces a quote."""

    text: Annotated[str, said("The words at the span.")]
    span: Annotated[TextSpan, said("Where the words stand.")]


@dataclass(frozen=True, slots=True)
class QuoteOut:
    """Words given as somebody's own."""

    text: Annotated[str, said("The words at the span, without the quote marks.")]
    kind: Annotated[str, said("direct, mixed, indirect or scare.")]
    speaker: Annotated[SpeakerOut | None, said("Who said it; null where the text does not tell.")]
    cue: Annotated[CueOut | None, said("What introduces it.")]
    span: Annotated[TextSpan, said("Where the words stand.")]
    utterance: Annotated[int, said("Pieces of one utterance share this number.")]
    nested: Annotated[bool, said("True inside another quote's marks.")]


@dataclass(frozen=True, slots=True)
class AttributionOut:
    """Whom a stretch of text rests on."""

    source: Annotated[str, said("The name to show; for anonymous sources the exact words used.")]
    kind: Annotated[str, said("named, anonymous, document, outlet or own.")]
    via: Annotated[str | None, said("The outlet it came through.")]
    words: Annotated[str, said("The attributing words at the span.")]
    span: Annotated[TextSpan, said("Where the attributing words stand.")]
    content: Annotated[TextSpan, said("Where what is attributed stands.")]
    sort: Annotated[
        str | None,
        said("Of an anonymous source: official, source familiar, witness, analyst, spokesperson, people or hearsay."),
    ]


@dataclass(frozen=True, slots=True)
class AlsoOut:
    """The same quantity in a second unit, as printed."""

    value: Annotated[float, said("The number.")]
    unit: Annotated[str, said("Its unit.")]


@dataclass(frozen=True, slots=True)
class FigureOut:
    """A number with its unit, its qualifier and what it counts."""

    words: Annotated[str, said("The words at the span.")]
    low: Annotated[float, said("The number, or the lower end of a range.")]
    high: Annotated[float, said("The number, or the upper end of a range.")]
    unit: Annotated[str, said("Lower-case symbol or word; empty for a bare count.")]
    qualifier: Annotated[str, said("exact, about, at least, at most, nearly, more than, less than or range.")]
    counted: Annotated[str, said("The words of what is counted; empty where the text does not tell.")]
    span: Annotated[TextSpan, said("Where the words stand.")]
    also: Annotated[tuple[AlsoOut, ...], said("The same quantity in other units.")]
    change: Annotated[str, said("up or down where it is the size of a rise or a fall; else empty.")]
    per: Annotated[str, said("What it is counted by (share in $70 a share); empty where the text does not tell.")]


@dataclass(frozen=True, slots=True)
class TimeOut:
    """A time expression and the date or interval it resolves to."""

    words: Annotated[str, said("The words at the span.")]
    value: Annotated[str | None, said("ISO 8601 date, time or interval a/b; null where nothing read tells it.")]
    how: Annotated[str, said("How it was resolved, in words.")]
    sure: Annotated[str, said("sure, likely or unsure.")]
    recipe: Annotated[str, said("The expression in normal form, whether resolved or not.")]
    kind: Annotated[str, said("date, clock, interval, duration or set.")]
    span: Annotated[TextSpan, said("Where the words stand.")]


@dataclass(frozen=True, slots=True)
class ArticleOut:
    """One text of one author or desk, taken from a page, with everything marked in it."""

    id: Annotated[str, said("Hash of address and place on the page.")]
    version: Annotated[str, said("Hash of the frozen title and text.")]
    page: Annotated[str, said("Id of the page it was taken from.")]
    path: Annotated[str | None, said("File the page was read from.")]
    address: Annotated[str | None, said("Web address, where the page tells it.")]
    title: Annotated[str | None, said("Title as printed.")]
    byline: Annotated[str | None, said("Byline as printed.")]
    dateline: Annotated[str | None, said("Dateline as printed.")]
    carrier: Annotated[str | None, said("Outlet on whose page it stands.")]
    origin: Annotated[str | None, said("Outlet that made it.")]
    section: Annotated[str | None, said("Section of the outlet, where the page tells it.")]
    published: Annotated[PublishedOut, said("When it was published.")]
    modified: Annotated[PublishedOut | None, said("When it was last changed, where the page tells it.")]
    language: Annotated[str, said("ISO 639 code of the text's language.")]
    text: Annotated[str, said("The frozen text that every span points into.")]
    kind: Annotated[str, said("article, or teaser for a text that is not on the page.")]
    completeness: Annotated[float, said("Share of the page's visible characters accounted for, 0 to 1.")]
    partial: Annotated[str | None, said("Why the text may not be whole, else null.")]
    found: Annotated[tuple[FoundOut, ...], said("Every value that the page gives for a field, and how it was found.")]
    copies_of: Annotated[tuple[CopyOut, ...], said("Other articles with this text.")]
    blocks: Annotated[tuple[BlockOut, ...], said("Paragraphs, subheadings and list items.")]
    anchors: Annotated[tuple[AnchorOut, ...], said("Where the text stood on the page.")]
    asides: Annotated[tuple[AsideOut, ...], said("Words beside the text: deck, captions, credits.")]
    sentences: Annotated[tuple[SentenceOut, ...], said("Sentences in order.")]
    entities: Annotated[tuple[EntityOut, ...], said("Who and what the article names.")]
    mentions: Annotated[tuple[MentionOut, ...], said("Where it names them.")]
    quotes: Annotated[tuple[QuoteOut, ...], said("Words given as somebody's own.")]
    attributions: Annotated[tuple[AttributionOut, ...], said("Whom its statements rest on.")]
    figures: Annotated[tuple[FigureOut, ...], said("Numbers with what they count.")]
    times: Annotated[tuple[TimeOut, ...], said("Time expressions and their dates.")]
    carried: Annotated[CarriedOut | None, said("Whose words it carries; null where no other shares its text.")] = None
    reuse: Annotated[tuple[ReuseOut, ...], said("Articles that share only quotations or the headline.")] = ()
