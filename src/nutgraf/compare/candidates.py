"""Candidates: which statements of a story may speak of one thing, by what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from nutgraf.compare.statements import Told
from nutgraf.models.embedder import embed_sentences

NEAR = 0.2
"""Cosine of two statements' meanings from which they are compared: 9 in 10 labelled pairs of points lie above."""

BEHIND = 0.2
"""How far a statement may lie behind the nearest one of its account and still be compared."""

EXPECTED = 0.4
"""Cosine of the nearest statement that an account is expected to have: in a brief of one sentence, that one is the
nearest to anything, which says nothing."""

MOST = 40
"""Nearest statements of other accounts that one is compared with, whatever the size of the story."""

FINE = 2000
"""Meanings are whole two-thousandths: their products are whole numbers below 2**24, exact in whatever order they are
added."""

BLOCK = 512
"""Statements that are laid beside all others at once: memory stays that of some rows."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two statements by index, the lower first, with the cosine of what they mean.

    `behind` tells for each of the two how far the other lies behind the nearest statement of the other's account, or
    behind what is expected of it, the farther first: 0 and 0 where they are each other's nearest.
    """

    left: int
    right: int
    meaning: float
    behind: tuple[float, float]


def find_candidates(told: Sequence[Told]) -> Iterator[Candidate]:
    """Yield the pairs of statements of different accounts that may speak of one thing, in the order of their indexes.

    The statements of one account stand side by side in `told`. A pair is kept where the two are near, where one is
    nearly the nearest of its account for the other, and where it is among the nearest `MOST` of one of them.
    """
    if not told:
        return
    vectors = read_meanings(told)
    names = [one.statement.article for one in told]
    firsts = np.array([at for at, name in enumerate(names) if at == 0 or names[at - 1] != name])
    account = np.searchsorted(firsts, np.arange(len(told)), side="right") - 1
    best, least = _best(vectors, firsts, account)
    for start in range(0, len(told), BLOCK):
        rows = vectors[start : start + BLOCK] @ vectors.T
        for row, products in enumerate(rows):
            left = start + row
            after = np.arange(left + 1, len(told))
            near = products[left + 1 :]
            here, there = best[left, account[after]] - near, best[after, account[left]] - near
            kept = (account[after] != account[left]) & (near >= NEAR * FINE * FINE)
            kept &= np.minimum(here, there) <= BEHIND * FINE * FINE
            kept &= near >= np.minimum(least[left], least[after])
            for at in np.flatnonzero(kept).tolist():
                far = sorted((float(here[at]), float(there[at])), reverse=True)
                yield Candidate(left, left + 1 + at, float(near[at]) / FINE**2, (far[0] / FINE**2, far[1] / FINE**2))


def read_meanings(told: Sequence[Told]) -> NDArray[np.float32]:
    """Return what each statement means, as a row of whole numbers; what stands in several texts is read once."""
    places = {words: place for place, words in enumerate(dict.fromkeys(one.statement.words for one in told))}
    return _vectors(tuple(places))[[places[one.statement.words] for one in told]]


@lru_cache(maxsize=1)
def _vectors(sentences: tuple[str, ...]) -> NDArray[np.float32]:
    # The points and the coverage of a story both ask, one after the other; reading is most of what comparing costs.
    return np.rint(embed_sentences(list(sentences)) * FINE).astype(np.float32)


def _best(
    vectors: NDArray[np.float32], firsts: NDArray[np.int64], account: NDArray[np.int64]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return for each statement its nearest product in each account, and the least of its nearest `MOST` of others."""
    best = np.zeros((len(vectors), len(firsts)), dtype=np.float32)
    least = np.zeros(len(vectors), dtype=np.float32)
    for start in range(0, len(vectors), BLOCK):
        rows = vectors[start : start + BLOCK] @ vectors.T
        best[start : start + BLOCK] = np.maximum(np.maximum.reduceat(rows, firsts, axis=1), EXPECTED * FINE * FINE)
        rows[account[start : start + BLOCK, None] == account[None, :]] = -np.inf
        if rows.shape[1] > MOST:
            least[start : start + BLOCK] = np.partition(rows, -MOST, axis=1)[:, -MOST]
        else:
            least[start : start + BLOCK] = -np.inf
    return best, least
