import random

from evals.copies.bases import half_of
from evals.copies.heads import KNOWN, WIRE, Telling, draw_heads
from evals.copies.pools import day_pool, gold_pairs, other_title, spec_pools
from evals.copies.specs import SPECS
from scenes import FLOOD, STRIKE, draft_of, made

POOLS = {pool.name: pool for pool in spec_pools([FLOOD, STRIKE])}


def test_every_edit_is_made_in_both_directions_and_knows_what_is_right():
    assert len(POOLS) == 2 * len(SPECS)
    (case,) = POOLS["tail cut, 50 % kept 0"].cases
    assert (case.base, case.right) == ("flood", {"near"})
    (case,) = POOLS["tail cut, 50 % kept 1"].cases
    assert (case.base, case.right) == ("strike", {"near"})


def test_the_same_pools_come_out_twice():
    again = {pool.name: pool for pool in spec_pools([FLOOD, STRIKE])}
    assert again == POOLS


def test_where_nothing_of_the_text_is_shared_no_pair_is_a_copy():
    for kind in ("only a quotation shared", "only the headline shared", "only lines of the house shared"):
        for pool in (POOLS[f"{kind} 0"], POOLS[f"{kind} 1"]):
            assert all("none" in right for right in pool.gold.values())
    (case,) = POOLS["only the headline shared 0"].cases
    assert case.kinds == {"title"}
    assert {pool.article.title for pool in POOLS["only the headline shared 0"].made.values()} == {FLOOD.title}


def test_an_agency_is_credited_only_where_it_is_the_origin():
    pool = POOLS["dateline and agency credit added 0"]
    assert all(case.telling in WIRE for case in pool.cases)


def test_the_original_is_known_exactly_where_the_heads_tell_it():
    for telling in Telling:
        first, second = draw_heads(telling, random.Random(3))
        times = first.published.value != second.published.value
        names = first.carrier in (second.origin, *(second.beside or "").split("by "), second.last_line or "")
        line = second.last_line is not None or second.beside is not None
        assert (times or names or line) == (telling in KNOWN)


def test_length_tells_the_original_only_where_nothing_else_does():
    cases = [case for pool in POOLS.values() for case in pool.cases]
    assert all(case.original is None for case in cases if case.telling is Telling.THIRD)
    assert all(case.original == case.base for case in cases if case.by_length)


def test_two_edits_of_one_text_are_copies_of_each_other():
    gold = gold_pairs({name: made(name) for name in ("one", "two")} | {"strike": made("strike", base=STRIKE)})
    assert gold == {("one", "two"): {"exact"}}


def test_a_day_lends_every_own_report_once():
    pool = day_pool([FLOOD, STRIKE])
    lent = [one for one in pool.made.values() if any(piece.base == "strike" for piece in one.sentences)]
    assert len(lent) <= 1
    assert all(case.right != {"near", "partial"} for case in pool.cases)


def test_another_title_is_the_opening_of_the_text_and_a_base_keeps_its_half():
    assert other_title(draft_of(FLOOD)) == "The River Arn rose above its banks in Millbrook"
    assert half_of("gum a") == half_of("gum a")
    assert {half_of(f"geovirus {number}") for number in range(20)} == {"tune", "test"}
