"""Measure extraction beside the peers: `python -m evals.extraction [--set NAME …] [--peers NAME …] [--text]`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from evals.extraction import ours
from evals.extraction.cases import CACHE
from evals.extraction.peers import PEERS
from evals.extraction.pinned import check_floors
from evals.extraction.run import Run, Table
from evals.extraction.sets import BENCHMARKS
from evals.extraction.tables import HEAD, rows_of, summary_head, summary_rows
from evals.tables import write_markdown, write_plain

SUMMED = ("F1", "title", "author exact", "day")


def main(arguments: list[str] | None = None) -> int:
    """Print the figures of every chosen benchmark; exit code 1 when a floor is broken."""
    chosen = _read_arguments(arguments)
    run = Run(chosen)
    for name in chosen.set:
        print(f"{name} ...", file=sys.stderr, flush=True)
        run.benchmark(name)
    _show(run, markdown=chosen.markdown)
    if not run.tables:
        return 0
    measured = {table.name: table.lines for table in run.tables}
    written = {name: [asdict(line) for line in lines] for name, lines in measured.items()}
    (chosen.cache / "extraction-results.json").write_text(json.dumps(written, indent=1))
    falls = [] if chosen.longest else check_floors(measured, ours.NAME, chosen.pin)
    print("\n" + ("\n".join(falls) or "No figure fell below its floor."), file=sys.stderr)
    return int(bool(falls))


def _show(run: Run, *, markdown: bool) -> None:
    """Print every table, then one for each figure over all groups; in Markdown the latter come first."""
    write = write_markdown if markdown else write_plain
    details = [
        f"{_title(table, markdown=markdown)}\n\n{write(HEAD, list(rows_of(table.lines)))}"
        for table in run.tables
        if not (markdown and table.minor)
    ]
    sums = list(_summaries(run.tables, markdown=markdown)) if len(run.tables) > 1 else []
    parts = [*sums, *details] if markdown else [*details, *sums]
    notes = "\n".join(f"- {note}" for note in run.notes) if markdown else "\n".join(run.notes)
    print("\n\n".join(filter(None, [*parts, notes])))


def _title(table: Table, *, markdown: bool) -> str:
    return f"**{table.name}**: {table.what}" if markdown else f"{table.name}: {table.what}"


def _summaries(tables: Sequence[Table], *, markdown: bool) -> list[str]:
    write = write_markdown if markdown else write_plain
    groups = {table.name: table.lines for table in tables}
    shown = []
    for figure in SUMMED:
        if rows := list(summary_rows(groups, figure, mark=markdown)):
            heading = f"**{figure}**" if markdown else figure
            shown.append(f"{heading}\n\n{write(summary_head(groups), rows)}")
    return shown


def _read_arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.extraction", description="Measure extraction.")
    add = parser.add_argument
    add("--set", nargs="+", choices=list(BENCHMARKS), default=list(BENCHMARKS), help="the benchmarks (default: all)")
    add("--part", choices=["dev", "check"], help="only this part of wcxb")
    add("--kind", help="only pages of this kind (article, forum, ...)")
    add("--text", action="store_true", help="give the pages as bare text, beside three baselines")
    add("--peers", nargs="*", choices=list(PEERS), default=list(PEERS), metavar="PEER", help=f"of: {', '.join(PEERS)}")
    add("--peers-python", type=Path, help="interpreter with the peers (default: peers-venv in the cache)")
    add("--again", action="store_true", help="run the peers anew, also where their answers are kept")
    add("--without-ours", action="store_true", help="measure peers only")
    add("--longest", action="store_true", help="the longest article of a page alone, not all that it holds")
    add("--pool", action="store_true", help="read through the product's own child processes")
    add("--keep", metavar="NAME", help="keep what nutgraf tells under a name")
    add("--kept", nargs="*", default=[], metavar="NAME", help="compare with what was kept")
    add("--misses", type=int, nargs="?", const=50, metavar="N", help="list the worst pages of wcxb's dev part")
    add("--markdown", action="store_true", help="print the tables for the docs")
    add("--pin", nargs=2, metavar=("DAY", "WHY"), help="raise the floors to what is measured now")
    add("--cache", type=Path, default=CACHE, help="where the packs lie unpacked (default: .cache)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
