"""The registry: a person's own outlets above the shipped ones, for one process, and their mark in what was made."""

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.models.outlets import find_outlet, outlet_of_address, outlet_of_domain
from nutgraf.models.registry import Outlet, OutletKind, Registry, current_registry, hold_outlets, outlets_mark

COURIER = Outlet("Port Vell Courier", ("PVC", "The Courier"), ("portvell.example",), "Norland", "Vell Media")
NORPRESS = Outlet("Norpress", domains=("norpress.example", "news.bbc.co.uk"), kind=OutletKind.AGENCY)


def test_own_outlets_are_found_by_every_name_and_domain():
    registry = Registry((COURIER, NORPRESS))
    assert registry.find("the port vell courier") is COURIER
    assert registry.find("PVC") is COURIER
    assert registry.find("pvc") is None
    assert registry.find("Courier") is COURIER
    assert registry.of_domain("sport.portvell.example") is COURIER
    assert registry.of_domain("www.norpress.example") is NORPRESS


def test_own_outlets_win_over_the_shipped_ones_where_they_claim_the_same():
    registry = Registry((NORPRESS, replace(COURIER, aliases=("Reuters",))))
    assert registry.of_domain("news.bbc.co.uk") is NORPRESS
    assert registry.find("Reuters").name == "Port Vell Courier"
    assert registry.of_domain("bbc.co.uk").name == "BBC"
    assert registry.of_domain("reuters.com").name == "Reuters"


def test_nobody_owns_a_suffix():
    registry = Registry((replace(COURIER, domains=("co.uk", "uk")),))
    assert registry.of_domain("news.portvell.co.uk") is None
    assert registry.of_domain("co.uk") is None


def test_outlets_are_held_for_a_block():
    assert find_outlet("Port Vell Courier") is None
    with hold_outlets((COURIER,)) as registry:
        assert current_registry() is registry
        assert find_outlet("Port Vell Courier") is COURIER
        assert outlet_of_domain("portvell.example") is COURIER
        assert outlet_of_address("https://web.archive.org/web/2031/https://portvell.example/x") is COURIER
        with hold_outlets((COURIER,)):
            assert find_outlet("PVC") is COURIER
        assert find_outlet("PVC") is COURIER
    assert find_outlet("PVC") is None


@pytest.mark.parametrize("other", [(), (NORPRESS,), (COURIER, NORPRESS)])
def test_other_outlets_cannot_be_held_half_way(other):
    with hold_outlets((COURIER,)), pytest.raises(RuntimeError, match="held already"), hold_outlets(other):
        pass
    assert find_outlet("PVC") is None


def test_a_fault_inside_lets_go():
    with pytest.raises(ZeroDivisionError), hold_outlets((COURIER,)):
        raise ZeroDivisionError
    assert current_registry().own == ()


def test_the_mark_tells_other_rows_apart_and_no_order():
    assert outlets_mark(()) == ""
    mark = outlets_mark((COURIER, NORPRESS))
    assert mark.startswith("+outlets.")
    assert mark == outlets_mark((NORPRESS, COURIER))
    changed = [
        replace(COURIER, name="Sund Gazette"),
        replace(COURIER, aliases=("PVC",)),
        replace(COURIER, domains=()),
        replace(COURIER, country="Sund"),
        replace(COURIER, family="Sund Media"),
        replace(COURIER, kind=OutletKind.AGGREGATOR),
        replace(COURIER, language="no"),
    ]
    assert len({mark, *(outlets_mark((row, NORPRESS)) for row in changed)}) == 1 + len(changed)


@given(st.text())
def test_any_words_can_be_looked_up(words):
    registry = Registry((COURIER,))
    assert registry.find(words) is None or registry.find(words).name
    assert registry.of_domain(words) is None or registry.of_domain(words).domains


CHILD = """
from nutgraf.models.outlets import find_outlet
from nutgraf.models.registry import Outlet, keep_outlets
rows = (Outlet("Port Vell Courier"),)
keep_outlets(rows)
keep_outlets(rows)
print(find_outlet("Port Vell Courier").name)
keep_outlets(())
"""


def test_a_child_keeps_its_outlets_until_it_ends():
    done = subprocess.run([sys.executable, "-c", CHILD], capture_output=True, text=True, check=False)
    assert done.stdout == "Port Vell Courier\n"
    assert "RuntimeError: Other outlets are held already" in done.stderr
