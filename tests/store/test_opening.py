from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest

from nutgraf.errors import StoreBusy, StoreError, StoreRefused
from nutgraf.store.archive import Archive
from nutgraf.store.database import Database, die_at
from nutgraf.store.encoding import pack
from nutgraf.store.opening import Opening, open_database
from nutgraf.store.schema import APPLICATION_ID, MIGRATIONS

NEWEST = len(MIGRATIONS)


def made(path: Path) -> Path:
    database = open_database(Opening(path), write=True)
    with database.transaction("test"):
        for number in range(200):
            database.write("INSERT INTO aliases VALUES (?, ?)", f"{number:032}", "x" * 500)
    database.close()
    return path


def change(path: Path, sql: str) -> None:
    connection = apsw.Connection(os.fspath(path))
    connection.execute(sql)
    connection.close()


def test_a_new_database_is_durable_and_ours(tmp_path):
    path = made(tmp_path / "deep" / "folder" / "n.db")
    writer = open_database(Opening(path), write=True)
    assert writer.row("PRAGMA journal_mode") == ("wal",)
    assert writer.number("PRAGMA synchronous") == 2
    assert writer.number("PRAGMA application_id") == APPLICATION_ID
    assert writer.number("PRAGMA user_version") == NEWEST
    writer.close()
    assert sorted(each.name for each in path.parent.iterdir()) == ["n.db", "n.db.lock"]


def test_reading_what_is_not_there_says_what_to_do(tmp_path):
    with pytest.raises(StoreError, match="nutgraf read FOLDER"):
        open_database(Opening(tmp_path / "n.db"))
    assert list(tmp_path.iterdir()) == []


def test_a_reader_cannot_write(tmp_path):
    reader = open_database(Opening(made(tmp_path / "n.db")))
    with pytest.raises(apsw.ReadOnlyError):
        reader.write("DELETE FROM aliases")
    reader.close()


def test_a_second_writer_is_told_to_wait_and_readers_go_on(tmp_path):
    path = made(tmp_path / "n.db")
    first = open_database(Opening(path), write=True)
    with pytest.raises(StoreBusy, match="Another nutgraf is writing"):
        open_database(Opening(path), write=True)
    link = tmp_path / "link.db"
    link.symlink_to(path)
    with pytest.raises(StoreBusy):
        open_database(Opening(link), write=True)
    with first.transaction("test"):
        first.write("DELETE FROM aliases")
        reader = open_database(Opening(path))
        assert reader.number("SELECT count(*) FROM aliases") == 200
    assert reader.number("SELECT count(*) FROM aliases") == 0
    reader.close()
    first.close()
    open_database(Opening(path), write=True).close()


def test_a_snapshot_stays_at_its_moment(tmp_path):
    path = made(tmp_path / "n.db")
    writer, reader = open_database(Opening(path), write=True), open_database(Opening(path))
    with reader.snapshot():
        assert reader.number("SELECT count(*) FROM aliases") == 200
        with writer.transaction("test"):
            writer.write("DELETE FROM aliases")
        assert reader.number("SELECT count(*) FROM aliases") == 200
    assert reader.number("SELECT count(*) FROM aliases") == 0
    reader.close()
    writer.close()


def test_an_error_inside_a_transaction_leaves_nothing_behind(tmp_path):
    database = open_database(Opening(made(tmp_path / "n.db")), write=True)

    def spoil() -> None:
        with database.transaction("test"):
            database.write("DELETE FROM aliases")
            raise KeyError("something else")

    with pytest.raises(KeyError):
        spoil()
    assert database.number("SELECT count(*) FROM aliases") == 200
    database.close()


def foreign(path: Path) -> None:
    change(path, "CREATE TABLE theirs (x)")


def newer(path: Path) -> None:
    change(made(path), f"PRAGMA user_version = {NEWEST + 1}")


