"""Average link: things are joined while all of them together stay near."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping

Sums = dict[int, float]


def link_mean(
    articles: Mapping[int, Counter[str]],
    pairs: Mapping[tuple[int, int], float],
    together: float,
    apart: Callable[[tuple[int, ...], tuple[int, ...]], bool] = lambda here, there: False,
) -> list[tuple[int, ...]]:
    """Join what is nearest first, as long as the mean nearness of two groups is at least `together` (average link).

    `articles` counts for each thing the statements it stands for by article, `pairs` holds how near two things are, 0
    where nothing is said. Only statements of different articles face each other, and each facing pair counts alike.
    Groups that must stay `apart` are never joined.
    """
    members: dict[int, tuple[int, ...]] = {key: (key,) for key in articles}
    held: dict[int, Counter[str]] = dict(articles)
    sums: dict[int, Sums] = defaultdict(dict)
    queue: list[tuple[float, int, int]] = []
    for (left, right), near in sorted(pairs.items()):
        sums[left][right] = sums[right][left] = near * _facing(held[left], held[right])
        if near >= together:
            queue.append((-near, left, right))
    heapq.heapify(queue)
    fresh = max(articles, default=0) + 1
    while queue:
        _, left, right = heapq.heappop(queue)
        if left not in members or right not in members or apart(members[left], members[right]):
            continue
        joined = _join(sums, left, right)
        members[fresh] = tuple(sorted(members.pop(left) + members.pop(right)))
        held[fresh] = held.pop(left) + held.pop(right)
        for other, total in sorted(joined.items()):
            mean = round(total / max(1, _facing(held[fresh], held[other])), 9)
            if mean >= together:
                heapq.heappush(queue, (-mean, other, fresh))
        sums[fresh] = joined
        for other, total in joined.items():
            sums[other][fresh] = total
        fresh += 1
    return sorted(members.values())


def _facing(here: Counter[str], there: Counter[str]) -> int:
    """Return how many pairs of statements of two things lie in different articles."""
    small, large = sorted((here, there), key=len)
    return here.total() * there.total() - sum(number * large[article] for article, number in small.items())


def _join(sums: dict[int, Sums], left: int, right: int) -> Sums:
    joined: Sums = defaultdict(float)
    for index in (left, right):
        for other, total in sorted(sums.pop(index, {}).items()):
            if other not in (left, right):
                joined[other] += total
                sums[other].pop(index, None)
    return dict(joined)
