"""How well a network does while it learns: span F1 on development documents."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor
from training.course import Course, batches, tensors
from training.tagger.examples import HEADS, NOT_ASKED, Numbers, Row, Window, windows_of
from training.tagger.learn import SLICES
from training.tagger.net import Tagger


def scored(net: Tagger, table: Tensor, windows: Sequence[Window]) -> Iterator[tuple[Window, Tensor]]:
    """Yield windows with the network's scores of all labels for each of their pieces, in an order of its own."""
    with torch.inference_mode():
        for group in batches(windows, Course().pieces, random.Random(0)):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                told = net(*tensors(group, table)).float()
            for window, scores in zip(group, told, strict=True):
                yield window, scores[: len(window.pieces)]


def span_f1(net: Tagger, table: Tensor, documents: Sequence[Sequence[Row]], told: str, gold: str) -> dict[str, float]:
    """Return F1 by kind of one head against the labels of another (or its own), exact spans; `all` without groups."""
    counts = np.zeros((len(HEADS[gold]), 3))
    windows = [window for rows in documents for window in windows_of(rows, 160)]
    for window, scores in scored(net, table, windows):
        if gold in window.labels:
            asked = window.labels[gold] != NOT_ASKED
            _count(counts, scores[:, SLICES[told]].argmax(-1).numpy()[asked], window.labels[gold][asked])
    kinds = {kind: _f1(row) for kind, row in zip(HEADS[gold], counts, strict=True)}
    return {"all": _f1(counts[: 3 if "group" in kinds else None].sum(axis=0)), **kinds}


def _f1(row: np.ndarray) -> float:
    return float(2 * row[0] / max(1.0, row[1] + row[2]))


def _count(counts: np.ndarray, told: Numbers, gold: Numbers) -> None:
    found, wanted = spans_of(told), spans_of(gold)
    for spans, column in ((found & wanted, 0), (found, 1), (wanted, 2)):
        for _, _, kind in spans:
            counts[kind, column] += 1


def spans_of(labels: Numbers) -> set[tuple[int, int, int]]:
    """Return first, last and kind of the spans of BIOES labels; broken ones are no spans."""
    found, begun = set(), None
    for at, label in enumerate(labels.tolist()):
        kind, part = divmod(label - 1, 4) if label > 0 else (-1, -1)
        if part == 3:
            found.add((at, at, kind))
        elif part == 2 and begun and begun[1] == kind:
            found.add((begun[0], at, kind))
        begun = (at, kind) if part == 0 else begun if part == 1 and begun and begun[1] == kind else None
    return found
