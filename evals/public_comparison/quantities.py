"""Quantities of NewsQuant laid side by side: are two of them one amount, by what each sentence says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.annotation.newsquant import Quantified, Quantity, read_quantified
from evals.annotation.quantities import pairs, read_figures, same_value
from evals.annotation.report import Figure as Measure
from evals.annotation.report import Line, Sheet, precision_recall_f1
from evals.bootstrap import Table, weigh
from nutgraf.compare.figures import compatible
from nutgraf.records.annotation import Figure

FOLDER = "annotation-measure/cqe_newsquant/data"
EXACT = "="
NO_UNIT = "-"


Read = tuple[Figure, str]
"""One of our figures, and its unit in the set's words."""


@dataclass(frozen=True, slots=True)
class Found:
    """A gold quantity of a sentence, and our figure of the same value, if any."""

    sentence: int
    gold: Quantity
    ours: Read | None


def measure(cache: Path) -> list[Sheet]:
    """Measure every two exact quantities of different sentences."""
    texts = read_quantified(cache / FOLDER, "NewsQuant")
    found = [one for number, text in enumerate(texts) for one in find_exact(number, text)]
    read = [one for one in found if one.ours is not None]
    lines = [
        Line("nutgraf", _figures(found, _held(found)), ours=True),
        Line("nutgraf, of those it reads", _figures(read, _held(read)), ours=True),
        Line("nutgraf, the same unit and the same number", _figures(found, _equal(found))),
        Line("always one amount (floor)", _figures(found, np.ones((len(found), len(found)), dtype=np.bool_))),
    ]
    notes = (
        "Every two exact quantities of one unit in different sentences: those of one value by the gold are one amount. "
        "Told to be one: both are read with the right value, in one unit, and `compare/figures.py` holds that both can "
        "be true of one thing. Left out: ranges, what is 'about', 'more than', 'up' or 'down', bare numbers. Intervals "
        "draw sentences; few pairs are one amount, so they are wide.",
        "Large sums that are one rounded ('4 million', '4.2 million') fit each other by design; here they count as "
        "wrong. Published: none; how quantities are read stands in annotation.md beside the published figures.",
    )
    what = f"{len(found)} exact quantities of {len(texts)} sentences, {len(read)} of them read; test"
    return [Sheet("NewsQuant, two and two", what, lines, notes)]


def find_exact(number: int, text: Quantified) -> list[Found]:
    """Return the exact quantities of a sentence that have a unit, each with our figure."""
    figures = read_figures(text.text)
    matched = {gold: figures[ours] for ours, gold in pairs([one for _, one in figures], text.gold, same_value)}
    return [
        Found(number, one, (matched[index][0], matched[index][1].unit) if index in matched else None)
        for index, one in enumerate(text.gold)
        if one.change == EXACT and one.low is not None and one.high is None and one.unit != NO_UNIT
    ]


Pairs = NDArray[np.bool_]


def _held(found: Sequence[Found]) -> Pairs:
    return _square(found, lambda one, two: one[1] == two[1] and compatible(one[0], two[0]))


def _equal(found: Sequence[Found]) -> Pairs:
    return _square(found, lambda one, two: one[1] == two[1] and one[0].low == two[0].low and one[0].high == two[0].high)


def _square(found: Sequence[Found], alike: Callable[[Read, Read], bool]) -> Pairs:
    told = np.zeros((len(found), len(found)), dtype=np.bool_)
    for left, one in enumerate(found):
        for right, two in enumerate(found[:left]):
            if one.ours is not None and two.ours is not None:
                told[left, right] = told[right, left] = alike(one.ours, two.ours)
    return told


def _values(found: Sequence[Found]) -> Pairs:
    return np.array([[one.gold.low == two.gold.low for two in found] for one in found], dtype=np.bool_)


def _figures(found: Sequence[Found], told: Pairs) -> dict[str, Measure]:
    units = np.array([one.gold.unit for one in found])
    order = {sentence: number for number, sentence in enumerate(dict.fromkeys(one.sentence for one in found))}
    place = np.array([order[one.sentence] for one in found])
    asked = (place[:, None] != place[None, :]) & (units[:, None] == units[None, :])
    gold = _values(found) & asked
    counts = [_by_sentence(one, place, len(order)) for one in (told & gold, told & asked, gold)]

    def figures(weights: Table) -> Table:
        sums = [((weights @ count) * weights).sum(axis=1) for count in counts]
        return precision_recall_f1(np.stack(sums, axis=1))

    measured: dict[str, Measure] = dict(zip(("P", "R", "F1"), weigh(len(order), figures), strict=True))
    return measured | {"pairs": int(asked.sum()) // 2, "one amount": int(gold.sum()) // 2}


def _by_sentence(held: Pairs, place: NDArray[np.int64], sentences: int) -> Table:
    parts = np.zeros((sentences, len(place)))
    parts[place, np.arange(len(place))] = 1.0
    return np.asarray(parts @ held @ parts.T, dtype=np.float64)
