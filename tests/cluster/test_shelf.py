"""The promises of a shelf, kept by dictionaries, held or not, and by a database."""

import pytest

from nutgraf.cluster.held import HeldShelf
from nutgraf.cluster.memory import MemoryShelf
from nutgraf.cluster.shelf import Core, Home, Text, Tie
from nutgraf.records.picture import Picture
from nutgraf.records.rows import pack_row
from nutgraf.store.archive import open_archive


def text(key, articles="", clues="", days=(), short=False):
    return Text(key, tuple(articles) or (key,), key, tuple(clues.split()), tuple(days), short)


@pytest.fixture(params=["dictionaries", "held", "database"])
def shelf(request, tmp_path, profile):
    profiles = [profile(key, words={key: 7, "tarn": 9}) for key in "abcdeu"]
    if request.param != "database":
        yield MemoryShelf(profiles) if request.param == "dictionaries" else HeldShelf(MemoryShelf(profiles))
        return
    with open_archive(tmp_path / "n.db", write=True) as archive, archive.transaction("test"):
        for each in profiles:
            archive.groupings.shelf.put_profile(each.article, "inputs", each)
        yield archive.groupings.shelf


def test_profiles_are_found_by_article(profile):
    one = profile("a", size=7)
    shelf = MemoryShelf([profile("b"), one])
    assert shelf.profile("a") is one
    assert HeldShelf(shelf).profiles(["a"]) == shelf.profiles(["a"]) == {"a": one}


def test_texts_are_found_by_key_and_by_each_of_their_articles(shelf):
    one, two = text("a", "ac"), text("b")
    shelf.put_texts([one, two])
    assert shelf.texts(["a", "b", "c", "z"]) == {"a": one, "b": two}
    assert shelf.text_of(["c", "b", "z"]) == {"c": "a", "b": "b"}


def test_the_row_of_a_text_is_that_of_the_profile_that_speaks_for_it(shelf):
    shelf.put_texts([Text("a", ("a", "c"), "c", (), (), short=False), text("b")])
    assert shelf.rows(["a", "b"]) == {"a": pack_row(shelf.profile("c")), "b": pack_row(shelf.profile("b"))}
    shelf.drop_texts(["a"])
    shelf.put_texts([text("a")])
    assert shelf.rows(["a"]) == {"a": pack_row(shelf.profile("a"))}


def test_short_texts_are_known_without_being_read(shelf):
    shelf.put_texts([text("a", short=True), text("b"), text("c", short=True)])
    assert shelf.short(["a", "b", "z"]) == {"a"}


def test_a_text_that_was_dropped_is_found_nowhere(shelf):
    shelf.put_texts([text("a", "ac", "tarn"), text("b", clues="tarn")])
    shelf.put_ties({"a": [Tie("b", 5, 6)], "b": [Tie("a", 5, 6)]})
    shelf.drop_texts(["a", "z"])
    assert shelf.texts(["a"]) == {}
    assert shelf.text_of(["a", "b", "c"]) == {"b": "b"}
    assert list(shelf.sharing(["tarn"], (), 1)) == ["b"]
    assert shelf.ties(["a", "b"]) == {"a": (), "b": ()}


def test_an_article_that_went_to_another_text_stays_with_it(shelf):
    shelf.put_texts([text("a", "ac")])
    shelf.put_texts([text("c")])
    shelf.drop_texts(["a"])
    assert shelf.text_of(["a", "c"]) == {"c": "c"}


@pytest.mark.parametrize(
    ("windows", "found"),
    [
        ((), "abcu"),
        (((10, 20),), "abu"),
        (((11, 19),), "u"),
        (((0, 10), (30, 40)), "acu"),
        (((41, 50),), "u"),
    ],
)
def test_texts_are_found_on_their_days_or_undated(shelf, windows, found):
    days = {"a": [10], "b": [20, 25], "c": [40], "u": []}
    shelf.put_texts(text(key, clues="tarn sluice", days=several) for key, several in days.items())
    assert sorted(shelf.sharing(["tarn", "mud"], windows, 1)) == sorted(found)
    assert sorted(shelf.sharing(["tarn", "sluice", "mud"], windows, 2)) == sorted(found)
    assert list(shelf.sharing(["tarn", "mud"], windows, 2)) == []


def test_a_text_that_lies_in_two_windows_is_found_once(shelf):
    shelf.put_texts([text("a", clues="tarn", days=[10, 20])])
    assert list(shelf.sharing(["tarn"], ((0, 15), (5, 25)), 1)) == ["a"]
    assert list(shelf.sharing(["tarn"], ((0, 15), (5, 25)), 2)) == []


