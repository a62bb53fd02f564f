"""Fit the regressions of the comparison and print their weights: `python -m training.comparison [NAME …]`.

The weights stand in the code that uses them (`compare/nearness.py`, `compare/quantities.py`,
`compare/contradictions.py`); the names are nearness, quantities, contradictions. The entailer must be trained first:
the last regression is fitted on what it never learned from, which is every tenth event, and the labelled stories.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from training.comparison.accounts import EVENT_FOLDS, Learned, read_stories
from training.comparison.examples import (
    Example,
    contradiction_examples,
    count,
    nearness_examples,
    quantity_examples,
)
from training.comparison.regression import fit, judge_unseen
from training.entailer.told import HELD_OUT

ROOT = Path(__file__).resolve().parents[2]
THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)

EXAMPLES: dict[str, Callable[[Learned], Iterator[Example]]] = {
    "nearness": nearness_examples,
    "quantities": quantity_examples,
    "contradictions": contradiction_examples,
}


def main(arguments: list[str] | None = None) -> int:
    """Fit what is asked for, and print the weights with what they give on stories they were not fitted on."""
    parser = argparse.ArgumentParser(prog="python -m training.comparison", description="Fit the comparison's weights.")
    parser.add_argument("names", nargs="*", default=list(EXAMPLES), help="nearness, quantities, contradictions")
    parser.add_argument("--packs", type=Path, default=ROOT.parent / "shared/data", help="where the packs lie")
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache", help="where annotated accounts are kept")
    chosen = parser.parse_args(arguments)
    stories = list(read_stories(chosen.packs, chosen.cache))
    for name in chosen.names:
        used = [story for number, story in enumerate(stories) if name != "contradictions" or _unlearned(story, number)]
        examples = [example for story in used for example in EXAMPLES[name](story)]
        print(f"{name}: {count(examples)}")
        _report(examples)
    return 0


def _unlearned(story: Learned, number: int) -> bool:
    """Tell whether the entailer learned nothing from a story: of the events, every tenth was held out."""
    return story.fold >= EVENT_FOLDS or number % HELD_OUT == 0


def _report(examples: Sequence[Example]) -> None:
    features = np.array([one.features for one in examples])
    labels = np.array([one.label for one in examples], dtype=np.float64)
    weights = np.array([one.weight for one in examples])
    likely = judge_unseen(features, labels, weights, [one.fold for one in examples])
    for kind in sorted({one.kind for one in examples}):
        own = np.array([one.kind == kind for one in examples])
        for part, inside in (("events", True), ("labelled stories", False)):
            of = own & np.array([(one.fold < EVENT_FOLDS) == inside for one in examples])
            told = [
                f"{level}: {_share(labels, of & (likely >= level))} {_found(labels, of, likely, level)}"
                for level in THRESHOLDS
            ]
            print(f"  {kind} {part}, unseen, P and R from a likelihood of {', '.join(told)}")
    print("  weights: " + ", ".join(f"{value:g}" for value in np.round(fit(features, labels, weights), 3)))


def _share(labels: np.ndarray, chosen: np.ndarray) -> str:
    return f"{labels[chosen].mean():.2f}" if chosen.any() else "-"


def _found(labels: np.ndarray, of: np.ndarray, likely: np.ndarray, level: float) -> str:
    total = labels[of].sum()
    return f"{labels[of & (likely >= level)].sum() / total:.2f}" if total else "-"


if __name__ == "__main__":
    sys.exit(main())
