"""Paragraphs that a saved page or a mail breaks at a fixed width, put together again."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace

from nutgraf.extract.lines import Line, Run

_NARROWEST, _WIDEST = 45, 92
"""No mail or saved page is wrapped wider; prose in longer lines is not wrapped."""
_LEAST = 4
"""So many lines at least run on into the next before a page counts as wrapped."""
_SHARE = 0.75
_SLACK = 3


def join_wrapped(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines with wrapped paragraphs in one line each; every other page as it is."""
    width = _width(lines)
    if width is None:
        return lines
    joined: list[list[Line]] = []
    for line in lines:
        if joined and _runs_on(joined[-1][-1], line, width):
            joined[-1].append(line)
        else:
            joined.append([line])
    return tuple(group[0] if len(group) == 1 else _one(group) for group in joined)


def _width(lines: tuple[Line, ...]) -> int | None:
    """The width that a page is wrapped at: that of most lines whose next line's first word would not have fitted."""
    pairs = [(one, two) for one, two in itertools.pairwise(lines) if _may_run_on(one, two)]
    votes: Counter[int] = Counter()
    for one, two in pairs:
        room = len(one.words) + 1 + len(_first_word(two))
        votes.update(range(max(_NARROWEST, len(one.words)), min(_WIDEST + 1, room)))
    if not votes:
        return None
    width = max(votes, key=lambda size: (votes[size], -size))
    long = [(one, two) for one, two in pairs if len(one.words) > width * 0.6]
    full = [two for one, two in long if len(one.words) <= width and _is_full(one, two, width)]
    small = sum(two.words[0].islower() for two in full)
    fits = len(full) >= _LEAST and len(full) >= _SHARE * len(long) and small * 4 >= len(full)
    return width if fits else None


def _may_run_on(line: Line, below: Line) -> bool:
    if below.gap or below.tag or line.tag[:1] == "h" or " " not in line.words:
        return False
    return not below.words.startswith(("[", ">", "|")) and "://" not in below.words


def _first_word(line: Line) -> str:
    return line.words.split(maxsplit=1)[0]


def _is_full(line: Line, below: Line, width: int) -> bool:
    return len(line.words) + 1 + len(_first_word(below)) > width


def _runs_on(line: Line, below: Line, width: int) -> bool:
    if not _may_run_on(line, below) or not width * 0.5 <= len(line.words) <= width + _SLACK:
        return False
    return _is_full(line, below, width) or (len(line.words) > width * 0.8 and below.words[0].islower())


def _one(group: list[Line]) -> Line:
    runs: list[Run] = []
    length = 0
    for line in group:
        shift = length + (1 if length else 0)
        runs.extend(replace(run, start=run.start + shift, end=run.end + shift) for run in line.runs)
        length = shift + len(line.words)
    words = " ".join(line.words for line in group)
    return replace(group[0], words=words, end=group[-1].end, runs=tuple(runs))
