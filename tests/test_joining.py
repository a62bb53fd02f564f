"""Groups of whatever is one with something of its group."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.joining import join_pairs


@pytest.mark.parametrize(
    ("count", "pairs", "expected"),
    [
        (0, [], []),
        (3, [], [[0], [1], [2]]),
        (4, [(3, 1)], [[0], [1, 3], [2]]),
        (4, [(0, 1), (2, 3), (1, 2)], [[0, 1, 2, 3]]),
    ],
)
def test_what_is_one_with_a_member_is_in_its_group(count, pairs, expected):
    assert join_pairs(count, pairs) == expected


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))), st.randoms(use_true_random=False))
def test_the_order_of_pairs_and_of_their_ends_does_not_matter(pairs, random):
    mixed = [pair if random.random() < 0.5 else pair[::-1] for pair in random.sample(pairs, len(pairs))]
    assert join_pairs(10, mixed) == join_pairs(10, pairs)
