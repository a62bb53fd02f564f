"""From scores to roles: the best way through a page on which articles begin, run and are followed by others.

A page is outside of any article, in the head of one, or in its text. A head must come to a text; only a head holds a
title; where an article begins the classifier says so. Of all ways through these the one with the highest sum is taken,
in whole numbers, the first of two that are equal.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nutgraf.models.line_roles import BEGINS, LABELS, TEASES, UNIT

Scores = NDArray[np.int64]

_AROUND = ("furniture", "teaser_title", "teaser_text", "teaser_caption", "teaser_meta")
_HEAD = ("furniture", "title", "deck", "byline", "time", "outlet", "caption", "credit", "reprint")
_INSIDE = ("body", "subheading", "list", "deck", "byline", "time", "outlet", "caption", "credit", "reprint")
_OPENING = ("title", "byline", "time", "outlet", "caption", "reprint", "deck")
_FIRST = ("body", "list")
_NEVER = -(1 << 40)
_BREAK, _RETURN = UNIT // 2, UNIT // 2
"""What it costs to leave a text for a box or a list of links, and to come back to it: boxes have several lines."""
_BEGIN = 3 * UNIT // 4
"""What it costs to begin an article: where a heading is as likely a subheading, it is one."""
_WAIT = UNIT // 4
"""What each line of a head costs after its first: heads are short, a menu over a text is none."""

OUTSIDE, HEAD, TEXT, BESIDE = range(4)


@dataclass(frozen=True, slots=True)
class Told:
    """What one line is: its label, whether an article begins with it, whether a teaser does, where the page is."""

    label: str
    begins: bool
    teases: bool
    phase: int


def decide_roles(scores: Scores, *, told: bool = False) -> tuple[Told, ...]:
    """Return the label of each line and where articles begin, from the scores of a page's lines.

    With `told` the page is known to tell something: it has one article at least.
    """
    ways = _Ways(scores)
    states = _best(ways, _LASTS[1:] if told else _LASTS)
    return tuple(ways.told(at, state) for at, state in enumerate(states))


def _columns(names: tuple[str, ...]) -> list[int]:
    return [LABELS.index(name) for name in names]


_STATES = (
    (OUTSIDE, False, _columns(_AROUND)),
    (HEAD, True, _columns(_OPENING)),
    (HEAD, False, _columns(_HEAD)),
    (TEXT, True, _columns(_FIRST)),
    (TEXT, False, _columns(_FIRST)),
    (TEXT, False, _columns(_INSIDE)),
    (BESIDE, False, _columns(_AROUND)),
)
"""Where a line may be: its phase, whether an article begins with it, its labels. The fifth opens the text of a head."""
_ANY = ((0, 0), (5, 0), (6, 0), (3, 0), (4, 0))
_BEFORE = (
    ((0, 0),),
    _ANY,
    ((1, _WAIT), (2, _WAIT)),
    _ANY,
    ((1, 0), (2, 0)),
    ((3, 0), (4, 0), (5, 0), (6, _RETURN)),
    ((3, _BREAK), (4, _BREAK), (5, _BREAK), (6, 0)),
)
"""For each of these, which may stand right above, and what that costs."""
_FIRSTS, _LASTS = (0, 1, 3), (0, 3, 4, 5, 6)


class _Ways:
    """The best label of each line in each state, and what it scores."""

    def __init__(self, scores: Scores) -> None:
        self.teases = (scores[:, TEASES] > 0).tolist()
        self.columns: list[list[int]] = []
        self.values: list[list[int]] = []
        for _, begins, columns in _STATES:
            part = scores[:, columns]
            best = part.argmax(axis=1)
            value = part[np.arange(len(part)), best] + (scores[:, BEGINS] - _BEGIN if begins else 0)
            self.columns.append([columns[place] for place in best.tolist()])
            self.values.append(value.tolist())

    def told(self, at: int, state: int) -> Told:
        phase, begins, _ = _STATES[state]
        return Told(LABELS[self.columns[state][at]], begins, self.teases[at], phase)


def _best(ways: _Ways, lasts: tuple[int, ...]) -> list[int]:
    """The states of the way with the highest sum."""
    sums = [ways.values[state][0] if state in _FIRSTS else _NEVER for state in range(len(_STATES))]
    back: list[tuple[int, ...]] = []
    for at in range(1, len(ways.teases)):
        chosen = [
            max((sums[source] - cost, -place, source) for place, (source, cost) in enumerate(before))
            for before in _BEFORE
        ]
        sums = [value + ways.values[state][at] for state, (value, _, _) in enumerate(chosen)]
        back.append(tuple(source for _, _, source in chosen))
    state = max(lasts, key=lambda last: (sums[last], -last))
    states = [state]
    for froms in reversed(back):
        state = froms[state]
        states.append(state)
    return states[::-1]
