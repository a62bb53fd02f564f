"""The SQLite engine: opening, refusing, locking, one transaction at a time; the only file that knows the engine."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from nutgraf.errors import StoreBusy, StoreError, StoreRefused
from nutgraf.store.lock import WriterLock
from nutgraf.store.schema import APPLICATION_ID, MIGRATIONS, NEWEST

Boundary = Callable[[str], None]
"""Told the name of each place where a process may die: before and after each commit."""

Row = tuple[Any, ...]

MAGIC = b"SQLite format 3\x00"
QUICK_CHECK_BYTES = 32 * 1024 * 1024
"""A database up to this size is checked whole when it is opened (about 50 ms); `nutgraf doctor` checks any size."""

LOCK_WAIT_MS = 5_000
WAL_BYTES = 64 * 1024 * 1024


def pass_boundary(name: str) -> None:
    """Go on: nobody asked this process to die here."""


def die_at(step: str, passage: int) -> Boundary:
    """Return a boundary that kills this process (SIGKILL) at the given passage of the step, counted from 1."""
    left = [passage]

    def boundary(name: str) -> None:
        if name == step:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

    return boundary


@contextmanager
def engine_errors(path: Path) -> Iterator[None]:
    """Turn the engine's errors into ours, each with what to do next."""
    try:
        yield
    except (apsw.BusyError, apsw.LockedError) as error:
        raise StoreBusy(f"Another program holds {path} locked. Close it and run this again.") from error
    except apsw.FullError as error:
        raise StoreError(
            f"The disk that holds {path} is full. Nothing read so far is lost: make room and run this again."
        ) from error
    except (apsw.CorruptError, apsw.NotADBError) as error:
        raise StoreRefused(damaged(path, str(error))) from error
    except apsw.ReadOnlyError as error:
        raise StoreError(f"{path} cannot be written to. Check its permissions, or choose another database.") from error
    except (apsw.IOError, apsw.CantOpenError) as error:
        raise StoreError(
            f"The disk failed while using {path} ({error}). Nothing acknowledged is lost: check it and run this again."
        ) from error


def damaged(path: Path, detail: str) -> str:
    """Return the sentence about a damaged database file."""
    return (
        f"{path} is damaged ({detail}). It was left untouched: put a backup in its place, "
        "or move it away and read your sources again."
    )


class Database:
    """An open database: rows out, and for the one writer transactions in."""

    def __init__(
        self,
        path: Path,
        connection: apsw.Connection,
        lock: WriterLock | None = None,
        boundary: Boundary = pass_boundary,
    ) -> None:
        self.path = path
        self._connection = connection
        self._lock = lock
        self._boundary = boundary

    def rows(self, sql: str, *bindings: str | bytes | int | None) -> Iterator[Row]:
        """Yield the rows of a query."""
        with engine_errors(self.path):
            yield from self._connection.execute(sql, bindings)

    def row(self, sql: str, *bindings: str | bytes | int | None) -> Row | None:
        """Return the first row of a query, if any."""
        return next(iter(list(self.rows(sql, *bindings))), None)

    def number(self, sql: str, *bindings: str | bytes | int | None) -> int:
        """Return the one number that a query counts."""
        found = self.row(sql, *bindings)
        return int(found[0] or 0) if found else 0

    def write(self, sql: str, *bindings: str | bytes | int | None) -> None:
        """Change rows; only inside `transaction`."""
        self._connection.execute(sql, bindings)

    @contextmanager
    def transaction(self, step: str) -> Iterator[None]:
        """Commit all that is written inside together, or nothing of it; after it, all of it is on the disk."""
        with engine_errors(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._boundary(f"{step}-before")
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk has rolled back by itself, and a second rollback raises.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            self._boundary(f"{step}-after")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let every query inside see the state of one moment, whatever a writer commits meanwhile."""
        with engine_errors(self.path):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def close(self) -> None:
        """Close the file and give the writer's right back."""
        self._connection.close()
        if self._lock is not None:
            self._lock.release()


def open_database(path: Path, *, write: bool = False, boundary: Boundary = pass_boundary) -> Database:
    """Open a database; with `write` it is made where there is none, and this process is its only writer."""
    path = Path(os.path.realpath(path))
    if write:
        return _open_to_write(path, boundary)
    if not path.exists():
        raise StoreError(f"There is no database at {path} yet. Read something first: nutgraf read FOLDER")
    _refuse_by_header(path)
    with engine_errors(path):
        database = Database(path, _connect_reader(path))
        if _checked_version(database) < NEWEST:
            database.close()
            _open_to_write(path, boundary).close()
            database = Database(path, _connect_reader(path))
    return database


def _open_to_write(path: Path, boundary: Boundary) -> Database:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"Cannot make the folder {path.parent}: {error.strerror}. Choose another place.") from error
    lock = WriterLock(path)
    try:
        with engine_errors(path):
            if not path.exists():
                _make(path, boundary)
            _refuse_by_header(path)
            database = Database(path, _connect_writer(path), lock, boundary)
            version = _checked_version(database)
            if version < NEWEST:
                _back_up(path, version)
                _migrate(database, version)
    except BaseException:
        lock.release()
        raise
    return database


