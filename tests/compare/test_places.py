"""Places: where the accounts say that one thing happens."""

import pytest

from nutgraf.compare.places import kilometres
from nutgraf.records.annotation import Place

SIGNED = "Ilse Brandt met Ivo Krantz in {} on March 3 to sign the fishing treaty."


@pytest.mark.parametrize(
    ("left", "right", "verdicts"),
    [
        (SIGNED.format("Bergen"), SIGNED.format("Norway"), ["agree"]),
        (SIGNED.format("Bergen"), SIGNED.format("Lisbon"), ["differ"]),
        (SIGNED.format("Bergen"), SIGNED.format("Bergen"), []),
        (
            "Ilse Brandt opened a museum in Bergen on March 3.",
            "Ilse Brandt met Ivo Krantz in Lisbon on February 10 to sign a treaty.",
            [],
        ),
        (
            "The ship Halden ran aground near Bergen on March 3 with Ivo Krantz aboard.",
            "The ship Halden ran aground near Stavanger on March 3 with Ivo Krantz aboard.",
            ["differ"],
        ),
    ],
)
def test_places_of_one_thing(left, right, verdicts, find):
    assert [verdict for verdict, _ in find("places", left, right)] == verdicts


def test_a_town_and_its_land_are_one_place_whoever_tells_first(find):
    for left, right in (("Bergen", "Norway"), ("Norway", "Bergen")):
        assert find("places", SIGNED.format(left), SIGNED.format(right))[0][0] == "agree"


def place(latitude, longitude):
    return Place("x", latitude, longitude, (), "test")


def test_kilometres():
    assert kilometres(place(0.0, 0.0), place(0.0, 0.0)) == 0
    assert round(kilometres(place(0.0, 0.0), place(1.0, 0.0))) == 111
    assert kilometres(place(None, None), place(1.0, 0.0)) is None
    assert kilometres(place(10.0, 20.0), place(30.0, 50.0)) == pytest.approx(
        kilometres(place(30.0, 50.0), place(10.0, 20.0))
    )
