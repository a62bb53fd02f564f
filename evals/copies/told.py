"""What a system says about articles: which pairs are copies, what of their text is shared, which is the original."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from evals.copies.made import COPIED
from nutgraf.joining import join_pairs
from nutgraf.records.copies import Carried, Copies

Pair = tuple[str, str]
"""Two ids in their order."""
Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Told:
    """Kinds by pair; the original where one is named; by pair and article the passages that stand in the other; what
    each article carries.
    """

    kinds: Mapping[Pair, str]
    groups: tuple[tuple[str, ...], ...] = ()
    originals: Mapping[Pair, str] = field(default_factory=dict)
    shared: Mapping[tuple[Pair, str], Spans] = field(default_factory=dict)
    carried: Mapping[str, Carried] = field(default_factory=dict)

    def copied(self, pair: Pair) -> bool:
        """Tell whether a pair was called a copy, whole or in part."""
        return self.kinds.get(pair) in COPIED


def told_by(copies: Copies) -> Told:
    """Return what the stage says, pair by pair, reuse that makes no copy among them."""
    kinds, originals, shared = dict[Pair, str](), dict[Pair, str](), dict[tuple[Pair, str], Spans]()
    for copy in (*copies.pairs, *copies.reuse):
        pair = in_order(copy.article, copy.of)
        kinds[pair] = copy.kind.value
        if copy.original is not None:
            originals[pair] = copy.original
        shared[pair, copy.article] = [(one.start, one.end) for one in copy.passages]
        shared[pair, copy.of] = [(one.other_start, one.other_end) for one in copy.passages]
    return Told(kinds, copies.groups, originals, shared, {one.article: one for one in copies.carried})


def in_order(one: str, two: str) -> Pair:
    """Return two ids as a pair."""
    return (one, two) if one < two else (two, one)


def covered(spans: Iterable[tuple[int, int]], place: tuple[int, int]) -> int:
    """Return how many characters of a place lie in spans, each counted once."""
    inside: set[int] = set()
    for start, end in spans:
        inside.update(range(max(start, place[0]), min(end, place[1])))
    return len(inside)


def group_ids(ids: Iterable[str], pairs: Iterable[Pair]) -> tuple[tuple[str, ...], ...]:
    """Return the ids in groups that pairs join; ones alone are groups, too."""
    ordered = sorted(ids)
    place = {identity: at for at, identity in enumerate(ordered)}
    joined = join_pairs(len(ordered), ((place[one], place[two]) for one, two in pairs))
    return tuple(tuple(ordered[at] for at in group) for group in joined)
