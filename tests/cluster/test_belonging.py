"""Why an article is in a story, or is not."""

from dataclasses import replace

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
        assert near.likeness == pytest.approx(sum(part.value for part in near.parts) + near.by_telling + near.by_time)
        assert all(0 <= part.value <= part.most for part in near.parts)


@pytest.mark.parametrize(
    ("one", "two", "added"),
    [
        ({"days": (7,)}, {"days": (7, 9)}, 0.03),
        ({"counted": ("12 package",)}, {"counted": ("13 package",)}, "half"),
        ({}, {}, 0.0),
    ],
)
def test_what_accounts_tell_of_days_and_numbers_stands_beside_the_parts(profiles, events, one, two, added):
    told = {"a3": one, "a4": two}
    plain = {"days": (), "counted": ()}
    kept = MemoryShelf(replace(profiles[key], **plain | told[key]) for key in told)
    regroup_articles(kept, (), [(key,) for key in told])
    (near,) = explain_belonging(kept, "a3", ["a3", "a4"]).near
    parts = sum(part.value for part in near.parts)
    assert near.by_telling == pytest.approx(-parts / 2 if added == "half" else added, abs=1e-6)
    assert near.likeness == pytest.approx(parts + near.by_telling + near.by_time)


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
