from __future__ import annotations

import pytest
from evals.matching import bare, find_words, fold_text, same_name, same_time, within_days
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("printed", "accepted", "same"),
    [
        ("Ada Brook", ["Ada Brook"], True),
        ("Inspector Ada Brook", ["Ada Brook"], True),
        ("Brook", ["Ada Brook"], True),
        ("Mr Brook", ["Ada Brook"], True),
        ("Ida Brook", ["Ada Brook"], False),
        ("Ada", ["Ada Brook"], False),
        ("the harbour office", ["harbour office"], True),
        ("A harbour official", ["a rail official"], False),
        ("a harbour official", ["a harbour official familiar with the plan"], True),
        ("A first report by the Dam Office", ["a first report"], True),
        ("the harbour", ["a harbour official familiar with the plan"], False),
        (None, [None], True),
        (None, ["Ada Brook"], False),
        ("Ada Brook", [None], False),
        ("", ["Ada Brook"], False),
    ],
)
def test_same_name(printed, accepted, same):
    assert same_name(printed, accepted) is same


def test_an_outlet_may_be_named_by_its_first_word():
    assert same_name("NBS", ["NBS News"], outlet=True)
    assert not same_name("NBS", ["NBS News"])


@pytest.mark.parametrize(
    ("value", "accepted", "same"),
    [
        ("2031-03-03", ["2031-03-03"], True),
        ("2031-03-03T11:00", ["2031-03-03"], True),
        ("2031-03", ["2031-03-03"], False),
        ("2031-03-03", ["2031"], False),
        (None, ["2031-03-03"], False),
    ],
)
def test_same_time(value, accepted, same):
    assert same_time(value, accepted) is same


@pytest.mark.parametrize(
    ("value", "right", "fits"),
    [
        ("2031-03-04", "2031-03-03/2031-03-05", True),
        ("2031-03-04T10:00Z", "2031-03-04", True),
        ("2031-03-06", "2031-03-03/2031-03-05", False),
        ("2031-02-01/2031-04-01", "2031-03-04", False),
        (None, None, True),
        ("2031-03-04", None, False),
        (None, "2031-03-04", False),
    ],
)
def test_within_days(value, right, fits):
    assert within_days(value, right) is fits


def test_words_are_found_whatever_their_marks_case_and_space():
    text = "She said:  “It’s\nthe Café—now,” twice: It's the cafe-now."
    first, second = (
        find_words(fold_text(text), "it's THE cafe-now"),
        find_words(fold_text(text), "It’s the café—now", 2),
    )
    assert first
    assert text[slice(*first)] == "It’s\nthe Café—now"
    assert second
    assert text[slice(*second)] == "It's the cafe-now"
    assert find_words(fold_text(text), "thrice") is None


@given(st.text(), st.text(min_size=1))
def test_found_words_fold_to_the_words_sought(text, words):
    found = find_words(fold_text(text + words), words)
    if found:
        assert fold_text(words).text.strip() in fold_text((text + words)[slice(*found)]).text


def test_bare_leaves_marks_and_space_outside():
    assert bare('"So far," he', (0, 9)) == (1, 7)
