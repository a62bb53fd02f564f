"""Train the tagger: windows of mixed sets, one pass of the encoder for all heads, weights averaged as they come."""

from __future__ import annotations

import math
import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from training.tagger.examples import HEADS, NOT_ASKED, TAUGHT, Row, Window, width, windows_of
from training.tagger.net import Tagger


@dataclass(frozen=True, slots=True)
class Course:
    """How long and how fast to learn."""

    epochs: int = 6
    rate: float = 2e-4
    head_rate: float = 1e-3
    decay: float = 0.9
    pieces: int = 2048
    window: int = 160
    seed: int = 20250815
    average: float = 0.995


SLICES = {
    head: slice(first, first + width(head))
    for head, first in zip(HEADS, np.cumsum([0, *map(width, HEADS)])[:-1].tolist(), strict=True)
}
"""Where each head's scores stand."""


def batches(windows: Sequence[Window], pieces: int, dice: random.Random) -> Iterator[list[Window]]:
    """Yield windows of like size together, in an order of the dice."""
    ordered = sorted(range(len(windows)), key=lambda at: (len(windows[at].pieces), dice.random()))
    groups: list[list[Window]] = [[]]
    for at in ordered:
        group = groups[-1]
        if group and (len(group) + 1) * len(windows[at].pieces) > pieces:
            groups.append([])
        groups[-1].append(windows[at])
    dice.shuffle(groups)
    yield from groups


def tensors(group: Sequence[Window], table: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Return looked-up vectors, features and what attention must not see of some windows."""
    longest = max(len(window.pieces) for window in group)
    pieces = np.zeros((len(group), longest), dtype=np.int64)
    features = np.zeros((len(group), longest, group[0].features.shape[1]), dtype=np.float32)
    for at, window in enumerate(group):
        pieces[at, : len(window.pieces)] = window.pieces
        features[at, : len(window.pieces)] = window.features
    hidden = torch.zeros(len(group), 1, 1, longest)
    hidden[torch.from_numpy(pieces == 0)[:, None, None]] = -1e4
    return table[torch.from_numpy(pieces)], torch.from_numpy(features), hidden


def labels_of(group: Sequence[Window], head: str) -> Tensor:
    """Return the labels of one head, `NOT_ASKED` where there are none."""
    longest = max(len(window.pieces) for window in group)
    told = np.full((len(group), longest), NOT_ASKED, dtype=np.int64)
    for at, window in enumerate(group):
        if head in window.labels:
            told[at, : len(window.pieces)] = window.labels[head]
    return torch.from_numpy(told)


def shares_of(group: Sequence[Window]) -> Tensor:
    """Return what was taught of each piece (windows, pieces, labels of the head `TAUGHT`)."""
    longest = max(len(window.pieces) for window in group)
    told = np.zeros((len(group), longest, width(TAUGHT)), dtype=np.float32)
    for at, window in enumerate(group):
        told[at, : len(window.pieces)] = window.taught
    return torch.from_numpy(told)


def loss_of(scores: Tensor, group: Sequence[Window], weights: Mapping[str, float]) -> Tensor:
    """Return the mean loss over all labels asked for or taught, each weighed by its head."""
    total, count = torch.zeros(()), 0.0
    for head in sorted({head for window in group for head in window.labels}):
        told = labels_of(group, head)
        asked = int((told != NOT_ASKED).sum())
        if asked:
            lost = functional.cross_entropy(
                scores[..., SLICES[head]].flatten(0, 1).float(), told.flatten(), ignore_index=NOT_ASKED, reduction="sum"
            )
            total = total + weights[head] * lost
            count += weights[head] * asked
    shares = shares_of(group)
    if told_of := float(shares.sum()):
        likely = functional.log_softmax(scores[..., SLICES[TAUGHT]].float(), dim=-1)
        total = total - weights[TAUGHT] * (shares * likely).sum()
        count += weights[TAUGHT] * told_of
    return total / max(count, 1.0)


def learn(
    net: Tagger,
    table: Tensor,
    documents: Callable[[random.Random], Iterator[Sequence[Row]]],
    course: Course,
    weights: Mapping[str, float],
    check: Callable[[Tagger, int], None],
) -> Tagger:
    """Train and return the network with averaged weights.

    `documents` gives the rows of the documents of one round, drawn with dice; `weights` how much each head's labels
    count; `check` is shown the averaged network after every round.
    """
    dice = random.Random(course.seed)
    torch.manual_seed(course.seed)
    optimiser = torch.optim.AdamW(_groups(net, course), weight_decay=0.01)
    first = _round(documents, course, dice)
    steps = len(first) * course.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _pace(min(step, steps), steps))
    mean = {name: value.detach().clone() for name, value in net.state_dict().items()}
    step, begun = 0, time.monotonic()
    for number in range(course.epochs):
        groups = first if number == 0 else _round(documents, course, dice)
        net.train()
        lost = 0.0
        for group in groups:
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = net(*tensors(group, table))
            loss = loss_of(scores, group, weights)
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
        print(f"round {number + 1}: loss {lost / len(groups):.4f}, {time.monotonic() - begun:.0f} s", file=sys.stderr)
        check(_with(net, mean), number)
    return _with(net, mean)


def _round(
    documents: Callable[[random.Random], Iterator[Sequence[Row]]], course: Course, dice: random.Random
) -> list[list[Window]]:
    """Return the batches of one round."""
    windows = [window for rows in documents(dice) for window in windows_of(rows, course.window, dice)]
    return list(batches(windows, course.pieces, dice))


def _pace(step: int, steps: int) -> float:
    """Return the share of the full rate: a tenth of the way up, then down to nothing along a cosine."""
    warm = max(1, steps // 10)
    return (step + 1) / warm if step < warm else 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm)))


def _groups(net: Tagger, course: Course) -> list[dict[str, object]]:
    """Return the parameters with their rates: lower layers learn slower, what is new faster."""
    groups: list[dict[str, object]] = [
        {"params": [*net.heads.parameters(), *net.features.parameters()], "lr": course.head_rate}
    ]
    for depth, layer in enumerate(reversed(net.encoder.layers)):
        groups.append({"params": list(layer.parameters()), "lr": course.rate * course.decay**depth})
    bottom = [*net.encoder.positions.parameters(), net.encoder.kind, *net.encoder.even.parameters()]
    groups.append({"params": bottom, "lr": course.rate * course.decay ** len(net.encoder.layers)})
    return groups


def _with(net: Tagger, weights: Mapping[str, Tensor]) -> Tagger:
    other = Tagger()
    other.load_state_dict(dict(weights))
    other.eval()
    return other
