import random

import pytest
from evals.copies.edits import (
    cut_tail,
    draft_of,
    drop_some,
    mix_in,
    passage_of,
    pieces,
    reword_some,
    share_quotes,
    shuffle_paragraphs,
    splice,
)
from scenes import FLOOD, STRIKE

flood, strike = draft_of(FLOOD), draft_of(STRIKE)


@pytest.fixture
def dice():
    return random.Random(7)


def numbers(draft, base="flood"):
    return [piece.number for piece in pieces(draft) if piece.base == base]


def test_a_cut_text_keeps_its_first_sentences():
    assert numbers(cut_tail(flood, 0.5)) == [0, 1, 2]
    assert numbers(cut_tail(flood, 0.1)) == [0]


def test_dropped_sentences_leave_the_others_in_order(dice):
    kept = numbers(drop_some(flood, 0.5, dice))
    assert len(kept) == 3
    assert kept == sorted(kept)


def test_replaced_sentences_give_way_to_those_of_the_other_text(dice):
    mixed = mix_in(flood, 0.5, strike, dice)
    assert len(numbers(mixed)) == 3
    assert numbers(mixed, "strike") == [0, 1, 2]


def test_shuffled_paragraphs_are_the_same_ones_in_another_order(dice):
    shuffled = shuffle_paragraphs(flood, dice)
    assert shuffled != flood
    assert sorted(shuffled, key=str) == sorted(flood, key=str)


def test_only_as_many_sentences_are_reworded_as_asked_and_they_say_so(dice):
    reworded = pieces(reword_some(flood, 0.34, dice))
    changed = [piece for piece in reworded if piece.changed]
    assert len(changed) == 2
    assert all(piece.words not in FLOOD.sentences for piece in changed)
    assert [piece.number for piece in reworded] == list(range(6))


def test_a_passage_stands_in_the_other_text_as_a_paragraph_of_its_own(dice):
    spliced = splice(passage_of(flood, 2, dice), strike, dice)
    assert spliced[0] == strike[0]
    assert len(spliced) == 3
    first, second = numbers(spliced)
    assert second == first + 1


def test_a_shared_quotation_brings_no_sentence_with_it(dice):
    shared = share_quotes(flood, strike, dice, 1)
    assert numbers(shared) == []
    assert "“We had less than an hour to carry our mother and the neighbours out,”" in str(shared)
    assert share_quotes(strike, flood, dice, 1) is None
    assert share_quotes(flood, strike, dice, 4) is None, "several are wanted, and there is but one"
