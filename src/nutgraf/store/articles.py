"""Articles, their versions and annotations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nutgraf.errors import NotFound
from nutgraf.records.annotation import Account, Annotation
from nutgraf.records.article import Article, ArticleKind, Extraction, Link
from nutgraf.records.edits import Sighting
from nutgraf.store.database import Database
from nutgraf.store.encoding import decode, encode
from nutgraf.store.ranking import ranked
from nutgraf.text import digest

CURRENT_ACCOUNTS = (
    f"FROM {ranked()} JOIN annotations USING (article, version) "
    "WHERE current = 1 AND kind = 'article' AND annotations.record IS NOT NULL"
)

_SEEN = """
SELECT version, min(coalesce(captured, retrieved)), max(coalesce(captured, max(retrieved, coalesce(begun, ''))))
FROM versions JOIN pages ON pages.id = versions.page LEFT JOIN readings ON number = pages.reading
WHERE article = ? GROUP BY version
"""


class Articles:
    """The articles of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, identity: str, version: str | None = None) -> Article:
        """Return an article's current version, or the one asked for."""
        wanted, bindings = ("current = 1", (identity,)) if version is None else ("version = ?", (identity, version))
        sql = f"SELECT record FROM {ranked('WHERE article = ?')} WHERE {wanted} ORDER BY chosen LIMIT 1"
        row = self._database.row(sql, *bindings)
        if row is None:
            of = "" if version is None else f" in version {version}"
            raise NotFound(f"No article has the id {identity}{of}. List what there is with: nutgraf articles")
        return decode(row[0], Article)

    def versions(self, identity: str) -> tuple[Article, ...]:
        """Return every kept version of an article, the current one last."""
        sql = f"SELECT record FROM {ranked('WHERE article = ?')} WHERE chosen = 1 ORDER BY current DESC"
        return tuple(decode(row[0], Article) for row in self._database.rows(sql, identity))

    def sightings(self, identity: str) -> tuple[Sighting, ...]:
        """Return when each kept version of an article was on hand, the current version last.

        A page that lies in a file is seen again whenever a reading finds the same bytes there, so it was last seen when
        that reading began; a capture of a crawl was seen once, when it was captured.
        """
        seen = {version: (first, last) for version, first, last in self._database.rows(_SEEN, identity)}
        sql = f"SELECT version, captured, age FROM {ranked('WHERE article = ?')} WHERE chosen = 1 ORDER BY current DESC"
        rows = self._database.rows(sql, identity)
        return tuple(Sighting(version, *seen[version], captured, age) for version, captured, age in rows)

    def changed(self) -> tuple[str, ...]:
        """Return the ids of the articles with more than one version, sorted."""
        sql = (
            "SELECT article FROM versions WHERE kind = 'article' GROUP BY article "
            "HAVING count(DISTINCT version) > 1 ORDER BY article"
        )
        return tuple(row[0] for row in self._database.rows(sql))

    def iterate(self, teasers: bool = False) -> Iterator[Article]:
        """Yield the current version of each article (with `teasers` also of each teaser), by id."""
        kinds = "" if teasers else "AND kind = 'article'"
        for row in self._database.rows(f"SELECT record FROM {ranked()} WHERE current = 1 {kinds} ORDER BY article"):
            yield decode(row[0], Article)

    def of_page(self, page: str) -> tuple[Article, ...]:
        """Return what was taken from a page, in the order of the page."""
        sql = "SELECT record FROM versions WHERE page = ? ORDER BY place, article, version"
        return tuple(decode(row[0], Article) for row in self._database.rows(sql, page))

    def extraction(self, page: str) -> Extraction:
        """Return all that was found on a page."""
        row = self._database.row("SELECT record FROM extractions WHERE page = ?", page)
        if row is None or row[0] is None:
            raise NotFound(f"Nothing was taken from the page {page}. See why with: nutgraf set-aside")
        return replace(decode(row[0], Extraction), articles=self.of_page(page))

    def iterate_links(self) -> Iterator[tuple[str, str, Link]]:
        """Yield (page, its file or address, link) for every address in a list, by page and in the list's own order.

        Only pages that are lists hold any, so only their records are read.
        """
        sql = (
            "SELECT id, COALESCE(path, address), record FROM pages JOIN extractions ON page = id "
            "WHERE media = 'listing' AND record IS NOT NULL ORDER BY 2, 1"
        )
        for page, place, record in self._database.rows(sql):
            for link in decode(record, Extraction).links:
                yield page, place, link

    def put_extraction(self, extraction: Extraction, made_by: str) -> None:
        """Keep what a page gave, in place of what an earlier version of the stage took from it."""
        self.put_nothing(extraction.page, made_by)
        blob = encode(replace(extraction, articles=()))
        self._database.write("UPDATE extractions SET record = ? WHERE page = ?", blob, extraction.page)
        sql = "INSERT OR REPLACE INTO versions (article, version, page, place, kind, published, hash, record) "
        for article in extraction.articles:
            record = encode(article)
            key = (article.id, article.version, extraction.page, article.place, article.kind)
            published = article.published.value or ""
            self._database.write(f"{sql} VALUES (?, ?, ?, ?, ?, ?, ?, ?)", *key, published, digest(record), record)

    def put_nothing(self, page: str, made_by: str) -> None:
        """Note that the stage could take nothing from a page; the ledger says why."""
        self._database.write("DELETE FROM versions WHERE page = ?", page)
        sql = "INSERT OR REPLACE INTO extractions (page, made_by, record) VALUES (?, ?, NULL)"
        self._database.write(sql, page, made_by)

    def sweep(self) -> None:
        """Forget annotations of versions that no page holds any more, since a newer extract stage read it otherwise."""
        held = "SELECT 1 FROM versions WHERE versions.article = annotations.article"
        gone = f"NOT EXISTS ({held} AND versions.version = annotations.version)"
        for row in list(self._database.rows(f"SELECT article, version FROM annotations WHERE {gone}")):
            self._database.write("DELETE FROM annotations WHERE article = ? AND version = ?", *row)
            self._database.write("DELETE FROM ledger WHERE stage = 'annotate' AND document = ?", f"{row[0]}:{row[1]}")

    def put_annotation(self, key: tuple[str, str, str], made_by: str, annotation: Annotation | None) -> None:
        """Keep the annotation of (article, version, hash of the record); `None` where the stage set it aside."""
        record = None if annotation is None else encode(annotation)
        sql = "INSERT OR REPLACE INTO annotations (article, version, inputs, made_by, hash, record) "
        self._database.write(f"{sql} VALUES (?, ?, ?, ?, ?, ?)", *key, made_by, digest(record or b""), record)

    def annotation(self, identity: str, version: str | None = None) -> Annotation | None:
        """Return the annotation of the current version, or of the one asked for; `None` where it was set aside."""
        version = self.get(identity).version if version is None else version
        row = self._database.row("SELECT record FROM annotations WHERE article = ? AND version = ?", identity, version)
        return None if row is None or row[0] is None else decode(row[0], Annotation)

    def account(self, identity: str) -> Account | None:
        """Return the current article with its annotation; `None` where it was set aside."""
        article = self.get(identity)
        annotation = self.annotation(identity, article.version)
        return None if annotation is None or article.kind is ArticleKind.TEASER else Account(article, annotation)

    def iterate_accounts(self) -> Iterator[Account]:
        """Yield every current article that was annotated, with its annotation, by id."""
        sql = f"SELECT ranked.record, annotations.record {CURRENT_ACCOUNTS} ORDER BY article"
        for article, annotation in self._database.rows(sql):
            yield Account(decode(article, Article), decode(annotation, Annotation))
