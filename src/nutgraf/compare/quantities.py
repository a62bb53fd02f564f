"""How surely two figures are figures of one quantity: a logistic regression over what stands around them."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from nutgraf.compare.facets import Facet, weigh
from nutgraf.compare.regression import logistic
from nutgraf.compare.synonyms import same_thing
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import Figure

Counted = Facet[Figure]

FEATURES = (
    "always", "nearness", "words", "share of words", "same head", "other head", "ratio", "same value", "unit",
    "people", "other figures", "other qualifier", "same change", "matched in the statement", "matched in the account",
    "same fate", "same mode",
)  # fmt: skip
"""What is weighed, in the order of `read_features`."""

WEIGHTS = (
    -0.127, 0.687, -0.825, 0.34, 0.952, 0.366, -1.08, 2.514, 0.414, 0.211, -0.208, 0.441, 0.352, 0.43, -1.633, 0.468,
    -0.157,
)  # fmt: skip
"""A logistic regression (`python -m training.comparison quantities`) on 2,653 pairs of figures of one unit."""

_FARTHEST = 5.0  # of the logarithm of a ratio
_SUREST = 0.999


def unit_of(figure: Figure) -> str:
    """Return the unit; "14 were injured" and "one person", too, count people."""
    return figure.unit or ("" if figure.counted not in {"", "person"} else "people")


_FATES = {
    "dead": r"kill(?:ed|ing|s)?|dead|die[ds]?|deaths?|fatal(?:ly|ities)?|perish(?:ed)?|lost (?:his|her) life|claimed|"
    r"lost their lives|bod(?:y|ies)|toll|lives lost|drowned",
    "hurt": r"injur(?:ed|ing|ies)|wound(?:ed|ing)|hurt|burned",
    "missing": r"missing|unaccounted|search(?:ed|ing)? for|in search of|trapped|buried",
    "critical": r"critical|life-threatening|intensive care",
    "treated": r"treated|taken to (?:hospital|the hospital)|hospitali[sz]ed|rushed to|in hospital",
    "arrested": r"arrest(?:ed|s)?|detain(?:ed|ing)|in custody|charged|nicked|held by police",
    "moved": r"evacuat(?:ed|ing)|fle[ed]|moved out|displaced|homeless|shelters?|brought to safety",
    "for": r"in favou?r|voted for|votes for|yes votes|backed|approved",
    "against": r"against|opposed|voted no|rejected it",
    "abstained": r"abst(?:ained|entions?|aining)",
    "sick": r"fallen ill|infected|infections?|sick(?:ened)?|cases",
    "jobs": r"jobs|positions|posts|redundanc(?:y|ies)|laid off|lay off",
}
_FATE = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _FATES.items()), re.I)
_FAR = 60  # characters between a figure and the words that tell what became of those it counts


def fate_of(facet: Counted) -> str:
    """Return what became of those whom a figure counts ("dead", "missing", …), or nothing where no word tells.

    The nearest word tells; words behind another figure belong to that one.
    """
    statement, figure = facet.told.statement, facet.value
    first = statement.span.start
    low = max((f.end for f in facet.told.figures if f.end <= figure.start), default=first)
    high = min((f.start for f in facet.told.figures if f.start >= figure.end), default=statement.span.end)
    return _fate(statement.words, figure.start - first, figure.end - first, low - first, high - first)


@lru_cache(maxsize=65536)
def _fate(words: str, start: int, end: int, low: int, high: int) -> str:
    behind = _FATE.search(words, end, min(high, end + _FAR))
    before = list(_FATE.finditer(words, max(low, start - _FAR), start))
    found = [(behind.start() - end, behind.lastgroup)] if behind else []
    found += [(start - before[-1].end(), before[-1].lastgroup)] if before else []
    return min(found)[1] or "" if found else ""


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
        float(values.in_account(left, right)) + float(values.in_account(right, left)),
        float(bool(fate_of(left)) and fate_of(left) == fate_of(right)),
        float(left.told.statement.mode == right.told.statement.mode),
    )


def may_be_same(left: Counted, right: Counted, values: Values) -> bool:
    """Tell whether nothing speaks against two figures counting one thing.

    Figures of two units never do, nor do the dead and the missing; and of two accounts that both give 25 and 10, one's
    25 is not the other's 10.
    """
    fates = {fate_of(left), fate_of(right)} - {""}
    other = _value(left) != _value(right)
    crossed = other and values.in_account(left, right) and values.in_account(right, left)
    return unit_of(left.value) == unit_of(right.value) and len(fates) < 2 and not crossed


def same_quantity(left: Counted, right: Counted, near: float, values: Values) -> float:
    """Return how surely two figures count one thing, 0 to 1; `near` is how surely their statements say one thing."""
    if not may_be_same(left, right, values):
        return 0.0
    return logistic(read_features(left, right, near, values), WEIGHTS)


def _head(figure: Figure) -> frozenset[str]:
    return frozenset(same_thing(stem) for stem in content_stems(figure.counted or ""))
