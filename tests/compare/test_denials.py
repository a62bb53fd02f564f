"""Denials: yes against no."""

import pytest

DENIED = [
    (
        "Ivo Krantz took a bribe from the builder, prosecutors say.",
        "Ivo Krantz never took a bribe from the builder, his lawyer said.",
    ),
    (
        "The ministry received the engineers' letter about the gate in November, the union said.",
        "The ministry denied that it received the engineers' letter about the gate in November.",
    ),
    (
        "The company said it had paid the tax on the ship.",
        "The company has not paid the tax on the ship, the treasury said.",
    ),
]

NO_DENIAL = [
    (
        "The ministry received the engineers' letter about the gate in November, the union said.",
        "The ministry did not comment on the price of fish.",
    ),
    (
        "The company said it paid the tax on the ship.",
        "The company denied a report about its chief executive's health.",
    ),
    ("The company did not pay the tax on the ship.", "The company never paid the tax on the ship."),
    ("The company paid the tax on the ship.", "The company paid the tax on the ship in May."),
]


@pytest.mark.parametrize(("yes", "no"), DENIED)
def test_yes_and_no_stand_side_by_side(yes, no, find):
    assert find("denial", yes, no) == [("differ", (yes, no))]


@pytest.mark.parametrize(("yes", "no"), DENIED)
def test_the_order_of_the_accounts_does_not_matter(yes, no, find):
    assert [(v, set(words)) for v, words in find("denial", no, yes)] == [("differ", {yes, no})]


@pytest.mark.parametrize(("left", "right"), NO_DENIAL)
def test_other_matters_and_two_noes_are_no_denial(left, right, find):
    assert find("denial", left, right) == []


def test_any_such_plan_is_the_plan_of_the_sentence_before(find):
    plan = "The board of the harbour company will decide whether to replace Ivo Krantz, a person close to it said."
    denial = "Its spokeswoman, Olga Brenn, denied on Friday that any such item was on the agenda."
    reported = f"The Courier reported that the board will consider replacing Ivo Krantz. {denial}"
    assert find("denial", plan, reported) == [("differ", (plan, denial))]
