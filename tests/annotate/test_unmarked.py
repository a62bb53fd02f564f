"""Words that are somebody's own without quote marks."""

from nutgraf.records.article import Role

TURNS = [
    "Ilse Brandt spoke to Tomas Okeke, our reporter, on Sunday.",
    "OKEKE: Minister, is the gate safe?",
    "BRANDT: It is safe, and it was safe last year when the letter said “it will fail”.",
    "OKEKE: Who signed it?",
]


def test_turns_of_a_transcript(hear):
    quotes, _ = hear(TURNS)
    assert [quote for quote in quotes if quote[0] == "direct"] == [
        ("direct", "Minister, is the gate safe?", "Tomas Okeke"),
        ("direct", "It is safe, and it was safe last year when the letter said “it will fail”.", "Ilse Brandt"),
        ("direct", "Who signed it?", "Tomas Okeke"),
    ]
    assert ("mixed", "it will fail", "Ilse Brandt") in quotes


def test_their_sentences_rest_on_the_speaker(hear):
    _, sources = hear([*TURNS, "BRANDT: The engineers. All eleven of them."])
    assert {name for kind, name, _ in sources if kind == "named"} >= {"Ilse Brandt", "Tomas Okeke"}


def test_labels_that_are_no_names_make_no_transcript(hear):
    assert hear(["Where: Port Sund", "When: Monday", "When: Tuesday", "Price: 12 talers"]) == ([], [])
    assert hear(["UPDATE: The gate holds.", "UPDATE: The gate is shut.", "NOTE: It rained."])[0] == []


def test_one_label_makes_no_transcript(hear):
    assert hear(["BRANDT: The gate is safe.", "It rained."])[0] == []


def test_a_block_set_apart_after_a_colon(hear):
    blocks = ["Ilse Brandt wrote on X:", ("The gate is safe and it will stay safe.", Role.EMBED)]
    assert hear(blocks)[0] == [("direct", "The gate is safe and it will stay safe.", "Ilse Brandt")]


def test_a_block_set_apart_without_a_colon_is_nobodys(hear):
    assert hear(["Ilse Brandt wrote.", ("The gate is safe and it will stay safe.", Role.BLOCKQUOTE)])[0] == []
