"""Joining: groups of whatever is one with something of its group."""

from __future__ import annotations

from collections.abc import Iterable


def join_pairs(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the connected groups of `count` things by index, each sorted, by their first member (union-find)."""
    parent = list(range(count))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for left, right in pairs:
        here, there = root(left), root(right)
        parent[max(here, there)] = min(here, there)
    groups: dict[int, list[int]] = {}
    for index in range(count):
        groups.setdefault(root(index), []).append(index)
    return [groups[first] for first in sorted(groups)]
