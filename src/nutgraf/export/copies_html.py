"""Two articles of a pair side by side as a self-contained web page, every word a slice of a frozen text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from nutgraf.export.copies import CopiesView
from nutgraf.export.page_template import page_template, template_file
from nutgraf.export.printable import printable
from nutgraf.export.side_by_side import MEANINGS, Cell
from nutgraf.records.article import Article
from nutgraf.text import percent

CLASSES = {"▌": "whole", "~": "changed", "≈": "part", "+": "added", "−": "dropped", " ": "own"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence with its mark, its class, the number of its move, and its words in stretches, shared or not."""

    mark: str
    name: str
    moved: int
    parts: tuple[tuple[str, bool], ...]


def copies_html(view: CopiesView) -> bytes:
    """Return the page as UTF-8; all words of sources are escaped, and no part of them becomes markup or a link."""
    beside = view.beside
    page = page_template("copies.html.j2").render(
        view=view,
        carried=view.copies.carried,
        originals={each.original for each in view.copies.carried},
        pairs=(*view.copies.pairs, *view.copies.reuse),
        percent=percent,
        beside=beside,
        rows=[
            (_shown(row.left, beside.article), row.left_cut, _shown(row.right, beside.other), row.right_cut)
            for row in beside.rows
        ]
        if beside
        else [],
        meanings=MEANINGS,
        style=Markup(template_file("brief.css") + template_file("copies.css")),  # our own files, not a word of a page
    )
    return page.encode()


def _shown(cell: Cell | None, article: Article) -> Shown | None:
    if cell is None:
        return None
    return Shown(cell.mark, CLASSES[cell.mark], cell.moved, tuple(_parts(cell, printable(article.text))))


def _parts(cell: Cell, text: str) -> Iterator[tuple[str, bool]]:
    """Yield a sentence in stretches that stand in the other text and such that do not."""
    at = cell.start
    for start, end in sorted(cell.shared):
        if start > at:
            yield text[at:start], False
        if end > max(start, at):
            yield text[max(start, at) : end], True
        at = max(at, end)
    if at < cell.end:
        yield text[at : cell.end], False
