"""Text as CofeNet's instances print it, and where its characters stand then."""

import pytest
from evals.annotation.amber.printing import print_text
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ('"It holds," Low said. "It will."', "“It holds,” Low said. “It will.”"),
        ("''It holds,'' Low\u00a0said.", "”It holds,” Low said."),
        ("Low’s gate — ‘held’ …", "Low's gate -- ‘held' ..."),
        ("the 'gate' of '98", "the ‘gate' of '98"),
        ("one\n two\u200b", "one two"),
    ],
)
def test_printed(text, printed):
    assert print_text(text)[0] == printed


@given(st.text(alphabet="ab \n\"'—…’\u200b."))
def test_every_place_is_kept_in_order(text):
    printed, places = print_text(text)
    assert len(places) == len(text) + 1
    assert places == sorted(places)
    assert places[-1] == len(printed)
    assert all(printed[at] == text[number] for number, at in enumerate(places[:-1]) if text[number] in "ab.")
