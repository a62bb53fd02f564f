"""The body metrics, worked by hand."""

import numpy as np
import pytest
from evals.extraction.bodies import SCORERS, shingle_row, snippet_row, word_row
from evals.extraction.cases import Body, Case, Told
from hypothesis import given
from hypothesis import strategies as st


def case(body: str = "", **given_fields) -> Case:
    return Case(id="quay", path=None, body=body, **given_fields)


def figures(body: Body, *rows) -> tuple[float, ...]:
    return tuple(SCORERS[body].figures(np.array(rows, dtype=float).sum(axis=0, keepdims=True))[0])


@pytest.mark.parametrize(
    ("gold", "told", "row"),
    [
        ("The quay stays shut", "The quay stays shut!", (1, 1, 1, 1, 1, 1)),
        ("The quay stays shut", "the quay stays shut", (0, 1, 0, 1, 0, 1)),
        ("a b c d e", "a b c d e f g", (2 / 4, 1, 1, 1, 0, 1)),
        ("a b c d e f g", "a b c d e", (1, 1, 2 / 4, 1, 0, 1)),
        ("a b c d a b c d", "a b c d", (1, 1, 1 / 5, 1, 0, 1)),
        ("short text", "short text", (1, 1, 1, 1, 1, 1)),
        ("short text", "short texts", (0, 1, 0, 1, 0, 1)),
        ("The quay stays shut", "", (0, 0, 0, 1, 0, 1)),
        ("", "The quay stays shut", (0, 1, 0, 0, 0, 1)),
        ("", "", (0, 0, 0, 0, 1, 1)),
    ],
)
def test_four_grams_keep_case_count_repeats_and_leave_out_the_empty_side(gold, told, row):
    assert shingle_row(case(gold), Told(told)) == pytest.approx(row)


def test_the_shingle_f1_is_that_of_the_mean_precision_and_the_mean_recall():
    rows = [shingle_row(case("a b c d e"), Told("a b c d e f g")), shingle_row(case("a b c d"), Told(""))]
    precision, recall, harmonic, exact = figures(Body.SHINGLES, *rows)
    assert (precision, recall, exact) == pytest.approx((0.5, 0.5, 0))
    assert harmonic == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("gold", "told", "row"),
    [
        ("The crane, the crane", "the CRANE", (1, 0.5, 2 / 3, 0, 1)),
        ("The crane", "The crane.", (1, 1, 1, 1, 1)),
        ("The crane", "the crane", (1, 1, 1, 0, 1)),
        ("The crane", "A bolt", (0, 0, 0, 0, 1)),
        ("The crane", "", (0, 0, 0, 0, 1)),
        ("", "The crane", (0, 0, 0, 0, 1)),
        ("", "", (1, 1, 1, 1, 1)),
    ],
)
def test_words_are_bags_without_case_and_two_empty_texts_match(gold, told, row):
    assert word_row(case(gold), Told(told)) == pytest.approx(row)


def test_the_word_f1_is_the_mean_over_pages():
    rows = [word_row(case("a b"), Told("a b")), word_row(case("a b"), Told("a c")), word_row(case("a"), Told(""))]
    assert figures(Body.WORDS, *rows)[2] == pytest.approx((1 + 0.5 + 0) / 3)


def test_snippets_are_looked_for_with_white_space_folded_and_summed_over_pages():
    one = case(wanted=("quay stays shut", "dredged to"), unwanted=("All rights",))
    other = case(wanted=("The union",), unwanted=("Subscribe", "More news"))
    rows = [
        snippet_row(one, Told("The quay\n stays shut.\nAll  rights reserved")),
        snippet_row(other, Told("The union welcomed it.")),
    ]
    assert rows == [(1, 1, 1, 0, 1), (1, 0, 0, 1, 1)]
    assert figures(Body.SNIPPETS, *rows) == pytest.approx((2 / 3, 2 / 3, 2 / 3, 1 / 2))


@given(st.text(max_size=60), st.text(max_size=60))
def test_every_figure_of_a_page_lies_between_nought_and_one(gold, told):
    for row, metric in ((shingle_row, Body.SHINGLES), (word_row, Body.WORDS)):
        assert all(0 <= value <= 1 for value in figures(metric, row(case(gold), Told(told))))


@given(st.text(min_size=1, max_size=60).filter(str.isalnum))
def test_what_is_right_scores_one(gold):
    for row, metric in ((shingle_row, Body.SHINGLES), (word_row, Body.WORDS)):
        assert figures(metric, row(case(gold), Told(gold))) == pytest.approx((1, 1, 1, 1))
