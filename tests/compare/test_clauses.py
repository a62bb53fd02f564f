"""Clauses: the stretches of a sentence that each say something by itself."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.compare.clauses import cut_clauses

CUT = [
    "The union wants a rise of 6 per cent| and |has rejected the offer.",
    "The driver was badly hurt| and |32 passengers were taken to hospital.",
    "An explosion tore through the mill on Tuesday|, |killing at least two workers.",
    "The recount is watched by two observers|, |which was agreed on Monday.",
    "Liabilities came to four million pounds|; |the bank is owed the most.",
]

WHOLE = [
    "The driver was hurt when the bus left the road near the bridge.",
    "The council will act if the union calls another strike in June.",
    "“The ships came back last night and nobody was hurt,” she said.",
    "The Swiss invited Argentina, Australia and Brazil to send their ministers.",
    "The mill, which opened in 1921, employs 400 people.",
    "The bridge fell and it rained.",
]


@pytest.mark.parametrize("told", CUT)
def test_a_further_verb_says_something_of_its_own(told):
    first, joint, second = told.split("|")
    text = first + joint + second
    assert [text[start:end] for start, end in cut_clauses(text, 0, len(text))] == [first, second]


@pytest.mark.parametrize("text", WHOLE)
def test_what_would_say_something_else_alone_stays_whole(text):
    assert list(cut_clauses(text, 0, len(text))) == [(0, len(text))]


@given(st.text(alphabet="ab ,;.“”\"'and which killing was ", max_size=120))
def test_clauses_stand_in_order_and_never_overlap(text):
    clauses = list(cut_clauses(text, 0, len(text)))
    assert clauses
    assert all(0 <= start <= end <= len(text) for start, end in clauses)
    assert all(one[1] <= other[0] for one, other in pairwise(clauses))
