"""Several networks taught into one: each learns names without a part of UNER EWT and says what it makes of the rest.

A student that learns from the mean of several teachers is better than any one of them (G. Hinton and others,
"Distilling the Knowledge in a Neural Network", 2015). UNER's sentences are marked by the one teacher that never saw
them, so that what it says is no echo of their labels, and half of the label stays theirs; all other text, which UNER
says nothing of, by the mean of all.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from training.course import Course
from training.tagger.augment import NAME_HEADS
from training.tagger.check import scored
from training.tagger.examples import NOT_ASKED, TAUGHT, Row, Shares, rows_of, width, windows_of
from training.tagger.labelled import Document, Sentence
from training.tagger.learn import SLICES, learn
from training.tagger.net import Tagger
from training.tagger.sets import WEIGHS, Sets
from training.tagger.taught import TEACHERS, put_together, teacher_of

COURSE = Course(epochs=4)


def teach(
    sets: Sets,
    table: Tensor,
    base: Mapping[str, Tensor],
    check: Callable[[Tagger, int], None],
    keep: Path | None = None,
) -> dict[str, Shares]:
    """Train the teachers and return what they say of every sentence, by its text.

    With `keep`, a folder, a teacher that lies there is taken as it is, and a new one is laid there.
    """
    documents = [document for document in sets.documents if document.set != "frames"]
    named = [_names_only(document) for document in documents if document.set in NAME_HEADS]
    rows = [rows_of(document) for document in documents]
    told = []
    for number in range(TEACHERS):
        seen = tuple(document for document in named if teacher_of(document) != number)
        net = _teacher(number, replace(sets, documents=seen), table, base, check, keep)
        told.append(_shares(net, table, rows))
    return put_together(documents, rows, told)


def _names_only(document: Document) -> Document:
    """Return a document with the labels of names alone."""
    sentences = tuple(
        Sentence(sentence.text, {head: marks for head, marks in sentence.marks.items() if head in NAME_HEADS})
        for sentence in document.sentences
    )
    return Document(document.set, document.id, sentences)


def _teacher(
    number: int,
    sets: Sets,
    table: Tensor,
    base: Mapping[str, Tensor],
    check: Callable[[Tagger, int], None],
    keep: Path | None,
) -> Tagger:
    net = Tagger()
    kept = keep / f"teacher-{number}.pt" if keep else None
    if kept and kept.exists():
        print(f"teacher {number + 1}: taken from {kept}", file=sys.stderr)
        net.load_state_dict(torch.load(kept))
        net.eval()
        return net
    print(f"teacher {number + 1} of {TEACHERS}", file=sys.stderr)
    net.encoder.load_state_dict(dict(base))
    net = learn(net, table, sets.round, replace(COURSE, seed=COURSE.seed + number), WEIGHS, check)
    if kept:
        torch.save(net.state_dict(), kept)
    return net


def _shares(net: Tagger, table: Tensor, documents: Sequence[Sequence[Row]]) -> Shares:
    """Return how likely each label of the head `TAUGHT` is for each piece of all documents, one after another."""
    told = np.zeros((sum(len(row.pieces) for rows in documents for row in rows), width(TAUGHT)), dtype=np.float16)
    windows, at = [], 0
    for rows in documents:
        placed = []
        for row in rows:
            placed.append(Row(row.pieces, row.features, {"place": np.arange(at, at + len(row.pieces))}))
            at += len(row.pieces)
        windows += list(windows_of(placed, COURSE.window))
    for window, scores in scored(net, table, windows):
        places = window.labels["place"]
        known = places != NOT_ASKED
        told[places[known]] = scores[:, SLICES[TAUGHT]].softmax(-1).numpy()[known]
    return told
