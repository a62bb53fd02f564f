"""Measure copies: `python -m evals.copies [TASK …] [--misses] [--markdown] [--pin DAY WHY]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from evals.annotation.report import Figure, Sheet
from evals.bootstrap import Measured
from evals.copies.merges import measure_merges
from evals.copies.pairs import measure_pairs
from evals.copies.synthetic import measure_synthetic
from evals.copies.tuning import measure_tuning
from evals.sheets import add_options, hold_sheets, measure_sheets, print_sheets

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
    sheets = measure_sheets(chosen.task or USUAL, lambda name: TASKS[name](chosen.cache))
    print_sheets(sheets, markdown=chosen.markdown, missed="missed in" if chosen.misses else None)
    return hold_sheets((sheet for sheet in sheets if "tune" not in sheet.name), may_have_floor, chosen.pin, FLOORS)


def may_have_floor(name: str, figure: Figure) -> bool:
    """Tell whether a figure was measured and is no share of mistakes."""
    return isinstance(figure, Measured) and name not in ("wrong", "unsure") and "error" not in name


def _read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.copies", description="Measure copies.")
    parser.add_argument("task", nargs="*", choices=[*TASKS, []], help=f"of: {', '.join(TASKS)} (default: {USUAL})")
    parser.add_argument("--misses", action="store_true", help="print ids of what was missed where that may be read")
    add_options(parser)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
