"""What an evaluation of annotation reports: tables of systems, each with its figures, ours beside the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evals.bootstrap import Measured, Table, over
from evals.tables import between, write_markdown, write_plain

Figure = Measured | float
"""A measured figure has an interval, a published one has not; a whole number is a count."""


@dataclass(frozen=True, slots=True)
class Line:
    """One system's figures; only what we measured of ourselves (`ours`) has floors."""

    system: str
    figures: Mapping[str, Figure]
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its name (the key of its floors), what it was measured on, its lines, and what was missed.

    `misses` name ids and offsets, and words for the reader's own machine; they are never written into a document.
    """

    name: str
    what: str
    lines: Sequence[Line]
    notes: Sequence[str] = ()
    misses: Sequence[str] = ()


def precision_recall_f1(sums: Table) -> Table:
    """Return P, R and F1 from sums of right, told and gold in the first three columns: a `Figures` of the bootstrap."""
    right, told, gold = sums[:, 0], sums[:, 1], sums[:, 2]
    columns = (over(right, told), over(right, gold), over(2 * right, told + gold))
    return np.stack(columns, axis=1)


def show_sheet(sheet: Sheet, *, markdown: bool) -> str:
    """Return a table with its name, its notes below."""
    names = list(dict.fromkeys(name for line in sheet.lines for name in line.figures))
    rows = [(line.system, *_cells(line, names)) for line in sheet.lines]
    write = write_markdown if markdown else write_plain
    title = f"**{sheet.name}**: {sheet.what}" if markdown else f"{sheet.name}: {sheet.what}"
    notes = "\n".join(f"- {note}" for note in sheet.notes)
    return "\n\n".join(filter(None, (title, write(("system", *names), rows), notes)))


def _cells(line: Line, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        figure = line.figures.get(name)
        if figure is None:
            yield "-"
        else:
            yield between(figure) if isinstance(figure, Measured) else _bare(figure)


def _bare(figure: float) -> str:
    return f"{figure:,}" if isinstance(figure, int) else f"{figure:.3f}"
