"""Addresses that lists and sitemaps hold, as the JSON export shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from nutgraf.export.article_contract import said
from nutgraf.records.article import Link


@dataclass(frozen=True, slots=True)
class LinkOut:
    """An address that a list names without its text."""

    page: Annotated[str, said("Id of the page that is the list.")]
    list: Annotated[str, said("File or address of the list.")]
    address: Annotated[str, said("The address.")]
    title: Annotated[str | None, said("What the list calls it.")]
    kind: Annotated[str, said("feed, page or sitemap.")]
    modified: Annotated[str | None, said("When it was last changed, as the list tells it, in ISO 8601.")]


def export_link(page: str, place: str, link: Link) -> LinkOut:
    """Return a link in the shape of the export."""
    return LinkOut(page, place, link.address, link.title, link.kind, link.modified)
