"""Where an outlet is at home."""

import pytest

from nutgraf.annotate.place_context import PlaceContext
from nutgraf.annotate.place_home import home_of
from nutgraf.annotate.place_names import choices


@pytest.mark.parametrize(
    ("address", "name", "division"),
    [
        ("https://www.roanoke.com/a", "Salem", "US.VA"),
        ("https://www.duluthherald.example/a", "Superior", "US.WI"),
        ("https://www.sanantoniopost.example/a", "Austin", "US.TX"),
        ("https://news.ostby.co.uk/a", "Cambridge", "GB.ENG"),
    ],
)
def test_the_home_speaks_for_places_near_it(make_article, address, name, division):
    article = make_article(["Nothing."])
    article = type(article)(**{one: getattr(article, one) for one in article.__slots__} | {"address": address})
    context = PlaceContext([home_of(article)])
    rows = [one.row for one in choices(name) if one.row.kind == "city"]
    best = max(rows, key=lambda row: (context.support(row, {}, {}), row.population))
    assert best.division == division


def test_no_outlet_has_no_home(make_article):
    assert home_of(make_article(["Nothing."])) == {}
