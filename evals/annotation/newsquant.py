"""NewsQuant and its four small sets: sentences with quantities, and the stored answers of one peer."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.annotation.unit_names import plain_unit

_RANGE = re.compile(r"\s*(-?[\d.]+(?:[eE][+-]?\d+)?)\s*(?:-|–|to)\s*(-?[\d.]+(?:[eE][+-]?\d+)?)\s*\Z")
SIDES = ("age-model", "currency-model", "dimension-model", "temperature-model")
"""The small sets that may be read: they are no news, and their value lies in the notation."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value (`high` where it is a range), the unit in the set's own name, and how it is changed: one of = ~ > < up
    down, or nothing where the set does not tell. A peer's value that is no number is `None` and never right.
    """

    low: float | None
    high: float | None
    unit: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class Quantified:
    """A sentence with its gold quantities and the stored peer's."""

    id: str
    text: str
    gold: tuple[Quantity, ...]
    peer: tuple[Quantity, ...]


def read_quantified(folder: Path, name: str) -> list[Quantified]:
    """Return the sentences of a set; `folder` is the pack's data folder."""
    gold = json.loads((folder / "formatted_test_set" / f"{name}.json").read_text(encoding="utf-8"))
    stored = json.loads((folder / "gpt_3_output" / f"predictions_{name}.json").read_text(encoding="utf-8"))
    answers = {row["text"]: row["quantities"] for row in stored}
    return [
        Quantified(
            f"{name}:{number}",
            row["text"],
            tuple(_gold(one) for one in row["quantities"]),
            tuple(_answer(one) for one in answers.get(row["text"], ()) if one),
        )
        for number, row in enumerate(gold)
    ]


def _gold(row: dict[str, str]) -> Quantity:
    return Quantity(*read_value(row["value"]), row["normalized_unit"].lower(), row.get("change", ""))


def _answer(row: Sequence[str]) -> Quantity:
    """Return a stored answer: change, value, unit as printed, unit, concept."""
    change = {"+": "up"}.get(row[0].strip(), row[0].strip())
    return Quantity(*read_value(row[1]), plain_unit(row[3]), change)


def read_value(words: str) -> tuple[float | None, float | None]:
    """Return a value, or both ends of a range."""
    plain = words.strip().replace(",", "")
    found = _RANGE.match(plain)
    if found:
        return float(found[1]), float(found[2])
    try:
        return float(plain), None
    except ValueError:
        return None, None
