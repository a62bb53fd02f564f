"""Measure annotation on the public test sets: `python -m evals.annotation [TASK …] [--misses] [--markdown]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from evals.annotation.report import Figure, Sheet
from evals.bootstrap import Measured
from evals.sheets import add_options, hold_sheets, measure_sheets, print_sheets

TASKS = ("entities", "links", "attribution", "quotes", "coreference", "times", "quantities", "places", "similarity")
"""Each is a module beside this file with `measure(cache) -> list[Sheet]`; a missing pack gives none, and says so."""
FLOORS = Path(__file__).with_name("floors.json")


def main(arguments: list[str] | None = None) -> int:
    """Print the tables of every chosen task; exit code 1 when a floor is broken."""
    chosen = _read_arguments(arguments)
    sheets = measure_sheets(chosen.task or TASKS, lambda name: _measure(name, chosen.cache))
    print_sheets(sheets, markdown=chosen.markdown, missed="missed in" if chosen.misses else None)
    return hold_sheets(sheets, may_have_floor, chosen.pin, FLOORS)


def _measure(name: str, cache: Path) -> list[Sheet]:
    task: Callable[[Path], list[Sheet]] = import_module(f"evals.annotation.{name}").measure
    return task(cache)


def may_have_floor(name: str, figure: Figure) -> bool:
    """Tell whether a figure was measured, not counted or published."""
    return isinstance(figure, Measured)


def _read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.annotation", description="Measure annotation.")
    parser.add_argument("task", nargs="*", choices=[*TASKS, []], help=f"of: {', '.join(TASKS)} (default: all)")
    parser.add_argument("--misses", action="store_true", help="print what was missed, words of the corpora included")
    add_options(parser)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
