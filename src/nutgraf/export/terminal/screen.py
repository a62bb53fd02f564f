"""Pages on their way out: in colour on a terminal, plain text otherwise."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console, RenderableType

from nutgraf.export.output import write_out
from nutgraf.export.terminal.pieces import render

WIDTH = 100
"""Columns of a page that is written to a text file."""


def show_page(page: RenderableType, *, wrap: bool = True, out: Path | None = None) -> None:
    """Print a page, or write it as plain text to a file; without `wrap` each line of that is as long as it is."""
    if out is not None:
        return write_out([render(page, WIDTH, wrap=wrap).encode()], out)
    console = Console(highlight=False)
    if console.is_terminal:
        return console.print(page)
    return write_out([render(page, console.width, wrap=wrap).encode()], None)
