"""The doctor's page."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from nutgraf.export.terminal.pieces import grid, heading, indented, stack, words

Section = tuple[str, tuple[tuple[str, str], ...]]
"""A heading and (name, value) pairs."""


def health_page(sections: Sequence[Section], advice: Sequence[str]) -> RenderableType:
    """Return the sections under their headings, then what to do."""
    parts: list[RenderableType] = []
    for title, rows in sections:
        table = grid(22, None)
        for name, value in rows:
            table.add_row(words(name), words(value, "bold"))
        parts += [heading(title), indented(table)]
    return stack(*parts, heading("What to do"), *(indented(words(line)) for line in advice), Text())
