"""The addresses that lists and sitemaps hold."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text

from nutgraf.export.links import LinkOut
from nutgraf.export.terminal.pieces import grid, note, plural, stack, words

NO_LINKS = "No lists yet. Read an OPML file or a sitemap: nutgraf read FILE"


def links_list(links: Sequence[LinkOut]) -> RenderableType:
    """Return the addresses, list by list."""
    if not links:
        return Text(NO_LINKS)
    parts: list[RenderableType] = []
    for place, group in groupby(links, key=lambda link: link.list):
        rows = list(group)
        parts += [words(place, "bold"), note(plural(len(rows), "address", "addresses"), 0)]
        table = grid(8, None)
        for link in rows:
            table.add_row(Text(link.kind, style="cyan"), words(link.address))
            told = " · ".join(part for part in (link.title, link.modified) if part)
            if told:
                table.add_row("", words(told, "dim"))
        parts.append(table)
    return stack(*parts)
