"""Figures measured on NewsQuant: value, value and unit, value and change, sentence by sentence."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from evals.annotation.newsquant import SIDES, Quantified, Quantity, read_quantified
from evals.annotation.reasons import count_reasons, tell_misses
from evals.annotation.report import Figure as Measure
from evals.annotation.report import Line, Sheet, precision_recall_f1
from evals.annotation.timeml import make_article
from evals.annotation.unit_names import our_unit
from evals.bootstrap import measure as measure_rows
from nutgraf.annotate.counted import find_counted
from nutgraf.annotate.figures import annotate_figures
from nutgraf.annotate.qualifiers import QUALIFIER, qualifier_of
from nutgraf.annotate.quantities import find_quantities
from nutgraf.annotate.times import annotate_times
from nutgraf.records.annotation import Figure, Qualifier, Sentence, Time
from nutgraf.records.article import Article, Role

Same = Callable[[Quantity, Quantity], bool]

_PUBLISHED = (
    Line("CQE (published)", {"value F1": 0.920, "value+unit F1": 0.856, "value+change F1": 0.881}),
    Line("quantulum3 (published)", {"value F1": 0.730, "value+unit F1": 0.472}),
    Line("Recognizers-Text (published)", {"value F1": 0.691, "value+unit F1": 0.342}),
    Line("GPT-3 (published)", {"value P": 0.721, "value R": 0.691, "value F1": 0.706, "value+unit F1": 0.591,
                               "value+change F1": 0.519}),
    Line("Illinois Quantifier (published)", {"value F1": 0.573, "value+unit F1": 0.371, "value+change F1": 0.500}),
)  # fmt: skip
_WAYS = (
    "Each sentence's predictions are matched one to one with its gold quantities: the value (both ends of a range, "
    "within 1e-5), the value with the unit's name, the value with the change. Intervals draw sentences.",
    "Ours in the set's notation: lengths of time in our times count as quantities, ordinals do not; a second unit in "
    "brackets is a quantity of its own; 'dozens' is 12, 'thousands' 1000; what a bare number counts is its unit.",
)
_CHANGES = {
    Qualifier.ABOUT: "~", Qualifier.NEARLY: "~", Qualifier.AT_LEAST: ">", Qualifier.MORE_THAN: ">",
    Qualifier.AT_MOST: "<", Qualifier.LESS_THAN: "<",
}  # fmt: skip
_LENGTHS = frozenset({"duration", "set", "span", "ago", "anaphor", "months"})
_TIME_UNIT = re.compile(
    r"[\s-]?(second|minute|min|hour|hr|day|night|week|weekend|month|quarter|year|decade|centurie|century)s?\b", re.I
)
_TIME_NAMES = {"min": "minute", "hr": "hour", "centurie": "century"}


_TIME_LEAD = re.compile(
    r"(more than|over|at least)|(less than|under|up to|at most)|(about|around|nearly|almost|some|roughly)", re.I
)
_CHANGE_NOUN = re.compile(
    r"\s(?:[a-z-]+\s)?(?:increase|rise|gain|jump|surge|hike|growth|boost|spike|decrease|drop|fall|decline"
    r"|cut|loss|plunge|slump|reduction|dip|slide|tumble)\b"
)
_FROM, _TO = re.compile(r"\bfrom\s\Z"), re.compile(r"\sto\s")


@dataclass(frozen=True, slots=True)
class _Placed:
    start: int
    end: int
    quantity: Quantity


def measure(cache: Path) -> list[Sheet]:
    """Measure NewsQuant and, to be read while making rules, its small sets."""
    folder = cache / "annotation-measure/cqe_newsquant/data"
    if not folder.exists():
        print("quantities: not run, annotation-measure is not unpacked")
        return []
    news = read_quantified(folder, "NewsQuant")
    sides = [one for name in SIDES for one in read_quantified(folder, name)]
    return [
        _sheet("quantities NewsQuant", "test", news, _PUBLISHED),
        _sheet("quantities side sets", "dev: ages, currencies, dimensions, temperatures, no news", sides, ()),
    ]


def _sheet(name: str, part: str, texts: Sequence[Quantified], published: Sequence[Line]) -> Sheet:
    told = [tell_quantities(one.text) for one in texts]
    gold = sum(len(one.gold) for one in texts)
    lines = [Line("nutgraf", _figures(texts, told), ours=True)]
    lines.append(Line("GPT-3 (stored answers, scored here)", _figures(texts, [one.peer for one in texts])))
    misses = [
        miss
        for one, ours in zip(texts, told, strict=True)
        for miss in tell_misses(one, ours, pairs(ours, one.gold, same_unit))
    ]
    what = f"{len(texts)} sentences, {gold} quantities, {part}"
    notes = (*_WAYS, f"Value and unit missed or told too much, by reason: {count_reasons(misses)}.")
    return Sheet(name, what, (*lines, *published), notes, [line for _, line in misses])


def _figures(texts: Sequence[Quantified], told: Sequence[Sequence[Quantity]]) -> dict[str, Measure]:
    found: dict[str, Measure] = {}
    for name, same in (("value", same_value), ("value+unit", same_unit), ("value+change", same_change)):
        if name == "value+change" and not any(gold.change for one in texts for gold in one.gold):
            continue
        rows = [
            (len(pairs(ours, one.gold, same)), len(ours), len(one.gold)) for one, ours in zip(texts, told, strict=True)
        ]
        figures = measure_rows(np.array(rows, dtype=np.float64), precision_recall_f1)
        found |= {f"{name} {letter}": figure for letter, figure in zip(("P", "R", "F1"), figures, strict=True)}
    return found


def tell_quantities(text: str) -> list[Quantity]:
    """Return what we mark in a sentence in the set's notation."""
    article = make_article("sentence", text, None)
    sentences = (Sentence(0, len(text), 0, Role.BODY),)
    placed = [found for one in annotate_figures(article, sentences) for found in _of_figure(one, text)]
    placed += [found for one in annotate_times(article, sentences) for found in _of_time(one, article)]
    return _joined(placed, text)


