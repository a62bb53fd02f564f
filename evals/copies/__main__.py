"""Measure copies: `python -m evals.copies [TASK …] [--misses] [--markdown] [--pin DAY WHY]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from evals.annotation.report import Sheet, show_sheet
from evals.bootstrap import Measured
from evals.copies.merges import measure_merges
from evals.copies.pairs import measure_pairs
from evals.copies.synthetic import measure_synthetic
from evals.copies.tuning import measure_tuning
from evals.extraction.cases import CACHE
from evals.floors import hold_floors
from evals.trials import Score, Trial

TASKS: dict[str, Callable[[Path], list[Sheet]]] = {
    "synthetic": lambda cache: measure_synthetic(cache, "test"),
    "synthetic-tune": lambda cache: measure_synthetic(cache, "tune"),
    "pairs": measure_pairs,
    "merges": measure_merges,
    "tune": measure_tuning,
}
USUAL = ("synthetic", "pairs", "merges")
"""What is run where no task is named; the half that may be read has no floors."""
FLOORS = Path(__file__).with_name("floors.json")


def main(arguments: list[str] | None = None) -> int:
    """Print the tables of every chosen task; exit code 1 when a floor is broken."""
    chosen = _read_arguments(arguments)
    sheets: list[Sheet] = []
    for name in chosen.task or USUAL:
        print(f"{name} ...", file=sys.stderr, flush=True)
        sheets += TASKS[name](chosen.cache)
    print("\n\n".join(show_sheet(sheet, markdown=chosen.markdown) for sheet in sheets))
    for sheet in sheets if chosen.misses else ():
        print(f"\nmissed in {sheet.name}:", *sheet.misses, sep="\n")
    held = {sheet.name: _scores(sheet) for sheet in sheets if "tune" not in sheet.name}
    falls = hold_floors(held, chosen.pin, FLOORS)
    print("\n" + ("\n".join(falls) or "No figure fell below its floor."), file=sys.stderr)
    return int(bool(falls))


def _scores(sheet: Sheet) -> list[Score]:
    """Return our own measured figures under "system: figure"; a share of mistakes has no floor."""
    return [
        Score(f"{line.system}: {name}", (Trial(name, figure.value, 1.0),))
        for line in sheet.lines
        if line.ours
        for name, figure in line.figures.items()
        if isinstance(figure, Measured) and name not in ("wrong", "unsure") and "error" not in name
    ]


def _read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.copies", description="Measure copies.")
    parser.add_argument("task", nargs="*", choices=[*TASKS, []], help=f"of: {', '.join(TASKS)} (default: {USUAL})")
    parser.add_argument("--misses", action="store_true", help="print ids of what was missed where that may be read")
    parser.add_argument("--markdown", action="store_true", help="print the tables for the docs")
    parser.add_argument("--pin", nargs=2, metavar=("DAY", "WHY"), help="raise the floors to what is measured now")
    parser.add_argument("--cache", type=Path, default=CACHE, help="where the packs lie unpacked (default: .cache)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
