"""Figures: one quantity as several accounts give it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.compare.figures import bounds, compatible, read_value
from nutgraf.records.annotation import Change, Figure, Qualifier


def test_those_who_had_been_missing_are_no_count_of_the_missing(find):
    found = find(
        "figures",
        "Three people are still missing after the flood in Lower Vale.",
        "Two people who had been missing since the flood in Lower Vale were found alive in a barn.",
    )
    assert not {"differ", "update"} & {verdict for verdict, _ in found}


def test_what_is_told_behind_an_apposition_belongs_to_the_figure(find):
    found = find(
        "figures",
        "Three people are still missing after the flood in Lower Vale.",
        "One person, a 34-year-old lorry driver, is still missing after the flood in Lower Vale.",
    )
    assert {"differ", "update"} & {verdict for verdict, _ in found}


AGREE = [
    (
        "The shipyard posted a loss of 4 million euros for the spring quarter.",
        "The shipyard posted a loss of 4.2 million euros for the spring quarter.",
    ),
    (
        "The flood killed 14 people in Lower Vale, police said.",
        "At least 14 people were killed by the flood in Lower Vale, police said.",
    ),
    (
        "About 300 houses were flooded in Lower Vale, the mayor said.",
        "The mayor said 312 houses were flooded in Lower Vale.",
    ),
    ("More than 200 homes lost power in Sund, the utility said.", "The utility said 340 homes lost power in Sund."),
    (
        "Up to 50,000 people joined the march in Sund, organisers said.",
        "Police said 12,000 people joined the march in Sund.",
    ),
    (
        "The fire burned 1,200 hectares of forest near Vale.",
        "The fire burned nearly 1,300 hectares of forest near Vale.",
    ),
    (
        "Police said 17 people were injured in the Vale crash.",
        "Seventeen people were injured in the Vale crash, police said.",
    ),
]

DIFFER = [
    (
        "The flood killed 14 people in Lower Vale, police said.",
        "The flood killed 19 people in Lower Vale, police said.",
    ),
    (
        "About 300 houses were flooded in Lower Vale, the mayor said.",
        "The mayor said 412 houses were flooded in Lower Vale.",
    ),
]

NOT_ONE_QUANTITY = [
    ("The flood damaged 40 houses in Lower Vale.", "The flood killed 12 people in Lower Vale."),
    ("The suspect is 34 years old.", "The suspect fled in a car bought 34 days earlier."),
    ("The team has 3 goalkeepers.", "The hospital treated 3 drivers after the crash."),
    ("The bank lent 4 million euros to the port.", "The port handled 4 million tonnes of grain."),
]


@pytest.mark.parametrize(("left", "right"), AGREE)
def test_figures_that_fit_agree(left, right, find):
    assert [verdict for verdict, _ in find("figures", left, right)] == ["agree"]


@pytest.mark.parametrize(("left", "right"), DIFFER)
def test_figures_of_one_day_that_do_not_fit_differ(left, right, find):
    assert [verdict for verdict, _ in find("figures", left, right)] == ["differ"]


@pytest.mark.parametrize(("left", "right"), NOT_ONE_QUANTITY)
def test_figures_of_different_things_are_not_compared(left, right, find):
    assert find("figures", left, right) == []


def test_a_later_higher_toll_is_news_and_no_contradiction(find):
    texts = (
        "The flood killed 14 people in Lower Vale, police said.",
        "The flood has now killed 19 people in Lower Vale, police said.",
    )
    found = find("figures", *texts, published=("2026-03-04", "2026-03-06"))
    assert found == [("update", ("14 people", "19 people"))]


def test_a_toll_that_fell_on_the_same_day_differs(find):
    texts = (
        "The flood has now killed 19 people in Lower Vale, police said.",
        "The flood killed 14 people in Lower Vale, police said.",
    )
    assert [verdict for verdict, _ in find("figures", *texts)] == ["differ"]


def test_a_rise_is_no_fall_of_the_same_size():
    rise = replace(figure(5, unit="%"), change=Change.UP)
    assert not compatible(rise, replace(rise, change=Change.DOWN))
    assert compatible(rise, figure(5, unit="%"))


def figure(low, qualifier=Qualifier.EXACT, high=None, unit=""):
    return Figure(0, 1, low, low if high is None else high, unit, qualifier, "", None, None, ())


@pytest.mark.parametrize(
    ("given_figure", "expected"),
    [
        (figure(14), (14, 14)),
        (figure(14, Qualifier.AT_LEAST), (14, float("inf"))),
        (figure(14, Qualifier.AT_MOST), (float("-inf"), 14)),
        (figure(3, Qualifier.RANGE, 5), (3, 5)),
    ],
)
def test_bounds(given_figure, expected):
    assert bounds(given_figure) == expected


@pytest.mark.parametrize(
    ("given_figure", "expected"),
    [
        (figure(14), "14"),
        (figure(14, unit="people"), "14 people"),
        (figure(300, Qualifier.RANGE, 400, "people"), "300 to 400 people"),
        (figure(14, Qualifier.AT_LEAST, unit="people"), "at least 14 people"),
        (figure(2_500_000, unit="eur"), "2,500,000 eur"),
    ],
)
def test_value_in_plain_words(given_figure, expected):
    assert read_value(given_figure) == expected


FIGURES = st.builds(figure, st.integers(0, 10_000), st.sampled_from([q for q in Qualifier if q is not Qualifier.RANGE]))


@given(FIGURES, FIGURES)
def test_fitting_is_mutual(left, right):
    assert compatible(left, right) == compatible(right, left)


@given(FIGURES)
def test_a_figure_fits_itself(one):
    assert compatible(one, one)
