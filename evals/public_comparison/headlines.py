"""STS headlines 2014 to 2016: does what is told of two headlines follow what people say of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from evals.annotation.report import Figure, Line, Sheet
from evals.annotation.similarity import FOLDER, Scored, common_share, correlate, cosines, read_headlines
from evals.public_comparison.judge import Judge
from nutgraf.models.entailer import RELATIONS, Relation

YEARS = ("2014", "2015", "2016")
SCALE = {
    Relation.SAME: 5.0,
    Relation.ENTAILS: 4.0,
    Relation.CONTRADICTS: 3.0,
    Relation.RELATED: 2.0,
    Relation.UNRELATED: 0.0,
}
"""By the words of the set's own scale: 5 one meaning, 4 details differ, 3 something of weight differs, 2 some details
in common, 0 other topics. Taken from there, not fitted."""

_PUBLISHED = (
    Line("DLS@CU-S1, best of 2015 (published)", {"2015": 0.8250}),
    Line("weighted words in common, BM25 (published)", {"2015": 0.7257}),
)


def measure(cache: Path, judge: Judge) -> list[Sheet]:
    """Measure the years that only measure; 2013 is for development."""
    years = {year: read_headlines(cache / FOLDER / year / "headlines.test.tsv") for year in YEARS}
    lines = [
        Line("nutgraf, relations", _by_year(years, lambda pairs: tell_nearness(pairs, judge)), ours=True),
        Line("nutgraf, embedder's cosine", _by_year(years, cosines)),
        Line("words in common (floor)", _by_year(years, lambda pairs: [common_share(*pair) for pair in pairs])),
        *_PUBLISHED,
    ]
    notes = (
        "Relations: the mean of a fixed value for each relation by how likely it is, both ways round. Intervals draw "
        "pairs. We trained neither network on any year; the published best is a supervised system.",
        "Published: the table of the pack's own README (data/sts/semeval-sts). For 2014 and 2016 no figure of the "
        "headlines alone could be verified.",
    )
    count = sum(map(len, years.values()))
    return [Sheet("STS headlines 2014-2016", f"Pearson r over {count} pairs", lines, notes)]


def _by_year(
    years: Mapping[str, Sequence[Scored]], tell: Callable[[list[tuple[str, str]]], Sequence[float]]
) -> dict[str, Figure]:
    return {year: correlate(told, tell([(one, two) for _, one, two in told])) for year, told in years.items()}


def tell_nearness(pairs: Sequence[tuple[str, str]], judge: Judge) -> list[float]:
    """Return how near two texts are, 0 to 5, whichever comes first."""
    values = np.array([SCALE[relation] for relation in RELATIONS])
    both = judge(pairs) + judge([(two, one) for one, two in pairs])
    return [float(value) for value in both @ values / 2]
