"""Quotations: the words, the kind, the speaker; no words shown as a quotation that are not one."""

from __future__ import annotations

from evals.alignment import Pair
from evals.exported import Quote
from evals.gold import Gold, GoldIndirect, GoldQuote
from evals.matching import bare, overlap, same_name
from evals.trials import Score, Trial, hit

SPOKEN = frozenset({"direct", "mixed"})
COVERED = 0.6  # share of an indirect content that must be marked for it to count as found


def score_quotes(gold: Gold, pairs: tuple[Pair, ...]) -> list[Score]:
    """Score quotations in quote marks.

    A gold quotation is found when every word of every piece is marked as a quotation, and a marked quotation is right
    when it lies inside a gold piece: a quotation shifted by a word is a miss and a false one.
    """
    by_key = {pair.gold.key: pair for pair in pairs}
    found: list[Trial] = []
    kinds: list[Trial] = []
    speakers: list[Trial] = []
    for label in gold.quotes:
        if label.optional or not label.kinds & SPOKEN:
            continue
        pair = by_key[label.article]
        words = " … ".join(_words(pair, label))
        marked = _covering(pair, label)
        found.append(hit(label.article, marked is not None, f"{label.article}: {words}"))
        names = [item.speaker.name if item.speaker else None for item in marked or ()]
        told = bool(marked) and all(same_name(name, label.speakers) for name in names)
        speakers.append(hit(label.article, told, f"{label.article}: {names}, not {label.speaker!r}: {words}"))
        if marked:
            right = all(item.kind in label.kinds for item in marked)
            kinds.append(hit(label.article, right, f"{label.article}: {[m.kind for m in marked]}: {words}"))
    return [
        Score("quotes.recall", tuple(found)),
        Score("quotes.precision", tuple(trial for pair in pairs for trial in _precision(gold, pair))),
        Score("quotes.speakers", tuple(speakers)),
        Score("quotes.kinds", tuple(kinds)),
    ]


def _words(pair: Pair, label: GoldQuote) -> list[str]:
    return [pair.page.words(piece) for piece in label.pieces]


def _pieces(pair: Pair, label: GoldQuote) -> list[tuple[int, int]] | None:
    """Return the places of all pieces in the exported text, or `None` where one is missing."""
    if pair.article is None:
        return None
    places = [pair.locate(piece) for piece in label.pieces]
    return None if None in places else [bare(pair.article.text, place) for place in places if place]


def _covering(pair: Pair, label: GoldQuote) -> list[Quote] | None:
    """Return the exported quotations that together hold all words of a gold one, or `None` where words are missing."""
    pieces = _pieces(pair, label)
    if pieces is None or pair.article is None:
        return None
    allowed = SPOKEN | label.kinds
    marked = [item for item in pair.article.quotes if item.kind in allowed and item.nested <= label.nested]
    used: list[Quote] = []
    for start, end in pieces:
        here = [item for item in marked if overlap((item.span.start, item.span.end), (start, end))]
        covered = {index for item in here for index in range(item.span.start, item.span.end)}
        if any(index not in covered and pair.article.text[index].isalnum() for index in range(start, end)):
            return None
        used += [item for item in here if item not in used]
    return used


def _precision(gold: Gold, pair: Pair) -> list[Trial]:
    if pair.article is None:
        return []
    labels = [label for label in gold.quotes if label.article == pair.gold.key and label.kinds & SPOKEN]
    pieces = [place for label in labels for place in _pieces(pair, label) or ()]
    trials = []
    for item in pair.article.quotes:
        if item.kind in SPOKEN:
            start, end = bare(pair.article.text, (item.span.start, item.span.end))
            right = any(first <= start and end <= last for first, last in pieces)
            words = pair.article.text[item.span.start : item.span.end]
            trials.append(hit(pair.gold.key, right, f"{pair.gold.key}: {words}"))
    return trials


def score_indirect(gold: Gold, pairs: tuple[Pair, ...]) -> list[Score]:
    """Score a sample of reported speech: found at all, and with the right speaker."""
    by_key = {pair.gold.key: pair for pair in pairs}
    trials = [_indirect(by_key[label.article], label) for label in gold.indirect]
    return [
        Score("indirect.recall", tuple(found for found, _ in trials)),
        Score("indirect.speakers", tuple(told for _, told in trials)),
    ]


def _indirect(pair: Pair, label: GoldIndirect) -> tuple[Trial, Trial]:
    place = pair.locate(label.content)
    names: list[str | None] = []
    if pair.article and place:
        indirect = [item for item in pair.article.quotes if item.kind == "indirect"]
        spans = [((q.span.start, q.span.end), q.speaker.name if q.speaker else None) for q in indirect]
        rests = [item for item in pair.article.attributions if item.kind != "own"]
        spans += [((a.content.start, a.content.end), a.source) for a in rests]
        names = [name for span, name in spans if _share(place, span) >= COVERED]
    words = f"{label.article}: {pair.page.words(label.content)}"
    right = any(same_name(name, (label.speaker, *label.acceptable_speakers)) for name in names)
    return hit(label.article, bool(names), words), hit(label.article, right, f"{words} ({names}, not {label.speaker})")


def _share(place: tuple[int, int], span: tuple[int, int]) -> float:
    common = min(place[1], span[1]) - max(place[0], span[0])
    return max(common, 0) / (place[1] - place[0])
