"""The elements of a page as arrays, against plain walks up the tree."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.extract.html_tree import read_tree


@st.composite
def trees(draw):
    """Parents of elements that are numbered as they open: each parent is one of the elements still open."""
    parents, path = [0], [0]
    for number in range(1, draw(st.integers(1, 40))):
        path = path[: draw(st.integers(1, len(path)))]
        parents.append(path[-1])
        path.append(number)
    return parents


def walk(parents, element):
    found = [element]
    while element:
        element = parents[element]
        found.append(element)
    return found


@given(trees())
def test_depths_paths_and_what_is_inside_are_those_of_a_walk(parents):
    tree, nodes = read_tree(parents), np.arange(len(parents))
    for element in nodes.tolist():
        assert tree.path(element).tolist() == walk(parents, element)[::-1]
        assert tree.depths[element] == len(walk(parents, element)) - 1
        assert tree.inside(nodes, element).tolist() == [element in walk(parents, other) for other in nodes.tolist()]


@given(trees(), st.data())
def test_the_innermost_element_that_holds_two_is_where_their_walks_meet(parents, data):
    tree, nodes = read_tree(parents), np.arange(len(parents))
    other = data.draw(st.sampled_from(nodes.tolist()))
    meeting = [next(up for up in walk(parents, node) if up in walk(parents, other)) for node in nodes.tolist()]
    assert tree.shared(nodes, other).tolist() == [len(walk(parents, up)) - 1 for up in meeting]


@given(trees(), st.data())
def test_sums_are_over_all_that_stands_in_an_element(parents, data):
    nodes = data.draw(st.lists(st.sampled_from(range(len(parents))), max_size=20))
    values = np.array([[place + 1, 1] for place in range(len(nodes))], np.int64).reshape(len(nodes), 2)
    sums = read_tree(parents).sums(np.array(nodes, np.int64), values)
    for element in range(len(parents)):
        held = [at for at, node in enumerate(nodes) if element in walk(parents, node)]
        assert sums[element].tolist() == [sum(at + 1 for at in held), len(held)]
