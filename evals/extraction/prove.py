"""Prove the 4-gram scorer on AEB's stored outputs of other systems: `python -m evals.extraction.prove`."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

import numpy as np

from evals.extraction.benchmarks.aeb import PACK, read_cases, read_published
from evals.extraction.bodies import SCORERS
from evals.extraction.cases import CACHE, Body, Case, NotHere, Told, pack_folder
from evals.tables import write_markdown, write_plain

_ROW = re.compile(r"^\s+(\S+)\s+.*?" + r"\s+".join([r"(\d\.\d{3}) ± \d\.\d{3}"] * 4), re.MULTILINE)

OTHER_NAMES = {"newspaper": "newspaper4k"}
"""Stored under one name, printed in the table under another."""


def main(arguments: list[str]) -> int:
    """Print each stored system's scores beside the published ones; exit code 1 where one differs."""
    parser = argparse.ArgumentParser(prog="python -m evals.extraction.prove")
    parser.add_argument("--cache", type=Path, default=CACHE, help="where the packs lie unpacked (default: .cache)")
    parser.add_argument("--markdown", action="store_true", help="print a table for the docs")
    chosen = parser.parse_args(arguments)
    try:
        cases, systems = read_cases(chosen.cache), read_published(chosen.cache)
    except NotHere as missing:
        print(f"not run: {missing}")
        return 0
    printed = _published((pack_folder(chosen.cache, PACK) / "aeb" / "README.rst").read_text(encoding="utf-8"))
    rows = []
    for name, told in systems.items():
        scored, found = score(cases, told), printed.get(OTHER_NAMES.get(name, name), set())
        rows.append((name, *scored, "yes" if scored in found else f"no: {sorted(found)}"))
    same = sum(row[-1] == "yes" for row in rows)
    write = write_markdown if chosen.markdown else write_plain
    print(write(("stored output", "F1", "P", "R", "exact", "as published"), rows))
    print(f"\n{same} of {len(rows)} stored outputs give the published row to three decimals.")
    return int(same < len(rows))


def score(cases: list[Case], told: dict[str, str]) -> tuple[str, ...]:
    """Return F1, P, R and accuracy as they are printed."""
    scorer = SCORERS[Body.SHINGLES]
    rows = np.array([scorer.row(case, Told(told.get(case.id, ""))) for case in cases])
    precision, recall, harmonic, exact = scorer.figures(rows.sum(axis=0, keepdims=True))[0]
    return tuple(f"{value:.3f}" for value in (harmonic, precision, recall, exact))


def _published(readme: str) -> dict[str, set[tuple[str, ...]]]:
    """Return the rows of the published tables by system; a system may stand in several."""
    tables: dict[str, set[tuple[str, ...]]] = {}
    for name, *figures in _ROW.findall(readme):
        tables.setdefault(name, set()).add(tuple(figures))
    return tables


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
