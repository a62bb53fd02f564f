"""B-cubed, pairs, purity, torn events and mixed stories, worked by hand."""

import pytest
from evals.bootstrap import Measured
from evals.stories.floor import orders, single_pass
from evals.stories.partitions import b_cubed, b_cubed_f1, mixed, pairs, purity, torn
from evals.stories.scores import score_orders, score_partition
from hypothesis import given
from hypothesis import strategies as st

GOLD = {"a": "x", "b": "x", "c": "x", "d": "y"}
WORKED = [
    ({"a": "1", "b": "1", "c": "1", "d": "2"}, 1.0, 1.0),
    ({"a": "1", "b": "1", "c": "2", "d": "2"}, (1 + 1 + 0.5 + 0.5) / 4, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4),
    ({"a": "1", "b": "2", "c": "3", "d": "4"}, 1.0, (1 / 3 * 3 + 1) / 4),
    ({"a": "1", "b": "1", "c": "1", "d": "1"}, (3 / 4 * 3 + 1 / 4) / 4, 1.0),
]


@pytest.mark.parametrize(("told", "precision", "recall"), WORKED)
def test_b_cubed(told, precision, recall):
    parts = b_cubed(told, GOLD).values()
    assert sum(part.precision for part in parts) / 4 == pytest.approx(precision)
    assert sum(part.recall for part in parts) / 4 == pytest.approx(recall)
    figures = score_partition("nutgraf", told, GOLD).figures
    assert (figures["B-cubed P"].value, figures["R"].value) == pytest.approx((precision, recall))
    assert figures["F1"].value == pytest.approx(b_cubed_f1(told, GOLD))


@pytest.mark.parametrize(
    ("told", "precision", "recall"),
    [
        ({"a": "1", "b": "1", "c": "2", "d": "2"}, 1 / 2, 1 / 3),
        ({"a": "1", "b": "2", "c": "3", "d": "4"}, 1.0, 0.0),
        ({"a": "1", "b": "1", "c": "1", "d": "1"}, 1 / 2, 1.0),
    ],
)
def test_pairs(told, precision, recall):
    measured = pairs(told, GOLD)
    assert (measured.precision, measured.recall) == pytest.approx((precision, recall))


def test_torn_events_and_mixed_stories_are_named_with_their_parts():
    told = {"a": "1", "b": "1", "c": "2", "d": "2"}
    assert torn(told, GOLD) == {"x": ("1", "2")}
    assert mixed(told, GOLD) == {"2": ("x", "y")}
    assert purity(told, GOLD) == 3 / 4
    figures = score_partition("nutgraf", told, GOLD).figures
    assert (figures["stories"], figures["split events"], figures["merged stories"]) == (2, 1, 1)


def test_articles_beside_the_labelled_ones_make_no_story_mixed_but_are_no_part_of_the_score():
    told = {"a": "1", "b": "1", "c": "1", "d": "2", "noise": "1"}
    assert b_cubed_f1(told, GOLD) == pytest.approx(1)
    assert mixed(told, GOLD) == {}


@given(st.dictionaries(st.text(max_size=2), st.sampled_from("xyz"), min_size=1))
def test_what_is_right_scores_one(gold):
    figures = score_partition("nutgraf", gold, gold).figures
    assert figures["F1"] == Measured(1, 1, 1)
    assert (figures["pair F1"], figures["purity"]) == (1, 1)


def test_several_orders_of_arrival_give_a_mean_without_an_interval():
    line = score_orders("peer", [GOLD, dict.fromkeys(GOLD, "1")], GOLD)
    assert line.system == "peer, mean of 2 orders"
    assert line.figures["purity"] == pytest.approx((1 + 3 / 4) / 2)
    assert line.figures["stories"] == round(1.5)


def test_the_single_pass_puts_like_to_like():
    import numpy as np

    likeness = np.array([[1, 0.8, 0, 0], [0.8, 1, 0.1, 0], [0, 0.1, 1, 0.7], [0, 0, 0.7, 1.0]])
    assert single_pass(likeness, [0, 1, 2, 3], 0.5) == [0, 0, 1, 1]
    assert single_pass(likeness, [3, 1, 2, 0], 0.5) == [1, 1, 0, 0]
    assert single_pass(likeness, [0, 1, 2, 3], 0.9) == [0, 1, 2, 3]


def test_orders_are_the_same_in_every_run():
    assert orders(5) == orders(5)
    assert all(sorted(order) == [0, 1, 2, 3, 4] for order in orders(5))
