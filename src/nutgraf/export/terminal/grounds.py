"""The grounds of a row of the matrix, or of one text in it: each statement, whom it rests on, what it goes back to."""

from __future__ import annotations

import re

from rich.console import RenderableType

from nutgraf.errors import NotFound
from nutgraf.export.dossier import Dossier
from nutgraf.export.findings import APART, apart
from nutgraf.export.matrix import Column, Mark, Matrix, Row, build_matrix
from nutgraf.export.terminal.comparison import finding_block
from nutgraf.export.terminal.pieces import heading, indented, note, plural, stack, words
from nutgraf.export.terminal.statements import statements_table
from nutgraf.records.comparison import Statement
from nutgraf.text import between

_PLACE = re.compile(r"(\d+)([A-Za-z]*)")

NOTHING = {
    Mark.SILENT: "It was read whole and says nothing of this, as far as its words show.",
    Mark.UNSURE: "It was not found to say this; these words of it come near.",
    Mark.UNREAD: "Its page gave a part of the text only, so that its silence tells nothing.",
    Mark.DIFFERS: "It says nothing of this itself; what differs stands in another row too.",
    Mark.SAYS: "",
}


def grounds_page(dossier: Dossier, place: str) -> RenderableType:
    """Return the grounds of a place such as "3" (a row) or "3B" (one text in it); others raise `NotFound`."""
    matrix = build_matrix(dossier)
    row, column = find_place(matrix, place)
    point = row.point
    chosen = set(column.articles if column else (article for one in matrix.columns for article in one.articles))
    statements = [statement for statement in point.statements if statement.article in chosen]
    origins = [origin for origin in point.origins if chosen & set(origin.articles)]
    findings = [finding for finding in point.findings if any(cell.article in chosen for cell in finding.cells)]
    alike = [finding for finding in findings if finding.verdict not in APART]
    mark = row.marks[matrix.columns.index(column)] if column else Mark.SAYS
    return stack(
        words(f"{row.number}{column.letters if column else ''}  {point.words}", "bold"),
        note(f"{column.outlet}, {plural(len(column.articles), 'article')}") if column else None,
        heading("Where it is said"),
        indented(statements_table(statements)) if statements else note(NOTHING[mark]),
        indented(statements_table(near_statements(dossier, point.id, chosen))) if mark is Mark.UNSURE else None,
        heading(f"What that goes back to: {_counted(row, column, len(origins))}") if origins else None,
        *(note(f"{origin.name}: {origin.reason}") for origin in origins),
        None if column else note(_bounds(row)),
        heading("What comparing it gave") if findings else None,
        *(indented(finding_block(finding)) for finding in [*apart(findings), *alike]),
    )


def _counted(row: Row, column: Column | None, here: int) -> str:
    return plural(here, "origin") if column else between(row.point.fewest, here, "independent origin")


def near_statements(dossier: Dossier, point: str, articles: set[str]) -> list[Statement]:
    """Return the statements of these articles that come near a point which they were not found to make."""
    coverage = (each for each in dossier.comparison.coverage if each.article in articles)
    spans = {near.span for each in coverage for near in each.left_out.unsure if near.point == point}
    told = (one for each in dossier.comparison.points for one in each.statements)
    return [one for one in told if one.span in spans]


def _bounds(row: Row) -> str:
    """Return what the fewest and the most origins of a row rest on."""
    fewest, most = row.point.fewest, len(row.point.origins)
    owner = f" All outlets that say it so belong to one owner, {row.family}." if row.family else ""
    if most == 1:
        return f"One origin, however many print it: all that is said here goes back to {row.only_origin}.{owner}"
    if fewest == most:
        return f"Each of the {most} is surely another than the others.{owner}"
    return (
        f"At the most {most}, if each knows it by itself. At the fewest {fewest}: only people and cited outlets are "
        "surely different; a body, a paper, an unnamed source or an outlet's own word may rest on another one here."
        f"{owner}"
    )


def find_place(matrix: Matrix, place: str) -> tuple[Row, Column | None]:
    """Return the row and the column that "3B" names; `NotFound` says what there is."""
    told = _PLACE.fullmatch(place.strip())
    rows = {row.number: row for row in matrix.rows}
    columns = {column.letters: column for column in matrix.columns}
    if not told or int(told[1]) not in rows:
        there = f"1 to {len(rows)}" if rows else "none"
        raise NotFound(
            f"There is no row {place!r} in this comparison. Its rows are: {there}; a place in one is such as 1A."
        )
    letters = told[2].upper()
    if letters and letters not in columns:
        raise NotFound(f"There is no text {letters} in this comparison. Its texts are: {', '.join(columns)}.")
    return rows[int(told[1])], columns.get(letters)
