"""What the development sets must not fall below, kept in `floors.json` beside this file as `evals/floors.py` says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.floors import find_falls, raise_floors, read_floors, write_floors
from evals.trials import Score

FLOORS = Path(__file__).with_name("floors.json")
PINNED = ("boundaries.recall", "boundaries.precision", "unmerged", "title", "time")


def check_floors(measured: Mapping[str, Sequence[Score]], pin: Sequence[str] | None, place: Path = FLOORS) -> list[str]:
    """Return in words what fell below its floor; first raise the floors where a day and a reason to pin are given."""
    floors = read_floors(place.read_bytes())
    scores = {name: [score for score in found if score.name in PINNED] for name, found in measured.items()}
    if pin:
        day, why = pin
        raised = {name: raise_floors(found, floors.get(name, {}), day, why) for name, found in scores.items()}
        place.write_bytes(write_floors(floors | raised))
    return [f"{name}: {fall}" for name, found in scores.items() for fall in find_falls(found, floors.get(name, {}))]
