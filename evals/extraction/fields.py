"""Title, authors and day against the gold: missing is wrong, and only pages with a gold value count."""

from __future__ import annotations

import re

from evals.extraction.cases import Case, Told

FIELDS = ("title", "author exact", "author F1", "day")

_NOT_WORD = re.compile(r"\W+")


def fold_words(text: str) -> str:
    """Return a text in lower case with every run of other signs folded to one space."""
    return _NOT_WORD.sub(" ", text.lower()).strip()


def fold_names(names: tuple[str, ...]) -> frozenset[str]:
    """Return a set of names, folded."""
    return frozenset(folded for name in names if (folded := fold_words(name)))


def field_row(field: str, case: Case, told: Told) -> tuple[float, float]:
    """Return what a page adds to a field: how right it is, and one; two noughts where there is no gold value."""
    if field == "title":
        return _judge(bool(case.title), fold_words(case.title or "") == fold_words(told.title or ""))
    if field == "day":
        return _judge(bool(case.day), case.day == told.day)
    gold, names = fold_names(case.authors), fold_names(told.authors)
    if field == "author exact":
        return _judge(bool(gold), gold == names)
    return _judge(bool(gold), 2 * len(gold & names) / (len(gold) + len(names)) if gold else 0.0)


def tells(field: str, told: Told) -> bool:
    """Tell whether a system has anything to say about a field."""
    return bool({"title": told.title, "day": told.day}.get(field, told.authors))


def _judge(asked: bool, right: float) -> tuple[float, float]:
    return (float(right), 1.0) if asked else (0.0, 0.0)