def cut(path: Path) -> None:
    content = made(path).read_bytes()
    path.write_bytes(content[: len(content) // 2])


def cut_in_a_page(path: Path) -> None:
    path.write_bytes(made(path).read_bytes()[:-1000])


def scribbled(path: Path) -> None:
    content = bytearray(made(path).read_bytes())
    content[4096 * 3 : 4096 * 9] = bytes(4096 * 6)
    path.write_bytes(content)


REFUSED = [
    (lambda path: path.write_bytes(b""), "is empty"),
    (lambda path: path.write_bytes(b"Dear diary"), "is not a nutgraf database"),
    (lambda path: path.write_bytes(b"SQLite format 3\x00" + b"?" * 90), "is damaged"),
    (foreign, "is a database of another program"),
    (newer, f"made by a newer nutgraf .schema {NEWEST + 1}"),
    (cut, "is damaged"),
    (cut_in_a_page, "is damaged"),
    (scribbled, "is damaged"),
]


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize(("spoil", "told"), REFUSED)
def test_what_is_not_a_whole_database_of_ours_is_refused_untouched(tmp_path, spoil, told, write):
    path = tmp_path / "n.db"
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(StoreRefused, match=told) as caught:
        open_database(Opening(path), write=write)
    assert path.read_bytes() == before
    assert caught.value.exit_code == 4


def test_a_folder_in_place_of_the_file_is_told(tmp_path):
    with pytest.raises(StoreError, match="Cannot read"):
        open_database(Opening(tmp_path))


def test_a_file_where_the_folder_should_be_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="Cannot make the folder"):
        open_database(Opening(tmp_path / "file" / "n.db"), write=True)


def test_a_database_locked_by_another_program_is_told(tmp_path):
    path = made(tmp_path / "n.db")
    other = apsw.Connection(os.fspath(path))
    other.execute("BEGIN IMMEDIATE")
    database = open_database(Opening(path, wait_ms=10), write=True)
    with pytest.raises(StoreBusy, match="Another program holds"), database.transaction("test"):
        database.write("DELETE FROM aliases")
    assert database.number("SELECT count(*) FROM aliases") == 200
    other.close()
    database.close()


@pytest.mark.parametrize("room", range(1, 40, 3))
def test_a_full_disk_stops_writing_and_loses_nothing(tmp_path, room):
    path = made(tmp_path / "n.db")
    database = open_database(Opening(path), write=True)
    database.row(f"PRAGMA max_page_count = {database.number('PRAGMA page_count') + room}")

    def fill() -> None:
        for number in range(1000):
            with database.transaction("test"):
                database.write("INSERT INTO aliases VALUES (?, ?)", f"full {number}", "y" * 3000)

    with pytest.raises(StoreError, match="is full"):
        fill()
    kept = database.number("SELECT count(*) FROM aliases")
    assert kept >= 200
    database.close()
    again = open_database(Opening(path), write=True)
    with again.transaction("test"):
        again.write("INSERT INTO aliases VALUES ('room again', '')")
    assert again.number("SELECT count(*) FROM aliases") == kept + 1
    again.close()


def test_a_lost_wal_index_is_made_again(tmp_path):
    path = made(tmp_path / "n.db")
    writer = open_database(Opening(path), write=True)
    with writer.transaction("test"):
        writer.write("DELETE FROM aliases")
    copy = tmp_path / "copy.db"
    for ending in ("", "-wal"):
        shutil.copy(f"{path}{ending}", f"{copy}{ending}")
    writer.close()
    reader = open_database(Opening(copy))
    assert reader.number("SELECT count(*) FROM aliases") == 0
    reader.close()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter: root may write anywhere, so the test goes on as somebody else."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_a_database_in_a_folder_without_write_permission_can_be_read(open_folder):
    (open_folder / "archive").mkdir()
    path = made(open_folder / "archive" / "n.db")
    path.chmod(0o444)
    path.parent.chmod(0o555)
    code = (
        "import os, sys, pathlib\n"
        "from nutgraf.store.opening import Opening, open_database\n"
        "if os.getuid() == 0: os.setuid(65534)\n"
        "print(open_database(Opening(pathlib.Path(sys.argv[1]))).number('SELECT count(*) FROM aliases'))\n"
    )
    try:
        done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False)
    finally:
        path.parent.chmod(0o755)
    assert done.stdout == "200\n", done.stderr


