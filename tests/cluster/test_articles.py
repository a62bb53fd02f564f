"""Stories among invented articles: what belongs together, what does not, and the laws."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.cluster.articles import cluster_articles, regroup_articles, tell_stories
from nutgraf.cluster.memory import MemoryShelf
from nutgraf.records.copies import Copies
from nutgraf.records.correction import Correction, CorrectionKind
from nutgraf.text import stable_id

NO_COPIES = Copies((), (), "test")


def groups(stories):
    return {frozenset(member.article for member in story.members) for story in stories}


def test_each_event_is_one_story(accounts, events):
    found = groups(cluster_articles(accounts, NO_COPIES))
    assert found == {frozenset(ids) for ids in events.values()}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("summit-veyra", "summit-lumen"),
        ("flood-tarnmouth", "flood-olsk"),
        ("salt-trial", "salt-debate"),
        ("salt-trial", "coronation"),
    ],
)
def test_events_that_look_alike_are_kept_apart_without_any_names(nameless, events, one, two):
    for group in groups(cluster_articles(nameless, NO_COPIES)):
        assert not (group & set(events[one]) and group & set(events[two]))


def test_a_telling_in_other_words_joins_by_people_and_place(accounts, write, events):
    other = write(
        "a9",
        "Six hours, and the trawlers stay in port",
        "Ilse Marrow flew home from Veyra with empty hands. Her counterpart Tomas Vell of Castrel gave no ground in "
        "their quarrel over where Norland crews may cast their nets, officials in both capitals confirmed.",
    )
    found = groups(cluster_articles([*accounts, other], NO_COPIES))
    assert frozenset((*events["summit-veyra"], "a9")) in found


def test_a_title_alone_finds_its_story(accounts, write, events):
    stump = write("c9", "Tarnmouth flood: River Board admits sluice was shut", "")
    found = groups(cluster_articles([*accounts, stump], NO_COPIES))
    assert frozenset((*events["flood-tarnmouth"], "c9")) in found


@pytest.mark.parametrize("title", [None, "News", "Live updates", "What we know"])
def test_an_article_with_nothing_to_go_by_stands_alone(accounts, write, title):
    stories = cluster_articles([*accounts, write("x", title, "")], NO_COPIES)
    assert frozenset(("x",)) in groups(stories)


def test_copies_stay_together_whatever_their_words(accounts):
    copies = Copies((("a1", "h1"),), (), "test")
    found = groups(cluster_articles(accounts, copies))
    assert any({"a1", "h1"} <= group for group in found)


def test_a_year_apart_the_same_words_are_another_event(write):
    told = (
        "The river Tarn burst its banks in Tarnmouth and flooded the old market. Fire crews pumped cellars dry. "
        "The mayor thanked the volunteers with the sandbags."
    )
    again = (
        "Again the river Tarn has flooded the market of Tarnmouth. Volunteers with sandbags saved the town hall, and "
        "fire crews pumped out forty cellars, the mayor said."
    )
    near = [write("a", "Flood in Tarnmouth", told, "2031-03-02"), write("b", "Tarnmouth flooded", again, "2031-03-03")]
    far = [write("a", "Flood in Tarnmouth", told, "2031-03-02"), write("b", "Tarnmouth flooded", again, "2032-04-03")]
    assert len(cluster_articles(near, NO_COPIES)) == 1
    assert len(cluster_articles(far, NO_COPIES)) == 2


def test_every_membership_names_what_is_shared(accounts):
    why = {member.article: member.why for story in cluster_articles(accounts, NO_COPIES) for member in story.members}
    assert "Veyra" in why["a2"]
    assert "the people" in why["a2"] or "the person" in why["a2"]
    assert all("shares" in reason for reason in why.values())


def test_the_id_hangs_on_the_earliest_member(write):
    text = "Queen Oda was crowned in the cathedral of Graymoor."
    days = {"p": "2031-05-09", "q": "2031-05-08", "r": None}
    dated = [write(key, "Queen Oda crowned in Graymoor", text, when) for key, when in days.items()]
    (story,) = cluster_articles(dated, NO_COPIES)
    assert story.id == stable_id("story", "q")


@settings(max_examples=25)
@given(st.randoms(use_true_random=False), st.data())
def test_the_order_of_arrival_changes_nothing(accounts, random, data):
    kept = data.draw(st.lists(st.sampled_from(accounts), unique_by=lambda account: account.article.id))
    shuffled = list(kept)
    random.shuffle(shuffled)
    assert cluster_articles(shuffled, NO_COPIES) == cluster_articles(kept, NO_COPIES)


def test_the_size_of_batches_changes_nothing(accounts):
    whole = cluster_articles(accounts, NO_COPIES)
    arrived = []
    for account in reversed(accounts):
        arrived.append(account)
        grown = cluster_articles(arrived, NO_COPIES)
    assert grown == whole


def test_a_story_far_away_changes_nothing(accounts, events):
    veyra = [account for account in accounts if account.article.id in events["summit-veyra"]]
    olsk = [account for account in accounts if account.article.id in events["flood-olsk"]]
    alone = cluster_articles(veyra, NO_COPIES)
    assert set(alone) <= set(cluster_articles([*veyra, *olsk], NO_COPIES))


def test_nothing_gives_nothing():
    assert cluster_articles([], NO_COPIES) == ()


class Newsroom:
    """A shelf on which real accounts come and go, and copies are found and parted again."""

    def __init__(self, accounts, profiles, corrections=()):
        self.accounts = {each.article.id: each for each in accounts}
        self.profiles, self.corrections = profiles, corrections
        self.shelf, self.groups, self.stories = MemoryShelf(profiles.values()), set(), {}

    def accounts_of(self, articles):
        return [self.accounts[article] for article in articles]

    def become(self, groups):
        """Make these the texts on the shelf, and tell anew the stories that this may have changed."""
        here = {article for group in groups for article in group}
        gone = {article for group in self.groups for article in group} - here
        touched = regroup_articles(self.shelf, gone, sorted(groups - self.groups))
        told = tell_stories(self.shelf, touched, self.accounts_of, self.corrections)
        replaced = {*touched, *(member.article for story in told for member in story.members)}
        kept = [each for each in self.stories.values() if replaced.isdisjoint(one.article for one in each.members)]
        self.groups, self.stories = groups, {story.id: story for story in (*kept, *told)}

    def all_at_once(self):
        shelf = MemoryShelf(self.profiles.values())
        regroup_articles(shelf, (), sorted(self.groups))
        keys = {group[0] for group in self.groups}
        return {story.id: story for story in tell_stories(shelf, keys, self.accounts_of, self.corrections)}


@pytest.fixture(scope="module")
def open_newsroom(accounts, profiles):
    """Open a newsroom with nothing on its shelf yet."""
    return lambda corrections=(): Newsroom(accounts, profiles, corrections)


def day_of_news(chance, ids):
    """Return some articles as the groups that carry one text."""
    here = chance.sample(ids, chance.randrange(len(ids) + 1))
    copied = chance.choice([1, 1, 2, 3])
    return {tuple(sorted(here[place : place + copied])) for place in range(0, len(here), copied)}


@settings(max_examples=20)
@given(st.integers(0, 10**6))
def test_stories_of_real_accounts_are_kept_by_telling_anew_what_was_touched(open_newsroom, seed):
    chance, newsroom = random.Random(seed), open_newsroom()
    for _ in range(4):
        newsroom.become(day_of_news(chance, sorted(newsroom.accounts)))
        assert newsroom.stories == newsroom.all_at_once()


MADE = (CorrectionKind.MERGE, CorrectionKind.SPLIT, CorrectionKind.MOVE, CorrectionKind.PIN)


def some_corrections(chance, ids):
    """Return corrections among any articles, most of them odd."""
    named = [tuple(chance.sample(ids, chance.randrange(1, 4))) for _ in range(chance.randrange(2, 9))]
    return [
        Correction(number, chance.choice(MADE), one, two, "Mara", "2026-11-28T23:30:00+00:00", "")
        for number, (one, two) in enumerate(pairwise(named), start=1)
    ]


@settings(max_examples=20)
@given(st.integers(0, 10**6))
def test_stories_corrected_by_hand_are_kept_so_too(open_newsroom, seed):
    chance = random.Random(seed)
    newsroom = open_newsroom(some_corrections(chance, sorted(open_newsroom().accounts)))
    for _ in range(4):
        newsroom.become(day_of_news(chance, sorted(newsroom.accounts)))
        assert newsroom.stories == newsroom.all_at_once()


def test_what_came_changed_or_went_is_touched_by_each_of_its_articles(open_newsroom):
    """Corrections name articles, not texts: of a copy that is gone they may have to be asked, too."""
    shelf = open_newsroom().shelf
    assert regroup_articles(shelf, (), [("g1", "h1", "h2")]) == {"g1", "h1", "h2"}
    assert regroup_articles(shelf, ["h1"], [("g1", "h2")]) == {"g1", "h1", "h2"}
    assert shelf.text_of(["g1", "h1", "h2"]) == {"g1": "g1", "h2": "g1"}
    assert regroup_articles(shelf, ["g1", "h2"], ()) == {"g1", "h2"}


@settings(max_examples=10)
@given(st.integers(0, 10**6), st.integers(1, 5))
def test_any_order_and_any_batches_of_real_accounts_are_the_same(open_newsroom, events, seed, size):
    newsroom, come = open_newsroom(), set()
    order = random.Random(seed).sample(sorted(newsroom.accounts), len(newsroom.accounts))
    for start in range(0, len(order), size):
        come |= {(article,) for article in order[start : start + size]}
        newsroom.become(set(come))
    told = {tuple(member.article for member in story.members) for story in newsroom.stories.values()}
    assert told == {tuple(sorted(articles)) for articles in events.values()}
