"""To which larger group a small one is put."""

import pytest

from nutgraf.cluster.joining import NEAR, join_small, nearest_homes, picture_of

STORY = "a b c"


@pytest.fixture
def asked(profile, shelve):
    """Ask the core "x …" where it is put, given ties and the other cores; with parts of x's profile."""

    def ask(own, ties, *cores, **parts):
        keys = {key for core in (own, *cores) for key in core.split()}
        shelf = shelve([profile(key, **(parts if key == "x" else {})) for key in sorted(keys)], ties, (own, *cores))
        return join_small(shelf.cores_of([own.split()[0]])[own.split()[0]], shelf).joins

    return ask


def to(keys, others, whole):
    return {f"{one} {two}": whole for one in keys.split() for two in others.split()}


@pytest.mark.parametrize(("whole", "home"), [(NEAR, "a"), (NEAR - 1, "")])
def test_a_text_is_put_to_a_story_it_is_near_enough_to(asked, whole, home):
    assert asked("x", to("x", STORY, whole), STORY) == home


def test_it_is_the_mean_that_counts_and_texts_without_a_tie_count_too(asked):
    assert asked("x", {"x a": 300_000}, STORY) == "a"
    assert asked("x", {"x a": 299_999}, STORY) == ""


def test_nearest_of_several_and_of_equals_the_first(asked):
    ties = to("x", STORY, NEAR) | to("x", "d e f", NEAR + 1)
    assert asked("x", ties, STORY, "d e f") == "d"
    assert asked("x", ties | {"x a": NEAR + 3}, "d e f", STORY) == "a"


@pytest.mark.parametrize(
    ("own", "home", "joins"),
    [
        ("x", "a b", ""),
        ("x", "a b c", "a"),
        ("x y", "a b c", "a"),
        ("x y z", "a b c", ""),
        ("x y z", "a b c d", "a"),
        ("w x y z", "a b c d", ""),
        ("w x y z", "a b c d e", "a"),
        ("v w x y z", "a b c d e f", ""),
    ],
)
def test_only_few_texts_are_put_to_more_and_to_three_at_least(asked, own, home, joins):
    assert asked(own, to(own, home, 400_000), home) == joins


def test_two_small_groups_are_never_put_to_each_other(profile, shelve):
    one, two = "a b c", "x y z"
    shelf = shelve([profile(key) for key in "abcxyz"], to(one, two, 400_000), (one, two))
    assert [join_small(core, shelf).joins for core in shelf.cores_of("ax").values()] == ["", ""]


def test_a_group_that_lost_its_home_is_put_nowhere(profile, shelve):
    shelf = shelve([profile(key) for key in "abcx"], to("x", STORY, NEAR), (STORY, "x"))
    joined = join_small(shelf.cores_of("x")["x"], shelf)
    assert joined.joins == "a"
    shelf.drop_cores(["a"])
    assert join_small(joined, shelf).joins == ""


WORDS = {"zqaurelle": 100, "zqskarholm": 100, "zqrudder": 100, "zqvestrup": 100}


def test_a_lone_stump_is_put_to_the_text_that_holds_it_and_a_full_text_is_kin(profile, shelve):
    """Both are too far from the three for their likeness; one is short, the other shares what all three name."""
    full = [profile(key, words=WORDS, told=WORDS) for key in "abc"]
    few = dict(list(WORDS.items())[:3])
    for own in (profile("x", words=few, size=10), profile("x", words=few, size=90)):
        shelf = shelve([*full, own], to("x", STORY, 200_000), (STORY, "x"))
        assert join_small(shelf.cores_of("x")["x"], shelf).joins == "a"
        two = shelve([*full[:2], own], to("x", "a b", 200_000), ("a b", "x"))
        assert join_small(two.cores_of("x")["x"], two).joins == ("a" if own.size < 25 else "")


def test_a_stump_that_nothing_holds_is_no_kin(profile, shelve):
    stump = profile("x", words={**dict.fromkeys(["zqone", "zqtwo", "zqthree", "zqfour"], 100), **WORDS}, size=10)
    full = [profile(key, words=WORDS, told=WORDS) for key in "abc"]
    shelf = shelve([*full, stump], to("x", STORY, 200_000), (STORY, "x"))
    assert join_small(shelf.cores_of("x")["x"], shelf).joins == ""


def test_two_stumps_together_are_put_by_their_likeness_alone(profile, shelve):
    full = [profile(key, words=WORDS) for key in "abc"]
    stumps = [profile(key, words=WORDS, size=10) for key in "xy"]
    shelf = shelve([*full, *stumps], to("x y", STORY, 200_000), (STORY, "x y"))
    assert join_small(shelf.cores_of("x")["x"], shelf).joins == ""


def test_nearest_homes_are_larger_and_never_ones_own(profile, shelve):
    ties = to("x", "a b c y", 500_000) | to("x", "d e f", 300_000) | to("x", "g h", 900_000)
    shelf = shelve([profile(key) for key in "abcdefghxy"], ties, (STORY, "d e f", "g h", "x y"))
    assert nearest_homes(shelf.cores_of("x")["x"], shelf) == [(340_000, "a"), (240_000, "d")]


def test_a_picture_is_drawn_of_forty_texts_at_most(profile, shelve):
    keys = [f"a{place:02}" for place in range(41)]
    words = {key: {"tarn": 1} if place < 20 else {} for place, key in enumerate(keys)}
    shelf = shelve([profile(key, words=words[key]) for key in keys], {}, (" ".join(keys),))
    assert set(picture_of(shelf.cores_of(["a00"])["a00"], shelf).common) == {"tarn"}
