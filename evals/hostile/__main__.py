"""Count what bad input does: `python -m evals.hostile [--corpus NAME …] [--mutations N] [--quick]`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from evals.hostile.cases import Case
from evals.hostile.corpora import CORPORA, read_cases
from evals.hostile.judge import Verdict
from evals.hostile.mutations import LARGEST, mutated
from evals.hostile.pack import CACHE, PACKED, NotHere, Pack
from evals.hostile.run import judge_cases
from evals.hostile.tables import BESIDE, ZERO, Row, add, faults, reasons, row_of, total
from evals.tables import write_markdown, write_plain

FLOORS = Path(__file__).with_name("floors.json")
MUTATIONS = 10_000
QUICK_MUTATIONS = 200
QUICK_LARGEST = 60_000
QUICK_EACH = 30


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; exit code 1 where one is above its floor, 2 where the corpora are missing."""
    chosen = _read_arguments(arguments)
    try:
        pack = Pack(chosen.cache, chosen.packed)
    except NotHere as missing:
        print(f"not run: {missing}", file=sys.stderr)
        return 2
    rows: dict[str, Row] = {}
    verdicts: list[Verdict] = []
    for name, cases in _groups(pack, chosen):
        begun, row = time.monotonic(), Row()
        for verdict in judge_cases(cases):
            add(row, verdict)
            verdicts.append(verdict)
        rows[name] = row
        print(f"{name}: {row.documents} documents in {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    above = find_above(total(rows.values()))
    if chosen.json:
        told = {"corpora": {name: asdict(row) for name, row in rows.items()}, "faults": list(faults(verdicts))}
        print(json.dumps(told, indent=1))
    else:
        _show(rows, verdicts, markdown=chosen.markdown)
    print("\n".join(above) or "Every figure that must be zero is zero.", file=sys.stderr)
    return int(bool(above))


def _groups(pack: Pack, chosen: argparse.Namespace) -> Iterator[tuple[str, Iterator[Case] | list[Case]]]:
    kept: dict[str, list[Case]] = {}
    for name in chosen.corpus:
        cases = read_cases(pack, name)
        if chosen.quick:
            small = [case for case in cases if len(case.content) <= QUICK_LARGEST]
            cases = iter(small[:: max(1, len(small) // QUICK_EACH)])
        if chosen.mutations:
            kept[name] = []
            cases = _kept(cases, kept[name])
        yield name, cases
    if chosen.mutations:
        yield "mutations", mutated(kept, chosen.mutations)


def _kept(cases: Iterator[Case], kept: list[Case]) -> Iterator[Case]:
    """Keep the small documents for the mutations on their way."""
    for case in cases:
        if len(case.content) <= LARGEST:
            kept.append(case)
        yield case


def find_above(row: Row) -> list[str]:
    """Return in words every figure that is above its floor."""
    floors = json.loads(FLOORS.read_bytes())
    found = asdict(row)
    return [
        f"{name}: {found[name]} of {row.documents} documents, more than the {floor['value']} allowed ({floor['why']})"
        for name, floor in floors.items()
        if found.get(name, 0) > floor["value"]
    ]


def _show(rows: dict[str, Row], verdicts: list[Verdict], *, markdown: bool) -> None:
    write = write_markdown if markdown else write_plain
    shown = {**rows, **({"all": total(rows.values())} if len(rows) > 1 else {})}
    for figures in (ZERO, BESIDE):
        print(write(("corpus", *figures.values()), [row_of(name, row, figures) for name, row in shown.items()]) + "\n")
    print(write(("documents", "reason"), list(reasons(verdicts))))
    if told := list(faults(verdicts)):
        print("\n" + "\n".join(f"- {line}" if markdown else line for line in told))


def _read_arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.hostile", description="Count what bad input does.")
    add_argument = parser.add_argument
    add_argument("--corpus", nargs="+", choices=list(CORPORA), default=list(CORPORA), help="of which (default: all)")
    add_argument("--mutations", type=int, help=f"so many changed documents besides (default: {MUTATIONS}, quick 200)")
    add_argument("--quick", action="store_true", help="a few hundred documents and 200 changed ones, under a minute")
    add_argument("--json", action="store_true", help="print the figures as JSON")
    add_argument("--markdown", action="store_true", help="print the tables for the docs")
    add_argument("--cache", type=Path, default=CACHE, help="where the pack lies unpacked (default: .cache)")
    add_argument("--packed", type=Path, default=PACKED, help="the pack (default: ../shared/data/hostile.tar.xz)")
    chosen = parser.parse_args(arguments)
    if chosen.mutations is None:
        chosen.mutations = QUICK_MUTATIONS if chosen.quick else MUTATIONS
    return chosen


if __name__ == "__main__":
    sys.exit(main())
