"""Outlets: the name to show, and who only carries others."""

from dataclasses import replace

import pytest

from nutgraf.compare.outlets import find_aggregators, name_outlet, printed_by
from nutgraf.models.registry import Outlet, OutletKind, hold_outlets


@pytest.mark.parametrize(
    ("carrier", "origin", "name"),
    [
        ("Sund Gazette", "Norpress", "Norpress"),
        ("Sund Gazette", None, "Sund Gazette"),
        (None, None, "unnamed outlet (a)"),
    ],
)
def test_name_to_show(carrier, origin, name, make_account):
    assert name_outlet(make_account("It rained.", "a", carrier, origin=origin).article) == name


def on_page(make_account, identity, origin, page="p"):
    account = make_account("It rained.", identity, "Roundup", origin=origin)
    return replace(account, article=replace(account.article, page=page))


def test_a_page_of_others_articles_is_an_aggregators(make_account):
    accounts = [on_page(make_account, "a", "Norpress"), on_page(make_account, "b", "Sund Gazette")]
    assert find_aggregators(accounts) == frozenset({"Roundup"})
    assert printed_by(accounts[0].article, frozenset({"Roundup"})) == "Norpress"


def test_an_outlet_with_one_reprint_is_no_aggregator(make_account):
    assert not find_aggregators([on_page(make_account, "a", "Norpress")])


def test_an_outlet_that_also_writes_itself_is_no_aggregator(make_account):
    accounts = [on_page(make_account, "a", "Norpress"), on_page(make_account, "b", "Roundup")]
    assert not find_aggregators(accounts)


@pytest.mark.parametrize(
    ("carrier", "address", "expected"),
    [
        ("Port Vell Digest", None, True),
        ("Digest", "https://news.velldigest.example/a", True),
        ("Sund Gazette", "https://sundgazette.example/a", False),
    ],
)
def test_a_known_aggregator_is_one_with_a_single_article(make_account, carrier, address, expected):
    account = make_account("It rained.", "a", carrier, origin="Norpress")
    account = replace(account, article=replace(account.article, address=address))
    known = Outlet("Port Vell Digest", domains=("velldigest.example",), kind=OutletKind.AGGREGATOR)
    with hold_outlets((known,)):
        assert find_aggregators([account]) == (frozenset({carrier}) if expected else frozenset())
