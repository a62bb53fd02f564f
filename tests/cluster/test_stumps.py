"""Where short texts go."""

import pytest

from nutgraf.cluster.shelf import Tie
from nutgraf.cluster.stumps import LATE, SHORT, find_holder, held_share
from nutgraf.models.terms import term_weight

TITLE = {"zqtarnmouth": 400, "zqsluice": 300, "flood": 300}
"""A title: two words that nobody knows, and one that many print."""


def find(shelf, stump="x"):
    return find_holder(stump, shelf.ties([stump])[stump], shelf)


@pytest.fixture
def asked(profile, shelve):
    """Ask who holds the title, given each other text's words."""

    def ask(*cores, size=10, **words):
        others = [profile(key, words=dict.fromkeys(held, 1)) for key, held in words.items()]
        ties = {f"x {key}": 200_000 for key in words}
        return find(shelve([profile("x", words=TITLE, size=size), *others], ties, (*(cores or words), "x")))

    return ask


def test_a_title_goes_to_the_text_that_holds_most_of_it(asked):
    assert asked(a=["zqtarnmouth", "zqsluice"], b=TITLE, c=["flood"]) == "b"


def test_a_full_text_goes_nowhere(asked):
    assert asked(a=TITLE, size=SHORT - 1) == "a"
    assert asked(a=TITLE, size=SHORT) is None


def test_where_two_groups_hold_equally_much_it_goes_nowhere(asked):
    assert asked(a=TITLE, b=TITLE) is None
    assert asked("a b", a=TITLE, b=TITLE) == "a"


def test_what_holds_too_little_holds_nothing(asked):
    assert asked(a=["zqtarnmouth"]) is None
    assert asked() is None


def test_a_stump_holds_no_stump(profile, shelve):
    title, full = profile("x", words=TITLE, size=10), profile("a", words=TITLE, size=SHORT)
    short = profile("b", words=TITLE, size=SHORT - 1)
    assert find(shelve([title, full], {"x a": 200_000}, ["x", "a"])) == "a"
    assert find(shelve([title, short], {"x b": 200_000}, ["x", "b"])) is None


@pytest.mark.parametrize(("timeless", "holder"), [(200_000 + LATE, "a"), (200_001 + LATE, None)])
def test_what_lies_far_off_in_time_holds_it_not(profile, shelve, timeless, holder):
    shelf = shelve([profile("x", words=TITLE, size=10), profile("a", words=TITLE)], {}, ["x", "a"])
    shelf.put_ties({"x": [Tie("a", 200_000, timeless)]})
    assert find(shelf) == holder


def share(profile, stump, held):
    return held_share(profile("x", words=stump), profile("a", words=dict.fromkeys(held, 1)))


@pytest.mark.parametrize(
    ("weights", "found"),
    [((55, 45), 0.55), ((54, 46), 0.0), ((100, 0), 1.0)],
)
def test_the_share_is_of_the_weight_and_half_is_not_enough(profile, weights, found):
    first, other = weights
    stump = {"zqone": first - 10, "zqtwo": 10, "zqother": other}
    assert share(profile, stump, ["zqone", "zqtwo"]) == pytest.approx(found)


def test_one_rare_word_is_no_evidence_however_short_the_title(profile):
    assert 7 < term_weight("zqone") < 14
    assert share(profile, {"zqone": 100}, ["zqone"]) == 0.0
    assert share(profile, {"zqone": 50, "zqtwo": 50}, ["zqone", "zqtwo"]) == 1.0
    assert share(profile, {}, ["zqone"]) == 0.0
