"""Nearness: what two statements mean, share and count, in one number; the same in any order of the statements."""

import random

import pytest
from tests.conftest import accounts_of

from nutgraf.compare.naming import fold_entities
from nutgraf.compare.nearness import NEAR, Shared, compare_meanings, nearness
from nutgraf.compare.statements import Scene, cut_statements

NOTHING = Shared(0.0, 0.0, 0.0, 0.0)

TEXTS = (
    "The hospital will stop admitting patients overnight in June. Nine nurses will lose their posts.",
    "Inpatient care ends at the clinic this summer. The roof was repaired two years ago.",
    "Twelve nurses will lose their posts. A bakery in the old town gave out bread.",
)


@pytest.fixture(scope="module")
def told():
    accounts = accounts_of(*TEXTS)
    outlets = {account.article.id: account.article.carrier for account in accounts}
    scene = Scene(tuple(accounts), outlets, fold_entities(accounts), {})
    return [one for account in accounts for one in cut_statements(account, scene)]


def pairs_of(told, sharing=()):
    return {(left, right): cosine for left, right, cosine in compare_meanings(told, sharing)}


def of(told, opening):
    return next(index for index, one in enumerate(told) if one.statement.words.startswith(opening))


def test_one_thing_in_other_words_is_near_and_another_thing_is_not(told):
    pairs = pairs_of(told)
    assert pairs[of(told, "The hospital"), of(told, "Inpatient")] > NEAR
    assert (of(told, "The hospital"), of(told, "A bakery")) not in pairs


def test_pairs_that_share_words_are_compared_however_far_apart_they_are(told):
    far = (of(told, "The hospital"), of(told, "A bakery"))
    assert far not in pairs_of(told)
    assert pairs_of(told, {far})[far] < NEAR


def test_statements_of_one_article_are_never_compared(told):
    assert all(told[left].statement.article != told[right].statement.article for left, right in pairs_of(told))


def test_the_order_of_the_statements_changes_nothing(told):
    mixed = random.Random(3).sample(told, len(told))
    here = {frozenset((told[a].statement.id, told[b].statement.id)): c for (a, b), c in pairs_of(told).items()}
    there = {frozenset((mixed[a].statement.id, mixed[b].statement.id)): c for (a, b), c in pairs_of(mixed).items()}
    assert here == there


def test_more_in_common_is_nearer_and_never_beyond_one(told):
    left, right = told[of(told, "Nine nurses")], told[of(told, "A bakery")]
    bare = nearness(left, right, 0.2, NOTHING)
    assert 0 < bare < nearness(left, right, 0.8, NOTHING) < nearness(left, right, 0.8, Shared(0.5, 0.9, 12.0, 5.0)) <= 1


def test_two_that_count_differently_are_rather_of_one_thing(told):
    nine, twelve, bread = (told[of(told, opening)] for opening in ("Nine", "Twelve", "A bakery"))
    assert nearness(nine, twelve, 0.5, NOTHING) > nearness(nine, bread, 0.5, NOTHING)
