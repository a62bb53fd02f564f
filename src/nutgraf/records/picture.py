"""A picture: what the texts of one core have in common."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """Weights by stem of the words that are common, and of those at the heart; rare names; when and of when it tells.

    `told` is the earliest and the latest minute (UTC, from year 1) at which a text can have been printed, `years` are
    those in which they can, `rare` and `years` sorted.
    """

    common: dict[str, float]
    heart: dict[str, float]
    rare: tuple[str, ...]
    told: tuple[int, int] | None
    years: tuple[int, ...]
