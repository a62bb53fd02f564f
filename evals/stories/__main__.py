"""Measure stories: `python -m evals.stories [--set NAME …] [--markdown] [--errors]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from evals.annotation.report import Figure, Sheet, show_sheet
from evals.bootstrap import Measured
from evals.extraction.cases import CACHE
from evals.floors import hold_floors
from evals.stories.errors import refuse
from evals.stories.measures import measure_set
from evals.stories.replay import measure_replay
from evals.stories.sets import PACKS, SETS, read_ecbplus_dev
from evals.stories.stable import measure_stable
from evals.stories.traps import measure_traps
from evals.trials import Score, Trial

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
    sheets: list[Sheet] = []
    for name in names:
        print(f"{name} ...", file=sys.stderr, flush=True)
        try:
            sheets.append(_measure(name, chosen))
        except FileNotFoundError as missing:
            print(f"{name}: not run: {missing.filename or missing} is not here")
    print("\n\n".join(show_sheet(sheet, markdown=chosen.markdown) for sheet in sheets))
    for sheet in sheets if chosen.errors else ():
        print(f"\nerrors of {sheet.name}:", *sheet.misses, sep="\n")
    falls = hold_floors({sheet.name: _scores(sheet) for sheet in sheets}, chosen.pin, FLOORS)
    print("\n" + ("\n".join(falls) or "No figure fell below its floor."), file=sys.stderr)
    return int(bool(falls))


def _measure(name: str, chosen: argparse.Namespace) -> Sheet:
    if name == "traps":
        return measure_traps(chosen.cache)
    if name == "churn":
        return measure_stable(chosen.packs, chosen.cache)
    development = None if chosen.alone else read_ecbplus_dev(chosen.packs)
    if name == "replay":
        return measure_replay(chosen.packs, development, chosen.cache)
    return measure_set(SETS[name](chosen.packs), development, chosen.cache, errors=chosen.errors)


def _scores(sheet: Sheet) -> list[Score]:
    """Return our own shares under "system: figure"; counts have no floors, nor has what F1 holds already."""
    return [
        Score(f"{line.system}: {name}", (Trial(name, _value(figure), 1.0),))
        for line in sheet.lines
        if line.ours
        for name, figure in line.figures.items()
        if not isinstance(figure, int) and name not in HELD_BY_F1
    ]


def _value(figure: Figure) -> float:
    return figure.value if isinstance(figure, Measured) else figure


def _read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.stories", description="Measure stories.")
    parser.add_argument("--set", nargs="+", choices=NAMES, help="the sets (default: all)")
    parser.add_argument("--errors", action="store_true", help="print errors and why; development sets alone")
    parser.add_argument("--alone", action="store_true", help="without the peers, in a quarter of the time")
    parser.add_argument("--markdown", action="store_true", help="print the tables for the docs")
    parser.add_argument("--pin", nargs=2, metavar=("DAY", "WHY"), help="raise the floors to what is measured now")
    parser.add_argument("--cache", type=Path, default=CACHE, help="where accounts are kept (default: .cache)")
    parser.add_argument("--packs", type=Path, default=PACKS, help="where the packs lie (default: ../shared/data)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
