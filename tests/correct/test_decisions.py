"""What a person asks for: the articles that a correction names, and what is said where it makes no sense."""

import pytest

from nutgraf.correct.decisions import merge_stories, move_articles, pin_articles, split_story, undo_correction
from nutgraf.errors import AmbiguousId, NotFound, UsageError
from nutgraf.records.correction import CorrectionKind


def named(desk, decision):
    return decision.kind.value, desk.letters(decision.articles), desk.letters(decision.beside)


def rest(desk, letters):
    """Return letters in the order of their articles' ids."""
    return desk.letters(sorted(desk.articles(letters)))


def test_a_merge_names_the_members_of_both_the_earliest_first(desk, mara):
    decision = merge_stories(desk.archive, desk.story("a")[:8], desk.story("d"), mara)
    assert named(desk, decision) == ("merge", "b" + rest(desk, "ac"), "d")
    assert (decision.by, decision.at, decision.note) == ("Mara Vint", mara.at, "one harbour")


def test_a_split_names_who_leaves_and_who_stays(desk, mara):
    decision = split_story(desk.archive, desk.story("a"), [desk.article("a"), desk.article("a")[:10]], mara)
    assert named(desk, decision) == ("split", "a", "bc")


def test_a_move_names_the_articles_and_the_members_of_the_story_they_go_to(desk, mara):
    decision = move_articles(desk.archive, desk.articles("b"), desk.story("d"), mara)
    assert named(desk, decision) == ("move", "b", "d")


def test_a_pin_names_the_articles_and_the_others_of_their_story(desk, mara):
    assert named(desk, pin_articles(desk.archive, desk.articles("ca"), mara)) == ("pin", "ca", "b")
    assert named(desk, pin_articles(desk.archive, desk.articles("abc"), mara)) == ("pin", "abc", "")


def test_what_a_hand_put_into_a_story_is_named_last(desk, mara):
    desk.correct(move_articles(desk.archive, desk.articles("b"), desk.story("d"), mara))
    assert named(desk, merge_stories(desk.archive, desk.story("d"), desk.story("e"), mara)) == ("merge", "db", "e")


def test_a_correction_made_beside_one_that_is_undone_still_means_its_story(desk, mara):
    desk.correct(move_articles(desk.archive, desk.articles("b"), desk.story("d"), mara))
    desk.correct(merge_stories(desk.archive, desk.story("d"), desk.story("e"), mara))
    assert desk.stories() == "ac bde"
    desk.correct(undo_correction(desk.archive, 1, mara))
    assert desk.stories() == "abc de"


MISTAKES = {
    "one story and itself": (
        lambda desk, by: merge_stories(desk.archive, desk.story("a"), desk.story("b")[:6], by),
        UsageError, "nothing to merge. See all: nutgraf stories",
    ),
    "all of a story moved": (
        lambda desk, by: move_articles(desk.archive, desk.articles("d"), desk.story("a"), by),
        UsageError, "nothing would be left of it. To make one story of the two: nutgraf merge ",
    ),
    "moved to where it is": (
        lambda desk, by: move_articles(desk.archive, desk.articles("a"), desk.story("a"), by),
        UsageError, "already. Leave it out.",
    ),
    "all of a story split off": (
        lambda desk, by: split_story(desk.archive, desk.story("a"), desk.articles("abc"), by),
        UsageError, "leave at least one article in it",
    ),
    "all but copies of it split off": (
        lambda desk, by: split_story(desk.archive, desk.story("a"), desk.articles("ab"), by),
        UsageError, "first pin the one that is to stay",
    ),
    "split off a story it is not in": (
        lambda desk, by: split_story(desk.archive, desk.story("a"), desk.articles("d"), by),
        UsageError, "See who is in it: nutgraf story ",
    ),
    "pinned where nobody is": (
        lambda desk, by: pin_articles(desk.archive, desk.articles("d"), by),
        UsageError, "nothing to pin it to. To put it to others: nutgraf move ",
    ),
    "pinned to two stories": (
        lambda desk, by: pin_articles(desk.archive, desk.articles("ad"), by),
        UsageError, "Pin those of one story at a time.",
    ),
    "a teaser": (
        lambda desk, by: pin_articles(desk.archive, desk.articles("t"), by),
        UsageError, "it is a teaser, or was set aside",
    ),
    "no such story": (
        lambda desk, by: merge_stories(desk.archive, "0000000000000000", desk.story("a"), by),
        NotFound, "nutgraf stories",
    ),
    "no such article": (lambda desk, by: pin_articles(desk.archive, ["f" * 12], by), NotFound, "nutgraf articles"),
    "nothing to undo": (lambda desk, by: undo_correction(desk.archive, None, by), NotFound, "There is nothing to undo"),
    "no such correction": (lambda desk, by: undo_correction(desk.archive, 7, by), NotFound, "There is no correction 7"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_what_makes_no_sense_is_told_with_what_to_do(desk, mara, mistake):
    ask, kind, told = MISTAKES[mistake]
    with pytest.raises(kind, match=told):
        ask(desk, mara)
    assert desk.archive.corrections.all() == ()


def test_an_id_that_fits_several_is_told(desk, mara):
    with desk.archive.transaction("test"):
        for ending in "12":
            desk.archive._database.write("INSERT INTO aliases VALUES (?, ?)", "abcd000" + ending, ending)
    with pytest.raises(AmbiguousId, match="fits 2 story ids"):
        merge_stories(desk.archive, "abcd", desk.story("a"), mara)


def test_copies_can_be_parted_when_one_is_pinned(desk, mara):
    desk.correct(pin_articles(desk.archive, desk.articles("c"), mara))
    desk.correct(split_story(desk.archive, desk.story("a"), desk.articles("ab"), mara))
    assert desk.stories() == "ab c d e"
    desk.correct(move_articles(desk.archive, desk.articles("a"), desk.story("d"), mara))
    assert desk.stories() == "ad b c e"


def test_a_pin_that_a_later_move_overruled_parts_no_copies(desk, mara):
    desk.correct(pin_articles(desk.archive, desk.articles("c"), mara))
    desk.correct(move_articles(desk.archive, desk.articles("c"), desk.story("d"), mara))
    desk.correct(split_story(desk.archive, desk.story("d"), desk.articles("d"), mara))
    assert desk.stories() == "ac b d e"
    with pytest.raises(UsageError, match="first pin the one that is to stay"):
        split_story(desk.archive, desk.story("a"), desk.articles("a"), mara)


def test_the_last_that_counts_is_undone_and_an_undo_can_be_undone(desk, mara):
    desk.correct(merge_stories(desk.archive, desk.story("a"), desk.story("d"), mara))
    desk.correct(merge_stories(desk.archive, desk.story("a"), desk.story("e"), mara))
    assert desk.stories() == "abcde"
    undos = [undo_correction(desk.archive, None, mara)]
    desk.correct(undos[0])
    assert desk.stories() == "abcd e"
    with pytest.raises(UsageError, match=r"undone by correction 3 already. To make it count again: nutgraf undo 3"):
        undo_correction(desk.archive, 2, mara)
    desk.correct(undo_correction(desk.archive, 3, mara))
    assert desk.stories() == "abcde"
    last = undo_correction(desk.archive, None, mara)
    assert (last.kind, last.undoes) == (CorrectionKind.UNDO, 2)
