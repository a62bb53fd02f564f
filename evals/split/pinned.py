"""What the development sets must not fall below, kept in `floors.json` beside this file as `evals/floors.py` says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.floors import hold_floors
from evals.trials import Score

FLOORS = Path(__file__).with_name("floors.json")
PINNED = ("boundaries.recall", "boundaries.precision", "unmerged", "title", "time")


def check_floors(measured: Mapping[str, Sequence[Score]], pin: Sequence[str] | None, place: Path = FLOORS) -> list[str]:
    """Return in words what fell below its floor; first raise the floors where a day and a reason to pin are given."""
    scores = {name: [score for score in found if score.name in PINNED] for name, found in measured.items()}
    return hold_floors(scores, pin, place)
