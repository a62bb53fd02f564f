"""Corrections of stories by hand: events that are added, and never changed or removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from nutgraf.errors import NotFound
from nutgraf.records.correction import Correction, counting
from nutgraf.store.database import Database
from nutgraf.store.encoding import decode, encode
from nutgraf.text import stable_id


class Corrections:
    """The corrections of one database; no reading, no new version of a stage and no sweep touches them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Correction, ...]:
        """Return every correction ever made, in order, with those that were undone and the undos."""
        rows = self._database.rows("SELECT record FROM corrections ORDER BY number")
        return tuple(decode(row[0], Correction) for row in rows)

    def active(self) -> tuple[Correction, ...]:
        """Return the corrections that count, in order: neither undos nor what was undone."""
        return counting(self.all())

    def get(self, number: int) -> Correction:
        """Return one correction."""
        row = self._database.row("SELECT record FROM corrections WHERE number = ?", number)
        if row is None:
            raise NotFound(f"There is no correction {number}. List what there is with: nutgraf corrections")
        return decode(row[0], Correction)

    def add(self, correction: Correction) -> Correction:
        """Keep a correction under the next number, whatever number it comes with, and return it as it was kept."""
        number = self._database.number("SELECT max(number) FROM corrections") + 1
        kept = replace(correction, number=number)
        self._database.write("INSERT INTO corrections (number, record) VALUES (?, ?)", number, encode(kept))
        return kept

    def add_missing(self, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
        """Keep, of the corrections of another database, those that are not here yet, behind those that are.

        A correction is known by what it says, not by its number; one that was made twice is kept twice.
        """
        here = self.all()
        held = dict(zip(_keys(here), here, strict=True))
        numbers: dict[int, int] = {}
        added = []
        ordered = sorted(corrections, key=lambda each: each.number)
        for key, each in zip(_keys(ordered), ordered, strict=True):
            if key not in held:
                undoes = None if each.undoes is None else numbers[each.undoes]
                held[key] = self.add(replace(each, undoes=undoes))
                added.append(held[key])
            numbers[each.number] = held[key].number
        return tuple(added)


def _keys(corrections: Iterable[Correction]) -> list[str]:
    """Return a key for each of some corrections, given in order: what it says, and how often that was said before."""
    keys: dict[int, str] = {}
    said: Counter[str] = Counter()
    for each in corrections:
        undoes = "" if each.undoes is None else keys[each.undoes]
        words = (each.kind, each.by, each.at, each.note, undoes, *each.articles, "beside", *each.beside)
        key = stable_id(*words)
        keys[each.number] = f"{key} {said[key]}"
        said[key] += 1
    return list(keys.values())
