"""A correction carried out: what changed is told, and it is there after everything that may come."""

import random

import pytest
from tests.small_stages import SMALL, fixed_clock
from tests.test_pipeline import records

from nutgraf.correct.decisions import merge_stories, move_articles, pin_articles, split_story, undo_correction
from nutgraf.correct.stories import correction_rows, take_in
from nutgraf.errors import NutgrafError
from nutgraf.export.terminal.corrections import change_page, corrections_list, taken_in_page
from nutgraf.export.terminal.pieces import render
from nutgraf.pipeline import read_pages
from nutgraf.records.page import Outcome, SetAside
from nutgraf.store.archive import open_archive


def shown(page, width=200):
    return render(page, width)


def test_what_changed_is_told_with_the_way_back(desk, mara):
    later, earlier = desk.story("d"), desk.story("a")
    change = desk.correct(merge_stories(desk.archive, later, earlier, mara))
    assert [(row.id, row.articles) for row in change.before] == [(earlier, 3), (later, 1)]
    assert [(row.id, row.articles) for row in change.after] == [(earlier, 4)]
    assert desk.archive.resolve_id("story", later) == earlier
    page = shown(change_page(change))
    assert "Correction 1: Mara Vint merged the story of “Boat d” (1 article) with the story of “Ferry b”" in page
    assert "one harbour" in page
    assert page.index("THE STORIES BEFORE") < page.index(later[:8]) < page.index("THE STORIES NOW")
    assert page.endswith("Take it back with: nutgraf undo 1\n")


def test_copies_that_went_along_are_counted(desk, mara):
    change = desk.correct(move_articles(desk.archive, desk.articles("a"), desk.story("d"), mara))
    assert desk.stories() == "acd b e"
    assert change.along == 1
    assert "1 copy of the same text went along." in shown(change_page(change))
    assert desk.correct(merge_stories(desk.archive, desk.story("d"), desk.story("e"), mara)).along == 0


def test_an_undo_tells_also_where_the_articles_go_back_to(desk, mara):
    moved = desk.correct(move_articles(desk.archive, desk.articles("b"), desk.story("d"), mara))
    back = desk.correct(undo_correction(desk.archive, None, mara))
    assert (back.before, back.after) == (moved.after, moved.before)
    assert "Mara Vint undid correction 1: moved “Ferry b” to the story of “Boat d” (1 article)." in shown(
        change_page(back)
    )


def test_a_pin_says_that_nothing_changed(desk, mara):
    change = desk.correct(pin_articles(desk.archive, desk.articles("b"), mara))
    page = shown(change_page(change))
    assert "THE STORIES, WHICH ARE AS THEY WERE" in page
    assert "THE STORIES BEFORE" not in page


def test_the_list_says_what_who_when_why_and_whether_it_counts(desk, mara):
    assert "No corrections yet" in shown(corrections_list(correction_rows(desk.archive)))
    desk.correct(split_story(desk.archive, desk.story("a"), desk.articles("b"), mara))
    desk.correct(undo_correction(desk.archive, 1, mara))
    gone = mara.decides("move", ["0" * 32], desk.articles("a"))
    with desk.archive.transaction("test"):
        desk.archive.corrections.add(gone)
    rows = correction_rows(desk.archive)
    assert [row.state for row in rows] == [
        "undone by correction 2",
        "counts",
        "waits: none of the articles it is about is in a story now",
    ]
    page = shown(corrections_list(rows))
    assert "split “Ferry b” off the story of “Ferry" in page
    assert "Mara Vint, 28 November 2026: one harbour" in page
    assert "moved article 00000000 to the story of “Ferry a” (1 article)" in page


@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_terminal(desk, mara, width):
    change = desk.correct(merge_stories(desk.archive, desk.story("a"), desk.story("d"), mara))
    for page in (change_page(change), corrections_list(correction_rows(desk.archive))):
        assert max(len(line) for line in shown(page, width).splitlines()) <= width


def test_many_articles_are_counted_not_listed(desk, mara):
    desk.correct(merge_stories(desk.archive, desk.story("a"), desk.story("d"), mara))
    desk.correct(merge_stories(desk.archive, desk.story("a"), desk.story("e"), mara))
    change = desk.correct(pin_articles(desk.archive, desk.articles("abcde"), mara))
    assert change.correction.words == "pinned “Ferry a”, “Ferry b”, “Ferry c” and 2 more to one another"


def test_where_the_stories_cannot_be_told_anew_the_correction_is_kept_and_that_is_said(desk, mara):
    class Broken:
        set_aside = (SetAside("all", "cluster", Outcome.QUARANTINED, "it broke"),)

    desk.renew = Broken
    with pytest.raises(NutgrafError, match=r"Correction 1 is kept, but the stories could not be told anew.*it broke"):
        desk.correct(merge_stories(desk.archive, desk.story("a"), desk.story("d"), mara))
    assert len(desk.archive.corrections.all()) == 1
    assert desk.stories() == "abc d e"


@pytest.mark.parametrize("seed", range(6))
def test_it_does_not_matter_in_which_order_pages_and_corrections_came(desk, mara, tmp_path, seed):
    desk.correct(merge_stories(desk.archive, desk.story("a"), desk.story("d"), mara))
    desk.correct(split_story(desk.archive, desk.story("a"), desk.articles("bd"), mara))
    desk.correct(move_articles(desk.archive, desk.articles("d"), desk.story("e"), mara))
    desk.correct(pin_articles(desk.archive, desk.articles("a"), mara))
    assert desk.stories() == "ac b de"
    chance = random.Random(seed)
    files = sorted(str(each) for each in (tmp_path / "in").iterdir())
    chance.shuffle(files)
    first, second = sorted(chance.choices(range(len(files)), k=2))
    with open_archive(tmp_path / "parts.db", write=True) as parts:
        size = chance.choice((1, 2, 100))

        def read(sources):
            return read_pages(sources, parts, fixed_clock, SMALL, size)

        read(files[:first])
        take_in(parts, desk.archive.corrections.all()[:2], lambda: read(files[first:second]))
        take_in(parts, desk.archive.corrections.all(), lambda: read(()))
        read(files[second:])
        assert records(parts) == records(desk.archive)


def test_corrections_of_another_database_give_its_stories_byte_for_byte(desk, mara, tmp_path):
    desk.correct(merge_stories(desk.archive, desk.story("a"), desk.story("d"), mara))
    desk.correct(split_story(desk.archive, desk.story("a"), desk.articles("b"), mara))
    desk.correct(undo_correction(desk.archive, 1, mara))
    with open_archive(tmp_path / "fresh.db", write=True) as fresh:
        read_pages([str(tmp_path / "in")], fresh, fixed_clock, SMALL)

        def renew():
            return read_pages([], fresh, fixed_clock, SMALL)

        assert records(fresh) != records(desk.archive)
        taken = take_in(fresh, desk.archive.corrections.all(), renew)
        assert ([row.number for row in taken.added], taken.known) == ([1, 2, 3], 0)
        assert records(fresh) == records(desk.archive)
        again = take_in(fresh, desk.archive.corrections.all(), renew)
        assert (again.added, again.known) == ((), 3)
        assert "0 corrections taken in, 3 known already." in shown(taken_in_page(again))
        assert "split “Ferry b” off" in shown(taken_in_page(taken))
