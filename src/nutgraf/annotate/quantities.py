"""Where numbers stand in a sentence, alone or as a range, and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.annotate.money import CURRENCY_CODES, CURRENCY_SIGNS
from nutgraf.annotate.numbers import (
    DIGITS,
    GLYPHS,
    NUMBER_WORDS,
    ORDINALS,
    SCALES,
    SHORT_SCALES,
    VAGUE,
    WORDS,
    number_value,
)
from nutgraf.annotate.units import UNIT, unit_name
from nutgraf.records.annotation import Qualifier


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or range at a place: `metres` marks an "m" after digits that may mean metres or millions."""

    start: int
    end: int
    low: float
    high: float
    digits: bool
    unit: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    metres: bool = False
    vague: bool = False


_SCALE = r"(?:[\s-]?(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)\b|(?:bn|tn|trn|mn|mln|k|m|b)\b)"
_NUMERATOR = r"one|two|three|four|five|six|seven|eight|nine"
_PARTS = r"half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
_NUMBER = rf"(?:{DIGITS}{_SCALE}?|{WORDS})"
_LEAD = (
    r"(?:(?<![\w/#@:.\-–−])(?<![\w],)|(?=\d)(?:(?<=[\s(][-−])(?<!\d\s[-−])|(?<=\A[-−])|(?<=\bRs)|(?<=\bRs\.)|(?<=\bRM)"
    rf"|(?<=\bRMB)|(?<=\b(?:{'|'.join(sorted(CURRENCY_CODES))}))))"
)
"""What may stand before a number: no letter, unless it is money ("Rs500"); a minus only after a space."""

_CORE = re.compile(
    _LEAD + r"(?:"
    r"(?P<ratio>(?P<some>\d{1,2}|" + _NUMERATOR + r")"
    r"\s(?:in|out of)(?:\severy)?\s(?P<every>\d{1,7}(?:,\d{3})?|" + _NUMERATOR
    + r"|ten|twenty|hundred)\b(?![-\s]?(?:\d|years?|months?|weeks?|days?|hours?|minutes?)|%))"
    r"|(?P<fraction>(?:(?P<numerator>" + _NUMERATOR + r"|a)[-\s])(?P<part>" + _PARTS + r")\b"
    r"(?!\s(?:of\s)?(?:a\s)?(?:million|billion|trillion))|\bhalf\b(?!\sa\s|\s(?:million|billion|trillion)))"
    r"|(?P<few>(?:several|a few|many|a couple(?:\sof)?)\s(?P<heap>dozen|hundred|thousand|million|billion))\b"
    r"|(?P<vague>(?:(?:tens|hundreds)\sof\s)?(?:thousands|millions|billions)|dozens|scores|hundreds)\b"
    r"|(?P<mixed>(?:(?P<whole>\d{1,4})[\s-])?(?P<over>[1-9]\d?)/(?P<under>2|3|4|5|8|16|32)(?![\d/])"
    r"|(?P<whole2>\d{1,4})?\s?(?P<glyph>[" + "".join(GLYPHS) + "]))"
    r"|(?P<digits>" + DIGITS + r")(?![\d,.]*/\d)(?P<scale>" + _SCALE + r")?"
    r"|(?P<words>\b" + WORDS + r"\b)"
    r")(?P<half>\sand\sa\s(?P<piece>half|quarter)(?:\s(?P<scale2>hundred|thousand|million|billion"
    r"|trillion|dozen))?\b)?",
    re.I,
)  # fmt: skip
_RANGE = re.compile(
    rf"(?P<join>\s?[-–—]\s?|\sto\s|\sand\s|\sor\s)(?P<sign>US\$|[$€£])?(?P<second>{DIGITS}"
    rf"|{WORDS})(?P<scale>{_SCALE})?(?![\w]*\d)",
    re.I,
)
_BETWEEN = re.compile(r"\b(?:between|from)\s(?:US\$|[$€£])?\Z", re.I)
_PERCENT = re.compile(r"%|\s?(?:percent|per cent)\b")
_HALF_LEAD = re.compile(
    r"\b(?:by|than|nearly|almost|about|over|roughly|around|in|under|least|approximately|just)\s\Z", re.I
)
_HALF_FOLLOW = re.compile(r"\s(?:of|the|its|their|his|her|those|a|all)\s")
_HALVED = re.compile(r"\b(?:first|second|other|latter|better|last)[\s-]\Z", re.I)
"""Before "half": one of two, and no share."""

_NAME_LEAD = re.compile(
    r"(?:\b(?:No|Nos|Art|Sec|Ch|Vol|Fig|pp|p)\.\s?|\b(?:number|article|section|page|chapter|phase"
    r"|room|flight|route|highway|channel|level|grade|category|version"
    r"|volume|verse|gate|platform|line|bus|day|model|type|class|stage|step|rule|resolution|amendment"
    r"|bill|act|proposition|tier|zone|area"
    r"|ward|district|episode|season|game|round|group|unit|block|exit|interstate|title|apartment"
    r"|suite|box|serial|figure|table|war)\s)\Z",
    re.I,
)
_CAPITAL_LEAD = re.compile(r"(?:\A|[^.!?:\"“‘]\s|\A\W)([A-Z][\w’'&-]*)\s\Z")
_PRODUCT_LEAD = re.compile(r"\b(?:[a-z]{1,2}[A-Z]\w*|[A-Z]+[a-z]*OS|OS)['’]?\s?\Z")
"""Names of things that are numbered ("iPhone 4"); their versions have points."""

