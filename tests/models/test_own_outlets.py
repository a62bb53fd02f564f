"""A person's own outlets: what a table becomes, and what is told of one that is off."""

import pytest

from nutgraf.models.own_outlets import KEYS, read_own_outlets
from nutgraf.models.registry import Outlet, OutletKind


def test_a_table_becomes_a_row():
    table = {
        "name": " Port  Vell Courier ",
        "domains": ["WWW.PortVell.example", "vell.co.uk", "portvell.example"],
        "aliases": ["PVC"],
        "country": "Norland",
        "family": "Vell Media",
        "agency": False,
        "aggregator": True,
    }
    rows, faults = read_own_outlets([table, {"name": "Norpress", "agency": True}])
    assert faults == []
    assert rows == (
        Outlet(
            "Port Vell Courier",
            ("PVC",),
            ("portvell.example", "vell.co.uk"),
            "Norland",
            "Vell Media",
            OutletKind.AGGREGATOR,
        ),
        Outlet("Norpress", family="Norpress", kind=OutletKind.AGENCY),
    )


def test_no_tables_are_no_rows():
    assert read_own_outlets([]) == ((), [])


FAULTY = [
    ("a word", ["outlet 1 is no table", "[[outlets]]"]),
    ({}, ["outlet 1: it has no name", "Port Vell Courier"]),
    ({"name": " "}, ["outlet 1: name takes"]),
    ({"name": "Vell", "domain": "vell.example"}, ["outlet 1 (Vell): there is no key 'domain'", ", ".join(KEYS)]),
    ({"name": "Vell", "domains": "vell.example"}, ["domains takes a list", "it has 'vell.example'"]),
    ({"name": "Vell", "domains": ["https://www.vell.example/news"]}, ["is no domain; write 'vell.example' without"]),
    ({"name": "Vell", "domains": ["vell"]}, ["'vell' is no domain; write one without"]),
    ({"name": "Vell", "domains": ["co.uk"]}, ["'co.uk' is nobody's own domain", "'x.co.uk'"]),
    ({"name": "Vell", "domains": [""]}, ["domains takes a list"]),
    ({"name": "Vell", "aliases": ["V", 3]}, ["aliases takes a list"]),
    ({"name": "Vell", "country": 47}, ["country takes", "it has 47"]),
    ({"name": "Vell", "agency": "yes"}, ["agency takes true or false", "it has 'yes'"]),
    ({"name": "Vell", "agency": True, "aggregator": True}, ["an agency or an aggregator, not both"]),
]


@pytest.mark.parametrize(("table", "told"), FAULTY)
def test_what_is_off_is_told(table, told):
    rows, faults = read_own_outlets([table])
    assert rows == ()
    for words in told:
        assert words in "\n".join(faults)


def test_all_faults_are_told_together():
    _, faults = read_own_outlets([{"domain": 1, "agency": 2}, {"name": 3}])
    assert len(faults) == 4


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ({"name": "Sund", "domains": ["vell.example"]}, "'vell.example': Vell and Sund"),
        ({"name": "Sund", "aliases": ["the vell"]}, "'the vell': Vell and Sund"),
        ({"name": "The Vell"}, "'The Vell': Vell and The Vell"),
    ],
)
def test_what_two_tables_claim_is_told(second, told):
    _, faults = read_own_outlets([{"name": "Vell", "domains": ["vell.example"]}, second])
    assert len(faults) == 1
    assert told in faults[0]
