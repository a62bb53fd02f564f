"""A surname alone where several people bear it."""

import pytest


@pytest.mark.parametrize(
    ("blocks", "speaker"),
    [
        (
            ["Ilse Brandt opened the port. Tomas Brandt watched.", "“It is ours,” Brandt said."],
            "Ilse Brandt",
        ),
        (
            ["Ilse Brandt opened the port.", "“It is late,” said Tomas Brandt, a pilot.", "“And cold,” Brandt said."],
            "Tomas Brandt",
        ),
    ],
)
def test_the_one_introduced_or_who_spoke_last(blocks, speaker, hear):
    assert hear(blocks)[0][-1][2] == speaker


def test_two_named_alike_often_stay_open(hear):
    text = "Ilse Brandt met Tomas Brandt. Tomas Brandt left, and Tomas Brandt slept. “It is ours,” Brandt said."
    assert hear(text)[0][-1][2] == "Brandt"
