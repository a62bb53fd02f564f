"""Alignment: which statements of several accounts speak of one thing."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from nutgraf.compare.nearness import Shared, compare_meanings, nearness
from nutgraf.compare.statements import Told
from nutgraf.models.terms import content_stems, term_weight
from nutgraf.records.comparison import Finding

TOGETHER = 0.25
"""Mean likeness at which statements make one point."""

_LIKE = 0.30  # likeness by words that rare ones raise others to
_ENTITY_WEIGHT = 5.0  # at most: a name alone is not yet a thing said
_GROUP_WEIGHT = 2.0
_DATE_WEIGHT = 2.0
_MIN_SHARED = 3.0
_TIED = 0.6  # likeness of statements that a finding ties together
_WORDS_ALONE = 3  # words that two statements must share where they share no name, place or day
_FAINT = 0.18  # likeness below which even rare shared words join nothing
_FEW = 3  # statements of a story that a rare word or name stands in at most
_RARE_SHARED = 5.5  # weight of rare shared words and names that makes two statements one point all the same
_MIN_WORDS = 3.0  # weight of the words beside names that two statements must share


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two statements are, 0 to 1, and what they share."""

    value: float
    shared: frozenset[str]


class Alignment:
    """The likeness of every pair of statements of a story that share something telling.

    A statement is a set of features: folded stems and standing entities, and the dates it names. A feature weighs its
    fixed background weight, less where every account of the story uses it. Likeness is the mean of the cosine of the
    weighted sets and the share of the smaller set that stands in the other, so that a short statement finds its long
    telling.
    """

    def __init__(self, told: Sequence[Told], tying: Sequence[Finding] = ()) -> None:
        """Weigh the features of all statements and compare every pair that shares one.

        Statements that carry cells of one of the `tying` findings (one remark, one quantity) speak of one thing
        whatever other words they use.
        """
        self.told = tuple(told)
        self.weights = _feature_weights(self.told)
        self._spread = Counter(feature for one in self.told for feature in features_of(one))
        self._features = [features_of(one) for one in self.told]
        self._norms = [math.sqrt(sum(self.weights[f] ** 2 for f in sorted(features))) for features in self._features]
        self.pairs = self._weigh(self._compare())
        for finding in tying:
            self._tie(finding)

    def _compare(self) -> dict[tuple[int, int], Likeness]:
        places: dict[str, list[int]] = defaultdict(list)
        for index, features in enumerate(self._features):
            for feature in sorted(features):
                places[feature].append(index)
        products: dict[tuple[int, int], float] = defaultdict(float)
        for feature in sorted(places):
            weight = self.weights[feature] ** 2
            found = places[feature]
            for at, left in enumerate(found):
                for right in found[at + 1 :]:
                    if self.told[left].statement.article != self.told[right].statement.article:
                        products[left, right] += weight
        pairs: dict[tuple[int, int], Likeness] = {}
        for (left, right), product in products.items():
            shared = self._features[left] & self._features[right]
            norm = self._norms[left] * self._norms[right]
            if norm and self.telling(shared):
                cosine = product / norm
                held = self._sum(shared) / min(self._sum(self._features[left]), self._sum(self._features[right]))
                value = (cosine + held) / 2
                if value < _LIKE and value >= _FAINT and self._sum(self._rare(shared)) >= _RARE_SHARED:
                    value = _LIKE
                pairs[left, right] = Likeness(round(value, 9), shared)
        return pairs

    def _weigh(self, by_words: Mapping[tuple[int, int], Likeness]) -> dict[tuple[int, int], Likeness]:
        """Weigh what statements share together with what they mean and count."""
        pairs: dict[tuple[int, int], Likeness] = {}
        for left, right, meaning in compare_meanings(self.told, by_words.keys()):
            shared = self._features[left] & self._features[right]
            names = frozenset(feature for feature in shared if ":" in feature)
            smaller = min(self._sum(self._features[left]), self._sum(self._features[right]))
            words = by_words[left, right].value if (left, right) in by_words else 0.0
            told = Shared(
                words, self._sum(shared) / smaller if smaller else 0.0, self._sum(shared - names), self._sum(names)
            )
            pairs[left, right] = Likeness(nearness(self.told[left], self.told[right], meaning, told), shared)
        return pairs

    def _tie(self, finding: Finding) -> None:
        carrying = [
            index
            for index, one in enumerate(self.told)
            if any(
                cell.article == one.statement.article
                and one.statement.span.start < cell.span.end
                and cell.span.start < one.statement.span.end
                for cell in finding.cells
            )
        ]
        for left, right in combinations(carrying, 2):
            if self.told[left].statement.article != self.told[right].statement.article:
                shared = self._features[left] & self._features[right]
                self.pairs[left, right] = Likeness(max(_TIED, self.likeness(left, right)), shared)

    def _sum(self, features: frozenset[str]) -> float:
        return sum(self.weights[feature] for feature in sorted(features))

    def _rare(self, features: frozenset[str]) -> frozenset[str]:
        """Return the features that only a few statements of the story have: what they share is said nowhere else."""
        return frozenset(feature for feature in features if self._spread[feature] <= _FEW)

    def telling(self, shared: frozenset[str]) -> bool:
        """Tell whether what two statements share is more than the story's common ground.

        Names alone do not make a point: two things said of one president are two things. There must be telling words
        beside them, or so many names, with a place or a day among them, that only one happening fits.
        """
        stems = frozenset(feature for feature in shared if ":" not in feature)
        names = sum(not feature.startswith("group:") for feature in shared) - len(stems)
        if not names and len(stems) < _WORDS_ALONE:
            return False
        where = any(feature.startswith(("place:", "date:")) for feature in shared)
        rare = len(shared) >= 2 and self._sum(self._rare(shared)) >= _RARE_SHARED
        enough = self._sum(stems) >= _MIN_WORDS or (names >= 3 and where) or rare
        return bool(stems) and enough and self._sum(shared) >= _MIN_SHARED

    def likeness(self, left: int, right: int) -> float:
        """Return how alike two statements are by index, 0 to 1."""
        found = self.pairs.get((left, right) if left < right else (right, left))
        return found.value if found else 0.0

    def _facing(self, left: Sequence[int], right: Sequence[int]) -> int:
        """Return how many pairs of two groups lie in different articles; at least one."""
        here = Counter(self.told[index].statement.article for index in left)
        same = sum(here[self.told[index].statement.article] for index in right)
        return max(1, len(left) * len(right) - same)

    def groups(self, together: float = TOGETHER) -> tuple[tuple[int, ...], ...]:
        """Join statements by average link while the mean likeness stays at `together`; every statement lies in one
        group.
        """
        members: dict[int, tuple[int, ...]] = {index: (index,) for index in range(len(self.told))}
        sums: dict[int, dict[int, float]] = defaultdict(dict)
        queue: list[tuple[float, int, int]] = []
        for (left, right), likeness in self.pairs.items():
            sums[left][right] = sums[right][left] = likeness.value
            if likeness.value >= together:
                queue.append((-likeness.value, left, right))
        heapq.heapify(queue)
        fresh = len(self.told)
        while queue:
            _score, left, right = heapq.heappop(queue)
            if left not in members or right not in members:
                continue
            joined = _join(sums, left, right)
            members[fresh] = tuple(sorted(members.pop(left) + members.pop(right)))
            for other, total in sorted(joined.items()):
                mean = round(total / self._facing(members[fresh], members[other]), 9)
                if mean >= together:
                    heapq.heappush(queue, (-mean, other, fresh))
            sums[fresh] = joined
            for other, total in joined.items():
                sums[other][fresh] = total
            fresh += 1
        return tuple(sorted(members.values()))


