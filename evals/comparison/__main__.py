"""Score the comparison on the labelled stories: `python -m evals.comparison [--part dev|test] [--errors]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from evals.annotation.report import Figure, Line, Sheet
from evals.bootstrap import Table, measure, share
from evals.comparison.accounts import FIRST, Read, WrongLabels, compare_stories, read_labels
from evals.comparison.measures import (
    Judged,
    by_kind,
    count_origins,
    judge_differences,
    judge_shown,
    judge_tempting,
    judge_verdicts,
    pair_figures,
    pair_statements,
    untrue_cells,
)
from evals.sheets import add_options, hold_sheets, print_sheets
from evals.stories.sets import PACKS

FLOORS = Path(__file__).resolve().parent / "floors.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables of one part; errors are listed for the part that may be read alone."""
    chosen = _read_arguments(arguments)
    labels = read_labels(FIRST, chosen.part)
    try:
        reads = compare_stories(labels, chosen.packs, chosen.cache)
    except FileNotFoundError as missing:
        print(f"not run: {missing}")
        return 0
    except WrongLabels as wrong:
        print(wrong, file=sys.stderr)
        return 1
    untrue = [place for read in reads for place in untrue_cells(read)]
    sheet = stories_sheet(chosen.part, reads)
    print_sheets([sheet, kinds_sheet(chosen.part, reads)], markdown=chosen.markdown)
    print(f"\nCells and statements whose words do not stand in their text: {len(untrue)}")
    if chosen.errors and chosen.part == "dev":
        _print_errors(reads)
    fell = hold_sheets([sheet], lambda name, figure: True, chosen.pin, FLOORS)
    return fell or int(bool(untrue))


def stories_sheet(part: str, reads: Sequence[Read]) -> Sheet:
    """Return one line for all stories of a part; the intervals draw stories."""
    figures: dict[str, Figure] = {}
    pairs = [pair_statements(read) for read in reads]
    table = np.array([(one.right, one.shown, one.wanted, one.found) for one in pairs], dtype=np.float64)
    for name, figure in zip(("points P", "points R", "points F1"), measure(table, pair_figures), strict=True):
        figures[name] = figure
    for name, judge in _SHARES.items():
        rows = [judge(read) for read in reads]
        figures[name] = measure(_sums(rows), share)[0]
    counted = [count_origins(read) for read in reads]
    for name, most in (("origins right", 0), ("within one", 1)):
        sums = np.array([(sum(one.off <= most for one in row), len(row)) for row in counted], dtype=np.float64)
        figures[name] = measure(sums, share)[0]
    sums = np.array([(sum(not one.too_many for one in row), len(row)) for row in counted], dtype=np.float64)
    figures["not too many"] = measure(sums, share)[0]
    articles = sum(len(read.accounts) for read in reads)
    return Sheet(part, f"{len(reads)} stories of {articles} accounts", [Line("nutgraf", figures, ours=True)])


def kinds_sheet(part: str, reads: Sequence[Read]) -> Sheet:
    """Return a line for each kind of finding: how many there are and were found, how many are shown and right."""
    wanted = by_kind([one for read in reads for one in judge_differences(read)])
    shown = by_kind([one for read in reads for one in judge_shown(read)])
    lines = [
        Line(kind, {
            "labelled": wanted.get(kind, (0, 0))[1], "found": wanted.get(kind, (0, 0))[0],
            "shown": shown.get(kind, (0, 0))[1], "right": shown.get(kind, (0, 0))[0],
        })
        for kind in sorted({*wanted, *shown})
    ]  # fmt: skip
    return Sheet(f"{part}, by kind", "differences and updates", lines)


_SHARES: dict[str, Callable[[Read], list[Judged]]] = {
    "findings R": judge_differences,
    "findings P": judge_shown,
    "verdicts": judge_verdicts,
    "tempting left alone": judge_tempting,
}


def _sums(rows: Sequence[Sequence[Judged]]) -> Table:
    return np.array([(sum(one.right for one in row), len(row)) for row in rows], dtype=np.float64)


def _print_errors(reads: Sequence[Read]) -> None:
    for read in reads:
        print(f"\n{read.name}")
        print(*(f"  missed {one.kind}: {one.told}" for one in judge_differences(read) if not one.right), sep="\n")
        print(*(f"  false {one.told}" for one in judge_shown(read) if not one.right), sep="\n")
        print(*(f"  tempted by {one.told}" for one in judge_tempting(read) if not one.right), sep="\n")
        print(
            *(
                f"  origins of {o.point}: {o.shown}, not {o.counted}"
                for o in count_origins(read)
                if o.off or o.too_many
            ),
            sep="\n",
        )


def _read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.comparison")
    parser.add_argument("--part", choices=("dev", "test"), default="dev", help="rules may look at dev alone")
    parser.add_argument("--errors", action="store_true", help="list what was missed and what is false, of dev alone")
    parser.add_argument("--packs", type=Path, default=PACKS, help="where the packs lie (default: ../shared/data)")
    add_options(parser, "annotated accounts are kept")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
