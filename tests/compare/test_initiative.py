"""Initiative: at whose request or invitation a thing was done."""

import pytest

CASES = [
    (
        "The meeting was held at the request of Ilse Brandt.",
        "The meeting was held at the request of Ivo Krantz.",
        ["differ"],
    ),
    (
        "The meeting was held at the request of Ilse Brandt.",
        "Ilse Brandt requested the meeting with the union.",
        ["agree"],
    ),
    ("Ilse Brandt was invited by Ivo Krantz to the talks.", "Ivo Krantz invited Ilse Brandt to the talks.", ["agree"]),
    (
        "Ilse Brandt asked for the meeting with Ivo Krantz.",
        "Ivo Krantz asked for the meeting with Ilse Brandt.",
        ["differ"],
    ),
    ("The meeting was held at the request of Ilse Brandt.", "The inquiry was opened at the request of Ivo Krantz.", []),
    ("The meeting was held at the request of Ilse Brandt.", "Ivo Krantz attended the meeting.", []),
]


@pytest.mark.parametrize(("left", "right", "verdicts"), CASES)
def test_who_asked(left, right, verdicts, find):
    assert [verdict for verdict, _ in find("initiative", left, right)] == verdicts


@pytest.mark.parametrize(("left", "right", "verdicts"), CASES)
def test_whoever_tells_first_the_verdict_is_the_same(left, right, verdicts, find):
    assert [verdict for verdict, _ in find("initiative", right, left)] == verdicts


def test_cells_end_with_a_word(find):
    for left, right, _ in CASES:
        for _, words in find("initiative", left, right):
            assert all(word[-1].isalnum() for word in words)
