"""Where places lie, with and without what the text says around them."""

import pytest

from nutgraf.annotate.places import lies_in, locate_place, place_inside


@pytest.mark.parametrize(
    ("name", "context", "within"),
    [
        ("Anchorage", (), ("Alaska", "United States")),
        ("Paris", (), ("Île-de-France", "France")),
        ("Paris", ("Texas",), ("Texas", "United States")),
        ("Georgia", (), ("Asia",)),
        ("Georgia", ("U.S.",), ("United States",)),
        ("the U.K.", (), ("Europe",)),
        ("Calif.", (), ("United States",)),
        ("Black Sea", (), ()),
    ],
)
def test_locate_place(name, context, within):
    place = locate_place(name, context)
    assert place is not None
    assert place.within == within
    assert place.latitude is not None


def test_old_spellings_are_the_same_place():
    assert locate_place("Kiev") == locate_place("Kyiv")


def test_an_unknown_place_is_none():
    assert locate_place("Kessby") is None
    assert locate_place("") is None


def test_a_place_inside_another_has_its_point_and_says_so():
    port = locate_place("Rotterdam")
    inner = place_inside("Old Quay", port)
    assert inner.within[0] == "Rotterdam"
    assert inner.reference == "the text; point of Rotterdam"
    assert place_inside("Old Quay", None).latitude is None


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ("Anchorage", "Alaska", True),
        ("Anchorage", "United States", True),
        ("Anchorage", "Anchorage", True),
        ("Alaska", "Anchorage", False),
        ("Lyon", "Texas", False),
    ],
)
def test_lies_in(inner, outer, expected):
    first, second = locate_place(inner), locate_place(outer)
    assert first is not None
    assert second is not None
    assert lies_in(first, second) is expected
