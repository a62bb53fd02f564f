"""Lengths of time, repetitions, and distances from the day of publication ("two days ago")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.annotate.moments import Expression
from nutgraf.annotate.numbers import DIGITS, NUMBER_WORDS, WORDS, number_value
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
_UNIT_PLACE = re.compile(_UNIT.replace("?P<unit>", "?:"), re.I)
_BEFORE, _AFTER = 70, 25
"""Characters round a unit of time in which its number stands, and "ago": searching only there halves the time."""

_KIND = r"(?:\s(?:long|full|straight|consecutive|solid|working|business|more|extra))?"
_SHORT = 26
_COUNT_BEFORE = re.compile(
    rf"(?:\d|\b(?:an?|several|few|couple of|half|quarter|{'|'.join(sorted(NUMBER_WORDS))}))(?:-plus)?{_KIND}[\s-]?\Z",
    re.I,
)
"""What ends a count right before its unit; without it nothing is counted."""

_HALF = r"(?:\sand\sa\s(?P<piece>half|quarter))?"
_LOW = rf"(?:(?:between\s)?(?P<low>{DIGITS}|{WORDS})(?:\s(?:to|or|and)\s|\s?[-–]\s?))?"
_COUNTED = re.compile(
    rf"(?<![\w$£€.,-])(?:(?P<last>[Tt]he (?:past|last|next|coming|previous)|[Ll]ast|[Pp]ast"
    rf"|[Nn]ext)\s)?{_QUALIFIER}{_LOW}{_COUNT}{_HALF}(?:-plus)?{_KIND}[\s-]?{_UNIT}\b(?P<old>[- ]old\b|\sof age\b)?"
    r"(?:\sand\sa\s(?P<piece2>half|quarter)\b)?(?:\s(?P<ago>ago|from now|hence))?",
    re.I,
)
_PLAIN = re.compile(
    r"\b(?P<unit>[Mm]inutes|[Hh]ours|[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears|[Dd]ecades|[Cc]enturies|[Gg]enerations)\b"
    r"(?:(?P<ago>\sago\b)|(?P<goes>-long\b|(?=\s(?:of|later|earlier|before|after)\b)))?"
)
_PLAIN_LEAD = re.compile(
    r"\b(?:(?:for|after|within|over|in|of|took|takes?|lasted|last|just|through|spent)\s"
    r"(?P<many>(?:so many|many|several|long)\s)?"
    r"|(?<!as )(?P<many2>(?:many|long)\s))\Z",
    re.I,
)
_NO_LENGTH = re.compile(r"\b(?:early|small|late|wee|office|working|opening|business)\s\Z")
"""Words that make "hours" no length ("the small hours of Friday")."""

_SETS = re.compile(
    r"\b(?:(?:[Ee]very|[Ee]ach)\s(?:other\s)?(?P<unit>day|night|week|weekend|month|year|hour|minute|morning|evening)"
    r"|(?:(?:once|twice|three times|four times)\s)?(?:a|per)\s(?P<per>day|night|week|month|year"
    r"|hour)(?=[\s.,;)])|(?P<adverb>annually|yearly|monthly|fortnightly|weekly|daily|nightly"
    r"|hourly))\b|\b(?:[Aa]t|[Oo]n)\s(?P<ends>weekends|weekdays)\b"
)
_LONG = re.compile(
    r"\b(?:(?P<half>half|quarter)[ -](?:a )?)?(?P<unit>hour|day|week|month|year|decade|century)-?(?P<long>long)\b"
    r"|\b(?P<share>half|quarter)-(?P<of>hour|day|decade|century)\b",
    re.I,
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
    yield from _numbered(text)
    for found in _LONG.finditer(text):
        yield _long(found)
    for found in _PLAIN.finditer(text):
        plain = _plain(text, found)
        if plain is not None:
            yield plain
    for found in _SETS.finditer(text):
        bare = found["per"] and found[0][0] in "ap"
        if not bare or _PER_LEAD.search(text, max(0, found.start() - 12), found.start()):
            yield _set(found)


def _numbered(text: str) -> Iterator[Expression]:
    place = 0
    for named in _UNIT_PLACE.finditer(text):
        if not _COUNT_BEFORE.search(text, max(0, named.start() - _SHORT), named.start()):
            continue
        found = _COUNTED.search(text, max(place, named.start() - _BEFORE), named.end() + _AFTER)
        if found is None:
            continue
        place = found.end()
        expression = _counted(text, found)
        if expression is not None:
            yield _without_verb(found, expression)


def _set(found: re.Match[str]) -> Expression:
    if found["ends"]:
        return Expression(found.start("ends"), found.end(), TimeKind.SET, f"set:P1W part:{found['ends'][:-1]}")
    unit = found["unit"] or found["per"]
    length = _SET_LENGTH[unit] if unit else _ADVERBS[found["adverb"]]
    return Expression(found.start(), found.end(), TimeKind.SET, f"set:{length}")


def _open_length(unit: str) -> str:
    """Return a length of some units that no number tells."""
    letter = {"decade": "Y", "century": "Y", "generation": "Y", "quarter": "M", "fortnight": "W"}.get(unit)
    letter = letter or _LETTER.get(unit, "Y")
    return f"PTX{letter[1]}" if letter[0] == "T" else f"PX{'Y' if letter == 'C' else letter}"


def _long(found: re.Match[str]) -> Expression:
    """Return the length of "year-long" and "half-century"."""
    unit, half = (found["unit"] or found["of"]).lower(), (found["half"] or found["share"] or "").lower()
    length = _length(unit, {"half": 0.5, "quarter": 0.25}.get(half, 1.0))
    return Expression(found.start(), found.end(), TimeKind.DURATION, f"duration:{length}")


def _plain(text: str, found: re.Match[str]) -> Expression | None:
    """Return a length that no number tells ("for years", "decades-long"), or a vague distance ("years ago")."""
    start = max(0, found.start() - 22)
    lead = _PLAIN_LEAD.search(text, start, found.start())
    if not (lead or found["ago"] or found["goes"] is not None) or _NO_LENGTH.search(text, start, found.start()):
        return None
    first = lead.start("many2") if lead and lead["many2"] else found.start()
    first = lead.start("many") if lead and lead["many"] else first
    if found["ago"]:
        return Expression(first, found.end(), TimeKind.INTERVAL, "vague:past")
    unit = found["unit"].lower()
    return Expression(first, found.end(), TimeKind.DURATION, f"duration:{_open_length(unit[:-1])}")


_A_NOUN = re.compile(
    r"[-\s](?!of|since|to|when|away|long|apart|on|in|at|and|or|for|with|by|as|that|if|the|a|later)[a-z]{4,}\b"
)
"""A noun right after: the unit is part of its name ("a day nursery"), and no length."""


def _counted(text: str, found: re.Match[str]) -> Expression | None:
    if found["old"]:
        return None
    count, unit = _value(found["count"]), found["unit"].lower().rstrip("s")
    unit = "century" if unit == "centurie" else unit
    if count is not None and (piece := found["piece"] or found["piece2"]):
        count += 0.5 if piece.lower() == "half" else 0.25
    if not _article_counts(text, found, unit):
        return None
    if found["ago"]:
        return _ago(found, unit, count)
    return _length_or_span(found, unit, count)


def _article_counts(text: str, found: re.Match[str], unit: str) -> bool:
    """Tell whether an "a" before a unit counts it ("for a week") and is no mere article."""
    if found["count"].lower() in {"a", "an"} and not (found["qualifier"] or found["ago"] or found["last"]):
        rate = _PER_LEAD.search(text, max(0, found.start() - 12), found.start())
        return not (rate or _A_NOUN.match(text, found.end())) and unit not in {"second", "minute", "night", "quarter"}
    return True


def _length_or_span(found: re.Match[str], unit: str, count: float | None) -> Expression:
    if count is None:
        side = (found["last"] or "").lower()
        if side:
            recipe = "vague:next" if side.endswith(("next", "coming")) else "vague:past"
            return Expression(found.start(), found.end(), TimeKind.INTERVAL, recipe)
        return Expression(found.start(), found.end(), TimeKind.DURATION, f"duration:{_open_length(unit)}")
    length = _length(unit, count)
    if found["low"] and number_value(found["low"]) < count and not found["last"]:
        recipe = f"duration:{_length(unit, number_value(found['low']))}/{length}"
        return Expression(found.start(), found.end(), TimeKind.DURATION, recipe)
    if found["last"] and "T" not in length and "." not in length:
        side = "next" if found["last"].lower().endswith(("next", "coming")) else "past"
        return Expression(found.start(), found.end(), TimeKind.INTERVAL, f"span:{length}:{side}")
    return Expression(found.start(), found.end(), TimeKind.DURATION, f"duration:{length}")


def _without_verb(found: re.Match[str], expression: Expression) -> Expression:
    """Leave out a "last" that is a verb ("could last up to six weeks")."""
    if (found["last"] or "").lower() != "last" or not found["qualifier"]:
        return expression
    recipe = expression.recipe
    if recipe.startswith("span:"):
        recipe = "duration:" + recipe.split(":")[1]
    return Expression(found.start("qualifier"), found.end(), TimeKind.DURATION, recipe)


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
