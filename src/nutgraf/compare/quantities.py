"""How surely two figures are figures of one quantity: a logistic regression over what stands around them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nutgraf.compare.facets import Facet, weigh
from nutgraf.compare.synonyms import same_thing
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import Figure

Counted = Facet[Figure]

FEATURES = (
    "always", "nearness", "words", "share of words", "same head", "other head", "ratio", "same value", "unit",
    "people", "other figures", "other qualifier", "same change", "matched in the statement", "matched in the account",
    "both matched",
)  # fmt: skip
"""What is weighed, in the order of `read_features`."""

WEIGHTS = (
    -0.129, 0.562, -0.738, 0.788, 0.614, 0.225, -0.973, 3.525, 0.287, -0.033, -0.162, 0.472, 0.177, 0.114, -1.508,
    -0.439,
)  # fmt: skip

_FARTHEST = 5.0  # of the logarithm of a ratio
_SUREST = 0.999


def unit_of(figure: Figure) -> str:
    """Return the unit; "14 were injured" and "one person", too, count people."""
    return figure.unit or ("" if figure.counted not in {"", "person"} else "people")


@dataclass(frozen=True, slots=True)
class Values:
    """Which values each account and each statement gives, by unit."""

    given: Mapping[str, frozenset[tuple[str, float, float]]]

    @classmethod
    def of(cls, facets: Sequence[Counted]) -> Values:
        """Return the values of some figures."""
        given: dict[str, set[tuple[str, float, float]]] = defaultdict(set)
        for facet in facets:
            for place in (facet.article, facet.told.statement.id):
                given[place].add(_value(facet))
        return cls({place: frozenset(values) for place, values in given.items()})

    def in_statement(self, facet: Counted, other: Counted) -> bool:
        """Tell whether the statement of another figure gives the value of this one, too."""
        return _value(facet) in self.given[other.told.statement.id]

    def in_account(self, facet: Counted, other: Counted) -> bool:
        """Tell whether the account of another figure gives the value of this one, too."""
        return _value(facet) in self.given[other.article]


def _value(facet: Counted) -> tuple[str, float, float]:
    return unit_of(facet.value), facet.value.low, facet.value.high


def read_features(left: Counted, right: Counted, near: float, values: Values) -> tuple[float, ...]:
    """Return what is weighed of two figures of one unit; `near` is how surely their statements say one thing."""
    shared = weigh(left.context & right.context)
    smaller = min(weigh(left.context), weigh(right.context))
    here, there = _head(left.value), _head(right.value)
    small, large = sorted((abs(left.value.low), abs(right.value.low)))
    sure = min(max(near, 1 - _SUREST), _SUREST)
    accounts = (values.in_account(left, right), values.in_account(right, left))
    return (
        1.0,
        math.log(sure / (1 - sure)),
        shared / 10,
        shared / smaller if smaller else 0.0,
        float(bool(here & there)),
        float(bool(here and there and not here & there)),
        min(math.log((large + 1) / (small + 1)), _FARTHEST),
        float(left.value.low == right.value.low and left.value.high == right.value.high),
        float(bool(unit_of(left.value))),
        float(unit_of(left.value) == "people"),
        float(len(left.told.figures) + len(right.told.figures) - 2),
        float(left.value.qualifier != right.value.qualifier),
        float(left.value.change is right.value.change is not None),
        float(values.in_statement(left, right)) + float(values.in_statement(right, left)),
        float(sum(accounts)),
        float(all(accounts)),
    )


def same_quantity(left: Counted, right: Counted, near: float, values: Values) -> float:
    """Return how surely two figures count one thing, 0 to 1; figures of two units never do."""
    if unit_of(left.value) != unit_of(right.value):
        return 0.0
    features = read_features(left, right, near, values)
    score = math.fsum(weight * value for weight, value in zip(WEIGHTS, features, strict=True))
    return round(1 / (1 + math.exp(-score)), 9)


def _head(figure: Figure) -> frozenset[str]:
    return frozenset(same_thing(stem) for stem in content_stems(figure.counted or ""))
