"""A correction: what a person decided about stories by hand, kept as an event that is never changed."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CorrectionKind(StrEnum):
    """What was decided."""

    MERGE = "merge"
    """Two stories are one."""
    SPLIT = "split"
    """Some articles of a story are a story of their own."""
    MOVE = "move"
    """Some articles belong to another story."""
    PIN = "pin"
    """Some articles stay with the story they are in, whatever later readings make of it."""
    UNDO = "undo"
    """An earlier correction no longer counts; if that was an undo, what it undid counts again."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision about stories: numbered in the order in which they were made, with who, when and why.

    It names articles, never stories alone, since a story's id changes with its members. `articles` are those it is
    about: the members of the one story (merge), those that leave (split), are moved, are pinned. `beside` are the
    members of the other story (merge), those that stay (split), the members of the story that the articles go to (move)
    or stay with (pin). Of a story's members the earliest stands first, those that were put there by hand last. `at` is
    an ISO 8601 time in UTC; `undoes` is the number of the correction that an undo is about.
    """

    number: int
    kind: CorrectionKind
    articles: tuple[str, ...]
    beside: tuple[str, ...]
    by: str
    at: str
    note: str = ""
    undoes: int | None = None

    @property
    def day(self) -> str:
        """Return the day on which it was decided, in words: "28 November 2026"."""
        when = datetime.fromisoformat(self.at)
        return f"{when.day} {month_name[when.month]} {when.year}"


def undone(corrections: Iterable[Correction]) -> dict[int, int]:
    """Return the numbers of corrections that do not count, each with the number of the undo that says so."""
    found: dict[int, int] = {}
    # The last first: an undo that was itself undone by a later one takes nothing back.
    for each in sorted(corrections, key=lambda one: -one.number):
        if each.undoes is not None and each.number not in found:
            found.setdefault(each.undoes, each.number)
    return found


def counting(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return the corrections that count, in the order of their numbers: no undos, and nothing that was undone."""
    known = tuple(corrections)
    gone = undone(known)
    kept = (each for each in known if each.number not in gone and each.kind is not CorrectionKind.UNDO)
    return tuple(sorted(kept, key=lambda one: one.number))
