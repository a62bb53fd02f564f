"""Where places lie: one by one, and all of an article together."""

import re

import pytest

from nutgraf.annotate.places import lies_in, locate_place, place_inside, resolve_places


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
        ("Joint Base Elmendorf-Richardson", (), ("Alaska", "United States")),
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
    assert locate_place("Kessbyholm") is None
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


def placed_in(make_article, text, *names, guess=False, address=None):
    article = make_article([text])
    if address:
        article = type(article)(**{name: getattr(article, name) for name in article.__slots__} | {"address": address})
    spans = [found.span() for name in names for found in [re.search(rf"\b{re.escape(name)}", article.text)] if found]
    return [(place.name, *place.within) if place else None for place in resolve_places(article, spans, guess=guess)]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("A barn burned in Paris, Texas, on Friday.", ["Paris"], [("Paris", "Texas", "United States")]),
        ("The Texas town of Paris lost a barn.", ["Paris"], [("Paris", "Texas", "United States")]),
        ("The dam near Columbus, Ga., held.", ["Columbus"], [("Columbus", "Georgia", "United States")]),
        (
            "Ferries between Dublin and Liverpool stopped; Cambridge sent buses to Manchester.",
            ["Cambridge", "Dublin", "Liverpool", "Manchester"],
            [("Cambridge", "England", "United Kingdom")],
        ),
        (
            "Rain fell on Boston and Worcester, and in Cambridge the river rose as far as Lowell.",
            ["Cambridge", "Boston", "Worcester", "Lowell"],
            [("Cambridge", "Massachusetts", "United States")],
        ),
        ("Storms hit Alabama, Georgia and Tennessee.", ["Georgia", "Alabama"], [("Georgia", "United States")]),
        ("Talks in Tbilisi and Batumi on gas for Georgia.", ["Georgia", "Tbilisi", "Batumi"], [("Georgia", "Asia")]),
        ("Washington state sent crews.", ["Washington"], [("Washington", "United States")]),
        ("Envoys met in Washington.", ["Washington"], [("Washington", "Washington, D.C.", "United States")]),
        ("Wildfires near Spokane and Yakima moved across Washington.", ["Washington", "Spokane", "Yakima"],
         [("Washington", "United States")]),
        ("A tanker from Buffalo, New York, ran aground.", ["New York", "Buffalo"], [("New York", "United States")]),
        ("He flew from Heathrow.", ["Heathrow"], [("Heathrow", "England", "United Kingdom")]),
        ("Texans drank to it.", ["Texans"], [("Texas", "United States")]),
        ("Scots drank to it.", ["Scots"], [("Scotland", "United Kingdom")]),
        ("Soldiers left Joint Base Elmendorf-Richardson.", ["Joint Base Elmendorf-Richardson"],
         [("Joint Base Elmendorf-Richardson", "Alaska", "United States")]),
        ("The Kremlin kept silent.", ["Kremlin"], [("Kremlin", "Moscow", "Russia")]),
        ("They met in northern Nigeria and Kaduna.", ["northern Nigeria"], [("Nigeria", "Africa")]),
    ],
)  # fmt: skip
def test_places_are_resolved_by_what_the_text_says(make_article, text, names, expected):
    assert placed_in(make_article, text, *names)[: len(expected)] == expected


def test_one_name_has_one_sense_unless_the_text_says_otherwise(make_article):
    text = "Paris, Texas, is small. The mayor of Paris smiled. In Paris, France, nobody noticed."
    article = make_article([text])
    spans = [found.span() for found in re.finditer("Paris", text)]
    places = resolve_places(article, spans)
    assert [place.within[-1] for place in places if place] == ["United States", "France", "France"]
    text = "A barn burned in Paris, Texas. The mayor of Paris smiled."
    article = make_article([text])
    places = resolve_places(article, [found.span() for found in re.finditer("Paris", text)])
    assert [place.within[-1] for place in places if place] == ["United States", "United States"]


def test_a_facility_lies_where_its_name_says(make_article):
    text = "Crews from the Port of Anchorage and Anchorage Regional Hospital came."
    placed = placed_in(make_article, text, "Port of Anchorage", "Anchorage Regional Hospital")
    assert placed == [
        ("Port of Anchorage", "Anchorage", "Alaska", "United States"),
        ("Anchorage Regional Hospital", "Anchorage", "Alaska", "United States"),
    ]


def test_an_unknown_name_has_no_place_unless_one_asks_for_a_guess(make_article):
    text = "Divers searched Kessbyholm Pond for hours; crews had come from Duluth."
    names = ("Kessbyholm Pond", "Duluth")
    assert placed_in(make_article, text, *names)[0] is None
    assert placed_in(make_article, text, *names, guess=True)[0] == (
        "Kessbyholm Pond",
        "Duluth",
        "Minnesota",
        "United States",
    )


def test_the_outlets_home_tells_towns_of_one_name_apart(make_article):
    text = "The council of Salem met on Monday."
    at_home = placed_in(make_article, text, "Salem", address="https://www.roanoke.com/news/council")
    assert at_home == [("Salem", "Virginia", "United States")]


def test_the_same_names_in_any_article_give_the_same_places(make_article):
    text = "From Norfolk to Portsmouth and Hampton, ships waited."
    names = ("Norfolk", "Portsmouth", "Hampton")
    assert placed_in(make_article, text, *names) == placed_in(make_article, text, *names)
    assert {place[1] for place in placed_in(make_article, text, *names) if place} == {"Virginia"}
