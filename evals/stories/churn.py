"""Do ids stay? Articles come in over 24 simulated hours at random; the ids of their stories are compared with the end.

Nothing here knows how stories are made: `group` takes the accounts that are there so far and tells the story of each.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from evals.stories.partitions import Partition
from nutgraf.records.annotation import Account

HOURS, ARRIVALS, SEED = 24, 20, 20250815

Item = TypeVar("Item")
GroupAccounts = Callable[[Sequence[Account]], Partition]
"""From the accounts that are there so far to the story of each article."""


@dataclass(frozen=True, slots=True)
class Churn:
    """The articles of one arrival: how many there were, whose old id became an alias, whose story is another."""

    articles: int
    renamed: int
    moved: int


def measure_churn(accounts: Sequence[Account], group: GroupAccounts, arrivals: int = ARRIVALS) -> Iterator[Churn]:
    """Yield what changed in each arrival."""
    dice = random.Random(SEED)
    for _ in range(arrivals):
        yield follow(arrive(accounts, dice), group)


def arrive(items: Sequence[Item], dice: random.Random) -> list[list[Item]]:
    """Return a batch for each hour, each item in one of them, in random order within it."""
    hours: list[list[Item]] = [[] for _ in range(HOURS)]
    for item in dice.sample(items, len(items)):
        dice.choice(hours).append(item)
    return hours


def follow(hours: Sequence[Sequence[Account]], group: GroupAccounts) -> Churn:
    """Let the batches come in and compare each article's first id with its last."""
    there: list[Account] = []
    first: dict[str, str] = {}
    now: Partition = {}
    aliases: dict[str, str] = {}
    for batch in hours:
        there += batch
        before, now = now, group(there) if there else {}
        aliases = carry_aliases(aliases, before, now)
        first |= {account.article.id: now[account.article.id] for account in batch}
    changed = [article for article, story in first.items() if now[article] != story]
    renamed = sum(aliases.get(first[article]) == now[article] for article in changed)
    return Churn(len(first), renamed, len(changed) - renamed)


def carry_aliases(aliases: Mapping[str, str], before: Partition, now: Partition) -> dict[str, str]:
    """Return which id that is gone leads to which story, by the rule of the store: to that of most of its articles."""
    held: dict[str, Counter[str]] = defaultdict(Counter)
    for article, story in before.items():
        held[story][now[article]] += 1
    standing = set(now.values())
    gone = {story: homes for story, homes in held.items() if story not in standing}
    heirs = {story: min(homes, key=lambda home: (-homes[home], home)) for story, homes in gone.items()}
    kept = {old: heirs.get(story, story) for old, story in aliases.items()}
    return {old: story for old, story in (kept | heirs).items() if old not in standing}


def count_outcomes(
    accounts: Sequence[Account], outcome: Callable[[Sequence[Account]], Hashable], shuffles: int = ARRIVALS
) -> int:
    """Return how many different outcomes the same accounts give in different orders: one, if order does not matter."""
    dice = random.Random(SEED)
    shuffled = (dice.sample(accounts, len(accounts)) for _ in range(shuffles))
    return len(set(map(outcome, shuffled)))
