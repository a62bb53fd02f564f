"""Times of day, and times counted from the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.annotate.numbers import WORDS, number_value
from nutgraf.records.annotation import TimeKind


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression in a text, in normal form (`recipe`, see models/dates.py)."""

    start: int
    end: int
    kind: TimeKind
    recipe: str


_ZONE = (
    r"(?P<zone>(?:[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\s)?(?:Standard\s|Daylight\s|Summer\s)?[Tt]ime\b|local(?:\stime)?\b"
    r"|(?:GMT|UTC|BST|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|CET|CEST|EET|EEST|MSK|IST|JST|KST"
    r"|AEST|AEDT|NZST|SAST|WAT|EAT)\b"
    r"(?:[+-]\d{1,2})?)"
)
_HALF_DAY = r"(?P<half>[ap]\.?\s?m\b\.?|[AP]\.?M\b\.?)"
_CLOCKS = (
    re.compile(rf"(?<![\d:.,$£€/-])(?P<hour>1[0-2]"
    rf"|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?{_HALF_DAY}(?:,?\s\(?{_ZONE}\)?)?"),
    re.compile(rf"(?<![\d:.,$£€/-])(?P<hour>[01]?\d"
    rf"|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?:\s?(?:hrs|hours)\b)?(?:\s\(?{_ZONE}\)?)?"),
    re.compile(rf"(?<![\d:.,$£€/-])(?P<hour>[01]\d|2[0-3])\.?(?P<minute>[0-5]\d)\s?(?:hrs\s?)?{_ZONE}"),
    re.compile(r"\b(?P<hour>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve)\so['’]clock\b"),
)  # fmt: skip
_PAST_HOUR = re.compile(
    r"\b(?P<part>half|(?:a )?quarter|five|ten|twenty|twenty-five|\d{1,2} minutes) (?P<side>past|to|after) "
    r"(?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|1[0-2]|[1-9])\b"
    r"(?!,\d|[.:]\d)(?:\s?(?P<half>[ap])\.?m\b\.?)?"
)
_PARTS = {"half": 30, "quarter": 15, "a quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_LEADING_HOUR = re.compile(r"\b(?:at|by|from|until|till|around|about|before|after|to)\s\Z", re.I)
_MILITARY = re.compile(r"\b(?P<hour>0\d)(?P<minute>[0-5]\d)\b(?!\s?(?:people|[a-z]+s\b)|[-/.,]\d)")
_HOURS = dict(zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True))
_NOON = re.compile(r"\b([Nn]oon|[Mm]idnight|[Mm]idday)\b")


def find_clocks(text: str) -> Iterator[Expression]:
    """Yield the times of day of a text."""
    for pattern in _CLOCKS:
        for found in pattern.finditer(text):
            groups = found.groupdict()
            hour = _HOURS.get(found["hour"]) or int(found["hour"])
            half = (groups.get("half") or "").lower()
            if half.startswith("p"):
                hour = hour % 12 + 12
            elif half.startswith("a"):
                hour %= 12
            zone = f":{groups['zone']}" if groups.get("zone") else ""
            if not half and not zone and re.match(r"\s(?:victory|win|ratio|split|odds|lead)\b", text[found.end() :]):
                continue
            recipe = f"clock:{hour:02}:{groups.get('minute') or '00'}{zone}".replace(" ", "_")
            end = found.end() - (text[found.end() - 1] == ")" and "(" not in found[0])
            yield Expression(found.start(), end, TimeKind.CLOCK, recipe)
    yield from _spoken_clocks(text)
    for found in _NOON.finditer(text):
        recipe = "clock:00:00" if found[1].lower() == "midnight" else "clock:12:00"
        yield Expression(found.start(), found.end(), TimeKind.CLOCK, recipe)


