"""Accounts told in their own manner, and look-alikes that must stay out."""

from dataclasses import replace

import pytest

from nutgraf.cluster.articles import cluster_articles
from nutgraf.cluster.kin import (
    COVER,
    HALF_MINUTES,
    LEAD,
    NEAR_MINUTES,
    cover,
    draw_picture,
    find_kin,
    held_stems,
    share_held,
)
from nutgraf.cluster.profiles import profile_accounts
from nutgraf.models.terms import term_weight
from nutgraf.records.copies import Copies

NO_COPIES = Copies((), (), "test")

STORY = {
    "m1": (
        "Ferry Aurelle runs aground off Skarholm",
        "The ferry Aurelle ran onto the rocks off Skarholm on Tuesday night with 212 passengers aboard. The coast "
        "guard of Norlund said the rudder had failed. Captain Hedda Brask is being questioned. The harbour board of "
        "Vestrup called the rudder old, and the union of seamen asked for an inquiry.",
        "2031-03-05",
    ),
    "m2": (
        "Rudder of the Aurelle had been reported faulty",
        "A seaman had reported the rudder of the ferry Aurelle three weeks before it struck the rocks off Skarholm, "
        "the union of seamen says. The harbour board in Vestrup denies having had the report. All 212 passengers were "
        "brought ashore by the coast guard of Norlund. Captain Hedda Brask was heard on Wednesday.",
        "2031-03-06",
    ),
    "m3": (
        "Inquiry into the Skarholm grounding opens",
        "An inquiry into the grounding of the ferry Aurelle off Skarholm has opened in Vestrup. The harbour board, the "
        "coast guard of Norlund and the union of seamen sent lawyers. Captain Hedda Brask told of a rudder that hung "
        "loose. The rocks had been marked since the last survey.",
        "2031-03-08",
    ),
}
FEATURE = (
    "Soup for strangers",
    "In the chapel of Skarholm the blankets still smell of diesel. Berit Aas, who is seventy and bakes on Mondays, was "
    "woken by a knock and opened the door to a man in wet socks. He had been on the Aurelle. By four there were thirty "
    "at her table. They ate what she had, which was fish and more fish. Her grandson counted the dogs. Nobody here "
    "blames the captain. They blame the rudder, or the ferry, or Vestrup, where people in warm rooms sign papers about "
    "rocks that they never saw. The postman says that the sea gives and the harbour board takes.",
    None,
)
YEARS_AGO = (
    "The winter the mail boat sank",
    "On 4 February 1961 the mail boat Solveig struck the rocks off Skarholm, and nine people drowned. In 1961 there "
    "was no coast guard in Norlund. The inquiry in Vestrup took until 1963 and blamed the rudder. Ingrid Moe was a "
    "girl then and stood on the beach with a lamp. The harbour board put a light on the rocks in 1964. A ferry has run "
    "since, and the Aurelle is the third of them.",
    None,
)
SAME_REGION = (
    "Skarholm school wins prize for its garden",
    "The school of Skarholm has won the prize of Norlund for the best garden. Pupils grow kale behind a wall of fish "
    "boxes. A jury from Vestrup came over by ferry and ate the soup. The headmaster, Jonas Lie, wants to spend the "
    "money on a greenhouse. A school in the hills came second with its bees.",
    None,
)


@pytest.fixture(scope="module")
def read(write):
    """Return the profile of an account given as title, text, and when it was printed."""
    return lambda key, row: profile_accounts([write(key, *row)])[0]


@pytest.fixture(scope="module")
def story(read):
    return [read(key, row) for key, row in STORY.items()]


@pytest.fixture(scope="module")
def feature(read):
    return read("feature", FEATURE)


def test_a_feature_from_one_place_is_kin_by_what_the_story_names(story, feature):
    picture = draw_picture(story)
    assert find_kin(feature, {"m1": picture}) == "m1"
    assert {"aurell", "skarholm", "vestrup"} <= set(held_stems(feature, picture))
    assert {"aurell", "skarholm", "vestrup"} <= set(picture.rare)
    assert "union" not in picture.rare


