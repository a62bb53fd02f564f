"""Measure annotation on the public test sets: `python -m evals.annotation [TASK …] [--misses] [--markdown]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from evals.annotation.report import Sheet, show_sheet
from evals.bootstrap import Measured
from evals.extraction.cases import CACHE
from evals.floors import hold_floors
from evals.trials import Score, Trial

TASKS = ("entities", "links", "attribution", "quotes", "coreference", "times", "quantities", "places", "similarity")
"""Each is a module beside this file with `measure(cache) -> list[Sheet]`; a missing pack gives none, and says so."""
FLOORS = Path(__file__).with_name("floors.json")


def main(arguments: list[str] | None = None) -> int:
    """Print the tables of every chosen task; exit code 1 when a floor is broken."""
    chosen = _read_arguments(arguments)
    sheets: list[Sheet] = []
    for name in chosen.task or TASKS:
        print(f"{name} ...", file=sys.stderr, flush=True)
        task: Callable[[Path], list[Sheet]] = import_module(f"evals.annotation.{name}").measure
        sheets += task(chosen.cache)
    print("\n\n".join(show_sheet(sheet, markdown=chosen.markdown) for sheet in sheets))
    for sheet in sheets if chosen.misses else ():
        print(f"\nmissed in {sheet.name}:", *sheet.misses, sep="\n")
    falls = hold_floors({sheet.name: _scores(sheet) for sheet in sheets}, chosen.pin, FLOORS)
    print("\n" + ("\n".join(falls) or "No figure fell below its floor."), file=sys.stderr)
    return int(bool(falls))


def _scores(sheet: Sheet) -> list[Score]:
    """Return our own measured figures under "system: figure"."""
    return [
        Score(f"{line.system}: {name}", (Trial(name, figure.value, 1.0),))
        for line in sheet.lines
        if line.ours
        for name, figure in line.figures.items()
        if isinstance(figure, Measured)
    ]


def _read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.annotation", description="Measure annotation.")
    parser.add_argument("task", nargs="*", choices=[*TASKS, []], help=f"of: {', '.join(TASKS)} (default: all)")
    parser.add_argument("--misses", action="store_true", help="print what was missed, words of the corpora included")
    parser.add_argument("--markdown", action="store_true", help="print the tables for the docs")
    parser.add_argument("--pin", nargs=2, metavar=("DAY", "WHY"), help="raise the floors to what is measured now")
    parser.add_argument("--cache", type=Path, default=CACHE, help="where the packs lie unpacked (default: .cache)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
