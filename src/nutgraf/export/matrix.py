"""The comparison as a matrix: points down, texts across, in each place a mark and the very words where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from string import ascii_uppercase

from nutgraf.export.dossier import Dossier
from nutgraf.export.findings import apart
from nutgraf.records.article import Article
from nutgraf.records.comparison import Finding, FindingKind, Point, Standing


class Mark(StrEnum):
    """What a text does with a point."""

    SAYS = "says"
    DIFFERS = "differs"
    SILENT = "silent"
    UNSURE = "unsure"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Column:
    """One text: its letters, the outlet to show, and the articles that carry it, the one that speaks for it first.

    `whole` is false where a page gave a part of the text only, so that its silence tells nothing.
    """

    letters: str
    outlet: str
    articles: tuple[str, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a difference: the words, each as they stand, and the letters of the texts that print them."""

    words: str
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a row says below its marks: a finding in which accounts do not say the same, and its sides."""

    finding: Finding
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One point: its number, its origins, a mark for each column, and where the texts differ.

    `family` is the owner of all outlets that print it, where that is one and they are several; else empty.
    """

    number: int
    point: Point
    marks: tuple[Mark, ...]
    differences: tuple[Difference, ...]
    family: str = ""

    @property
    def only_origin(self) -> str:
        """Return the origin that all of it goes back to, empty where there may be several."""
        return self.point.origins[0].name if len(self.point.origins) == 1 else ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rows of points that several accounts make, and of differences that belong to no such point."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    beside: tuple[Difference, ...]
    alone: int


def build_matrix(dossier: Dossier) -> Matrix:
    """Return the matrix of a story; articles that carry one text are one column."""
    columns = _columns(dossier)
    letters = {article: column.letters for column in columns for article in column.articles}
    points = dossier.comparison.points
    shared = [point for point in points if point.standing is not Standing.ONE]
    owners = {point: family.name for family in dossier.comparison.families for point in family.points}
    near: dict[str, set[str]] = {point.id: set() for point in points}
    for coverage in dossier.comparison.coverage:
        for words in coverage.left_out.unsure:
            near[words.point].add(letters[coverage.article])
    rows = tuple(
        _row(Row(number, point, (), (), owners.get(point.id, "")), columns, letters, near[point.id])
        for number, point in enumerate(shared, start=1)
    )
    told = {difference.finding.id for row in rows for difference in row.differences}
    beside = [one for one in _differences(dossier.comparison.findings, letters) if one.finding.id not in told]
    return Matrix(columns, rows, tuple(beside), len(points) - len(shared))


def letters_of(number: int) -> str:
    """Return the letters of a column, counted from 0: A to Z, then AA, AB …"""
    first, last = divmod(number, len(ascii_uppercase))
    return (letters_of(first - 1) if first else "") + ascii_uppercase[last]


def _columns(dossier: Dossier) -> tuple[Column, ...]:
    articles = {account.article.id: account.article for account in dossier.accounts}
    groups = [tuple(key for key in group if key in articles) for group in dossier.copies.groups]
    carried = {key for group in groups for key in group}
    texts = [*(group for group in groups if group), *((key,) for key in articles if key not in carried)]
    ordered = sorted((_first(text, articles) for text in texts), key=lambda text: _arrival(articles[text[0]]))
    return tuple(
        Column(letters_of(number), dossier.outlet(text[0]), text, not articles[text[0]].partial)
        for number, text in enumerate(ordered)
    )


def _first(text: Sequence[str], articles: Mapping[str, Article]) -> tuple[str, ...]:
    """Return the articles of a text, one that was read whole and printed first before the others."""
    return tuple(sorted(text, key=lambda key: (bool(articles[key].partial), _arrival(articles[key]))))


def _arrival(article: Article) -> tuple[bool, str, str]:
    return not article.published.value, article.published.value or "", article.id


def _row(row: Row, columns: Sequence[Column], letters: Mapping[str, str], near: set[str]) -> Row:
    """Return a row with its marks and differences; `near` are the texts with words near a point they may not make."""
    says = {letters[statement.article] for statement in row.point.statements}
    differences = tuple(_differences(row.point.findings, letters))
    otherwise = {one for difference in differences for side in _minor(difference) for one in side.letters}
    marks = tuple(_mark(column, says, otherwise, near) for column in columns)
    return replace(row, marks=marks, differences=differences)


def _mark(column: Column, says: set[str], otherwise: set[str], near: set[str]) -> Mark:
    if column.letters in otherwise:
        return Mark.DIFFERS
    if column.letters in says:
        return Mark.SAYS
    if column.letters in near:
        return Mark.UNSURE
    return Mark.SILENT if column.whole else Mark.UNREAD


def _minor(difference: Difference) -> Sequence[Side]:
    """Return the sides that are not the one most texts take; every side where none has more than another."""
    most = max(len(side.letters) for side in difference.sides)
    largest = [side for side in difference.sides if len(side.letters) == most]
    return [side for side in difference.sides if len(largest) > 1 or side is not largest[0]]


def _differences(findings: Sequence[Finding], letters: Mapping[str, str]) -> Iterator[Difference]:
    """Yield what findings tell in which accounts do not say the same, the weightiest first.

    Those of content are left out: their cells are whole statements, and the marks tell as much.
    """
    for finding in apart(findings):
        if finding.kind is not FindingKind.CONTENT:
            yield Difference(finding, _sides(finding, letters))


def _sides(finding: Finding, letters: Mapping[str, str]) -> tuple[Side, ...]:
    """Return the sides of a finding: cells of one value are one, in the words of the first that prints it."""
    sides: dict[str, tuple[str, list[str]]] = {}
    for cell in finding.cells:
        _, found = sides.setdefault(cell.value or cell.words, (cell.words, []))
        letter = letters[cell.article]
        if letter not in found:
            found.append(letter)
    return tuple(Side(words, tuple(sorted(found, key=lambda one: (len(one), one)))) for words, found in sides.values())
