"""Pages on their way out: in colour on a terminal, plain text otherwise."""

from __future__ import annotations

from rich.console import Console, RenderableType

from nutgraf.export.output import write_out
from nutgraf.export.terminal.pieces import render


def show_page(page: RenderableType, *, wrap: bool = True) -> None:
    """Print a page; without `wrap` each line of plain text is as long as it is."""
    console = Console(highlight=False)
    if console.is_terminal:
        console.print(page)
    else:
        write_out([render(page, console.width, wrap=wrap).encode()], None)
