"""The weights that an article's places lay on the map."""

from nutgraf.annotate.place_context import PlaceContext, add_scaled, weigh
from nutgraf.annotate.place_names import choices


def row_of(name, within):
    return next(one.row for one in choices(name) if one.row.division == within)


def test_places_near_and_in_one_division_speak_for_each_other():
    context = PlaceContext([weigh([(row_of("Duluth", "US.MN"), 1.0)])])
    near, far = row_of("Superior", "US.WI"), row_of("Superior", "US.CO")
    inside = row_of("Rochester", "US.MN")
    supports = [context.support(row, {}, {}) for row in (near, inside, far, row_of("Lyon", "FR.84"))]
    assert supports[0] > supports[2] > supports[3] == 0.0
    assert supports[1] > supports[2]


def test_a_name_does_not_speak_for_itself_and_what_is_near_counts_more():
    duluth = row_of("Duluth", "US.MN")
    own = weigh([(duluth, 1.0)])
    assert PlaceContext([own]).support(duluth, own, {}) == 0.0
    near: dict[object, float] = {}
    add_scaled(near, own, 2.0)
    assert PlaceContext([own]).support(duluth, own, near) > 0.0
