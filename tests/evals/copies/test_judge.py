import random
from dataclasses import replace

import numpy as np
from evals.copies.edits import draft_of, pieces, splice
from evals.copies.heads import Telling
from evals.copies.judge import (
    KINDS,
    ONE,
    PAIRS,
    REUSE,
    SENTENCES,
    Direction,
    add_up,
    count_pair,
    count_reuse,
    found_directions,
    kind_figures,
    pair_figures,
    reuse_sheet,
    tally_pairs,
    wrong_pairs,
)
from evals.copies.made import COPIED, relate
from evals.copies.pools import Case, Pool, gold_pairs
from evals.copies.specs import Spec
from evals.copies.told import Told, covered, group_ids, told_by
from scenes import FLOOD, STRIKE, made

from nutgraf.records.copies import Carried, Copies, Copy, CopyKind, Passage

ORIGINAL = made("a")
LENT = made("b", splice(pieces(draft_of(FLOOD))[4:6], draft_of(STRIKE), random.Random(1)))
OTHER = made("c", base=STRIKE)
CASE = Case("a", "b", Spec("passage", "", lambda draft, own, dice: own), Telling.DAY, relate(LENT, ORIGINAL))
MADE = {"a": ORIGINAL, "b": LENT, "c": OTHER}
POOL = Pool("passages", MADE, (CASE,), gold_pairs(MADE))
SHARED = [place for place, piece in zip(LENT.spans, LENT.sentences, strict=True) if piece.base == "flood"]


def told(kind="partial", spans=SHARED, original="a"):
    return Told({("a", "b"): kind}, originals={("a", "b"): original}, shared={(("a", "b"), "b"): spans})


def test_a_pair_is_right_where_its_kind_is_and_missing_where_nothing_was_said():
    assert count_pair(frozenset(("near",)), COPIED, True) == (1, 1, 1)
    assert count_pair(frozenset(("near",)), COPIED, False) == (0, 0, 1)
    assert count_pair(frozenset(("quotes",)), COPIED, True) == (0, 1, 0)
    assert count_pair(frozenset(("quotes", "partial")), COPIED, True) == (0, 0, 0), "either answer is right"


def test_pairs_and_sentences_are_counted_for_the_base_they_come_from():
    row = tally_pairs(POOL, told())["a"]
    assert row[PAIRS].tolist() == [1, 1, 2], "the own report itself is there, too, and was not found"
    assert row[SENTENCES].tolist() == [2, 2, 2]
    assert row[KINDS].tolist() == [1, 1]


def test_the_own_report_of_a_copy_is_the_other_text_nearly_whole():
    assert POOL.gold[("b", "c")] <= {"near", "partial"}
    assert ("a", "c") not in POOL.gold


