"""Pages: the bytes as they were fetched, never changed."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.errors import NotFound
from nutgraf.records.page import Media, Page
from nutgraf.store.database import Database, Row
from nutgraf.store.encoding import pack, storable, unpack

_COLUMNS = "id, address, path, media, content, digest, retrieved, container, charset, captured"
_PLACE = "path, container, charset, captured"


def _page(row: Row) -> Page:
    identity, address, path, media, content, *rest = row
    return Page(identity, address, path, Media(media), unpack(content), *rest)


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
        several files or archives, the first place in sort order is kept, whichever came first.
        """
        place = _place(page)
        known = self._database.row(f"SELECT {_PLACE}, reading FROM pages WHERE id = ?", page.id)
        if known is None:
            self._insert(page, place, reading)
            return True
        if _order(place) < _order(known[:4]):
            # The path, the charset and the time of capture decide what is read, so the articles are made again.
            sql = "UPDATE pages SET path = ?, container = ?, charset = ?, captured = ? WHERE id = ?"
            self._database.write(sql, *place, page.id)
            self._database.write("DELETE FROM extractions WHERE page = ?", page.id)
        if known[4] != reading:
            self._database.write("UPDATE pages SET reading = ? WHERE id = ?", reading, page.id)
        return False

    def _insert(self, page: Page, place: _Place, reading: int) -> None:
        sql = f"INSERT INTO pages (id, address, media, digest, retrieved, reading, size, content, {_PLACE}) "
        told = (page.id, storable(page.address), page.media, page.digest, page.retrieved)
        row = (*told, reading, len(page.content), pack(page.content), *place)
        self._database.write(f"{sql} VALUES ({', '.join('?' * len(row))})", *row)


_Place = tuple[str | None, str | None, str | None, str | None]
"""Where a page lay: path, container, declared charset, time of capture."""


def _place(page: Page) -> _Place:
    path, container, charset, captured = (
        None if words is None else storable(words) for words in (page.path, page.container, page.charset, page.captured)
    )
    return path, container, charset, captured


def _order(place: Row) -> tuple[tuple[bool, str], ...]:
    """Order places as they sort, a missing part last."""
    return tuple((part is None, str(part or "")) for part in place)
