"""Titles in quote marks are nobody's words."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Brandt spoke on SKY's “Meet the Mayor” on Sunday.",
        "In an interview on “Harbour Tonight,” Ilse Brandt said the bridge would be closed.",
        "The film, titled “Drowned,” opens on Friday, Ilse Brandt said.",
        "The ship, named “Better Days,” sank in May, according to the coroner.",
        "The host of “Late Tide” said nothing more.",
    ],
)
def test_titles(text, hear):
    assert {kind for kind, _, _ in hear(text)[0] if kind != "indirect"} == {"scare"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ilse Brandt called him “Mister Mud” in the debate.", "Mister Mud"),
        ("“Stop Lying!” Ilse Brandt shouted.", "Stop Lying!"),
        ("Ilse Brandt said the vote was “Rigged.”", "Rigged."),
    ],
)
def test_capitals_alone_make_no_title(text, words, hear):
    assert "Ilse Brandt" in {speaker for _, said, speaker in hear(text)[0] if said == words}
