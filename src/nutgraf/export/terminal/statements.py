"""Statements on a terminal: the words, their place, and whom they rest on."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from nutgraf.export.terminal.pieces import grid, place, words
from nutgraf.records.comparison import Statement

OUTLET = 18
"""Width of the column of outlets."""


def statements_table(statements: Sequence[Statement]) -> Table:
    """Return statements with their outlets, places and whom they rest on."""
    table = grid(OUTLET, None)
    for statement in statements:
        table.add_row(words(statement.outlet, "cyan"), statement_line(statement))
    return table


def statement_line(statement: Statement) -> Text:
    """Return the words of a statement with their place and whom they rest on."""
    said = words(statement.words).append("  ").append_text(place(statement.span))
    rests = statement.attribution
    if rests.kind.value == "own":
        return said.append(" · own voice", style="dim")
    via = f", through {rests.via}" if rests.via else ""
    kind = f"{rests.kind.value} ({rests.sort.value})" if rests.sort else rests.kind.value
    return said.append(" · ", style="dim").append_text(words(f"{kind}: {rests.source}{via}", "dim"))
