"""The tagger's own network and way of learning, shown PolNeAR's train part, for attribution alone.

Needs training/requirements.txt. Settings were chosen on the valid part. What is written is never shipped: the labels
and the text have no free licence.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from training.tagger.__main__ import SHIPPED
from training.tagger.attribution.read import read_attribution
from training.tagger.check import span_f1
from training.tagger.examples import Row, rows_of
from training.tagger.export import WEIGHTS, read_vectors, write_tagger
from training.tagger.labelled import ROLES
from training.tagger.learn import Course, learn
from training.tagger.net import Tagger, load_base

from evals.annotation.amber.documents import document_of
from evals.annotation.amber.instances import read_cuts
from evals.annotation.cofenet import read_instances

HEAD = "attribution"
SHOWN = 0.4
"""The share of PolNeAR's instances that one round shows."""
COURSE = Course(epochs=6)

Rows = Sequence[Sequence[Row]]
"""The rows of documents."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to learn from, and how: the base, or a network to go on from, and green documents beside PolNeAR's."""

    base: Path | None = None
    start: Path | None = None
    rounds: int = COURSE.epochs
    rate: float = COURSE.rate
    seed: int = COURSE.seed
    green: float = 0.0
    articles: int | None = None


def train(cache: Path, plan: Plan, place: Path) -> None:
    """Train the network and write it as the shipped one is written, but never where that one lies."""
    if WEIGHTS in place.resolve().parents:
        raise ValueError(f"{place} would ship; what learnt from amber data must not: name another place with --keep")
    table = read_vectors()
    amber, green = _read(cache, plan)
    valid = [
        rows_of(document_of(instance.text_id, instance.text, instance.gold))
        for instance in read_instances(cache, "polnear", "valid")
    ]
    print(f"{len(amber)} instances of PolNeAR, {len(green)} green documents", file=sys.stderr)

    def shown(dice: random.Random) -> Iterator[Sequence[Row]]:
        yield from (rows for rows in amber if dice.random() < SHOWN)
        yield from (rows for rows in green if dice.random() < plan.green)

    def check(net: Tagger, number: int) -> None:
        told = span_f1(net, table, valid, HEAD, HEAD)
        print(f"round {number + 1}, valid: " + ", ".join(f"{role} {told[role]:.4f}" for role in ROLES), file=sys.stderr)

    course = replace(COURSE, epochs=plan.rounds, rate=plan.rate, seed=plan.seed)
    net = learn(_fresh(plan), table, shown, course, {HEAD: 1.0}, check)
    place.parent.mkdir(parents=True, exist_ok=True)
    write_tagger(net, list(SHIPPED), place)


def _read(cache: Path, plan: Plan) -> tuple[Rows, Rows]:
    """Return the rows of PolNeAR's train part, and of green documents where they are wanted."""
    cuts = read_cuts(cache, "train", articles=plan.articles)
    amber = [rows_of(document_of(cut.text_id, cut.text, cut.marks)) for cut in cuts]
    trees, frames = read_attribution(cache) if plan.green else ([], [])
    return amber, [rows_of(document) for document in (*trees, *frames)]


def _fresh(plan: Plan) -> Tagger:
    """Return the network to begin with."""
    torch.manual_seed(plan.seed)
    net = Tagger()
    if plan.start:
        net.load_state_dict(torch.load(plan.start))
    elif plan.base:
        net.encoder.load_state_dict(load_base(plan.base)[1])
    return net
