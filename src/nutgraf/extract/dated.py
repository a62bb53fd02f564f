"""A time that a page gives: its value, what it is the time of, and where on the page it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from nutgraf.extract.day_forms import UNTOLD, Order, find_days
from nutgraf.extract.stamps import read_iso

NOWHERE = 99
"""The distance from the title where no title is seen, or the place is not near it."""


class Where(IntEnum):
    """Where a time stands, the weakest first."""

    ELSEWHERE = 0
    """Away from the title."""
    SCRIPT = 1
    """In the data from which a page builds itself, or in digits of its address that may mean something else."""
    ADDRESS = 2
    META = 3
    DATA = 4
    """In the JSON-LD of the text."""
    NEAR = 5
    """Near the title, where a reader sees it."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A time that a page gives: its ISO 8601 value, what it is the time of, where it stands, and how it was found.

    `labelled` is true where words or markup say what it is the time of, `either` where day and month might be the other
    way round; `far` is how many lines below the title it stands.
    """

    value: str
    modified: bool
    where: Where
    how: str
    labelled: bool = True
    start: int | None = None
    end: int | None = None
    why_not: str | None = None
    either: bool = False
    far: int = NOWHERE


def read_moment(words: str | None, order: Order = UNTOLD) -> str | None:
    """Return the ISO 8601 time or day in a value written for machines, or in words."""
    if not words:
        return None
    value = read_iso(words[:60])
    if value is not None:
        return value
    return next((day.value for day in find_days(words[:120], order) if not day.value.startswith("--")), None)
