"""Heads that stand in the first line of a text: the hour of an entry, or a title set before the text as in print.

"18:40 The gate is open." and "Ferry fares. The council ..." hold a time and a title. Where most texts of a page begin
so, the line is parted there; a single one is left whole: a sentence may begin with an hour, a text with a short one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from nutgraf.extract.lines import Line
from nutgraf.extract.marks import find_dateline
from nutgraf.extract.roles import Told
from nutgraf.records.article import Role

_CLOCK = re.compile(
    r"\[?(?P<head>(?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?[ap]\.?m\b\.?| ?uhr\b)?)\]?(?: ?[–—|:-])? +(?=\S)", re.IGNORECASE
)
_TITLE = re.compile(r"(?P<head>[^\W\d_][^.!?:–—]{2,60}(?:[.]| ?[?!]|(?=:)))(?::)? +(?=[\"“«„¿¡‘'A-ZÀ-Þ0-9])")
_LONGEST_TITLE, _SHORTEST_LAST, _LEAST_REST = 8, 4, 40
_CLOCKS, _TITLES = 2, 3
"""So many texts of a page begin so at least."""


@dataclass(frozen=True, slots=True)
class HeadCut:
    """What the head of a line is, where it ends, and where the text after it begins."""

    role: Role
    head: tuple[int, int]
    rest: int


def cut_heads(lines: tuple[Line, ...], told: tuple[Told, ...]) -> dict[int, HeadCut]:
    """Return for each line that begins a text and holds its head where to part it."""
    firsts = [at for at, one in enumerate(told) if one.begins and one.label == "body"]
    begins = sum(one.begins for one in told)
    for role, find, least, share in ((Role.TIME, _clocked, _CLOCKS, 0.5), (Role.TITLE, _titled, _TITLES, 0.75)):
        cuts = _cuts(lines, firsts, role, find)
        if len(cuts) >= least and len(cuts) >= share * begins:
            return cuts
    return {}


def _cuts(
    lines: tuple[Line, ...], firsts: list[int], role: Role, find: Callable[[str], re.Match[str] | None]
) -> dict[int, HeadCut]:
    found = {at: find(lines[at].words) for at in firsts}
    return {
        at: HeadCut(role, match.span("head"), match.end())
        for at, match in found.items()
        if match is not None and lines[at].fits(match.end("head")) and lines[at].fits(match.end())
    }


def _clocked(words: str) -> re.Match[str] | None:
    return _CLOCK.match(words)


def _titled(words: str) -> re.Match[str] | None:
    match = _TITLE.match(words)
    if match is None or len(words) - match.end() < _LEAST_REST or find_dateline(words) is not None:
        return None
    parts = match["head"].rstrip(" .?!").split()
    return match if len(parts) <= _LONGEST_TITLE and len(parts[-1]) >= _SHORTEST_LAST else None
