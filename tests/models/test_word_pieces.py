"""How text is cut into words and pieces, and what is told of each word."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.models.known_words import KINDS
from nutgraf.models.word_pieces import FEATURES, SETTINGS, SHAPES, read_words


def told(text):
    """Return for each word its shape, its sentence's setting, whether it opens, and what it is known as."""
    (words,) = read_words([text])
    found = []
    for (start, end), row in zip(words.places, words.features, strict=True):
        shape = SHAPES[int(row[: len(SHAPES)].argmax())]
        kinds = {kind for kind, bit in zip(KINDS, row[len(SHAPES) + len(SETTINGS) + 1 :], strict=True) if bit}
        found.append((text[start:end], shape, kinds))
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("don’t stop", ["don", "’", "t", "stop"]),
        ("90km (55 miles)", ["90km", "(", "55", "miles", ")"]),
        ("U.S.-led", ["U", ".", "S", ".", "-", "led"]),
        ("e\u0301te\u0301 snake_case", ["e\u0301te\u0301", "snake", "_", "case"]),
        ("", []),
    ],
)
def test_words_hold_letters_and_digits_and_marks_stand_alone(text, words):
    assert [word for word, _, _ in told(text)] == words


def test_shapes():
    shapes = [shape for _, shape, _ in told("the Minister of NATO met J McOrd on 12 May at G20 .")]
    assert shapes == [
        "lower", "capital", "lower", "upper", "lower", "initial", "mixed", "lower", "number", "capital", "lower",
        "number_letters", "mark",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("The mayor of the town met Anna Low.", "plain"),
        ("Mayor Meets Anna Low In Town", "headline"),
        ("MAYOR MEETS ANNA LOW", "shouted"),
        ("the mayor met anna low", "uncased"),
    ],
)
def test_settings(text, setting):
    (words,) = read_words([text])
    row = words.features[0, len(SHAPES) : len(SHAPES) + len(SETTINGS)]
    assert SETTINGS[int(row.argmax())] == setting


def test_tables_tell_places_of_several_words_titles_and_peoples():
    kinds = {word: kinds for word, _, kinds in told("President Anna Low left New York with French envoys")}
    assert "title" in kinds["President"]
    assert "given" in kinds["Anna"]
    assert "place" in kinds["New"]
    assert "place" in kinds["York"]
    assert "people" in kinds["French"]
    assert kinds["left"] == set()


@given(st.lists(st.text(max_size=40), max_size=4))
def test_places_lie_in_the_text_in_order_and_every_word_has_its_features(texts):
    for text, words in zip(texts, read_words(texts), strict=True):
        assert len(words.places) == len(words.pieces) == len(words.features)
        assert words.features.shape[1] == FEATURES
        assert all(0 <= start < end <= len(text) for start, end in words.places)
        assert all(a[1] <= b[0] for a, b in zip(words.places, words.places[1:], strict=False))
        assert not any(text[a[1] : b[0]].strip() for a, b in zip(words.places, words.places[1:], strict=False))


def test_sentences_are_read_alone():
    together = read_words(["Ann Low left.", "NOBODY KNOWS WHY"])
    apart = [read_words([text])[0] for text in ("Ann Low left.", "NOBODY KNOWS WHY")]
    for one, other in zip(together, apart, strict=True):
        assert one.pieces == other.pieces
        assert np.array_equal(one.features, other.features)
