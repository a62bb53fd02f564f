"""Nouns that give somebody's words."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The court threw out Ilse Brandt's claim that the count was “a fraud from the start”.",
            ("mixed", "a fraud from the start", "Ilse Brandt"),
        ),
        (
            "Markets shrugged off Marta Velin's warning of “a lost year”.",
            ("mixed", "a lost year", "Marta Velin"),
        ),
        (
            "Nobody believed the mayor's promise to “drain every cellar by May”.",
            ("mixed", "drain every cellar by May", "the mayor"),
        ),
    ],
)
def test_the_owner_speaks(text, expected, hear):
    quotes, _ = hear(text)
    assert expected[:2] in {quote[:2] for quote in quotes}


def test_without_quoted_words_a_noun_gives_nothing(hear):
    assert hear("Ilse Brandt's claim failed in court.") == ([], [])


def test_only_the_words_beside_the_noun_are_the_owners(hear):
    quotes, _ = hear("The inspectors found that Brandt's claim of “forty leaks” was “plainly wrong”.")
    assert ("mixed", "plainly wrong", "Brandt") not in quotes
