"""Alignment: which statements of several accounts speak of one thing."""

import pytest

from nutgraf.compare.alignment import Alignment
from nutgraf.compare.naming import fold_entities
from nutgraf.compare.statements import Scene, cut_statements

ONE = (
    "The bridge at Korsund collapsed into the river before dawn. The mayor ordered an inquiry into the inspections. "
    "Rain is forecast for Thursday."
)
OTHER = (
    "Before dawn the Korsund bridge collapsed into the river. An inquiry into the inspections was ordered by the "
    "mayor. Shops stayed open."
)


def align(accounts):
    outlets = {account.article.id: account.article.carrier for account in accounts}
    scene = Scene(tuple(accounts), outlets, fold_entities(accounts), {})
    return Alignment([one for account in accounts for one in cut_statements(account, scene)])


def groups_of(accounts):
    alignment = align(accounts)
    return sorted(
        [sorted(alignment.told[index].statement.words for index in group) for group in alignment.groups()], key=str
    )


def test_one_thing_told_twice_is_one_group(make_accounts):
    groups = groups_of(make_accounts(ONE, OTHER))
    assert [
        "Before dawn the Korsund bridge collapsed into the river.",
        "The bridge at Korsund collapsed into the river before dawn.",
    ] in groups
    assert ["Rain is forecast for Thursday."] in groups
    assert ["Shops stayed open."] in groups


def test_every_statement_lies_in_one_group(make_accounts):
    alignment = align(make_accounts(ONE, OTHER))
    members = [index for group in alignment.groups() for index in group]
    assert sorted(members) == list(range(len(alignment.told)))


def test_likeness_is_mutual_and_between_nought_and_one(make_accounts):
    alignment = align(make_accounts(ONE, OTHER))
    for (left, right), near in alignment.pairs.items():
        assert 0 <= near <= 1
        assert alignment.nearness(left, right) == alignment.nearness(right, left)


def test_statements_of_one_article_are_not_compared(make_accounts):
    alignment = align(make_accounts(f"{ONE} {ONE}"))
    assert not alignment.pairs


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ilse Brandt opened a museum.", "Ilse Brandt broke her leg on a ski slope."),
        ("The council voted for the budget.", "Fishermen found a rare crab."),
    ],
)
def test_a_name_alone_is_not_one_thing(left, right, make_accounts):
    assert len(groups_of(make_accounts(left, right))) == 2
