"""Figures of an article: numbers with unit, qualifier and what they count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nutgraf.annotate.ages import Age, read_age
from nutgraf.annotate.changes import tell_change
from nutgraf.annotate.counted import find_counted
from nutgraf.annotate.currencies import currency_after, find_currencies
from nutgraf.annotate.expressions import find_expressions
from nutgraf.annotate.money import CURRENCY_BEFORE, CURRENCY_SIGNS
from nutgraf.annotate.numbers import DIGITS, SCALES, SHORT_SCALES
from nutgraf.annotate.ordinals import Ordinal, find_ordinals
from nutgraf.annotate.qualifiers import QUALIFIER, QUALIFIER_AFTER, qualifier_of
from nutgraf.annotate.quantities import Quantity, find_quantities, is_name
from nutgraf.annotate.units import UNIT, is_money, rate_after, unit_name
from nutgraf.records.annotation import Change, Figure, Qualifier, Sentence
from nutgraf.records.article import Article

_ALSO = re.compile(
    rf"\s?[(\[](?:about |around |roughly |some |or |nearly |approximately |~)?(?P<sign>US\$|[$€£])?(?P<number>{DIGITS})"
)
_HYPHEN_NOUN = re.compile(
    r"-(?!(?:old|fold|odd|off|way|sided|handed|ish|plus|for|and|the|time|thirds?|quarters?|halves|half|day|year|month|week"
    r"|hour|minute|second)\b)([a-z]{3,})\b(?!-)"
)
_ONE_HYPHEN = re.compile(
    r"one-(?!(?:member|person|man|woman|seat|vote|point|page|bed|room|storey|story|car|goal)\b)", re.I
)
"""After "one-" most words make no count ("one-sided", "one-stop")."""
_LOW = re.compile(r"-year[- ](?:old[- ])?(low|high|record|peak)\b")
_RATIO = re.compile(r"\s(?:in|out of)\s")
_MAGNITUDE = re.compile(r"(?:-|\s)magnitude\b")
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude(?:\sof)?[\s-]\Z", re.I)
_PRONOUN_LEAD = re.compile(
    r"\b(?:the|these|those|no|any|every|each|which|this|that|other|another|only|last|first)\s\Z", re.I
)
_NUMBERED = re.compile(r"(?<=\d{3})\s(?!Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)[A-Z][a-z]")
"""A bare number of three digits or more before a name is part of it ("the 737 Max")."""

_BOTH = re.compile(r"\b(?:the|these|those)\s\Z", re.I)
"""Before "two": both of those already named."""

_ONE_PERSON = re.compile(
    r"\s(?:(?:is|was|are|were|remains?|remained|has been|had been|still|is still|was still|later|more)\s){0,2}"
    r"(?:missing|dead|killed|injured|wounded|hurt|died|arrested|critical|unaccounted|in (?:a )?(?:critical|serious))\b"
)
_ONE_NOT_NOUN = frozenset("thing way point hand reason time more another by side the".split())


_SUM = 1e6
"""From here on "pounds" are money, unless they are pounds of something."""


@dataclass(frozen=True, slots=True)
class _Draft:
    start: int
    end: int
    low: float
    high: float
    unit: str
    qualifier: Qualifier
    counted: tuple[int, int] | None = None
    also: tuple[tuple[float, str], ...] = ()
    change: Change = Change.NONE
    per: str = ""


def annotate_figures(article: Article, sentences: Sequence[Sentence]) -> tuple[Figure, ...]:
    """Mark every figure of an article.

    Dates, hours and lengths of time are `Time`s, not figures; match scores, telephone numbers and names with a number
    ("Article 5", "Boeing 737") are neither, nor is "first". Ages have the unit "years old" (or months, weeks, days),
    ranks the unit "ordinal", fractions in words the unit "share" (0 to 1), vague amounts ("dozens") the narrowest range
    that the word allows.
    """
    figures: list[Figure] = []
    currencies = find_currencies(article.text)
    for sentence in sentences:
        words = article.text[sentence.start : sentence.end]
        last = 0
        for draft in find_drafts(words, currencies):
            if draft.start >= last:
                figures.append(_figure(words, sentence.start, draft))
                last = draft.end
    return tuple(sorted(figures, key=lambda figure: (figure.start, figure.end)))


def _figure(words: str, offset: int, draft: _Draft) -> Figure:
    place = draft.counted
    counted = words[place[0] : place[1]] if place else ""
    return Figure(
        start=offset + draft.start,
        end=offset + draft.end,
        low=draft.low,
        high=draft.high,
        unit=draft.unit,
        qualifier=draft.qualifier,
        counted=counted,
        counted_start=offset + place[0] if place else None,
        counted_end=offset + place[1] if place else None,
        also=draft.also,
        change=draft.change,
        per=draft.per,
    )


def find_drafts(words: str, currencies: frozenset[str] = frozenset()) -> list[_Draft]:
    """Return the figures of a sentence before they get their place in the article.

    `currencies` are nouns that the article uses as money.
    """
    quantities, ordinals = list(find_quantities(words)), list(find_ordinals(words))
    if not (quantities or ordinals):
        return []
    times = [(one.start, one.end) for one in find_expressions(words)]
    drafts = [_ranked(one) for one in ordinals if not _inside(one.start, one.end, times)]
    for quantity in quantities:
        in_time = _inside(quantity.start, quantity.end, times)
        draft = _low(words, quantity) if in_time else _draft(words, quantity, currencies)
        if draft is not None:
            drafts.append(draft)
    return sorted(drafts, key=lambda draft: (draft.start, -draft.end))


def _inside(start: int, end: int, places: Sequence[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in places)


def _ranked(ordinal: Ordinal) -> _Draft:
    rank = float(ordinal.rank)
    return _Draft(ordinal.start, ordinal.end, rank, rank, "ordinal", Qualifier.EXACT, ordinal.counted)


def _low(words: str, quantity: Quantity) -> _Draft | None:
    found = _LOW.match(words, quantity.end)
    if found is None:
        return None
    return _Draft(quantity.start, found.end(), quantity.low, quantity.high, "years", Qualifier.EXACT, found.span(1))


def _draft(words: str, quantity: Quantity, currencies: frozenset[str]) -> _Draft | None:
    paid = quantity.digits and CURRENCY_BEFORE.search(words, max(0, quantity.start - 5), quantity.start)
    if not paid and is_name(words, quantity):
        return None
    age = read_age(words, quantity)
    if age is not None:
        return _aged(quantity, age)
    draft = _with_unit(words, quantity, currencies)
    if draft is None:
        return None
    draft = _with_qualifier(words, _with_also(words, draft), quantity)
    kind = "" if draft.unit == "share" and _RATIO.search(words, draft.start, draft.end) else draft.unit
    alone = not kind and not draft.unit and draft.high == draft.low and draft.high <= 1
    money = is_money(kind) or kind in currencies
    counted = draft.counted or find_counted(words, draft.end, unit=kind, singular=alone, money=money)
    unit = "people" if not draft.unit and counted and words[: counted[1]].endswith("people") else draft.unit
    change = tell_change(words, draft.start, draft.end, unit)
    draft = replace(draft, counted=counted, unit=unit, change=change, per=_per(words, draft.end, unit, counted))
    return draft if _counts(words, draft, quantity) else None


def _per(words: str, end: int, unit: str, counted: tuple[int, int] | None) -> str:
    """Return what a sum or measure is counted by, and a bare count where "per" says so ("20 points per game")."""
    if unit not in {"", "share", "people", "years old"}:
        return rate_after(words, end)
    directly = counted and not unit and counted[0] == end + 1 and words.startswith(" per ", counted[1])
    return rate_after(words, counted[1]) if directly and counted else ""


def _aged(quantity: Quantity, age: Age) -> _Draft:
    qualifier = Qualifier.RANGE if quantity.low != quantity.high else Qualifier.EXACT
    return _Draft(age.start, age.end, quantity.low, quantity.high, age.unit, qualifier, age.noun)


def _with_unit(words: str, quantity: Quantity, currencies: frozenset[str]) -> _Draft | None:
    """Put currency, measure or share to a quantity; `None` where letters are stuck to it that are none of these."""
    start, end, unit = quantity.start, quantity.end, quantity.unit
    counted = None
    sign = CURRENCY_BEFORE.search(words, max(0, start - 5), start) if quantity.digits else None
    money = currency_after(words, end, currencies) if not sign and not unit else None
    if sign:
        start, unit = sign.start(), CURRENCY_SIGNS[sign[0].strip()]
    factor = _letter_worth(words, end, bool(sign or money)) if quantity.metres else 1.0
    if quantity.metres and factor == 1.0:
        unit = "m"
    measure = UNIT.match(words, end) if not unit else None
    if money:
        end, unit = money
    elif measure:
        end, unit = measure.end(), _measured(words, measure, quantity)
        if unit == "people":
            counted = (end - len(measure[0].strip(" -")), end)
    elif _MAGNITUDE.match(words, end):
        end, unit = end + len("-magnitude"), "magnitude"
    elif before := _MAGNITUDE_BEFORE.search(words, 0, start):
        start, unit = before.start(), "magnitude"
    elif (noun := _HYPHEN_NOUN.match(words, end)) and not _ONE_HYPHEN.match(words, start):
        end, counted = noun.end(), noun.span(1)
    elif end < len(words) and (words[end].isalnum() or re.match(r"[-–](?!plus\b)[^\W_]|[’']s\b", words[end : end + 6])):
        return None
    return _Draft(start, end, quantity.low * factor, quantity.high * factor, unit, Qualifier.EXACT, counted)


def _measured(words: str, measure: re.Match[str], quantity: Quantity) -> str:
    """Return a measure's unit; millions of pounds are money where they are pounds of nothing."""
    unit = unit_name(measure)
    money = unit == "lb" and quantity.low >= _SUM and not re.match(r"\sof\s[a-z]", words[measure.end() :])
    return "gbp" if money else unit


