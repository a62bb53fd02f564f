"""Measure stories: `python -m evals.stories [--set NAME …] [--markdown] [--errors]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from evals.annotation.report import Figure, Sheet
from evals.sheets import add_options, hold_sheets, measure_sheets, print_sheets
from evals.stories.errors import refuse
from evals.stories.measures import measure_set
from evals.stories.replay import measure_replay
from evals.stories.sets import PACKS, SETS, read_ecbplus_dev
from evals.stories.stable import measure_stable
from evals.stories.traps import measure_traps

NAMES = (*SETS, "replay", "churn", "traps")
READABLE = ("ecbplus-dev", "traps")
"""Whose errors may be read; of the traps only those of the groups that are not held out."""
HELD_BY_F1 = ("B-cubed P", "R")
FLOORS = Path(__file__).with_name("floors.json")


def main(arguments: list[str] | None = None) -> int:
    """Print the tables of every chosen set; exit code 1 when a floor is broken, 2 when a test set was to be read."""
    chosen = _read_arguments(arguments)
    names = chosen.set or (READABLE if chosen.errors else NAMES)
    refused = [name for name in names if chosen.errors and name not in READABLE]
    if refused:
        print(*map(refuse, refused), sep="\n", file=sys.stderr)
        return 2
    sheets = measure_sheets(names, lambda name: _measure_if_here(name, chosen))
    print_sheets(sheets, markdown=chosen.markdown, missed="errors of" if chosen.errors else None)
    return hold_sheets(sheets, may_have_floor, chosen.pin, FLOORS)


def _measure_if_here(name: str, chosen: argparse.Namespace) -> list[Sheet]:
    try:
        return [_measure(name, chosen)]
    except FileNotFoundError as missing:
        print(f"{name}: not run: {missing.filename or missing} is not here")
        return []


def _measure(name: str, chosen: argparse.Namespace) -> Sheet:
    if name == "traps":
        return measure_traps(chosen.cache)
    if name == "churn":
        return measure_stable(chosen.packs, chosen.cache)
    development = None if chosen.alone else read_ecbplus_dev(chosen.packs)
    if name == "replay":
        return measure_replay(chosen.packs, development, chosen.cache)
    return measure_set(SETS[name](chosen.packs), development, chosen.cache, errors=chosen.errors)


def may_have_floor(name: str, figure: Figure) -> bool:
    """Tell whether a figure is a share; counts have no floors, nor has what F1 holds already."""
    return not isinstance(figure, int) and name not in HELD_BY_F1


def _read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.stories", description="Measure stories.")
    parser.add_argument("--set", nargs="+", choices=NAMES, help="the sets (default: all)")
    parser.add_argument("--errors", action="store_true", help="print errors and why; development sets alone")
    parser.add_argument("--alone", action="store_true", help="without the peers, in a quarter of the time")
    add_options(parser, "accounts are kept")
    parser.add_argument("--packs", type=Path, default=PACKS, help="where the packs lie (default: ../shared/data)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
