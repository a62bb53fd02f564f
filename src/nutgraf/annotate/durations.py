"""Lengths of time, repetitions, and distances from the day of publication ("two days ago")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.annotate.moments import Expression
from nutgraf.annotate.numbers import DIGITS, WORDS, number_value
from nutgraf.records.annotation import TimeKind

_LETTER = {
    "second": "TS", "minute": "TM", "min": "TM", "hour": "TH", "hr": "TH", "day": "D", "night": "D", "week": "W",
    "weekend": "W", "fortnight": "F", "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C",
    "centurie": "C",
}  # fmt: skip
_UNIT = (
    r"(?P<unit>seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|fortnights?"
    r"|months?|years?|decades?|centuries|century)"
)
_QUALIFIER = (
    r"(?:(?P<qualifier>[Mm]ore than|[Ll]ess than|[Aa]t least|[Aa]t most|[Oo]ver|[Uu]nder|[Nn]early"
    r"|[Aa]lmost|[Aa]bout|[Aa]round"
    r"|[Rr]oughly|[Aa]pproximately|[Ss]ome|[Uu]p to|[Aa]s long as|[Jj]ust under|[Jj]ust over"
    r"|[Ww]ell over|[Cc]lose to|[Jj]ust|[Oo]nly)\s)?"
)
_COUNT = rf"(?P<count>{DIGITS}|{WORDS}|an?|half an?|several|a few|a couple of|couple of|a quarter[- ]|half a)"
_LOW = rf"(?:(?:between\s)?(?P<low>{DIGITS}|{WORDS})(?:\s(?:to|or|and)\s|\s?[-–]\s?))?"
_COUNTED = re.compile(
    rf"(?<![\w$£€.,-])(?:(?P<last>[Tt]he (?:past|last|next|coming|previous)|[Ll]ast|[Pp]ast"
    rf"|[Nn]ext)\s)?{_QUALIFIER}{_LOW}{_COUNT}[\s-]?{_UNIT}\b(?P<old>[- ]old\b)?"
    r"(?:\s(?P<ago>ago|from now|hence))?",
    re.I,
)
_PLAIN = re.compile(
    r"(?:(?<=\b[Ff]or )|(?<=\b[Aa]fter )|(?<=\b[Ww]ithin )|(?<=\b[Oo]ver )|(?<=\b[Ii]n )|(?<=\bof )"
    r"|(?<=\b[Tt]ook )|(?<=\b[Ll]asted )|(?<=\bjust ))"
    r"(?:(?P<many>many|several)\s)?(?P<unit>hours|days|weeks|months|years|decades|centuries"
    r"|generations)\b(?:\s(?P<ago>ago))?"
)
_SETS = re.compile(
    r"\b(?:(?:[Ee]very|[Ee]ach)\s(?:other\s)?(?P<unit>day|night|week|weekend|month|year|hour|minute|morning|evening)"
    r"|(?:(?:once|twice|three times|four times)\s)?(?:a|per)\s(?P<per>day|night|week|month|year"
    r"|hour)(?=[\s.,;)])|(?P<adverb>annually|yearly|monthly|fortnightly|weekly|daily|nightly"
    r"|hourly))\b"
)
_SET_LENGTH = {"day": "P1D", "night": "P1D", "morning": "P1D", "evening": "P1D", "week": "P1W", "weekend": "P1W"}
_SET_LENGTH |= {"month": "P1M", "year": "P1Y", "hour": "PT1H", "minute": "PT1M"}
_ADVERBS = {"annually": "P1Y", "yearly": "P1Y", "monthly": "P1M", "fortnightly": "P2W", "weekly": "P1W"}
_ADVERBS |= {"daily": "P1D", "nightly": "P1D", "hourly": "PT1H"}
_PER_LEAD = re.compile(r"(?:once|twice|times|%|percent|cent|\d|[a-z]s|million|billion)\s\Z")


def _length(unit: str, count: float) -> str:
    letter = _LETTER[unit.lower().removesuffix("s") if unit.lower() != "centuries" else "century"]
    if letter in {"E", "C", "F", "Q"}:
        count, letter = {"E": (count * 10, "Y"), "C": (count * 100, "Y"), "F": (count * 2, "W"), "Q": (count * 3, "M")}[
            letter
        ]
    if letter == "Y" and count != int(count) and count * 12 == int(count * 12):
        count, letter = count * 12, "M"
    if letter == "TH" and count != int(count):
        count, letter = count * 60, "TM"
    return f"P{'T' if letter[0] == 'T' else ''}{count:g}{letter[-1]}"


def _value(words: str) -> float | None:
    plain = words.lower().rstrip("- ")
    fixed = {
        "a": 1.0,
        "an": 1.0,
        "half a": 0.5,
        "half an": 0.5,
        "a quarter": 0.25,
        "a couple of": 2.0,
        "couple of": 2.0,
    }
    if plain in {"several", "a few"}:
        return None
    return fixed[plain] if plain in fixed else number_value(plain)


def find_durations(text: str) -> Iterator[Expression]:
    """Yield lengths of time, repetitions and distances from now."""
    for found in _COUNTED.finditer(text):
        expression = _counted(text, found)
        if expression is not None:
            yield expression
    for found in _PLAIN.finditer(text):
        recipe = (
            "vague:past" if found["ago"] else "duration:PX" + _LETTER.get(found["unit"][:-1], "Y").replace("E", "0Y")
        )
        if found["unit"] in {"centuries", "generations", "decades"} and not found["ago"]:
            recipe = "duration:PXY"
        kind = TimeKind.INTERVAL if found["ago"] else TimeKind.DURATION
        yield Expression(found.start(), found.end(), kind, recipe)
    for found in _SETS.finditer(text):
        if (
            found["per"]
            and not _PER_LEAD.search(text, max(0, found.start() - 12), found.start())
            and found[0][0] in "ap"
        ):
            continue
        unit = found["unit"] or found["per"]
        yield Expression(
            found.start(), found.end(), TimeKind.SET, f"set:{_SET_LENGTH[unit] if unit else _ADVERBS[found['adverb']]}"
        )


_A_LEAD = re.compile(r"\b(?:for|in|within|after|about|over|nearly|almost|lasted|took|every|than|least)\s\Z", re.I)


def _counted(text: str, found: re.Match[str]) -> Expression | None:
    if found["old"]:
        return None
    count, unit = _value(found["count"]), found["unit"].lower().rstrip("s")
    unit = "century" if unit == "centurie" else unit
    if found["count"].lower() in {"a", "an"} and not (found["qualifier"] or found["ago"] or found["last"]):
        if not _A_LEAD.search(text, max(0, found.start() - 10), found.start()) and unit not in {"decade", "century"}:
            return None
        if unit in {"second", "minute", "night"} and not found["ago"]:
            return None
    if found["ago"]:
        return _ago(found, unit, count)
    if count is None:
        side = (found["last"] or "").lower()
        if side:
            recipe = "vague:next" if side.endswith(("next", "coming")) else "vague:past"
            return Expression(found.start(), found.end(), TimeKind.INTERVAL, recipe)
        letter = _length(unit, 1.0).replace("1", "X")
        return Expression(found.start(), found.end(), TimeKind.DURATION, f"duration:{letter}")
    length = _length(unit, count)
    if found["low"] and number_value(found["low"]) < count and not found["last"]:
        recipe = f"duration:{_length(unit, number_value(found['low']))}/{length}"
        return Expression(found.start(), found.end(), TimeKind.DURATION, recipe)
    if found["last"] and "T" not in length and "." not in length:
        side = "next" if found["last"].lower().endswith(("next", "coming")) else "past"
        return Expression(found.start(), found.end(), TimeKind.INTERVAL, f"span:{length}:{side}")
    return Expression(found.start(), found.end(), TimeKind.DURATION, f"duration:{length}")


def _ago(found: re.Match[str], unit: str, count: float | None) -> Expression:
    sign = -1 if found["ago"].lower() == "ago" else 1
    scale = {"night": ("day", 1), "fortnight": ("week", 2), "century": ("decade", 10), "quarter": ("month", 3)}
    name, times = scale.get(unit, (unit, 1))
    if count is None or name in {"second", "minute", "hour", "min", "hr"} or count * times != int(count * times):
        zero = name in {"second", "minute", "hour", "min", "hr"} and (count or 99) <= 3
        recipe = "offset:day:0" if zero else ("vague:past" if sign < 0 else "vague:next")
        return Expression(found.start(), found.end(), TimeKind.INTERVAL, recipe)
    kind = TimeKind.DATE if not found["qualifier"] else TimeKind.INTERVAL
    return Expression(found.start(), found.end(), kind, f"ago:{name}:{int(count * times) * sign}")
