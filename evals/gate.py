"""Run the program on the labelled pages and fail when a score falls below its floor: `python -m evals.gate`."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from evals.exported import Export, read_export
from evals.floors import FLOORS, find_falls, raise_floors, read_floors, write_floors
from evals.gold import read_gold
from evals.score import as_row, score_export, show
from evals.trials import Score

ROOT = Path(__file__).resolve().parents[1]

Program = Callable[[Path], Export]
"""Reads a folder of pages and returns what the program exports."""


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """A set of pages with its labels."""

    name: str
    gold: Path
    pages: Path


SETS = (
    LabelledSet("seeds", ROOT / "evals" / "seeds" / "gold.json", ROOT.parent / "shared" / "seeds"),
    LabelledSet("sample", ROOT / "sample" / "gold.json", ROOT / "sample" / "pages"),
)


class ProgramFailed(Exception):
    """The program did not get through a set, so there is nothing to score."""


def run_program(pages: Path) -> Export:
    """Read a folder of pages into a fresh database, as a user would, and return the export."""
    with tempfile.TemporaryDirectory() as folder:
        database, out = Path(folder) / "gate.db", Path(folder) / "export.json"
        nutgraf = [sys.executable, "-m", "nutgraf.cli"]
        for words in (["read", str(pages)], ["export", "--format", "json", "--out", str(out)]):
            done = subprocess.run([*nutgraf, *words, "--db", str(database)], check=False, stdout=subprocess.DEVNULL)
            if done.returncode:
                raise ProgramFailed(
                    f"nutgraf {words[0]} ended with exit code {done.returncode}; what it said stands above"
                )
        return read_export(out)


def why_not(labelled: LabelledSet) -> str | None:
    """Return in words why a set cannot be scored here, or `None`."""
    if not labelled.gold.is_file():
        return f"its labels are not here ({labelled.gold.relative_to(ROOT)})"
    if not labelled.pages.is_dir():
        return "its pages are not here (they belong to their publishers and are not in the repository)"
    return None


def score_sets(
    sets: tuple[LabelledSet, ...], program: Program, console: Console, *, misses: bool
) -> dict[str, list[Score]]:
    """Return the scores of every set that can be run here, and print them."""
    measured = {}
    for labelled in sets:
        console.rule(labelled.name)
        if reason := why_not(labelled):
            console.print(f"not run: {reason}")
            continue
        scores = score_export(read_gold(labelled.gold), program(labelled.pages), labelled.pages)
        show([as_row(score) for score in scores], console, misses=misses)
        measured[labelled.name] = scores
    return measured


def main(arguments: list[str] | None = None) -> int:
    """Score every set, compare with the floors; exit code 1 when a floor is broken."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.gate", description="Fail when a score falls below its floor."
    )
    parser.add_argument("--misses", action="store_true", help="list what was missed or false")
    parser.add_argument("--pin", nargs=2, metavar=("DAY", "WHY"), help="raise the floors to what is measured now")
    chosen = parser.parse_args(arguments)
    console = Console(width=120)
    floors = read_floors(FLOORS.read_bytes())
    try:
        measured = score_sets(SETS, run_program, console, misses=chosen.misses)
    except ProgramFailed as failed:
        console.print(str(failed), markup=False, highlight=False)
        return 1
    if chosen.pin:
        day, why = chosen.pin
        pinned = {name: raise_floors(scores, floors.get(name, {}), day, why) for name, scores in measured.items()}
        FLOORS.write_bytes(write_floors(floors | pinned))
    falls = [
        f"{name}: {fall}" for name, scores in measured.items() for fall in find_falls(scores, floors.get(name, {}))
    ]
    for fall in falls:
        console.print(fall, markup=False, highlight=False)
    if not falls:
        console.print("No score fell below its floor.")
    return 1 if falls else 0


if __name__ == "__main__":
    sys.exit(main())
