from __future__ import annotations

import os

import apsw
from tests.small_stages import SMALL, fixed_clock

from nutgraf.pipeline import read_pages
from nutgraf.store.archive import open_archive


def test_health_of_a_whole_and_of_a_damaged_database(tmp_path):
    (tmp_path / "x.txt").write_text("Ferry a\none")
    path = tmp_path / "n.db"
    with open_archive(path, write=True) as archive:
        read_pages([str(tmp_path / "x.txt")], archive, fixed_clock, SMALL)
        (page,) = archive.pages.iterate()
    with open_archive(path) as archive:
        health = archive.health()
    assert (health.integrity, health.damaged, health.journal_mode, health.synchronous) == ("ok", (), "wal", "full")
    assert dict(health.counts) == {
        "pages": 1,
        "articles": 1,
        "teasers": 0,
        "versions": 1,
        "annotations": 1,
        "stories": 1,
        "comparisons": 1,
        "briefs": 1,
        "corrections": 0,
        "set aside": 0,
        "unfinished readings": 0,
    }
    assert health.sqlite_version == apsw.sqlite_lib_version()
    assert min(health.size, health.disk_free, health.schema) > 0

    connection = apsw.Connection(os.fspath(path))
    connection.execute("UPDATE pages SET content = x'00'")
    connection.close()
    with open_archive(path) as archive:
        assert archive.health().damaged == (page.id,)
