"""How alike two accounts are: an explainable sum of words in common and names in common, in whole millionths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from nutgraf.cluster.features import Features

WORDS, NAMES = 0.6, 0.4
"""Shares of the two parts. On ECB+ topics 1-35 (772 articles, 66 events) B-cubed F1 is .897, and .900 for .7 and .3,
where a politician's two matters come nearer to each other. Where either account has no names, words stand for them."""

DATE_BONUS = 0.03
"""Added where both name the same resolved date."""

NEAR_DAYS, HALF_DAYS = 3, 30
"""Publication up to three days apart costs nothing; thirty more days halve the likeness. Undated: nothing is taken."""

YEARS_APART = 0.5
"""What is left of the likeness where one tells of another year altogether (an earlier case at the same place)."""

ONE = 1_000_000
"""Likeness is counted in millionths, so that sums do not depend on their order."""

Row = NDArray[np.int64]
_Postings = dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]]


def likeness_rows(features: Sequence[Features], only: Sequence[int] | None = None) -> Iterator[Row]:
    """Yield, for each account (or for those at the places `only`), its likeness to every account of the sequence.

    Cosine of the word weights and of the name weights. The value for a pair is the same whatever else is in the
    sequence: sums run over a pair's shared stems in the stems' order.
    """
    words = _postings([each.words for each in features])
    names = _postings([each.names for each in features])
    has_names = np.array([bool(each.names) for each in features])
    for place in range(len(features)) if only is None else only:
        each = features[place]
        by_words = _cosines(each.words, words, len(features))
        by_names = _cosines(each.names, names, len(features))
        stands_in = has_names & has_names[place]
        total = WORDS * by_words + NAMES * np.where(stands_in, by_names, by_words)
        total = _with_times(total, each, features)
        yield np.rint(total * ONE).astype(np.int64)


def _with_times(total: NDArray[np.float64], each: Features, features: Sequence[Features]) -> NDArray[np.float64]:
    if each.dates or each.published or each.years:
        for place in np.flatnonzero(total > 0).tolist():
            other = features[place]
            if each.dates & other.dates:
                total[place] += DATE_BONUS
            total[place] *= closeness(each, other)
            if years_apart(each, other):
                total[place] *= YEARS_APART
    return total


def years_apart(one: Features, two: Features) -> bool:
    """Say whether one account tells of years long gone, of which the other knows nothing."""
    for past, other in ((one.past, two), (two.past, one)):
        known = {moment.year for moment in other.published or ()} | set(other.years)
        if past and known and past.isdisjoint(known):
            return True
    return False


def closeness(one: Features, two: Features) -> float:
    """Return how near in time two accounts were published: 1 within three days or where undated, then falling."""
    if one.published is None or two.published is None:
        return 1.0
    gap = max(one.published[0] - two.published[1], two.published[0] - one.published[1], timedelta(0))
    return 1 / (1 + max(0.0, gap / timedelta(days=1) - NEAR_DAYS) / HALF_DAYS)


def _postings(weights: Sequence[dict[str, float]]) -> _Postings:
    places: dict[str, tuple[list[int], list[float]]] = {}
    for place, each in enumerate(weights):
        for stem, weight in each.items():
            found = places.setdefault(stem, ([], []))
            found[0].append(place)
            found[1].append(weight)
    return {stem: (np.array(at), np.array(weight)) for stem, (at, weight) in places.items()}


def _cosines(weights: dict[str, float], postings: _Postings, count: int) -> NDArray[np.float64]:
    total = np.zeros(count)
    for stem, weight in weights.items():
        places, others = postings[stem]
        total[places] += weight * others
    return total


def containment(stump: Features, full: Features) -> tuple[float, int]:
    """Return the weight of a stump's words that stand in a full text, as a share, and how many words those are."""
    shared = [weight for stem, weight in stump.words.items() if stem in full.words]
    whole = sum(stump.words.values())
    return (sum(shared) / whole if whole else 0.0), len(shared)
