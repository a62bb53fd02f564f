"""Capitals and seats that stand for a government."""

import pytest

from nutgraf.annotate.places import resolve_places
from nutgraf.annotate.seats import find_government
from nutgraf.models.gazetteer import is_capital, rows_named
from nutgraf.models.places import place_at


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Washington denied the report.", "Washington", True),
        ("Talks with Washington broke down.", "Washington", True),
        ("Oslo's sanctions hold.", "Oslo", True),
        ("Ties between Oslo and Copenhagen are cool.", "Copenhagen", True),
        ("The fair in Washington drew crowds.", "Washington", False),
        ("Oslo is cold.", "Oslo", False),
        ("Bergen denied it.", "Bergen", False),
        ("The Kremlin kept silent.", "Kremlin", True),
        ("Guests waited at the White House.", "White House", False),
        ("She has friends on Capitol Hill.", "Capitol Hill", False),
        ("He will visit Downing Street on Monday.", "Downing Street", False),
    ],
)
def test_what_stands_for_a_government(make_article, text, name, expected):
    span = (text.index(name), text.index(name) + len(name))
    place = resolve_places(make_article([text]), [span])[0]
    assert place is not None
    assert (find_government(text, *span, place) is not None) is expected


def test_a_state_of_the_capitals_name_gives_way_to_the_capital_of_its_country():
    state = next(one.row for one in rows_named("washington") if one.row.kind == "division" and one.row.country == "US")
    found = find_government("Washington denied it.", 0, 10, place_at(state))
    assert found is not None
    assert is_capital(found.reference)
    assert find_government("Washington voted.", 0, 10, place_at(state)) is None


def test_a_town_of_a_foreign_capitals_name_is_no_government():
    towns = [one.row for one in rows_named("georgetown") if one.row.country == "US" and one.row.kind == "city"]
    assert find_government("Georgetown denied it.", 0, 10, place_at(towns[0])) is None
