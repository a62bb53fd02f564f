"""What a held shelf answers: each thing is asked for once, and anew after whatever was written."""

import pytest

from nutgraf.cluster.held import HeldShelf
from nutgraf.cluster.memory import MemoryShelf
from nutgraf.cluster.shelf import Core, Text, Tie
from nutgraf.records.picture import Picture

PICTURE = Picture({"tarn": 1.5}, {}, (), None, ())
QUESTIONS = ("texts", "ties", "cores_of", "cores", "pictures")


def text(key):
    return Text(key, (key,), key, ("tarn",), (), short=False)


class Listening(MemoryShelf):
    """A shelf that notes what it is asked."""

    def __init__(self):
        super().__init__([])
        self.asked = []

    def texts(self, keys):
        self.asked += [("texts", key) for key in keys]
        return super().texts(keys)

    def ties(self, keys):
        self.asked += [("ties", key) for key in keys]
        return super().ties(keys)

    def cores_of(self, keys, least=1):
        self.asked += [("cores_of", key) for key in keys]
        return super().cores_of(keys, least)

    def pictures(self, keys):
        self.asked += [("pictures", key) for key in keys]
        return super().pictures(keys)

    def cores(self, keys):
        self.asked += [("cores", key) for key in keys]
        return super().cores(keys)


@pytest.fixture
def behind():
    shelf = Listening()
    shelf.put_texts([text("a"), text("b")])
    shelf.put_ties({"a": [Tie("b", 5, 6)]})
    shelf.put_cores([Core("a", (("a",),)), Core("b", (("b",),), "a")])
    shelf.put_pictures({"a": PICTURE, "b": PICTURE})
    return shelf


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_thing_is_asked_for_once_even_where_there_is_none(behind, question):
    held = HeldShelf(behind)
    first = getattr(held, question)(["a", "z"])
    assert getattr(held, question)(["z", "a"]) == first == getattr(MemoryShelf, question)(behind, ["a", "z"])
    assert getattr(held, question)(["b"]).keys() == {"b"}
    assert behind.asked == [(question, "a"), (question, "z"), (question, "b")]


def ask_all(shelf):
    return [dict(getattr(shelf, question)(["a", "b", "c"])) for question in QUESTIONS]


@pytest.mark.parametrize(
    "write",
    [
        lambda shelf: shelf.put_texts([text("c")]),
        lambda shelf: shelf.drop_texts(["b"]),
        lambda shelf: shelf.put_ties({"c": [Tie("a", 1, 2)]}),
        lambda shelf: shelf.put_cores([Core("a", (("a",), ("b",)))]),
        lambda shelf: shelf.drop_cores(["b"]),
        lambda shelf: shelf.put_pictures({"a": Picture({}, {}, (), (1, 2), ())}),
    ],
)
def test_after_whatever_was_written_it_answers_as_the_shelf_behind_it(behind, write):
    held = HeldShelf(behind)
    before = ask_all(held)
    write(held)
    assert ask_all(held) == ask_all(behind) != before
