"""Whose turn it is when a pronoun speaks."""

import pytest


@pytest.mark.parametrize(
    ("blocks", "words", "speaker"),
    [
        (
            ["Olwen Pryce said the party had forgotten Marta Velin.", "“It will cost them the north,” she said."],
            "It will cost them the north,",
            "Olwen Pryce",
        ),
        (
            ["The ruling alarmed Tomas Okeke, president of the growers' union.", "“It ends us. It is done,” he said."],
            "It ends us. It is done,",
            "Tomas Okeke",
        ),
        (
            ["Pryce, who met Marta Velin in May, said the deal was dead.", "She added: “Nobody wanted it anyway.”"],
            "Nobody wanted it anyway.",
            "Pryce",
        ),
    ],
)
def test_the_last_speaker_or_a_newcomer_goes_on(blocks, words, speaker, hear):
    assert {said: name for _, said, name in hear(blocks)[0]}[words] == speaker


def test_somebody_named_since_takes_the_turn_away(hear):
    quotes, _ = hear(["Rafael Duarte said the season was lost. Tomas Okeke left early.", "“I was cold,” he said."])
    assert quotes[-1][2] != "Rafael Duarte"