def _spoken_clocks(text: str) -> Iterator[Expression]:
    """Yield hours such as "half past nine" and "at 0700"."""
    for found in _PAST_HOUR.finditer(text):
        part, side = found["part"], found["side"]
        if part not in {"half", "quarter", "a quarter"} and not _LEADING_HOUR.search(text[: found.start()][-9:]):
            continue
        minutes = _PARTS[part] if part in _PARTS else int(part.split()[0])
        hour = {"noon": 12, "midnight": 24}.get(found["hour"]) or _HOURS.get(found["hour"]) or int(found["hour"])
        if part == "half" and side == "to":
            continue
        hour = hour % 12 + 12 if found["half"] == "p" else hour
        at = (hour * 60 + (-minutes if side == "to" else minutes)) % 1440
        yield Expression(found.start(), found.end(), TimeKind.CLOCK, f"clock:{at // 60:02}:{at % 60:02}")
    for found in _MILITARY.finditer(text):
        if _LEADING_HOUR.search(text[: found.start()][-9:]):
            recipe = f"clock:{found['hour']}:{found['minute']}"
            yield Expression(found.start(), found.end(), TimeKind.CLOCK, recipe)


_DAYS = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "tonight": 0,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
_DAY = re.compile(
    r"\b(?:(?:[Ll]ate|[Ee]arly|[Ee]arlier|[Ll]ater)\s)?(?P<day>[Tt]he day before yesterday"
    r"|[Tt]he day after tomorrow|[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)"
    r"(?:\s(?P<part>morning|afternoon|evening|night))?\b"
    r"|\b(?P<this>[Tt]his|[Ll]ast)\s(?P<part2>morning|afternoon|evening|night)\b"
)
_TITLE = re.compile(r"['’]s\s[A-Z][a-z]")
"""After "Today": the name of a section or a programme ("Today’s Paper")."""

_UNIT = r"week|weekend|month|year|quarter|decade|century|spring|summer|autumn|winter|fall"
_WHICH = re.compile(
    rf"\b(?:(?P<edge>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate)\s)?(?P<which>[Tt]his past|[Tt]his coming"
    rf"|[Tt]his|[Ll]ast|[Nn]ext|[Tt]he past|[Tt]he last|[Tt]he latest|[Tt]he coming|[Tt]he current|[Cc]urrent"
    rf"|[Cc]oming)\s(?P<unit>{_UNIT})\b(?!-|\sof\b)"
)
_EDGE_OF = re.compile(
    r"\b[Tt]he\s(?P<edge>end|start|beginning|middle)\sof\s(?P<which>the|this|next|last)\s(?P<unit>month|year|quarter)\b"
)
EDGE_NAMES = {"beginning": "start", "middle": "mid"}
_STEP = {
    "this": 0, "current": 0, "the current": 0, "last": -1, "this past": -1, "the past": -1, "the last": -1,
    "the latest": -1,
}  # fmt: skip
_VAGUE = re.compile(
    r"\b(?:(?:[Ii]n\s)?(?:(?:the|these)\s)?(?P<which>recent|past|last|coming|next|previous|upcoming)"
    r"|(?:the\s)?(?P<few>past|last|next|coming)\s(?:few|several|couple\sof))\s(?P<unit>seconds"
    r"|minutes|hours|days|weeks|weekends|months|years|decades)\b"
)
_ANAPHOR = re.compile(
    r"\b(?:[Tt]he|[Aa]|[Tt]hat|[Oo]ne)\s(?P<which>next|following|same|previous"
    r"|preceding)\s(?P<unit>day|night|morning|evening|week|month|year)\b"
)
_DISTANCE = re.compile(
    rf"\b(?P<count>[Aa]n?|[Tt]he|\d{{1,3}}|(?i:{WORDS}))\s(?P<unit>hours?|decades?|days?"
    r"|weeks?|months?|years?)\s(?P<side>earlier|later|before|after)\b(?!\syesterday|\stomorrow)"
)
_SIDE = re.compile(r"(?:earlier|later|before|after)\b")
"""What ends a distance from another time; the longer pattern is only tried where this stands."""


