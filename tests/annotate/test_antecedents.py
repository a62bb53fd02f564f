"""Pronouns of speakers: whom "he", "she" and "it" speak for, and where nobody can tell."""

import pytest

RESOLVED = [
    ("A volunteer at the shelter wept. “I lost my dog,” she said.", "A volunteer"),
    ("An old man turns the sound off. “My brother drowned,” he says.", "An old man"),
    ("One resident said the sirens were silent. “We ran,” she added.", "One resident"),
    ("The report blames a chain. It adds that the alarm “was not acted upon”.", "The report"),
    ("The company lost money. It said the year had been “hard and long”.", "The company"),
    ("Ilse Brandt opened the bridge. “It is safe,” she said.", "Ilse Brandt"),
]

OPEN = [
    "“We lost,” he said.",
    "Two women and a man stood there. “We lost,” she said.",
    "Several people were hurt. “We lost,” he said.",
]


@pytest.mark.parametrize(("text", "speaker"), RESOLVED)
def test_the_one_who_fits(text, speaker, hear):
    assert [quote[2] for quote in hear(text)[0] if quote[0] in {"direct", "mixed"}] == [speaker]


@pytest.mark.parametrize("text", OPEN)
def test_nobody_is_guessed(text, hear):
    assert [quote[2] in {"he", "she", None} for quote in hear(text)[0] if quote[0] == "direct"] == [True]


def test_another_paragraph_lends_no_speaker(hear):
    quotes, _ = hear(["A volunteer at the shelter wept.", "“I lost my dog,” she said."])
    assert [quote[2] for quote in quotes if quote[0] == "direct"] == ["she"]
