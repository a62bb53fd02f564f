"""Dates as they are printed: days, weekdays, months, years, quarters, seasons, decades, centuries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.annotate.moments import Expression
from nutgraf.models.dates import day_of
from nutgraf.records.annotation import TimeKind

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "January Jan",
            "February Feb",
            "March Mar",
            "April Apr",
            "May",
            "June Jun",
            "July Jul",
            "August Aug",
            "September Sept Sep",
            "October Oct",
            "November Nov",
            "December Dec",
        ),
        start=1,
    )
    for name in names.split()
}
_LONG_MONTHS = sorted(
    (name for name in MONTHS if len(name) > 4 or name in {"May", "June", "July"}), key=len, reverse=True
)
_SHORT_MONTHS = sorted((name for name in MONTHS if name not in _LONG_MONTHS), key=len, reverse=True)
MONTH = rf"(?P<month>(?:{'|'.join(_LONG_MONTHS)})\b|(?:{'|'.join(_SHORT_MONTHS)})\b\.?)"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:%]|,\d|\.\d)"
_TO = r"(?:\s?[-–—]\s?|\s(?:to|and|through|until)\s)(?P<day2>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:%/]|,\d|\.\d)"
_YEAR = r"(?P<year>(?:1[0-9]|20)\d\d)(?![\d%]|,\d|\.\d)"
_LONG_WEEKDAY = r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_WEEKDAY = rf"(?P<weekday>{_LONG_WEEKDAY}|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)"
_PART = r"(?P<part>morning|afternoon|evening|night|lunchtime|midday)"
_EDGE = (
    r"(?P<edge>[Ee]arly|[Mm]id|[Ll]ate|[Ll]ater|[Ee]arlier|[Tt]he end of|[Tt]he start of"
    r"|[Tt]he beginning of|[Tt]he middle of)[\s-]+(?:in\s+)?"
)
_DATES = (
    re.compile(
        rf"\b(?:{_WEEKDAY}\.?,?\s+(?:the\s+)?)?(?:{_EDGE}(?:on\s+)?)?{MONTH}\s?{_DAY}(?:{_TO})?(?:,?\s{_YEAR}\b)?(?:\s{_PART}\b)?"
    ),
    re.compile(
        rf"\b(?:{_WEEKDAY}\.?,?\s+(?:the\s+)?)?{_DAY}(?:{_TO})?(?:\sof)?\s{MONTH}(?:,?\s{_YEAR}\b)?(?:\s{_PART}\b)?"
    ),
)
_ISO = re.compile(
    r"(?<![\d/-])((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:[T ](\d\d:\d\d)(?::\d\d)?Z?)?(?![\d/-])"
)
_SLASH = re.compile(r"(?<![\d/])(0?[1-9]|[12]\d|3[01])/(0?[1-9]|[12]\d|3[01])/((?:19|20)\d\d)(?![\d/])")
_MONTH_YEAR = re.compile(rf"\b(?:{_EDGE})?{MONTH},?\s(?:of\s)?{_YEAR}\b")
_FOUR_DIGITS = re.compile(r"\d{4}")
_BARE_MONTH = re.compile(
    rf"\b(?:{_EDGE}|(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious|[Cc]oming)\s)?{MONTH}(?![\s]?\d)(?![\w-])"
)
_MONTH_LEAD = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|during|of|to|between|and|through|before|after|for|a|an|the"
    r"|its|that|or|on)\s|[(–-])\Z",
    re.I,
)
_NAMELIKE = {3, 4, 5, 6, 8}
"""March, April, May, June and August are verbs or first names as well; a word before them must lead to a month."""

_YEARS = re.compile(
    rf"(?<![\w.,$£€#/:-])(?:{_EDGE}|[Tt]he year\s)?{_YEAR}(?:[-–/](?P<year2>(?:1[5-9]|20)\d\d|\d\d)\b"
    r"|\s[-–—]\s(?P<year3>(?:1[5-9]|20)\d\d)\b)?"
    r"(?![\w/:]|-\d)"
)
_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|of|during|for|before|after|the|to|and|between|through"
    r"|around|circa|his|her|its|their"
    r"|our|than|late|early|or|on|a|an|this|election|year|summer|winter|spring|autumn|fall|pre|post"
    r"|onwards?|back)\s|['’]s\s|[(\[]|^|\bmid-)\Z",
    re.I,
)
_YEAR_FOLLOW = re.compile(
    r"\s*(?:[).,;:!?’'\"”]|$|\s(?:and|or|to|when|as|with|after|by|but|that|at|was|is|had|has|for"
    r"|because|while|under|until)\b)"
)
_COUNTED = re.compile(
    r"\s(?:more\s)?(?:people|men|women|children|troops|soldiers|homes|houses|jobs|votes|miles|km"
    r"|metres|meters|feet|tons|tonnes|dollars|euros|pounds|workers|employees|members|others|acres"
    r"|hectares|ft|m|kg|lb|yards|seats|guests|visitors)\b"
)
_DECADE = re.compile(
    rf"(?:\b(?:[Tt]he\s)?(?:{_EDGE})?)(?:(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b|(?:(?<=\s)['’]"
    rf"|(?<=[Tt]he\s)|(?<=0s and )|(?<=0s or )|(?<=0s, ))(?P<short>[2-9]0)s\b(?!°))"
)
_CENTURY_WORDS = {
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "twenty-first": 21,
}  # fmt: skip
_CENTURY = re.compile(
    rf"\b(?:[Tt]he\s)?(?:{_EDGE})?(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)"
    rf"|(?P<word>{'|'.join(_CENTURY_WORDS)}))[\s-][Cc]entury\b"
)
_WEEKDAYS = re.compile(
    rf"\b(?:(?P<which>[Ee]very|[Ee]ach|[Ll]ast|[Nn]ext|[Tt]his past|[Tt]his coming|[Tt]his|[Cc]oming"
    rf"|[Oo]n|[Pp]revious)\s"
    rf"|(?<=\b[Oo]n\s)(?P<that>that)\s|(?:\A|(?<=[.!?]\s)|(?<=[“\"‘]))(?P<that2>That)\s)?"
    rf"(?:(?P<edge>[Ee]arly|[Ll]ate|[Ll]ater|[Ee]arlier"
    rf"|[Mm]id)[\s-](?:on\s)?)?(?P<weekday>{_LONG_WEEKDAY})(?P<plural>s)?\b(?:\s{_PART}\b)?"
)
_WHICH = {
    "last": "before", "previous": "before", "this past": "before", "next": "after", "this coming": "next",
    "coming": "next", "this": "this",
}  # fmt: skip
_SEASON = re.compile(
    rf"\b(?:(?P<edge>[Ee]arly|[Mm]id|[Ll]ate)[\s-])?(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn"
    rf"|[Ww]inter|[Ff]all)\s(?:of\s)?{_YEAR}\b"
)
_HOLIDAYS = {
    "Christmas Day": "12-25", "Christmas Eve": "12-24", "Boxing Day": "12-26", "New Year’s Day": "01-01",
    "New Year's Day": "01-01", "New Year’s Eve": "12-31", "New Year's Eve": "12-31", "Valentine's Day": "02-14",
    "Halloween": "10-31",
}  # fmt: skip
_HOLIDAY = re.compile("|".join(_HOLIDAYS))
_ATTACKS = re.compile(
    r"\b(?:9/11(?![/\d])|Sept(?:\.|ember)? 11(?:th)?(?=,? (?:terror|terrorist|attacks?|hijack|2001)))(?:,? 2001)?"
)
"""The day that is named without its year."""


_EDGES = {"the end of": "end", "the start of": "start", "the beginning of": "start", "the middle of": "mid"}


def month_number(words: str) -> int:
    """Return the number of a printed month."""
    return MONTHS[words.rstrip(".")]


def _suffix(found: re.Match[str]) -> str:
    groups = found.groupdict()
    edge = f" edge:{_EDGES.get(groups['edge'].lower(), groups['edge'].lower())}" if groups.get("edge") else ""
    part = f" part:{groups['part']}" if groups.get("part") else ""
    on = f" on:{groups['weekday'][:3].upper()}" if groups.get("weekday") else ""
    return edge + on + part


def find_dates(text: str) -> Iterator[Expression]:
    """Yield days of a month, with a year or without."""
    for pattern in _DATES:
        for found in pattern.finditer(text):
            month, day, last = month_number(found["month"]), int(found["day"]), found["day2"]
            end = found.end()
            if day_of(2000, month, day) is None:
                continue
            kind = TimeKind.INTERVAL if last else TimeKind.DATE
            if found["year"]:
                first = f"{found['year']}-{month:02}-{day:02}"
                recipe = f"date:{first}/{found['year']}-{month:02}-{int(last):02}" if last else f"date:{first}"
                if day_of(int(found["year"]), month, day) is None:
                    continue
            else:
                days = f"{month:02}-{day:02}" + (f"/{month:02}-{int(last):02}" if last else "")
                recipe = f"monthday:{days}:?"
            yield Expression(found.start(), end, kind, recipe + _suffix(found))


def find_numeric(text: str) -> Iterator[Expression]:
    """Yield dates in digits."""
    for found in _ISO.finditer(text):
        if day_of(int(found[1]), int(found[2]), int(found[3])):
            clock = f" clock:{found[4]}" if found[4] else ""
            kind = TimeKind.CLOCK if clock else TimeKind.DATE
            yield Expression(found.start(), found.end(), kind, f"date:{found[1]}-{found[2]}-{found[3]}{clock}")
    for found in _SLASH.finditer(text):
        first, second = int(found[1]), int(found[2])
        if first > 12 and second <= 12:
            recipe = f"date:{found[3]}-{second:02}-{first:02}"
        elif second > 12 and first <= 12:
            recipe = f"date:{found[3]}-{first:02}-{second:02}"
        elif first == second:
            recipe = f"date:{found[3]}-{first:02}-{first:02}"
        else:
            recipe = f"either:{found[3]}-{first:02}-{second:02}:{found[3]}-{second:02}-{first:02}"
        if max(min(first, second), 1) <= 12:
            yield Expression(found.start(), found.end(), TimeKind.DATE, recipe)


def find_months(text: str) -> Iterator[Expression]:
    """Yield months, with a year or without."""
    for found in _MONTH_YEAR.finditer(text) if _FOUR_DIGITS.search(text) else ():
        recipe = f"date:{found['year']}-{month_number(found['month']):02}{_suffix(found)}"
        yield Expression(found.start(), found.end(), TimeKind.DATE, recipe)
    for found in _BARE_MONTH.finditer(text):
        month = month_number(found["month"])
        led = found["edge"] or found["which"] or _MONTH_LEAD.search(text, max(0, found.start() - 9), found.start())
        full = len(found["month"].rstrip(".")) > 3 or month == 5
        if not led and (month in _NAMELIKE or not full):
            continue
        if re.match(r"\s[A-Z][a-z]", text[found.end() : found.end() + 3]) and not found["edge"] and month in _NAMELIKE:
            continue
        direction = _WHICH.get((found["which"] or "").lower(), "?")
        yield Expression(found.start(), found.end(), TimeKind.DATE, f"month:{month:02}:{direction}{_suffix(found)}")


_BEFORE_CHRIST = re.compile(r"\b(?:\d{1,3},\d{3}|\d{1,5})\s(?:BCE?|B\.C\.(?:E\.)?)(?!\w)")


def find_years(text: str) -> Iterator[Expression]:
    """Yield years, decades and centuries; years before Christ as words alone, for no value of ours goes back so far."""
    for found in _BEFORE_CHRIST.finditer(text):
        yield Expression(found.start(), found.end(), TimeKind.DATE, "unread")
    for found in _YEARS.finditer(text):
        led = found["edge"] or _YEAR_LEAD.search(text, max(0, found.start() - 10), found.start())
        if _COUNTED.match(text, found.end()) or not (led or _YEAR_FOLLOW.match(text, found.end())):
            continue
        if found["year2"] or found["year3"]:
            last = (
                found["year"][:-2] + found["year2"]
                if len(found["year2"] or "") == 2
                else found["year2"] or found["year3"]
            )
            if int(last) > int(found["year"]):
                yield Expression(found.start(), found.end(), TimeKind.INTERVAL, f"date:{found['year']}/{last}")
            continue
        yield Expression(found.start(), found.end(), TimeKind.DATE, f"year:{found['year']}{_suffix(found)}")
    for found in _DECADE.finditer(text):
        decade = found["decade"] or f"19{found['short']}"
        yield Expression(found.start(), found.end(), TimeKind.INTERVAL, f"decade:{decade}")
    for found in _CENTURY.finditer(text):
        number = int(found["number"]) if found["number"] else _CENTURY_WORDS[found["word"]]
        yield Expression(found.start(), found.end(), TimeKind.INTERVAL, f"century:{number}")


_NTH = re.compile(r"\b(?:first|second|third|fourth|last)\s\Z")
_NTH_OF = re.compile(rf"\s(?:in|of)\s(?:(?:the|every|each)\s(?:month|year)\b|{MONTH})")


def find_weekdays(text: str) -> Iterator[Expression]:
    """Yield weekdays."""
    for found in _WEEKDAYS.finditer(text):
        which = (found["which"] or "").lower()
        if _NTH_OF.match(text, found.end()) and (which == "last" or _NTH.search(text[: found.start()][-8:])):
            continue
        if found["plural"] or which in {"every", "each"}:
            start = found.start("weekday") if which == "on" else found.start()
            yield Expression(start, found.end(), TimeKind.SET, f"set:P1W on:{found['weekday'][:3].upper()}")
            continue
        start = found.start()
        if which == "on":
            start = found.start("edge") if found["edge"] else found.start("weekday")
        name = found["weekday"][:3].upper()
        edge = f" edge:{found['edge'].lower()}" if found["edge"] else ""
        part = f" part:{found['part']}" if found["part"] else ""
        recipe = f"weekday:{name}:{_WHICH.get(which, '?')}{edge}{part}"
        if found["that"] or found["that2"]:
            recipe = f"anaphor:weekday:{name}{edge}{part}"
        yield Expression(start, found.end(), TimeKind.DATE, recipe)


def find_named(text: str) -> Iterator[Expression]:
    """Yield seasons of a year and feasts with a fixed day."""
    for found in _SEASON.finditer(text):
        season = found["season"].lower().replace("fall", "autumn")
        yield Expression(found.start(), found.end(), TimeKind.INTERVAL, f"season:{season}:{found['year']}")
    for found in _ATTACKS.finditer(text):
        yield Expression(found.start(), found.end(), TimeKind.DATE, "date:2001-09-11")
    for found in _HOLIDAY.finditer(text):
        yield Expression(found.start(), found.end(), TimeKind.DATE, f"monthday:{_HOLIDAYS[found[0]]}:?")