def _join(sums: dict[int, dict[int, float]], left: int, right: int) -> dict[int, float]:
    joined: dict[int, float] = defaultdict(float)
    for index in (left, right):
        for other, total in sums.pop(index).items():
            if other not in (left, right):
                joined[other] += total
                sums[other].pop(index, None)
    return dict(joined)


def _feature_weights(told: Sequence[Told]) -> Mapping[str, float]:
    """Weigh each feature: its fixed background weight, times how few of the story's statements have it.

    A word in every statement of a story tells nothing there; a name that two of two hundred statements share tells a
    lot.
    """
    statements: dict[str, int] = defaultdict(int)
    for one in told:
        for feature in features_of(one):
            statements[feature] += 1
    total = max(3, len(told))
    return {
        feature: round(_background(feature) * math.log(total / number) / math.log(total), 9)
        for feature, number in statements.items()
    }


def features_of(told: Told) -> frozenset[str]:
    """Return what a statement speaks of: stems, standing entities and dates."""
    return told.features | frozenset(f"date:{value[:10]}" for _, value in told.times if value)


def _background(feature: str) -> float:
    kind, _, name = feature.partition(":")
    if not name:
        return term_weight(feature)
    if kind == "date":
        return _DATE_WEIGHT
    rarest = max((term_weight(stem) for stem in content_stems(name)), default=_ENTITY_WEIGHT)
    return min(rarest, _GROUP_WEIGHT if kind == "group" else _ENTITY_WEIGHT)
