"""How far two careful readers agree, who had not seen each other's labels: `python -m evals.comparison.agreement`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from evals.annotation.report import Figure, Line, Sheet
from evals.bootstrap import measure, share
from evals.comparison.accounts import FIRST, SECOND, read_labels, write_articles
from evals.comparison.gold import GoldFinding, GoldStory, Where, find_place
from evals.comparison.measures import Holders, Place, across, most_alike, pair_figures, touch
from evals.measures.findings import NEAR_KINDS
from evals.sheets import print_sheets
from evals.stories.sets import PACKS

Texts = dict[str, str]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one line for the stories that both readers labelled."""
    parser = argparse.ArgumentParser(prog="python -m evals.comparison.agreement")
    parser.add_argument("--packs", type=Path, default=PACKS, help="where the packs lie (default: ../shared/data)")
    parser.add_argument("--markdown", action="store_true", help="print the table for the docs")
    chosen = parser.parse_args(arguments)
    first, second = read_labels(FIRST), read_labels(SECOND)
    both = sorted(first.keys() & second.keys())
    try:
        texts = {name: _texts(name, first[name], chosen.packs) for name in both}
    except FileNotFoundError as missing:
        print(f"not run: {missing}")
        return 0
    print_sheets([agreement_sheet(first, second, texts)], markdown=chosen.markdown)
    return 0


def agreement_sheet(first: dict[str, GoldStory], second: dict[str, GoldStory], texts: dict[str, Texts]) -> Sheet:
    """Return how much of each reader's labels the other has; the intervals draw stories."""
    rows = [(first[name], second[name], told) for name, told in texts.items()]
    figures: dict[str, Figure] = {}
    pairs = np.array([[*_pairs(one, two, told), *_pairs(two, one, told)] for one, two, told in rows], dtype=np.float64)
    # R: what the first has and the second holds; P: what the second has and the first holds
    figures["points F1"] = measure(pairs[:, [3, 2, 0, 1]], pair_figures)[2]
    found = np.array(
        [[*_findings(one, two, told), *_findings(two, one, told)] for one, two, told in rows], dtype=np.float64
    )
    figures["findings F1"] = measure(found[:, [3, 2, 0, 1]], pair_figures)[2]
    origins = [_origins(one, two, told) for one, two, told in rows]
    same = np.array([(sum(a == b for a, b in told), len(told)) for told in origins], dtype=np.float64)
    near = np.array([(sum(abs(a - b) <= 1 for a, b in told), len(told)) for told in origins], dtype=np.float64)
    figures["fewest origins the same"] = measure(same, share)[0]
    figures["within one"] = measure(near, share)[0]
    return Sheet("agreement", f"two readers of {len(rows)} stories", [Line("second beside first", figures)])


def _texts(name: str, gold: GoldStory, packs: Path) -> Texts:
    return {key: article.text for key, article in write_articles(name, gold, packs).items()}


def _place(where: Where, texts: Texts) -> Place:
    return where.article, *find_place(where, texts[where.article])


def _pairs(one: GoldStory, other: GoldStory, texts: Texts) -> tuple[int, int]:
    """Return how many pairs of statements one reader puts together, and how many of them the other does."""
    held = Holders([[_place(where, texts) for where in point.statements] for point in other.points])
    pairs = [
        pair
        for point in one.points
        if not point.optional
        for pair in across([_place(where, texts) for where in point.statements])
    ]
    return len(pairs), sum(bool(held.get_all(left) & held.get_all(right)) for left, right in pairs)


def _findings(one: GoldStory, other: GoldStory, texts: Texts) -> tuple[int, int]:
    """Return how many differences one reader sees that are not optional, and how many of them the other sees."""
    told = [finding for finding in one.findings if not finding.optional]
    return len(told), sum(any(_same_finding(here, there, texts) for there in other.findings) for here in told)


def _same_finding(one: GoldFinding, two: GoldFinding, texts: Texts) -> bool:
    near = {kind for told in (one.kind, *one.kinds) for kind in NEAR_KINDS[told]}
    if not near & {two.kind, *two.kinds}:
        return False
    places = [_place(where, texts) for where in two.cells]
    shared = {w.article for w in one.cells if any(touch(_place(w, texts), place) for place in places)}
    return len(shared) >= 2


def _origins(one: GoldStory, other: GoldStory, texts: Texts) -> list[tuple[int, int]]:
    """Return the fewest origins by both for each point of one that has a like one of the other."""
    points = {point.id: point for point in other.points}
    places = {key: [_place(where, texts) for where in point.statements] for key, point in points.items()}
    found = []
    for point in one.points:
        match = points.get(most_alike([_place(where, texts) for where in point.statements], places) or "")
        if match is not None and len({where.article for where in point.statements}) > 1:
            found.append((point.origins[0], match.origins[0]))
    return found


if __name__ == "__main__":
    sys.exit(main())
