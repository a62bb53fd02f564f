"""Which of our mentions is which of GUM's: GUM's span holds the whole phrase, ours the name; the head tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from evals.annotation.chained import ChainedText, GoldMention
from nutgraf.records.annotation import Mention


def match_span(text: ChainedText, start: int, end: int) -> GoldMention | None:
    """Return the gold mention whose head lies in a span of ours; of several the one with most of its words."""
    fitting = [
        m
        for m in text.mentions
        if m.start < end and start < m.end and any(start <= left and right <= end for left, right in m.heads)
    ]
    if not fitting:
        return None
    return max(fitting, key=lambda m: (_common(m, start, end), -(m.end - m.start), m.start))


def _common(mention: GoldMention, start: int, end: int) -> float:
    """Return the share of both spans together that they have in common, names with their titles kept whole."""
    both = min(mention.end, end) - max(mention.start, start)
    return both / (max(mention.end, end) - min(mention.start, start))


def chain_by_entity(text: ChainedText, mentions: Iterable[Mention]) -> dict[str, str]:
    """Return for each of our entities the gold chain that most of its named mentions are in."""
    counts: dict[str, Counter[str]] = {}
    for mention in mentions:
        gold = match_span(text, mention.start, mention.end) if mention.named else None
        if gold is not None:
            counts.setdefault(mention.entity, Counter())[gold.chain] += 1
    return {key: max(sorted(found), key=found.__getitem__) for key, found in counts.items()}
