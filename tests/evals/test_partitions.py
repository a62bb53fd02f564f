"""B-cubed and pair scores, worked by hand."""

import pytest
from evals.stories.ecbplus import Document, write_article
from evals.stories.floor import single_pass, weigh
from evals.stories.partitions import b_cubed, interval, mean, pairs
from hypothesis import given
from hypothesis import strategies as st

GOLD = {"a": "x", "b": "x", "c": "x", "d": "y"}


@pytest.mark.parametrize(
    ("told", "precision", "recall"),
    [
        ({"a": "1", "b": "1", "c": "1", "d": "2"}, 1.0, 1.0),
        ({"a": "1", "b": "1", "c": "2", "d": "2"}, (1 + 1 + 0.5 + 0.5) / 4, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4),
        ({"a": "1", "b": "2", "c": "3", "d": "4"}, 1.0, (1 / 3 * 3 + 1) / 4),
        ({"a": "1", "b": "1", "c": "1", "d": "1"}, (3 / 4 * 3 + 1 / 4) / 4, 1.0),
    ],
)
def test_b_cubed(told, precision, recall):
    measured = mean(list(b_cubed(told, GOLD).values()))
    assert (measured.precision, measured.recall) == pytest.approx((precision, recall))


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


@given(st.dictionaries(st.text(max_size=2), st.sampled_from("xyz"), min_size=1))
def test_what_is_right_scores_one(gold):
    parts = list(b_cubed(gold, gold).values())
    assert mean(parts).f1 == pytest.approx(1)
    assert interval(parts, lambda drawn: mean(drawn).f1) == pytest.approx((1, 1))


def test_addresses_and_date_lines_are_dropped_and_marks_put_back():
    sentences = ("http : / / a . b", "May 3 , 2013", "`` No , '' she said .", "It was 2013 again .")
    assert write_article(Document("1_1", 1, "e", sentences)).text == '"No," she said.\nIt was 2013 again.'


def test_the_floor_puts_like_to_like():
    rows = weigh(["red mud flood", "mud flood again", "queen crowned", "crowned queen waves"])
    assert single_pass(rows @ rows.T, [0, 1, 2, 3], 0.1) == [0, 0, 1, 1]
