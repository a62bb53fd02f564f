"""How the time for a page grows with its size, for the shapes that cost most: `python -m evals.hostile.growth`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from evals.hostile.nasty import SHAPES
from evals.hostile.run import found_by_children
from evals.tables import write_markdown, write_plain
from nutgraf.errors import DocumentRefused
from nutgraf.extract.page import extract_page
from nutgraf.ingest.making import make_page
from nutgraf.sandbox.caps import Caps
from nutgraf.sandbox.process import ChildLost, Sandbox, Task

FLOORS = Path(__file__).with_name("floors.json")
SMALL, LARGE = 40_000, 320_000
STEEP = 1.5
"""A page of twice the bytes may take this power of two times as long; what is steeper comes near the square."""
SHORT = 0.5
"""Seconds below which a large page says nothing about growth."""
MOST = 15
"""So many shapes are shown."""
TASK = Task("evals.hostile.growth:answer_seconds", caps=Caps(30.0, 2_048 * 1_048_576), questions_per_child=5_000)
HEAD = ("shape", "40 kB, s", "320 kB, s", "growth of 8 times the bytes")


class Growth(NamedTuple):
    """The processor seconds that a small and a large page of a shape take; endless where one came to the cap."""

    shape: str
    small: float
    large: float

    @property
    def steep(self) -> bool:
        """Whether the time grows too fast with the size, or has no end."""
        times = self.large / max(self.small, 0.01)
        return self.large == float("inf") or (self.large > SHORT and times > (LARGE / SMALL) ** STEEP)


def answer_seconds(settings: bytes) -> Callable[[bytes], Iterable[bytes]]:
    """Return what answers a shape and a size with the seconds that reading such a page takes."""

    def answer(question: bytes) -> Iterable[bytes]:
        shape, size = msgspec.msgpack.decode(question, type=tuple[str, int])
        media, made = SHAPES[shape]
        page = make_page("https://courier.example/gate", None, media, made(size))
        begun = time.process_time()
        with suppress(DocumentRefused):  # told at once, which is no answer that took long
            extract_page(page)
        yield msgspec.msgpack.encode(time.process_time() - begun)

    return answer


def measure(shapes: Iterable[str], ask: Callable[[str, int], float]) -> Iterator[Growth]:
    """Yield the growth of each shape."""
    for shape in shapes:
        yield Growth(shape, ask(shape, SMALL), ask(shape, LARGE))


def main(arguments: list[str] | None = None) -> int:
    """Print the slowest shapes and all that are steep; exit code 1 where more are steep than the floor allows."""
    parser = argparse.ArgumentParser(prog="python -m evals.hostile.growth", description="How time grows with size.")
    parser.add_argument("--markdown", action="store_true", help="print the table for the docs")
    chosen = parser.parse_args(arguments)
    with found_by_children(), Sandbox(TASK) as sandbox:

        def ask(shape: str, size: int) -> float:
            try:
                return msgspec.msgpack.decode(sandbox.ask(msgspec.msgpack.encode((shape, size))), type=float)
            except ChildLost:
                return float("inf")

        ask(next(iter(SHAPES)), SMALL)  # what is loaded late is no shape's
        found = sorted(measure(SHAPES, ask), key=lambda growth: -growth.large)
    steep = [growth for growth in found if growth.steep]
    print((write_markdown if chosen.markdown else write_plain)(HEAD, rows(found)))
    print(f"\n{len(found)} shapes, the slowest shown; steeper than a power of {STEEP}: {len(steep)}.")
    return int(len(steep) > json.loads(FLOORS.read_bytes())["steep"]["value"])


def rows(found: list[Growth]) -> list[tuple[str, ...]]:
    """Return the slowest shapes, and the steep ones among all others, as rows of a table."""
    shown = [growth for place, growth in enumerate(found) if place < MOST or growth.steep]
    return [
        (
            growth.shape,
            f"{growth.small:.2f}",
            f"{growth.large:.2f}",
            f"{growth.large / max(growth.small, 0.01):.0f} times",
        )
        for growth in shown
    ]


if __name__ == "__main__":
    sys.exit(main())
