"""The gazetteer as a file."""

import pytest

from nutgraf.models.gazetteer import LOOSE, OWN, PEOPLE, country_row, division_row, is_capital, name_key, rows_named


def found(name, kind):
    return next(one for one in rows_named(name_key(name)) if one.row.kind == kind)


@pytest.mark.parametrize(
    ("name", "kind", "country", "how"),
    [
        ("Duluth", "city", "US", OWN),
        ("Minn.", "division", "US", 1),
        ("Texan", "division", "US", PEOPLE),
        ("Jefferson", "county", "US", LOOSE),
        ("Black Sea", "sea", "", OWN),
        ("Ramstein", "base", "DE", OWN),
        ("Downing Street", "seat", "GB", OWN),
        ("Gatwick Airport", "facility", "GB", OWN),
    ],
)
def test_rows_are_found_by_name(name, kind, country, how):
    one = found(name, kind)
    assert (one.row.country, one.how) == (country, how)


def test_unknown_names_find_nothing():
    assert rows_named("kessbyholm") == ()
    assert rows_named("") == ()


def test_countries_lie_at_their_own_points():
    france = country_row("FR")
    assert france is not None
    assert (france.name, france.point, france.reference) == ("France", (46.0, 2.0), "GeoNames 3017382")
    assert country_row("QQ") is None


def test_divisions_by_code():
    texas = division_row("US.TX")
    assert texas is not None
    assert (texas.name, texas.reference) == ("Texas", "GeoNames 4736286")
    assert division_row("US.QQ") is None
    assert division_row("") is None


def test_capitals():
    assert is_capital(found("Oslo", "city").row.reference)
    assert not is_capital(found("Bergen", "city").row.reference)


def test_keys_drop_the_article_and_signs():
    assert name_key("The Hague’s") == name_key("Hague")
