"""A profile: what one account is compared by when stories are made, small enough to be kept beside every account."""

from __future__ import annotations

from dataclasses import dataclass, fields

Weights = dict[str, int]
"""Stems with whole weights, in the order of the stems: sums of whole numbers do not depend on their order."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The language and the times of one account.

    `published` is the earliest and latest minute (UTC, from year 1) it can have been printed; `days` are the days it
    names, most named first; `told_day` is the day it is about where that is not near its printing (all ordinals);
    `years` are the years it prints, `past` those of another time that it is about; `counted` is what it counts by
    order ("12 packag").
    """

    language: str
    published: tuple[int, int] | None
    days: tuple[int, ...]
    told_day: int | None
    years: tuple[int, ...]
    past: tuple[int, ...]
    counted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile(Setting):
    """One account's words, names, numbers and times.

    `words`, `people`, `places`, `opening` and `numbers` map stems to weights, each row of length 10,000 (`numbers`:
    numbers as printed). `told` are the names and numbers of the opening by how rare they are, in ten-thousandths.
    `meaning` is the opening's vector, a signed byte for each of its numbers; empty where the language is not English.
    `size` is how many different stems it has.
    """

    article: str
    version: str
    words: Weights
    people: Weights
    places: Weights
    opening: Weights
    numbers: Weights
    told: Weights
    meaning: bytes
    size: int

    @property
    def setting(self) -> Setting:
        """Return its language and times alone."""
        return Setting(*(getattr(self, field.name) for field in fields(Setting)))
