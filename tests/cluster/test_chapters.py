"""Phases of a story by how its accounts speak of the event."""

import pytest

from nutgraf.cluster.articles import cluster_articles
from nutgraf.cluster.chapters import AFTER, BEFORE, find_chapters
from nutgraf.records.article import Copies


def test_a_summit_has_a_chapter_before_and_one_after(accounts, events):
    summit = [account for account in accounts if account.article.id in events["summit-veyra"]]
    chapters = {chapter.name: chapter for chapter in find_chapters(summit)}
    assert chapters[BEFORE].articles == ("a1", "a2")
    assert chapters[AFTER].articles == ("a3", "a4")
    assert "“" in chapters[BEFORE].reason


def test_a_story_keeps_every_article_in_exactly_one_chapter(accounts):
    for story in cluster_articles(accounts, Copies((), (), "test")):
        listed = [article for chapter in story.chapters for article in chapter.articles]
        assert not story.chapters or sorted(listed) == [member.article for member in story.members]


def test_a_dam_break_has_no_chapters(accounts, events):
    assert find_chapters([account for account in accounts if account.article.id in events["flood-olsk"]]) == ()


@pytest.mark.parametrize(
    ("title", "text", "phase"),
    [
        ("Voters head for the polls", "The referendum on the canal is set to be held on Sunday.", BEFORE),
        ("Canal plan rejected", "Norland voted against the canal after a referendum that split the country.", AFTER),
        ("What to watch", "The final between Olsk and Lumen will begin at nine on Saturday.", BEFORE),
        ("Olsk are champions", "The final ended two to one, and Olsk danced until dawn after the match.", AFTER),
        ("Rocket on its way", "Following the launch from Port Ellery the crew sent a greeting.", AFTER),
        ("Rocket waits", "Engineers expect good weather ahead of the launch from Port Ellery on Friday.", BEFORE),
    ],
)
def test_how_an_account_speaks_of_the_event(write, title, text, phase):
    (chapter,) = find_chapters([write("a", title, text)])
    assert chapter.name == phase


def test_chapters_are_in_the_order_of_publication(write):
    text = "The summit in Veyra will begin on Friday."
    accounts = [write("a", None, text, "2031-05-03"), write("b", None, text, "2031-05-01"), write("c", None, text)]
    (chapter,) = find_chapters(accounts)
    assert chapter.articles == ("b", "a", "c")
