"""The labels of pages that hold several articles: what a careful reader finds on each."""

from __future__ import annotations

from pathlib import Path

import msgspec

from nutgraf.records.page import Media, Page
from nutgraf.text import digest, stable_id


class GoldArticle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One article or entry; a field without a value is not printed, or is the page's own."""

    title: str | None
    outlet: str | None
    byline: str | None
    time: str | None
    paragraphs: tuple[str, ...]


class GoldPage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One page: its articles in order, the titles of its teasers, and lines that are in no article's text."""

    kind: str
    articles: tuple[GoldArticle, ...]
    teasers: tuple[str, ...]
    not_body: tuple[str, ...]
    note: str = ""


def read_folder(folder: Path, suffixes: tuple[str, ...]) -> list[tuple[str, Page, GoldPage]]:
    """Return the pages of a folder with their labels, in the order of their names."""
    pages = sorted(path for path in (folder / "pages").iterdir() if path.suffix in suffixes)
    return [(path.name, read_page(path), _read_gold(folder / "gold" / f"{path.stem}.json")) for path in pages]


def read_page(path: Path) -> Page:
    """Return a file as a page; when it was fetched is not told."""
    content = path.read_bytes()
    media = Media.TEXT if path.suffix == ".txt" else Media.HTML
    address = f"file:///{path.name}"
    return Page(stable_id(address, content), address, path.name, media, content, digest(content), "")


def _read_gold(path: Path) -> GoldPage:
    return msgspec.json.decode(path.read_bytes(), type=GoldPage)
