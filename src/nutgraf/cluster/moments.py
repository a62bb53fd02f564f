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
        self._is_past = np.array([bool(each.past) for each in features], dtype=np.bool_)
        self._knows_years = np.array([bool(known_years(each)) for each in features], dtype=np.bool_)
        self._past = _by_year([each.past for each in features])
        self._known_in = _by_year([known_years(each) for each in features])

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
        apart = self._years_apart(each)
        return np.where(apart, weighed * YEARS_APART, weighed) if apart.any() else weighed

    def _years_apart(self, each: Features) -> NDArray[np.bool_]:
        """Say of each account whether it, or this one, tells of years long gone of which the other knows nothing."""
        apart = np.zeros(len(self._features), dtype=np.bool_)
        if each.past:
            apart |= self._knows_years & ~self._meets(self._known_in, each.past)
        known = known_years(each)
        if known:
            apart |= self._is_past & ~self._meets(self._past, known)
        return apart

    def _meets(self, by_year: dict[int, list[int]], years: frozenset[int]) -> NDArray[np.bool_]:
        met = np.zeros(len(self._features), dtype=np.bool_)
        for year in years & by_year.keys():
            met[by_year[year]] = True
        return met


def known_years(each: Features) -> frozenset[int]:
    """Return the years an account prints or was printed in."""
    return frozenset(moment.year for moment in each.published or ()).union(each.years)


def _by_year(years: Sequence[frozenset[int]]) -> dict[int, list[int]]:
    places: dict[int, list[int]] = {}
    for place, each in enumerate(years):
        for year in each:
            places.setdefault(year, []).append(place)
    return places
