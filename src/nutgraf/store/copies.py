"""The copies of an archive: texts, pairs, and what each article carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nutgraf.records.copies import COPYING, Carried, Copies, Copy
from nutgraf.store.database import Database
from nutgraf.store.encoding import decode
from nutgraf.store.shelf import MARK_DIGITS, Shelf

_TABLES = ("sketches", "fingerprints", "pairs", "texts")

_MARKED = f"""
SELECT article, sum(mark) FROM (
  SELECT first AS article, mark FROM pairs UNION ALL SELECT second, mark FROM pairs
  UNION ALL SELECT article, together FROM sketches JOIN (
    SELECT text, sum(rank % {16**MARK_DIGITS}) AS together FROM sketches GROUP BY text HAVING count(*) > 1
  ) AS shared USING (text)
) AS marked GROUP BY article
"""


class CopyTables:
    """The copies of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def shelf(self, made_by: str) -> Shelf:
        """Return what the dedupe stage works on, inside a transaction."""
        return Shelf(self._database, made_by)

    def clear(self) -> None:
        """Forget all copies, to make them anew."""
        for table in _TABLES:
            self._database.write(f"DELETE FROM {table}")

    def of(self, articles: Iterable[str]) -> Copies:
        """Return the groups and pairs that touch some articles, and what each of these carries."""
        asked = sorted(set(articles))
        shelf = self.shelf("")
        pairs = {(pair.article, pair.of): pair for article in asked for pair in shelf.pairs(article)}
        return self._copies(self._groups(asked), (pairs[key] for key in sorted(pairs)), self._carried(asked))

    def all(self) -> Copies:
        """Return all copies as one record; empty before the first reading."""
        rows = self._database.rows("SELECT record FROM pairs")
        pairs = sorted((decode(row[0], Copy) for row in rows), key=lambda pair: (pair.article, pair.of))
        carried = self._database.rows("SELECT carried FROM sketches WHERE carried IS NOT NULL ORDER BY article")
        return self._copies(self.iterate_groups(), pairs, (decode(row[0], Carried) for row in carried))

    def iterate_groups(self) -> Iterator[tuple[str, ...]]:
        """Yield the articles that carry one text, text by text, ones alone too; each sorted, by their first."""
        group: list[str] = []
        before = None
        for text, article in self._database.rows("SELECT text, article FROM sketches ORDER BY text, article"):
            if group and text != before:
                yield tuple(group)
                group = []
            before = text
            group.append(article)
        if group:
            yield tuple(group)

    def group_of(self, article: str) -> tuple[str, ...]:
        """Return the articles that carry the text of one, itself included, sorted; none where it is not known."""
        sql = "SELECT article FROM sketches WHERE text = (SELECT text FROM sketches WHERE article = ?) ORDER BY article"
        return tuple(row[0] for row in self._database.rows(sql, article))

    def marks(self) -> dict[str, str]:
        """Return for each article in a pair a mark of all that `of` tells of it: another mark, and something changed.

        Marks of records are added up, so that the order of pairs does not matter and one query makes all of them.
        """
        return {row[0]: str(row[1]) for row in self._database.rows(_MARKED)}

    def _groups(self, articles: Iterable[str]) -> list[tuple[str, ...]]:
        return sorted({group for article in articles if (group := self.group_of(article))})

    def _carried(self, articles: Iterable[str]) -> Iterator[Carried]:
        for article in articles:
            row = self._database.row("SELECT carried FROM sketches WHERE article = ?", article)
            if row is not None and row[0] is not None:
                yield decode(row[0], Carried)

    def _copies(self, groups: Iterable[tuple[str, ...]], pairs: Iterable[Copy], carried: Iterable[Carried]) -> Copies:
        pairs = tuple(pairs)
        row = self._database.row("SELECT made_by FROM sketches LIMIT 1")
        return Copies(
            tuple(groups),
            tuple(pair for pair in pairs if pair.kind in COPYING),
            "" if row is None else row[0],
            tuple(pair for pair in pairs if pair.kind not in COPYING),
            tuple(carried),
        )
