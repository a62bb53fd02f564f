"""Origins: how many independent voices stand behind a story."""

from nutgraf.compare.origins import count_story, group_origins
from nutgraf.models.registry import Outlet, OutletKind, hold_outlets
from nutgraf.records.copies import Copies, Copy, CopyKind


def counted(accounts, groups=None, pairs=()):
    copies = Copies(groups or tuple((a.article.id,) for a in accounts), pairs, "test")
    origins = group_origins(accounts, copies)
    return origins, count_story(accounts, copies, origins)


def test_three_outlets_of_their_own_are_three_origins(make_accounts):
    origins, counts = counted(make_accounts("It rained.", "It poured.", "It hailed."))
    assert (counts.articles, counts.texts, counts.outlets, counts.origins) == (3, 3, 3, 3)
    assert [group.articles for group in origins] == [("0",), ("1",), ("2",)]


def test_a_copy_adds_an_outlet_and_no_origin(make_accounts):
    accounts = make_accounts("It rained.", "It rained.")
    pair = Copy("1", "0", CopyKind.EXACT, 1.0, (), "0", "test")
    origins, counts = counted(accounts, (("0", "1"),), (pair,))
    assert (counts.articles, counts.texts, counts.outlets, counts.origins) == (2, 1, 2, 1)
    assert origins[0].name == "Sund Gazette"


def test_a_reprint_goes_back_to_the_agency_that_made_it(make_account):
    accounts = [
        make_account("It rained.", "a", "Norpress"),
        make_account("It rained a lot.", "b", "Sund Gazette", origin="Norpress"),
    ]
    origins, counts = counted(accounts)
    assert [(group.name, group.articles) for group in origins] == [("Norpress", ("a", "b"))]
    assert counts.outlets == 2


def test_a_known_aggregator_counts_only_with_what_names_no_other_outlet(make_account):
    accounts = [
        make_account("It rained.", "a", "Roundup", origin="Norpress"),
        make_account("It poured.", "b", "Sund Gazette"),
    ]
    with hold_outlets((Outlet("Roundup", kind=OutletKind.AGGREGATOR),)):
        _, counts = counted(accounts)
        _, with_its_own = counted([*accounts, make_account("It hailed.", "c", "Roundup")])
    assert "Outlets: Norpress, Sund Gazette. Roundup only carries others and is not counted." in counts.grounds
    assert "Outlets: Norpress, Roundup, Sund Gazette." in with_its_own.grounds


def test_pages_without_an_outlet_count_as_their_own(make_account):
    accounts = [make_account("It rained.", "a", None), make_account("It poured.", "b", None)]
    origins, counts = counted(accounts)
    assert len(origins) == 2
    assert any("do not name their outlet" in ground for ground in counts.grounds)


def test_the_order_of_accounts_does_not_matter(make_accounts):
    accounts = make_accounts("It rained.", "It poured.", "It hailed.")
    assert counted(accounts) == counted(accounts[::-1])


CITING = "The Korsund bridge will be sold to a builder from Bergen, {} reported."


def test_a_point_that_two_take_from_one_outlet_has_one_origin(make_accounts, compare):
    texts = [
        CITING.format("Reuters"),
        "Reuters reported that the Korsund bridge will be sold to a builder from Bergen.",
    ]
    point = next(p for p in compare(make_accounts(*texts)).points if len(p.statements) == 2)
    assert [group.name for group in point.origins] == ["Reuters"]
