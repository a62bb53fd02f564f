"""Stems and their fixed background weights."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.models.terms import content_stems, stem_spans, term_weight


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The ministers were negotiating in Harborough", ("minist", "negoti", "harborough")),
        ("The mayor’s négociation", ("mayor", "negoci")),
        ("That’ll be Monday’s vote", ("monday", "vote")),
        ("It has 14 bridges, and 2,500 boats", ("14", "bridg", "2", "500", "boat")),
        ("They don’t, we didn't", ()),
        ("flood flooded floods", ("flood", "flood", "flood")),
        ("", ()),
    ],
)
def test_content_stems(words, expected):
    assert content_stems(words) == expected


def test_rare_stems_weigh_more_than_frequent_ones_and_unknown_ones_most():
    frequent, rare, unknown = (term_weight(stem) for stem in ("presid", "glacier", "zzyzzogeton"))
    assert 0 < frequent < rare < unknown


@pytest.mark.parametrize("stem", ["presid", "flood", "1984", "zzyzzogeton"])
def test_no_stem_weighs_more_than_an_unknown_one(stem):
    assert 0 <= term_weight(stem) <= term_weight("a stem nobody has")


@given(st.text(max_size=200), st.integers(0, 20))
def test_spans_lie_in_the_text_and_give_the_same_stems(text, start):
    spans = stem_spans(text, start)
    assert all(start <= left < right <= len(text) for left, right, _ in spans)
    assert [content_stems(text[left:right]) for left, right, _ in spans] == [(stem,) for _, _, stem in spans]