def _letter_worth(words: str, end: int, money: bool) -> float:
    """Return what an "m" after digits multiplies by: millions of money or of people and things, else metres."""
    return 1e6 if money or re.match(r"\s(?:people|cubic|square|metric|[a-z]+s)\b", words[end:]) else 1.0


def _with_also(words: str, draft: _Draft) -> _Draft:
    found = _ALSO.match(words, draft.end) if draft.unit else None
    if found is None:
        return draft
    value, end = float(found["number"].replace(",", "")), found.end()
    scale = re.match(r"\s?(million|billion|trillion|thousand|bn|mn|mln|m|tn|trn|k)\b", words[end:])
    if found["sign"]:
        unit, end = CURRENCY_SIGNS[found["sign"]], end + (scale.end() if scale else 0)
        value *= (SCALES.get(scale[1]) or SHORT_SCALES[scale[1]]) if scale else 1.0
    elif measure := UNIT.match(words, end):
        unit, end = unit_name(measure), measure.end()
    elif (short := words[end : end + 3].partition(")")[0]) in {"m", "in"}:
        unit, end = {"m": "m", "in": "inches"}[short], end + len(short)
    else:
        return draft
    if words[end : end + 1] not in {")", "]"}:
        return draft
    return replace(draft, end=end + 1, also=((value, unit),))


