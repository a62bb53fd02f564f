"""The ledger: what became of every document at every stage, and what is set aside with its reason."""

from __future__ import annotations

from nutgraf.records.page import Outcome, SetAside
from nutgraf.store.database import Database
from nutgraf.store.encoding import storable
from nutgraf.text import stable_id


class Ledger:
    """The ledger of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def set_aside(self) -> tuple[SetAside, ...]:
        """Return all that is not whole (partial, refused, quarantined), by stage, name and reason."""
        sql = (
            "SELECT what, stage, outcome, reason, digest FROM ledger WHERE outcome <> 'stored' "
            "ORDER BY stage, what, reason, document, position"
        )
        rows = self._database.rows(sql)
        return tuple(SetAside(what, stage, Outcome(outcome), reason, sha) for what, stage, outcome, reason, sha in rows)

    def counts(self) -> tuple[tuple[str, str, int], ...]:
        """Return (stage, outcome, number of entries), sorted."""
        sql = "SELECT stage, outcome, count(*) FROM ledger GROUP BY stage, outcome ORDER BY stage, outcome"
        return tuple((row[0], row[1], int(row[2])) for row in self._database.rows(sql))

    def put(self, document: str, entries: tuple[SetAside, ...], made_by: str, reading: int) -> None:
        """Note what became of a document at a stage; the first entry is the document, the others parts of it."""
        stage = entries[0].stage
        self._database.write("DELETE FROM ledger WHERE stage = ? AND document = ?", stage, document)
        sql = "INSERT INTO ledger (stage, document, position, what, outcome, reason, digest, made_by, reading)"
        for position, entry in enumerate(entries):
            what, reason = storable(entry.what), storable(entry.reason)
            row = (stage, document, position, what, entry.outcome, reason, entry.digest, made_by, reading)
            self._database.write(f"{sql} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", *row)

    def put_refused(self, entry: SetAside, made_by: str, reading: int) -> None:
        """Note a document that never became a page."""
        document = stable_id(*(storable(part) for part in (entry.what, entry.digest or "", entry.reason)))
        self.put(document, (entry,), made_by, reading)

    def resolve_refused(self, reading: int) -> None:
        """Forget what earlier readings told of files of which this one told anew, or had nothing to tell."""
        self._database.write(
            "DELETE FROM ledger WHERE stage = 'ingest' AND outcome <> 'stored' AND reading < ? "
            "AND (what IN (SELECT path FROM pages WHERE reading = ?) OR what IN "
            "(SELECT what FROM ledger WHERE stage = 'ingest' AND outcome <> 'stored' AND reading = ?))",
            *(reading, reading, reading),
        )

    def begin_reading(self, begun: str) -> int:
        """Open a new reading and return its number; numbers only grow."""
        number = self._database.number("SELECT max(number) FROM readings") + 1
        self._database.write("INSERT INTO readings (number, begun) VALUES (?, ?)", number, begun)
        return number

    def finish_reading(self, number: int, finished: str) -> None:
        """Note that a reading went through all stages."""
        self._database.write("UPDATE readings SET finished = ? WHERE number = ?", finished, number)
