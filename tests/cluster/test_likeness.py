"""How alike two accounts are: its parts, what time does to it, and the laws."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.cluster.likeness import BY_DAYS, DAY_IN_COMMON, SHARES, WHOLE, Part, liken

DAY = 24 * 60
NOON = 742_000 * DAY + 720
"""A noon in the year 2032."""

FULL = 10_000
"""A row of one word: its whole length."""

stems = st.sampled_from(["tarn", "sluice", "veyra", "marrow", "herring", "13"])
rows = st.dictionaries(stems, st.integers(1, 5000))
moments = st.one_of(st.none(), st.integers(NOON, NOON + 800 * DAY).map(lambda first: (first, first + DAY)))


@st.composite
def any_profiles(draw, profile):
    signed = st.lists(st.integers(-127, 127), min_size=4, max_size=4)
    meaning = draw(st.one_of(st.just(b""), signed.map(lambda row: np.array(row, dtype=np.int8).tobytes())))
    return profile(
        "a",
        language=draw(st.sampled_from(["en", "de", ""])),
        **{part: draw(rows) for part in ("words", "people", "places", "opening", "numbers", "told")},
        meaning=meaning,
        published=draw(moments),
        days=tuple(draw(st.sets(st.integers(742_000, 742_003)))),
        told_day=draw(st.one_of(st.none(), st.integers(742_000, 742_400))),
        years=tuple(draw(st.sets(st.sampled_from([1961, 1987, 2031])))),
        past=tuple(draw(st.sets(st.sampled_from([1961, 1987])))),
        counted=tuple(sorted(draw(st.sets(st.sampled_from(["12 packag", "13 packag", "3 round"]))))),
    )


@settings(max_examples=100)
@given(st.data())
def test_it_is_the_same_from_both_sides(profile, data):
    one, two = data.draw(any_profiles(profile)), data.draw(any_profiles(profile))
    assert liken(one, two) == liken(two, one)


def test_it_is_the_same_from_both_sides_among_real_accounts(profiles):
    every = list(profiles.values())
    for place, one in enumerate(every):
        for two in every[:place]:
            assert liken(one, two) == liken(two, one)


def test_no_part_is_below_nothing_or_above_its_share(profiles):
    for one in profiles.values():
        for two in profiles.values():
            likeness = liken(one, two)
            assert all(0 <= value <= SHARES[part] * WHOLE // 100 for part, value in likeness.parts)
            assert 0 <= likeness.timeless <= WHOLE


def test_a_row_that_rounding_made_too_long_adds_no_more_than_its_share(profile):
    """Three names that are equally rare weigh 5,774 each, which is a row longer than 10,000."""
    names = dict.fromkeys(["brandt", "marrow", "vell"], 5774)
    (people,) = (value for part, value in liken(profile("a", people=names), profile("b", people=names)).parts if value)
    assert people == SHARES[Part.PEOPLE] * WHOLE // 100


def test_the_shares_are_a_whole():
    assert sum(SHARES.values()) == 100
    assert set(SHARES) == set(Part)


@pytest.mark.parametrize(
    ("part", "rows"),
    [
        (Part.WORDS, {"words": {"tarn": FULL}}),
        (Part.PEOPLE, {"people": {"marrow": FULL}}),
        (Part.PLACES, {"places": {"veyra": FULL}}),
        (Part.OPENING, {"opening": {"tarn": FULL}}),
        (Part.NUMBERS, {"numbers": {"300": FULL}}),
        (Part.MEANING, {"meaning": b"\x7f\x00"}),
    ],
)
def test_each_part_alone_adds_its_share(profile, part, rows):
    likeness = liken(profile("a", **rows), profile("b", **rows))
    assert {part: value for part, value in likeness.parts if value} == {part: SHARES[part] * WHOLE // 100}
    assert likeness.whole == likeness.timeless == SHARES[part] * WHOLE // 100


def test_what_an_opening_names_may_stand_anywhere_in_the_other(profile):
    one = profile("a", told={"tarn": 3000, "marrow": 1000}, words={"tarn": 10})
    two = profile("b", told={"tarn": 500}, words={"tarn": 10, "marrow": 10})
    named = dict(liken(one, two).parts)[Part.NAMED]
    assert named == SHARES[Part.NAMED] * WHOLE // 100
    held = replace(two, words={"marrow": 10})
    assert dict(liken(one, held).parts)[Part.NAMED] == SHARES[Part.NAMED] * (1_000 * WHOLE // 4_000 + WHOLE) // 200


def test_rows_with_half_in_common_are_half_alike(profile):
    one = profile("a", people={"marrow": 6000, "vell": 8000})
    two = profile("b", people={"brandt": 8000, "marrow": 6000, "salt": 0})
    assert dict(liken(one, two).parts)[Part.PEOPLE] == 20 * 360_000 // 100


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ([3, 4], [4, 3], 17 * 960_000 // 100),
        ([3, 4], [-3, -4], 0),
        ([0, 0], [3, 4], 0),
    ],
)
def test_meaning_is_the_angle_and_never_below_nothing(profile, one, two, found):
    made = (profile("a", meaning=np.array(row, dtype=np.int8).tobytes()) for row in (one, two))
    assert dict(liken(*made).parts)[Part.MEANING] == found


def test_long_vectors_do_not_run_over(profile):
    loud = profile("a", meaning=np.full(384, -127, dtype=np.int8).tobytes())
    assert dict(liken(loud, loud).parts)[Part.MEANING] == SHARES[Part.MEANING] * WHOLE // 100


SAME = {"words": {"tarn": FULL}, "people": {"marrow": FULL}, "opening": {"tarn": FULL}, "meaning": b"\x01"}


def test_other_languages_are_compared_by_names_and_numbers_alone(profile):
    english, german = profile("a", language="en", **SAME), profile("b", language="de", **SAME)
    parts = dict(liken(english, german).parts)
    assert tuple(parts) == (Part.PEOPLE, Part.PLACES, Part.NUMBERS, Part.NAMED)
    assert parts[Part.PEOPLE] == 20 * WHOLE // 61


def test_names_of_an_english_account_are_looked_for_among_the_words_of_the_other(profile):
    english = profile("a", language="en", people={"skov": 10_000}, places={"malaga": 6_000, "zaragoza": 8_000})
    german = profile("b", language="de", people={"milliarden": 10_000}, words={"skov": 4_000, "saragossa": 100})
    reached = replace(german, places={"zaragoza": 10_000})
    assert dict(liken(english, german).parts)[Part.PEOPLE] == 20 * WHOLE // 61
    assert dict(liken(english, german).parts)[Part.PLACES] == 0
    assert dict(liken(reached, english).parts)[Part.PLACES] > 0


def test_days_named_that_are_others_keep_accounts_apart_once_they_were_printed_apart(profile):
    minute = 739_000 * 24 * 60

    def printed(article, day, **parts):
        return profile(article, published=(minute + day * 1440, minute + day * 1440 + 60), **parts, **SAME)

    one = printed("a", 0, days=(738_999,))
    same, other = printed("b", 3, days=(738_999,)), printed("b", 3, days=(739_002,))
    silent, near = printed("b", 3), printed("b", 0, days=(739_002,))
    assert liken(one, same).timeless == liken(one, silent).timeless + DAY_IN_COMMON
    assert liken(one, other).timeless == liken(one, silent).timeless - DAY_IN_COMMON
    assert liken(one, near).timeless == liken(one, silent).timeless


@pytest.mark.parametrize(("one", "two"), [("", "de"), ("en", ""), ("de", "de")])
def test_a_language_that_is_not_known_keeps_nothing_apart(profile, one, two):
    likeness = liken(profile("a", language=one, **SAME), profile("b", language=two, **SAME))
    assert [part for part, _ in likeness.parts] == list(Part)


def test_a_day_that_both_name_brings_them_nearer(profile):
    one, two = profile("a", days=(5, 7), **SAME), profile("b", days=(7,), **SAME)
    other = replace(two, days=(6,))
    assert liken(one, two).timeless == liken(one, other).timeless + 30_000
    assert liken(profile("a", days=(7,)), profile("b", days=(7,))).timeless == 0


@pytest.mark.parametrize(
    ("one", "two", "another"),
    [
        (("12 packag", "12 sanction"), ("13 packag", "13 sanction"), True),
        (("12 packag", "13 packag"), ("13 packag",), False),
        (("12 packag", "13 sanction"), ("12 packag", "14 sanction"), False),
        (("12 packag",), ("13 round",), False),
        (("12 packag",), (), False),
        (("3 round two",), ("4 round two",), True),
    ],
)
def test_another_number_of_the_same_thing_halves_it(profile, one, two, another):
    first, second = profile("a", counted=one, **SAME), profile("b", counted=two, **SAME)
    assert liken(first, second).timeless == 590_000 // (2 if another else 1)


def test_another_time_halves_it_and_both_quarter_it(profile):
    then = profile("a", past=(1961,), counted=("12 packag",), **SAME)
    now = profile("b", years=(2031,), counted=("12 packag",), **SAME)
    assert liken(then, now).timeless == liken(now, then).timeless == 295_000
    assert liken(then, replace(now, years=(1961, 2031))).timeless == 590_000
    assert liken(then, replace(now, counted=("13 packag",))).timeless == 147_500


def at(profile, minutes):
    """Return what so many minutes between two printings add."""
    near, far = (profile(key, published=(when, when), **SAME) for key, when in (("a", NOON), ("b", NOON + minutes)))
    likeness = liken(near, far)
    return likeness.whole - likeness.timeless


@pytest.mark.parametrize(("days", "added"), [(0, 40_000), *BY_DAYS])
def test_days_apart_add_and_take_what_the_table_says(profile, days, added):
    assert at(profile, days * DAY) == added


def test_between_two_points_it_goes_straight_down(profile):
    assert at(profile, 2 * DAY) == 30_000
    assert at(profile, 5 * DAY) == 0
    assert at(profile, 45 * DAY) == -115_000
    assert at(profile, 5000 * DAY) == at(profile, 366 * DAY) == BY_DAYS[-1][1]


@settings(max_examples=200)
@given(
    st.one_of(st.integers(0, 500 * DAY), st.sampled_from([days * DAY for days, _ in BY_DAYS]).map(lambda at: at - 1))
)
def test_a_minute_more_never_adds_and_takes_little(profile, minutes):
    assert 0 <= at(profile, minutes) - at(profile, minutes + 1) <= 8


def test_undated_accounts_lie_at_no_time(profile):
    dated = profile("a", published=(NOON, NOON), **SAME)
    likeness = liken(dated, profile("b", **SAME))
    assert likeness.whole == likeness.timeless


def test_likeness_is_never_below_nothing(profile):
    first, late = (profile(key, published=(when, when)) for key, when in (("a", NOON), ("b", NOON + 900 * DAY)))
    assert liken(first, late).whole == 0


def test_an_account_is_as_good_as_wholly_like_itself(profiles):
    for each in profiles.values():
        some = sum(SHARES[part] for part in Part if getattr(each, part.value, each.told))
        assert some * 9_900 <= liken(each, each).timeless <= some * 10_000
