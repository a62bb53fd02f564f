"""How many letters of some words stand in others."""

import pytest
from evals.hostile.words import kept_letters, letters, words_of

KEPT = [
    (["the gate"], [["gate the"]], 7),
    (["gate gate"], [["gate"]], 4),
    (["gate"], [["ga", "te"]], 4),
    (["gate"], [["quay"], ["gate"]], 4),
    (["gate\u200b", "qu\u00aday"], [["gate quay"]], 8),
    (["shutA"], [["A", "gate", "shut"]], 5),
    (["shutA A"], [["A", "gate", "shut"]], 1),
    (["gate"], [], 0),
]


@pytest.mark.parametrize(("shown", "kept", "count"), KEPT)
def test_letters_that_are_kept(shown, kept, count):
    assert kept_letters(words_of(shown), kept) == count


def test_signs_are_no_letters():
    assert letters(words_of(["“Gate” – 4 m_2!"])) == len("Gate4m2")
