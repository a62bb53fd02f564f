"""How many bytes of a page are taken, by what it is."""

from __future__ import annotations

from nutgraf.records.page import Media

PAGE_CAP = 5_000_000
"""Bytes of one page after unpacking; what is larger is cut there and said to be."""
LONGER = {Media.FEED: 10_000_000, Media.LISTING: 10_000_000, Media.PDF: 20_000_000}
"""Media that are larger than pages are."""
MOST = max(PAGE_CAP, *LONGER.values())


def cap_of(media: Media) -> int:
    """Return the most bytes that are taken of a page."""
    return LONGER.get(media, PAGE_CAP)


def over_cap(media: Media, size: int) -> str | None:
    """Return why so many bytes cannot be taken at all: what is cut of a PDF is no PDF."""
    if media is Media.PDF and size > cap_of(media):
        return f"a PDF of more than {cap_of(media)} bytes (the cap)"
    return None
