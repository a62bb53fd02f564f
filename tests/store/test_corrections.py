"""Corrections in the store: added, never changed, kept through everything, and brought from one database to another."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import apsw
import pytest
from tests.small_stages import MADE_BY, SMALL, fixed_clock

from nutgraf.errors import NotFound
from nutgraf.pipeline import read_pages, renew_records
from nutgraf.records.correction import Correction, CorrectionKind
from nutgraf.store.archive import Archive, open_archive
from nutgraf.store.schema import APPLICATION_ID, MIGRATIONS

AT = "2026-11-28T09:30:00+00:00"
MERGE = Correction(0, CorrectionKind.MERGE, ("a", "b"), ("c",), "Mara", AT, "one event")
MOVE = Correction(0, CorrectionKind.MOVE, ("a",), ("c",), "Ivo", AT)


def undo(number: int) -> Correction:
    return Correction(0, CorrectionKind.UNDO, (), (), "Mara", AT, undoes=number)


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "n.db", write=True) as opened:
        yield opened


def keep(archive: Archive, *corrections: Correction) -> list[Correction]:
    with archive.transaction("correct"):
        return [archive.corrections.add(each) for each in corrections]


def test_corrections_are_numbered_in_the_order_in_which_they_were_made(archive):
    kept = keep(archive, MERGE, MOVE, undo(1))
    assert kept == [replace(each, number=number) for number, each in enumerate((MERGE, MOVE, undo(1)), start=1)]
    assert archive.corrections.all() == tuple(kept)
    assert archive.corrections.active() == (kept[1],)
    assert archive.corrections.get(2) == kept[1]
    with pytest.raises(NotFound, match="nutgraf corrections"):
        archive.corrections.get(4)


@pytest.mark.parametrize("sql", ["UPDATE corrections SET record = x'00'", "DELETE FROM corrections"])
def test_a_correction_is_never_changed_or_removed(archive, sql):
    keep(archive, MERGE)
    with pytest.raises(apsw.ConstraintError, match="undo it"), archive.transaction("test"):
        archive._database.write(sql)
    assert len(archive.corrections.all()) == 1


def read(path: Path, folder: Path, stages=SMALL) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read a folder; return the titles in each story, and the ids of stories made or changed."""
    with open_archive(path, write=True) as archive:
        report = read_pages([str(folder)] if folder else [], archive, fixed_clock, stages)
        return titles(archive), report.stories


def titles(archive: Archive) -> tuple[str, ...]:
    """Return the titles in each story: "Ferry a + Rain b"."""
    stories = (archive.stories.accounts(story.id) for story in archive.stories.iterate())
    return tuple(sorted(" + ".join(sorted(each.article.title for each in accounts)) for accounts in stories))


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in {"a": "Ferry a\n2026-01-01\none", "b": "Boat b\n2026-01-02\ntwo", "c": "Rain c\nsix"}.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def merge(path: Path, *stories: str) -> Correction:
    """Merge the stories that these titles' articles are in."""
    with open_archive(path, write=True) as archive:
        ids = {each.title: each.id for each in archive.articles.iterate()}
        (kept,) = keep(archive, replace(MERGE, articles=(ids[stories[0]],), beside=(ids[stories[1]],)))
        return kept


def test_a_correction_makes_the_stories_due_once(tmp_path, folder):
    path = tmp_path / "n.db"
    assert read(path, folder)[0] == ("Boat b", "Ferry a", "Rain c")
    merge(path, "Ferry a", "Boat b")
    with open_archive(path, write=True) as archive:
        assert len(renew_records(archive, fixed_clock, SMALL).stories) == 1
        assert titles(archive) == ("Boat b + Ferry a", "Rain c")
        assert renew_records(archive, fixed_clock, SMALL).stories == ()
        keep(archive, undo(1))
        assert len(renew_records(archive, fixed_clock, SMALL).stories) == 2
        assert titles(archive) == ("Boat b", "Ferry a", "Rain c")


def test_the_later_story_s_id_leads_to_the_merged_one_and_back_after_an_undo(tmp_path, folder):
    path = tmp_path / "n.db"
    read(path, folder)
    with open_archive(path) as archive:
        before = {archive.stories.accounts(each.id)[0].article.title: each.id for each in archive.stories.iterate()}
    merge(path, "Ferry a", "Boat b")
    read(path, folder)
    with open_archive(path, write=True) as archive:
        assert archive.stories.get(before["Boat b"]).id == before["Ferry a"]
        assert archive.resolve_id("story", before["Boat b"][:8]) == before["Ferry a"]
        keep(archive, undo(1))
        renew_records(archive, fixed_clock, SMALL)
        assert archive.resolve_id("story", before["Boat b"][:8]) == before["Boat b"]


def test_corrections_outlive_readings_new_articles_and_new_versions_of_every_stage(tmp_path, folder):
    path = tmp_path / "n.db"
    read(path, folder)
    kept = merge(path, "Ferry a", "Boat b")
    read(path, folder)
    (folder / "d.txt").write_text("Boat d\n2026-01-03\nthree")
    (folder / "a.txt").write_text("Ferry a\n2026-01-01\none and more")
    newer = {stage: f"{stage}/2" for stage in ("extract", "dedupe", "annotate", "cluster", "compare", "brief")}
    assert read(path, folder)[0] == ("Boat b + Boat d + Ferry a", "Rain c")
    after, changed = read(path, folder, replace(SMALL, made_by=replace(MADE_BY, **newer)))
    assert (after, len(changed)) == (("Boat b + Boat d + Ferry a", "Rain c"), 2)
    with open_archive(path) as archive:
        assert archive.corrections.all() == (kept,)


def test_a_correction_waits_for_an_article_that_is_not_there_yet(tmp_path, folder):
    path, other = tmp_path / "n.db", tmp_path / "other.db"
    read(path, folder)
    kept = merge(path, "Ferry a", "Boat b")
    (folder / "b.txt").rename(tmp_path / "b.txt")
    read(other, folder)
    with open_archive(other, write=True) as archive:
        keep(archive, kept)
    assert read(other, folder)[0] == ("Ferry a", "Rain c")
    (tmp_path / "b.txt").rename(folder / "b.txt")
    assert read(other, folder)[0] == ("Boat b + Ferry a", "Rain c")


def test_a_database_of_an_older_schema_takes_corrections(tmp_path):
    path = tmp_path / "n.db"
    connection = apsw.Connection(os.fspath(path))
    connection.pragma("application_id", APPLICATION_ID)
    for number, migration in enumerate(MIGRATIONS[:2], start=1):
        migration(lambda sql: connection.execute(sql) and None)
        connection.pragma("user_version", number)
    connection.close()
    with open_archive(path) as archive:
        assert archive.corrections.all() == ()
    with open_archive(path, write=True) as archive:
        assert [each.number for each in keep(archive, MERGE, MOVE)] == [1, 2]


def test_what_another_database_decided_is_added_once(tmp_path, archive):
    with open_archive(tmp_path / "other.db", write=True) as other:
        theirs = keep(other, MERGE, MOVE, undo(1), MERGE)
    own = keep(archive, replace(MERGE, by="Ivo"), MOVE)
    with archive.transaction("correct"):
        added = archive.corrections.add_missing(theirs[::-1])
    assert added == (replace(MERGE, number=3), replace(undo(3), number=4), replace(MERGE, number=5))
    assert archive.corrections.all() == (*own, *added)
    with archive.transaction("correct"):
        assert archive.corrections.add_missing(theirs) == ()
        assert archive.corrections.add_missing(archive.corrections.all()) == ()
