import random

from evals.copies.edits import cut_tail, draft_of, reword_some, share_quotes, shuffle_paragraphs, splice
from evals.copies.heads import Telling
from evals.copies.made import relate
from scenes import FLOOD, STRIKE, heads, made

flood, strike = draft_of(FLOOD), draft_of(STRIKE)
original = made("original")


def related(draft, **others):
    return relate(made("version", draft, **others), original)


def test_the_same_words_are_an_exact_copy_whatever_stands_about_them():
    assert related(flood) == {"exact"}
    assert related(flood, head=heads(Telling.REPRINT)[1]) == {"exact"}


def test_a_credit_in_the_text_another_order_and_other_words_make_a_near_copy():
    assert related(flood, wire=True) == {"near"}
    assert related(shuffle_paragraphs(flood, random.Random(1))) == {"near"}
    assert related(reword_some(flood, 1.0, random.Random(1))) == {"near"}


def test_a_passage_in_another_text_is_a_partial_copy():
    assert related(splice(flood[2], strike, random.Random(1))) == {"partial"}


def test_near_the_line_either_kind_is_right():
    assert related(cut_tail(flood, 0.34)) == {"near", "partial"}
    assert related(cut_tail(flood, 0.67)) == {"near"}


def test_too_few_words_of_its_own_may_be_called_either():
    eleven_words = flood[0][:1]
    assert related(splice(eleven_words, strike, random.Random(1))) >= {"none", "partial"}


def test_a_shared_quotation_and_a_foreign_text_are_no_copies():
    assert related(share_quotes(flood, strike, random.Random(1), 1)).isdisjoint({"exact", "near", "partial"})
    assert related(strike).isdisjoint({"exact", "near", "partial"})


def test_every_sentence_is_where_its_span_says_behind_dateline_and_before_the_credits():
    wire = made("wire", flood, head=heads(Telling.LINE)[1], wire=True)
    found = [wire.article.text[start:end] for start, end in wire.spans]
    assert found == list(FLOOD.sentences)
    assert wire.article.text.startswith("EASTPORT (Meridian Press Agency) — The River Arn")
    assert "This article first appeared in" in wire.article.text.rpartition("\n\n")[2]