_LEADING_WORDS = frozenset(
    (
        "The In At On Of By For From With About Around Some Only Over Nearly Almost More Up As A An And But Or "
        "Between After Before All Just To Than If When Another Every Both Those These Its Their His Her Our Since Into "
        "Because Approximately Roughly Almost Exactly At Least Fewer Less Where While Though There They He She We It"
    ).split()
)
_ADDRESS = re.compile(
    r"\s(?:[A-Z][\w’'.]+\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive|Square|Terrace|Way)\b"
)
_STRONG_NOUN = re.compile(
    r"\s(?:[a-z]+\s)?(?:people|persons?|men|women|children|civilians|soldiers|troops|deaths|bodies"
    r"|arrests|homes|houses|votes|seats|points|goals|members|times|games|matches|yards|touchdowns|runs|wins|years|months"
    r"|workers|students|employees|officers|residents|miles|%|percent|per cent|million|billion)\b"
)
_PHONE = re.compile(r"[-.\s]\d{3,}[-.\s]\d{3,}|-\d{4}\b|-\d{2,4}-\d")


_TOKEN = re.compile(rf"[A-Za-z]+|\d+|\.\d|[{''.join(GLYPHS)}]")
_OPENING = NUMBER_WORDS | {"a", "several", "many", "tens"}


def _starts(words: str) -> Iterator[int]:
    """Yield where a number may begin: trying only there takes a fifth of the time of searching everywhere."""
    for found in _TOKEN.finditer(words):
        if not found[0].isalpha() or found[0].lower() in _OPENING:
            yield found.start()


def find_quantities(words: str) -> Iterator[Quantity]:
    """Yield the numbers and ranges of a sentence in order, none overlapping."""
    place = 0
    for start in _starts(words):
        found = _CORE.match(words, start) if start >= place else None
        if found is None:
            continue
        quantity = _quantity(words, found)
        place = max(found.end(), quantity.end if quantity else 0)
        if quantity is not None:
            yield quantity


def _quantity(words: str, found: re.Match[str]) -> Quantity | None:
    start, end = found.span()
    if found["ratio"]:
        every = number_value(found["every"])
        share = number_value(found["some"]) / every if every else 2.0
        return Quantity(start, end, share, share, False, "share") if share < 1 else None
    if found["fraction"]:
        return _fraction(words, found)
    if found["mixed"]:
        return _mixed(found)
    if found["few"]:
        heap = SCALES[found["heap"].lower()]
        return Quantity(start, end, 2 * heap, 10 * heap - 1, False, "", Qualifier.ABOUT, vague=True)
    if found["vague"]:
        low, high = VAGUE[" ".join(found["vague"].lower().split())]
        return Quantity(start, end, low, high, False, "", Qualifier.ABOUT, vague=True)
    return _number(words, found)


def _mixed(found: re.Match[str]) -> Quantity | None:
    """Return "10 1/2" or "½"; "24/7" is no number."""
    start, end = found.span("mixed")
    whole = float(found["whole"] or found["whole2"] or 0)
    part = GLYPHS[found["glyph"]] if found["glyph"] else int(found["over"]) / int(found["under"])
    start += len(found[0]) - len(found[0].lstrip())
    return Quantity(start, end, whole + part, whole + part, True) if part < 1 else None


def _fraction(words: str, found: re.Match[str]) -> Quantity | None:
    start, end = found.span("fraction")
    if _HALVED.search(words, max(0, start - 8), start):
        return None
    numerator = (found["numerator"] or "a").lower()
    part = (found["part"] or "half").lower()
    told = bool(
        _HALF_LEAD.search(words, max(0, start - 15), start)
        or _HALF_FOLLOW.match(words, end)
        or words[end : end + 1] in ",.;"
    )
    if numerator == "a" and (not told or words[end : end + 1] == "-" or re.match(r"\s(?:hour|dozen)", words[end:])):
        return None
    singular = part.rstrip("s") if part != "halves" else "half"
    share = (1.0 if numerator == "a" else number_value(numerator)) / ORDINALS[singular]
    return Quantity(start, end, share, share, False, "share")


def _scaled(digits: str, scale: str | None, metres: bool = False) -> float:
    value = number_value(digits)
    name = (scale or "").strip(" -\u00a0").lower()
    if not name or metres:
        return value
    return value * (SCALES.get(name) or SHORT_SCALES[name])


