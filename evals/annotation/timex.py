"""Our times in the form of TimeML: extent, type and value, for its metric alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from evals.annotation.timeml import Timex
from nutgraf.models.dates import read_day
from nutgraf.records.annotation import Time, TimeKind

_PARTS = {"morning": "TMO", "lunchtime": "TMI", "midday": "TMI", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "centurie": "CE", "century": "CE", "generation": "Y",
}  # fmt: skip
_REFERENCES = {"past": "PAST_REF", "next": "FUTURE_REF", "present": "PRESENT_REF"}
_FEW = re.compile(r"\b(?:few|several|couple|many|recent|past|last|next|coming)\b", re.I)
_LONGEST = re.compile(r"\b(decade|centurie)s\b", re.I)
_VAGUE_UNIT = re.compile(rf"\b({'|'.join(_UNITS)})s\b", re.I)
_RANGE = re.compile(r"(?P<low>[\w.,]+)(?:\s(?:to|or|and)\s|\s?[-–]\s?)(?P<high>\S+[\s-]\S+)\Z")
"""Two ends of a length: TimeML marks each on its own."""

_EVENT = re.compile(r"\s(?:after|before|earlier|later)\Z")
_LEAD = re.compile(r"(?:[Jj]ust|[Oo]nly|[Aa]s long as)\s(?!over|under)")
"""Words that our expressions may open with and that do not change the time."""

_NOBODY = "XXXX-XX-XX"
"""TimeML's value of a date that cannot be told."""


def timex_of(time: Time, text: str) -> Iterator[Timex]:
    """Yield a time as TimeML marks it."""
    words = text[time.start : time.end]
    until = _EVENT.search(words) if " of:event" in time.recipe else None
    if until:
        _, unit, number = time.recipe.split(" ")[0].split(":")
        letter = _UNITS[unit]
        length = f"P{'T' if letter[0] == 'T' else ''}{abs(int(number))}{letter[-1]}"
        yield Timex(time.start, time.start + until.start(), "DURATION", length)
        return
    split = _RANGE.search(words) if "/P" in time.recipe else None
    if split:
        low, high = time.recipe.split(" ")[0].split(":")[1].split("/")
        yield Timex(time.start + split.start("low"), time.start + split.end("low"), "DURATION", low)
        yield Timex(time.start + split.start("high"), time.end, "DURATION", high)
        return
    lead = _LEAD.match(words)
    kind, value = _read(time, words)
    yield Timex(time.start + (lead.end() if lead else 0), time.end, kind, value)


def _read(time: Time, words: str) -> tuple[str, str]:
    name, *arguments = time.recipe.split(" ")[0].split(":")
    if name == "duration":
        long = _LONGEST.search(words) if arguments[0] == "PXY" else None
        return "DURATION", f"PX{_UNITS[long[1].lower()]}" if long else arguments[0].rpartition("/")[2]
    if name == "set":
        return "SET", _set(time.recipe, arguments[0])
    if name == "span":
        return "DURATION", arguments[0]
    if name == "vague":
        unit = _VAGUE_UNIT.search(words)
        if unit and _FEW.search(words) and not words.lower().endswith("ago"):
            letter = _UNITS[unit[1].lower()]
            return "DURATION", f"PT X{letter[1]}".replace(" ", "") if letter[0] == "T" else f"PX{letter}"
        return "DATE", _REFERENCES[arguments[0]]
    if time.value is None:
        return ("TIME" if time.kind is TimeKind.CLOCK else "DATE"), _open(time.recipe)
    return _dated(time, name, arguments, words)


def _set(recipe: str, length: str) -> str:
    on = re.search(r" on:([A-Z]{3})", recipe)
    number = "MON TUE WED THU FRI SAT SUN".split().index(on[1]) + 1 if on else 0
    if " part:weekend" in recipe:
        return "XXXX-WXX-WE"
    return f"XXXX-WXX-{number}" if number else length


def _open(recipe: str) -> str:
    clock = re.search(r"clock:(\d\d:\d\d)", recipe)
    return f"{_NOBODY}T{clock[1]}" if clock else _NOBODY


def _dated(time: Time, name: str, arguments: list[str], words: str) -> tuple[str, str]:
    value = time.value or ""
    unit = arguments[0] if arguments else ""
    part = re.search(r" part:(\w+)", time.recipe)
    day = read_day(value.partition("/")[0])
    if "T" in value:
        return "TIME", value
    if part and part[1] in _PARTS and len(value) == 10:
        return "TIME", value + _PARTS[part[1]]
    if name == "quarter" or (name == "offset" and unit == "quarter"):
        return "DATE", f"{value[:4]}-Q{(int(value[5:7]) + 2) // 3}"
    if name == "months" and "/" in value:
        first, last = int(value[5:7]), int(value[-2:])
        return (
            ("DATE", f"{value[:4]}-H{1 if first == 1 else 2}")
            if "half" in words
            else ("DURATION", f"P{last - first + 1}M")
        )
    if name == "season":
        return "DATE", f"{value[:4]}-{_SEASONS[unit]}"
    if name == "decade" or (name == "offset" and unit == "decade"):
        return "DATE", value[:3]
    if name == "century":
        return "DATE", value[:2]
    if day and unit in {"week", "weekend"}:
        return "DATE", _week(day) + ("-WE" if unit == "weekend" else "")
    if " edge:end" in time.recipe and name in {"month", "date", "offset"} and unit != "day":
        return "DATE", value[:7]
    return "DATE", value.partition("/")[0]


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def same_value(ours: str, gold: str) -> bool:
    """Tell whether two values are one, ten years and a decade being one length."""
    return _plain(ours) == _plain(gold)


def _plain(value: str) -> str:
    value = re.sub(r"\AP(\d+)DE\Z", lambda found: f"P{int(found[1]) * 10}Y", value.strip())
    value = re.sub(r"\AP(\d+)CE\Z", lambda found: f"P{int(found[1]) * 100}Y", value)
    value = re.sub(r"\AP(\d+\.\d+)Y\Z", lambda found: f"P{float(found[1]) * 12:g}M", value)
    return re.sub(r"(T\d\d:\d\d):00", r"\1", value)
