"""Silence: claimed of an account that was read whole and has nothing near, else the plain reason why not."""

from dataclasses import replace

from tests.conftest import account_of

TOLL = "The ferry Saltwind hit the harbour wall at Port Vell on Tuesday in thick fog."
OTHER = "The council voted for a new library budget."
NEAR = "Port Vell is a town."
PAPERS = ("Sund Gazette", "Port Vell Courier", "Norland Herald", "Vale Tribune")


def left_out(compare, last, days=("2026-03-04",) * 4, **changes):
    """Return what the last of four accounts leaves out, where the other three tell one thing."""
    accounts = [account_of(TOLL, f"{n}", PAPERS[n], days[n]) for n in range(3)]
    told = account_of(last, "3", PAPERS[3], days[3])
    accounts.append(replace(told, article=replace(told.article, **changes)))
    comparison = compare(accounts)
    return comparison, comparison.coverage[3].left_out


def test_what_most_tell_and_one_does_not_is_left_out(compare):
    comparison, left = left_out(compare, OTHER)
    (point,) = (point for point in comparison.points if point.standing == "most")
    assert (left.asked, left.points, left.unsure, left.later, left.unclaimed) == (1, (point.id,), (), (), None)
    assert left.remark == "The one point that most origins make it leaves out, as far as its words show."


def test_who_tells_it_leaves_nothing_out(compare):
    comparison, _ = left_out(compare, OTHER)
    assert comparison.coverage[0].left_out.remark == "It makes the one point that most origins make."


def test_of_a_text_that_was_not_read_whole_nothing_is_claimed(compare):
    _, left = left_out(compare, OTHER, partial="a paywall cuts it")
    assert (left.points, left.unclaimed) == ((), "it was not read whole (a paywall cuts it)")
    assert left.remark == "What it leaves out is not claimed: it was not read whole (a paywall cuts it)."


def test_words_that_come_near_make_it_unsure(compare):
    comparison, left = left_out(compare, NEAR)
    (near,) = left.unsure
    assert (left.points, near.point) == ((), next(one.id for one in comparison.points if one.standing == "most"))
    told = {one.span: one.words for point in comparison.points for one in point.statements}
    assert told[near.span] == NEAR
    assert left.remark == "The one point that most origins make it may tell in words of its own."


def test_of_several_points_each_is_told_apart(compare):
    fire = "A fire closed the fish market in Lower Tarn on Monday before the stalls opened."
    accounts = [account_of(f"{TOLL} {fire}", f"{n}", PAPERS[n]) for n in range(3)]
    accounts.append(account_of(f"{fire} {OTHER}", "3", PAPERS[3]))
    left = compare(accounts).coverage[3].left_out
    assert (
        left.remark == "Of the 2 points that most origins make, it makes 1; it leaves out 1, as far as its words show."
    )


def test_what_others_printed_only_later_is_not_left_out(compare):
    _, left = left_out(compare, OTHER, ("2026-03-04", "2026-03-05", "2026-03-04", "2026-03-01"))
    assert (left.points, len(left.later)) == ((), 1)
    assert left.remark == "The one point that most origins make was printed only after it."


def test_of_another_language_nothing_is_claimed(compare):
    comparison, left = left_out(compare, "Der Rat stimmte für den Haushalt.", language="de")
    assert left.unclaimed == "no other account is in its language (de)"
    assert comparison.coverage[3].alone.remark.startswith("No other account is in its language")


def test_with_two_origins_no_point_is_of_most(make_accounts, compare):
    first, second = compare(make_accounts(TOLL, OTHER)).coverage
    assert first.left_out.unclaimed == second.left_out.unclaimed
    assert "fewer than three origins" in first.left_out.unclaimed


def test_without_a_point_of_most_origins_nothing_is_asked(make_accounts, compare):
    coverage = compare(make_accounts(TOLL, OTHER, "Snow fell in the hills.")).coverage
    assert {one.left_out.unclaimed for one in coverage} == {"no point is made by most of the origins"}
