"""What a page can do to a terminal: nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.export.printable import one_line, printable

DANGEROUS = {*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F} - {0x0A}


@given(st.text(st.characters()))
def test_nothing_dangerous_is_left_and_offsets_hold(words):
    safe = printable(words)
    assert len(safe) == len(words)
    assert not {ord(character) for character in safe} & DANGEROUS
    assert "\n" not in one_line(words)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("red \x1b[31malert", "red ␛[31malert"),
        ("safe‮txt.exe", "safe�txt.exe"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("title\x9b0m", "title�0m"),
        ("Zelenskyy’s “words” — naïve, 東京, עברית", "Zelenskyy’s “words” — naïve, 東京, עברית"),
    ],
)
def test_what_is_shown(words, shown):
    assert printable(words) == shown


def test_paragraphs_on_one_line():
    assert one_line(" one\n\n two ") == "one ¶ two"
