import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.extract.html_keep import strict, threshold
from nutgraf.models.block_keeper import ONE


@pytest.mark.parametrize(
    ("chances", "lengths", "expected"),
    [
        ([], [], ONE),
        ([4000, 3900, 100], [50, 60, 40], ONE // 2),
        ([1400, 1300, 10], [50, 60, 40], 1300),
        ([10, 5], [9, 9], ONE // 5),
    ],
)
def test_blocks_are_kept_where_the_expected_f1_is_greatest(chances, lengths, expected):
    assert threshold(np.array(chances, np.int64), np.array(lengths, np.int64)) == expected


@given(st.lists(st.tuples(st.integers(0, ONE), st.integers(1, 500)), min_size=1))
def test_the_threshold_does_not_depend_on_the_order_of_blocks(blocks):
    def at(rows):
        return threshold(np.array([c for c, _ in rows], np.int64), np.array([n for _, n in rows], np.int64))

    assert at(blocks) == at(blocks[::-1]) or len({c for c, _ in blocks}) < len(blocks)


def test_a_text_beyond_doubt_makes_the_rest_prove_itself():
    chances, lengths = np.array([4000, 3900, 2100], np.int64), np.array([150, 60, 40], np.int64)
    assert strict(chances, lengths, ONE // 2) == ONE * 7 // 10
    assert strict(chances, lengths // 10, ONE // 2) == ONE // 2
