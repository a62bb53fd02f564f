"""The pairs that the entailer learns from: open sets, each of whose labels leaves some relations possible."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.green import listed_files

from nutgraf.models.entailer import Relation

GREEN = (
    "annotation-green/snli_mnli_oie_subset/oie-train.csv",
    "annotation-green/fever_symmetric/symmetric_v0.2/fever_symmetric_dev.jsonl",
)
"""SNLI and MultiNLI: CC BY-SA 4.0 and open terms; FeverSymmetric: CC BY-SA 3.0."""

CHECK = "annotation-green/snli_mnli_oie_subset/oie-devin.csv"
"""Read after each round, never learned from."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts and the relations that are possible from the first to the second; `weight` is what it counts."""

    one: str
    two: str
    possible: frozenset[Relation]
    kind: str
    weight: float = 1.0


_SNLI = {
    "entailment": frozenset({Relation.SAME, Relation.ENTAILS}),
    "contradiction": frozenset({Relation.CONTRADICTS}),
    "neutral": frozenset({Relation.RELATED, Relation.UNRELATED}),
}
_FEVER = {
    "SUPPORTS": frozenset({Relation.SAME, Relation.ENTAILS}),
    "REFUTES": frozenset({Relation.CONTRADICTS}),
}
FEVER_WEIGHT = 4.0


def read_open(cache: Path) -> list[Pair]:
    """Return the pairs of the open sets."""
    triples, fever = (listed_files(cache, pattern, GREEN)[0] for pattern in GREEN)
    return [*read_triples(triples), *read_fever(fever)]


def read_triples(path: Path) -> Iterator[Pair]:
    """Yield the pairs of the subset of SNLI and MultiNLI."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["GoldLabel"] in _SNLI:
                yield Pair(row["Premise"], row["Hypothesis"], _SNLI[row["GoldLabel"]], "snli")


def read_fever(path: Path) -> Iterator[Pair]:
    """Yield the pairs of FeverSymmetric, the evidence first."""
    for line in path.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        yield Pair(told["evidence"], told["claim"], _FEVER[told["label"]], "fever", FEVER_WEIGHT)
