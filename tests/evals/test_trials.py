from __future__ import annotations

import pytest
from evals.trials import Score, Trial, hit, interval
from hypothesis import given
from hypothesis import strategies as st

trials = st.lists(st.builds(hit, st.sampled_from("abcd"), st.booleans(), st.just("")), max_size=30)


@pytest.mark.parametrize(
    ("made", "value"),
    [((), None), ((Trial("a", 1, 1), Trial("b", 0, 1)), 0.5), ((Trial("a", 30, 40), Trial("b", 60, 60)), 0.9)],
)
def test_a_score_is_the_share_of_what_could_be_right(made, value):
    assert Score("a", made).value == value


@given(trials)
def test_the_interval_lies_within_the_groups_and_is_the_same_again(made):
    score = Score("a", tuple(made))
    spread = interval(score)
    if len({trial.group for trial in made}) < 2:
        assert spread is None
    else:
        assert spread == interval(Score("a", tuple(reversed(made))))
        assert spread is not None
        assert 0 <= spread[0] <= spread[1] <= 1


def test_whole_groups_are_drawn_so_one_bad_article_widens_the_interval():
    even = Score("a", tuple(hit(group, right, "") for group in "abcdefgh" for right in (True, False)))
    split = Score("a", tuple(hit(group, group < "e", "") for group in "abcdefgh" for _ in range(2)))
    assert interval(even) == (0.5, 0.5)
    low, high = interval(split) or (0.5, 0.5)
    assert low < 0.3
    assert high > 0.7


def test_only_what_was_not_fully_right_is_a_miss():
    half = Trial("a", 0.5, 1, "half")
    assert Score("a", (hit("a", True, "right"), half, hit("b", False, "wrong"))).misses[0] is half
