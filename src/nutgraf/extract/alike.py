"""Articles of one page begin alike: unlike beginnings are doubted, like lines expected, and the page is read once more.

Where the others are signed (a byline, a time, an outlet's name), a bare heading is more likely a subheading; where
nearly all others begin with a time or an outlet's name, one that begins with a paragraph more likely goes on.
Where nearly all lines of one form, in one place among others, begin an article, the few left over more likely do too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nutgraf.extract.lines import Line
from nutgraf.extract.rhythm import likely_rows
from nutgraf.extract.roles import HEAD, Told
from nutgraf.models.line_roles import BEGINS, UNIT

DOUBT, EXPECT = 3 * UNIT, 3 * UNIT
_SIGNS = frozenset(("byline", "time", "outlet"))
_QUIET = frozenset(("caption", "furniture"))
_LEAST_LIKE, _SHARE = 2, 3
"""Two beginnings at least, and three in five of the lines that stand so, before the others are expected to begin."""
_LEAST, _MOST = 4, 3
"""Of four beginnings or more three in four must open with the same label, before another one is unlike them."""


@dataclass(frozen=True, slots=True)
class _Beginning:
    at: int
    opening: str
    signed: bool


def doubt_unlike(scores: NDArray[np.int64], told: tuple[Told, ...]) -> NDArray[np.int64] | None:
    """Return the scores with unlike beginnings doubted, or nothing where all are alike."""
    found = _beginnings(told)
    unlike = [one.at for one in found if _unsigned(one, found) or _odd(one, found)]
    if not unlike:
        return None
    doubted = scores.copy()
    doubted[unlike, BEGINS] -= DOUBT
    return doubted


def expect_alike(
    lines: tuple[Line, ...], scores: NDArray[np.int64], told: tuple[Told, ...]
) -> NDArray[np.int64] | None:
    """Return the scores with beginnings expected where nearly all lines that stand alike begin an article."""
    begins = {at for at, one in enumerate(told) if one.begins}
    if len(begins) < _LEAST_LIKE:
        return None
    like = {*_left_over(likely_rows(lines), begins), *_left_over([line.tag for line in lines], begins, "h")}
    if not like:
        return None
    expected = scores.copy()
    expected[sorted(like), BEGINS] += EXPECT
    return expected


def _left_over(rows: Sequence[tuple[int, ...] | str], begins: set[int], first: str = "") -> list[int]:
    """The lines whose row nearly always begins an article, but not with them; of tags only those of headings count."""
    there, begun = Counter(rows), Counter(rows[at] for at in begins)
    return [
        at
        for at, row in enumerate(rows)
        if at not in begins
        and begun[row] >= _LEAST_LIKE
        and 5 * begun[row] >= _SHARE * there[row]
        and (not first or row[:1] == first)
    ]


def _beginnings(told: tuple[Told, ...]) -> list[_Beginning]:
    found: list[_Beginning] = []
    for at, one in enumerate(told):
        if one.begins:
            labels = _head(told, at)
            opening = next((label for label in labels if label not in _QUIET), one.label)
            found.append(_Beginning(at, opening, not _SIGNS.isdisjoint(labels)))
    return found


def _head(told: tuple[Told, ...], at: int) -> list[str]:
    """The labels of the head that begins at a line; that line's own where it is a paragraph."""
    labels = [told[at].label]
    for one in told[at + 1 :] if told[at].phase == HEAD else ():
        if one.phase != HEAD or one.begins:
            break
        labels.append(one.label)
    return labels


def _unsigned(one: _Beginning, found: list[_Beginning]) -> bool:
    return not one.signed and 2 * sum(other.signed for other in found) >= len(found)


def _odd(one: _Beginning, found: list[_Beginning]) -> bool:
    opening, count = Counter(other.opening for other in found).most_common(1)[0]
    return len(found) >= _LEAST and 4 * count >= _MOST * len(found) and one.opening != opening
