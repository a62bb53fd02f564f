"""Corrections by hand among real accounts: the stories, and the words that tell of them."""

from dataclasses import replace

import pytest

from nutgraf.cluster.articles import cluster_articles, regroup_articles
from nutgraf.cluster.by_hand import correct_groups
from nutgraf.cluster.memory import MemoryShelf
from nutgraf.cluster.shelf import Text
from nutgraf.records.copies import Copies
from nutgraf.records.correction import Correction, CorrectionKind

AT = "2026-11-28T23:30:00+00:00"
NO_COPIES = Copies((), (), "test")


def correction(kind, articles, beside, number=1, note=""):
    return Correction(number, CorrectionKind(kind), tuple(articles), tuple(beside), "Mara", AT, note)


def told(stories):
    """Return {articles of a story: {article: why}}."""
    return {
        frozenset(member.article for member in story.members): {each.article: each.why for each in story.members}
        for story in stories
    }


def test_two_stories_are_one_and_every_member_says_by_whom(accounts, events):
    veyra, lumen = events["summit-veyra"], events["summit-lumen"]
    stories = told(cluster_articles(accounts, NO_COPIES, [correction("merge", veyra, lumen, note="one summer")]))
    whys = stories[frozenset((*veyra, *lumen))]
    begun = "put here by hand: Mara merged two stories into this one on 28 November 2026 (one summer); shares with "
    assert all(why.startswith(begun) for why in whys.values())


def test_what_is_split_off_stands_alone_and_says_by_whom(accounts, events):
    first, *others = events["summit-veyra"]
    stories = told(cluster_articles(accounts, NO_COPIES, [correction("split", [first], others)]))
    assert stories[frozenset((first,))] == {first: "put here by hand: Mara split it off on 28 November 2026"}
    assert all(why.startswith("shares with") for why in stories[frozenset(others)].values())


def test_what_is_left_alone_says_so(accounts, events):
    first, *others = events["summit-veyra"]
    stories = told(cluster_articles(accounts, NO_COPIES, [correction("split", others, [first])]))
    assert stories[frozenset((first,))] == {
        first: "stands alone: what was put with it by likeness was taken out by hand"
    }


def test_a_newcomer_goes_to_the_side_where_its_nearest_account_is(accounts, events, write):
    a1, a2, a3, a4 = events["summit-veyra"]
    later = write(
        "a9",
        "Veyra summit ends without a deal on herring",
        "President Ilse Marrow of Norland left the island of Veyra on Thursday night after six hours of talks with "
        "Tomas Vell, without a deal. Castrel keeps its patrol boats on the herring banks.",
    )
    split = correction("split", [a3, a4], [a1, a2])
    stories = told(cluster_articles([*accounts, later], NO_COPIES, [split]))
    whys = stories[frozenset((a3, a4, "a9"))]
    assert whys["a9"].startswith("put here by hand: Mara split off the account that is nearest to it on 28 ")
    assert frozenset((a1, a2)) in stories


def test_a_move_takes_copies_along_and_both_say_so(accounts, events):
    a1, a2, *_ = events["summit-veyra"]
    target = events["salt-trial"]
    copies = Copies(((a1, a2),), (), "test")
    whys = told(cluster_articles(accounts, copies, [correction("move", [a1], target)]))[frozenset((a1, a2, *target))]
    assert whys[a1].startswith("put here by hand: Mara moved it on 28 November 2026; carries the same text as")
    assert whys[a2].startswith(
        "put here by hand: Mara moved a copy of it, and copies stay together, on 28 November 2026"
    )


def test_a_copy_that_is_pinned_stays_and_no_reason_speaks_of_the_other(accounts, events):
    a1, a2, *others = events["summit-veyra"]
    copies = Copies(((a1, a2),), (), "test")
    made = [correction("pin", [a2], [a1, *others]), correction("move", [a1], events["salt-trial"], number=2)]
    stories = told(cluster_articles(accounts, copies, made))
    whys = stories[frozenset((a2, *others))]
    assert whys[a2].startswith("put here by hand: Mara pinned it on 28 November 2026; shares with")
    assert frozenset((a1, *events["salt-trial"])) in stories


def test_a_title_that_was_moved_forgets_where_likeness_had_put_it(accounts, events, write):
    stump = write("c9", "Tarnmouth flood: River Board admits sluice was shut", "")
    target = events["coronation"]
    found = told(cluster_articles([*accounts, stump], NO_COPIES, [correction("move", ["c9"], target)]))
    why = found[frozenset((*target, "c9"))]["c9"]
    assert why.startswith("put here by hand: Mara moved it on 28 November 2026")
    assert "Tarnmouth" not in why


