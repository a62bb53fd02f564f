"""Pages from bytes."""

from __future__ import annotations

from typing import NamedTuple

from nutgraf.records.page import Media, Page
from nutgraf.text import digest, stable_id


class Origin(NamedTuple):
    """What a container tells of a page: the place in it, the declared charset, the time of capture in UTC."""

    container: str | None = None
    charset: str | None = None
    captured: str | None = None


NONE = Origin()


def make_page(address: str, path: str | None, media: Media, content: bytes, origin: Origin = NONE) -> Page:
    """Return the page of these bytes at this address; `retrieved` is left to the one who has the clock."""
    address = address.encode("utf-8", "replace").decode()
    return Page(stable_id(address, content), address, path, media, content, digest(content), "", *origin)
