"""Direct quotations: the quoted words that are somebody's (span F1), and who is told to have said them.

A quote counts as found where nutgraf marks exactly the words between its marks as direct or mixed speech. Its speaker
is right where the words that name him overlap those of the gold, or name the same entity; a missed quote is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.annotation.gum_quotes import read_gum
from evals.annotation.polnear import read_polnear
from evals.annotation.quoted import Place, QuotedText
from evals.annotation.report import Line, Sheet, precision_recall_f1
from evals.annotation.speakers import judge_speakers, read_labels
from evals.bootstrap import Measured, Table, share
from evals.bootstrap import measure as measure_rows
from evals.matching import overlap
from nutgraf.annotate.article import annotate_article
from nutgraf.records.annotation import Annotation, Quote, QuoteKind

SPOKEN = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED})


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a set; `read` tells that its errors may be read, `complete` that the gold holds all of its quotes,
    `labelled` that we read by hand who speaks some of them.
    """

    name: str
    texts: Callable[[Path], list[QuotedText]]
    read: bool
    complete: bool = True
    labelled: bool = False


PARTS = (
    Part("PolNeAR dev", lambda cache: read_polnear(cache, "dev"), True, labelled=True),
    Part("PolNeAR test", lambda cache: read_polnear(cache, "test"), False),
    Part("GUM train and dev", lambda cache: read_gum(cache, ("train", "dev")), True, complete=False),
    Part("GUM test", lambda cache: read_gum(cache, ("test",)), False, complete=False),
)


def measure(cache: Path, parts: Sequence[Part] = PARTS) -> list[Sheet]:
    """Return a table for each part."""
    sheets = []
    for part in parts:
        try:
            texts = part.texts(cache)
        except FileNotFoundError as missing:
            print(f"quotes of {part.name}: not run: {missing}")
            continue
        annotations = [annotate_article(text.article) for text in texts]
        sheets.append(_sheet(part, texts, annotations))
        if part.labelled:
            sheets.append(_by_hand(part, texts, annotations))
    return sheets


def _sheet(part: Part, texts: Sequence[QuotedText], annotations: Sequence[Annotation]) -> Sheet:
    spans: Table = np.zeros((len(texts), 3))
    speakers: Table = np.zeros((len(texts), 2))
    misses: list[str] = []
    for at, (text, annotation) in enumerate(zip(texts, annotations, strict=True)):
        spans[at], speakers[at] = _score(text, annotation, misses)
    names = ("precision", "recall", "span F1")
    figures: dict[str, Measured] = dict(zip(names, measure_rows(spans, precision_recall_f1), strict=True))
    figures = figures if part.complete else {"recall": figures["recall"]}
    figures["speaker"] = measure_rows(speakers, share)[0]
    what = f"{len(texts)} texts, {spans[:, 2].sum():.0f} quotes, {speakers[:, 1].sum():.0f} with a speaker"
    notes = () if part.complete else ("Its editors did not mark every quotation: no precision.",)
    return Sheet(
        f"quotes, {part.name}", what, [Line("nutgraf", figures, ours=True)], notes, misses if part.read else ()
    )


def _by_hand(part: Part, texts: Sequence[QuotedText], annotations: Sequence[Annotation]) -> Sheet:
    """Return how many of the speakers read by hand are brought to the right entity."""
    labels = read_labels()
    rows, misses = [], []
    for text, annotation in zip(texts, annotations, strict=True):
        if text.article.id in labels:
            judged = list(judge_speakers(text.article, annotation, labels[text.article.id]))
            rows.append([sum(right for _, _, right in judged), len(judged)])
            misses += [
                _note(text, f"{label.kind} speaker", (label.start, label.end), quote)
                for label, quote, right in judged
                if not right
            ]
    table: Table = np.array(rows, dtype=np.float64)
    line = Line("nutgraf", {"speaker": measure_rows(table, share)[0]}, ours=True)
    what = f"{table[:, 1].sum():.0f} quotations of {len(rows)} texts"
    return Sheet(f"speakers by hand, {part.name}", what, [line], (), misses if part.read else ())


def _score(text: QuotedText, annotation: Annotation, misses: list[str]) -> tuple[tuple[int, int, int], tuple[int, int]]:
    told = {
        (quote.start, quote.end): quote
        for quote in annotation.quotes
        if quote.kind in SPOKEN and not quote.nested and _judged(text, quote)
    }
    gold = {(one.start, one.end): one for one in text.gold}
    right = named = 0
    for place, one in gold.items():
        found = told.get(place)
        right += found is not None
        if found is None:
            misses.append(_note(text, "missed", place, None))
        if one.sources:
            good = found is not None and names_speaker(annotation, found, one.sources)
            named += good
            if found is not None and not good:
                misses.append(_note(text, "speaker", place, found))
    misses += [_note(text, "false", place, quote) for place, quote in told.items() if place not in gold]
    return (right, len(told), len(gold)), (named, sum(bool(one.sources) for one in gold.values()))


def _judged(text: QuotedText, quote: Quote) -> bool:
    """Tell whether a quote stands in double marks (the gold knows no others) and where the gold is silent on none."""
    if any(overlap((quote.start, quote.end), place) for place in text.neutral):
        return False
    return text.article.text[: quote.start].rstrip("'‘ ")[-1:] in {'"', "“", "”"}


def names_speaker(annotation: Annotation, quote: Quote, sources: Sequence[Place]) -> bool:
    """Tell whether a quote's speaker or its cue stands at one of the places, or is an entity mentioned there."""
    speaker = quote.speaker
    if speaker is None or speaker.start is None or speaker.end is None:
        return False
    here = {one.entity for one in annotation.mentions for source in sources if overlap((one.start, one.end), source)}
    cue = (quote.cue_start or 0, quote.cue_end or 0)
    places = [(speaker.start, speaker.end), cue]
    return speaker.entity in here or any(overlap(place, source) for place in places for source in sources)


def _note(text: QuotedText, what: str, place: Place, quote: Quote | None) -> str:
    name = quote.speaker.name if quote and quote.speaker else "-"
    words = text.article.text
    sources = [words[slice(*s)] for one in text.gold if (one.start, one.end) == place for s in one.sources]
    start, end = max(0, place[0] - 160), min(len(words), place[1] + 120)
    around = f"{words[start : place[0]]}⟦{words[slice(*place)]}⟧{words[place[1] : end]}".replace("\n", "¶")
    how = quote.speaker.how if quote and quote.speaker else ""
    return f"{what} {text.article.id} {place[0]}-{place[1]}: told {name} ({how}), gold {sources}\n    {around}"