@pytest.fixture
def shelf(profiles):
    """Return a shelf with every account."""
    shelf = MemoryShelf(profiles.values())
    regroup_articles(shelf, (), [(article,) for article in profiles])
    return shelf


def test_stories_that_are_not_touched_are_corrected_with_those_that_are(shelf, events):
    veyra, lumen, salt = events["summit-veyra"], events["summit-lumen"], events["salt-trial"]
    made = [correction("merge", veyra, lumen), correction("move", salt[:1], lumen[:1], number=2)]
    for key in (veyra[0], lumen[2], salt[1]):
        groups, told = correct_groups(shelf, [key], made)
        assert groups == [(*veyra, *lumen, salt[0]), (salt[1],)]
        assert set(told) == {*veyra, *lumen, *salt}
    far = events["coronation"]
    assert correct_groups(shelf, far[:1], made) == ([far], {})
    assert correct_groups(shelf, [], made) == ([], {})


def test_who_stood_alone_before_is_not_left_alone_by_hand(profiles):
    shelf = MemoryShelf(profiles.values())
    regroup_articles(shelf, (), [("a1",), ("h1",)])
    assert correct_groups(shelf, ["a1", "h1"], [correction("split", ["a1"], ["h1"])])[0] == [("a1",), ("h1",)]
    assert correct_groups(shelf, ["a1", "h1"], []) == ([("a1",), ("h1",)], {})


def test_what_was_set_beside_an_account_that_is_gone_is_told_anew(shelf, events):
    strike, crown = events["dock-strike"], events["coronation"]
    moved = correction("move", strike[:1], crown)
    assert correct_groups(shelf, strike, [moved])[0] == sorted([strike[1:], (strike[0], *crown)])
    touched = regroup_articles(shelf, crown, ())
    assert correct_groups(shelf, touched, [moved]) == ([strike], {})


def test_who_was_not_named_goes_to_the_side_of_its_likest_text(shelf, events):
    a1, a2, *others = events["summit-veyra"]
    groups, _ = correct_groups(shelf, [a1], [correction("split", [a2], [a1])])
    whole = {key: {tie.other: tie.whole for tie in shelf.ties([key])[key]} for key in others}
    leaving = {key for key in others if whole[key].get(a2, 0) > whole[key].get(a1, 0)}
    assert set(groups) == {tuple(sorted({a2, *leaving})), tuple(sorted({a1, *others} - leaving))}


def test_no_likeness_is_nearer_than_a_copy(shelve, profile):
    """Where x was parted from its copy y by hand, and stands between it and z, which is as alike as can be."""
    shelf = shelve([profile(key) for key in "twxz"], {"x z": 1_070_000, "w x": 400_000, "w z": 400_000}, ["w x z", "t"])
    shelf.put_texts([Text("x", ("x", "y"), "x", (), (), False)])
    parted = [correction("pin", "x", "w"), correction("move", "y", "t", 2), correction("move", "x", "w", 3)]
    assert correct_groups(shelf, ["x"], parted)[0] == [("t", "y"), ("w", "x", "z")]
    assert correct_groups(shelf, ["x"], [*parted, correction("split", "yw", "z", 4)])[0] == [
        ("t", "w", "x", "y"),
        ("z",),
    ]


@pytest.mark.parametrize("kind", ["merge", "split", "move", "pin"])
def test_a_correction_that_waits_changes_nothing(accounts, kind):
    waiting = correction(kind, ["gone"], ["away"])
    assert cluster_articles(accounts, NO_COPIES, [waiting]) == cluster_articles(accounts, NO_COPIES)


def test_what_is_undone_leaves_no_trace(accounts, events):
    merge = correction("merge", events["summit-veyra"], events["summit-lumen"])
    undo = replace(merge, number=2, kind=CorrectionKind.UNDO, articles=(), beside=(), undoes=1)
    assert cluster_articles(accounts, NO_COPIES, [merge, undo]) == cluster_articles(accounts, NO_COPIES)


def test_no_order_of_accounts_or_corrections_matters(accounts, events):
    made = [
        correction("merge", events["summit-veyra"], events["summit-lumen"]),
        correction("split", events["salt-trial"][:1], events["salt-trial"][1:], number=2),
        correction("move", events["coronation"][:1], events["summit-lumen"], number=3),
    ]
    whole = cluster_articles(accounts, NO_COPIES, made)
    assert cluster_articles(accounts[::-1], NO_COPIES, made[::-1]) == whole
