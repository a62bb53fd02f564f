"""Words as numbers: the same words as everywhere else, one number for all ways to print a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.dedupe.numbers import number_run, read_words, shingles
from nutgraf.text import fold, words

TEXTS = st.text(st.sampled_from("aZé’'ß ı.\n-_9İ한語\u0301\U0001d49c\ud800ﬁς"), max_size=40)


@given(TEXTS | st.text(max_size=40))
def test_finds_the_words_that_every_other_stage_finds(text):
    found = read_words(text)
    assert list(zip(found.starts.tolist(), found.ends.tolist(), strict=True)) == [(a, b) for a, b, _ in words(text)]


@given(TEXTS)
def test_words_have_one_number_where_they_fold_to_one(text):
    found = read_words(text)
    by_word = {}
    for number, (_, _, word) in zip(found.numbers.tolist(), words(text), strict=True):
        assert by_word.setdefault(fold(word), number) == number
    assert len(set(by_word.values())) == len(by_word)


@pytest.mark.parametrize(
    ("one", "two"), [("Straße", "STRASSE"), ("O’Brien’s café", "o'brien's CAFE"), ("ﬁnal", "final")]
)
def test_ways_to_print_a_word(one, two):
    assert read_words(one).numbers.tolist() == read_words(two).numbers.tolist()


def test_a_number_is_the_same_on_every_machine():
    assert number_run(("sign", "up")) == 15525977606037613530
    assert int(shingles(read_words("Sign UP").numbers, 2)[0]) == number_run(("sign", "up"))
