"""Train the tagger: windows of mixed sets, one pass of the encoder for all heads, weights averaged as they come."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional
from training.course import Course, Lesson, batches, follow, rates_of
from training.tagger.examples import HEADS, NOT_ASKED, TAUGHT, Row, Window, width, windows_of
from training.tagger.net import Tagger

SLICES = {
    head: slice(first, first + width(head))
    for head, first in zip(HEADS, np.cumsum([0, *map(width, HEADS)])[:-1].tolist(), strict=True)
}
"""Where each head's scores stand."""


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
    fresh = [*net.heads.parameters(), *net.features.parameters()]
    lesson = Lesson(
        lambda dice: _round(documents, course, dice),
        lambda scores, group: loss_of(scores, group, weights),
        lambda state, number: check(_with(state), number),
    )
    mean = follow(net, rates_of(net.encoder, fresh, course), table, lesson, course)
    return _with(mean)


def _round(
    documents: Callable[[random.Random], Iterator[Sequence[Row]]], course: Course, dice: random.Random
) -> list[list[Window]]:
    """Return the batches of one round."""
    windows = [window for rows in documents(dice) for window in windows_of(rows, course.window, dice)]
    return batches(windows, course.pieces, dice)


def _with(weights: Mapping[str, Tensor]) -> Tagger:
    other = Tagger()
    other.load_state_dict(dict(weights))
    other.eval()
    return other
