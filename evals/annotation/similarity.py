"""The embedder on headlines: how its cosines follow what people say of pairs (STS headlines 2013-16, Pearson r).

The floor is the share of words that two headlines have in common (Dice), folded.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from evals.annotation.report import Line, Sheet
from evals.bootstrap import Measured, Table, over
from evals.bootstrap import measure as measure_rows
from nutgraf.models.embedder import embed_sentences
from nutgraf.text import fold, words

FOLDER = "annotation-measure/dataset_sts/data/sts/semeval-sts"
YEARS = ("2013", "2014", "2015", "2016")

Scored = tuple[float, str, str]
"""What people say of a pair of texts, 0 for nothing in common to 5 for one meaning, and the two."""


def measure(cache: Path) -> list[Sheet]:
    """Return one table with a row for each system and a column for each year."""
    parts = {year: cache / FOLDER / year / "headlines.test.tsv" for year in YEARS}
    missing = [str(path) for path in parts.values() if not path.exists()]
    if missing:
        print(f"similarity: not run: {missing[0]} is not there: unpack annotation-measure.tar.xz")
        return []
    pairs = {year: read_headlines(path) for year, path in parts.items()}
    count = sum(map(len, pairs.values()))
    ours = {year: correlate(told, cosines([(a, b) for _, a, b in told])) for year, told in pairs.items()}
    floor = {year: correlate(told, [common_share(a, b) for _, a, b in told]) for year, told in pairs.items()}
    lines = [Line("embedder, int8", ours, ours=True), Line("words in common (floor)", floor)]
    return [Sheet("STS headlines", f"Pearson r over {count} labelled pairs of four years", lines)]


def read_headlines(path: Path) -> list[Scored]:
    """Return the pairs that carry a score, with it."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    return [(float(row[0]), row[1], row[2]) for row in rows if len(row) >= 3 and row[0].strip()]


def cosines(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """Return the embedder's cosine of each pair."""
    vectors = embed_sentences([text for pair in pairs for text in pair])
    return [float(value) for value in (vectors[::2] * vectors[1::2]).sum(axis=1)]


def common_share(first: str, second: str) -> float:
    """Return the share of words that two texts have in common (Dice), folded."""
    left, right = ({fold(word) for _, _, word in words(text)} for text in (first, second))
    return 2 * len(left & right) / max(1, len(left) + len(right))


def correlate(pairs: Sequence[Scored], told: Sequence[float]) -> Measured:
    """Return Pearson's r of what is told of the pairs with their scores; the interval draws pairs."""
    gold, ours = np.array([score for score, _, _ in pairs]), np.array(told)
    rows = np.stack([np.ones(len(gold)), gold, ours, gold * ours, gold**2, ours**2], axis=1)
    return measure_rows(rows, _pearson)[0]


def _pearson(sums: Table) -> Table:
    count, gold, ours, both, gold2, ours2 = sums.T
    covariance = both / count - gold * ours / count**2
    spread = np.sqrt((gold2 / count - (gold / count) ** 2) * (ours2 / count - (ours / count) ** 2))
    return over(covariance, spread)[:, None]
