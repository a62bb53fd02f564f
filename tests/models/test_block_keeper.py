import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nutgraf.models.block_keeper import ONE, REACH, UNIT, Trees, chances_by

TREES = Trees(
    columns=np.array([[0, 1]], np.int16),
    offsets=np.array([[0, -1]], np.int8),
    borders=np.array([[100, 10]], np.uint8),
    leaves=np.array([[-2 * UNIT, 0, 0, 2 * UNIT]], np.int32),
    bias=np.array([0], np.int32),
)
"""Is the block's first feature above 100, and the second of the block before above 10."""


def test_a_leaf_is_found_by_the_answers():
    rows = np.array([[200, 50], [200, 0], [50, 0]], np.uint8)
    low, even, high = chances_by(TREES, rows)[[2, 0, 1]]
    assert (low, even, high) == (488, ONE // 2, 3608)


def test_no_blocks_no_chances():
    assert len(chances_by(TREES, np.zeros((0, 2), np.uint8))) == 0


@given(arrays(np.uint8, st.tuples(st.integers(1, 30), st.just(2))), st.integers(0, 5))
def test_what_stands_further_away_than_the_reach_changes_nothing(rows, more):
    longer = np.vstack([rows, np.zeros((REACH + more, 2), np.uint8)])
    assert np.array_equal(chances_by(TREES, rows), chances_by(TREES, longer)[: len(rows)])


def test_many_blocks_are_asked_in_turns_as_if_at_once():
    rows = np.random.default_rng(20_311).integers(0, 256, (4_300, 2), np.uint8)
    near = [chances_by(TREES, rows[max(0, at - REACH) : at + REACH + 1])[min(at, REACH)] for at in range(len(rows))]
    assert chances_by(TREES, rows).tolist() == near