def _make(path: Path, boundary: Boundary) -> None:
    # Made under another name and then renamed, so that a process killed here never leaves a half-made database behind.
    draft = path.with_name(path.name + ".new")
    for leftover in (draft, draft.with_name(draft.name + "-wal"), draft.with_name(draft.name + "-shm")):
        leftover.unlink(missing_ok=True)
    connection = _connect_writer(draft)
    connection.pragma("application_id", APPLICATION_ID)
    connection.pragma("journal_mode", "wal")
    database = Database(draft, connection, None, boundary)
    _migrate(database, 0)
    database.close()
    boundary("create-before")
    os.replace(draft, path)
    _sync_folder(path.parent)
    boundary("create-after")


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _migrate(database: Database, version: int) -> None:
    for number, migration in enumerate(MIGRATIONS[version:], start=version + 1):
        with database.transaction("migration"):
            migration(database._connection)
            database._connection.pragma("user_version", number)


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


def _connect_writer(path: Path) -> apsw.Connection:
    connection = apsw.Connection(os.fspath(path))
    connection.set_busy_timeout(LOCK_WAIT_MS)
    connection.pragma("synchronous", "full")
    connection.pragma("journal_size_limit", WAL_BYTES)
    return connection


def _connect_reader(path: Path) -> apsw.Connection:
    try:
        connection = apsw.Connection(os.fspath(path))
        connection.pragma("schema_version")
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        # A folder where no -shm file can be made; without a -wal file the database is whole in one file.
        if _wal(path):
            raise
        flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
        connection = apsw.Connection(f"{path.as_uri()}?immutable=1", flags)
    connection.set_busy_timeout(LOCK_WAIT_MS)
    connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    connection.pragma("wal_autocheckpoint", 0)
    connection.pragma("query_only", True)
    return connection


def _wal(path: Path) -> int:
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


def _checked_version(database: Database) -> int:
    path, connection = database.path, database._connection
    try:
        if connection.pragma("application_id") != APPLICATION_ID:
            raise StoreRefused(
                f"{path} is a database of another program. It was left untouched: choose another database."
            )
        version = int(str(connection.pragma("user_version")))
        if version > NEWEST:
            raise StoreRefused(
                f"{path} was made by a newer nutgraf (schema {version}; this one knows up to {NEWEST}). "
                "Install that newer nutgraf, or choose another database."
            )
        _refuse_damage(database)
    except BaseException:
        connection.close()
        raise
    return version


def _refuse_damage(database: Database) -> None:
    path = database.path
    size = path.stat().st_size
    told = database.number("PRAGMA page_count") * database.number("PRAGMA page_size")
    if told > size and not _wal(path):
        raise StoreRefused(damaged(path, f"{size} bytes where its header tells {told}"))
    if size <= QUICK_CHECK_BYTES:
        verdict = database.row("PRAGMA quick_check(1)")
        if verdict is None or verdict[0] != "ok":
            raise StoreRefused(damaged(path, "" if verdict is None else str(verdict[0])))
