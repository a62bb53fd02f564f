"""Nearness: what two statements mean, share and count, in one number."""

import pytest
from tests.compare.test_candidates import TEXTS, told_by
from tests.conftest import accounts_of

from nutgraf.compare.alignment import TOGETHER
from nutgraf.compare.candidates import Candidate
from nutgraf.compare.nearness import FEATURES, WEIGHTS, nearness, read_features
from nutgraf.compare.shared import Shared

NOTHING = Shared(0.0, 0.0, 0.0, 0.0)


@pytest.fixture(scope="module")
def told():
    found = told_by(accounts_of(*TEXTS))
    return lambda opening: next(one for one in found if one.statement.words.startswith(opening))


def pair(meaning, behind=(0.0, 0.0)):
    return Candidate(0, 1, meaning, behind)


def near(left, right, meaning, shared=NOTHING, behind=(0.0, 0.0)):
    return nearness(left, right, pair(meaning, behind), shared)


def test_each_thing_weighed_has_a_name_and_a_weight(told):
    assert len(FEATURES) == len(WEIGHTS) == len(read_features(told("Nine"), told("Twelve"), pair(0.5), NOTHING))


def test_more_in_common_is_nearer_and_never_beyond_one(told):
    left, right = told("Nine nurses"), told("A bakery")
    bare = near(left, right, 0.2)
    assert 0 < bare < near(left, right, 0.8) < near(left, right, 0.8, Shared(0.5, 0.9, 12, 5)) <= 1


def test_what_lies_behind_the_nearest_is_less_near(told):
    left, right = told("Nine nurses"), told("Twelve nurses")
    assert near(left, right, 0.5, behind=(0.3, 0.1)) < near(left, right, 0.5)


def test_it_is_the_same_whichever_comes_first(told):
    left, right = told("Nine nurses"), told("The hospital")
    assert read_features(left, right, pair(0.4), NOTHING) == read_features(right, left, pair(0.4), NOTHING)


def test_two_that_count_the_same_are_nearer_than_two_that_count_different_things(told):
    assert near(told("Nine"), told("Nine"), 0.5) > near(told("Nine"), told("Twelve"), 0.5)


def test_a_name_and_a_day_alone_are_not_one_thing(told):
    shared = Shared(0.9, 0.9, 0.0, 9.0, bare=True)
    assert near(told("Nine"), told("A bakery"), 0.4, shared) < TOGETHER
