"""A town and what it lies in, printed without a comma between them: "Miramar Florida" names two places."""

from __future__ import annotations

import re
from dataclasses import replace

from nutgraf.annotate.naming import Naming
from nutgraf.annotate.place_clues import lies_within
from nutgraf.models.gazetteer import name_key, rows_named
from nutgraf.records.annotation import EntityKind

_PART_OF_NAME = frozenset(
    "north south east west northern southern eastern western central upper lower inner outer new old great greater "
    "little big".split()
)
"""First words that tell which part of a place is meant, though a town somewhere bears them as its name."""

_LARGER = ("country", "division")


def part_places(text: str, naming: Naming) -> list[Naming]:
    """Return the two places that a naming runs together, or the naming where it is one.

    Its words as a whole are no place that the gazetteer knows, the last ones are a country or a division, and the first
    ones a place that lies in it.
    """
    words = text[naming.start : naming.end]
    if naming.kind is not EntityKind.PLACE or "," in words or rows_named(name_key(words)):
        return [naming]
    for gap in re.finditer(r"\s+", words):
        first, last = words[: gap.start()], words[gap.end() :]
        if first.lower() not in _PART_OF_NAME and _lies_in(first, last):
            middle = naming.start + gap.start(), naming.start + gap.end()
            return [replace(naming, end=middle[0]), replace(naming, start=middle[1])]
    return [naming]


def _lies_in(first: str, last: str) -> bool:
    larger = [one.row for one in rows_named(name_key(last)) if one.row.kind in _LARGER]
    return any(lies_within(one.row, outer) for outer in larger for one in rows_named(name_key(first)))
