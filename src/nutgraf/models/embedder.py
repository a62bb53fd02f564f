"""The embedder: sentences and titles as vectors whose angle tells how near their meanings are.

all-MiniLM-L6-v2 (N. Reimers and I. Gurevych, Sentence-BERT, 2019; weights Apache-2.0) as int8: the mean of the states
of all pieces, of length 1. Card: docs/models/embedder.md.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nutgraf.models.runtime import look_up, run_windows
from nutgraf.models.word_pieces import CLASSIFY, SEPARATE, read_words

WIDTH = 384
MOST = 256
"""Pieces of a sentence that are read, as the network was trained; what comes behind is left out."""


def embed_sentences(sentences: Sequence[str]) -> NDArray[np.float32]:
    """Return a row of `WIDTH` numbers for each sentence, each of length 1: their products are cosines."""
    if not sentences:
        return np.zeros((0, WIDTH), dtype=np.float32)
    inputs = []
    for words in read_words(sentences):
        pieces = [piece for word in words.pieces for piece in word][: MOST - 2]
        inputs.append({"vectors": look_up(np.array([CLASSIFY, *pieces, SEPARATE], dtype=np.int64))[None]})
    return np.concatenate(run_windows("embedder", inputs))
