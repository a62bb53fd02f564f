"""The pieces of a PDF's pages in the order in which a person reads them, and what runs along every page."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from nutgraf.extract.pdf_lines import Printed

_DIGITS = re.compile(r"\d+")
_EDGE = 3
"""Running heads and feet are among so many of the topmost and of the lowest lines of a page."""
_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|p\.|seite|página|strona)\s*)?\d{1,4}(?:\s*(?:/|of|von|de|sur|z)\s*\d{1,4})?[\W_]*", re.IGNORECASE
)
_MARGIN = 0.12
"""Heads and feet stand in this share of the height at the top or at the bottom."""
_ROWS = 5
_WIDE = 0.25
_FULL = 0.55


def reading_order(pieces: Sequence[Printed]) -> list[Printed]:
    """Return the pieces of one page column by column where the file gives them row by row, else as the file does.

    Most programs write one column after the other (measured: Chromium, ReportLab, fpdf2), and then the file's own
    order is right even round boxes and pictures.
    """
    if not pieces or not _by_rows(pieces):
        return list(pieces)
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    width = max(right - left, 1.0)
    ordered: list[Printed] = []
    band: list[Printed] = []
    for piece in sorted(pieces, key=lambda one: (-one.base, one.left)):
        if piece.width > _FULL * width:
            ordered += [*_columns(band), piece]
            band = []
        else:
            band.append(piece)
    return [*ordered, *_columns(band)]


def _by_rows(pieces: Sequence[Printed]) -> bool:
    """Several pairs of broad pieces follow one another on one line: prose in columns, not the cells of a table."""
    broad = _WIDE * max(piece.right for piece in pieces)
    pairs = sum(
        abs(one.base - two.base) < one.size * 0.5 and two.left > one.right and min(one.width, two.width) > broad
        for one, two in itertools.pairwise(pieces)
    )
    return pairs >= _ROWS


def _columns(band: list[Printed]) -> list[Printed]:
    """The pieces between two lines of full width: a column is what overlaps from the left, one after the other."""
    columns: list[list[Printed]] = []
    edges: list[float] = []
    for piece in sorted(band, key=lambda one: one.left):
        if edges and piece.left < edges[-1]:
            columns[-1].append(piece)
            edges[-1] = max(edges[-1], min(piece.right, columns[-1][0].right))
        else:
            columns.append([piece])
            edges.append(piece.right)
    return [piece for column in columns for piece in sorted(column, key=lambda one: (-one.base, one.left))]


def running_lines(pages: Sequence[Sequence[Printed]]) -> set[Printed]:
    """Return heads, feet and page numbers: lines at the edge of a page that stand on most others, digits apart."""
    bases = [piece.base for page in pages for piece in page]
    margin = _MARGIN * (max(bases) - min(bases)) if bases else 0.0
    within = (min(bases, default=0.0) + margin, max(bases, default=0.0) - margin)
    edges = [_edge(page, within) for page in pages]
    numbers = {piece for edge in edges for piece in edge if _NUMBER.fullmatch(piece.words)}
    if len(pages) < 2:
        return numbers
    counts = Counter(key for edge in edges for key in {_key(piece) for piece in edge})
    least = max(2, len(pages) // 2)
    return numbers | {piece for edge in edges for piece in edge if counts[_key(piece)] >= least}


def _edge(page: Sequence[Printed], within: tuple[float, float]) -> list[Printed]:
    bases = sorted({round(piece.base) for piece in page})
    outer = {*bases[:_EDGE], *bases[-_EDGE:]}
    return [piece for piece in page if round(piece.base) in outer and not within[0] < piece.base < within[1]]


def _key(piece: Printed) -> tuple[str, int]:
    """What is the same on every page: the words without digits, and the height where it stands."""
    return _DIGITS.sub("#", piece.words), round(piece.base / 4)
