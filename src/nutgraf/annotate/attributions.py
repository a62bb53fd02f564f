"""Attribution: whom each statement rests on, in the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nutgraf.annotate.acts import SpeechAct
from nutgraf.annotate.anonymous import sort_source
from nutgraf.annotate.reading import Reading
from nutgraf.records.annotation import Attribution, AttributionKind, Quote, QuoteKind, Sentence
from nutgraf.records.article import Role

_CITED_SITE = re.compile(r"\(((?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s)]*)?)\)")
_HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|is said to|are said to|was said to|were said to|is understood to|it is understood)\b"
)


def annotate_attributions(
    reading: Reading, acts: Sequence[SpeechAct], quotes: Sequence[Quote]
) -> tuple[Attribution, ...]:
    """Return whom every body sentence rests on; a sentence that rests on nobody else is the outlet's own voice.

    A sentence inside a quotation rests on its speaker; "reportedly" rests on somebody who is not named; a web address
    in brackets is the document it cites.
    """
    found = [_of_act(act) for act in acts if act.source and act.source.kind is not AttributionKind.OWN]
    covered = {index for attribution in found for index in _covers(reading, attribution)}
    for index, sentence in enumerate(reading.sentences):
        if sentence.role is Role.SUBHEADING:
            continue
        sites = _cited_sites(reading, sentence)
        found += sites
        if not sites and index not in covered:
            found.append(_without_act(reading, sentence, quotes, acts))
    sorted_out = {_with_sort(attribution) for attribution in found}
    return tuple(sorted(sorted_out, key=lambda a: (a.content_start, a.content_end, a.start, a.end, a.source)))


def _with_sort(attribution: Attribution) -> Attribution:
    anonymous = attribution.kind is AttributionKind.ANONYMOUS
    return replace(attribution, sort=sort_source(attribution.source)) if anonymous else attribution


def _of_act(act: SpeechAct) -> Attribution:
    source = act.source
    assert source is not None  # the caller keeps only acts with a source
    apart = source.start - act.cue_end > 1 or act.cue_start - source.end > 80
    start = act.cue_start if apart and source.start < act.cue_start else min(source.start, act.cue_start)
    return Attribution(
        start,
        max(source.end, act.cue_end) if source.start >= start else act.cue_end,
        source.kind,
        source.name,
        source.entity,
        source.via,
        act.content_start,
        act.content_end,
    )


def _covers(reading: Reading, attribution: Attribution) -> Iterator[int]:
    """Yield every sentence in which the attributing words begin or something of the content stands."""
    index = reading.sentence_at(attribution.start)
    if index >= 0 and attribution.start < reading.sentences[index].end:
        yield index
    index = max(0, reading.sentence_at(attribution.content_start))
    while index < len(reading.sentences) and reading.sentences[index].start < attribution.content_end:
        if attribution.content_start < reading.sentences[index].end:
            yield index
        index += 1


def _cited_sites(reading: Reading, sentence: Sentence) -> list[Attribution]:
    sites = _CITED_SITE.finditer(reading.text, sentence.start, sentence.end)
    return [
        Attribution(
            m.start(1),
            m.end(1),
            AttributionKind.DOCUMENT,
            m.group(1),
            None,
            None,
            sentence.start,
            max(m.start(), sentence.start + 1),
        )
        for m in sites
    ]


def _without_act(
    reading: Reading, sentence: Sentence, quotes: Sequence[Quote], acts: Sequence[SpeechAct]
) -> Attribution:
    for quote in quotes:
        spoken = quote.kind in {QuoteKind.DIRECT, QuoteKind.MIXED} and quote.speaker is not None
        if spoken and quote.start < sentence.end and sentence.start < quote.end and not quote.nested:
            return _of_quote(quote, sentence, acts)
    hearsay = _HEARSAY.search(reading.masked, sentence.start, sentence.end)
    if hearsay:
        words = reading.text[hearsay.start() : hearsay.end()]
        return Attribution(
            hearsay.start(), hearsay.end(), AttributionKind.ANONYMOUS, words, None, None, sentence.start, sentence.end
        )
    return Attribution(sentence.start, sentence.end, AttributionKind.OWN, "", None, None, sentence.start, sentence.end)


def _of_quote(quote: Quote, sentence: Sentence, acts: Sequence[SpeechAct]) -> Attribution:
    speaker = quote.speaker
    assert speaker is not None  # the caller asked for spoken quotes
    start = quote.cue_start if quote.cue_start is not None else quote.start
    end = quote.cue_end if quote.cue_end is not None else quote.end
    spoken = next((act.source for act in acts if act.cue_start == quote.cue_start and act.source), None)
    if spoken and spoken.kind is AttributionKind.OWN:  # the writer's own words: "I said"
        return Attribution(
            sentence.start, sentence.end, AttributionKind.OWN, "", None, None, sentence.start, sentence.end
        )
    kind, via = (spoken.kind, spoken.via) if spoken else (AttributionKind.NAMED, None)
    return Attribution(start, end, kind, speaker.name, speaker.entity, via, sentence.start, sentence.end)
