"""The promises of a shelf, kept by dictionaries, held or not, and by a database."""

import pytest

from nutgraf.cluster.held import HeldShelf
from nutgraf.cluster.memory import MemoryShelf
from nutgraf.cluster.shelf import Core, Text, Tie
from nutgraf.store.archive import open_archive


def text(key, articles="", clues="", days=()):
    return Text(key, tuple(articles) or (key,), key, tuple(clues.split()), tuple(days))


@pytest.fixture(params=["dictionaries", "held", "database"])
def shelf(request, tmp_path):
    if request.param != "database":
        yield MemoryShelf([]) if request.param == "dictionaries" else HeldShelf(MemoryShelf([]))
        return
    with open_archive(tmp_path / "n.db", write=True) as archive, archive.transaction("test"):
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
    shelf.put_ties({"a": [Tie("b", 5, 6), Tie("c", 1, 1)]})
    shelf.put_ties({"b": [Tie("a", 7, 8)]})
    assert set(shelf.ties(["a"])["a"]) == {Tie("b", 7, 8), Tie("c", 1, 1)}
    assert shelf.ties(["b", "z"]) == {"b": (Tie("a", 7, 8),), "z": ()}


HOME, SMALL = Core("a", (("a", "b"), ("c",))), Core("d", (("d",), ("e",)), "a")


def test_cores_are_found_by_key_by_text_and_by_where_they_were_put(shelf):
    shelf.put_cores([HOME, SMALL])
    assert shelf.cores(["a", "b", "d"]) == {"a": HOME, "d": SMALL}
    assert shelf.cores_of(["c", "e", "z"]) == {"c": HOME, "e": SMALL}
    assert list(shelf.joiners(["a", "d", "z"])) == [SMALL]
    assert HOME.texts == ("a", "b", "c")


def test_a_core_in_place_of_one_with_its_key_leaves_nothing_of_it(shelf):
    shelf.put_cores([HOME, SMALL])
    shelf.put_cores([Core("d", (("d",),), "x")])
    assert shelf.cores_of(["d", "e"]) == {"d": Core("d", (("d",),), "x")}
    assert list(shelf.joiners(["a"])) == []
    assert [core.key for core in shelf.joiners(["x"])] == ["d"]


def test_cores_that_were_dropped_are_no_more(shelf):
    shelf.put_cores([HOME, SMALL])
    shelf.drop_cores(["d", "z"])
    assert shelf.cores(["d"]) == shelf.cores_of(["d", "e"]) == {}
    assert list(shelf.joiners(["a"])) == []


def test_texts_that_went_to_another_core_stay_there_when_the_first_is_dropped(shelf):
    shelf.put_cores([HOME])
    moved = Core("b", (("b",),))
    shelf.put_cores([moved])
    shelf.drop_cores(["a"])
    assert shelf.cores_of(["a", "b", "c"]) == {"b": moved}
