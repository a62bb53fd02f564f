"""Articles of one page begin alike: a beginning that is unlike the others is doubted, and the page is read once more.

Where the others are signed (a byline, a time, an outlet's name), a bare heading is more likely a subheading; where
nearly all others begin with a time or an outlet's name, one that begins with a paragraph more likely goes on.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nutgraf.extract.roles import HEAD, Told
from nutgraf.models.line_roles import BEGINS, UNIT

DOUBT = 3 * UNIT
_SIGNS = frozenset(("byline", "time", "outlet"))
_QUIET = frozenset(("caption", "furniture"))
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
