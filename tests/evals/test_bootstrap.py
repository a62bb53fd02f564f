"""Intervals over pages, and the difference of two systems on the same draws."""

import numpy as np
import pytest
from evals.bootstrap import compare, draws, measure, share, weigh


def test_the_same_rows_give_the_same_interval_and_it_holds_the_value():
    rows = np.array([[float(place % 3 == 0), 1.0] for place in range(60)])
    first, again = measure(rows, share)[0], measure(rows, share)[0]
    assert first == again
    assert first.value == pytest.approx(1 / 3)
    assert 0.15 < first.low < first.value < first.high < 0.5


def test_a_draw_has_as_many_pages_as_there_are():
    assert set(draws(7).sum(axis=1)) == {7.0}


def test_a_paired_difference_is_nought_for_equal_systems_and_narrow_where_one_is_always_better():
    rows = np.array([[float(place % 2), 1.0] for place in range(40)])
    same = compare(rows, rows, share)[0]
    assert (same.value, same.low, same.high) == (0, 0, 0)
    better = compare(rows + np.array([0.1, 0.0]), rows, share)[0]
    assert (better.value, better.low, better.high) == pytest.approx((0.1, 0.1, 0.1))


def test_pages_that_are_not_asked_do_not_count():
    assert measure(np.array([[1.0, 1.0], [0.0, 0.0], [0.0, 1.0]]), share)[0].value == pytest.approx(0.5)


def test_figures_that_are_no_sums_are_drawn_as_those_that_are():
    rows = np.array([[float(place % 3 == 0), 1.0] for place in range(60)])
    assert weigh(60, lambda weights: share(weights @ rows)) == pytest.approx(measure(rows, share))