def find_relatives(text: str) -> Iterator[Expression]:
    """Yield the expressions of a text that count from its day of publication or from another time in it."""
    for found in _DAY.finditer(text):
        part = found["part"] or found["part2"]
        number = _DAYS[found["day"].lower()] if found["day"] else (-1 if found["this"].lower() == "last" else 0)
        if found["day"] and found["day"].lower() == "tonight":
            part = "night"
        recipe = f"offset:day:{number}" + (f" part:{part}" if part else "")
        if not _TITLE.match(text, found.end()):
            yield Expression(found.start(), found.end(), TimeKind.DATE, recipe)
    for found in _WHICH.finditer(text):
        yield _which(found)
    for found in _EDGE_OF.finditer(text):
        number = {"next": 1, "last": -1}.get(found["which"], 0)
        edge = EDGE_NAMES.get(found["edge"], found["edge"])
        kind = TimeKind.INTERVAL if found["unit"] == "quarter" else TimeKind.DATE
        yield Expression(found.start(), found.end(), kind, f"offset:{found['unit']}:{number} edge:{edge}")
    for found in _VAGUE.finditer(text):
        which = found["which"] or found["few"]
        side = "past" if which in {"recent", "past", "last", "previous"} else "next"
        start = found.end() - len(found[0].removeprefix("in ").removeprefix("In "))
        yield Expression(start, found.end(), TimeKind.INTERVAL, f"vague:{side}")
    for found in _ANAPHOR.finditer(text):
        number = {"next": 1, "following": 1, "same": 0}.get(found["which"], -1)
        unit = "day" if found["unit"] in {"night", "morning", "evening"} else found["unit"]
        yield Expression(found.start(), found.end(), TimeKind.DATE, f"anaphor:{unit}:{number}")
    for told in _SIDE.finditer(text):
        distance = _DISTANCE.search(text, max(0, told.start() - 50), told.end())
        if distance:
            yield _distance(text, distance)


_WITHIN = re.compile(r"\b(?:over|during|within|throughout|across)\s\Z", re.I)


def _within(found: re.Match[str]) -> bool:
    """Tell whether "the last year" is a stretch up to now ("over the last year"), and not the calendar's."""
    return bool(_WITHIN.search(found.string, max(0, found.start() - 12), found.start()))


def _which(found: re.Match[str]) -> Expression:
    which, unit = found["which"].lower(), found["unit"].replace("fall", "autumn")
    number = _STEP.get(which, 1)
    edge = f" edge:{found['edge'].lower()}" if found["edge"] else ""
    if unit in {"spring", "summer", "autumn", "winter"}:
        direction = {0: "this", -1: "before", 1: "after"}[number]
        return Expression(found.start(), found.end(), TimeKind.INTERVAL, f"season:{unit}:{direction}{edge}")
    if unit == "century":
        return Expression(found.start(), found.end(), TimeKind.INTERVAL, "vague:past" if number < 0 else "vague:next")
    if which in {"the past", "the coming"} or (which == "the last" and _within(found)):
        letter = {"week": "P1W", "month": "P1M", "year": "P1Y", "quarter": "P3M", "decade": "P10Y", "weekend": "P2D"}[
            unit
        ]
        side = "next" if which == "the coming" else "past"
        return Expression(found.start(), found.end(), TimeKind.INTERVAL, f"span:{letter}:{side}")
    kind = TimeKind.DATE if unit in {"year", "month"} else TimeKind.INTERVAL
    return Expression(found.start(), found.end(), kind, f"offset:{unit}:{number}{edge}")


def _distance(text: str, found: re.Match[str]) -> Expression:
    word = found["count"].lower()
    count = 1 if word in {"a", "an", "the"} else int(number_value(word))
    number = count if found["side"] in {"later", "after"} else -count
    unit = found["unit"].rstrip("s")
    if unit == "decade":
        unit, number = "year", number * 10
    event = found["side"] in {"before", "after"} and re.match(r"\s[\w“‘\"]", text[found.end() : found.end() + 2])
    recipe = f"anaphor:{unit}:{number}{' of:event' if event else ''}"
    return Expression(found.start(), found.end(), TimeKind.DATE, recipe)
