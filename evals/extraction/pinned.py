"""Our own figures that must not fall, compared with `floors.json` beside this file as `evals/floors.py` says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.extraction.results import Line
from evals.floors import hold_floors
from evals.trials import Score, Trial

FLOORS = Path(__file__).with_name("floors.json")

PINNED = ("F1", "title", "author exact", "author F1", "day")


def check_floors(
    measured: Mapping[str, Sequence[Line]], ours: str, pin: Sequence[str] | None, place: Path = FLOORS
) -> list[str]:
    """Return in words what fell below its floor; first raise the floors where a day and a reason to pin are given."""
    scores = {group: _scores(line) for group, lines in measured.items() for line in lines if line.system == ours}
    return hold_floors(scores, pin, place)


def _scores(line: Line) -> list[Score]:
    return [Score(name, (Trial(name, line.figures[name].value, 1.0),)) for name in PINNED if name in line.figures]
