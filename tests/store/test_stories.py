from __future__ import annotations

import pytest

from nutgraf.errors import NotFound
from nutgraf.records.story import Membership, Story
from nutgraf.store.archive import Archive, open_archive


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "n.db", write=True) as opened:
        yield opened


def keep(archive: Archive, grouping: dict[str, str]) -> None:
    """Keep stories drawn as {"id": "members"}, one letter each."""
    stories = tuple(
        Story(name, (), tuple(Membership(article, "v", "why") for article in members), (), "cluster/small")
        for name, members in grouping.items()
    )
    with archive.transaction("test"):
        archive.stories.replace(archive.stories.members([each.id for each in archive.stories.iterate()]), stories)


# From groupings one after the other to where the ids of before lead.
HISTORIES = [
    ([{"one": "ab", "two": "cd"}, {"one": "abcd"}], {"one": "one", "two": "one"}),
    ([{"one": "ab", "two": "cd"}, {"one": "abcd"}, {"new": "abcd"}], {"one": "new", "two": "new", "new": "new"}),
    ([{"one": "abcd"}, {"two": "ab", "three": "cd"}], {"one": "three", "two": "two"}),
    ([{"one": "ab", "two": "cd"}, {"one": "abcd"}, {"one": "ab", "two": "cd"}], {"one": "one", "two": "two"}),
    ([{"one": "ab"}, {}], {"one": None}),
    ([{"one": "ab"}, {"two": "abc"}, {"three": "ab", "four": "c"}], {"one": "three", "two": "three"}),
]


@pytest.mark.parametrize(("history", "leads"), HISTORIES)
def test_ids_of_before_lead_to_the_story_that_holds_their_articles(archive, history, leads):
    for grouping in history:
        keep(archive, grouping)
    for name, expected in leads.items():
        if expected is None:
            with pytest.raises(NotFound, match="nutgraf stories"):
                archive.stories.get(name)
        else:
            assert archive.stories.get(name).id == expected


def test_an_article_knows_its_stories(archive):
    keep(archive, {"two": "ab", "one": "bc"})
    assert archive.stories.of_article("b") == ("one", "two")
    assert archive.stories.of_article("z") == ()
    assert [story.id for story in archive.stories.iterate()] == ["one", "two"]


def test_a_story_without_comparison_and_brief(archive):
    keep(archive, {"one": "a"})
    assert (archive.stories.comparison("one"), archive.stories.brief("one")) == (None, None)
    with pytest.raises(NotFound):
        archive.stories.comparison("two")
