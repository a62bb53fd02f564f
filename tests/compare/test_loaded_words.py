"""The table of words for one thing where the choice carries a judgement."""

import pytest

from nutgraf.compare.loaded_words import forms_of, loaded_sets


def test_the_table_is_long_and_every_set_has_two_sides():
    assert len(loaded_sets()) >= 80
    assert all(one.plain and one.loaded for one in loaded_sets())


def test_no_word_stands_on_both_sides_or_twice():
    for one in loaded_sets():
        words = [*one.plain, *one.loaded]
        assert len(words) == len(set(words)), words


@pytest.mark.parametrize("one", loaded_sets(), ids=lambda one: f"{one.number}")
def test_kinds_and_spelling(one):
    assert one.kind in {"noun", "verb", "kind", "says"}
    assert all(word and word == word.strip() and not word.endswith("/") for word in (*one.plain, *one.loaded))


@pytest.mark.parametrize(
    ("kind", "form", "word"),
    [
        ("noun", "regimes", "regime"),
        ("noun", "gunmen", "gunman"),
        ("verb", "slammed", "slam"),
        ("verb", "fled", "flee"),
        ("verb", "fleeing", "flee"),
        ("verb", "ripped into", "rip into"),
        ("says", "claims", "claim"),
        ("kind", "far-right", "far-right"),
    ],
)
def test_forms_lead_to_their_word(kind, form, word):
    assert word in {found for _, found in forms_of(kind)[form]}