def _with_qualifier(words: str, draft: _Draft, quantity: Quantity) -> _Draft:
    start, end = draft.start, draft.end
    qualifier = quantity.qualifier
    before = QUALIFIER.search(words, max(0, start - 30), start)
    if before:
        start = before.start()
        said = qualifier_of(before[1])
        qualifier = said if qualifier is not Qualifier.RANGE else qualifier
        if said in {Qualifier.EXACT, Qualifier.ABOUT} and (inner := QUALIFIER.search(words, max(0, start - 30), start)):
            start = inner.start()
            qualifier = qualifier_of(inner[1]) if qualifier is not Qualifier.RANGE else qualifier
    after = QUALIFIER_AFTER.match(words, end)
    if after and qualifier is Qualifier.EXACT:
        end = after.end()
        qualifier = (Qualifier.AT_LEAST, Qualifier.AT_LEAST, Qualifier.ABOUT, Qualifier.AT_MOST)[
            (after.lastindex or 1) - 1
        ]
    return replace(draft, start=start, end=end, qualifier=qualifier)


def _counts(words: str, draft: _Draft, quantity: Quantity) -> bool:
    """Tell whether a number in words is a figure and not a pronoun or a turn of phrase ("no one", "the two")."""
    if quantity.digits and not draft.unit and draft.counted is None and _NUMBERED.match(words, draft.end):
        return False
    if quantity.digits or draft.unit or draft.qualifier is not Qualifier.EXACT or quantity.vague:
        return True
    bare = (draft.counted is None and draft.high < 100) or draft.high == 1
    if bare and _PRONOUN_LEAD.search(words, max(0, draft.start - 9), draft.start):
        return False
    if draft.high == 2 and _BOTH.search(words, max(0, draft.start - 6), draft.start):
        return False
    if draft.high != 1:
        return True
    if _ONE_PERSON.match(words, draft.end):
        return True
    if draft.counted is None or re.match(r"\s(?:of|on|in|to|day|by)\b", words[draft.end :]):
        return False
    return words[draft.counted[0] : draft.counted[1]].split()[0].lower() not in _ONE_NOT_NOUN
