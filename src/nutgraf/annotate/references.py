"""Times that name no date of their own: "now", "recently", "that year", "later in the week", a bare season."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.annotate.moments import EDGE_NAMES, Expression
from nutgraf.annotate.tenses import tell_direction
from nutgraf.records.annotation import TimeKind

_ENDS = r"\s?(?:[.,;:!?)”\"’'–—-]|\Z)|\s(?:and|or|but|is|was|has|had|that|when|who|as|to|with|for|by|than|of)\b"
"""What may follow a noun that is not part of a longer name or compound ("the past.", and not "the past tense")."""

_VAGUE = re.compile(
    r"\b(?:(?P<present>[Nn]ow(?!\sthat\b)|[Rr]ight now|[Cc]urrently|[Pp]resently|[Nn]owadays|[Tt]hese days"
    r"|[Aa]t (?:the|this) (?:moment|time)(?=\s?[.,;!?”\"]|\Z)|[Aa]t present|[Cc]urrent(?=\s[a-z])(?! account))"
    rf"|(?P<past>(?:(?:[Mm]ore|[Mm]ost|[Vv]ery|[Jj]ust|[Uu]ntil)\s)?[Rr]ecently|[Ll]ately|[Pp]reviously|[Ff]ormerly"
    rf"|[Rr]ecent(?=\s[a-z])|[Tt]he (?:recent |distant |not too distant )?past(?={_ENDS}))"
    rf"|(?P<next>(?:[Vv]ery |[Tt]oo )?(?<![Aa]s )[Ss]oon(?!er|\safter|\sas\b|\sbefore)\b"
    rf"|(?:[Tt]he )?(?:near |foreseeable |not too distant |distant |immediate )?future(?={_ENDS}|\s[a-z]{{4,}})))\b"
)
_THAT = re.compile(
    r"\b(?P<which>[Tt]hat|[Tt]he same|[Tt]he (?:entire|whole|full))(?: very)?\s(?P<unit>day|night|morning|afternoon"
    r"|evening|week|month|year|season)\b(?!-|['’]s\s[A-Z])"
)
_THAT_LEAD = re.compile(
    r"(?:\b(?:of|on|in|by|for|from|since|until|during|earlier|later|early|late|at|after|before)\s|\A|[,;:(–—\"“‘]\s?|[.!?]\s)\Z",
    re.I,
)
_IN_THE = re.compile(
    r"\b(?P<edge>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate) (?:in|on|that|during) the "
    r"(?P<unit>day|week|month|year|quarter)\b"
    r"|\b[Tt]he (?P<edge2>end|start|beginning|middle) of the (?P<unit2>week|weekend|day)\b"
)
_AGO = re.compile(r"\b(?P<unit>year|month|week)-(?P<side>ago|earlier)\b")
_COMPARED = re.compile(
    r"(?:\b(?:from|than|compared (?:with|to)|versus|against)\s|(?:%|percent|per cent|million|billion)\s)[^.;]{0,60}\Z"
)
_EARLIER = re.compile(r"\b(?P<count>[Aa]|[Oo]ne)\s(?P<unit>year|month|week) (?:earlier|before)\b(?!\s[a-z])")
_SEASON = re.compile(
    r"\b(?:(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hrough|[Oo]ver|[Ff]or|[Bb]efore|[Aa]fter|[Oo]f)\s)"
    r"(?P<place>(?:the |(?P<edge>early |late |mid-))?"
    r"(?P<season>spring|summer|autumn|winter|(?:(?<=the )|(?<=early )|(?<=late ))fall))"
    rf"\b(?={_ENDS})"
)
_PART = re.compile(
    r"\b[Ii]n (?P<place>the (?P<part>morning|afternoon|evening))\b"
    r"|\b(?P<night>[Oo]vernight)\b(?!\s[a-z]+s?\b(?<!ed))"
)
_FEAST = re.compile(
    r"\b(?:[Oo]n|[Aa]t|[Bb]efore|[Aa]fter|[Bb]y|[Ss]ince|[Uu]ntil|[Oo]ver|[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast) "
    r"(?P<feast>Christmas)\b(?! (?:Island|[A-Z]|Eve|Day))"
)
_ANNUAL = re.compile(r"\b(?P<word>[Aa]nnual|[Qq]uarterly|[Bb]iannual|[Bb]iennial)\b(?!\s(?:[A-Z]))")
_ANNUALS = {"annual": "P1Y", "quarterly": "P3M", "biannual": "P6M", "biennial": "P2Y"}
_WEEKEND = re.compile(
    r"\b(?:[Oo]ver|[Dd]uring|[Oo]n|[Tt]hrough|[Ff]or|[Tt]hroughout) (?P<place>the weekend)\b(?! of\b)"
)
_GENERATION = re.compile(r"\b(?:[Aa]|[Tt]wo|[Ss]everal) generations? ago\b")


def find_vague(text: str) -> Iterator[Expression]:
    """Yield the times that give no date: "now", "recently", "the future", "a generation ago"."""
    for found in _VAGUE.finditer(text):
        yield Expression(found.start(), found.end(), TimeKind.INTERVAL, f"vague:{found.lastgroup}")
    for found in _GENERATION.finditer(text):
        yield Expression(found.start(), found.end(), TimeKind.INTERVAL, "vague:past")


_DECADES = re.compile(
    r"\b(?P<edge>(?:(?:[Ee]arly|[Mm]id|[Ll]ate|[Tt]he)[\s-])+)(?P<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties"
    r"|nineties)\b(?!\s(?:percent|degrees))"
)
DECADE_WORDS = "twenties thirties forties fifties sixties seventies eighties nineties".split()


def find_recurring(text: str) -> Iterator[Expression]:
    """Yield what comes every year or week: "annual", a bare season, Christmas, the weekend."""
    for found in _ANNUAL.finditer(text):
        yield Expression(found.start(), found.end(), TimeKind.SET, f"set:{_ANNUALS[found['word'].lower()]}")
    for found in _SEASON.finditer(text):
        edge = f" edge:{found['edge'].strip(' -')}" if found["edge"] else ""
        season = found["season"].replace("fall", "autumn")
        yield Expression(found.start("place"), found.end(), TimeKind.INTERVAL, f"season:{season}:?{edge}")
    for found in _DECADES.finditer(text):
        if "the" in found["edge"].lower().split():
            decade = 1920 + 10 * DECADE_WORDS.index(found["tens"])
            yield Expression(found.start(), found.end(), TimeKind.INTERVAL, f"decade:{decade}")
    for found in _FEAST.finditer(text):
        yield Expression(found.start("feast"), found.end(), TimeKind.DATE, "monthday:12-25:?")
    for found in _WEEKEND.finditer(text):
        ahead = tell_direction(text, *found.span("place")) == "next"
        yield Expression(*found.span("place"), TimeKind.INTERVAL, f"offset:weekend:{0 if ahead else -1}")


def find_leaning(text: str) -> Iterator[Expression]:
    """Yield times that count from another time in the text."""
    for found in _THAT.finditer(text):
        ends = text[found.end() : found.end() + 1] in {"", ".", ",", ";", ":", ")", "!", "?"}
        if ends or _THAT_LEAD.search(text, max(0, found.start() - 9), found.start()):
            yield _that(found)
    for found in _IN_THE.finditer(text):
        unit, edge = found["unit"] or found["unit2"], found["edge"] or found["edge2"]
        name = "anaphor" if unit == "day" else "offset"
        recipe = f"{name}:{unit}:0 edge:{EDGE_NAMES.get(edge, edge).lower()}"
        yield Expression(found.start(), found.end(), TimeKind.INTERVAL if unit != "day" else TimeKind.DATE, recipe)
    for found in _AGO.finditer(text):
        yield Expression(found.start(), found.end(), TimeKind.DATE, f"ago:{found['unit']}:-1")
    for found in _EARLIER.finditer(text):
        if _COMPARED.search(text, max(0, found.start() - 80), found.start()):
            yield Expression(found.start(), found.end(), TimeKind.DATE, f"ago:{found['unit']}:-1")
    for found in _PART.finditer(text):
        part = "night" if found["night"] else found["part"]
        place = found.span("night") if found["night"] else found.span("place")
        yield Expression(*place, TimeKind.DATE, f"anaphor:day:0 part:{part}")


def _that(found: re.Match[str]) -> Expression:
    unit = {"season": "year"}.get(found["unit"], found["unit"])
    part = f" part:{unit}" if unit in {"night", "morning", "afternoon", "evening"} else ""
    return Expression(found.start(), found.end(), TimeKind.DATE, f"anaphor:{'day' if part else unit}:0{part}")
