"""ClaimDiff: of two claims by two outlets on one contested matter, does one strengthen the other, or weaken it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.annotation.report import Figure, Line, Sheet
from evals.annotation.similarity import common_share, cosines
from evals.public_comparison.accuracy import accuracy, auc, f1
from evals.public_comparison.judge import Judge, count_cut, likely
from nutgraf.models.entailer import Relation

FOLDER = "annotation-measure/claimdiff"
PARTS = {"strengthens": "ClaimDiff-S/ClaimDiff-strength-{}.json", "weakens": "ClaimDiff-W/ClaimDiff-weak-{}.json"}
SIGNS = {
    "strengthens": (Relation.SAME, Relation.ENTAILS, Relation.RELATED),
    "weakens": (Relation.CONTRADICTS,),
}


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two claims of one topic, and whether the second does to the first what the part asks for."""

    topic: str
    one: str
    two: str
    does: bool


def read_claims(path: Path) -> list[Opposed]:
    """Return the pairs of a part."""
    rows = json.loads(path.read_text(encoding="utf-8"))["data"]
    return [Opposed(row["topic"], row["claim_a"], row["claim_b"], row["relation"] == 1) for row in rows]


def measure(cache: Path, judge: Judge, part: str = "test") -> list[Sheet]:
    """Measure both questions on the filtered test part."""
    told = {name: read_claims(cache / FOLDER / place.format(part)) for name, place in PARTS.items()}
    ours: dict[str, Figure] = {}
    meaning: dict[str, Figure] = {}
    shared: dict[str, Figure] = {}
    always: dict[str, Figure] = {}
    for name, pairs in told.items():
        texts = [(one.one, one.two) for one in pairs]
        scores = judge(texts) + judge([(two, one) for one, two in texts])
        ours |= _figures(name, pairs, likely(scores, SIGNS[name]) / 2)
        sign = 1 if name == "strengthens" else -1
        meaning |= {f"{name} AUC": _auc(pairs, sign * np.array(cosines(texts)))}
        shared |= {f"{name} AUC": _auc(pairs, sign * np.array([common_share(*pair) for pair in texts]))}
        most = sum(one.does for one in pairs) / len(pairs)
        always |= {f"{name} accuracy": max(most, 1 - most), f"{name} F1": 2 * most / (1 + most), f"{name} AUC": 0.5}
    lines = [
        Line("nutgraf", ours, ours=True),
        Line("nutgraf, embedder's cosine", meaning),
        Line("words in common", shared),
        Line("always the commoner answer; F1: always yes (floor)", always),
    ]
    pairs = told["strengthens"]
    notes = (
        "Strengthens: the same, a larger or a related statement, together likelier than not; weakens: a contradiction, "
        "likelier than not; both ways round, the mean. Which relations stand for an answer was settled by their "
        "meaning. AUC: how often a pair that does has the greater score. Intervals draw topics. Nothing was learned "
        "from the set.",
        "Published: none verified; the abstract tells of strong baselines more than 19 points below people "
        "(arXiv 2205.12221).",
        f"The ends of {count_cut([(one.one, one.two) for one in pairs])} pairs are not read (64 pieces a text).",
    )
    what = f"{len(pairs)} pairs of claims, {len({one.topic for one in pairs})} topics"
    return [Sheet(f"ClaimDiff {part}", what, lines, notes)]


def _figures(name: str, pairs: Sequence[Opposed], scores: NDArray[np.float64]) -> dict[str, Figure]:
    gold, groups = np.array([one.does for one in pairs]), [one.topic for one in pairs]
    told = scores > 0.5
    return {
        f"{name} accuracy": accuracy(told == gold, groups),
        f"{name} F1": f1(told, gold, groups),
        f"{name} AUC": _auc(pairs, scores),
    }


def _auc(pairs: Sequence[Opposed], scores: NDArray[np.float64]) -> Figure:
    return auc(scores, np.array([one.does for one in pairs]), [one.topic for one in pairs])
