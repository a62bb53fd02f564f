"""The written result, every line of it with its evidence."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.records.article import Span


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a brief: words taken from `evidence[0]`, all spans that carry them, and the outlets behind those.

    `note` is the program's own remark beside the words (how many origins, what the date rests on), never part of them.
    """

    words: str
    evidence: tuple[Span, ...]
    outlets: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One of who, what, when, where, why, with the lines that answer it; none means not found in the texts read."""

    question: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A story's brief; points, findings, quotes, figures and timeline are read from the comparison beside it.

    `unknown` are the lines in which the accounts themselves say that something is not known; `remarks` are the
    program's own words about what no text read tells ("No text read says why.").
    """

    story: str
    headline: Line
    nut_graf: Line | None
    answers: tuple[Answer, ...]
    points: tuple[Line, ...]
    unknown: tuple[Line, ...]
    remarks: tuple[str, ...]
    made_by: str