def _number(words: str, found: re.Match[str]) -> Quantity | None:
    start, end = found.span()
    digits = bool(found["digits"])
    if digits and _PHONE.match(words, found.end("digits")) and not found["scale"]:
        return None
    scale = found["scale"]
    metres = scale == "m" or scale == "M"
    low = _scaled(found["digits"] or found["words"], scale, metres)
    if found["half"]:
        low += 0.5 if found["piece"].lower() == "half" else 0.25
        low *= SCALES[found["scale2"].lower()] if found["scale2"] else 1.0
        return Quantity(start, end, low, low, digits, metres=metres)
    if words[max(0, start - 6) : start].lower() == "minus ":
        start, low = start - 6, -low
    elif words[max(0, start - 1) : start] in {"-", "−"}:
        start, low = start - 1, -low
    return _ranged(words, Quantity(start, end, low, low, digits, metres=metres), scale)


def _ranged(words: str, first: Quantity, scale: str | None) -> Quantity:
    """Widen a number to the range it opens ("300 to 400", "between 12 and 15", "2-3 million")."""
    percent = _PERCENT.match(words, first.end)
    measure = UNIT.match(words, first.end) if first.digits and not percent else None
    repeated = percent or measure
    found = _RANGE.match(words, repeated.end() if repeated else first.end)
    if found is None:
        return first
    between = _BETWEEN.search(words, max(0, first.start - 12), first.start)
    join = found["join"].strip()
    if (join == "and") != bool(between and between[0].lower().startswith("between")):
        return first
    if percent and not _PERCENT.match(words, found.end()):
        return first
    if measure and not _same_measure(measure, UNIT.match(words, found.end())):
        return first
    if found["sign"] and not re.search(r"[$€£]\Z", words[: first.start]):
        return first
    if join == "to" and between and _PERCENT.match(words, first.end):
        return first
    second_metres = (found["scale"] or "").lower() == "m"
    high = _scaled(found["second"], found["scale"], second_metres)
    low = first.low
    if found["scale"] and not scale and not second_metres and low < 1000:
        low = low * (high / number_value(found["second"]))
    if high <= low or (join == "or" and high > 1.5 * low + 1):
        return first
    start = between.start() if between and join == "and" else first.start
    digits = first.digits and not (between and join == "and")
    unit = _sign_unit(words, first.start) if not digits else ""
    return Quantity(start, found.end(), low, high, digits, unit, Qualifier.RANGE, first.metres or second_metres)


def _same_measure(one: re.Match[str], other: re.Match[str] | None) -> bool:
    return other is not None and unit_name(one) == unit_name(other)


def _sign_unit(words: str, start: int) -> str:
    return {"$": "usd", "€": "eur", "£": "gbp"}.get(words[start - 1 : start], "")


_YEAR = re.compile(r"(?:19|20)\d\d(?=\s[A-Z][a-z]|\W*\Z|[.,;:)]?\s[A-Z(])")


def _is_item(words: str, start: int, end: int) -> bool:
    """Tell whether a number counts the points of a list ("1) the price")."""
    return words[end : end + 1] == ")" and "(" not in words[:start]


_BIG_K = re.compile(r"\d+K\b(?!\s[a-z]+s\b)")
"""A resolution or a race ("a 5K display"); money has a sign before it."""


def _leading(capital: re.Match[str] | None) -> bool:
    """Tell whether a capitalised word is no name but opens the sentence or stands in a headline."""
    return capital is not None and capital[1].capitalize() in _LEADING_WORDS


def is_name(words: str, quantity: Quantity) -> bool:
    """Tell whether a number belongs to a name, an address or a score and counts nothing."""
    start, end = quantity.start, quantity.end
    if _NAME_LEAD.search(words, max(0, start - 20), start):
        return not _STRONG_NOUN.match(words, end)
    if re.match(r"\s?[-–:]\s?\d", words[end : end + 4]) and quantity.digits:
        return True
    if quantity.digits and _BIG_K.match(words, start) and words[start - 1 : start] not in CURRENCY_SIGNS:
        return True
    if quantity.digits and (_YEAR.match(words, start) or _is_item(words, start, end)):
        return not (_STRONG_NOUN.match(words, end) or re.match(r"\s[a-z]+s\b", words[end:]))
    if re.search(r"\d\s?[-–:]\s?\Z", words[:start][-4:]):
        return True
    capital = _CAPITAL_LEAD.search(words, max(0, start - 30), start)
    if not quantity.digits:
        return bool(capital) and words[start].isupper() and words[start:end].istitle() and not _leading(capital)
    if _PRODUCT_LEAD.search(words, max(0, start - 20), start) or re.match(r"\.\d", words[end : end + 2]):
        return True
    if _ADDRESS.match(words, end):
        return True
    plain = quantity.low == quantity.high and quantity.low == int(quantity.low) and "," not in words[start:end]
    if (
        capital
        and plain
        and quantity.low < 10000
        and not _leading(capital)
        and not capital[1].endswith(("’s", "'s", "’", "'"))
    ):
        return not (
            _STRONG_NOUN.match(words, end) or words[end : end + 1] == "%" or re.match(r"(?:km|m|kg|bn)\b", words[end:])
        )
    return False