@pytest.mark.parametrize("other", [YEARS_AGO, SAME_REGION, (*FEATURE[:2], "2031-02-01"), (*FEATURE[:2], "2031-06-20")])
def test_look_alikes_and_other_times_stay_out(story, read, other):
    assert find_kin(read("other", other), {"m1": draw_picture(story)}) is None


@pytest.mark.parametrize("when", ["2031-03-04", "2031-03-08", "2031-03-12"])
def test_at_the_storys_own_time_it_is_kin(story, read, when):
    assert find_kin(read("other", (*FEATURE[:2], when)), {"m1": draw_picture(story)}) == "m1"


def test_two_stories_alike_leave_it_alone(story, feature):
    picture = draw_picture(story)
    assert find_kin(feature, {"m1": picture, "n1": picture}) is None
    assert find_kin(feature, {"m1": picture, "n1": draw_picture([])}) == "m1"
    assert find_kin(feature, {}) is None


def test_the_feature_is_in_the_story_among_real_accounts(write):
    accounts = [*(write(key, *row) for key, row in STORY.items()), write("feature", *FEATURE)]
    (story,) = cluster_articles(accounts, NO_COPIES)
    why = {member.article: member.why for member in story.members}["feature"]
    assert "in a manner of its own" in why
    assert "Aurelle" in why
    assert "Skarholm" in why


def test_a_winter_seventy_years_ago_is_no_part_of_the_story(write):
    accounts = [*(write(key, *row) for key, row in STORY.items()), write("old", *YEARS_AGO)]
    stories = cluster_articles(accounts, NO_COPIES)
    assert sorted(len(story.members) for story in stories) == [1, 3]


def test_two_accounts_are_no_picture_of_a_story(write):
    accounts = [*(write(key, *STORY[key]) for key in ("m1", "m2")), write("feature", *FEATURE)]
    stories = cluster_articles(accounts, NO_COPIES)
    assert sorted(len(story.members) for story in stories) == [1, 2]


def drawn(profile, *texts):
    """Return the picture of texts, each given as the words it holds and those of them that are people."""
    return draw_picture(
        [profile(f"m{place}", words=dict.fromkeys(held.split(), 1), people=dict.fromkeys(people.split(), 1))
         for place, (held, people) in enumerate(texts)]
    )  # fmt: skip


def test_common_is_what_half_of_the_texts_hold_and_the_heart_three_quarters(profile):
    texts = ["zqa zqb zqc zqd", "zqa zqb zqc", "zqa zqb", "zqa"]
    picture = drawn(profile, *((held, "") for held in texts))
    weight = term_weight("zqa")
    assert picture.common == pytest.approx({"zqa": weight, "zqb": weight * 0.75, "zqc": weight * 0.5})
    assert picture.heart == pytest.approx({"zqa": weight, "zqb": weight * 0.75})


def test_what_one_text_alone_holds_is_common_to_nobody(profile):
    assert drawn(profile, ("zqa", "")).common == {}
    assert set(drawn(profile, ("zqa zqb", ""), ("zqa", "")).common) == {"zqa"}


def test_a_persons_name_counts_half_in_the_heart(profile):
    picture = drawn(profile, ("zqa zqb", "zqa zqb"), ("zqa zqb", "zqa"), ("zqa zqb", ""))
    assert picture.heart == pytest.approx({"zqa": term_weight("zqa") / 2, "zqb": term_weight("zqb")})
    even = drawn(profile, ("zqa", "zqa"), ("zqa", ""))
    assert even.heart == pytest.approx({"zqa": term_weight("zqa")})


def test_rare_names_are_named_in_half_of_the_texts_that_hold_them(profile):
    row = {"zqa": 1, "zqb": 1, "zqc": 1, "zqd": 1, "captain": 1}
    names = {"people": {"zqa": 1}, "places": {"zqb": 1}, "told": {"zqc": 1, "captain": 1}}
    picture = draw_picture([profile("a", words=row, **names), profile("b", words=row)])
    assert picture.rare == ("zqa", "zqb", "zqc")
    assert draw_picture([profile("a", words=row, **names), *[profile("b", words=row)] * 2]).rare == ()


