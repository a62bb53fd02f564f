"""The elements of an HTML page as arrays: elements are numbered as they open, so all within one follow it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Tree:
    """For each element its parent, how deep it stands (the page itself 0), and the number after the last one in it."""

    parents: Whole
    depths: Whole
    ends: Whole

    def sums(self, nodes: Whole, values: Whole) -> Whole:
        """Return for each element the sum of the rows of `values` whose nodes stand in it."""
        own = np.zeros((len(self.parents) + 1, *values.shape[1:]), np.int64)
        np.add.at(own, nodes + 1, values)
        running = np.cumsum(own, axis=0)
        found: Whole = running[self.ends] - running[np.arange(len(self.parents))]
        return found

    def inside(self, nodes: Whole, box: int) -> Flags:
        """Tell for each node whether it stands in an element, or is it."""
        found: Flags = (nodes >= box) & (nodes < self.ends[box])
        return found

    def shared(self, nodes: Whole, other: int) -> Whole:
        """Return for each node how deep the innermost element stands that holds both it and another."""
        path = self.path(other)
        # The elements of a path hold one another: their starts ascend and their ends descend.
        begun = np.searchsorted(path, nodes, side="right")
        open_yet = len(path) - np.searchsorted(self.ends[path][::-1], nodes, side="right")
        return np.minimum(begun, open_yet) - 1

    def path(self, node: int) -> Whole:
        """Return the elements around a node from the page inwards, itself the last."""
        found = [node]
        while found[-1]:
            found.append(int(self.parents[found[-1]]))
        return np.array(found[::-1])


def read_tree(parents: Sequence[int]) -> Tree:
    """Return the tree of a page's elements."""
    count = len(parents)
    depths, ends = [0] * count, list(range(1, count + 1))
    for element in range(1, count):
        depths[element] = depths[parents[element]] + 1
    for element in range(count - 1, 0, -1):
        parent = parents[element]
        if ends[element] > ends[parent]:
            ends[parent] = ends[element]
    return Tree(np.array(parents), np.array(depths), np.array(ends))
