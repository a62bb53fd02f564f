"""Figures and times with their values."""

from __future__ import annotations

from evals.alignment import Pair
from evals.exported import Figure, Time
from evals.gold import Gold, GoldFigure, GoldTime
from evals.matching import overlap, same_time
from evals.trials import Score, Trial, hit

SMALL = 12  # counts in words up to here are as often grammar as news
CLOSE = 0.01  # relative: two thirds may be .667 or .6667


def score_figures(gold: Gold, pairs: tuple[Pair, ...]) -> list[Score]:
    """Score numbers: found with the right value, then the unit and the qualifier of those found."""
    by_key = {pair.gold.key: pair for pair in pairs}
    found: list[Trial] = []
    units: list[Trial] = []
    qualifiers: list[Trial] = []
    for label in gold.figures:
        if label.optional:
            continue
        pair = by_key[label.article]
        right = [item for item in _figures_at(pair, label) if _same_value(item, label)]
        words = f"{label.article}: {pair.page.words(label.place)}"
        found.append(hit(label.article, bool(right), words))
        for item in right[:1]:
            accepted = {label.qualifier, *label.qualifiers}
            units.append(hit(label.article, _same_unit(item.unit, label), f"{words} ({item.unit!r})"))
            qualifiers.append(hit(label.article, item.qualifier in accepted, f"{words} ({item.qualifier})"))
    return [
        Score("figures.recall", tuple(found)),
        Score("figures.precision", tuple(trial for pair in pairs for trial in _figure_precision(gold, pair))),
        Score("figures.units", tuple(units)),
        Score("figures.qualifiers", tuple(qualifiers)),
    ]


def _figures_at(pair: Pair, label: GoldFigure) -> list[Figure]:
    place = pair.locate(label.place)
    if pair.article is None or place is None:
        return []
    return [item for item in pair.article.figures if overlap(place, (item.span.start, item.span.end))]


def _same_value(item: Figure, label: GoldFigure) -> bool:
    accepted = ((label.low, label.high), *label.values)
    return any(_close(item.low, low) and _close(item.high, high) for low, high in accepted)


def _same_unit(unit: str, label: GoldFigure) -> bool:
    """Tell whether a unit is accepted whatever its case; a fraction's unit may be called a share or nothing."""
    accepted = {name.casefold() for name in (label.unit, *label.units)}
    return unit.casefold() in accepted or (unit == "share" and "" in accepted)


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= CLOSE * max(abs(one), abs(other))


def _figure_precision(gold: Gold, pair: Pair) -> list[Trial]:
    """Return one trial per number shown; durations and small counts in words ("the two men") are not judged."""
    if pair.article is None:
        return []
    key, text = pair.gold.key, pair.article.text
    labels = [(pair.locate(label.place), label) for label in gold.figures if label.article == key]
    spare = [pair.locate(label.place) for label in gold.times if label.article == key and _duration(label)]
    trials = []
    for item in pair.article.figures:
        span = (item.span.start, item.span.end)
        there = [label for place, label in labels if place and overlap(place, span)]
        if any(label.optional for label in there) or any(place and overlap(place, span) for place in spare):
            continue
        if not there and _small(item, text):
            continue
        right = any(_same_value(item, label) for label in there)
        trials.append(hit(key, right, f"{key}: {text[span[0] : span[1]]} ({item.low:g}-{item.high:g} {item.unit})"))
    return trials


def _small(item: Figure, text: str) -> bool:
    in_words = not any(character.isdigit() for character in text[item.span.start : item.span.end])
    return in_words and item.high <= SMALL


def _duration(label: GoldTime) -> bool:
    return label.optional or (label.value or "").startswith("P")


def score_times(gold: Gold, pairs: tuple[Pair, ...]) -> list[Score]:
    """Score dates: the right value for every time expression, and no wrong value anywhere."""
    by_key = {pair.gold.key: pair for pair in pairs}
    values = []
    for label in gold.times:
        if label.optional or label.value is None:
            continue
        pair = by_key[label.article]
        place = pair.locate(label.place)
        there = [item for item in (pair.article.times if pair.article else ()) if place and _at(item, place)]
        right = any(_right(item, label) for item in there)
        shown = [item.value for item in there]
        words = f"{label.article}: {pair.page.words(label.place)} ({shown}, not {label.value})"
        values.append(hit(label.article, right, words))
    wrong = tuple(trial for pair in pairs for trial in _time_precision(gold, pair))
    return [Score("times.values", tuple(values)), Score("times.precision", wrong)]


def _at(item: Time, place: tuple[int, int]) -> bool:
    return overlap(place, (item.span.start, item.span.end))


def _right(item: Time, label: GoldTime) -> bool:
    return same_time(item.value, (*([label.value] if label.value else ()), *label.also))


def _time_precision(gold: Gold, pair: Pair) -> list[Trial]:
    if pair.article is None:
        return []
    key, text = pair.gold.key, pair.article.text
    labels = [(pair.locate(label.place), label) for label in gold.times if label.article == key]
    trials = []
    for item in pair.article.times:
        there = [label for place, label in labels if place and _at(item, place)]
        if item.value is None or any(label.optional or label.value is None for label in there):
            continue
        if item.value.startswith("P") and not there:  # durations are not all labelled
            continue
        words = f"{key}: {text[item.span.start : item.span.end]} ({item.value})"
        trials.append(hit(key, any(_right(item, label) for label in there), words))
    return trials
