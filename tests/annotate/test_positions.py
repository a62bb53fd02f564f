"""Where somebody stands in a sentence, told by the words beside."""

import pytest

from nutgraf.annotate.positions import Position, position_of, pronoun_position, says_after, says_before


@pytest.mark.parametrize(
    ("sentence", "position"),
    [
        ("*Orlo* left early.", Position.SUBJECT),
        ("When *Orlo* left, it rained.", Position.SUBJECT),
        ("The mayor praised *Orlo* for it.", Position.OBJECT),
        ("They walked with *Orlo* to town.", Position.OBLIQUE),
        ("*Orlo*’s dog slept.", Position.OWNER),
        ("They saw Teck and *Orlo* there.", Position.BESIDE),
        ("The hero (*Orlo*) sleeps.", Position.ASIDE),
    ],
)
def test_names(sentence, position):
    start = sentence.index("*")
    text = sentence.replace("*", "")
    assert position_of(text, start, start + 4, 0, len(text)) is position


@pytest.mark.parametrize(
    ("text", "word", "position"),
    [
        ("She left.", "She", Position.SUBJECT),
        ("They saw her.", "her", Position.OBJECT),
        ("They saw her dog.", "her", Position.OWNER),
        ("They asked her to stay.", "her", Position.OBJECT),
        ("He hurt himself.", "himself", Position.ITSELF),
        ("It was his.", "his", Position.OWNER),
    ],
)
def test_pronouns(text, word, position):
    start = text.index(word)
    assert pronoun_position(text, start, start + len(word)) is position


def test_who_says():
    assert says_after("Orlo has said it", 4)
    assert not says_after("Orlo left it", 4)
    assert says_before("“No,” said Orlo", 11)
