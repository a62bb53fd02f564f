"""How often an account tells what it is said to leave out: `python -m evals.comparison.silence`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.comparison.accounts import FIRST, Read, WrongLabels, compare_stories, read_labels
from evals.sheets import CACHE
from evals.stories.sets import PACKS
from nutgraf.records.comparison import Point

PARTS = ("dev", "test")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print, for each part of the labelled stories, how many points were missed in which way, and told after all."""
    parser = argparse.ArgumentParser(prog="python -m evals.comparison.silence")
    parser.add_argument("--packs", type=Path, default=PACKS, help="where the packs lie (default: ../shared/data)")
    parser.add_argument("--cache", type=Path, default=CACHE, help="where annotated accounts are kept (default: .cache)")
    chosen = parser.parse_args(arguments)
    for part in PARTS:
        try:
            reads = compare_stories(read_labels(FIRST, part), chosen.packs, chosen.cache)
        except FileNotFoundError as missing:
            print(f"not run: {missing}")
            return 0
        except WrongLabels as wrong:
            print(wrong, file=sys.stderr)
            return 1
        judged = Counter(one for read in reads for one in judge_silence(read))
        for way in ("left out", "unsure", "later"):
            print(f"{part}: {way}: {judged[way, True] + judged[way, False]}, told after all: {judged[way, True]}")
    return 0


def judge_silence(read: Read) -> Iterator[tuple[str, bool]]:
    """Yield every point that an account was not found to make: in which way, and whether the labels say it tells it."""
    points = {point.id: point for point in read.comparison.points}
    for coverage in read.comparison.coverage:
        left = coverage.left_out
        ways = [("left out", one) for one in left.points] + [("later", one) for one in left.later]
        for way, key in [*ways, *(("unsure", near.point) for near in left.unsure)]:
            yield way, coverage.article in told_by(read, points[key])


def told_by(read: Read, point: Point) -> set[str]:
    """Return the articles that tell a point, by the label that most of its statements touch; none where none does."""
    touching: Counter[int] = Counter()
    places = [[read.place(where) for where in gold.statements] for gold in read.gold.points]
    for number, labelled in enumerate(places):
        for one in point.statements:
            span = one.span
            touching[number] += any(a == span.article and s < span.end and span.start < e for a, s, e in labelled)
    best = max(range(len(places)), key=lambda number: (touching[number], -number), default=None)
    return {article for article, _, _ in places[best]} if best is not None and touching[best] else set()


if __name__ == "__main__":
    sys.exit(main())
