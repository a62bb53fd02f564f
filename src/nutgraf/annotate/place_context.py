"""The places that an article names, as weights of countries, divisions and squares of the map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from nutgraf.models.gazetteer import PlaceRow

Weights = dict[object, float]
"""What a country, a division, a square of the map weighs in an article."""

IN_COUNTRY, IN_DIVISION, NEAR, ALIKE = 1.8, 1.8, 1.6, 1.5
"""Powers of ten that it is worth, at most, to lie in the country, the division, the neighbourhood of other places, or
to be a division of a country of which others are named.
"""
_LEAST = 1e-6
_HALF = 1.0
"""How much other places must weigh for half of that."""


class PlaceContext:
    """What weighs where: each name weighs on the countries, divisions and squares of the places that it may mean."""

    def __init__(self, weights: Iterable[Weights] = ()) -> None:
        self._weights: Weights = {}
        for one in weights:
            for sign, weight in one.items():
                self._weights[sign] = self._weights.get(sign, 0.0) + weight

    def support(self, row: PlaceRow, own: Weights, near: Weights) -> float:
        """Return what the other places of the article speak for a place.

        `own` is what its own name weighs and does not count, `near` what names beside it weigh over and above.
        """
        found = 0.0
        for worth, sign in zip((IN_COUNTRY, IN_DIVISION, NEAR, ALIKE), _asked(row), strict=True):
            if sign is None:
                continue
            weight = self._weights.get(sign, 0.0) - own.get(sign, 0.0) + near.get(sign, 0.0)
            if weight > _LEAST:
                found += worth * weight / (weight + _HALF)
        return found


def add_scaled(whole: Weights, more: Weights, factor: float) -> None:
    """Add weights times a factor to others."""
    for sign, weight in more.items():
        whole[sign] = whole.get(sign, 0.0) + weight * factor


def weigh(places: Iterable[tuple[PlaceRow, float]]) -> Weights:
    """Return what a name weighs that means these places with these shares."""
    found: Weights = {}
    for row, share in places:
        for sign in signs_of(row):
            found[sign] = found.get(sign, 0.0) + share
    return found


@lru_cache(maxsize=8192)
def signs_of(row: PlaceRow) -> frozenset[object]:
    """Return the country, the division and the nine squares of a degree that a place weighs on."""
    signs: set[object] = {row.country} if row.country else set()
    if row.division and row.kind != "country":
        signs.add(row.division)
    if row.kind == "division":
        signs.add(("division", row.country))
    elif row.kind not in ("country", "continent", "sea", "region") and row.point:
        signs.update(_squares(row.point))
    return frozenset(signs)


def _asked(row: PlaceRow) -> tuple[object, object, object, object]:
    """Return the country, the division, the square and the kind whose weight speaks for a place."""
    division = row.division if row.kind not in ("country", "division") else None
    square = (round(row.point[0]), round(row.point[1])) if row.point and row.kind != "country" else None
    alike = ("division", row.country) if row.kind == "division" else None
    return row.country or None, division or None, square, alike


def _squares(point: tuple[float, float]) -> Iterator[tuple[int, int]]:
    north, east = round(point[0]), round(point[1])
    for up in (-1, 0, 1):
        for right in (-1, 0, 1):
            yield north + up, east + right
