"""The records of stories: their ids, and in which way each article came to be there."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from nutgraf.cluster.growing import grow
from nutgraf.cluster.reasons import ALONE
from nutgraf.cluster.shelf import Core, Text, Tie
from nutgraf.cluster.stories import anchor, write_story
from nutgraf.records.article import Sure
from nutgraf.text import stable_id

HELD = {"zqtarnmouth": 400, "zqsluice": 300, "zqcaravan": 300}


def whys(shelf, accounts, by_hand=None):
    return {member.article: member.why for member in write_story(shelf, accounts, by_hand or {}, "test").members}


@pytest.fixture(scope="module")
def papers(write):
    """Write an account for each key, titled by it."""
    return lambda keys: [write(key, key.upper(), f"Rain in {key}.") for key in keys]


def to(some, others, whole):
    return {f"{one} {two}": whole for one in some for two in others}


def test_articles_stand_by_their_time_then_by_id(write):
    late, early = write("a", None, "", "2031-05-09T12:00+00:00"), write("b", None, "", "2031-05-08T12:00+00:00")
    assert anchor(early.article) == (datetime(2031, 5, 8, 12, tzinfo=UTC), "b")
    unsure = replace(early.article, id="c", published=replace(early.article.published, sure=Sure.UNSURE))
    undated = write("d", None, "").article
    order = sorted([undated, unsure, late.article, early.article], key=anchor)
    assert [article.id for article in order] == ["b", "a", "c", "d"]


def test_a_story_hangs_on_its_first_article_and_names_members_by_id(shelve, profile, write):
    accounts = [write("a", "A", "", "2031-05-09"), write("c", "C", ""), write("b", "B", "", "2031-05-08")]
    story = write_story(
        shelve([profile(key) for key in "abc"], to("a", "bc", 500_000), ["a b c"]), accounts, {}, "test/9"
    )
    assert (story.id, story.aliases, story.made_by) == (stable_id("story", "b"), (), "test/9")
    assert [(member.article, member.version) for member in story.members] == [("a", "v-a"), ("b", "v-b"), ("c", "v-c")]


def test_who_is_alone_says_so(shelve, profile, papers):
    shelf = shelve([profile("a"), profile("b")], {"a b": 300_000}, ["a", "b"])
    assert whys(shelf, papers("a")) == {"a": ALONE}


def test_each_is_told_by_its_likest_of_equals_the_first_inside_the_story(shelve, profile, papers):
    ties = {"a b": 500_000, "a c": 500_000, "b c": 600_000, "a z": 900_000, "d a": 450_000, "d b": 450_000}
    shelf = shelve([profile(key) for key in "abcdz"], ties, ["a b c d", "z"])
    told = whys(shelf, papers("abcd"))
    nearest = {key: why.removeprefix("shares with “").split("”")[0] for key, why in told.items()}
    assert nearest == {"a": "B", "b": "C", "c": "B", "d": "A"}


@pytest.fixture
def copies(profile, shelve):
    """Return a shelf on which a, c, d, e and f carry one text, told by d, beside b."""
    shelf = shelve([profile(key) for key in "abcdef"])
    grow(shelf, set("acdef"), [Text("a", ("a", "c", "d", "e", "f"), "d", (), (), False)])
    shelf.put_ties({"b": [Tie("a", 500_000, 500_000)]})
    shelf.put_cores([Core("a", (("a", "b"),))])
    return shelf


def test_copies_name_three_others_and_what_their_text_shares(copies, papers):
    told = whys(copies, papers("abcdef"))
    assert told["a"].startswith(
        "carries the same text as “C” (Paper c), “D” (Paper d) and “E” (Paper e); shares with “B”"
    )
    assert told["f"].startswith(
        "carries the same text as “A” (Paper a), “C” (Paper c) and “D” (Paper d); shares with “B”"
    )
    assert told["b"].startswith("shares with “D” (Paper d)")


def test_copies_that_were_parted_by_hand_speak_for_themselves(copies, papers):
    told = whys(copies, papers("bce"))
    assert told["b"].startswith("shares with “C” (Paper c)")
    assert told["c"].startswith("carries the same text as “E” (Paper e); shares with “B”")
    assert whys(copies, papers("ac"))["a"] == "carries the same text as “C” (Paper c)"


def test_a_decision_by_hand_comes_first_and_overrules_being_alone(shelve, profile, papers):
    shelf = shelve([profile("a"), profile("b"), profile("c")], {"a b": 500_000}, ["a b", "c"])
    told = whys(shelf, papers("abc"), {"a": "put here by hand", "c": "put here, too"})
    assert told["a"].startswith("put here by hand; shares with “B”")
    assert told["b"].startswith("shares with “A”")
    assert told["c"] == "put here, too"


def put(shelf, key, home):
    core = shelf.cores([key])[key]
    shelf.put_cores([replace(core, joins=home)])
    return shelf


def test_a_small_group_says_that_it_was_put_there_as_a_whole(shelve, profile, papers):
    shelf = shelve([profile(key) for key in "abcxy"], to("xy", "abc", 264_000) | {"x y": 500_000}, ["a b c", "x y"])
    told = whys(put(shelf, "x", "a"), papers("abcxy"))
    nearer = "; nearer to the 3 texts of this story than to any other (mean likeness 0.26)"
    assert told["x"].startswith("shares with “Y”")
    assert told["x"].endswith(nearer)
    assert told["y"].endswith(nearer)
    assert "nearer" not in told["a"]
    apart = whys(shelf, papers("bcxy"))
    assert "nearer" not in apart["x"]


def test_a_text_in_its_own_manner_says_what_the_story_names(shelve, profile, papers):
    full = [profile(key, words=HELD) for key in "abc"]
    shelf = shelve([*full, profile("x", words=HELD)], to("x", "abc", 200_000), ["a b c", "x"])
    told = whys(put(shelf, "x", "a"), papers("abcx"))["x"]
    assert told.startswith("tells the story in a manner of its own")
    assert told.endswith("(100% of the weight of the words they have in common)")


@pytest.fixture
def stump(shelve, profile):
    """Return a shelf with a title that a holds, b does not though it is liker, and c does in part."""
    words = {"a": HELD, "b": {"zqtarnmouth": 900}, "c": {"zqtarnmouth": 1, "zqsluice": 1}}
    full = [profile(key, words=words[key]) for key in "abc"]
    ties = {"x a": 200_000, "x b": 220_000, "x c": 190_000}
    return put(shelve([*full, profile("x", words=HELD, size=10)], ties, ["a b c", "x"]), "x", "a")


def test_a_title_says_which_text_holds_it(stump, papers):
    told = whys(stump, papers("abcx"))["x"]
    assert told.startswith(
        "a short text that shares 3 words that say something, 100% of its weight, with “A” (Paper a)"
    )


def test_a_title_whose_likest_text_holds_it_says_so(stump, papers):
    stump.put_ties({"x": [Tie("a", 230_000, 230_000)]})
    told = whys(stump, papers("abcx"))["x"]
    assert told.startswith(
        "a short text that shares 3 words that say something, 100% of its weight, with “A” (Paper a)"
    )


def test_chapters_know_which_articles_are_copies(write, profile, shelve, monkeypatch):
    seen = []
    monkeypatch.setattr("nutgraf.cluster.stories.find_chapters", lambda accounts, together: seen.append(together) or ())
    shelf = shelve([profile(key) for key in "abcd"])
    grow(shelf, set("abc"), [Text("b", ("b", "c"), "c", (), (), False), Text("a", ("a",), "a", (), (), False)])
    write_story(shelf, [write(key, key, "") for key in "dcba"], {}, "test")
    assert seen == [[("b", "c")]]
