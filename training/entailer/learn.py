"""Train the entailer: batches of pairs of like length, labels that leave several relations open, weights averaged."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from training.course import Course, Lesson, batches, follow, rates_of, tensors
from training.entailer.net import Entailer
from training.entailer.sets import Pair

from nutgraf.models.entailer import RELATIONS, read_pair

COURSE = Course(epochs=3, rate=1e-4, pieces=3072)


@dataclass(frozen=True, slots=True)
class Read:
    """A pair as the network reads it, and which relations are possible."""

    pieces: np.ndarray
    features: np.ndarray
    possible: np.ndarray
    weight: float


def read(pair: Pair) -> Read:
    """Read one pair."""
    pieces, features = read_pair(pair.one, pair.two)
    return Read(pieces, features, np.array([one in pair.possible for one in RELATIONS]), pair.weight)


def learn(
    net: Entailer,
    table: Tensor,
    draw: Callable[[random.Random], Sequence[Pair]],
    course: Course,
    check: Callable[[Entailer, int], None],
) -> Entailer:
    """Train and return the network with averaged weights; `draw` gives the pairs of one round."""
    fresh = [*net.head.parameters(), *net.features.parameters(), *net.mix.parameters()]
    lesson = Lesson(
        lambda dice: batches([read(pair) for pair in draw(dice)], course.pieces, dice),
        loss_of,
        lambda state, number: check(_with(state), number),
    )
    mean = follow(net, rates_of(net.encoder, fresh, course), table, lesson, course)
    return _with(mean)


def loss_of(scores: Tensor, group: Sequence[Read]) -> Tensor:
    """Return the mean of how unlikely the possible relations are together."""
    possible = torch.from_numpy(np.stack([one.possible for one in group]))
    weights = torch.tensor([one.weight for one in group])
    likely = torch.log_softmax(scores.float(), dim=-1).masked_fill(~possible, -torch.inf).logsumexp(dim=-1)
    return -(weights * likely).sum() / weights.sum()


def judge(net: Entailer, table: Tensor, pairs: Sequence[Pair]) -> np.ndarray:
    """Return the likely relations of pairs (pairs, relations), as the network sees them before it is made small."""
    net.eval()
    reads = [read(pair) for pair in pairs]
    found = np.zeros((len(reads), len(RELATIONS)), dtype=np.float32)
    order = sorted(range(len(reads)), key=lambda at: len(reads[at].pieces))
    with torch.no_grad():
        for start in range(0, len(order), 64):
            part = order[start : start + 64]
            scores = net(*tensors([reads[at] for at in part], table))
            found[part] = torch.softmax(scores.float(), dim=-1).numpy()
    return found


def _with(weights: dict[str, Tensor]) -> Entailer:
    other = Entailer()
    other.load_state_dict(dict(weights))
    other.eval()
    return other
