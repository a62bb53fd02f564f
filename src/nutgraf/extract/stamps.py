# ruff: noqa: E501 - a regular expression is read in one piece or not at all
"""Dates as pages print them, read to ISO 8601 where they are plausible."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from nutgraf.extract.day_forms import EARLIEST, find_days

_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\b\d{1,2}h\b|\b\d{1,2}\s*[ap]\.?m\b\.?|[+-]\d\d:?\d\d",
    re.IGNORECASE,
)
_ZONE = r"\(?(?:(?-i:[A-Z]{1,5})|UTC|GMT|Z|local time|eastern(?: time)?|pacific(?: time)?|central(?: time)?|[+-]\d\d:?\d\d)(?:[+-]\d{1,2})?\)?"
_LABEL = (
    r"(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|date|release date|publication date|edited|as of"
    r"|veröffentlicht|erschienen|erstellt|aktualisiert|stand|publié|mis à jour|modifié|publicado|actualizado|pubblicato|aggiornato|atualizado"
    r"|gepubliceerd|geplaatst|bijgewerkt|publicerad|uppdaterad|udgivet|opdateret|publisert|oppdatert|julkaistu|päivitetty|opublikowano|aktualizacja|publikováno)"
    r"(?: (?:on|at|date|time|am|le|el|il|op|em|den|d\.))?\s*:?\s*)"
)
_READ = re.compile(r"\b\d{1,2}[ -]min(?:ute)?s?\.?[ -]read\b", re.IGNORECASE)
_LABELS = re.compile(rf"\b{_LABEL}", re.IGNORECASE)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\.?"
_WORDS = re.compile(r"[^\W\d_]+[:.]?")
_WEEKDAYS = (
    r"(?:(?:mon|diens|mitt|donners|frei|sams|sonn)(?:tag|woch)|sonnabend|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mån|tis|ons|tors|fre|lör|sön)dag|(?:man|tirs|lør|søn)dag|segunda|terça|quarta|quinta|sexta|feira|mo|di|mi|do|fr|sa|so)"
)
_FILLERS = re.compile(
    rf"(?:{_WEEKDAY}|{_WEEKDAYS}|{_ZONE}|um|uhr|à|às|am|den|le|el|il|la|las|alle|ore|heures|kl|klo|om|uur|de|at|on|and|edt|est|bst|ist|cet|a\\.?m\\.?|p\\.?m\\.?)[:.,]?".replace(
        "\\\\", "\\"
    ),
    re.IGNORECASE,
)
_ISO = re.compile(r"((?:19|20)\d\d-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?")
_COMPACT = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?=$|T)")


_HOUR = re.compile(
    r"(?:at |à |às |ore |alle |um |[|•·–—-] ?)?(?:[01]?\d|2[0-3])(?:[:.h] ?[0-5]\d(?::[0-5]\d)?|(?= ?[ap]\.?m\b))\s*(?:[ap]\.?\s?m\b\.?)?\s*(?:Uhr|h|hrs|"
    rf"{_ZONE})?[:.]?|\d{{1,3}}(?:\+\d{{1,2}})?['’′]",
    re.IGNORECASE,
)


def is_clock(words: str) -> bool:
    """Tell whether a line is a time of day and nothing else ("22.40", "7:05 a.m.", "14:05 Uhr", "90+3'")."""
    return len(words) <= 40 and _HOUR.fullmatch(words) is not None


@lru_cache(maxsize=4096)
def is_stamp(words: str) -> bool:
    """Tell whether a line holds a date or a clock time and nothing else but labels."""
    if len(words) > 110 or not any(map(str.isdigit, words)):
        return False
    rest = _READ.sub(" ", words)
    found = find_days(rest)
    for day in reversed(found):
        rest = f"{rest[: day.start]} {rest[day.end :]}"
    labels = 0
    while labels < 4 and (label := _LABELS.search(rest)) is not None:
        rest = rest[: label.start()] + " " + rest[label.end() :]
        labels += 1
    timed = _CLOCK.search(rest) is not None
    rest = _CLOCK.sub(" ", rest)
    plain = not any(c.isdigit() for c in rest) and all(
        _FILLERS.fullmatch(word.group()) for word in _WORDS.finditer(rest)
    )
    return plain and (bool(found) or (labels > 0 and timed))


def read_stamp(words: str) -> str | None:
    """Return the date printed in words as `2025-08-14`, or `--08-14` where no year is printed."""
    iso = read_iso(words)
    if iso is not None:
        return iso[:10]
    days = [day.value for day in find_days(words) if not day.either]
    return next(iter(sorted(days, key=lambda value: value.startswith("-"))), None)


def read_iso(words: str) -> str | None:
    """Return an ISO 8601 date or time with its zone, from words that hold one in a plausible year."""
    found = _ISO.search(_COMPACT.sub(r"\1-\2-\3", words))
    if found is None:
        return None
    day, clock, zone = found.groups()
    try:
        plain = date.fromisoformat(day)
    except ValueError:
        return None
    if plain.year < EARLIEST:
        return None
    if clock is None or zone is None:
        return day if clock is None or clock == "00:00" else f"{day}T{clock}"
    stamp = f"{day}T{clock}{'+00:00' if zone == 'Z' else zone}"
    try:
        return datetime.fromisoformat(stamp).isoformat(timespec="minutes")
    except ValueError:
        return day
