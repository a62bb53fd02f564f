"""What every command that measures sheets does: ask for its tasks, print the tables, hold the floors."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from evals.annotation.report import Figure, Sheet, show_sheet
from evals.bootstrap import Measured
from evals.extraction.cases import CACHE
from evals.floors import hold_floors
from evals.trials import Score, Trial

Holds = Callable[[str, Figure], bool]
"""Tells of a figure and its name whether it may have a floor."""


def add_options(parser: argparse.ArgumentParser, lies: str = "the packs lie unpacked") -> None:
    """Add the options that all these commands have; `lies` says what is found in the cache."""
    parser.add_argument("--markdown", action="store_true", help="print the tables for the docs")
    parser.add_argument("--pin", nargs=2, metavar=("DAY", "WHY"), help="raise the floors to what is measured now")
    parser.add_argument("--cache", type=Path, default=CACHE, help=f"where {lies} (default: .cache)")


def measure_sheets(names: Iterable[str], measure: Callable[[str], Iterable[Sheet]]) -> list[Sheet]:
    """Return the sheets of every task by its name; each name is told before it is measured, for it may take long."""
    sheets: list[Sheet] = []
    for name in names:
        print(f"{name} ...", file=sys.stderr, flush=True)
        sheets += measure(name)
    return sheets


def print_sheets(sheets: Sequence[Sheet], *, markdown: bool, missed: str | None = None) -> None:
    """Print the tables, then, where `missed` says in words what they are, the misses of each."""
    print("\n\n".join(show_sheet(sheet, markdown=markdown) for sheet in sheets))
    if missed is not None:
        for sheet in sheets:
            print(f"\n{missed} {sheet.name}:", *sheet.misses, sep="\n")


def hold_sheets(sheets: Iterable[Sheet], holds: Holds, pin: Sequence[str] | None, floors: Path) -> int:
    """Tell what fell below the floors, after raising them where a day and a reason are given; 1 when one is broken."""
    falls = hold_floors({sheet.name: scores_of(sheet, holds) for sheet in sheets}, pin, floors)
    print("\n" + ("\n".join(falls) or "No figure fell below its floor."), file=sys.stderr)
    return int(bool(falls))


def scores_of(sheet: Sheet, holds: Holds) -> list[Score]:
    """Return our own figures that may have floors, under "system: figure"."""
    return [
        Score(f"{line.system}: {name}", (Trial(name, figure.value if isinstance(figure, Measured) else figure, 1.0),))
        for line in sheet.lines
        if line.ours
        for name, figure in line.figures.items()
        if holds(name, figure)
    ]
