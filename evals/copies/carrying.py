"""What an article is told to have from others, against what is known of it by construction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from evals.annotation.report import Line, Sheet
from evals.bootstrap import Table, measure, over
from evals.copies.heads import AGENCY, Telling
from evals.copies.made import COPIED, ONE_TEXT, Made
from evals.copies.pools import Case, Pool
from evals.copies.told import Told
from nutgraf.text import words

CLOSE = 0.05
"""A share is told well where it is so near to the true one."""

_SHARES, _ALL, _ORIGINAL, _WRONG, _GROUPS, _NAMED, _CREDITED = slice(0, 4), 4, 5, 6, 7, 8, 9
"""Columns: shares right and the three errors, over how many; originals right and wrong, over how many; agencies named,
over how many."""
_COLUMNS = 10
_FIGURES = {
    "shares right": (0, _ALL),
    "copied: error": (1, _ALL),
    "shared: error": (2, _ALL),
    "own: error": (3, _ALL),
    "original right": (_ORIGINAL, _GROUPS),
    "wrong": (_WRONG, _GROUPS),
    "agency named": (_NAMED, _CREDITED),
}
_NOTES = (
    f"Shares right: all three within {CLOSE} of the truth. Errors are means of the absolute difference.",
    "Original: of those that carry one text and were told; where nothing tells, to name nobody is right.",
    "Agency named: where both credit an agency whose page is not there.",
)


@dataclass(frozen=True, slots=True)
class Shares:
    """Of an article's words: what it has from others, what others have too with nobody known as first, its own."""

    copied: float
    shared: float
    own: float


ALONE = Shares(0.0, 0.0, 1.0)
"""What is said of an article of which no copy was found."""


def carrying_sheet(name: str, what: str, pools: Sequence[Pool], told: Sequence[Told]) -> Sheet:
    """Return how far the shares are from the truth, for copies and for what they were made of, original known or not.

    Pairs whose original may be told by their length alone are left out: there two answers are right.
    """
    rows: dict[str, dict[str, Table]] = {}
    for pool, said in zip(pools, told, strict=False):
        for case in pool.cases:
            if case.right <= COPIED and not case.by_length:
                for line, row in judge_carried(pool, case, said):
                    by_base = rows.setdefault(line, {})
                    by_base[case.base] = by_base.get(case.base, np.zeros(_COLUMNS)) + row
    tables = {line: np.array([rows[line][base] for base in sorted(rows[line])]) for line in sorted(rows)}
    return Sheet(name, what, [_line(line, table) for line, table in tables.items()], _NOTES)


def judge_carried(pool: Pool, case: Case, told: Told) -> Iterator[tuple[str, Table]]:
    """Yield for the copy and for its base the name of its line and what it adds to it."""
    tells = "original known" if case.original else "original not known"
    for role, identity, other in (("copies", case.version, case.base), ("their bases", case.base, case.version)):
        found = told.carried.get(identity)
        said = Shares(found.copied, found.shared, found.own) if found else ALONE
        true = true_shares(pool.made[identity], pool.made[other], case.original)
        errors = [abs(getattr(said, part) - getattr(true, part)) for part in ("copied", "shared", "own")]
        row = np.zeros(_COLUMNS)
        row[_SHARES], row[_ALL] = (max(errors) <= CLOSE, *errors), 1
        if found is not None and case.right <= ONE_TEXT:
            row[_ORIGINAL], row[_GROUPS] = found.original == case.original, 1
            row[_WRONG] = found.original not in (None, case.original)
            if case.telling is Telling.THIRD:
                row[_NAMED], row[_CREDITED] = found.origin == AGENCY, 1
        yield f"{role}, {tells}", row


def true_shares(made: Made, other: Made, original: str | None) -> Shares:
    """Return the shares of an article by whose sentences its own are, changed or not."""
    if made.article.id == original:
        return ALONE
    keys = {(piece.base, piece.number) for piece in other.sentences if piece.number >= 0}
    placed = zip(made.sentences, made.spans, strict=True)
    text = made.article.text
    theirs = sum(_count(text, *place) for piece, place in placed if (piece.base, piece.number) in keys)
    part = theirs / _count(text, 0, len(text))
    return Shares(part, 0.0, 1 - part) if original else Shares(0.0, part, 1 - part)


def _count(text: str, start: int, end: int) -> int:
    return sum(1 for _ in words(text, start, end))


def _line(name: str, table: Table) -> Line:
    parts, wholes = ([columns[at] for columns in _FIGURES.values()] for at in (0, 1))
    figures = measure(table, lambda sums: over(sums[:, parts], sums[:, wholes]))
    asked = table.sum(axis=0)
    told = zip(_FIGURES.items(), figures, strict=True)
    return Line(name, {each: figure for (each, (_, whole)), figure in told if asked[whole]}, ours=True)
