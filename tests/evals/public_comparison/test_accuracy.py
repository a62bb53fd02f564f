"""Shares of pairs judged right, F1 of a kind, and ranks, on small examples counted by hand."""

import numpy as np
import pytest
from evals.public_comparison.accuracy import accuracy, auc, f1
from hypothesis import given
from hypothesis import strategies as st


def test_the_share_of_pairs_that_are_right():
    found = accuracy(np.array([True, True, False, True] * 10))
    assert found.value == pytest.approx(0.75)
    assert found.low < 0.75 < found.high


def test_pairs_of_one_group_are_drawn_together():
    right = np.array([True] * 20 + [False] * 20)
    alone, together = accuracy(right), accuracy(right, ["ferry"] * 20 + ["bridge"] * 20)
    assert together.value == alone.value == 0.5
    assert (together.low, together.high) == (0, 1)
    assert alone.low > 0.2


def test_f1_of_what_is_told_to_be_of_a_kind():
    told, gold = np.array([True, True, False, False]), np.array([True, False, True, False])
    assert f1(told, gold, [0, 1, 2, 3]).value == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("scores", "gold", "expected"),
    [
        ([0.9, 0.8, 0.2, 0.1], [1, 1, 0, 0], 1.0),
        ([0.9, 0.8, 0.2, 0.1], [0, 0, 1, 1], 0.0),
        ([0.5, 0.5, 0.5, 0.5], [1, 0, 1, 0], 0.5),
        ([0.9, 0.5, 0.5, 0.1], [1, 1, 0, 0], 0.875),
    ],
)
def test_how_often_one_of_the_kind_stands_above_one_that_is_not(scores, gold, expected):
    assert auc(np.array(scores), np.array(gold, dtype=bool), range(4)).value == pytest.approx(expected)


@given(st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=2, max_size=12))
def test_the_rank_is_what_counting_every_two_gives(rows):
    scores = np.array([score for score, _ in rows], dtype=float)
    gold = np.array([kind for _, kind in rows])
    won = [(a > b) + (a == b) / 2 for a in scores[gold] for b in scores[~gold]]
    expected = sum(won) / len(won) if won else 0.0
    assert auc(scores, gold, range(len(rows))).value == pytest.approx(expected)
