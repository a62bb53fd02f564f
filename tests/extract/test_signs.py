"""Lines that sign a text."""

import pytest

from nutgraf.extract.signs import is_signature


@pytest.mark.parametrize(
    "words",
    [
        "Daily Meridian, Saturday 13 June 2026. By Hester Vaughan",
        "Commentary: Daniel Okafor | Saturday 7th March, 5:04pm",
        "Anna Bergstrom – 3 May 2026",
    ],
)
def test_a_name_and_a_day_sign(words):
    assert is_signature(words)


@pytest.mark.parametrize(
    "words",
    [
        "What happened on 7 March 2026",
        "Thursday, 29 January 2026 · Issue 318",
        "Anna Bergstrom",
        "On 3 May 2026 Anna Bergstrom, who had been told nothing of the sort, left the hall before the vote was taken.",
        "",
    ],
)
def test_other_lines_do_not(words):
    assert not is_signature(words)
