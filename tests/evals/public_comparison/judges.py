"""A judge for the tests: it knows what each pair is, as written into the second text."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nutgraf.models.entailer import RELATIONS, Relation


def judge_by_word(pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
    """Return the relation whose name stands in either text, at eight tenths; else unrelated."""
    scores = np.full((len(pairs), len(RELATIONS)), 0.05)
    for row, pair in zip(scores, pairs, strict=True):
        told = next((one for one in RELATIONS if one.value in " ".join(pair).split()), Relation.UNRELATED)
        row[RELATIONS.index(told)] = 0.8
    return scores
