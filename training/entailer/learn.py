"""Train the entailer: batches of pairs of like length, labels that leave several relations open, weights averaged."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from training.entailer.net import Entailer
from training.entailer.reading import RELATIONS, read_pair
from training.entailer.sets import Pair
from training.tagger.learn import Course as TaggerCourse
from training.tagger.learn import _pace as pace


@dataclass(frozen=True, slots=True)
class Course(TaggerCourse):
    """How long and how fast to learn."""

    epochs: int = 3
    rate: float = 1e-4
    pieces: int = 3072


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
    dice = random.Random(course.seed)
    torch.manual_seed(course.seed)
    optimiser = torch.optim.AdamW(_groups(net, course), weight_decay=0.01)
    first = _batches([read(pair) for pair in draw(dice)], course, dice)
    steps = len(first) * course.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: pace(min(step, steps), steps))
    mean = {name: value.detach().clone() for name, value in net.state_dict().items()}
    step, begun = 0, time.monotonic()
    for number in range(course.epochs):
        groups = first if number == 0 else _batches([read(pair) for pair in draw(dice)], course, dice)
        net.train()
        lost = 0.0
        for group in groups:
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = net(*tensors(group, table))
            loss = loss_of(scores.float(), group)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            step += 1
            lost += float(loss.detach())
            keep = min(course.average, (1 + step) / (10 + step))
            for name, value in net.state_dict().items():
                mean[name].lerp_(value, 1 - keep)
            if step % 200 == 0:
                print(
                    f"  step {step} of {steps}: {lost / (step - number * len(groups)):.4f}", file=sys.stderr, flush=True
                )
        print(f"round {number + 1}: loss {lost / len(groups):.4f}, {time.monotonic() - begun:.0f} s", file=sys.stderr)
        check(_with(mean), number)
    return _with(mean)


def loss_of(scores: Tensor, group: Sequence[Read]) -> Tensor:
    """Return the mean of how unlikely the possible relations are together."""
    possible = torch.from_numpy(np.stack([one.possible for one in group]))
    weights = torch.tensor([one.weight for one in group])
    likely = torch.log_softmax(scores, dim=-1).masked_fill(~possible, -torch.inf).logsumexp(dim=-1)
    return -(weights * likely).sum() / weights.sum()


def tensors(group: Sequence[Read], table: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Return looked-up vectors, features and what attention must not see of some pairs."""
    longest = max(len(one.pieces) for one in group)
    pieces = np.zeros((len(group), longest), dtype=np.int64)
    features = np.zeros((len(group), longest, group[0].features.shape[1]), dtype=np.float32)
    for at, one in enumerate(group):
        pieces[at, : len(one.pieces)] = one.pieces
        features[at, : len(one.pieces)] = one.features
    hidden = torch.zeros(len(group), 1, 1, longest)
    hidden[torch.from_numpy(pieces == 0)[:, None, None]] = -1e4
    return table[torch.from_numpy(pieces)], torch.from_numpy(features), hidden


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


def _batches(reads: Sequence[Read], course: Course, dice: random.Random) -> list[list[Read]]:
    ordered = sorted(range(len(reads)), key=lambda at: (len(reads[at].pieces), dice.random()))
    groups: list[list[Read]] = [[]]
    for at in ordered:
        if groups[-1] and (len(groups[-1]) + 1) * len(reads[at].pieces) > course.pieces:
            groups.append([])
        groups[-1].append(reads[at])
    dice.shuffle(groups)
    return groups


def _groups(net: Entailer, course: Course) -> list[dict[str, object]]:
    fresh = [*net.head.parameters(), *net.features.parameters(), *net.mix.parameters()]
    groups: list[dict[str, object]] = [{"params": fresh, "lr": course.head_rate}]
    for depth, layer in enumerate(reversed(net.encoder.layers)):
        groups.append({"params": list(layer.parameters()), "lr": course.rate * course.decay**depth})
    bottom = [*net.encoder.positions.parameters(), net.encoder.kind, *net.encoder.even.parameters()]
    groups.append({"params": bottom, "lr": course.rate * course.decay ** len(net.encoder.layers)})
    return groups


def _with(weights: dict[str, Tensor]) -> Entailer:
    other = Entailer()
    other.load_state_dict(dict(weights))
    other.eval()
    return other
