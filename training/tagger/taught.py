"""What several teachers say of a sentence, and its own label, put together into what a student learns."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from training.tagger.examples import NOT_ASKED, TAUGHT, Row, Shares, width
from training.tagger.labelled import Document

TEACHERS = 3
OWN = 0.5
"""How much of the label of a word of UNER stays its own; the rest is its teacher's."""
ELSEWHERE = 0.3
"""How much the label of a word of another text counts, in labels of UNER."""


def teacher_of(document: Document) -> int:
    """Return the one teacher that never sees a document of UNER, by its name alone; -1 for all other documents."""
    if document.set != TAUGHT:
        return -1
    return int.from_bytes(hashlib.sha256(document.id.encode()).digest()[:4], "big") % TEACHERS


def put_together(
    documents: Sequence[Document], rows: Sequence[Sequence[Row]], told: Sequence[Shares]
) -> dict[str, Shares]:
    """Return how much of each piece is each label, by the text of the sentence.

    `rows` are the sentences of each document, `told` what each teacher says of all their pieces, one after another,
    (pieces, labels). A sentence of UNER gets its own label and what the teacher says that never saw it; every other
    one the mean of all. Of a sentence that stands in several documents the first counts.
    """
    joined: dict[str, Shares] = {}
    at = 0
    for document, found in zip(documents, rows, strict=True):
        teacher = teacher_of(document)
        for sentence, row in zip(document.sentences, found, strict=True):
            here = slice(at, at + len(row.pieces))
            at = here.stop
            if teacher < 0:
                shares = np.mean([one[here] for one in told], axis=0, dtype=np.float32) * ELSEWHERE
            else:
                own = np.eye(width(TAUGHT), dtype=np.float32)[row.labels[TAUGHT].clip(0)]
                shares = OWN * own + (1 - OWN) * told[teacher][here]
            asked = next(iter(row.labels.values())) != NOT_ASKED
            joined.setdefault(sentence.text, (shares * asked[:, None]).astype(np.float16))
    return joined
