"""Peoples and their countries, and how well known a place's name is."""

import pytest

from nutgraf.models.places import demonym_adjective, demonym_country, place_kind, place_size


@pytest.mark.parametrize(
    ("words", "country", "adjective"),
    [
        ("Norwegian", "Norway", "norwegian"),
        ("Danes", "Denmark", "danish"),
        ("New Zealanders", "New Zealand", "new zealander"),
        ("Frenchwomen", "France", "french"),
        ("Norlandic", None, "norlandic"),
    ],
)
def test_peoples(words, country, adjective):
    assert demonym_country(words) == country
    assert demonym_adjective(words) == adjective


def test_countries_are_better_known_than_cities_and_those_than_towns():
    assert place_size("Norway") > place_size("Oslo") > place_size("Duluth") > place_size("Kessby") == 0
    assert [place_kind(name) for name in ("Norway", "Oslo", "Kessby")] == ["country", "city", ""]
