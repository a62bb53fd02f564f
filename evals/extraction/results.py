"""From what systems tell to figures: for each group of pages, each system, body and fields with their intervals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evals.bootstrap import Figures, Measured, compare, measure, share
from evals.extraction.bodies import SCORERS, Table
from evals.extraction.cases import NOTHING, Body, Case, Told
from evals.extraction.fields import FIELDS, field_row, tells

BODY_FIGURES = ("P", "R", "F1", "exact")

Answers = Mapping[str, Told]


@dataclass(frozen=True, slots=True)
class Line:
    """One system on one group of pages.

    `less` holds, by figure, how much lower the system is than ours on the same draws (ours less theirs).
    """

    system: str
    figures: Mapping[str, Measured]
    asked: Mapping[str, int]
    less: Mapping[str, Measured]
    failed: int


@dataclass(frozen=True, slots=True)
class Group:
    """Pages that are scored together: their name, their places among the cases, and the kind where it is an odd one."""

    name: str
    places: tuple[int, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """What each page adds to some figures, what the sums mean, and what the figures are called."""

    rows: Table
    figures: Figures
    names: tuple[str, ...]

    def over(self, places: Sequence[int]) -> Column:
        """Return the column over some of the pages."""
        return Column(self.rows[list(places)], self.figures, self.names)

    @property
    def asked(self) -> int:
        """How many pages have a gold value."""
        return len(self.rows) if self.names == BODY_FIGURES else int(self.rows[:, 1].sum())


def groups_of(cases: Sequence[Case]) -> Iterator[Group]:
    """Yield all pages, or where a benchmark has parts and kinds: each part's articles, its whole, and its kinds.

    No set of pages comes twice: of one part or one kind alone there are fewer groups.
    """
    seen: set[tuple[int, ...]] = {()}
    for name, part, kind in _group_names(cases):
        places = tuple(at for at, case in enumerate(cases) if part in ("", case.part) and kind in ("", case.kind))
        if places not in seen:
            seen.add(places)
            yield Group(name, places, kind.replace("article", ""))


def _group_names(cases: Sequence[Case]) -> Iterator[tuple[str, str, str]]:
    """Yield name, part and kind of every group; an empty part or kind is any."""
    parts = sorted({case.part for case in cases} - {""}, reverse=True)
    if not parts:
        yield "all pages", "", ""
        return
    kinds = {case.kind for case in cases}
    for part in (*parts, ""):
        yield f"{part or 'both parts'}, articles", part, "article"
        if len(kinds) > 1:
            yield f"{part or 'both parts'}, all kinds", part, ""
    for kind in sorted(kinds - {"article"}):
        yield from ((f"{part}, {kind}", part, kind) for part in parts)


def score_answers(cases: Sequence[Case], body: Body, answers: Answers) -> dict[str, Column]:
    """Return what every page adds to every figure of one system; a field that it never tells is left out."""
    told = [answers.get(case.id, NOTHING) for case in cases]
    scorer = SCORERS[body]
    rows = np.array([scorer.row(case, answer) for case, answer in zip(cases, told, strict=True)])
    columns = {"body": Column(rows, scorer.figures, BODY_FIGURES)}
    for field in FIELDS:
        if any(tells(field, answer) for answer in told):
            rows = np.array([field_row(field, case, answer) for case, answer in zip(cases, told, strict=True)])
            columns[field] = Column(rows, share, (field,))
    return columns


def measure_group(
    group: Group,
    cases: Sequence[Case],
    columns: Mapping[str, Mapping[str, Column]],
    systems: Mapping[str, Answers],
    ours: str,
) -> list[Line]:
    """Return a line for each system, compared with ours where ours is among them."""
    over = {
        name: {part: column.over(group.places) for part, column in whole.items()} for name, whole in columns.items()
    }
    inside = [cases[place].id for place in group.places]
    return [
        _line(
            name,
            over[name],
            over.get(ours, {}) if name != ours else {},
            sum(systems[name].get(page, NOTHING).failed is not None for page in inside),
        )
        for name in systems
    ]


def _line(name: str, columns: Mapping[str, Column], ours: Mapping[str, Column], failed: int) -> Line:
    """Return the figures of a system on a group, and how much lower they are than ours; fields without gold are out."""
    figures: dict[str, Measured] = {}
    less: dict[str, Measured] = {}
    asked: dict[str, int] = {}
    for part, column in columns.items():
        if not column.asked:
            continue
        figures.update(zip(column.names, measure(column.rows, column.figures), strict=True))
        asked.update(dict.fromkeys(column.names, column.asked))
        if part in ours:
            less.update(zip(column.names, compare(ours[part].rows, column.rows, column.figures), strict=True))
    return Line(name, figures, asked, less, failed)
