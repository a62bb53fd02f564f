"""Articles as the JSON export shows them."""

from __future__ import annotations

from nutgraf.export.article_contract import (
    AlsoOut,
    AnchorOut,
    ArticleOut,
    AsideOut,
    AttributionOut,
    BlockOut,
    CarriedOut,
    CopyOut,
    CueOut,
    EntityOut,
    FigureOut,
    FoundOut,
    MentionOut,
    PlaceOut,
    PublishedOut,
    QuoteOut,
    ReuseOut,
    SentenceOut,
    SpeakerOut,
    TextSpan,
    TimeOut,
)
from nutgraf.records.annotation import Annotation, Attribution, Entity, Figure, Quote, Speaker, Time
from nutgraf.records.article import Article, Found, Published
from nutgraf.records.comparison import Calendar, ResolvedTime
from nutgraf.records.copies import Copies

NO_CALENDAR = Calendar(times=(), published=())


def export_article(
    article: Article, annotation: Annotation | None, copies: Copies, calendar: Calendar = NO_CALENDAR
) -> ArticleOut:
    """Return an article in the shape of the export; dates its page does not tell come from its story's calendar."""
    return ArticleOut(
        id=article.id,
        version=article.version,
        page=article.page,
        path=article.path,
        address=article.address,
        title=article.title,
        byline=article.byline,
        dateline=article.dateline,
        carrier=article.carrier,
        origin=article.origin,
        section=article.section,
        published=_published(article, calendar),
        modified=_dated(article.modified) if article.modified else None,
        language=article.language,
        text=article.text,
        kind=article.kind.value,
        completeness=article.completeness,
        partial=article.partial,
        found=tuple(_found(found) for found in article.found),
        copies_of=_copies(article.id, copies),
        blocks=tuple(BlockOut(block.start, block.end, block.role.value) for block in article.blocks),
        anchors=tuple(AnchorOut(item.start, item.end, item.page_start, item.page_end) for item in article.anchors),
        asides=tuple(AsideOut(i.role.value, i.words, i.page_start, i.page_end) for i in article.asides),
        sentences=tuple(SentenceOut(s.start, s.end, s.role.value) for s in annotation.sentences) if annotation else (),
        entities=tuple(_entity(entity) for entity in annotation.entities) if annotation else (),
        mentions=_mentions(article.text, annotation) if annotation else (),
        quotes=tuple(_quote(article.text, quote) for quote in annotation.quotes) if annotation else (),
        attributions=tuple(_attribution(article.text, a) for a in annotation.attributions) if annotation else (),
        figures=tuple(_figure(article.text, figure) for figure in annotation.figures) if annotation else (),
        times=_times(article, annotation, calendar) if annotation else (),
        carried=_carried(article.id, copies),
        reuse=_reuse(article.id, copies),
    )


def _published(article: Article, calendar: Calendar) -> PublishedOut:
    known: Published = article.published
    if known.value is None or known.value.startswith("--"):
        known = next((item.published for item in calendar.published if item.article == article.id), known)
    return _dated(known)


def _dated(known: Published) -> PublishedOut:
    return PublishedOut(known.value, known.how, known.sure.value)


def _found(found: Found) -> FoundOut:
    return FoundOut(found.field.value, found.value, found.how, found.chosen, found.why_not, found.start, found.end)


def _copies(article: str, copies: Copies) -> tuple[CopyOut, ...]:
    """Return the copies this article is one side of; a pair is stored once, from the side of the one that copies."""
    rows = [
        CopyOut(pair.of, pair.kind.value, pair.share, pair.original, pair.reason)
        for pair in copies.pairs
        if pair.article == article
    ]
    return tuple(sorted(rows, key=lambda row: (row.article, row.kind, row.share)))


def _carried(article: str, copies: Copies) -> CarriedOut | None:
    found = next((each for each in copies.carried if each.article == article), None)
    if found is None:
        return None
    shares = (found.copied, found.shared, found.own)
    return CarriedOut(found.text, found.original, found.origin, *shares, found.reason)


def _reuse(article: str, copies: Copies) -> tuple[ReuseOut, ...]:
    pairs = (pair if pair.article == article else pair.turned() for pair in copies.reuse)
    rows = [ReuseOut(pair.of, pair.kind.value, pair.share, pair.reason) for pair in pairs if pair.article == article]
    return tuple(sorted(rows, key=lambda row: (row.article, row.kind)))


def _entity(entity: Entity) -> EntityOut:
    place = entity.place
    located = PlaceOut(place.name, place.latitude, place.longitude, place.within, place.reference) if place else None
    return EntityOut(entity.key, entity.kind.value, entity.name, entity.forms, entity.role, located, entity.links)


def _mentions(text: str, annotation: Annotation) -> tuple[MentionOut, ...]:
    names = {entity.key: entity.name for entity in annotation.entities}
    return tuple(
        MentionOut(
            text[mention.start : mention.end],
            mention.kind.value,
            mention.entity,
            names.get(mention.entity, text[mention.start : mention.end]),
            mention.named,
            TextSpan(mention.start, mention.end),
        )
        for mention in annotation.mentions
    )


def _quote(text: str, quote: Quote) -> QuoteOut:
    cue = _span(quote.cue_start, quote.cue_end)
    return QuoteOut(
        text=text[quote.start : quote.end],
        kind=quote.kind.value,
        speaker=_speaker(quote.speaker) if quote.speaker else None,
        cue=CueOut(text[cue.start : cue.end], cue) if cue else None,
        span=TextSpan(quote.start, quote.end),
        utterance=quote.utterance,
        nested=quote.nested,
    )


def _speaker(speaker: Speaker) -> SpeakerOut:
    return SpeakerOut(speaker.name, speaker.entity, speaker.how, speaker.sure.value, _span(speaker.start, speaker.end))


def _span(start: int | None, end: int | None) -> TextSpan | None:
    return None if start is None or end is None else TextSpan(start, end)


def _attribution(text: str, item: Attribution) -> AttributionOut:
    return AttributionOut(
        item.source,
        item.kind.value,
        item.via,
        text[item.start : item.end],
        TextSpan(item.start, item.end),
        TextSpan(item.content_start, item.content_end),
        item.sort.value if item.sort else None,
    )


def _figure(text: str, figure: Figure) -> FigureOut:
    return FigureOut(
        words=text[figure.start : figure.end],
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        qualifier=figure.qualifier.value,
        counted=figure.counted,
        span=TextSpan(figure.start, figure.end),
        also=tuple(AlsoOut(value, unit) for value, unit in figure.also),
        change=figure.change.value,
        per=figure.per,
    )


def _times(article: Article, annotation: Annotation, calendar: Calendar) -> tuple[TimeOut, ...]:
    found = {(item.start, item.end): item for item in calendar.times if item.article == article.id}
    return tuple(_time(article.text, time, found) for time in annotation.times)


def _time(text: str, time: Time, found: dict[tuple[int, int], ResolvedTime]) -> TimeOut:
    resolved = found.get((time.start, time.end)) if time.value is None else None
    return TimeOut(
        words=text[time.start : time.end],
        value=resolved.value if resolved else time.value,
        how=resolved.how if resolved else time.how,
        sure=(resolved.sure if resolved else time.sure).value,
        recipe=time.recipe,
        kind=time.kind.value,
        span=TextSpan(time.start, time.end),
    )
