"""What every training on MiniLM's encoder does alike: batches of like length, rates by depth, weights averaged."""

from __future__ import annotations

import math
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from training.tagger.net import Encoder


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


class Window(Protocol):
    """What the encoder reads at once: pieces by number, and the features of each."""

    @property
    def pieces(self) -> NDArray[np.int64]:
        """Return the numbers of the pieces."""

    @property
    def features(self) -> NDArray[np.generic]:
        """Return a row of features for each piece."""


Read = TypeVar("Read", bound=Window)
State = dict[str, Tensor]
Rates = list[dict[str, object]]


def batches(windows: Sequence[Read], pieces: int, dice: random.Random) -> list[list[Read]]:
    """Return windows of like size together, in an order of the dice."""
    ordered = sorted(range(len(windows)), key=lambda at: (len(windows[at].pieces), dice.random()))
    groups: list[list[Read]] = [[]]
    for at in ordered:
        group = groups[-1]
        if group and (len(group) + 1) * len(windows[at].pieces) > pieces:
            groups.append([])
        groups[-1].append(windows[at])
    dice.shuffle(groups)
    return groups


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


@dataclass(frozen=True, slots=True)
class Lesson(Generic[Read]):
    """What is learned: one round's batches, drawn with dice; their loss; who is shown the weights after a round."""

    draw: Callable[[random.Random], list[list[Read]]]
    loss_of: Callable[[Tensor, Sequence[Read]], Tensor]
    check: Callable[[State, int], None]


def follow(net: nn.Module, rates: Rates, table: Tensor, lesson: Lesson[Read], course: Course) -> State:
    """Train a network and return its averaged weights."""
    dice = random.Random(course.seed)
    torch.manual_seed(course.seed)
    optimiser = torch.optim.AdamW(rates, weight_decay=0.01)
    first = lesson.draw(dice)
    steps = len(first) * course.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _pace(min(step, steps), steps))
    mean: State = {name: value.detach().clone() for name, value in net.state_dict().items()}
    step, begun = 0, time.monotonic()
    for number in range(course.epochs):
        groups = first if number == 0 else lesson.draw(dice)
        net.train()
        lost = 0.0
        for group in groups:
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = net(*tensors(group, table))
            loss = lesson.loss_of(scores, group)
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
        lesson.check(mean, number)
    return mean


def _pace(step: int, steps: int) -> float:
    """Return the share of the full rate: a tenth of the way up, then down to nothing along a cosine."""
    warm = max(1, steps // 10)
    return (step + 1) / warm if step < warm else 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm)))


def rates_of(encoder: Encoder, fresh: Sequence[nn.Parameter], course: Course) -> Rates:
    """Return the parameters with their rates: lower layers learn slower, what is new faster."""
    groups: Rates = [{"params": list(fresh), "lr": course.head_rate}]
    for depth, layer in enumerate(reversed(encoder.layers)):
        groups.append({"params": list(layer.parameters()), "lr": course.rate * course.decay**depth})
    bottom = [*encoder.positions.parameters(), encoder.kind, *encoder.even.parameters()]
    groups.append({"params": bottom, "lr": course.rate * course.decay ** len(encoder.layers)})
    return groups
