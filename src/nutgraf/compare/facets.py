"""Facets: the single values that accounts give (a number, a day, a place), grouped by the thing they are a value of."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from nutgraf.compare.alignment import Alignment
from nutgraf.compare.linking import link_mean
from nutgraf.compare.statements import Told
from nutgraf.compare.synonyms import same_thing
from nutgraf.models.terms import content_stems, stem_spans, term_weight
from nutgraf.records.article import Span
from nutgraf.records.comparison import Cell

Value = TypeVar("Value")

_OFFICES = frozenset(
    same_thing(stem)
    for stem in content_stems(
        "minister ministry president premier prime secretary spokesman spokeswoman spokesperson chief executive "
        "director chairman chairwoman leader head official officials mayor governor judge general officer union "
        "company police court government department council energy interior foreign defence defense finance health "
        "education transport"
    )
)
_EDGE = re.compile(
    r"[,;:()—–“”\"]|\.\s|\b(?:and|but|while|whereas|although|as|which|who|that|after|before|until|since)\b"
)
_NAME_WEIGHT = 3.0
_DATE_WEIGHT = 4.0
_GROUP_WEIGHT = 1.0
_RARE = 5.0  # a word no background text has is no stronger evidence than a rare one
_FAINT = 0.02  # certainty below which two facets are left unjoined without a further look
_FEW = 3.0  # weight of the words around a value below which the next clause is read too


@dataclass(frozen=True, slots=True)
class Facet(Generic[Value]):
    """One value in one statement: its place, the value, and what the words around it speak of."""

    told: Told
    start: int
    end: int
    value: Value
    context: frozenset[str]

    @property
    def article(self) -> str:
        """The article that gives the value."""
        return self.told.statement.article

    def cell(self, text: str, shown: str) -> Cell:
        """Return the verbatim cell; `text` is the article's, `shown` the value in plain form."""
        statement = self.told.statement
        span = Span(statement.article, statement.span.version, self.start, self.end)
        return Cell(statement.id, statement.article, statement.outlet, span, text[self.start : self.end], shown)


def words_around(text: str, told: Told, start: int, end: int, others: Iterable[tuple[int, int]]) -> frozenset[str]:
    """Return the folded stems of the clause around a value, up to the next value on either side.

    Where that says too little ("on Monday, at 10 a.m., in …"), the next clause on either side is read too.
    """
    first, last = told.statement.span.start, told.statement.span.end
    taken = [(a, b) for a, b in others if (a, b) != (start, end)]
    low = max([first, *(b for a, b in taken if b <= start)])
    high = min([last, *(a for a, b in taken if a >= end)])
    lefts = [match.end() for match in _EDGE.finditer(text, low, start)]
    rights = [match.start() for match in _EDGE.finditer(text, end, high)]
    if low == first:  # what follows another value belongs to that one, so only the sentence itself may be reached into
        lefts.insert(0, first)
    if high == last:
        rights.append(last)
    stems: frozenset[str] = frozenset()
    for step in (1, 2, 3):
        left = lefts[max(0, len(lefts) - step)] if lefts else start
        right = rights[min(step, len(rights)) - 1] if rights else (high if high > end else end)
        around = [*stem_spans(text, left, start), *stem_spans(text, end, right)]
        stems = frozenset(same_thing(stem) for _, _, stem in around) & told.stems  # names count as themselves
        if weigh(stems) >= _FEW:
            break
    return stems


def deeds(features: Iterable[str]) -> frozenset[str]:
    """Return the words that tell what happens: no names or days, and no offices, which say only who."""
    return frozenset(feature for feature in features if ":" not in feature and feature not in _OFFICES)


def weigh(features: Iterable[str]) -> float:
    """Return how much features tell together: background weights of stems, a fixed weight for names."""
    return math.fsum(map(_weight, features))  # exact, so the order of a set does not matter


@cache
def _weight(feature: str) -> float:
    if ":" not in feature:
        return min(term_weight(feature), _RARE)
    if feature.startswith("date:"):
        return _DATE_WEIGHT
    return _GROUP_WEIGHT if feature.startswith("group:") else _NAME_WEIGHT


def join_facets(
    facets: Sequence[Facet[Value]],
    alignment: Alignment,
    score: Callable[[Facet[Value], Facet[Value], float], float],
    may_stand_together: Callable[[Facet[Value], Facet[Value]], bool],
    together: float,
) -> list[list[Facet[Value]]]:
    """Join facets that are values of one thing, the surest first, while the mean certainty stays at `together`.

    `score` gives how surely two facets of different accounts are, 0 to 1, knowing how surely their statements say one
    thing. Two facets of one account that may not stand together are never joined, not even through others.
    """
    ordered = sorted(facets, key=lambda facet: (facet.article, facet.start, facet.end))
    by_statement: dict[int, list[int]] = defaultdict(list)
    for number, facet in enumerate(ordered):
        by_statement[alignment.places[facet.told.statement.id]].append(number)
    pairs = {
        (min(left, right), max(left, right)): likely
        for one, other, near in alignment.near_statements(by_statement)
        for left in by_statement[one]
        for right in by_statement[other]
        if (likely := score(ordered[left], ordered[right], near)) >= _FAINT
    }

    def apart(here: Sequence[int], there: Sequence[int]) -> bool:
        return any(
            ordered[a].article == ordered[b].article and not may_stand_together(ordered[a], ordered[b])
            for a in here
            for b in there
        )

    articles = {number: Counter([facet.article]) for number, facet in enumerate(ordered)}
    joined = link_mean(articles, pairs, together, apart)
    return [[ordered[number] for number in group] for group in joined if len({ordered[n].article for n in group}) > 1]
