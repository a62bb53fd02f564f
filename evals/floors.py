"""The scores that must not fall, and how they may change."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from evals.trials import Score

FLOORS = Path(__file__).with_name("floors.json")


class Floor(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A score's least value, the day it was measured, and why it is what it is."""

    value: float
    measured_on: str
    why: str


Floors = dict[str, dict[str, Floor]]
"""Set of pages, then score, then floor."""


def read_floors(content: bytes) -> Floors:
    """Return the floors; a floor without value, measured_on and why is an error."""
    return msgspec.json.decode(content, type=Floors)


def write_floors(floors: Floors) -> bytes:
    """Return the floors as they are kept: sorted, one floor a line."""
    sets = []
    for name in sorted(floors):
        lines = [f"  {_line(score, floors[name][score])}" for score in sorted(floors[name])]
        body = "{\n" + ",\n".join(lines) + "\n }" if lines else "{}"
        sets.append(f' "{name}": {body}')
    return ("{\n" + ",\n".join(sets) + "\n}\n").encode()


def _line(score: str, floor: Floor) -> str:
    return f'"{score}": {msgspec.json.encode(floor).decode()}'


def find_falls(scores: list[Score], floors: dict[str, Floor]) -> list[str]:
    """Return in words every floor that a score has fallen below, or that nothing was measured for."""
    values = {score.name: score.value for score in scores}
    falls = []
    for name in sorted(floors):
        value, floor = values.get(name), floors[name]
        if value is None:
            falls.append(f"{name} was not measured, but has a floor of {floor.value}; find out why nothing was judged")
        elif value < floor.value:
            falls.append(f"{name} is {value:.4f}, below its floor of {floor.value} ({floor.measured_on}: {floor.why})")
    return falls


def raise_floors(scores: list[Score], floors: dict[str, Floor], day: str, why: str) -> dict[str, Floor]:
    """Return the floors with every measured score pinned; none is ever lowered here."""
    raised = dict(floors)
    for score in scores:
        if score.value is None:
            continue
        value = math.floor(score.value * 1000) / 1000
        if score.name not in floors or value > floors[score.name].value:
            raised[score.name] = Floor(value, day, why)
    return raised


def hold_floors(measured: Mapping[str, list[Score]], pin: Sequence[str] | None, place: Path) -> list[str]:
    """Return in words what fell below the floors at `place`; first raise them where a day and a reason are given."""
    floors = read_floors(place.read_bytes())
    if pin:
        day, why = pin
        raised = {name: raise_floors(scores, floors.get(name, {}), day, why) for name, scores in measured.items()}
        place.write_bytes(write_floors(floors | raised))
    return [f"{name}: {fall}" for name, scores in measured.items() for fall in find_falls(scores, floors.get(name, {}))]


def find_silent(old: Floors, new: Floors) -> list[str]:
    """Return every floor that is lower than it was, or gone, without a new reason."""
    silent = []
    for name, floors in sorted(old.items()):
        for score, floor in sorted(floors.items()):
            now = new.get(name, {}).get(score)
            if now is None:
                silent.append(f"{name}: {score} has lost its floor of {floor.value}")
            elif now.value < floor.value and now.why == floor.why:
                silent.append(f"{name}: {score} fell from {floor.value} to {now.value} without a reason")
    return silent
