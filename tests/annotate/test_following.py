"""Whole sentences in marks without a cue of their own."""

import pytest


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            ["The harbour is full, Ilse Brandt said. “We cannot take one more boat this winter.”"],
            ("direct", "We cannot take one more boat this winter.", "Ilse Brandt"),
        ),
        (
            ["“It is over,” said Rep. Olof T. Rand (D-N.C.), chair of the port. “Nobody is coming back here.”"],
            ("direct", "Nobody is coming back here.", "Olof T. Rand"),
        ),
        (
            ["“Nobody came to help us,” Tomas Okeke said.", "“We waited on the roof until the morning came.”"],
            ("direct", "We waited on the roof until the morning came.", "Tomas Okeke"),
        ),
        (
            ["Marta Velin spent a week with the crews. “They have not slept since Monday night.”"],
            ("direct", "They have not slept since Monday night.", "Marta Velin"),
        ),
        (
            ["Ilse Brandt has a new message for the port: “It is about jobs.”"],
            ("direct", "It is about jobs.", "Ilse Brandt"),
        ),
        (
            ["On Sunday Ilse Brandt made a promise:", "“No family will lose a home to this river again.”"],
            ("direct", "No family will lose a home to this river again.", "Ilse Brandt"),
        ),
    ],
)
def test_who_is_taken_to_speak(blocks, expected, hear):
    found = {words: (kind, speaker) for kind, words, speaker in hear(blocks)[0]}
    kind, speaker = found[expected[1]]
    assert kind == expected[0]
    assert speaker.split()[-1] == expected[2].split()[-1]


def test_a_paragraph_of_speech_by_nobody_known_is_still_speech(hear):
    quotes, _ = hear(["The square was empty.", "“They told us to run and so we ran.”"])
    assert quotes == [("direct", "They told us to run and so we ran.", None)]


def test_a_name_in_marks_at_a_sentence_s_head_goes_on_with_nothing(hear):
    quotes, _ = hear(["“Nobody came to help us,” Tomas Okeke said.", "“Harbour Lights” was written by a miner."])
    assert quotes[1][0] == "scare"
