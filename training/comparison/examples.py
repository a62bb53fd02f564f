"""What the regressions learn from: pairs of statements, of figures, and of statements that may contradict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from evals.comparison.measures import Place
from training.comparison.accounts import Learned

from nutgraf.compare.alignment import Alignment
from nutgraf.compare.calendar import resolve_calendar
from nutgraf.compare.candidates import find_candidates
from nutgraf.compare.contradictions import read_features as read_contradiction
from nutgraf.compare.figures import collect_figures, compatible
from nutgraf.compare.nearness import read_features as read_nearness
from nutgraf.compare.order import order_accounts
from nutgraf.compare.quantities import Values, may_be_same
from nutgraf.compare.quantities import read_features as read_quantity
from nutgraf.compare.relations import relate
from nutgraf.compare.shared import Sharing
from nutgraf.compare.statements import Told, cut_statements
from nutgraf.compare.story import scene_of
from nutgraf.dedupe.articles import dedupe_articles

NEAR = 0.02
"""Nearness of statements below which their figures are not looked at."""

ASKED = 0.1
"""Nearness of statements from which the entailer is asked."""


@dataclass(frozen=True, slots=True)
class Example:
    """One pair: what is weighed, whether it is what it may be, and where it comes from."""

    features: tuple[float, ...]
    label: bool
    fold: int
    weight: float
    kind: str = ""


def read_told(story: Learned) -> tuple[Told, ...]:
    """Return the statements of a story as the comparison cuts them."""
    ordered = tuple(sorted(story.accounts, key=lambda account: account.article.id))
    copies = dedupe_articles([account.article for account in ordered])
    calendar = resolve_calendar(ordered, ())
    scene = scene_of(ordered, calendar, order_accounts(ordered, calendar, copies))
    return tuple(one for account in ordered for one in cut_statements(account, scene))


def nearness_examples(story: Learned) -> Iterator[Example]:
    """Yield the candidate pairs of a story; those that only an optional point holds teach nothing."""
    told = read_told(story)
    first: dict[str, Told] = {}
    for one in told:
        first.setdefault(one.statement.words, one)
    forms, sharing = list(first.values()), Sharing(told)
    for pair in find_candidates(forms):
        left, right = forms[pair.left], forms[pair.right]
        if not story.perhaps(place_of(left), place_of(right)):
            label = story.together(place_of(left), place_of(right))
            features = read_nearness(left, right, pair, sharing.of(left, right))
            yield Example(features, label, story.fold, story.weight)


def quantity_examples(story: Learned) -> Iterator[Example]:
    """Yield pairs of figures of different accounts that may count one thing; `kind` tells whether they fit."""
    told = read_told(story)
    alignment = Alignment(told)
    figures = collect_figures(told, {account.article.id: account.article.text for account in story.accounts})
    values = Values.of(figures)
    for one, two in combinations(figures, 2):
        near = alignment.nearness(alignment.places[one.told.statement.id], alignment.places[two.told.statement.id])
        if one.article == two.article or not NEAR <= near < 1 or not may_be_same(one, two, values):
            continue
        here, there = (one.article, one.start, one.end), (two.article, two.start, two.end)
        fits = compatible(one.value, two.value)
        label = story.together(here, there) if fits else story.differ(here, there)
        yield Example(read_quantity(one, two, near, values), label, story.fold, 1.0, "agree" if fits else "differ")


def contradiction_examples(story: Learned) -> Iterator[Example]:
    """Yield pairs of statements that the entailer was asked about."""
    alignment = Alignment(read_told(story))
    told = alignment.told
    pairs = [(left, right) for (left, right), near in sorted(alignment.pairs.items()) if near >= ASKED]
    likely = relate([(told[left].statement.words, told[right].statement.words) for left, right in pairs])
    for (left, right), relations in zip(pairs, likely, strict=True):
        features = read_contradiction(told[left], told[right], alignment.nearness(left, right), relations)
        label = story.differ(place_of(told[left]), place_of(told[right]))
        yield Example(features, label, story.fold, 1.0)


def place_of(told: Told) -> Place:
    """Return the place of a statement."""
    span = told.statement.span
    return span.article, span.start, span.end


def count(examples: Sequence[Example]) -> str:
    """Return in words how many examples there are, and how many of them are what they may be."""
    return f"{len(examples)} pairs, {sum(one.label for one in examples)} of them true"
