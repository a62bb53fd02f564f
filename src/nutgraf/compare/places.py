"""Places: where the accounts say that one thing happened."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nutgraf.compare.alignment import Alignment
from nutgraf.compare.statements import Told
from nutgraf.models.places import lies_in
from nutgraf.records.annotation import Account, Entity, EntityKind, Mention, Place
from nutgraf.records.article import Span
from nutgraf.records.comparison import Cell, Finding, FindingKind, Verdict
from nutgraf.text import stable_id

_WHERE = re.compile(r"\b(?:in|at|near|outside|off|on)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}$")
_LIKE = 0.42
_NEAR = 60.0  # kilometres: a base beside a town and the town are told as one place


@dataclass(frozen=True, slots=True)
class Located:
    """A statement with a place that it says something happened at."""

    told: Told
    mention: Mention
    entity: Entity

    def cell(self, texts: Mapping[str, str]) -> Cell:
        """Return the verbatim cell."""
        statement, mention = self.told.statement, self.mention
        span = Span(statement.article, statement.span.version, mention.start, mention.end)
        words = texts[statement.article][mention.start : mention.end]
        return Cell(statement.id, statement.article, statement.outlet, span, words, self.entity.name)


def locate(told: Told, account: Account) -> Located | None:
    """Return the first place of a statement that stands after "in", "at" or "near": the most exact one."""
    start, end = told.statement.span.start, told.statement.span.end
    entities = {entity.key: entity for entity in account.annotation.entities}
    for mention in account.annotation.mentions:
        named = start <= mention.start and mention.end <= end and mention.named and mention.kind is EntityKind.PLACE
        if named and _WHERE.search(account.article.text[start : mention.start]) and mention.entity in entities:
            return Located(told, mention, entities[mention.entity])
    return None


def compare_places(
    group: Sequence[int], alignment: Alignment, accounts: Mapping[str, Account], texts: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Compare where accounts say that one thing happened.

    A town and the land it lies in agree (one is only more exact). Two places of which neither lies in the other differ,
    when both are known to the gazetteer and the statements are much alike.
    """
    located = [
        (i, where) for i in group if (where := locate(alignment.told[i], accounts[alignment.told[i].statement.article]))
    ]
    for at, (i, left) in enumerate(located):
        for j, right in located[at + 1 :]:
            if left.told.statement.article == right.told.statement.article or alignment.likeness(i, j) < _LIKE:
                continue
            if _apart(left.entity, right.entity) and not _both_named(left, right):
                cells = (left.cell(texts), right.cell(texts))
                told = "; ".join(f"{cell.outlet}: “{cell.words}”" for cell in cells)
                identity = stable_id("places", *(f"{cell.article}:{cell.span.start}" for cell in cells))
                return (Finding(identity, FindingKind.PLACES, Verdict.DIFFER, f"The places differ. {told}.", cells),)
    return _agreement(located, texts)


def _both_named(left: Located, right: Located) -> bool:
    """Tell whether one statement names the other's place as well, so that the two are no alternatives."""
    return left.entity.key in right.told.entities or right.entity.key in left.told.entities


def _apart(left: Entity, right: Entity) -> bool:
    if left.key == right.key or left.place is None or right.place is None:
        return False
    if lies_in(left.place, right.place) or lies_in(right.place, left.place):
        return False
    distance = kilometres(left.place, right.place)
    return distance is not None and distance > _NEAR


def kilometres(left: Place, right: Place) -> float | None:
    """Return the great-circle distance between two places (haversine), `None` where a position is not known."""
    if left.latitude is None or left.longitude is None or right.latitude is None or right.longitude is None:
        return None
    north, other = math.radians(left.latitude), math.radians(right.latitude)
    east = math.radians(right.longitude - left.longitude)
    root = math.sin((other - north) / 2) ** 2 + math.cos(north) * math.cos(other) * math.sin(east / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(root)))


def _agreement(located: Sequence[tuple[int, Located]], texts: Mapping[str, str]) -> tuple[Finding, ...]:
    names = sorted({where.entity.name for _, where in located})
    articles = {where.told.statement.article for _, where in located}
    fits = all(not _apart(a.entity, b.entity) for _, a in located for _, b in located)
    if len(articles) < 2 or len(names) < 2 or not fits:
        return ()
    cells = tuple(where.cell(texts) for _, where in located)
    identity = stable_id("places", *(f"{cell.article}:{cell.span.start}" for cell in cells))
    reason = f"{', '.join(names)}: named more or less exactly, no disagreement."
    return (Finding(identity, FindingKind.PLACES, Verdict.AGREE, reason, cells),)
