"""Quantities: whether two figures count one thing, and what became of those whom they count."""

import pytest
from tests.compare.test_candidates import told_by
from tests.conftest import accounts_of

from nutgraf.compare.figures import collect_figures
from nutgraf.compare.quantities import FEATURES, WEIGHTS, Values, fate_of, may_be_same, read_features, same_quantity


def counted_in(*texts):
    accounts = accounts_of(*texts)
    return collect_figures(told_by(accounts), {one.article.id: one.article.text for one in accounts})


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("The fire killed 14 people.", "dead"),
        ("Nine people are still missing.", "missing"),
        ("Police arrested 12 people at the port.", "arrested"),
        ("The town has 900 people.", ""),
    ],
)
def test_the_nearest_word_tells_what_became_of_them(text, fate):
    (figure,) = counted_in(text)
    assert fate_of(figure) == fate


def test_words_behind_another_figure_belong_to_that_one():
    killed, hurt = counted_in("The crash left four people dead and nine injured.")
    assert (fate_of(killed), fate_of(hurt)) == ("dead", "hurt")


def test_the_dead_are_not_the_missing():
    left, right = counted_in("The flood killed 14 people.", "After the flood 14 people are missing.")
    assert not may_be_same(left, right, Values.of((left, right)))
    assert same_quantity(left, right, 0.99, Values.of((left, right))) == 0.0


def test_figures_that_both_accounts_give_are_not_held_against_each_other():
    figures = counted_in(
        "The duty is 25 percent on steel and 10 percent on copper.",
        "Steel pays 25 percent and copper 10 percent.",
    )
    values = Values.of(figures)
    steel, copper = (next(one for one in figures if one.value.low == low) for low in (25, 10))
    other = next(one for one in figures if one.article != steel.article and one.value.low == copper.value.low)
    assert not may_be_same(steel, other, values)


def test_nearer_statements_are_rather_of_one_quantity():
    left, right = counted_in("The fire killed 14 people.", "Nineteen people were killed by the fire.")
    values = Values.of((left, right))
    assert same_quantity(left, right, 0.1, values) < same_quantity(left, right, 0.9, values)


def test_each_thing_weighed_has_a_name_and_a_weight():
    left, right = counted_in("The fire killed 14 people.", "Nineteen people were killed by the fire.")
    assert len(FEATURES) == len(WEIGHTS) == len(read_features(left, right, 0.5, Values.of((left, right))))
