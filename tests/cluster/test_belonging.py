"""Why an article is in a story, or is not."""

import pytest

from nutgraf.cluster.articles import regroup_articles
from nutgraf.cluster.belonging import explain_belonging
from nutgraf.cluster.memory import MemoryShelf
from nutgraf.cluster.profiles import profile_accounts
from nutgraf.cluster.seeds import TOGETHER


@pytest.fixture
def shelf(accounts):
    ordered = sorted(accounts, key=lambda account: account.article.id)
    kept = MemoryShelf(profile_accounts(ordered))
    regroup_articles(kept, (), [("a1", "a2"), *((each.article.id,) for each in ordered[2:])])
    return kept


def test_the_nearest_texts_come_first_and_their_parts_add_up(shelf, events):
    told = explain_belonging(shelf, "a3", events["summit-veyra"])
    assert told.inside
    assert told.texts == 2  # a1 and a2 carry one text
    likenesses = [near.likeness for near in told.near]
    assert likenesses == sorted(likenesses, reverse=True)
    for near in told.near:
        added = sum(part.value for part in near.parts) + near.by_time
        assert near.likeness == pytest.approx(added, abs=0.031)  # a day in common stands in no part
        assert all(0 <= part.value <= part.most for part in near.parts)


def test_copies_are_told_and_speak_with_one_voice(shelf, events):
    told = explain_belonging(shelf, "a1", events["summit-veyra"])
    assert told.copies == ("a2",)
    assert {near.article for near in told.near} == {"a3", "a4"}


def test_an_article_of_another_story_is_told_how_far_it_is(shelf, events):
    told = explain_belonging(shelf, "b1", events["summit-veyra"])
    assert not told.inside
    assert told.mean < told.together == TOGETHER / 1_000_000
    own = {article for other in told.others for article in (other.article,)}
    assert own <= set(events["summit-lumen"])
    assert own


def test_who_has_no_text_among_the_stories_is_not_explained(shelf, events):
    assert explain_belonging(shelf, "unknown", events["summit-veyra"]) is None
