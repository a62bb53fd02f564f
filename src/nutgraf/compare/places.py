"""Places: where the accounts say that one thing happens."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from nutgraf.compare.alignment import TOGETHER, Alignment
from nutgraf.compare.facets import Facet, deeds, join_facets, weigh
from nutgraf.compare.moments import Moment, read_moment
from nutgraf.compare.statements import Told
from nutgraf.models.places import lies_in
from nutgraf.records.annotation import Account, Entity, EntityKind, Mention, Place
from nutgraf.records.comparison import Finding, FindingKind, Verdict
from nutgraf.text import stable_id

Located = Facet[str]  # the value is the place's standing key

_WHERE = re.compile(r"\b(?:in|at|near|outside|off)\s+(?:the\s+)?(?:[a-z-]+[\s,]+){0,4}$")
_TOPIC = re.compile(
    r"\b(?:war|wars|conflict|fighting|crisis|situation|peace|hostilities|invasion|violence|unrest|elections?|people|residents|"
    r"troops|forces|soldiers|interests?|influence|experts?|officials?|allies|investments?|markets?|prices|jobs|life)\s+$"
)
_FACILITY = re.compile(
    r"\b(?:Dam|Bridge|Base|Airport|Station|Hospital|School|Hall|Street|Road|Avenue|River|Lake|Mountain|Sea|Bay|"
    r"Strait|Port|Harbou?r|"
    r"Park|Square|Stadium|Church|Cathedral|University|College|Centre|Center|Building|Tower|Valley|Island|Islands|"
    r"Coast|Canal)\b"
)
_SHARED = 5.0
_DEEDS = 1.3
_SHARE = 0.3
_EXACT = re.compile(r"\b(?:at|near|outside|off)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}$")
_SURELY_ONE = 0.7  # nearness of statements that are of one thing whatever words they share
_NEAR = 60.0  # kilometres: a base beside a town and the town are told as one place


@dataclass(frozen=True, slots=True)
class Atlas:
    """What the accounts of a story together tell about their places."""

    entities: Mapping[str, Entity]
    inside: frozenset[tuple[str, str]]
    side_by_side: frozenset[tuple[str, str]]

    def apart(self, left: str, right: str) -> bool:
        """Tell whether two places are surely not one: neither lies in the other, and they are not near each other.

        Places that the gazetteer does not know are apart only where one account names both as two towns.
        """
        if left == right or (left, right) in self.inside or (right, left) in self.inside:
            return False
        here, there = self.entities[left].place, self.entities[right].place
        if here is not None and there is not None:
            if lies_in(here, there) or lies_in(there, here):
                return False
            distance = kilometres(here, there)
            if distance is not None:
                return distance > _NEAR
        if _FACILITY.search(self.entities[left].name) or _FACILITY.search(self.entities[right].name):
            return False  # a dam or a hall lies in or near some town, and nobody here knows which
        return (min(left, right), max(left, right)) in self.side_by_side


def draw_atlas(accounts: Sequence[Account], standing: Mapping[str, str]) -> Atlas:
    """Read from the texts which places lie in which ("Ostby, Norland", "Ostby in Norland"), and which stand side by
    side.
    """
    entities: dict[str, Entity] = {}
    inside: set[tuple[str, str]] = set()
    side: set[tuple[str, str]] = set()
    for account in accounts:
        own = {entity.key: entity for entity in account.annotation.entities if entity.kind is EntityKind.PLACE}
        for entity in own.values():
            entities.setdefault(standing.get(entity.key, entity.key), entity)
        named = [m for m in account.annotation.mentions if m.named and m.entity in own]
        keys = sorted({standing.get(m.entity, m.entity) for m in named})
        side |= {(a, b) for a, b in combinations(keys, 2)}
        for first, second in pairwise(named):
            between = account.article.text[first.end : second.start]
            if re.fullmatch(
                r",\s*|\s+in (?:the )?(?:[a-z]+ ){0,2}|,? [a-z ]{0,25}(?:capital|city|town|county|province) of ",
                between,
            ):
                pair = (standing.get(first.entity, first.entity), standing.get(second.entity, second.entity))
                inside |= {pair}
    return Atlas(entities, frozenset(inside), frozenset(side - inside - {(b, a) for a, b in inside}))


def kilometres(left: Place, right: Place) -> float | None:
    """Return the great-circle distance between two places (haversine), `None` where a position is not known."""
    if left.latitude is None or left.longitude is None or right.latitude is None or right.longitude is None:
        return None
    north, other = math.radians(left.latitude), math.radians(right.latitude)
    east = math.radians(right.longitude - left.longitude)
    root = math.sin((other - north) / 2) ** 2 + math.cos(north) * math.cos(other) * math.sin(east / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(root)))


def locate(told: Told, account: Account, standing: Mapping[str, str]) -> Located | None:
    """Return the first place of a statement that stands after "in", "at" or "near": the most exact one."""
    start, end = told.statement.span.start, told.statement.span.end
    for mention in account.annotation.mentions:
        if start <= mention.start and mention.end <= end and _is_where(account, mention, start):
            key = standing.get(mention.entity, mention.entity)
            days = frozenset(_day(read_moment(value, time.recipe)) for time, value in told.times) - {""}
            return Facet(told, mention.start, mention.end, key, (told.features - {key}) | days)
    return None


def _day(moment: Moment) -> str:
    """Return a day as a feature: the date where it is known, else the weekday."""
    known = moment.first if moment.first == moment.last else ""
    return f"date:{known or moment.weekday}" if known or moment.weekday else ""


def _is_where(account: Account, mention: Mention, start: int) -> bool:
    if not mention.named or mention.kind is not EntityKind.PLACE:
        return False
    where = _WHERE.search(account.article.text, start, mention.start)
    return where is not None and not _TOPIC.search(account.article.text, start, where.start())


def same_event(left: Located, right: Located, near: float) -> float:
    """Return how surely two places are places of one thing, 0 for not at all: how surely their statements say one
    thing, where they share its people, deeds and day, too, or
    are of one thing without any doubt.
    """
    shared = {feature for feature in left.context & right.context if not feature.startswith("place:")}
    telling = weigh(shared)
    smaller = min(weigh(left.context), weigh(right.context))
    sure = any(feature.startswith(("date:", "person:", "organisation:", "name:")) for feature in shared)
    fits = sure and telling >= _SHARED and telling / max(smaller, 1.0) >= _SHARE and weigh(deeds(shared)) >= _DEEDS
    exact = all(
        _EXACT.search(one.told.statement.words[: one.start - one.told.statement.span.start]) for one in (left, right)
    )
    return near if fits or (exact and near >= _SURELY_ONE) else 0.0


def compare_places(
    alignment: Alignment, accounts: Mapping[str, Account], standing: Mapping[str, str], texts: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Compare where accounts say that one thing happens.

    A town and the land it lies in agree (one is only more exact), and so do places near each other. Two places of which
    neither lies in the other differ where the statements speak of the same people and deeds.
    """
    atlas = draw_atlas(tuple(accounts.values()), standing)
    located = [where for one in alignment.told if (where := locate(one, accounts[one.statement.article], standing))]
    known = [where for where in located if where.value in atlas.entities]
    groups = join_facets(known, alignment, same_event, lambda a, b: not atlas.apart(a.value, b.value), TOGETHER)
    return tuple(finding for group in groups if (finding := _judge(group, atlas, texts)) is not None)


def _judge(group: Sequence[Located], atlas: Atlas, texts: Mapping[str, str]) -> Finding | None:
    cells = tuple(one.cell(texts[one.article], atlas.entities[one.value].name) for one in group)
    identity = stable_id("places", *(f"{cell.article}:{cell.span.start}" for cell in cells))
    if any(atlas.apart(a.value, b.value) for a, b in combinations(group, 2)):
        shown = list({cell.value: cell for cell in reversed(cells)}.values())[::-1]
        listed = "; ".join(f"{cell.outlet}: “{cell.words}”" for cell in shown)
        return Finding(identity, FindingKind.PLACES, Verdict.DIFFER, f"The places differ. {listed}.", cells)
    names = sorted({cell.value for cell in cells})
    if len(names) < 2:
        return None
    reason = f"{', '.join(names)}: named more or less exactly, no disagreement."
    return Finding(identity, FindingKind.PLACES, Verdict.AGREE, reason, cells)
