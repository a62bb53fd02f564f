"""What stands among a text and is none of it."""

import pytest

from nutgraf.compare.stamps import is_pointer, is_stamp
from nutgraf.compare.versions import make_piece

STAMPS = ["Updated 14:05 GMT", "2 hours ago", "Last updated: Saturday 3 May 2031 at 4:20 pm", "1.2K shares"]
TEXT = ["Two hours later the bridge fell.", "The minister updated the house on Monday.", "In May 2031", "14"]


@pytest.mark.parametrize("line", STAMPS)
def test_stamps_and_counters_are_known(line):
    assert is_stamp(make_piece(line, 0, len(line)))


@pytest.mark.parametrize("line", TEXT)
def test_sentences_are_no_stamps(line):
    assert not is_stamp(make_piece(line, 0, len(line)))


@pytest.mark.parametrize(
    ("line", "pointer"),
    [
        ("Read more: Harbour fee rises", True),
        ("Related articles", True),
        ("Sign up for our newsletter", True),
        ("Follow us on Facebook", True),
        ("Read the letter in full, he told the court.", False),
        ("Watch officers saw the boat drift.", False),
    ],
)
def test_pointers_to_other_texts_are_known(line, pointer):
    assert is_pointer(line, make_piece(line, 0, len(line))) == pointer