def read_figures(text: str) -> list[tuple[Figure, Quantity]]:
    """Return our figures of a sentence, each with its quantity in the set's notation; ranks are none."""
    figures = annotate_figures(make_article("sentence", text, None), (Sentence(0, len(text), 0, Role.BODY),))
    return [(one, placed.quantity) for one in figures for placed in islice(_of_figure(one, text), 1)]


def _of_figure(figure: Figure, text: str) -> Iterator[_Placed]:
    if figure.unit == "ordinal":
        return
    low, high = figure.low, figure.high if figure.high != figure.low else None
    if high is not None and figure.qualifier is Qualifier.ABOUT and high > 2 * low:
        low, high = low / 2, None
    if figure.unit == "share":
        low, high = round(low, 2), high
    words = text[figure.start : figure.end]
    change = _CHANGES.get(_qualifier(figure, words), figure.change if _by_verb(figure, text) else "=")
    yield _Placed(
        figure.start,
        figure.end,
        Quantity(low, high, our_unit(_unit(figure, text), _counted(figure, text), figure.per, words), change),
    )
    for value, unit in figure.also:
        yield _Placed(figure.end, figure.end, Quantity(value, None, our_unit(unit, "", words=words), change))


def _counted(figure: Figure, text: str) -> str:
    """Return what a bare number counts as the set names it: "more losses", "door version" of "a two-door version"."""
    start, end = figure.counted_start, figure.counted_end
    if start is None or end is None or figure.unit not in {"", "people"}:
        return figure.counted
    if end == figure.end and text[start - 1] == "-":
        place = find_counted(text, end, unit="", singular=True)
        return figure.counted + (" " + text[place[0] : place[1]] if place and place[0] == end + 1 else "")
    between = text[figure.end : start].strip()
    return f"{between} {figure.counted}" if between in {"more", "other", "additional", "further"} else figure.counted


