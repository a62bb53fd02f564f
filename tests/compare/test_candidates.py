"""Candidates: statements that may speak of one thing, near by what they mean; the same in any order of the accounts."""

import pytest
from tests.conftest import accounts_of

from nutgraf.compare.candidates import BEHIND, NEAR, find_candidates
from nutgraf.compare.naming import fold_entities
from nutgraf.compare.statements import Scene, cut_statements

TEXTS = (
    "The hospital will stop admitting patients overnight in June. Nine nurses will lose their posts.",
    "Inpatient care ends at the clinic this summer. The roof was repaired two years ago.",
    "Twelve nurses will lose their posts. A bakery in the old town gave out bread.",
)


def told_by(accounts):
    outlets = {account.article.id: account.article.carrier for account in accounts}
    scene = Scene(tuple(accounts), outlets, fold_entities(accounts), {})
    return [one for account in accounts for one in cut_statements(account, scene)]


@pytest.fixture(scope="module")
def accounts():
    return accounts_of(*TEXTS)


def pairs_of(told):
    return {
        frozenset((told[one.left].statement.id, told[one.right].statement.id)): (one.meaning, one.behind)
        for one in find_candidates(told)
    }


def of(told, opening):
    return next(one.statement.id for one in told if one.statement.words.startswith(opening))


def test_one_thing_in_other_words_is_near_and_another_thing_is_not(accounts):
    told = told_by(accounts)
    pairs = pairs_of(told)
    assert pairs[frozenset((of(told, "The hospital"), of(told, "Inpatient")))][0] > NEAR
    assert frozenset((of(told, "Inpatient"), of(told, "A bakery"))) not in pairs


def test_statements_of_one_account_are_never_compared(accounts):
    told = told_by(accounts)
    assert all(told[one.left].statement.article != told[one.right].statement.article for one in find_candidates(told))


def test_each_others_nearest_lie_behind_nothing(accounts):
    told = told_by(accounts)
    assert pairs_of(told)[frozenset((of(told, "Nine nurses"), of(told, "Twelve nurses")))][1] == (0.0, 0.0)


def test_what_lies_far_behind_both_is_left_out(accounts):
    assert all(one.behind[1] <= BEHIND for one in find_candidates(told_by(accounts)))


def test_the_order_of_the_accounts_changes_nothing(accounts):
    assert pairs_of(told_by(accounts)) == pairs_of(told_by(accounts[::-1]))


def test_nothing_told_is_compared_with_nothing():
    assert list(find_candidates([])) == []