def test_a_story_is_told_from_its_first_printing_to_its_last(profile):
    moments = [(500, 600), (100, 900), None, (300, 400)]
    picture = draw_picture([profile("a", published=moment) for moment in moments])
    assert picture.told == (100, 900)
    assert picture.years == (1,)
    assert draw_picture([profile("a")]).told is None


def test_what_is_printed_late_covers_less(profile):
    words = {"zqa": 1, "zqb": 1}
    picture = draw_picture([profile(key, words=words, published=(0, 1000)) for key in "ab"])
    half = profile("x", words={"zqa": 1})
    last = 1000 + NEAR_MINUTES
    assert cover(half, picture) == 0.5
    assert cover(replace(half, published=(last, last)), picture) == 0.5
    assert cover(replace(half, published=(last + HALF_MINUTES,) * 2), picture) == 0.25


def test_what_was_printed_before_it_began_is_of_another_time(profile):
    words = dict.fromkeys(["zqa", "zqb", "zqc"], 1)
    begun = 10 * NEAR_MINUTES
    picture = draw_picture([profile(key, words=words, published=(begun, begun)) for key in "ab"])
    lone = profile("x", words=words)
    just = begun - NEAR_MINUTES
    assert find_kin(replace(lone, published=(just, just)), {"m": picture}) == "m"
    assert find_kin(replace(lone, published=(0, just - 1)), {"m": picture}) is None
    assert find_kin(replace(lone, past=(1961,)), {"m": picture}) is None
    assert find_kin(replace(lone, past=(1, 1961)), {"m": picture}) == "m"


WORDS = [f"zq{place:02}" for place in range(50)]


def covering(profile, share, *, names=False):
    """Return a text that holds a share (in fiftieths) of a story's words, and the picture of the story."""
    row = dict.fromkeys(WORDS, 1)
    picture = draw_picture([profile(key, words=row, told=row if names else {}) for key in "abc"])
    return profile("x", words=dict.fromkeys(WORDS[:share], 1)), picture


@pytest.mark.parametrize(
    ("share", "names", "kin"), [(19, True, True), (18, True, False), (25, False, True), (24, False, False)]
)
def test_it_must_hold_three_rare_names_or_half_of_all_and_enough_of_the_heart(profile, share, names, kin):
    lone, picture = covering(profile, share, names=names)
    assert find_kin(lone, {"m": picture}) == ("m" if kin else None)


def test_two_rare_names_are_not_enough(profile):
    row = dict.fromkeys(WORDS, 1)
    told = dict.fromkeys(WORDS[:2], 1)
    lone = profile("x", words=dict.fromkeys(WORDS[:24], 1))
    assert find_kin(lone, {"m": draw_picture([profile(key, words=row, told=told) for key in "abc"])}) is None


def test_the_cover_must_be_enough_though_the_heart_is(profile):
    """A story with a small heart and much that only half of it holds."""
    heart, rest = WORDS[:3], WORDS[3:]
    full = dict.fromkeys([*heart, *rest], 1)
    bare = dict.fromkeys(heart, 1)
    picture = draw_picture([profile(key, words=full if key in "ab" else bare, told=bare) for key in "abcd"])
    lone = profile("x", words=bare)
    assert share_held(lone, picture.heart) == 1.0
    assert cover(lone, picture) < COVER
    assert find_kin(lone, {"m": picture}) is None


def test_a_story_must_lead_the_next_by_enough(profile):
    lone, picture = covering(profile, 30)
    near, far = (drawn(profile, *[(" ".join([*WORDS[:30], *rest]), "")] * 2) for rest in (WORDS[30:], WORDS[26:29]))
    assert cover(lone, picture) == pytest.approx(cover(lone, near))
    assert find_kin(lone, {"m": picture, "n": near}) is None
    assert cover(lone, far) - cover(lone, picture) > LEAD
    assert find_kin(lone, {"m": picture, "n": far}) == "n"


def test_held_words_come_heaviest_first(profile):
    picture = drawn(profile, ("zqa zqb govern", ""), ("zqa zqb govern", ""))
    assert held_stems(profile("x", words={"govern": 1, "zqb": 1, "zqa": 1, "zqz": 1}), picture) == [
        "zqa",
        "zqb",
        "govern",
    ]
    assert share_held(profile("x"), {}) == 0.0
