"""Read a list of pages with one system and print what it took: `python -m benchmarks.extraction.one SYSTEM < paths`.

Each measurement has a process of its own, so that no system's memory or warm caches are counted to another. Memory is
read from /proc: what `getrusage` calls the largest of a process begins with the memory of whoever started it.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.extraction.systems import SYSTEMS

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Taken:
    """What reading took: processor seconds of this process and its children, and the most memory each held.

    `start` is what the children took for starting and for the first page, which is read once more to begin with; what
    was taken until then is not in `cpu`, but the start of every further child is.
    """

    pages: int
    characters: int
    cpu: float
    wall: float
    start: float
    mb: float
    child_mb: float


def main() -> None:
    """Read the pages named on the standard input."""
    paths = [Path(line) for line in sys.stdin.read().splitlines()]
    print(json.dumps(asdict(measure(sys.argv[1], paths))))


def measure(system: str, paths: list[Path]) -> Taken:
    """Return what a system takes for some pages."""
    reader = SYSTEMS[system](itertools.chain(paths[:1], paths))
    next(reader)
    start, own, begun = _seconds_of_children(), _seconds(resource.RUSAGE_SELF), time.perf_counter()
    characters, child_mb = 0, _most_of_children()
    for found in reader:
        characters += found
        child_mb = max(child_mb, _most_of_children())
    wall = time.perf_counter() - begun
    # The children have ended, so that what they took is known to the last tick.
    cpu = _seconds(resource.RUSAGE_SELF) - own + max(0.0, _seconds(resource.RUSAGE_CHILDREN) - start)
    return Taken(len(paths), characters, cpu, wall, start, _most_held(Path("/proc/self/status")), child_mb)


def _seconds(whose: int) -> float:
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime


def _children() -> Iterator[Path]:
    """Yield the folders of /proc of the children that live now; whichever thread has started them."""
    for listed in Path("/proc/self/task").glob("*/children"):
        yield from (Path("/proc", number) for number in listed.read_text().split())


def _seconds_of_children() -> float:
    total = 0.0
    for child in _children():
        with contextlib.suppress(OSError):
            used = (child / "stat").read_text().rpartition(")")[2].split()
            total += (int(used[11]) + int(used[12])) / _TICKS
    return total


def _most_of_children() -> float:
    return max((_most_held(child / "status") for child in _children()), default=0.0)


def _most_held(status: Path) -> float:
    """Return the most memory a process has held, in MB."""
    with contextlib.suppress(OSError):
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    main()