def test_ties_hold_from_both_ends_and_the_last_counts(shelf):
    shelf.put_texts(text(key) for key in "abc")
    shelf.put_ties({"a": [Tie("b", 5, 6), Tie("c", 1, 1)]})
    shelf.put_ties({"b": [Tie("a", 7, 8)]})
    assert set(shelf.ties(["a"])["a"]) == {Tie("b", 7, 8), Tie("c", 1, 1)}
    assert shelf.ties(["b", "z"]) == {"b": (Tie("a", 7, 8),), "z": ()}


def test_texts_that_are_tied_strongly_enough_are_found(shelf):
    shelf.put_texts(text(key) for key in "abcu")
    shelf.put_ties({"a": [Tie("b", 5, 6), Tie("c", 7, 7)], "b": [Tie("u", 9, 9)]})
    assert shelf.tied(["a", "z"], 6) == {"c"}
    assert shelf.tied(["a", "b"], 5) == {"a", "b", "c", "u"}
    assert shelf.tied(["a"], 8) == set()


HOME, SMALL = Core("a", (("a", "b"), ("c",))), Core("d", (("d",), ("e",)), "a")


@pytest.fixture
def stocked(shelf):
    """Return a shelf that holds the texts whose cores a test puts."""
    shelf.put_texts(text(key) for key in "abcdeu")
    return shelf


def test_cores_beside_some_texts_are_told_with_what_is_above_the_floor(stocked):
    stocked.put_cores([HOME, SMALL])
    stocked.put_ties({"u": [Tie("a", 50, 50), Tie("b", 10, 10), Tie("d", 90, 90)], "e": [Tie("c", 30, 30)]})
    assert stocked.homes_beside(["u"], 2, 20) == {"a": Home(3, 30), "d": Home(2, 70)}
    assert stocked.homes_beside(["u", "e"], 3, 20) == {"a": Home(3, 40)}
    assert stocked.homes_beside(["u"], 4, 20) == stocked.homes_beside(["z"], 1, 20) == {}


def test_cores_are_found_by_key_by_text_and_by_where_they_were_put(stocked):
    stocked.put_cores([HOME, SMALL])
    assert stocked.cores(["a", "b", "d"]) == {"a": HOME, "d": SMALL}
    assert stocked.cores_of(["c", "e", "z"]) == {"c": HOME, "e": SMALL}
    assert stocked.cores_of(["c", "e", "z"], 3) == {"c": HOME}
    assert stocked.cores_of(["c", "e", "z"], 4) == {}
    assert list(stocked.joiners(["a", "d", "z"])) == [SMALL]
    assert HOME.texts == ("a", "b", "c")


def test_a_core_in_place_of_one_with_its_key_leaves_nothing_of_it(stocked):
    stocked.put_cores([HOME, SMALL])
    stocked.put_cores([Core("d", (("d",),), "x")])
    assert stocked.cores_of(["d", "e"]) == {"d": Core("d", (("d",),), "x")}
    assert list(stocked.joiners(["a"])) == []
    assert [core.key for core in stocked.joiners(["x"])] == ["d"]


def test_cores_that_were_dropped_are_no_more(stocked):
    stocked.put_cores([HOME, SMALL])
    stocked.drop_cores(["d", "z"])
    assert stocked.cores(["d"]) == stocked.cores_of(["d", "e"]) == {}
    assert list(stocked.joiners(["a"])) == []


def test_a_picture_goes_with_its_core(stocked):
    drawn = Picture({"tarn": 1.25}, {}, ("tarn",), (7, 9), (2031,))
    stocked.put_cores([HOME, SMALL])
    stocked.put_pictures({"a": drawn, "d": drawn})
    assert stocked.pictures(["a", "d", "z"]) == {"a": drawn, "d": drawn}
    stocked.drop_cores(["d"])
    assert stocked.pictures(["a", "d"]) == {"a": drawn}
    stocked.put_cores([HOME])
    assert stocked.pictures(["a", "d"]) == {}


def test_texts_that_went_to_another_core_stay_there_when_the_first_is_dropped(stocked):
    stocked.put_cores([HOME])
    moved = Core("b", (("b",),))
    stocked.put_cores([moved])
    stocked.drop_cores(["a"])
    assert stocked.cores_of(["a", "b", "c"]) == {"b": moved}
