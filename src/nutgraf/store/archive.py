"""The archive: everything that was read and made of it, behind one door."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from nutgraf.errors import AmbiguousId, NotFound, UsageError
from nutgraf.store.articles import Articles
from nutgraf.store.copies import CopyTables
from nutgraf.store.corrections import Corrections
from nutgraf.store.database import Boundary, Database, pass_boundary
from nutgraf.store.due import Due
from nutgraf.store.groupings import Groupings
from nutgraf.store.health import Health, check_health
from nutgraf.store.ledger import Ledger
from nutgraf.store.opening import Opening, open_database
from nutgraf.store.pages import Pages
from nutgraf.store.stories import Stories

IdKind = Literal["page", "article", "story"]

SHORTEST_PREFIX = 4
CANDIDATES_SHOWN = 10

# Each gives (id to match, id it leads to).
_IDS: dict[IdKind, str] = {
    "page": "SELECT id, id FROM pages WHERE id >= ? AND id < ?",
    "article": "SELECT DISTINCT article, article FROM versions WHERE article >= ? AND article < ?",
    "story": "SELECT id, id FROM stories WHERE id >= ? AND id < ?"
    " UNION SELECT id, story FROM aliases WHERE id >= ? AND id < ?",
}
_LISTING: dict[IdKind, str] = {"page": "articles", "article": "articles", "story": "stories"}


class Archive:
    """An open archive; use it in a `with` statement."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.pages = Pages(database)
        self.articles = Articles(database)
        self.copies = CopyTables(database)
        self.stories = Stories(database, self.articles)
        self.ledger = Ledger(database)
        self.corrections = Corrections(database)
        self.groupings = Groupings(database)
        self.due = Due(database, self.copies, self.stories)

    def transaction(self, step: str) -> AbstractContextManager[None]:
        """Commit what is written inside together; `step` names the place for tests that kill the process there."""
        return self._database.transaction(step)

    def snapshot(self) -> AbstractContextManager[None]:
        """Let all reading inside see one moment, whatever another process writes meanwhile."""
        return self._database.snapshot()

    def resolve_id(self, kind: IdKind, prefix: str) -> str:
        """Return the full id that a shortened one stands for; an id that a story had before gives its present one."""
        prefix = prefix.strip().lower()
        if not re.fullmatch(r"[0-9a-f]+", prefix):
            raise UsageError(f"'{prefix}' is not an id: ids are made of 0-9 and a-f. {_hint(kind)}")
        if len(prefix) < SHORTEST_PREFIX:
            raise UsageError(f"'{prefix}' is too short: give at least {SHORTEST_PREFIX} characters of the {kind} id.")
        bounds = (prefix, prefix + "g")
        rows = list(self._database.rows(_IDS[kind], *bounds * (_IDS[kind].count("?") // 2)))
        targets = sorted({row[1] for row in rows})
        if not targets:
            raise NotFound(f"No {kind} has an id that starts with '{prefix}'. {_hint(kind)}")
        if len(targets) > 1:
            shown = "\n".join(f"  {target}" for target in targets[:CANDIDATES_SHOWN])
            more = len(targets) - CANDIDATES_SHOWN
            tail = f"\n  and {more} more" if more > 0 else ""
            raise AmbiguousId(f"'{prefix}' fits {len(targets)} {kind} ids; give more characters:\n{shown}{tail}")
        return str(targets[0])

    def health(self) -> Health:
        """Return the state of the database."""
        return check_health(self._database)

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def _hint(kind: IdKind) -> str:
    return f"List what there is with: nutgraf {_LISTING[kind]}"


def open_archive(path: Path, *, write: bool = False, boundary: Boundary = pass_boundary) -> Archive:
    """Open the archive in a database file; with `write` as its only writer, making the file where there is none."""
    return Archive(open_database(Opening(path, boundary), write=write))
