"""Names exchanged in a sentence: every other mark still lies on its own words."""

import random

from hypothesis import given
from hypothesis import strategies as st
from training.tagger.augment import exchange_names
from training.tagger.labelled import Document, Mark, Sentence, join_words

POOLS = {
    "person": ["Bo Varga", "Ilse van der Lode"],
    "place": ["Ur", "Upper Cleave"],
    "organisation": ["Halden Council"],
}
WORDS = ["Ann", "Low", "left", "Norland", ",", "said", "the", "Selmo", "Courier", "."]


@st.composite
def documents(draw):
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
    text, places = join_words(words, [True] * len(words))
    edges = sorted(draw(st.sets(st.integers(0, len(words)), max_size=6)))
    names = [
        Mark(places[first][0], places[last - 1][1], draw(st.sampled_from(["person", "place", "organisation", "group"])))
        for first, last in zip(edges[::2], edges[1::2], strict=False)
    ]
    first, last = sorted((draw(st.integers(0, len(words) - 1)), draw(st.integers(0, len(words) - 1))))
    content = Mark(places[first][0], places[last][1], "content")
    return Document("uner", "made", (Sentence(text, {"uner": tuple(names), "attribution": (content,)}),))


@given(documents(), st.integers(0, 99))
def test_kinds_and_order_stay_and_what_was_not_exchanged_keeps_its_words(document, seed):
    (before,), (after,) = document.sentences, exchange_names(document, POOLS, 0.5, random.Random(seed)).sentences
    assert [mark.label for mark in after.marks["uner"]] == [mark.label for mark in before.marks["uner"]]
    pool = [name.casefold() for names in POOLS.values() for name in names]
    allowed = {part for name in pool for part in (name, name.split()[0], name.split()[-1])}
    for old, new in zip(before.marks["uner"], after.marks["uner"], strict=True):
        words = after.text[new.start : new.end]
        assert words == before.text[old.start : old.end] or words.casefold() in allowed
    for marks in after.marks.values():
        assert all(0 <= mark.start < mark.end <= len(after.text) for mark in marks)


def test_one_name_is_everywhere_the_same_other():
    sentences = tuple(Sentence("Ann Low left.", {"uner": (Mark(0, 7, "person"),)}) for _ in range(4))
    swapped = exchange_names(Document("uner", "made", sentences), POOLS, 1.0, random.Random(1))
    assert len({sentence.text for sentence in swapped.sentences}) == 1
    assert "Ann Low" not in swapped.sentences[0].text


def test_marks_about_a_name_grow_with_it():
    sentence = Sentence(
        "Low said so.", {"uner": (Mark(0, 3, "person"),), "attribution": (Mark(0, 3, "source"), Mark(4, 8, "cue"))}
    )
    (after,) = exchange_names(
        Document("uner", "made", (sentence,)), {"person": ["Bo Varga"]}, 1.0, random.Random(3)
    ).sentences
    marks = {mark.label: after.text[mark.start : mark.end] for mark in after.marks["attribution"]}
    assert marks["cue"] == "said"
    assert marks["source"] == after.text[: after.text.index(" said")]
