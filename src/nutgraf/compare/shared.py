"""What two statements share: words, names and days, each weighed by how telling it is in this story."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nutgraf.compare.statements import Told
from nutgraf.models.terms import content_stems, term_weight

_ENTITY_WEIGHT = 5.0  # at most: a name alone is not yet a thing said
_GROUP_WEIGHT = 2.0
_DATE_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Shared:
    """What two statements have in common.

    `likeness` is the cosine of their weighted words, names and days, `held` the share of the smaller one that stands in
    the other, `stems` and `names` the weight of the words and of the names that both have. It is `bare` where they
    share names and days alone.
    """

    likeness: float
    held: float
    stems: float
    names: float
    bare: bool = False


class Sharing:
    """The weight of everything that the statements of a story speak of."""

    def __init__(self, told: Sequence[Told]) -> None:
        """Weigh each feature: its fixed background weight, times how few of the story's statements have it.

        A word in every statement of a story tells nothing there; a name that two of two hundred share tells a lot.
        """
        spread = Counter(feature for one in told for feature in features_of(one))
        total = max(3, len(told))
        self._weights: Mapping[str, float] = {
            feature: round(_background(feature) * math.log(total / number) / math.log(total), 9)
            for feature, number in spread.items()
        }
        self._kept: dict[str, tuple[frozenset[str], float, float]] = {}

    def of(self, left: Told, right: Told) -> Shared:
        """Return what two statements share."""
        here, size, norm = self._measured(left)
        there, other_size, other_norm = self._measured(right)
        shared = here & there
        if not shared or not norm or not other_norm:
            return Shared(0.0, 0.0, 0.0, 0.0)
        names = {feature for feature in shared if ":" in feature}
        told, named = self._sum(shared - names), self._sum(names)
        smaller = min(size, other_size)
        product = math.fsum(self._weights[feature] ** 2 for feature in shared)
        held = (told + named) / smaller if smaller else 0.0
        return Shared(product / (norm * other_norm), held, told, named, names == shared)

    def _measured(self, told: Told) -> tuple[frozenset[str], float, float]:
        if told.statement.id not in self._kept:
            features = features_of(told)
            norm = math.sqrt(math.fsum(self._weights[feature] ** 2 for feature in features))
            self._kept[told.statement.id] = features, self._sum(features), norm
        return self._kept[told.statement.id]

    def _sum(self, features: Iterable[str]) -> float:
        return math.fsum(self._weights[feature] for feature in features)


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
