"""An open database: rows out, one transaction at a time in, and the engine's errors in our words."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from nutgraf.errors import StoreBusy, StoreError, StoreRefused
from nutgraf.store.lock import WriterLock

Boundary = Callable[[str], None]
"""Told the name of each place where a process may die: before and after each commit."""

Row = tuple[Any, ...]

ASKED = 500
"""Keys in one query of `each`."""


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

    def each(self, sql: str, keys: Collection[str] | Collection[int]) -> Iterator[Row]:
        """Yield the rows of a query with `IN ({})` for many keys, some hundred of them at a time, in their order."""
        ordered = sorted(keys)
        for start in range(0, len(ordered), ASKED):
            part = ordered[start : start + ASKED]
            with engine_errors(self.path):
                found = self._connection.execute(sql.format(", ".join("?" * len(part))), part).fetchall()
            yield from found

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

    def write_many(self, sql: str, rows: Iterable[Sequence[str | bytes | int | None]]) -> None:
        """Change rows with one statement for each of many bindings; only inside `transaction`."""
        self._connection.executemany(sql, rows)

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

    def set_pragma(self, name: str, value: str | int) -> None:
        """Set a property of the file."""
        self._connection.pragma(name, value)

    def close_file(self) -> None:
        """Close the file; the writer's right stays with whoever holds the lock."""
        self._connection.close()

    def close(self) -> None:
        """Close the file and give the writer's right back."""
        self._connection.close()
        if self._lock is not None:
            self._lock.release()
