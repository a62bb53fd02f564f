"""Opening a database file: made where there is none, refused where it is not ours, brought up to date."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

import apsw

from nutgraf.errors import StoreError, StoreRefused
from nutgraf.store.database import Boundary, Database, damaged, engine_errors, pass_boundary
from nutgraf.store.lock import WriterLock
from nutgraf.store.schema import APPLICATION_ID, MIGRATIONS, Migration

MAGIC = b"SQLite format 3\x00"
QUICK_CHECK_BYTES = 32 * 1024 * 1024
"""A database up to this size is checked whole when it is opened (about 50 ms); `nutgraf doctor` checks any size."""

LOCK_WAIT_MS = 5_000
WAL_BYTES = 64 * 1024 * 1024
CACHE_KIB = 64 * 1024
"""Pages that the writer holds in memory. With the engine's own 2 MiB each newcomer's neighbours are read anew."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a database is opened: where, who is told of each commit, which schema, how long to wait for a lock."""

    path: Path
    boundary: Boundary = pass_boundary
    migrations: tuple[Migration, ...] = MIGRATIONS
    wait_ms: int = LOCK_WAIT_MS


def open_database(opening: Opening, *, write: bool = False) -> Database:
    """Open a database; with `write` it is made where there is none, and this process is its only writer."""
    opening = replace(opening, path=Path(os.path.realpath(opening.path)))
    path = opening.path
    if write:
        return _open_to_write(opening)
    if not path.exists():
        raise StoreError(f"There is no database at {path} yet. Read something first: nutgraf read FOLDER")
    _refuse_by_header(path)
    with engine_errors(path):
        database = Database(path, _connect_reader(opening))
        if _checked_version(database, opening) < len(opening.migrations):
            database.close()
            _open_to_write(opening).close()
            database = Database(path, _connect_reader(opening))
    return database


def _open_to_write(opening: Opening) -> Database:
    path = opening.path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"Cannot make the folder {path.parent}: {error.strerror}. Choose another place.") from error
    lock = WriterLock(path)
    try:
        with engine_errors(path):
            if not path.exists():
                _make(opening)
            _refuse_by_header(path)
            database = Database(path, _connect_writer(path, opening.wait_ms), lock, opening.boundary)
            version = _checked_version(database, opening)
            if version < len(opening.migrations):
                _back_up(path, version)
                _migrate(database, opening.migrations, version)
    except BaseException:
        lock.release()
        raise
    return database


def _make(opening: Opening) -> None:
    # Made under another name and then renamed, so that a process killed here never leaves a half-made database behind.
    draft = opening.path.with_name(opening.path.name + ".new")
    for ending in ("", "-wal", "-shm"):
        draft.with_name(draft.name + ending).unlink(missing_ok=True)
    database = Database(draft, _connect_writer(draft, opening.wait_ms), None, opening.boundary)
    database.set_pragma("application_id", APPLICATION_ID)
    database.set_pragma("journal_mode", "wal")
    _migrate(database, opening.migrations, 0)
    database.close()
    opening.boundary("create-before")
    os.replace(draft, opening.path)
    _sync_folder(opening.path.parent)
    opening.boundary("create-after")


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _migrate(database: Database, migrations: tuple[Migration, ...], version: int) -> None:
    for number, migration in enumerate(migrations[version:], start=version + 1):
        with database.transaction("migration"):
            migration(database.write)
            database.set_pragma("user_version", number)


def _back_up(path: Path, version: int) -> None:
    target = path.with_name(f"{path.name}.before-schema-{version + 1}")
    draft = target.with_name(target.name + ".new")
    draft.unlink(missing_ok=True)
    source, copy = apsw.Connection(os.fspath(path)), apsw.Connection(os.fspath(draft))
    with copy.backup("main", source, "main") as backup:
        backup.step()
    copy.close()
    source.close()
    os.replace(draft, target)
    _sync_folder(path.parent)


def _connect_writer(path: Path, wait_ms: int) -> apsw.Connection:
    connection = apsw.Connection(os.fspath(path))
    connection.set_busy_timeout(wait_ms)
    connection.pragma("synchronous", "full")
    connection.pragma("journal_size_limit", WAL_BYTES)
    connection.pragma("cache_size", -CACHE_KIB)
    return connection


def _connect_reader(opening: Opening) -> apsw.Connection:
    path = opening.path
    try:
        connection = apsw.Connection(os.fspath(path))
        connection.pragma("schema_version")
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        # A folder where no -shm file can be made; without a -wal file the database is whole in one file.
        if _wal_bytes(path):
            raise
        flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
        connection = apsw.Connection(f"{path.as_uri()}?immutable=1", flags)
    connection.set_busy_timeout(opening.wait_ms)
    # One writer alone checkpoints (the SQLite of 3.7.0 to 3.51.2 could lose a commit that raced another's checkpoint).
    connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    connection.pragma("wal_autocheckpoint", 0)
    connection.pragma("query_only", True)
    return connection


def _wal_bytes(path: Path) -> int:
    wal = path.with_name(path.name + "-wal")
    return wal.stat().st_size if wal.exists() else 0


def _refuse_by_header(path: Path) -> None:
    advice = "It was left untouched: choose another database, or move this file away."
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except OSError as error:
        raise StoreError(f"Cannot read {path}: {error.strerror}. Check the path and its permissions.") from error
    if not head:
        raise StoreRefused(f"{path} is empty (0 bytes), which no nutgraf database ever is. {advice}")
    if head != MAGIC:
        raise StoreRefused(f"{path} is not a nutgraf database. {advice}")


def _checked_version(database: Database, opening: Opening) -> int:
    path, newest = database.path, len(opening.migrations)
    try:
        if database.number("PRAGMA application_id") != APPLICATION_ID:
            raise StoreRefused(
                f"{path} is a database of another program. It was left untouched: choose another database."
            )
        version = database.number("PRAGMA user_version")
        if version > newest:
            raise StoreRefused(
                f"{path} was made by a newer nutgraf (schema {version}; this one knows up to {newest}). "
                "Install that newer nutgraf, or choose another database."
            )
        _refuse_damage(database)
    except BaseException:
        database.close_file()
        raise
    return version


def _refuse_damage(database: Database) -> None:
    path = database.path
    size = path.stat().st_size
    told = database.number("PRAGMA page_count") * database.number("PRAGMA page_size")
    if told > size and not _wal_bytes(path):
        raise StoreRefused(damaged(path, f"{size} bytes where its header tells {told}"))
    if size <= QUICK_CHECK_BYTES:
        verdict = database.row("PRAGMA quick_check(1)")
        if verdict is None or verdict[0] != "ok":
            raise StoreRefused(damaged(path, "" if verdict is None else str(verdict[0])))
