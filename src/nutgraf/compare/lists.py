"""Lists: what one account counts up and another leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from nutgraf.compare.alignment import TOGETHER, Alignment
from nutgraf.compare.enumerations import Enumeration, Item, same_item
from nutgraf.compare.order import Order
from nutgraf.joining import join_pairs
from nutgraf.models.terms import term_weight
from nutgraf.records.comparison import Cell, Finding, FindingKind, Verdict
from nutgraf.text import stable_id

_NAMES = frozenset({"place", "person", "organisation"})
_MUCH = 9.0  # weight of the things that two lists share where nothing says what they are lists of
_TELLING = 3.0  # weight of a thing that two lists share: two telling words


def compare_lists(
    enumerations: Sequence[Enumeration], alignment: Alignment, order: Order, texts: dict[str, str]
) -> tuple[Finding, ...]:
    """Compare what accounts count up under one head.

    Two lists are of one thing when they stand under one head ("agenda", "demands") or in statements that say one thing,
    and share names (two or more) or a thing. They differ where one has an item that the other leaves out; the items are
    named in the reason.
    """
    ordered = sorted(enumerations, key=lambda one: (one.article, one.start, one.end, one.kind))
    pairs = [
        (left, right)
        for left, right in combinations(range(len(ordered)), 2)
        if ordered[left].article != ordered[right].article
        and comparable(ordered[left], ordered[right])
        and _of_one_matter(ordered[left], ordered[right], alignment)
    ]
    judged: list[Finding] = []
    for members in join_pairs(len(ordered), pairs):
        group = [ordered[index] for index in members]
        if any(len(one.items) >= 3 for one in group) or group[0].kind == "thing":
            judged += _judge_in_time(_one_each(group), order, texts)
    return tuple(judged)


def _judge_in_time(group: Sequence[Enumeration], order: Order, texts: dict[str, str]) -> list[Finding]:
    """Judge the accounts of one time together; a list that comes after all others is judged as an update of them."""
    if len(group) < 2:
        return []
    ordered = sorted(group, key=lambda one: order.key(one.article))
    last, earlier = ordered[-1], ordered[:-1]
    whole = _judge(ordered, order, texts)
    if whole.verdict is Verdict.UPDATE and len(earlier) > 1 and len({one.article for one in (last, *earlier)}) > 2:
        return [*_judge_in_time(earlier, order, texts), whole]
    return [whole]


def _one_each(group: Sequence[Enumeration]) -> list[Enumeration]:
    """Keep, of each account, the list that shares most with the others."""
    best: dict[str, tuple[tuple[int, int, int], Enumeration]] = {}
    for one in group:
        shared = sum(len(_shared(one, other)) for other in group if other.article != one.article)
        rank = (shared, len(one.items), -one.start)
        if one.article not in best or rank > best[one.article][0]:
            best[one.article] = (rank, one)
    return [one for _, (_, one) in sorted(best.items())]


def comparable(left: Enumeration, right: Enumeration) -> bool:
    """Tell whether two lists count up the same sort of thing about the same matter."""
    shared = _shared(left, right)
    smaller = min(len(left.items), len(right.items))
    if left.kind == right.kind and left.kind in _NAMES:
        return len(shared) >= 2 and 2 * len(shared) >= smaller
    if {left.kind, right.kind} <= _NAMES:
        return False
    if {left.kind, right.kind} & _NAMES:
        return len(shared) >= 3 and 2 * len(shared) >= smaller
    told = sum(_item_weight(a, b) for a, b in shared)
    if len(shared) >= 2 and 2 * len(shared) >= smaller and told >= _MUCH:
        return True
    weight = max((_item_weight(a, b) for a, b in shared if len(a.key & b.key) >= 2), default=0.0)
    return bool(left.frames & right.frames) and weight >= _TELLING


def _of_one_matter(left: Enumeration, right: Enumeration, alignment: Alignment) -> bool:
    """Tell whether two lists stand under one head ("agenda"), or in statements that say one thing."""
    return bool(left.frames & right.frames) or alignment.nearest(left.span, right.span) >= TOGETHER


def _item_weight(left: Item, right: Item) -> float:
    return sum(term_weight(stem) for stem in sorted(left.key & right.key))


def _shared(left: Enumeration, right: Enumeration) -> list[tuple[Item, Item]]:
    return [(a, b) for a in left.items for b in right.items if same_item(a, b)]


def _has(one: Enumeration, item: Item) -> bool:
    return any(same_item(item, other) for other in one.items)


def _judge(group: Sequence[Enumeration], order: Order, texts: dict[str, str]) -> Finding:
    group = sorted(group, key=lambda one: order.key(one.article))
    cells = tuple(_cell(one, texts) for one in group)
    identity = stable_id("lists", *(f"{cell.article}:{cell.span.start}:{cell.span.end}" for cell in cells))
    told = []
    for one in group:
        others = [other for other in group if other is not one]
        alone = [item for item in one.items if not any(_has(other, item) for other in others)]
        missing = [item for item in _common_items(others) if not _has(one, item)]
        if alone:
            told.append(f"only {one.outlet} has {_named(alone)}")
        elif missing and len(others) > 1:
            told.append(f"{one.outlet} leaves out {_named(missing)}")
    if not told:
        return Finding(identity, FindingKind.LISTS, Verdict.AGREE, "All count up the same.", cells)
    numbers = ", ".join(f"{one.outlet} {len(one.items)}" for one in group)
    newer = all(order.after(group[-1].article, one.article) for one in group[:-1])
    verdict = Verdict.UPDATE if newer else Verdict.DIFFER
    return Finding(
        identity, FindingKind.LISTS, verdict, f"Items counted up: {numbers}; " + "; ".join(told) + ".", cells
    )


def _common_items(group: Sequence[Enumeration]) -> list[Item]:
    return [item for item in group[0].items if all(_has(other, item) for other in group[1:])]


def _named(items: Sequence[Item]) -> str:
    return ", ".join(f"“{item.words}”" for item in items)


def _cell(one: Enumeration, texts: dict[str, str]) -> Cell:
    words = texts[one.article][one.start : one.end]
    return Cell("", one.article, one.outlet, one.span, words, str(len(one.items)))
