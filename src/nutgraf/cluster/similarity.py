"""How alike two accounts are: an explainable sum of words in common and names in common, in whole millionths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from nutgraf.cluster.features import Features
from nutgraf.cluster.moments import Moments

WORDS, NAMES = 0.6, 0.4
"""Shares of the two parts. On ECB+ topics 1-35 (772 articles, 66 events) B-cubed F1 is .897, and .900 for .7 and .3,
where a politician's two matters come nearer to each other. Where either account has no names, words stand for them."""

ONE = 1_000_000
"""Likeness is counted in millionths, so that sums do not depend on their order."""

Row = NDArray[np.int64]
Places = NDArray[np.int64]
Weights = NDArray[np.float64]


class _Postings:
    """Weights by stem: for each stem the accounts that hold it, and how much it weighs there."""

    def __init__(self, weights: Sequence[dict[str, float]]) -> None:
        found: dict[str, tuple[list[int], list[float]]] = {}
        for place, each in enumerate(weights):
            for stem, weight in each.items():
                held = found.setdefault(stem, ([], []))
                held[0].append(place)
                held[1].append(weight)
        self._weights = weights
        self._held = {stem: (np.array(at), np.array(weight)) for stem, (at, weight) in found.items() if len(at) > 1}

    def cosines(self, place: int) -> Weights:
        """Return the cosine of one account to each; terms are added in the order of the stems, one after the other.

        Stems that one account alone holds are passed over: they add only to its likeness to itself, which is one.
        """
        count = len(self._weights)
        shared = [(self._held[stem], weight) for stem, weight in self._weights[place].items() if stem in self._held]
        cosines = np.zeros(count)
        if shared:
            at = np.concatenate([places for (places, _), _ in shared])
            total = np.concatenate([weights * weight for (_, weights), weight in shared])
            cosines = np.asarray(np.bincount(at, weights=total, minlength=count), dtype=np.float64)
        cosines[place] = float(bool(self._weights[place]))
        return cosines


def likeness_rows(features: Sequence[Features], only: Sequence[int] | None = None) -> Iterator[Row]:
    """Yield, for each account (or for those at the places `only`), its likeness to every account of the sequence.

    Cosine of the word weights and of the name weights. The value for a pair is the same whatever else is in the
    sequence: sums run over a pair's shared stems in the stems' order.
    """
    words, names = _Postings([each.words for each in features]), _Postings([each.names for each in features])
    moments = Moments(features)
    has_names = np.array([bool(each.names) for each in features])
    for place in range(len(features)) if only is None else only:
        by_words, by_names = words.cosines(place), names.cosines(place)
        total = WORDS * by_words + NAMES * np.where(has_names & has_names[place], by_names, by_words)
        row: Row = np.rint(moments.weigh(total, place) * ONE).astype(np.int64)
        yield row


def containment(stump: Features, full: Features) -> tuple[float, int]:
    """Return the weight of a stump's words that stand in a full text, as a share, and how many words those are."""
    shared = [weight for stem, weight in stump.words.items() if stem in full.words]
    whole = sum(stump.words.values())
    return (sum(shared) / whole if whole else 0.0), len(shared)
