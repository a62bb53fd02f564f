"""Owner families: told beside the counts, never taken from them."""

from dataclasses import replace

import pytest

from nutgraf.compare.families import group_families
from nutgraf.models.registry import Outlet, OutletKind, hold_outlets

VELL = "Vell Media"
OWNED = (
    Outlet("Sund Gazette", family=VELL),
    Outlet("Port Vell Courier", domains=("vell.example",), family=VELL),
    Outlet("Roundup", family=VELL, kind=OutletKind.AGGREGATOR),
)
CRASH = "The ferry Saltwind hit the harbour wall at Port Vell on Tuesday in thick fog."
FIRE = "A fire closed the fish market in Lower Tarn on Monday before the stalls opened."


@pytest.fixture(scope="module", autouse=True)
def owners():
    with hold_outlets(OWNED):
        yield


def test_two_outlets_of_one_owner_are_told(make_accounts):
    (family,) = group_families(make_accounts("It rained.", "It poured.", "It hailed."))
    assert (family.name, family.outlets, family.articles) == (VELL, ("Port Vell Courier", "Sund Gazette"), ("0", "1"))
    assert family.remark == (
        "Two of the three outlets belong to one owner, Vell Media: Port Vell Courier and Sund Gazette."
    )


def test_they_stay_two_outlets_and_two_origins(make_accounts, compare):
    comparison = compare(make_accounts(CRASH, CRASH, CRASH))
    assert (comparison.counts.outlets, comparison.counts.origins) == (3, 3)
    assert comparison.families[0].remark in comparison.counts.grounds


def test_a_point_of_one_owners_outlets_alone_is_known(make_accounts, compare):
    comparison = compare(make_accounts(f"{CRASH} {FIRE}", f"{CRASH} {FIRE}", CRASH))
    points = {point.id: point for point in comparison.points}
    (alone,) = comparison.families[0].points
    assert "fish market" in points[alone].words
    assert {one.article for one in points[alone].statements} == {"0", "1"}


def test_outlets_nobody_knows_are_families_of_their_own(make_account):
    assert (
        group_families([make_account("It rained.", "a", "Tarn Post"), make_account("It rained.", "b", "Marl Post")])
        == ()
    )


def test_two_pages_of_one_outlet_are_no_family(make_account):
    assert group_families([make_account("It rained.", "a"), make_account("It poured.", "b")]) == ()


def test_all_outlets_may_be_of_one_owner(make_accounts):
    (family,) = group_families(make_accounts("It rained.", "It poured."))
    assert family.remark.startswith("Both outlets belong to one owner, Vell Media")


def test_a_wire_text_in_two_papers_of_one_owner_is_not_the_owners_word(make_account, compare):
    accounts = [
        make_account(CRASH, "a", "Sund Gazette", origin="Norpress"),
        make_account(CRASH + " It was cold.", "b", "Port Vell Courier"),
        make_account("The council voted.", "c", "Norland Herald"),
    ]
    (family,) = compare(accounts).families
    assert family.points == ()


def test_an_aggregator_of_the_owner_is_no_outlet_beside_those_it_carries(make_account):
    accounts = [make_account("It rained.", "a", "Roundup", origin="Norpress"), make_account("It poured.", "b")]
    assert group_families(accounts) == ()
    assert group_families([*accounts, make_account("It hailed.", "c", "Port Vell Courier")])[0].articles == ("b", "c")


def test_an_outlet_that_only_its_address_tells_is_found(make_account):
    one = make_account("It rained.", "a", "The Courier")
    at_home = replace(one, article=replace(one.article, address="https://news.vell.example/1"))
    (family,) = group_families([at_home, make_account("It poured.", "b")])
    assert family.outlets == ("Sund Gazette", "The Courier")
