"""The ids that others gave an entity, or none where its names lead to several or to nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.annotate.links import find_links
from nutgraf.models.places import locate_place
from nutgraf.records.annotation import EntityKind

ORGANISATION, PERSON, PLACE = EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.PLACE


@pytest.mark.parametrize(
    ("kind", "forms", "links"),
    [
        (ORGANISATION, ["UN", "United Nations"], ("wikidata:Q1065",)),
        (ORGANISATION, ["UN", "Zorbleth Power"], ("wikidata:Q1065",)),
        (ORGANISATION, ["UN", "NATO"], ()),
        (ORGANISATION, ["Zorbleth Power"], ()),
        (PERSON, ["Donald Trump", "Trump"], ("wikidata:Q22686",)),
        (PERSON, ["Trump"], ()),
        (PERSON, ["Donald Trump", "Barack Obama"], ()),
        (EntityKind.GROUP, ["Norwegians"], ()),
    ],
)
def test_well_known_names(kind, forms, links):
    assert find_links(kind, forms, None) == links


@pytest.mark.parametrize(
    ("name", "forms", "links"),
    [
        ("France", ["France"], ("geonames:3017382", "wikidata:Q142")),
        ("US", ["US"], ("geonames:6252001", "wikidata:Q30")),
        ("Paris", ["Paris"], ("geonames:2988507", "wikidata:Q90")),
        ("Georgia", ["Georgia"], ("geonames:614540", "wikidata:Q230")),
        ("Rhine", ["Rhine"], ()),
    ],
)
def test_places(name, forms, links):
    assert find_links(PLACE, forms, locate_place(name)) == links


def test_a_place_that_was_not_found_has_no_link_though_its_name_is_known():
    assert find_links(PLACE, ["France"], None) == ()


def test_a_small_place_with_a_famous_name_is_not_the_famous_one():
    texan = locate_place("Paris", ("Texas",))
    assert find_links(PLACE, ["Paris"], texan) == ("geonames:4717560",)
    state = locate_place("Georgia", ("United States",))
    assert find_links(PLACE, ["Georgia"], state) == ("geonames:4197000",)


def test_a_place_may_be_known_by_where_it_lies():
    assert find_links(PLACE, ["Austin"], locate_place("Austin", ("Texas",))) == ("geonames:4671654", "wikidata:Q16559")


NAMES = ["UN", "NATO", "European Union", "BBC News", "Zorbleth Power", "Orlo & Teck", "France", "Donald Trump", "Trump"]
FORMS = st.lists(st.sampled_from(NAMES), max_size=4)
KINDS = st.sampled_from(list(EntityKind))
PLACES = st.sampled_from(["", "France", "Paris", "Rhine"])


@given(KINDS, FORMS.flatmap(lambda forms: st.tuples(st.just(forms), st.permutations(forms))), PLACES)
def test_links_are_few_well_formed_and_the_same_in_any_order_of_names(kind, orders, place):
    located = locate_place(place) if place else None
    links = find_links(kind, orders[0], located)
    assert links == find_links(kind, list(orders[1]), located)
    assert list(links) == sorted(set(links))
    assert all(re.fullmatch(r"wikidata:Q[1-9]\d*|geonames:[1-9]\d*", link) for link in links)
    assert len([link for link in links if link.startswith("wikidata")]) <= 1
    assert located or kind is not PLACE or not links
