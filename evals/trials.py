"""Scores made of single trials, with a bootstrap interval over articles."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass

ROUNDS = 1000
SEED = 20250815  # a fixed seed: the same trials give the same interval, byte for byte


@dataclass(frozen=True, slots=True)
class Trial:
    """One thing that could be right: `got` of `of`; `group` is the article (or the gold item) it belongs to."""

    group: str
    got: float
    of: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """A named share of things that are right."""

    name: str
    trials: tuple[Trial, ...]

    @property
    def n(self) -> int:
        """How many trials."""
        return len(self.trials)

    @property
    def value(self) -> float | None:
        """Return the share, or `None` where there was nothing to judge."""
        total = sum(trial.of for trial in self.trials)
        return sum(trial.got for trial in self.trials) / total if total else None

    @property
    def misses(self) -> tuple[Trial, ...]:
        """The trials that were not fully right."""
        return tuple(trial for trial in self.trials if trial.got < trial.of)


def hit(group: str, right: bool, note: str) -> Trial:
    """Return a trial that is right or wrong."""
    return Trial(group, float(right), 1.0, note)


def interval(score: Score) -> tuple[float, float] | None:
    """Return the 95 % bootstrap interval, drawing whole groups; `None` for fewer than two groups."""
    sums: dict[str, tuple[float, float]] = {}
    for trial in score.trials:
        got, of = sums.get(trial.group, (0.0, 0.0))
        sums[trial.group] = (got + trial.got, of + trial.of)
    groups = [sums[name] for name in sorted(sums)]
    if len(groups) < 2:
        return None
    dice = random.Random(SEED)
    shares = sorted(_share(dice.choices(groups, k=len(groups))) for _ in range(ROUNDS))
    return shares[round(0.025 * ROUNDS)], shares[round(0.975 * ROUNDS) - 1]


def _share(drawn: Iterable[tuple[float, float]]) -> float:
    got, of = (sum(column) for column in zip(*drawn, strict=True))
    return got / of if of else 0.0
