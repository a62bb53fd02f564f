"""Time nutgraf's reading beside trafilatura: `python -m benchmarks.extraction [--rounds N] [--pages N]`."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.extraction.cases import CACHE, ROOT, NotHere
from evals.extraction.sets import read_benchmark
from evals.tables import write_markdown, write_plain

from benchmarks.extraction.one import Taken
from benchmarks.extraction.synthetic import SIZES, write_page
from benchmarks.extraction.systems import DEFAULT, FAST, INSIDE, ONE_CHILD, SYSTEMS

ROUNDS = 3
SECONDS = 120
"""A system that takes longer over one synthetic page is stopped."""
GROWING = (INSIDE, ONE_CHILD, FAST, DEFAULT)


def main() -> int:
    """Print the table of real pages and the table of growing pages."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--pages", type=int, help="only so many pages, spread over all (default: all)")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--cache", type=Path, default=CACHE)
    chosen = parser.parse_args()
    write = write_markdown if chosen.markdown else write_plain
    print(f"{os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f} at the start", file=sys.stderr)
    try:
        paths = find_pages(chosen.cache, chosen.pages)
        size = sum(path.stat().st_size for path in paths) / 1e6
        print(f"{len(paths)} pages (AEB, articles of WCXB), {size:.0f} MB, {chosen.rounds} rounds\n")
        print(write(SPEED_HEAD, list(speed_rows(measure_rounds(paths, chosen.rounds)))))
    except NotHere as missing:
        print(f"real pages: not run: {missing}")
    print("\n" + write(GROWTH_HEAD, list(growth_rows())))
    print(f"load average {os.getloadavg()[0]:.1f} at the end", file=sys.stderr)
    return 0


def find_pages(cache: Path, most: int | None) -> list[Path]:
    """Return the pages of AEB and the articles of WCXB, or some of them at even distances."""
    cases = [*read_benchmark("aeb", cache), *(case for case in read_benchmark("wcxb", cache) if case.kind == "article")]
    step = max(1, len(cases) // most) if most else 1
    return [case.path.absolute() for case in cases[::step]]


def measure_rounds(paths: Sequence[Path], rounds: int) -> dict[str, list[Taken]]:
    """Return each system's measurements; every round begins with another system, so that drift hits all alike."""
    names = list(SYSTEMS)
    taken: dict[str, list[Taken]] = {name: [] for name in names}
    for number in range(rounds):
        for name in names[number % len(names) :] + names[: number % len(names)]:
            if (found := run_one(name, paths)) is None:
                sys.exit(f"{name} did not get through the pages (why stands above): nothing is printed of half a run")
            taken[name].append(found)
    return taken


def run_one(system: str, paths: Sequence[Path], seconds: float | None = None) -> Taken | None:
    """Measure a system in a process of its own; nothing where it took too long or broke."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.extraction.one", system],
            cwd=ROOT, input="\n".join(map(str, paths)), capture_output=True, text=True, timeout=seconds, check=True,
        )  # fmt: skip
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
        print(f"{system}: {str(getattr(error, 'stderr', None) or error).strip().splitlines()[-1]}", file=sys.stderr)
        return None
    return Taken(**json.loads(done.stdout))


SPEED_HEAD = (
    "system", "pages/s a core", "beside trafilatura fast", "beside in process", "pages/s by the clock",
    "start of children, s", "MB", "MB a child",
)  # fmt: skip


def speed_rows(taken: dict[str, list[Taken]]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each system: medians over the rounds; ratios are medians of the ratios inside one round."""
    for name, rounds in taken.items():
        yield (
            name,
            f"{statistics.median(one.pages / one.cpu for one in rounds):.1f}",
            *(f"{ratio(taken[other], rounds):.2f}" for other in (FAST, INSIDE)),
            f"{statistics.median(one.pages / one.wall for one in rounds):.1f}",
            f"{statistics.median(one.start for one in rounds):.1f}" if rounds[0].start else "-",
            f"{max(one.mb for one in rounds):.0f}",
            f"{max(one.child_mb for one in rounds):.0f}" if rounds[0].child_mb else "-",
        )


def ratio(other: Sequence[Taken], rounds: Sequence[Taken]) -> float:
    """Return how many times as fast as another system one is, by processor time."""
    return statistics.median(first.cpu / second.cpu for first, second in zip(other, rounds, strict=True))


GROWTH_HEAD = ("system", *(f"{size / 1000:.0f} KB: s, MB" for size in SIZES))


def growth_rows() -> Iterator[tuple[str, ...]]:
    """Yield a row for each system: processor seconds for one page of each size, and the memory at its peak."""
    with tempfile.TemporaryDirectory() as folder:
        pages = [write_page(Path(folder), size) for size in SIZES]
        for name in GROWING:
            cells = (_growth(name, page) for page in pages)
            yield (name, *cells)


def _growth(name: str, page: Path) -> str:
    taken = run_one(name, [page], SECONDS)
    if taken is None:
        return f"over {SECONDS} s"
    return f"{taken.cpu:.2f}, {taken.child_mb or taken.mb:.0f}"


if __name__ == "__main__":
    sys.exit(main())
