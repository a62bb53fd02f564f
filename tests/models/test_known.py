"""Bodies by all their names, and ids only where a name means one before all others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.models.known import fold_organisation, known_links


@pytest.mark.parametrize(
    "names",
    [
        ["UN", "U.N.", "the United Nations", "United Nations"],
        ["NATO", "Nato", "North Atlantic Treaty Organization"],
        ["State Department", "US State Department", "the U.S. Department of State"],
        ["Ministry of Defence of Norland", "Ministry of Defense of Norland"],
        ["Ministry of Tides", "the Tides Ministry"],
        ["Orlo & Teck Ltd.", "Orlo and Teck"],
        ["Hezbollah", "Hizbullah", "Hizbollah"],
    ],
)
def test_names_of_one_body(names):
    assert len({fold_organisation(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [("UN Security Council", "UN"), ("US Senate", "Senate"), ("Bank of Norland", "Norland Bank"), ("WHO", "WTO")],
)
def test_bodies_stay_apart(first, second):
    assert fold_organisation(first) != fold_organisation(second)


def test_links():
    assert known_links("organisation", "UN") == ("wikidata:Q1065",)
    assert known_links("person", "Donald J. Trump") == ("wikidata:Q22686",)
    assert known_links("person", "Trump") == ()
    assert known_links("person", "Velda Orlo") == ()


@given(st.text(max_size=30) | st.sampled_from(["the UN", "Ministry of the Tides", "Co Inc Ltd", "& Co"]))
def test_a_key_is_its_own_key(name):
    assert fold_organisation(fold_organisation(name)) == fold_organisation(name)
