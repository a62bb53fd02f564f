"""Fit the network: pages in batches, a line's loss the share of odds that its allowed labels lack."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from training.line_roles.data import UNKNOWN, Sample
from training.line_roles.net import LineNet

from nutgraf.extract.surroundings import SURROUNDINGS, WIDTH
from nutgraf.extract.traits import NAMES
from nutgraf.models.line_roles import BEGINS, LABELS, TEASES

BATCH = 24
_LONGEST = 240
"""Of a longer page a stretch of so many lines is drawn, anew in each round."""
_FULL = 80
"""A page with more lines counts as much as one with so many."""
_WORDY = [NAMES.index(name) for name in ("small_words", "page_words", "page_words_many", "addressing", "saying")]
_KNOWN = [
    NAMES.index(name) for name in ("button", "closer", "furniture", "link", "offer", "paywall", "copyright", "more")
]
_OUTLETS = [NAMES.index(name) for name in ("outlet", "outlet_like", "first_name")]
_TIES = [len(NAMES) + at for at, name in enumerate(SURROUNDINGS) if name.startswith("words_")]
_TAGGED = [len(NAMES) + at for at, name in enumerate(SURROUNDINGS) if name in ("h1", "h2", "h3", "item")]


@dataclass(frozen=True, slots=True)
class Batch:
    """Some pages side by side."""

    features: Tensor
    real: Tensor
    allowed: Tensor
    begins: Tensor
    teases: Tensor
    weight: Tensor


def fit(samples: list[Sample], epochs: int, seed: int) -> LineNet:
    """Return the network after some rounds over the samples; the same seed gives the same network."""
    torch.manual_seed(seed)
    dice = random.Random(seed)
    net = LineNet()
    steady = [p.detach().clone() for p in net.parameters()]
    optimizer = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=1e-3)
    total = epochs * (len(samples) // BATCH + 1)
    plan = torch.optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=total + 1)
    net.train()
    for _ in range(epochs):
        for batch in batches(samples, dice):
            loss = loss_of(net, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            plan.step()
            for kept, now in zip(steady, net.parameters(), strict=True):
                kept.lerp_(now.detach(), 0.005)
    with torch.no_grad():
        for kept, now in zip(steady, net.parameters(), strict=True):
            now.copy_(kept)
    net.eval()
    return net


def loss_of(net: LineNet, batch: Batch) -> Tensor:
    """Return the mean loss of a batch's lines."""
    scores = net(batch.features, batch.real)
    odds = torch.log_softmax(scores[:, : len(LABELS)], dim=1)
    told = torch.logsumexp(odds.masked_fill(~batch.allowed, -1e9), dim=1)
    loss = (-told * batch.weight).sum()
    for row, wanted in ((BEGINS, batch.begins), (TEASES, batch.teases)):
        known = (wanted != UNKNOWN).float() * batch.weight
        plain = torch.nn.functional.binary_cross_entropy_with_logits(
            scores[:, row], wanted.clamp(min=0).float(), reduction="none"
        )
        loss = loss + (plain * known).sum()
    return loss / batch.weight.sum()


def batches(samples: list[Sample], dice: random.Random | None) -> Iterator[Batch]:
    """Yield batches of pages of like length, in an order of chance where there are dice."""
    order = sorted(range(len(samples)), key=lambda at: (len(samples[at].features), at))
    if dice is not None:
        order.sort(key=lambda at: (min(_LONGEST, len(samples[at].features)) + dice.randint(0, 20), at))
    groups = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    if dice is not None:
        dice.shuffle(groups)
    for group in groups:
        yield _batch([samples[at] for at in group], dice)


def _batch(samples: list[Sample], dice: random.Random | None) -> Batch:
    longest = min(_LONGEST, max(len(sample.features) for sample in samples))
    count = len(samples)
    features = np.zeros((count, WIDTH, longest), dtype=np.float32)
    real = np.zeros((count, 1, longest), dtype=np.float32)
    allowed = np.ones((count, len(LABELS), longest), dtype=bool)
    begins = np.full((count, longest), UNKNOWN, dtype=np.int64)
    teases = np.full((count, longest), UNKNOWN, dtype=np.int64)
    weight = np.zeros((count, longest), dtype=np.float32)
    for at, sample in enumerate(samples):
        lines = min(longest, len(sample.features))
        first = dice.randint(0, len(sample.features) - lines) if dice is not None else 0
        part = slice(first, first + lines)
        held = sample.features[part].T.astype(np.float32)
        features[at, :, :lines] = held if dice is None else _dimmed(held, dice)
        real[at, 0, :lines] = 1
        allowed[at, :, :lines] = sample.allowed[part].T
        begins[at, :lines], teases[at, :lines] = sample.begins[part], sample.teases[part]
        weight[at, :lines] = sample.weight * min(1.0, _FULL / lines)
    tensors = (features, real, allowed, begins, teases, weight)
    return Batch(*(torch.from_numpy(array) for array in tensors))


def _dimmed(held: np.ndarray, dice: random.Random) -> np.ndarray:
    """Hide some of what the word lists tell: pages come in words and languages that no list holds."""
    out = held.copy()
    if dice.random() < 0.12:
        out[_WORDY] = 0
    share = dice.choice((0.0, 0.0, 0.0, 0.1, 0.3, 0.5))
    if share:
        hidden = np.random.default_rng(dice.randrange(1 << 30)).random((len(_KNOWN), out.shape[1])) < share
        out[_KNOWN] *= ~hidden
    if dice.random() < 0.1:
        out[_OUTLETS] = 0
    if dice.random() < 0.1:
        out[_TIES] = 0
    if dice.random() < 0.05:
        out[_TAGGED] = 0
    return out
