"""How well one partition matches another: B-cubed, pairs, and their bootstrap intervals."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Label = TypeVar("Label")

ROUNDS = 1000
SEED = 20250815  # a fixed seed: the same partition gives the same interval


@dataclass(frozen=True, slots=True)
class Measure:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Return the harmonic mean; 0 where both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(told: Mapping[str, str], gold: Mapping[str, str]) -> dict[str, Measure]:
    """Return each article's B-cubed precision and recall (Bagga and Baldwin 1998); both map articles to groups."""
    together = Counter((told[article], gold[article]) for article in gold)
    of_told, of_gold = Counter(told[article] for article in gold), Counter(gold.values())
    return {
        article: Measure(
            together[told[article], gold[article]] / of_told[told[article]],
            together[told[article], gold[article]] / of_gold[gold[article]],
        )
        for article in sorted(gold)
    }


def mean(parts: Sequence[Measure]) -> Measure:
    """Return the mean precision and the mean recall."""
    if not parts:
        return Measure(0.0, 0.0)
    return Measure(sum(part.precision for part in parts) / len(parts), sum(part.recall for part in parts) / len(parts))


def pairs(told: Mapping[str, str], gold: Mapping[str, str]) -> Measure:
    """Return precision and recall over the pairs of articles that are in one group."""

    def count(groups: Mapping[Label, int]) -> int:
        return sum(size * (size - 1) // 2 for size in groups.values())

    both = count(Counter((told[article], gold[article]) for article in gold))
    of_told, of_gold = count(Counter(told[article] for article in gold)), count(Counter(gold.values()))
    return Measure(both / of_told if of_told else 1.0, both / of_gold if of_gold else 1.0)


def interval(parts: Sequence[Measure], value: Callable[[list[Measure]], float]) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of `value`, drawing articles."""
    dice = random.Random(SEED)
    drawn = sorted(value(dice.choices(parts, k=len(parts))) for _ in range(ROUNDS))
    return drawn[round(0.025 * ROUNDS)], drawn[round(0.975 * ROUNDS) - 1]
