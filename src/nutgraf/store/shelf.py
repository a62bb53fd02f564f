"""The shelf in SQL: what the dedupe stage asks for and writes while it brings copies up to date."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence

from nutgraf.errors import NotFound
from nutgraf.records.article import Article
from nutgraf.records.copies import COPYING, Carried, Copy
from nutgraf.store.database import Database
from nutgraf.store.encoding import decode, encode, storable
from nutgraf.text import digest

MARK_DIGITS = 10
"""Hexadecimal digits of a record's hash that are added up to the mark of all that touches an article."""

ASKED = 256
"""Keys that are asked for at once."""

_PAIRS = """
SELECT second, record FROM pairs WHERE first = ? {0} UNION ALL SELECT first, record FROM pairs WHERE second = ? {0}
ORDER BY 1
"""


class Shelf:
    """The sketches, pairs and texts of one database, for the one writer; what each method does stands in the stage's
    own description (`dedupe/shelf.py`).
    """

    def __init__(self, database: Database, made_by: str) -> None:
        self._database = database
        self._made_by = made_by

    def article(self, article: str) -> Article:
        """Return an article as it was when its sketch was put here."""
        sql = (
            "SELECT record FROM sketches JOIN versions USING (article, version, page) "
            "WHERE sketches.article = ? AND versions.hash = inputs"
        )
        row = self._database.row(sql, article)
        if row is None:
            raise NotFound(f"The article {article} is no longer as it was when its copies were looked for.")
        return decode(row[0], Article)

    def put_sketches(self, sketches: Sequence[tuple[Article, int, Sequence[int]]]) -> None:
        """Keep articles with their ranks and keys, each alone with its text."""
        sql = (
            "INSERT INTO sketches (rank, article, version, page, inputs, made_by, text, keys) "
            "SELECT ?, article, version, page, hash, ?, article, ? FROM versions "
            "WHERE article = ? AND version = ? AND page = ?"
        )
        for article, rank, keys in sketches:
            packed = struct.pack(f"<{len(keys)}q", *keys)
            self._database.write(sql, rank, self._made_by, packed, article.id, article.version, article.page)
        # In the order of the index, so that rows beside each other are written to one of its pages.
        rows = sorted((key, rank) for _, rank, keys in sketches for key in keys)
        self._database.write_many("INSERT INTO fingerprints (key, rank) VALUES (?, ?)", rows)

    def drop_sketch(self, article: str) -> None:
        """Forget an article with its keys, its facts and what it carries."""
        row = self._database.row("SELECT rank FROM sketches WHERE article = ?", article)
        if row is not None:
            rows = [(key, row[0]) for key in self.keys(article)]
            self._database.write_many("DELETE FROM fingerprints WHERE key = ? AND rank = ?", rows)
            self._database.write("DELETE FROM sketches WHERE article = ?", article)

    def keys(self, article: str) -> tuple[int, ...]:
        """Return the keys of an article, none where it is not here."""
        row = self._database.row("SELECT keys FROM sketches WHERE article = ?", article)
        return () if row is None else struct.unpack(f"<{len(row[0]) // 8}q", row[0])

    def held_keys(self, keys: Sequence[int]) -> Iterator[int]:
        """Yield those of some keys that anybody holds."""
        values = ", ".join(["(?)"] * ASKED)
        held = "EXISTS (SELECT 1 FROM fingerprints WHERE fingerprints.key = asked.key)"
        sql = f"WITH asked (key) AS (VALUES {values}) SELECT DISTINCT key FROM asked WHERE {held}"
        for start in range(0, len(keys), ASKED):
            part = keys[start : start + ASKED]
            # Filled up with its last one, so that all questions are one prepared statement.
            yield from (row[0] for row in self._database.rows(sql, *part, *[part[-1]] * (ASKED - len(part))))

    def first_holders(self, key: int, most: int) -> list[str]:
        """Return the articles that hold a key, by rank, the first so many."""
        sql = "SELECT article FROM fingerprints JOIN sketches USING (rank) WHERE key = ? ORDER BY rank LIMIT ?"
        return [row[0] for row in self._database.rows(sql, key, most)]

    def holders(self, key: int) -> Iterator[str]:
        """Return all articles that hold a key, by rank."""
        sql = "SELECT article FROM fingerprints JOIN sketches USING (rank) WHERE key = ? ORDER BY rank"
        return (row[0] for row in self._database.rows(sql, key))

    def pairs(self, article: str, most: int | None = None) -> list[Copy]:
        """Return the pairs that an article is in, by the id of the other one; the first so many copies where told."""
        sql = _PAIRS.format("") if most is None else f"{_PAIRS.format('AND copies = 1')} LIMIT {most}"
        return [decode(row[1], Copy) for row in self._database.rows(sql, article, article)]

    def put_pair(self, pair: Copy) -> None:
        """Keep a pair, in place of what was kept of the two articles."""
        record = encode(pair)
        mark = int(digest(record)[:MARK_DIGITS], 16)
        sql = "INSERT OR REPLACE INTO pairs (first, second, copies, mark, record) VALUES (?, ?, ?, ?, ?)"
        self._database.write(sql, *sorted((pair.article, pair.of)), pair.kind in COPYING, mark, record)

    def drop_pair(self, pair: Copy) -> None:
        """Forget what was kept of two articles."""
        self._database.write("DELETE FROM pairs WHERE first = ? AND second = ?", *sorted((pair.article, pair.of)))

    def facts(self, articles: Iterable[str]) -> Mapping[str, bytes | None]:
        """Return the facts that were kept of articles."""
        sql = "SELECT facts FROM sketches WHERE article = ?"
        rows = ((article, self._database.row(sql, article)) for article in articles)
        return {article: None if row is None else row[0] for article, row in rows}

    def put_facts(self, article: str, facts: bytes) -> None:
        """Keep the facts of an article."""
        self._database.write("UPDATE sketches SET facts = ? WHERE article = ?", facts, article)

    def text(self, article: str) -> str:
        """Return the text that an article carries."""
        row = self._database.row("SELECT text FROM sketches WHERE article = ?", article)
        if row is None:
            raise NotFound(f"No copies were looked for of the article {article}.")
        return str(row[0])

    def carriers(self, text: str) -> list[str]:
        """Return the articles that carry a text, by id."""
        sql = "SELECT article FROM sketches WHERE text = ? ORDER BY article"
        return [row[0] for row in self._database.rows(sql, text)]

    def move_carrier(self, article: str, text: str) -> None:
        """Let one article carry another text."""
        self._database.write("UPDATE sketches SET text = ? WHERE article = ?", text, article)

    def move_text(self, text: str, to: str) -> None:
        """Let all articles of a text carry another one."""
        self._database.write("UPDATE sketches SET text = ? WHERE text = ?", to, text)

    def verdict(self, text: str) -> tuple[str | None, str | None, str] | None:
        """Return what was found of a text that several articles carry."""
        row = self._database.row("SELECT original, origin, reason FROM texts WHERE text = ?", text)
        return None if row is None else (row[0], row[1], row[2])

    def put_verdict(self, text: str, found: tuple[str | None, str | None, str] | None) -> None:
        """Keep what was found of a text; `None` where one article alone carries it."""
        if found is None:
            self._database.write("DELETE FROM texts WHERE text = ?", text)
            return
        sql = "INSERT OR REPLACE INTO texts (text, original, origin, reason) VALUES (?, ?, ?, ?)"
        self._database.write(sql, text, *(None if part is None else storable(part) for part in found))

    def put_carried(self, article: str, carried: Carried | None) -> None:
        """Keep what an article carries; `None` where it is in no pair of copies."""
        record = None if carried is None else encode(carried)
        self._database.write("UPDATE sketches SET carried = ? WHERE article = ?", record, article)
