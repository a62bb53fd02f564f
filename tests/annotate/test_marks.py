"""Quotation marks: which open, which close, and what runs on."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.annotate.marks import find_marked


def _words(text: str, opens_next: bool = False) -> list[tuple[str, int]]:
    return [(text[p.start : p.end], p.depth) for p in find_marked(text, 0, len(text), opens_next)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will rebuild,” said Orla Venn.", [("We will rebuild,", 0)]),
        ('"We will rebuild," said Orla Venn.', [("We will rebuild,", 0)]),
        ("'We will rebuild,' said the harbour's master.", [("We will rebuild,", 0)]),
        ("She said the harbour's pilots 'don't sleep' at night.", [("don't sleep", 0)]),
        (
            "“I told him, ‘Stop now,’ and he did,” she said.",
            [("I told him, ‘Stop now,’ and he did,", 0), ("Stop now,", 1)],
        ),
        ("'I told him \"stop\" and he did,' she said.", [('I told him "stop" and he did,', 0), ("stop", 1)]),
        ('It is over."The pumps held," wrote the Ledger.', [("The pumps held,", 0)]),
        ('He asked for calm "at last."On Friday it rained.', [("at last.", 0)]),
        ("A 12\" pipe and the '90s music of the boys' choir.", []),
        ("The ships' crews and the pilots' union met.", []),
        ("«On verra», dit-il.", [("On verra", 0)]),
        ("No marks at all.", []),
    ],
)
def test_marks_are_told_from_apostrophes(text, expected):
    assert _words(text) == expected


def test_a_speech_over_glued_paragraphs_is_cut_where_the_mark_opens_again():
    text = 'He went on: "The first thing is time. "The second thing is money." 23:24'
    assert _words(text) == [("The first thing is time.", 0), ("The second thing is money.", 0)]


def test_an_unclosed_mark_runs_to_the_end_when_the_next_paragraph_opens_again():
    text = "“We came at dawn. We left at noon."
    assert _words(text, opens_next=True) == [("We came at dawn. We left at noon.", 0)]
    assert _words(text, opens_next=False) == [("We came at dawn.", 0)]


@given(st.text(alphabet="ab .,'\"“”‘’\n", max_size=80), st.booleans())
def test_every_stretch_lies_inside_its_block_and_outer_comes_before_inner(text, opens_next):
    pieces = find_marked(text, 0, len(text), opens_next)
    for piece in pieces:
        assert 0 <= piece.start < piece.end <= len(text)
        assert not text[piece.start].isspace()
        assert not text[piece.end - 1].isspace()
    outer = [piece for piece in pieces if piece.depth == 0]
    assert all(left.end <= right.start for left, right in itertools.pairwise(outer))
    assert list(pieces) == sorted(pieces, key=lambda piece: (piece.start, -piece.end))
