"""Lines: words of an account with every span that carries them."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.records.article import Span
from nutgraf.records.brief import Line
from nutgraf.records.comparison import Point, Statement
from nutgraf.text import between


def line_of_statement(statement: Statement, others: Sequence[Statement] = (), note: str = "") -> Line:
    """Return a line with a statement's own words; the other statements of its point stand behind it."""
    spans: list[Span] = [statement.span]
    spans += [other.span for other in others if other.span != statement.span]
    outlets = list(dict.fromkeys([statement.outlet, *(other.outlet for other in others)]))
    return Line(statement.words, tuple(spans), tuple(outlets), note)


def line_of_point(point: Point) -> Line:
    """Return the line of a point: its clearest words, everyone who says it, and how many origins that makes."""
    clearest = clearest_statement(point)
    return line_of_statement(clearest, point.statements, count_origins(point))


def clearest_statement(point: Point) -> Statement:
    """Return the statement whose words the point shows."""
    return next(statement for statement in point.statements if statement.span == point.span)


def count_origins(point: Point) -> str:
    """Say how many independent origins a point has, from the fewest to the most."""
    if len(point.origins) == 1:
        return f"one origin: {point.origins[0].name}"
    return between(point.fewest, len(point.origins), "independent origin")
