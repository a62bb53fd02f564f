"""Why a gold quantity was missed, or one told that is not gold: a class for each, with the place where it stands."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from evals.annotation.newsquant import Quantified, Quantity
from evals.annotation.timeml import make_article
from nutgraf.annotate.figures import annotate_figures
from nutgraf.annotate.ordinals import find_ordinals
from nutgraf.annotate.quantities import Quantity as Printed
from nutgraf.annotate.quantities import find_quantities, is_name
from nutgraf.annotate.times import annotate_times
from nutgraf.records.annotation import Sentence
from nutgraf.records.article import Role

_SCORE = re.compile(r"\d\s?[-–:]\s?\Z")
_CLOSE = 0.03  # 0.33 for a third


def tell_misses(one: Quantified, ours: Sequence[Quantity], right: Sequence[tuple[int, int]]) -> list[tuple[str, str]]:
    """Return reason and line for each gold quantity without its pair in `right`, and for each of ours without one."""
    mine, theirs = {index for index, _ in right}, {index for _, index in right}
    spare = [told for index, told in enumerate(ours) if index not in mine]
    found = []
    for index, gold in enumerate(one.gold):
        if index in theirs:
            continue
        place, reason = _missed(one.text, gold, spare)
        found.append((reason, f"{one.id} {place}: {reason} (gold {show(gold)})"))
    found += [(reason, f"{one.id}: {reason} ({show(told)})") for told in spare if (reason := _added(told, one.gold))]
    return found


def count_reasons(misses: Sequence[tuple[str, str]]) -> str:
    """Return how often each reason stands in a list of misses, the most frequent first."""
    counts = Counter(reason for reason, _ in misses)
    return ", ".join(f"{reason} {number}" for reason, number in counts.most_common())


def show(quantity: Quantity) -> str:
    """Return a quantity in one short line."""
    ends = "-".join(f"{end:g}" for end in (quantity.low, quantity.high) if end is not None)
    return f"{ends} {quantity.unit} {quantity.change}".strip()


def _missed(text: str, gold: Quantity, spare: Sequence[Quantity]) -> tuple[str, str]:
    printed = next((one for one in find_quantities(text) if _is(one, gold)), None)
    place = f"{printed.start}-{printed.end}" if printed else "-"
    return place, _against(gold, spare) or _dropped(text, gold, printed)


def _against(gold: Quantity, spare: Sequence[Quantity]) -> str:
    """Return the reason where one of ours stands for the gold quantity, but not rightly."""
    for told in spare:
        if _same(told.low, gold.low) and _same(told.high, gold.high):
            return _unit_reason(told, gold)
    for told in spare:
        ends = {told.low, told.high} & {gold.low, gold.high} - {None}
        if ends and (told.high is None) != (gold.high is None):
            return "a range here, one end there"
        if told.high is None and gold.high is None and _near(told.low, gold.low):
            return "rounded or scaled otherwise"
    return ""


def _unit_reason(told: Quantity, gold: Quantity) -> str:
    if "-" in {told.unit, gold.unit}:
        return "no unit in the gold" if gold.unit == "-" else "no unit told"
    if gold.unit.split()[-1] == told.unit.split()[-1]:
        return "same noun, other words before it"
    if " per " in gold.unit + told.unit:
        return "counted by another"
    return "another unit or noun"


def _dropped(text: str, gold: Quantity, printed: Printed | None) -> str:
    """Return why a number that no quantity of ours stands for was not told."""
    if gold.high is not None:
        return "a range not told as one"
    if printed is None:
        ranks = any(one.rank == gold.low for one in find_ordinals(text))
        return "a rank" if ranks else "not read as a number"
    article, sentences = make_article("a", text, None), (Sentence(0, len(text), 0, Role.BODY),)
    if any(one.start < printed.end and printed.start < one.end for one in annotate_times(article, sentences)):
        return "in a date or a time of day"
    if any(one.start < printed.end and printed.start < one.end for one in annotate_figures(article, sentences)):
        return "told once, gold twice"
    if _SCORE.search(text[: printed.start]) or re.match(r"\s?[-–:]\s?\d", text[printed.end :]):
        return "a score or a record"
    if is_name(text, printed):
        return "held for part of a name"
    return "'one' without a count" if gold.low == 1 else "held for a pronoun or a turn of phrase"


def _added(told: Quantity, gold: Sequence[Quantity]) -> str:
    if _against(told, gold):
        return ""  # listed with its gold quantity
    if told.low == 1:
        return "'one', not in the gold"
    return "a bare number, not in the gold" if told.unit == "-" else "a figure, not in the gold"


def _is(printed: Printed, gold: Quantity) -> bool:
    return _same(printed.low, gold.low) or (printed.high != printed.low and _same(printed.high, gold.high))


def _same(one: float | None, other: float | None) -> bool:
    return one == other or (one is not None and other is not None and math.isclose(one, other, rel_tol=1e-5))


def _near(one: float | None, other: float | None) -> bool:
    if not one or not other:
        return False
    scale = math.log10(abs(one / other))
    return abs(scale - round(scale)) < _CLOSE / 2 and one * other > 0
