"""Average linkage, beside the plainest way of doing it."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.cluster.linkage import average_link

LEAST = 440_000


def link_plainly(sums, sizes, least, most):
    """Join the two nearest groups, searching every pair anew each time."""
    groups = {place: ([place], size) for place, size in enumerate(sizes)}

    def mean(one, two):
        (left, some), (right, others) = groups[one], groups[two]
        return Fraction(sum(int(sums[a][b]) for a in left for b in right), some * others)

    while True:
        free = [place for place in sorted(groups) if most is None or groups[place][1] <= most]
        pairs = [(-mean(one, two), one, two) for one in free for two in free if one < two]
        if not pairs or -min(pairs)[0] < least:
            return sorted(tuple(sorted(members)) for members, _ in groups.values())
        _, one, two = min(pairs)
        (left, some), (right, others) = groups[one], groups.pop(two)
        groups[one] = ([*left, *right], some + others)


@st.composite
def tables(draw):
    """Draw groups with few different likenesses, so that many are equal."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=9))
    levels = st.sampled_from([180_000, 400_000, LEAST - 1, LEAST, 500_000, 600_000, 700_000, 900_000])
    sums = np.zeros((len(sizes), len(sizes)), dtype=np.int64)
    for one in range(len(sizes)):
        for two in range(one):
            sums[one, two] = sums[two, one] = draw(levels) * sizes[one] * sizes[two]
    return sums, sizes


@settings(max_examples=250)
@given(tables(), st.sampled_from([None, 1, 2, 3, 5]))
def test_it_joins_as_the_plainest_way_does(table, most):
    sums, sizes = table
    kept = sums.copy()
    assert average_link(sums, sizes, LEAST, most) == link_plainly(sums, sizes, LEAST, most)
    assert (sums == kept).all()


def table(size, **pairs):
    sums = np.full((size, size), 180_000, dtype=np.int64)
    for pair, value in pairs.items():
        one, two = int(pair[1]), int(pair[2])
        sums[one, two] = sums[two, one] = value
    return sums


@pytest.mark.parametrize(("value", "found"), [(440_000, [(0, 1)]), (439_999, [(0,), (1,)])])
def test_two_that_just_reach_the_least_join(value, found):
    assert average_link(table(2, _01=value), [1, 1], LEAST) == found


def test_of_equals_the_lower_places_join_first():
    chain = table(4, _01=500_000, _12=500_000, _23=500_000)
    assert average_link(chain, [1, 1, 1, 1], LEAST) == [(0, 1), (2, 3)]


def test_a_third_that_is_near_to_one_of_two_stays_out():
    assert average_link(table(3, _01=600_000, _12=500_000), [1, 1, 1], LEAST) == [(0, 1), (2,)]


def test_a_full_group_joins_no_other():
    every = np.full((5, 5), 900_000, dtype=np.int64)
    assert average_link(every, [1] * 5, LEAST, most=1) == [(0, 1), (2, 3), (4,)]
    assert average_link(every, [1] * 5, LEAST, most=2) == [(0, 1, 2), (3, 4)]
    assert average_link(every * 4, [2] * 5, LEAST, most=1) == [(0,), (1,), (2,), (3,), (4,)]


def test_one_is_one():
    assert average_link(table(1), [7], LEAST) == [(0,)]
