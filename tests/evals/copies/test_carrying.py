"""Shares of a passage in an own report, known by construction, against what a stage might say of them."""

import random
from dataclasses import replace

import pytest
from evals.copies.carrying import ALONE, carrying_sheet, judge_carried, true_shares
from evals.copies.edits import cut_tail, draft_of, pieces, reword_some, share_quotes, splice
from evals.copies.heads import AGENCY, Telling
from evals.copies.made import relate
from evals.copies.pools import Case, Pool, gold_pairs
from evals.copies.specs import Spec
from evals.copies.told import Told
from scenes import FLOOD, STRIKE, made

from nutgraf.records.copies import Carried
from nutgraf.text import words

WHOLE = made("whole")
PASSAGE = made("passage", splice(pieces(draft_of(FLOOD))[4:6], draft_of(STRIKE), random.Random(1)))
SHORT = made("short", cut_tail(draft_of(FLOOD), 0.67))


def pool_of(version, telling=Telling.DAY, *, shorter=False):
    spec = Spec("an edit", "", lambda draft, own, dice: own, shorter)
    case = Case("whole", version.article.id, spec, telling, relate(version, WHOLE))
    both = {"whole": WHOLE, version.article.id: version}
    return Pool("scene", both, (case,), gold_pairs(both))


def said(article, copied=0.0, shared=0.0, original=None, origin=None):
    return Carried(article, "t", original, origin, copied, shared, 1 - copied - shared, "")


def rows(pool, *carried):
    told = Told({}, carried={one.article: one for one in carried})
    return {name: row.tolist() for name, row in judge_carried(pool, pool.cases[0], told)}


def test_true_shares_are_those_of_the_words_and_the_original_owns_all_of_its_own():
    lent = sum(len(list(words(piece.words))) for piece in PASSAGE.sentences if piece.base == "flood")
    part = lent / len(list(words(PASSAGE.article.text)))
    assert 0.2 < part < 0.5
    assert true_shares(PASSAGE, WHOLE, "whole").copied == pytest.approx(part)
    assert true_shares(PASSAGE, WHOLE, None).shared == pytest.approx(part)
    assert true_shares(WHOLE, PASSAGE, "whole") == ALONE


def test_a_reworded_sentence_is_still_the_others_and_a_shared_quotation_is_nobodys():
    reworded = made("reworded", reword_some(draft_of(FLOOD), 1.0, random.Random(1)))
    assert any(piece.changed for piece in reworded.sentences)
    assert true_shares(reworded, WHOLE, "whole").copied == 1
    quoting = share_quotes(draft_of(FLOOD), draft_of(STRIKE), random.Random(1), 1)
    assert true_shares(made("one", quoting), made("two", quoting, base=STRIKE), None).shared < 1


def test_shares_near_the_truth_are_right_and_others_leave_their_error():
    part = true_shares(PASSAGE, WHOLE, "whole").copied
    right = rows(pool_of(PASSAGE), said("passage", copied=part + 0.04))
    assert right["copies, original known"][0] == 1
    wrong = rows(pool_of(PASSAGE), said("passage", shared=part))["copies, original known"]
    assert wrong[:5] == pytest.approx([0, part, part, 0, 1])


def test_of_an_article_that_was_not_found_it_is_said_that_all_is_its_own():
    part = true_shares(PASSAGE, WHOLE, "whole").copied
    missed = rows(pool_of(PASSAGE))
    assert missed["copies, original known"] == pytest.approx([0, part, 0, part, 1, 0, 0, 0, 0, 0])
    assert missed["their bases, original known"][0] == 1, "the original is its own"


def test_the_original_is_asked_for_where_both_carry_one_text_only():
    assert rows(pool_of(PASSAGE), said("passage", original="passage"))["copies, original known"][5:8] == [0, 0, 0]
    named = rows(pool_of(SHORT), said("short", original="short"), said("whole", original="whole"))
    assert named["copies, original known"][5:8] == [0, 1, 1]
    assert named["their bases, original known"][5:8] == [1, 0, 1]


def test_an_agency_that_both_credit_is_to_be_named_though_no_page_is_the_original():
    third = pool_of(SHORT, Telling.THIRD)
    assert rows(third, said("short", 0, 0.9, origin=AGENCY))["copies, original not known"][5:] == [1, 0, 1, 1, 1]
    for origin in (None, "Another Agency"):
        told = rows(third, said("short", 0, 0.9, origin=origin))
        assert told["copies, original not known"][5:] == [1, 0, 1, 0, 1]


def test_what_length_alone_may_tell_is_left_out_and_a_figure_of_nothing_is_not_printed():
    shorter = pool_of(SHORT, Telling.NOTHING, shorter=True)
    assert carrying_sheet("s", "w", [shorter], [Told({})]).lines == []
    sheet = carrying_sheet("s", "w", [pool_of(SHORT)], [Told({})])
    assert [line.system for line in sheet.lines] == ["copies, original known", "their bases, original known"]
    assert "original right" not in sheet.lines[0].figures
    assert "shares right" in sheet.lines[0].figures


def test_bases_are_added_up_over_pools():
    pool = pool_of(SHORT)
    part = true_shares(SHORT, WHOLE, "whole").copied
    exact = Told({}, carried={"short": said("short", part)})
    twice = carrying_sheet("s", "w", [pool, replace(pool, name="again")], [exact, Told({})])
    assert twice.lines[0].figures["shares right"].value == 0.5
