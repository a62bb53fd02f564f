"""The subset of SNLI and MultiNLI whose sentences are one simple triple each: three answers."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.annotation.report import Figure, Line, Sheet
from evals.public_comparison.accuracy import accuracy
from evals.public_comparison.judge import APART, LARGER, Judge, likely
from nutgraf.models.entailer import Relation

FOLDER = "annotation-green/snli_mnli_oie_subset"
TEST, TAUGHT = "oie-testin.csv", "oie-train.csv"
ANSWERS = {"entailment": LARGER, "contradiction": (Relation.CONTRADICTS,), "neutral": APART}


@dataclass(frozen=True, slots=True)
class Inferred:
    """A premise, a hypothesis, and the answer."""

    premise: str
    hypothesis: str
    answer: str


def read_triples(path: Path) -> list[Inferred]:
    """Return the pairs of a part."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Inferred(row["Premise"], row["Hypothesis"], row["GoldLabel"]) for row in csv.DictReader(file)]


def measure(cache: Path, judge: Judge) -> list[Sheet]:
    """Measure the test part, and those of its pairs whose premise was never learned from."""
    test, taught = (read_triples(cache / FOLDER / name) for name in (TEST, TAUGHT))
    premises = {one.premise for one in taught}
    unseen = [one for one in test if one.premise not in premises]
    lines = [
        Line("nutgraf", _figures(test, judge), ours=True),
        Line(f"nutgraf, the {len(unseen)} of them whose premise was not learned from", _figures(unseen, judge),
             ours=True),
        Line("nutgraf, the hypothesis alone", _figures([Inferred("", one.hypothesis, one.answer) for one in test],
                                                       judge)),
        Line("always one answer (floor)", {"accuracy": 0.408}),
    ]  # fmt: skip
    notes = (
        "The likeliest of: the same or a larger statement; a contradiction; related or unrelated. Intervals draw "
        "premises. Ours learned from the set's training part, which holds the premise of "
        f"{len(test) - len(unseen)} of the test pairs.",
        "The encoder's own base (all-MiniLM-L6-v2) names SNLI and MultiNLI among what it was made from: no figure here "
        "is of pairs that nothing of ours ever saw. 83 % are captions of pictures. Published: none for this subset "
        "that could be verified.",
    )
    return [Sheet("SNLI/MNLI subset test", f"{len(test)} pairs of premise and hypothesis", lines, notes)]


def _figures(pairs: Sequence[Inferred], judge: Judge) -> dict[str, Figure]:
    scores = judge([(one.premise, one.hypothesis) for one in pairs])
    told = np.stack([likely(scores, relations) for relations in ANSWERS.values()], axis=1).argmax(axis=1)
    right = told == np.array([list(ANSWERS).index(one.answer) for one in pairs])
    return {"accuracy": accuracy(right, [one.premise or one.hypothesis for one in pairs])}
