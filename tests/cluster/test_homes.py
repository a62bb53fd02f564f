"""Which texts are one story: cores that were put to cores."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.cluster.homes import group_texts, whole_stories
from nutgraf.cluster.memory import MemoryShelf
from nutgraf.cluster.shelf import Core, Text


def shelf_of(**joins):
    """Return a shelf with a core for each name (its letters are the texts), given the name it is put to."""
    shelf = MemoryShelf([])
    for keys, home in joins.items():
        shelf.put_texts(Text(key, (key,), key, (), (), False) for key in keys)
        shelf.put_cores([Core(keys[0], tuple((key,) for key in keys), home[:1])])
    return shelf


def stories(shelf, keys):
    return ["".join(text.key for text in group) for group in group_texts(shelf, keys)]


CHAIN = {"abc": "", "de": "abc", "f": "de", "g": "abc", "hij": "", "k": ""}


@pytest.mark.parametrize("key", "abcdefg")
def test_any_text_of_a_story_brings_all_of_it(key):
    shelf = shelf_of(**CHAIN)
    assert stories(shelf, [key]) == ["abcdefg"]
    assert whole_stories(shelf, {core.key: core for core in shelf.cores_of([key]).values()}) == set("abcdefg")


def test_stories_come_by_the_key_of_their_home_and_each_once():
    shelf = shelf_of(**CHAIN)
    assert stories(shelf, "kjfag") == ["abcdefg", "hij", "k"]
    assert stories(shelf, "k") == ["k"]


def test_a_story_stands_where_its_home_stands_though_a_lower_text_was_put_to_it():
    assert stories(shelf_of(a="mno", mno="", c=""), "oac") == ["c", "amno"]


def test_what_is_not_there_is_in_no_story():
    shelf = shelf_of(**CHAIN)
    assert stories(shelf, ["z"]) == stories(shelf, []) == []
    assert whole_stories(shelf, {}) == set()


def test_a_core_that_is_no_more_holds_its_own_texts_alone():
    shelf = shelf_of(abc="")
    old = Core("x", (("x",), ("y",)), "gone")
    assert whole_stories(shelf, {"x": old}) == {"x", "y"}


@settings(max_examples=50)
@given(st.lists(st.integers(0, 8), min_size=1, max_size=9), st.data())
def test_stories_part_the_texts(homes, data):
    """Each core is put to an earlier one or, where that is itself, to none."""
    names = "abcdefghi"
    shelf = shelf_of(**{names[place]: names[home] if home < place else "" for place, home in enumerate(homes)})
    here = names[: len(homes)]
    found = stories(shelf, here)
    assert sorted("".join(found)) == list(here)
    asked = data.draw(st.sets(st.sampled_from(here)))
    assert stories(shelf, asked) == [story for story in found if asked & set(story)]
