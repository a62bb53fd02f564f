"""What a pair of copies says of each sentence, and which passages stand in another order."""

import pytest

from nutgraf.records.copies import Copy, CopyKind, Passage
from nutgraf.records.reused import Taken, moved_passages, taken_sentences

COPY = "A fox sat down. The old bridge is shut now. It rained hard."
OTHER = "The old bridge was shut now. Nobody fell. It rained hard."


def passage(words, copy=COPY, other=OTHER):
    return Passage(
        copy.index(words), copy.index(words) + len(words), other.index(words), other.index(words) + len(words)
    )


@pytest.fixture
def pair():
    passages = (passage("The old bridge"), passage("shut now"), passage("It rained hard"))
    return Copy("a", "b", CopyKind.PARTIAL, 0.6, passages, None, "", 0.7)


def test_every_sentence_is_whole_changed_in_part_or_own(pair):
    told = taken_sentences(COPY, pair.passages)
    assert [(COPY[each.start : each.end], each.taken) for each in told] == [
        ("A fox sat down.", Taken.OWN),
        ("The old bridge is shut now.", Taken.CHANGED),
        ("It rained hard.", Taken.WHOLE),
    ]
    assert [each.passages for each in told] == [(), (0, 1), (2,)]
    half = taken_sentences(COPY, pair.passages[:1])
    assert half[1].taken is Taken.PART
    assert half[1].share == 0.5


@pytest.mark.parametrize(
    ("places", "moved"),
    [
        ([], ()),
        ([10, 20, 30], (False, False, False)),
        ([30, 10, 20], (True, False, False)),
        ([10, 40, 20, 30], (False, True, False, False)),
        ([30, 20, 10], (True, True, False)),
    ],
)
def test_passages_that_stand_in_another_order_are_told(places, moved):
    passages = tuple(Passage(at * 10, at * 10 + 5, place, place + 5) for at, place in enumerate(places))
    assert moved_passages(Copy("a", "b", CopyKind.NEAR, 1.0, passages, None, "")) == moved


def test_a_pair_turned_twice_is_itself(pair):
    assert pair.turned().turned() == pair
    assert pair.turned().passages[0].start == OTHER.index("The old bridge")
