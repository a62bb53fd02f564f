"""The lines of a group of pages as a table: on the terminal, or as Markdown for the docs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from evals.bootstrap import Measured
from evals.extraction.results import Line
from evals.tables import between, signed

HEAD = ("system", "F1 (95 %)", "P", "R", "exact", "title", "author exact (F1)", "day", "ours less theirs, F1", "failed")


def rows_of(lines: Sequence[Line]) -> Iterator[tuple[str, ...]]:
    """Yield a row of cells for each line; a field nobody was asked for is a dash."""
    for line in lines:
        figures = line.figures
        names = _plain(figures.get("author exact"))
        if "author F1" in figures:
            names += f" ({figures['author F1'].value:.3f})"
        yield (
            line.system,
            between(figures["F1"]),
            *(f"{figures[name].value:.3f}" for name in ("P", "R", "exact")),
            _plain(figures.get("title")),
            names,
            _plain(figures.get("day")),
            signed(line.less.get("F1")),
            str(line.failed),
        )


def summary_head(groups: Mapping[str, Sequence[Line]]) -> tuple[str, ...]:
    """Return the head of a table that has a row for each group and a column for each system."""
    return ("pages", *_systems(groups))


def summary_rows(groups: Mapping[str, Sequence[Line]], figure: str, *, mark: bool) -> Iterator[tuple[str, ...]]:
    """Yield one figure of every system for every group where it was asked; `mark` sets the best in bold."""
    for name, lines in groups.items():
        values = {line.system: line.figures[figure].value for line in lines if figure in line.figures}
        shown = {system: f"{value:.3f}" for system, value in values.items()}
        if shown:
            best = max(shown.values())
            bold = {system: f"**{cell}**" if mark and cell == best else cell for system, cell in shown.items()}
            yield (name, *(bold.get(system, "-") for system in _systems(groups)))


def _systems(groups: Mapping[str, Sequence[Line]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.system for lines in groups.values() for line in lines))


def _plain(measured: Measured | None) -> str:
    return "-" if measured is None else f"{measured.value:.3f}"
