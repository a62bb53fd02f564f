"""References brought to the right entity: MEANTIME's pronouns and descriptions, and whom PolNeAR's quotations name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np

from evals.annotation.chained import KINDS, PRONOUNS, ChainedText, GoldMention
from evals.annotation.gum_matching import chain_by_entity, match_span
from evals.annotation.meantime_chains import BODY_PRONOUNS, read_chains
from evals.annotation.mentioned import read_mentions
from evals.annotation.polnear import read_polnear
from evals.annotation.quoted import Place, QuotedText
from evals.annotation.report import Figure, Line, Sheet
from evals.annotation.speakers import LabelledQuote, LabelledText, judge_speakers, read_labels
from evals.bootstrap import Table, over
from evals.bootstrap import measure as measure_rows
from evals.matching import overlap
from nutgraf.annotate.article import annotate_article
from nutgraf.records.annotation import Mention

TOPICS = {"dev": ("apple", "gm"), "test": ("airbus", "stock")}
SORTS: Final = {"pronoun": "he, she", "body pronoun": "it, they", "description": "the …"}
SPEAKERS: Final = ("pronoun", "description", "name")


def meantime_sheet(cache: Path, part: str) -> Sheet:
    """Return how many references to named people, bodies and places of MEANTIME are brought home."""
    texts = read_chains(cache, TOPICS[part])
    lines = []
    counts = np.zeros(3)
    for system, guess in (("nutgraf, as shipped", False), ("nutgraf, best guess", True)):
        rows = np.array([score_references(text, read_mentions(text, guess)) for text in texts], dtype=np.float64)
        counts = rows[:, 1:6:2].sum(axis=0)
        names = (*SORTS.values(), "right of resolved")
        figures: dict[str, Figure] = dict(zip(names, measure_rows(rows, _shares), strict=True))
        lines.append(Line(system, figures, ours=True))
    asked = ", ".join(f"{count:.0f} {name!r}" for name, count in zip(SORTS.values(), counts, strict=True))
    what = f"{asked} of {len(texts)} texts, first sentences: share brought to the right entity"
    return Sheet(f"coreference: MEANTIME {'+'.join(TOPICS[part])}", what, lines, [
        "Asked for: what stands for a person, organisation or place that these sentences name. The product brings no "
        "\"it\" or \"they\" home. Right of resolved: of all that ours brings to somebody, chains without a name too.",
    ])  # fmt: skip


def score_references(text: ChainedText, mentions: Sequence[Mention]) -> list[float]:
    """Return right and asked for of each sort of reference, then right and all of those that we resolved."""
    chains = chain_by_entity(text, mentions)
    told: dict[GoldMention, str] = {}
    for mention in mentions:
        gold = None if mention.named else match_span(text, mention.start, mention.end)
        if gold is not None:
            told.setdefault(gold, mention.entity)
    right = {gold for gold, entity in told.items() if chains.get(entity) == gold.chain}
    named = text.named()
    row: list[float] = []
    for sort in SORTS:
        asked = [m for m in text.mentions if m.sort == sort and m.chain in named and text.kinds[m.chain] in KINDS]
        row += [sum(m in right for m in asked), len(asked)]
    return [*row, len(right), len(told)]


def _shares(sums: Table) -> Table:
    return np.stack([over(sums[:, at], sums[:, at + 1]) for at in range(0, sums.shape[1], 2)], axis=1)


def speakers_sheet(cache: Path) -> Sheet:
    """Return how many of the speakers read by hand are right, by the sort of words that name them at the quotation."""
    labels = read_labels()
    texts = [text for text in read_polnear(cache, "dev") if text.article.id in labels]
    rows = np.array([score_speakers(text, labels[text.article.id]) for text in texts], dtype=np.float64)
    figures: dict[str, Figure] = dict(zip(SPEAKERS, measure_rows(rows, _shares), strict=True))
    asked = ", ".join(f"{count:.0f} by {sort}" for sort, count in zip(SPEAKERS, rows[:, 1::2].sum(axis=0), strict=True))
    what = f"whose words: speakers with a name, {asked}, {len(texts)} texts"
    return Sheet("coreference: speakers by hand, PolNeAR dev", what, [Line("nutgraf", figures, ours=True)], [
        "The words are PolNeAR's source of the quotation, the speaker is our label. A description shares no word with "
        "a capital with the speaker's fullest name.",
    ])  # fmt: skip


def score_speakers(text: QuotedText, labels: LabelledText) -> list[float]:
    """Return right and asked for of pronouns, descriptions and names."""
    counts = dict.fromkeys(SPEAKERS, (0, 0))
    for label, _, right in judge_speakers(text.article, annotate_article(text.article), labels):
        sort = sort_of(text, label)
        if sort:
            counts[sort] = counts[sort][0] + right, counts[sort][1] + 1
    return [float(count) for pair in counts.values() for count in pair]


def sort_of(text: QuotedText, label: LabelledQuote) -> str:
    """Return by which sort of words a labelled quotation's speaker is named beside it; nothing where none is named or
    the text knows him by no name.
    """
    words = text.article.text
    place: Place = (label.start, label.end)
    sources = [source for one in text.gold if overlap((one.start, one.end), place) for source in one.sources]
    full = _capitals(words[label.speaker.start : label.speaker.end]) if label.speaker else frozenset()
    if not sources or not full:
        return ""
    told = [words[start:end] for start, end in sources]
    if all(one.lower() in PRONOUNS | BODY_PRONOUNS for one in told):
        return "pronoun"
    return "name" if any(_capitals(one) & full for one in told) else "description"


def _capitals(words: str) -> frozenset[str]:
    return frozenset(re.findall(r"\b[A-Z][\w.-]*", words)) - {"The", "A", "An"}