def old_schema(path: Path) -> Path:
    """Make a database as the first release made it, with rows in it."""
    connection = apsw.Connection(os.fspath(path))
    connection.pragma("application_id", APPLICATION_ID)
    connection.pragma("journal_mode", "wal")
    MIGRATIONS[0](lambda sql: connection.execute(sql) and None)
    connection.pragma("user_version", 1)
    connection.execute("INSERT INTO aliases VALUES ('a', 'b')")
    connection.close()
    return path


def add_column(write: Callable[[str], None]) -> None:
    write("ALTER TABLE aliases ADD COLUMN since TEXT")


TWO_MIGRATIONS = (*MIGRATIONS[:1], add_column)


@pytest.mark.parametrize("write", [False, True])
def test_an_older_schema_is_brought_up_to_date_with_a_backup(tmp_path, write):
    path = old_schema(tmp_path / "n.db")
    database = open_database(Opening(path, migrations=TWO_MIGRATIONS), write=write)
    assert database.row("SELECT id, story, since FROM aliases") == ("a", "b", None)
    assert database.number("PRAGMA user_version") == 2
    database.close()
    backup = Database(path, apsw.Connection(f"{path}.before-schema-2"))
    assert backup.row("SELECT * FROM aliases") == ("a", "b")
    backup.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("step", ["migration-before", "migration-after"])
def test_a_migration_that_is_killed_is_done_again(tmp_path, step):
    path = old_schema(tmp_path / "n.db")
    process = os.fork()
    if process == 0:
        try:
            open_database(Opening(path, die_at(step, 1), TWO_MIGRATIONS), write=True)
        finally:
            os._exit(1)
    assert os.WTERMSIG(os.waitpid(process, 0)[1]) == signal.SIGKILL
    database = open_database(Opening(path, migrations=TWO_MIGRATIONS), write=True)
    assert database.row("SELECT id, story, since FROM aliases") == ("a", "b", None)
    database.close()


def test_a_migration_that_breaks_leaves_the_old_schema(tmp_path):
    def broken(write: Callable[[str], None]) -> None:
        add_column(write)
        raise RuntimeError("a broken migration")

    path = old_schema(tmp_path / "n.db")
    with pytest.raises(RuntimeError):
        open_database(Opening(path, migrations=(*MIGRATIONS[:1], broken)), write=True)
    connection = apsw.Connection(os.fspath(path))
    assert connection.pragma("user_version") == 1
    assert len(connection.execute("SELECT * FROM aliases").fetchone()) == 2
    connection.close()


def test_what_a_killed_making_left_is_cleared_away(tmp_path):
    (tmp_path / "n.db.new").write_bytes(b"half a data")
    (tmp_path / "n.db.new-wal").write_bytes(b"base")
    made(tmp_path / "n.db")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["n.db", "n.db.lock"]


def test_pages_of_the_first_schema_are_read_after_the_migrations(tmp_path):
    path = old_schema(tmp_path / "n.db")
    connection = apsw.Connection(os.fspath(path))
    row = ("p", "file:///a.txt", "a.txt", "text", "d", "2026-01-01T00:00:00+00:00", 1, 3, pack(b"abc"))
    connection.execute(f"INSERT INTO pages VALUES ({', '.join('?' * len(row))})", row)
    connection.close()
    with Archive(open_database(Opening(path))) as archive:
        page = archive.pages.get("p")
    assert (page.content, page.container, page.charset, page.captured) == (b"abc", None, None, None)
