"""Labelled documents as rows of numbers, and windows of them: what the network is shown."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from training.tagger.labelled import NAMES, ROLES, Document, Mark

from nutgraf.models.word_pieces import CLASSIFY, FEATURES, SEPARATE, read_words

HEADS: dict[str, tuple[str, ...]] = {
    "uner": NAMES, "gum": NAMES, "wikigold": NAMES, "re3d": NAMES, "btc": NAMES, "wnut": NAMES,
    "attribution": ROLES, "time": ("time",), "quantity": ("quantity",),
}  # fmt: skip
"""The heads and what each tells apart; names have one for each set, for no two sets draw the line alike."""
NOT_ASKED = -100
"""The label of pieces that a head is not asked for: where a set has no such marks, and behind a word's first piece."""

TAUGHT = "uner"
"""The head that teachers teach: its labels may come as shares of a whole instead of one label a word."""

Numbers = NDArray[np.int64]
Shares = NDArray[np.float16]
"""How much of a piece's label is each one of the head `TAUGHT`, (pieces, labels); nothing where none is asked."""


def width(head: str) -> int:
    """Return how many labels a head has: outside, then begin, inside, end, single for each kind."""
    return 1 + 4 * len(HEADS[head])


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence: pieces, features, labels by head, and what teachers said of it."""

    pieces: Numbers
    features: NDArray[np.uint8]
    labels: dict[str, Numbers]
    taught: Shares | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences that are read together: begun with the mark that opens, each ended with the one that parts."""

    pieces: Numbers
    features: NDArray[np.uint8]
    labels: dict[str, Numbers]
    taught: Shares


def rows_of(document: Document, taught: Mapping[str, Shares] | None = None) -> list[Row]:
    """Return the sentences of a document as rows; what was `taught` of a sentence (by its text) is its own label."""
    rows = []
    for sentence, words in zip(document.sentences, read_words([s.text for s in document.sentences]), strict=True):
        firsts = np.cumsum([0, *map(len, words.pieces)])[:-1]
        pieces = np.array([piece for word in words.pieces for piece in word], dtype=np.int64)
        owners = np.repeat(np.arange(len(words.pieces)), [len(word) for word in words.pieces])
        labels = {}
        for head, marks in sentence.marks.items():
            told = np.full(len(pieces), NOT_ASKED, dtype=np.int64)
            known = np.array([bool(word) for word in words.pieces], dtype=bool)
            told[firsts[known]] = word_labels(words.places, marks, HEADS[head])[known]
            labels[head] = told
        shares = (taught or {}).get(sentence.text)
        if shares is not None:
            labels.pop(TAUGHT, None)
        rows.append(Row(pieces, words.features[owners] if len(owners) else words.features[:0], labels, shares))
    return rows


def word_labels(places: Sequence[tuple[int, int]], marks: Sequence[Mark], kinds: Sequence[str]) -> Numbers:
    """Return the label of each word: 0 outside, then begin, inside, end, single of each kind."""
    labels = np.zeros(len(places), dtype=np.int64)
    for mark in marks:
        inside = [at for at, (start, end) in enumerate(places) if start < mark.end and mark.start < end]
        if not inside:
            continue
        first = 1 + 4 * kinds.index(mark.label)
        labels[inside[0] : inside[-1] + 1] = first + 1
        labels[inside[0]], labels[inside[-1]] = first, first + 2
        if len(inside) == 1:
            labels[inside[0]] = first + 3
    return labels


def windows_of(rows: Sequence[Row], most: int, dice: random.Random | None = None) -> Iterator[Window]:
    """Pack the sentences of a document into windows of at most `most` pieces; with dice the size varies."""
    run: list[Row] = []
    size, bound = 1, most
    for row in rows:
        cost = len(row.pieces) + 1
        if run and size + cost > bound:
            yield _window(run, most)
            run, size = [], 1
        if not run and dice is not None:
            bound = dice.randint(most // 4, most)
        run.append(row)
        size += cost
    if run:
        yield _window(run, most)


def _window(rows: Sequence[Row], most: int) -> Window:
    heads = {head for row in rows for head in row.labels}
    pieces = np.concatenate([[CLASSIFY], *(np.append(row.pieces, SEPARATE) for row in rows)])[:most]
    blank = np.zeros((1, FEATURES), dtype=np.uint8)
    features = np.concatenate([blank, *(np.concatenate([row.features, blank]) for row in rows)])[:most]
    labels = {}
    for head in heads:
        parts = [np.append(row.labels.get(head, np.full(len(row.pieces), NOT_ASKED)), NOT_ASKED) for row in rows]
        labels[head] = np.concatenate([[NOT_ASKED], *parts])[:most].astype(np.int64)
    return Window(pieces.astype(np.int64), features, labels, _shares(rows)[:most])


def _shares(rows: Sequence[Row]) -> Shares:
    none = np.zeros((1, width(TAUGHT)), dtype=np.float16)
    parts = [none.repeat(len(row.pieces), axis=0) if row.taught is None else row.taught for row in rows]
    return np.concatenate([none, *(np.concatenate([part, none]) for part in parts)])
