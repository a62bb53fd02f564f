"""Which other stories tell of the same matter: an earlier phase, a later one, another case beside.

A matter that goes on for weeks is several stories where time parts them; here they are linked.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import starmap

from nutgraf.cluster.homes import group_texts
from nutgraf.cluster.likeness import WHOLE
from nutgraf.cluster.seeds import FLOOR, Ties
from nutgraf.cluster.shelf import Shelf, Text
from nutgraf.records.belonging import Related, When

RELATED = 260_000
"""Mean likeness between the texts of two stories, without what time takes away, from which they are linked: a small
group so near would have been put to the story, had it been printed at the time."""

MOST = 5
"""Stories that are named."""


def find_related(shelf: Shelf, members: Collection[str]) -> tuple[Related, ...]:
    """Return the stories that are linked to the one of these members, the most alike first."""
    own = shelf.texts(set(shelf.text_of(members).values()))
    ties = shelf.ties(own.keys())
    others = {tie.other for several in ties.values() for tie in several} - own.keys()
    groups = [(group, _mean(own, group, ties)) for group in group_texts(shelf, others)]
    near = [(group, mean) for group, mean in groups if mean >= RELATED and own.keys().isdisjoint(t.key for t in group)]
    near.sort(key=lambda each: (-each[1], each[0][0].key))
    days = _days(own.values())
    return tuple(starmap(lambda group, mean: _related(group, mean, days), near[:MOST]))


def _mean(own: Collection[str], group: Sequence[Text], ties: Ties) -> int:
    """Return the mean likeness between the texts of two stories, time left out of account."""
    inside = {text.key for text in group}
    above = sum(max(0, tie.timeless - FLOOR) for key in own for tie in ties[key] if tie.other in inside)
    return FLOOR + above // (len(own) * len(group))


def _related(group: Sequence[Text], mean: int, days: Sequence[int]) -> Related:
    theirs = _days(group)
    when = When.BESIDE
    if days and theirs and theirs[-1] < days[0]:
        when = When.EARLIER
    elif days and theirs and theirs[0] > days[-1]:
        when = When.LATER
    return Related(group[0].teller, len(group), mean / WHOLE, when)


def _days(texts: Collection[Text]) -> list[int]:
    """Return the days of some texts, in order."""
    return sorted({day for text in texts for day in text.days})
