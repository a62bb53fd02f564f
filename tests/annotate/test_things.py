"""What "it" and "they" mean when they speak."""

import pytest


@pytest.mark.parametrize(
    ("blocks", "words", "speaker"),
    [
        (
            ["The Harbour Ministry condemned what it called “a breach of trust”."],
            "a breach of trust",
            "Harbour Ministry",
        ),
        (
            ["“The gate will fail,” the letter said.", "“No repair will hold it,” it added."],
            "No repair will hold it,",
            "the letter",
        ),
        (
            ["Two officials said the gate had failed.", "“Nobody checked it for a year,” they said."],
            "Nobody checked it for a year,",
            "Two officials",
        ),
    ],
)
def test_the_body_paper_or_people_before(blocks, words, speaker, hear):
    assert {said: name for _, said, name in hear(blocks)[0]}[words] == speaker


def test_they_of_nobody_known_is_unsure(hear):
    assert hear("“Nobody checked it,” they said.")[0] == [("direct", "Nobody checked it,", "they")]
