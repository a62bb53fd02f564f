"""What time does to likeness: a date in common adds a little, distance takes away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from nutgraf.cluster.features import Features

DATE_BONUS = 0.03
"""Added where both name the same resolved date."""

NEAR_DAYS, HALF_DAYS = 3, 30
"""Publication up to three days apart costs nothing; thirty more days halve the likeness. Undated: nothing is taken."""

YEARS_APART = 0.5
"""What is left of the likeness where one tells of another year altogether (an earlier case at the same place)."""

_BEGIN = datetime(1, 1, 1, tzinfo=UTC)
_MICROSECOND, _DAY = timedelta(microseconds=1), 86_400_000_000


class Moments:
    """The times of some accounts, laid out so that one account is held against all others at once."""

    def __init__(self, features: Sequence[Features]) -> None:
        self._features = features
        known = [each.published or (_BEGIN, _BEGIN) for each in features]
        self._known = np.array([each.published is not None for each in features], dtype=np.bool_)
        self._first = np.array([(first - _BEGIN) // _MICROSECOND for first, _ in known], dtype=np.int64)
        self._last = np.array([(last - _BEGIN) // _MICROSECOND for _, last in known], dtype=np.int64)
        self._named: dict[str, list[int]] = {}
        for place, each in enumerate(features):
            for day in each.dates:
                self._named.setdefault(day, []).append(place)
        self._past = [place for place, each in enumerate(features) if each.past]

    def weigh(self, likeness: NDArray[np.float64], place: int) -> NDArray[np.float64]:
        """Return the likeness of one account to each, with what their times add and take."""
        each = self._features[place]
        alike = likeness > 0
        same = np.zeros(len(likeness), dtype=np.bool_)
        for day in each.dates:
            same[self._named[day]] = True
        weighed = np.where(same & alike, likeness + DATE_BONUS, likeness)
        if each.published is not None:
            gap = np.maximum(self._first[place] - self._last, self._first - self._last[place])
            days = np.maximum(gap, 0) / _DAY
            closeness = 1 / (1 + np.maximum(0.0, days - NEAR_DAYS) / HALF_DAYS)
            weighed = np.where(self._known, weighed * closeness, weighed)
        for other in range(len(likeness)) if each.past else self._past:
            if alike[other] and years_apart(each, self._features[other]):
                weighed[other] *= YEARS_APART
        return weighed


def years_apart(one: Features, two: Features) -> bool:
    """Say whether one account tells of years long gone, of which the other knows nothing."""
    for past, other in ((one.past, two), (two.past, one)):
        if past:
            known = {moment.year for moment in other.published or ()} | set(other.years)
            if known and past.isdisjoint(known):
                return True
    return False
