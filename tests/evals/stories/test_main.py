from evals.bootstrap import Measured
from evals.stories.__main__ import may_have_floor


def test_shares_have_floors_but_counts_and_what_f1_holds_have_none():
    assert may_have_floor("F1", Measured(0.9, 0.8, 1.0))
    assert may_have_floor("kept their id", 0.6)
    assert not may_have_floor("stories", 12)
    assert not may_have_floor("R", Measured(0.9, 0.8, 1.0))
