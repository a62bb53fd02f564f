"""Accounts told in their own manner, and look-alikes that must stay out."""

import pytest

from nutgraf.cluster.articles import cluster_articles
from nutgraf.cluster.features import read_account
from nutgraf.cluster.kin import join_kin
from nutgraf.cluster.reasons import tell_kin
from nutgraf.records.article import Copies

STORY = {
    "m1": (
        "Ferry Aurelle runs aground off Skarholm",
        "The ferry Aurelle ran onto the rocks off Skarholm on Tuesday night with 212 passengers aboard. The coast "
        "guard of Norlund said the rudder had failed. Captain Hedda Brask is being questioned. The harbour board of "
        "Vestrup called the rudder old, and the union of seamen asked for an inquiry.",
        "2031-03-05",
    ),
    "m2": (
        "Rudder of the Aurelle had been reported faulty",
        "A seaman had reported the rudder of the ferry Aurelle three weeks before it struck the rocks off Skarholm, "
        "the union of seamen says. The harbour board in Vestrup denies having had the report. All 212 passengers were "
        "brought ashore by the coast guard of Norlund. Captain Hedda Brask was heard on Wednesday.",
        "2031-03-06",
    ),
    "m3": (
        "Inquiry into the Skarholm grounding opens",
        "An inquiry into the grounding of the ferry Aurelle off Skarholm has opened in Vestrup. The harbour board, the "
        "coast guard of Norlund and the union of seamen sent lawyers. Captain Hedda Brask told of a rudder that hung "
        "loose. The rocks had been marked since the last survey.",
        "2031-03-08",
    ),
}
FEATURE = (
    "Soup for strangers",
    "In the chapel of Skarholm the blankets still smell of diesel. Berit Aas, who is seventy and bakes on Mondays, was "
    "woken by a knock and opened the door to a man in wet socks. He had been on the Aurelle. By four there were thirty "
    "at her table. They ate what she had, which was fish and more fish. Her grandson counted the dogs. Nobody here "
    "blames the captain. They blame the rudder, or the ferry, or Vestrup, where people in warm rooms sign papers about "
    "rocks that they never saw. The postman says that the sea gives and the harbour board takes.",
    None,
)
YEARS_AGO = (
    "The winter the mail boat sank",
    "On 4 February 1961 the mail boat Solveig struck the rocks off Skarholm, and nine people drowned. In 1961 there "
    "was no coast guard in Norlund. The inquiry in Vestrup took until 1963 and blamed the rudder. Ingrid Moe was a "
    "girl then and stood on the beach with a lamp. The harbour board put a light on the rocks in 1964. A ferry has run "
    "since, and the Aurelle is the third of them.",
    None,
)
SAME_REGION = (
    "Skarholm school wins prize for its garden",
    "The school of Skarholm has won the prize of Norlund for the best garden. Pupils grow kale behind a wall of fish "
    "boxes. A jury from Vestrup came over by ferry and ate the soup. The headmaster, Jonas Lie, wants to spend the "
    "money on a greenhouse. A school in the hills came second with its bees.",
    None,
)


@pytest.fixture
def story(write):
    return [read_account(write(key, *row)) for key, row in STORY.items()]


def joined(story, *lone, together=()):
    """Return the groups after lone accounts were measured against the story."""
    features = [*story, *lone]
    alone = [(place,) for place in range(len(story), len(features))]
    seeds = {place for seed in together for place in seed}
    groups = [tuple(range(len(story))), *(one for one in alone if one[0] not in seeds), *together]
    return join_kin(features, sorted(groups), together)


def test_a_feature_from_one_place_joins_by_what_the_story_names(story, write):
    groups, kin = joined(story, read_account(write("feature", *FEATURE)))
    assert groups == [(0, 1, 2, 3)]
    assert {"aurell", "skarholm", "vestrup"} <= set(kin[3].stems)


def test_a_reprinted_feature_joins_with_its_copy(story, write):
    features = [read_account(write(key, *FEATURE)) for key in ("feature", "reprint")]
    groups, kin = joined(story, *features, together=[(3, 4)])
    assert groups == [(0, 1, 2, 3, 4)]
    assert sorted(kin) == [3, 4]


@pytest.mark.parametrize("other", [YEARS_AGO, SAME_REGION, (*FEATURE[:2], "2031-02-01"), (*FEATURE[:2], "2031-06-20")])
def test_look_alikes_and_other_times_stay_out(story, write, other):
    assert joined(story, read_account(write("other", *other))) == ([(0, 1, 2), (3,)], {})


def test_two_accounts_are_no_picture_of_a_story(story, write):
    assert joined(story[:2], read_account(write("feature", *FEATURE))) == ([(0, 1), (2,)], {})


def test_two_stories_alike_leave_it_alone(story, write):
    features = [*story, *story, read_account(write("feature", *FEATURE))]
    groups = [(0, 1, 2), (3, 4, 5), (6,)]
    assert join_kin(features, groups, ()) == (groups, {})


def test_the_reason_names_what_is_shared(story, write):
    feature = read_account(write("feature", *FEATURE))
    _, kin = joined(story, feature)
    why = tell_kin(feature, kin[3])
    assert "in a manner of its own" in why
    assert "Aurelle" in why
    assert "Skarholm" in why


def test_a_winter_seventy_years_ago_is_no_part_of_the_story(write):
    accounts = [*(write(key, *row) for key, row in STORY.items()), write("old", *YEARS_AGO)]
    stories = cluster_articles(accounts, Copies((), (), "test"))
    assert sorted(len(story.members) for story in stories) == [1, 3]
