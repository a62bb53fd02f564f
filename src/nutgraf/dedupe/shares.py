"""What one article carries: whose text it is, and how much of it comes from others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import nsmallest

import numpy as np

from nutgraf.dedupe.credits import Facts
from nutgraf.dedupe.numbers import Mask
from nutgraf.dedupe.originals import Verdict
from nutgraf.dedupe.readings import Reading
from nutgraf.dedupe.reuse import taken_words
from nutgraf.dedupe.runs import Run
from nutgraf.records.copies import JOINING, Carried, Copy
from nutgraf.text import stable_id

MOST_PAIRS = 64
"""Pairs by which the shares of an article are measured, those with the lowest ids: more of them say nothing new, and a
text printed everywhere has as many as there are articles."""

_PARTS = 10_000


def text_id(first: str) -> str:
    """Return the id of a text from the lowest id of the articles that carry it."""
    return stable_id("text", first)


def carry(
    reading: Reading, first: str, verdict: Verdict | None, pairs: Sequence[Copy], facts: Mapping[str, Facts]
) -> Carried:
    """Return what an article carries; `first` is the lowest id of those that carry its text, `verdict` is on them
    (`None` where it is the only one), and `pairs` are those of copies that it is in.
    """
    article = reading.article.id
    copied = np.zeros(len(reading.numbers), dtype=np.bool_)
    shared = np.zeros(len(reading.numbers), dtype=np.bool_)
    for pair in nsmallest(MOST_PAIRS, (_seen_from(article, pair) for pair in pairs), key=lambda pair: pair.of):
        source = verdict.original if verdict and pair.kind in JOINING else pair.original
        if source != article:
            (shared if source is None else copied)[_taken(reading, pair)] = True
    parts = round(_PARTS * float(copied.mean())), round(_PARTS * float((shared & ~copied).mean()))
    copied_share, shared_share = parts[0] / _PARTS, min(parts[1], _PARTS - parts[0]) / _PARTS
    own = (_PARTS - parts[0] - min(parts[1], _PARTS - parts[0])) / _PARTS
    original, origin = (verdict.original, verdict.origin) if verdict else (None, None)
    reason = _reason(article, verdict, facts)
    return Carried(article, text_id(first), original, origin, copied_share, shared_share, own, reason)


def _seen_from(article: str, pair: Copy) -> Copy:
    return pair if pair.article == article else pair.turned()


def _taken(reading: Reading, pair: Copy) -> Mask:
    places = reading.word_ranges([(passage.start, passage.end) for passage in pair.passages])
    return taken_words(reading, [Run(first, 0, last - first) for first, last in places.tolist()])


def _reason(article: str, verdict: Verdict | None, facts: Mapping[str, Facts]) -> str:
    if verdict is None:
        return "no other article carries this text as a whole; passages of it stand in others"
    if verdict.original == article:
        return f"it is the original of a text that others carry: {verdict.reason}"
    if verdict.original is not None:
        source = facts[verdict.original]
        return f"it carries the text of {source.outlet or 'article'} ({source.article[:8]}): {verdict.reason}"
    return f"others carry this text, and its original is not known: {verdict.reason}"