def _unit(figure: Figure, text: str) -> str:
    """Return a figure's unit; people of a kind are what is counted ("young people"), rupees are of no country."""
    kind = figure.unit == "people" and figure.counted.endswith("people") and figure.counted != "people"
    if figure.unit == "inr" and "Indian" not in text[figure.start : figure.end]:
        return "rupee" if "rupee" in text[figure.start : figure.end] else figure.unit
    return "" if kind else figure.unit


def _qualifier(figure: Figure, words: str) -> Qualifier:
    """Return how exact a figure is; a range, too, may be given with "about"."""
    number = re.search(r"\s\S*\d", words) if figure.qualifier is Qualifier.RANGE else None
    said = QUALIFIER.search(words, 0, number.start() + 1) if number else None
    return qualifier_of(said[1]) if said else figure.qualifier


def _by_verb(figure: Figure, text: str) -> bool:
    """Tell whether a verb says that the figure is a rise or fall: the set reads "a 5 percent drop" as it stands."""
    return bool(figure.change) and not _CHANGE_NOUN.match(text, figure.end)


def _joined(placed: Sequence[_Placed], text: str) -> list[Quantity]:
    """Make one range of the two ends of a move ("from 12 to 15"), as the set does."""
    found: list[Quantity] = []
    last: _Placed | None = None
    for one in sorted(placed, key=lambda each: (each.start, each.end)):
        if last and _TO.fullmatch(text, last.end, one.start) and _FROM.search(text, 0, last.start):
            ends = (found[-1].low, one.quantity.low)
            if found[-1].high is None and one.quantity.high is None:
                unit = one.quantity.unit if one.quantity.unit != "-" else found[-1].unit
                found[-1] = Quantity(*ends, unit, "=")
                last = None
                continue
        found.append(one.quantity)
        last = one
    return found


def _of_time(time: Time, article: Article) -> Iterator[_Placed]:
    if time.recipe.split(":")[0] not in _LENGTHS:
        return
    words = article.text[time.start : time.end]
    for number in find_quantities(words):
        unit = _TIME_UNIT.match(words, number.end)
        if unit and not number.unit:
            high = number.high if number.high != number.low else None
            name = _TIME_NAMES.get(unit[1].lower(), unit[1].lower())
            lead = _TIME_LEAD.match(words)
            change = (">", "<", "~")[(lead.lastindex or 1) - 1] if lead else "="
            yield _Placed(time.start + number.start, time.end, Quantity(number.low, high, name, change))


def same_value(ours: Quantity, gold: Quantity) -> bool:
    """Tell whether two values, or both ends of two ranges, are one."""
    if ours.low is None or gold.low is None or (ours.high is None) != (gold.high is None):
        return False
    ends = ((ours.low, gold.low), (ours.high or 0.0, gold.high or 0.0))
    return all(math.isclose(one, other, rel_tol=1e-5, abs_tol=1e-8) for one, other in ends)


def same_unit(ours: Quantity, gold: Quantity) -> bool:
    """Tell whether value and unit are one."""
    return same_value(ours, gold) and ours.unit == gold.unit


def same_change(ours: Quantity, gold: Quantity) -> bool:
    """Tell whether value and change are one."""
    return same_value(ours, gold) and ours.change == gold.change


def pairs(ours: Sequence[Quantity], gold: Sequence[Quantity], same: Same) -> list[tuple[int, int]]:
    """Return indices of predictions and gold quantities that are matched one to one."""
    left = list(range(len(gold)))
    found = []
    for index, one in enumerate(ours):
        match = next((other for other in left if same(one, gold[other])), None)
        if match is not None:
            left.remove(match)
            found.append((index, match))
    return found