def test_a_sentence_counts_as_copied_from_the_half_on():
    start, end = SHARED[0]
    half = [(start, start + (end - start + 1) // 2)]
    less = [(start, start + (end - start) // 2 - 1)]
    assert tally_pairs(POOL, told(spans=half))["a"][SENTENCES].tolist() == [1, 1, 2]
    assert tally_pairs(POOL, told(spans=less))["a"][SENTENCES].tolist() == [0, 0, 2]


def test_a_pair_that_was_not_found_misses_all_its_sentences_and_a_strange_one_is_a_mistake():
    strange = Told({("a", "c"): "partial"})
    rows = tally_pairs(POOL, strange)
    total = add_up([rows]).sum(axis=0)
    assert total[PAIRS][1] == 1
    assert total[PAIRS][0] == 0
    assert total[SENTENCES].tolist() == [0, 0, 2]
    assert (("a", "c"), "partial", frozenset(("none",))) in wrong_pairs(POOL, strange)


def test_a_kind_that_never_counts_as_a_copy_does_not_find_one():
    assert tally_pairs(POOL, told("quotes"))["a"][PAIRS].tolist() == [0, 0, 2]
    assert found_directions(POOL, told("quotes")) == []


def test_quotations_and_headlines_are_counted_among_what_is_no_copy_and_missed_copies_apart():
    none, quotes, copy = (frozenset((kind,)) for kind in ("none", "quotes", "partial"))
    assert count_reuse(quotes, "quotes") == [1, 1, 1, 0, 0, 0, 0, 0]
    assert count_reuse(quotes, None) == [0, 0, 1, 0, 0, 0, 0, 0]
    assert count_reuse(none, "title") == [0, 0, 0, 0, 0, 1, 0, 0]
    assert count_reuse(copy, "quotes") == [0, 0, 0, 1, 0, 0, 0, 0]
    assert count_reuse(none | quotes, "quotes") == [0] * 8
    assert count_reuse(none | copy, "title") == [0] * 8


def test_the_lines_of_what_makes_no_copy_by_hand():
    table = np.array([[3, 4, 6, 1, 0, 0, 2, 0], [1, 1, 2, 0, 0, 0, 0, 5]], dtype=float)
    sheet = reuse_sheet("s", "w", {"set: ": table})
    (quotes,) = sheet.lines
    assert quotes.system == "set: quotes", "no headline was told, so nothing can be right"
    assert [round(quotes.figures[name].value, 3) for name in ("P", "R", "F1")] == [0.8, 0.5, 0.615]
    assert sheet.notes[1:] == (
        "set: quotes: 5 told, 8 there, 4 right; 1 copies called so.",
        "set: title: 0 told, 2 there, 0 right; 5 copies called so.",
    )


def test_a_case_of_quotations_only_is_asked_for_them():
    asked = replace(CASE, version="c", spec=replace(CASE.spec, kinds=frozenset(("quotes",))))
    pool = replace(POOL, made={"a": ORIGINAL, "c": OTHER}, cases=(asked,), gold={})
    columns = [add_up([tally_pairs(pool, Told(kinds))]).sum(axis=0) for kinds in ({("a", "c"): "quotes"}, {})]
    assert [row[REUSE].tolist()[:4] for row in columns] == [[1, 1, 1, 0], [0, 0, 1, 0]]
    assert [row[KINDS].tolist() for row in columns] == [[1, 1], [0, 1]]


def test_strangers_told_to_share_a_quotation_are_a_mistake():
    strange = tally_pairs(POOL, Told({("a", "c"): "quotes"}))
    assert add_up([strange]).sum(axis=0)[REUSE].tolist() == [0, 1, 0, 0, 0, 0, 0, 0]


def test_directions_are_right_wrong_or_unsure():
    assert [one.verdict for one in found_directions(POOL, told())] == ["right"]
    assert Direction(CASE, "b").verdict == "wrong"
    assert Direction(CASE, None).verdict == "unsure"
    third = Case("a", "b", CASE.spec, Telling.THIRD, CASE.right)
    assert (Direction(third, None).verdict, Direction(third, "a").verdict) == ("right", "wrong")


def test_figures_by_hand():
    sums = np.zeros((1, 11))
    sums[0, PAIRS], sums[0, ONE], sums[0, SENTENCES], sums[0, KINDS] = (3, 4, 6), (1, 1, 2), (2, 5, 4), (5, 6)
    assert pair_figures(sums)[0].round(3).tolist() == [0.75, 0.5, 0.6, 1.0, 0.5, 0.667, 0.4, 0.5, 0.444]
    assert kind_figures(sums)[0].round(3).tolist() == [0.5, 0.75, 0.833, 0.4, 0.5, 0.444]


def test_the_stages_records_are_turned_so_that_each_side_has_its_passages():
    copy = Copy("b", "a", CopyKind.PARTIAL, 0.4, (Passage(5, 9, 20, 24),), "a", "it says so")
    read = told_by(Copies((("a",), ("b",)), (copy,), "dedupe/1"))
    assert read.kinds == {("a", "b"): "partial"}
    assert read.shared[("a", "b"), "b"] == [(5, 9)]
    assert read.shared[("a", "b"), "a"] == [(20, 24)]
    assert read.originals == {("a", "b"): "a"}


def test_reuse_and_what_articles_carry_are_read_from_the_record():
    title = Copy("b", "a", CopyKind.TITLE, 0.0, (), None, "one headline")
    carried = Carried("a", "t", None, None, 0.0, 0.5, 0.5, "it is not known")
    read = told_by(Copies((("a",), ("b",)), (), "dedupe/1", (title,), (carried,)))
    assert read.kinds == {("a", "b"): "title"}
    assert not read.copied(("a", "b"))
    assert read.carried == {"a": carried}


def test_characters_are_covered_once_and_groups_hold_the_lonely_too():
    assert covered([(0, 6), (4, 8)], (2, 10)) == 6
    assert group_ids(["c", "a", "b"], [("a", "c")]) == (("a", "c"), ("b",))
