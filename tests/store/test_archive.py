from __future__ import annotations

import pytest

from nutgraf.errors import AmbiguousId, NotFound, StoreBusy, UsageError
from nutgraf.records.story import Membership, Story
from nutgraf.store.archive import Archive, open_archive


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "n.db", write=True) as opened:
        yield opened


def story(identity: str, *articles: str) -> Story:
    return Story(identity, (), tuple(Membership(each, "v", "why") for each in articles), (), "cluster/small")


def keep(archive: Archive, *stories: Story) -> None:
    with archive.transaction("test"):
        archive.stories.replace(archive.stories.members([each.id for each in archive.stories.iterate()]), stories)


def test_an_id_may_be_shortened_as_far_as_it_is_the_only_one(archive):
    keep(archive, story("abcd1" + "0" * 27, "a"), story("abcd2" + "0" * 27, "b"))
    assert archive.resolve_id("story", "abcd1") == "abcd1" + "0" * 27
    assert archive.resolve_id("story", " ABCD2 ") == "abcd2" + "0" * 27
    assert archive.resolve_id("story", "abcd1" + "0" * 27) == "abcd1" + "0" * 27
    with pytest.raises(AmbiguousId, match="abcd1000") as caught:
        archive.resolve_id("story", "abcd")
    assert "abcd2000" in str(caught.value)
    assert caught.value.exit_code == 2


def test_many_candidates_are_counted(archive):
    keep(archive, *(story(f"abcd{number:028x}", f"{number}") for number in range(25)))
    with pytest.raises(AmbiguousId, match=r"fits 25 story ids.*\n(.*\n)*  and 15 more"):
        archive.resolve_id("story", "abcd")


FAULTY = [
    ("abc", UsageError, "too short"),
    ("", UsageError, "is not an id"),
    ("Ferry", UsageError, "is not an id"),
    ("ab%_", UsageError, "is not an id"),
    ("'; DROP TABLE", UsageError, "is not an id"),
    ("ffff", NotFound, "nutgraf"),
]


@pytest.mark.parametrize("kind", ["page", "article", "story"])
@pytest.mark.parametrize(("prefix", "error", "told"), FAULTY)
def test_what_is_no_id_is_told(archive, kind, prefix, error, told):
    with pytest.raises(error, match=told):
        archive.resolve_id(kind, prefix)


def test_an_id_of_a_merged_story_and_the_story_are_one_candidate(archive):
    keep(archive, story("abcd1" + "0" * 27, "a"), story("abcd2" + "0" * 27, "b"))
    keep(archive, story("abcd1" + "0" * 27, "a", "b"))
    assert archive.resolve_id("story", "abcd") == "abcd1" + "0" * 27


def test_an_archive_is_closed_after_an_error(tmp_path):
    with pytest.raises(KeyError), open_archive(tmp_path / "n.db", write=True):
        raise KeyError
    with open_archive(tmp_path / "n.db", write=True), pytest.raises(StoreBusy):
        open_archive(tmp_path / "n.db", write=True)
