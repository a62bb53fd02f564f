"""How well one partition matches another: B-cubed, pairs, purity, and which events and groups are torn or mixed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

Label = TypeVar("Label")
Partition = Mapping[str, str]
"""Articles and the group of each."""


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


def b_cubed(told: Partition, gold: Partition) -> dict[str, Measure]:
    """Return each article's B-cubed precision and recall (Bagga and Baldwin 1998), by article in order."""
    together = Counter((told[article], gold[article]) for article in gold)
    of_told, of_gold = Counter(told[article] for article in gold), Counter(gold.values())
    return {
        article: Measure(
            together[told[article], gold[article]] / of_told[told[article]],
            together[told[article], gold[article]] / of_gold[gold[article]],
        )
        for article in sorted(gold)
    }


def b_cubed_f1(told: Partition, gold: Partition) -> float:
    """Return F1 of the mean precision and the mean recall."""
    parts = list(b_cubed(told, gold).values())
    count = max(1, len(parts))
    return Measure(sum(part.precision for part in parts) / count, sum(part.recall for part in parts) / count).f1


def pairs(told: Partition, gold: Partition) -> Measure:
    """Return precision and recall over the pairs of articles that are in one group."""

    def count(groups: Mapping[Label, int]) -> int:
        return sum(size * (size - 1) // 2 for size in groups.values())

    both = count(Counter((told[article], gold[article]) for article in gold))
    of_told, of_gold = count(Counter(told[article] for article in gold)), count(Counter(gold.values()))
    return Measure(both / of_told if of_told else 1.0, both / of_gold if of_gold else 1.0)


def purity(told: Partition, gold: Partition) -> float:
    """Return the share of articles that are of their group's most frequent event."""
    held: dict[str, Counter[str]] = defaultdict(Counter)
    for article, event in gold.items():
        held[told[article]][event] += 1
    return sum(max(counts.values()) for counts in held.values()) / max(1, len(gold))


def torn(told: Partition, gold: Partition) -> dict[str, tuple[str, ...]]:
    """Return the events that are spread over several groups, and these groups: split errors."""
    return _several(gold, told)


def mixed(told: Partition, gold: Partition) -> dict[str, tuple[str, ...]]:
    """Return the groups that hold several events, and these events: merge errors."""
    return _several(told, gold)


def _several(outer: Partition, inner: Partition) -> dict[str, tuple[str, ...]]:
    held: dict[str, set[str]] = defaultdict(set)
    for article in outer.keys() & inner.keys():
        held[outer[article]].add(inner[article])
    return {label: tuple(sorted(held[label])) for label in sorted(held) if len(held[label]) > 1}
