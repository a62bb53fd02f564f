import pytest

from nutgraf.extract.page_words import ADDRESSING, PAGE_WORDS, SAYING, SMALL_WORDS


@pytest.mark.parametrize("table", [ADDRESSING, PAGE_WORDS, SAYING, SMALL_WORDS])
def test_words_are_small_letters_without_signs_at_their_ends(table):
    assert all(word == word.lower() and word[0].isalpha() and word[-1].isalpha() for word in table)


def test_words_of_pages_are_no_words_of_saying():
    assert not PAGE_WORDS & SAYING
