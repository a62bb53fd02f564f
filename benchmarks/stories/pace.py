"""How fast a window of articles grows: seconds to fill it, then to add to it in batches, then one article at a time."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

Article = TypeVar("Article")

BATCH = 64
"""Articles in one batch, as `nutgraf read` takes them."""

STEADY, ALONE = 1280, 300
"""Articles added in batches to the full window, and one by one after them."""

TOLD_EACH = 20_000
"""Articles between two lines of progress."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds of processor for the fill; of processor and clock for what came to the full window, each one sorted."""

    fill: float
    steady: float
    steady_clock: float
    alone: tuple[float, ...]
    alone_clock: tuple[float, ...]


def keep_pace(stream: Iterator[Article], count: int, batch: int, add: Callable[[Sequence[Article]], None]) -> Pace:
    """Fill the window with so many articles and add some more; the making of the articles is not counted."""
    fill = 0.0
    for start in range(0, count, batch):
        fill += _time(add, list(islice(stream, min(batch, count - start))))[0]
        if start // TOLD_EACH != (start + batch) // TOLD_EACH:
            print(f"  {start + batch}: {fill:.0f} s", file=sys.stderr, flush=True)
    steady = [_time(add, list(islice(stream, BATCH))) for _ in range(STEADY // BATCH)]
    alone = [_time(add, [made]) for made in islice(stream, ALONE)]
    return Pace(
        fill,
        sum(cpu for cpu, _ in steady),
        sum(clock for _, clock in steady),
        tuple(sorted(cpu for cpu, _ in alone)),
        tuple(sorted(clock for _, clock in alone)),
    )


def _time(add: Callable[[Sequence[Article]], None], several: Sequence[Article]) -> tuple[float, float]:
    cpu, clock = time.process_time(), time.perf_counter()
    add(several)
    return time.process_time() - cpu, time.perf_counter() - clock
