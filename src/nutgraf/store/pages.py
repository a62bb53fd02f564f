"""Pages: the bytes as they were fetched, never changed."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.errors import NotFound
from nutgraf.records.page import Media, Page
from nutgraf.store.database import Database, Row
from nutgraf.store.encoding import pack, storable, unpack

_COLUMNS = "id, address, path, media, content, digest, retrieved"


def _page(row: Row) -> Page:
    identity, address, path, media, content, digest, retrieved = row
    return Page(identity, address, path, Media(media), unpack(content), digest, retrieved)


class Pages:
    """The pages of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, identity: str) -> Page:
        """Return one page with its bytes."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM pages WHERE id = ?", identity)
        if row is None:
            raise NotFound(f"No page has the id {identity}. List what there is with: nutgraf articles")
        return _page(row)

    def iterate(self) -> Iterator[Page]:
        """Yield every page with its bytes, by id."""
        for row in self._database.rows(f"SELECT {_COLUMNS} FROM pages ORDER BY id"):
            yield _page(row)

    def add(self, page: Page, reading: int) -> bool:
        """Keep a page (inside a transaction) and tell whether it is new.

        A page that is there already is only marked as seen in this reading. Where the same bytes of one address lie in
        several files, the first path in sort order is kept, whichever came first.
        """
        path = None if page.path is None else storable(page.path)
        known = self._database.row("SELECT path, reading FROM pages WHERE id = ?", page.id)
        if known is None:
            sql = "INSERT INTO pages (id, address, path, media, digest, retrieved, reading, size, content) "
            address, content = storable(page.address), pack(page.content)
            self._database.write(
                f"{sql} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                *(page.id, address, path, page.media, page.digest, page.retrieved, reading, len(page.content), content),
            )
            return True
        if path is not None and (known[0] is None or path < known[0]):
            # The path stands in the articles' records, so they are made again.
            self._database.write("UPDATE pages SET path = ? WHERE id = ?", path, page.id)
            self._database.write("DELETE FROM extractions WHERE page = ?", page.id)
        if known[1] != reading:
            self._database.write("UPDATE pages SET reading = ? WHERE id = ?", reading, page.id)
        return False
