"""Lines that a text prints twice: pull quotes, which stand beside a text and are not of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from nutgraf.extract.sorting import Marked, Sorter
from nutgraf.records.article import Role
from nutgraf.text import fold

_LEAST_LETTERS, _LONGEST = 24, 320
_LEAST_WORDS = 5
_MOST_LINES = 200
"""So many short lines of one text are looked up at most: each costs one search through the text."""
_MARKS = " \"'.,;:!?…-"


def set_aside_repeats(sorter: Sorter) -> None:
    """Mark body lines whose words stand in a longer paragraph of the same text as decks."""
    drafts: defaultdict[int, list[int]] = defaultdict(list)
    for at, mark in enumerate(sorter.marks):
        if mark.draft is not None and mark.role in (Role.BODY, Role.BLOCKQUOTE):
            drafts[mark.draft].append(at)
    for lines in drafts.values():
        for at in _repeats(sorter.marks, lines):
            sorter.marks[at] = replace(sorter.marks[at], role=Role.DECK)


def _repeats(marks: list[Marked], lines: list[int]) -> list[int]:
    keys = {at: fold(marks[at].line.words).strip(_MARKS) for at in lines}
    sized = [at for at in lines if _LEAST_LETTERS <= len(keys[at]) <= _LONGEST]
    short = [at for at in sized if len(keys[at].split()) >= _LEAST_WORDS]
    if len(short) > _MOST_LINES:
        return []
    whole = "\n".join(keys.values())
    again = [at for at in short if whole.count(keys[at]) > 1]
    return [at for at in again if any(len(key) > len(keys[at]) and keys[at] in key for key in keys.values())]
