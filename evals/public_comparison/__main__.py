"""Measure the comparison on public sets: `python -m evals.public_comparison [--set NAME …] [--network FILE]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from evals.annotation.report import Figure, Sheet
from evals.bootstrap import Measured
from evals.public_comparison import alignment, claimdiff, fever, findings, headlines, quantities, rte, scorer, triples
from evals.public_comparison.judge import Judge, NoNetwork, find_judge, name_network
from evals.sheets import add_options, hold_sheets, measure_sheets, print_sheets

BY_TEXT: Mapping[str, Callable[[Path], list[Sheet]]] = {
    "ecbplus": alignment.measure_ecbplus,
    "newswcl50": alignment.measure_newswcl50,
    "scorer": scorer.measure,
    "quantities": quantities.measure,
    "findings": findings.measure,
}
BY_PAIR: Mapping[str, Callable[[Path, Judge], list[Sheet]]] = {
    "fever": fever.measure,
    "rte": rte.measure,
    "triples": triples.measure,
    "claimdiff": claimdiff.measure,
    "headlines": headlines.measure,
}
"""Sets of pairs, which need the network."""

HELD_BY_F1 = ("P", "R")
FLOORS = Path(__file__).with_name("floors.json")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables of every chosen set; exit code 1 when a floor is broken. No set's errors can be read."""
    chosen = _read_arguments(arguments)
    sheets = measure_sheets(
        chosen.set or (*BY_TEXT, *BY_PAIR), lambda name: measure(name, chosen.cache, chosen.network)
    )
    print_sheets(sheets, markdown=chosen.markdown)
    return hold_sheets(sheets, may_have_floor, chosen.pin, FLOORS)


def measure(name: str, cache: Path, network: Path | None = None) -> list[Sheet]:
    """Return a set's tables; where its pack or the network is missing, none, and say so."""
    try:
        return BY_TEXT[name](cache) if name in BY_TEXT else _measure_pairs(name, cache, network)
    except FileNotFoundError as missing:
        print(f"{name}: not run: {missing.filename} is not there: unpack {_pack(missing.filename, cache)} in {cache}")
    except NoNetwork as missing:
        print(f"{name}: not run: {missing}")
    return []


def _measure_pairs(name: str, cache: Path, network: Path | None) -> list[Sheet]:
    sheets = BY_PAIR[name](cache, find_judge(network))
    return [replace(sheet, notes=(*sheet.notes, f"Pairs judged by {name_network(network)}.")) for sheet in sheets]


def _pack(missing: str, cache: Path) -> str:
    return f"{Path(missing).relative_to(cache).parts[0]}.tar.xz"


def may_have_floor(name: str, figure: Figure) -> bool:
    """Tell whether a figure was measured and is not held by its F1 already."""
    return isinstance(figure, Measured) and name.rpartition(" ")[2] not in HELD_BY_F1


def _read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.public_comparison")
    parser.add_argument("--set", nargs="+", choices=(*BY_TEXT, *BY_PAIR), help="the sets (default: all)")
    parser.add_argument("--network", type=Path, help="another network than the one that ships, by its file")
    add_options(parser)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
