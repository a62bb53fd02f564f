"""Stories that grow in a database are those that dictionaries give, all at once."""

import random

import pytest
from tests.cluster.conftest import STORIES, _write

from nutgraf.cluster.articles import regroup_articles
from nutgraf.cluster.homes import group_texts
from nutgraf.cluster.memory import MemoryShelf
from nutgraf.cluster.profiles import profile_accounts
from nutgraf.store.archive import open_archive

TOLD = [(key, *row) for rows in STORIES.values() for key, row in rows.items()]


@pytest.fixture(scope="module")
def profiles():
    return {profile.article: profile for profile in profile_accounts([_write(*row) for row in TOLD])}


def groups(shelf):
    keys = set(shelf.text_of([key for key, *_ in TOLD]).values())
    return [[text.articles for text in group] for group in group_texts(shelf, keys)]


@pytest.mark.parametrize("seed", range(4))
def test_in_any_order_and_batches_and_after_some_went_and_came_again(tmp_path, profiles, seed):
    whole = MemoryShelf(profiles.values())
    regroup_articles(whole, (), [(key,) for key in sorted(profiles)])
    chance = random.Random(seed)
    order = chance.sample(sorted(profiles), len(profiles))
    size, leaving = chance.choice((1, 3, 7)), chance.sample(order, 5)
    with open_archive(tmp_path / "n.db", write=True) as archive:
        shelf = archive.groupings.shelf
        for start in range(0, len(order), size):
            with archive.transaction("test"):
                batch = order[start : start + size]
                for key in batch:
                    shelf.put_profile(key, "inputs", profiles[key])
                regroup_articles(shelf, (), [(key,) for key in batch])
        with archive.transaction("test"):
            regroup_articles(shelf, leaving, ())
        assert {key for group in groups(shelf) for text in group for key in text} == set(order) - set(leaving)
        with archive.transaction("test"):
            regroup_articles(shelf, (), [(key,) for key in leaving])
        assert groups(shelf) == groups(whole)


def test_a_profile_that_is_not_there_is_told(tmp_path):
    with open_archive(tmp_path / "n.db", write=True) as archive, pytest.raises(KeyError, match="no profile"):
        archive.groupings.shelf.profile("unknown")
