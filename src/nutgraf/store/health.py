"""The state of a database, for `nutgraf doctor`."""

from __future__ import annotations

import shutil
from dataclasses import dataclass

import apsw

from nutgraf.store.database import Database
from nutgraf.store.encoding import unpack
from nutgraf.text import digest

_SYNCHRONOUS = ("off", "normal", "full", "extra")

_COUNTS = (
    ("pages", "SELECT count(*) FROM pages"),
    ("articles", "SELECT count(DISTINCT article) FROM versions WHERE kind = 'article'"),
    ("teasers", "SELECT count(DISTINCT article) FROM versions WHERE kind = 'teaser'"),
    ("versions", "SELECT count(*) FROM (SELECT DISTINCT article, version FROM versions WHERE kind = 'article')"),
    ("annotations", "SELECT count(*) FROM annotations WHERE record IS NOT NULL"),
    ("stories", "SELECT count(*) FROM stories"),
    ("comparisons", "SELECT count(*) FROM comparisons WHERE record IS NOT NULL"),
    ("briefs", "SELECT count(*) FROM briefs WHERE record IS NOT NULL"),
    ("corrections", "SELECT count(*) FROM corrections"),
    ("set aside", "SELECT count(*) FROM ledger WHERE outcome <> 'stored'"),
    ("unfinished readings", "SELECT count(*) FROM readings WHERE finished IS NULL"),
)


@dataclass(frozen=True, slots=True)
class Health:
    """What `nutgraf doctor` shows; `integrity` is "ok" or what is wrong, `damaged` the pages whose bytes changed.

    `size` and `disk_free` are bytes.
    """

    path: str
    sqlite_version: str
    journal_mode: str
    synchronous: str
    integrity: str
    damaged: tuple[str, ...]
    schema: int
    counts: tuple[tuple[str, int], ...]
    size: int
    disk_free: int


def check_health(database: Database) -> Health:
    """Return the state of a database; reads every page, so it takes seconds on a large one."""
    wrong = [str(row[0]) for row in database.rows("PRAGMA integrity_check(10)")]
    journal = database.row("PRAGMA journal_mode")
    return Health(
        path=str(database.path),
        sqlite_version=apsw.sqlite_lib_version(),
        journal_mode="" if journal is None else str(journal[0]),
        synchronous=_SYNCHRONOUS[database.number("PRAGMA synchronous")],
        integrity="; ".join(wrong),
        damaged=_damaged_pages(database),
        schema=database.number("PRAGMA user_version"),
        counts=tuple((name, database.number(sql)) for name, sql in _COUNTS),
        size=database.path.stat().st_size,
        disk_free=shutil.disk_usage(database.path.parent).free,
    )


def _damaged_pages(database: Database) -> tuple[str, ...]:
    rows = database.rows("SELECT id, digest, content FROM pages ORDER BY id")
    return tuple(identity for identity, told, content in rows if not _same_bytes(content, told))


def _same_bytes(content: bytes, told: str) -> bool:
    try:
        return digest(unpack(content)) == told
    except ValueError:
        return False
