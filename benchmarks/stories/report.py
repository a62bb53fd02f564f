"""The table of the benchmark: rates, ratios, p95, memory, disk, growth, and whether the stories are the events."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from evals.stories.partitions import b_cubed_f1
from evals.tables import write_markdown, write_plain

from benchmarks.stories.pace import STEADY

OURS = {"nutgraf, database": "database", "nutgraf, dictionaries": "dictionaries"}
HEAD = (
    "system",
    "in the window",
    "articles/s",
    "beside the fastest peer",
    "p95 of one, ms",
    "by the clock",
    "MB",
    "MB on disk",
    "growth",
    "B-cubed F1",
)


class Paced(TypedDict):
    """What `Pace` holds, as it was printed."""

    fill: float
    steady: float
    steady_clock: float
    alone: list[float]
    alone_clock: list[float]


@dataclass(frozen=True, slots=True)
class Taken:
    """What one system took at one size: seconds, megabytes beyond the stream, bytes, and where articles went."""

    count: int
    pace: Paced
    mb: int
    disk: int
    homes: Sequence[int]
    events: Sequence[str]

    @property
    def rate(self) -> float:
        """Return articles added to the full window in a second of one core."""
        return STEADY / self.pace["steady"]


Table = Mapping[tuple[str, int], Taken | float]
"""By system and size; hours where it was not run, for it would have taken so long."""


def write_report(taken: Table, *, markdown: bool = False) -> str:
    """Return the table and what must be known to read it."""
    write = write_markdown if markdown else write_plain
    notes = (
        "Articles/s and p95: seconds of one core, for articles added to the full window, 64 at once and one at a time.",
        "MB: memory beyond the stream, at its highest. Growth: exponent of the seconds to fill, from the size before.",
        "Not run: hours extrapolated from the two sizes before; where there is one, as if they grew with the square.",
    )
    return "\n".join([write(HEAD, list(_rows(taken))), "", *(f"- {note}" for note in notes)])


def expect(taken: Table, name: str, count: int) -> float:
    """Return the seconds that a system would take to fill a window, by those it took for smaller ones; or nothing."""
    before = _smaller(taken, name, count)
    if before is None:
        return 0.0
    return before.pace["fill"] * float((count / before.count) ** (_growth(taken, name, before) or 2.0))


def _rows(taken: Table) -> Iterator[tuple[str, ...]]:
    for (name, count), one in taken.items():
        if isinstance(one, float):
            yield name, f"{count:,}", f"not run: would take {one:,.0f} h", *["-"] * 7
            continue
        others = [each for (other, size), each in taken.items() if size == count and other not in OURS]
        peers = [each.rate for each in others if isinstance(each, Taken)]
        growth = _growth(taken, name, one)
        told = {str(place): str(home) for place, home in enumerate(one.homes)}
        gold = dict(zip(told, one.events, strict=True))
        yield (
            name,
            f"{count:,}",
            f"{one.rate:,.0f}",
            f"{one.rate / max(peers):.4f}" if peers else "-",
            f"{_p95(one.pace['alone']) * 1000:.2f}",
            f"{_p95(one.pace['alone_clock']) * 1000:.2f}",
            f"{one.mb:,}",
            f"{one.disk / 1e6:,.0f}" if one.disk else "-",
            f"{growth:.2f}" if growth else "-",
            f"{b_cubed_f1(told, gold):.3f}",
        )


def _p95(seconds: Sequence[float]) -> float:
    return sorted(seconds)[math.ceil(len(seconds) * 0.95) - 1]


def _smaller(taken: Table, name: str, count: int) -> Taken | None:
    """Return what a system took of the largest window that is smaller."""
    found = [one for (other, size), one in taken.items() if other == name and size < count and isinstance(one, Taken)]
    return max(found, key=lambda one: one.count, default=None)


def _growth(taken: Table, name: str, one: Taken) -> float | None:
    before = _smaller(taken, name, one.count)
    if before is None:
        return None
    return math.log(one.pace["fill"] / before.pace["fill"]) / math.log(one.count / before.count)
