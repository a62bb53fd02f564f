"""What time does to likeness."""

import numpy as np
import pytest

from nutgraf.cluster.features import read_account
from nutgraf.cluster.moments import YEARS_APART, Moments

OLD = "In 1961 the mail boat sank. The inquiry of 1961 took until 1963."


def weighed(write, one, two):
    features = [read_account(write(key, None, *row)) for key, row in (("a", one), ("b", two))]
    likeness = np.array([0.5, 0.5])
    there, back = (Moments(features).weigh(likeness, place)[1 - place] for place in (0, 1))
    assert there == back
    return float(there)


@pytest.mark.parametrize(
    ("one", "two", "left"),
    [
        (("Rain.", "2031-05-02"), ("Rain.", "2031-05-02"), 0.5),
        (("Rain.", None), ("Rain.", "2031-05-02"), 0.5),
        ((OLD, None), ("Rain.", None), 0.5),
        ((OLD, None), ("Rain.", "2031-05-02"), 0.5 * YEARS_APART),
        ((OLD, None), ("Rain, as in 1961.", "2031-05-02"), 0.5),
        ((OLD, None), ("Rain, as in 1987.", None), 0.5 * YEARS_APART),
    ],
)
def test_years_long_gone_keep_accounts_apart(write, one, two, left):
    assert weighed(write, one, two) == left


def test_a_month_apart_is_less_alike(write):
    near = weighed(write, ("Rain.", "2031-05-02"), ("Rain.", "2031-05-05"))
    far = weighed(write, ("Rain.", "2031-05-02"), ("Rain.", "2031-06-05"))
    assert far < near
