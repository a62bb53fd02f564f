"""What a number counts: the noun phrase after it, found without a tagger."""

from __future__ import annotations

import re

_STOP = frozenset(
    """
    a an the this that these those and or but nor so yet if as than then when while where which who whom whose what
    why how in on at by to from with without within of for into onto over under above below about after before
    between during since until against along across around through near off per via toward towards upon worth amid among
    despite is are was were be been being am has have had do does did will would shall should can could may might
    must i you he she it we they me him her us them his its their our your my not no also still just only even ever
    never now today yesterday tomorrow tonight here there again already later earlier ago so far up down out back
    away remains lies stands lives wants backs supports believes thinks struck shook rocked broke sank grew stood
    drew gave flew swept spoke expects comes goes takes makes gives gets needs said says say told died dead's went
    came took got made fell rose lost won left met held began became ran led sent put set cut hit beat shot fought
    each every both all any some such very too more less least plus minus times' yet following including according
    because although though unless whether
    """.split()
)
_PLURALS = frozenset(
    """
    people men women children police troops personnel staff aircraft sheep fish feet teeth media cattle dead injured
    wounded missing others policemen policewomen firemen fishermen gunmen servicemen businessmen lawmakers spokesmen
    congressmen salmon deer spacecraft crew youth elderly homeless unemployed
    """.split()
)
_NOT_PLURAL = frozenset(
    "less plus previous various serious famous dangerous religious his its this thus us across".split()
)
_DAYS = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
    October November December
    """.split()
)
_TOKEN = re.compile(r"\s?((?:[A-Z]\.){2,}|[^\W\d_][\w’'.-]*[\w’']|[^\W\d_])")
_OF = re.compile(
    r"\s(?:of|worth of)(?:\s(?:the|its|their|his|her|these|those|all|all the|our|an?))?"
    r"(?:\s\d[\d,.]*(?:\s(?:million|billion|thousand))?)?(?=\s)"
)
_MORE = re.compile(r"\s(?:more|other|additional|further)(?=\s)")
_IN = re.compile(r"\s(?:in|of|worth of)(?:\s(?:the|its|their))?(?=\s)")
_DETERMINER = re.compile(r"\s(?:of\s)?(?:the|its|their|his|her|these|those|all)(?=\s)")
_VERB = re.compile(r"(?:[a-z]{3,}ed|[a-z]{3,}ing)\Z")
_ADJECTIVES = re.compile(r",\s[a-z]+\s[a-z]+s\b")
"""A comma between two adjectives ("small, friendly deals")."""

_MOST_WORDS = 6


def is_plural(word: str) -> bool:
    """Tell whether a word looks like a plural noun."""
    lower = word.lower()
    if lower in _PLURALS or (word[:-1].isupper() and word.endswith("s") and len(word) > 2):
        return True
    return (
        len(lower) > 3
        and lower.endswith("s")
        and not lower.endswith(("ss", "us", "is", "’s", "'s"))
        and lower not in _NOT_PLURAL
    )


def _run(text: str, start: int) -> list[tuple[int, int, str]]:
    tokens: list[tuple[int, int, str]] = []
    place = start
    while len(tokens) < _MOST_WORDS and (found := _TOKEN.match(text, place)):
        word = found[1]
        if not found[0][0].isspace() or word.lower() in _STOP or word in _DAYS or word.startswith(("I’", "I'")):
            break
        tokens.append((found.start(1), found.end(), word))
        place = found.end()
        if _ADJECTIVES.match(text, place) and not (is_plural(word) or word.endswith("ed")):
            place += 1
    return tokens


def _noun_phrase(tokens: list[tuple[int, int, str]], singular: bool) -> tuple[int, int] | None:
    last = -1
    for index, (_, _, word) in enumerate(tokens):
        if is_plural(word):
            last = index
        elif last >= 0 or (index > 0 and _VERB.match(word) and singular):
            break
    if last < 0 and singular:
        last = _singular_end(tokens)
    if last >= 0 and tokens[last][2].endswith(("’s", "'s")):
        return None
    if last < 0 or (tokens[0][2].endswith("ly") and len(tokens[0][2]) > 5 and last == 0):
        return None
    return tokens[0][0], tokens[last][1]


def _singular_end(tokens: list[tuple[int, int, str]]) -> int:
    last = -1
    for index, (_, _, word) in enumerate(tokens[:4]):
        if _VERB.match(word) and index:
            break
        last = index
    return last


def find_counted(text: str, end: int, *, unit: str, singular: bool, money: bool = False) -> tuple[int, int] | None:
    """Return the place of what the number ending at `end` counts, `None` where the text does not tell.

    A measure ("5 tonnes of aid") or a share ("a fifth of voters") counts only what follows "of"; money also what
    follows "in", or the noun right after it ("a $3 million grant"); a bare number counts the words up to the first
    plural noun. `singular` allows a phrase without a plural ("one soldier").
    """
    if unit in {"share", "%"}:
        lead = _OF.match(text, end) or (_DETERMINER.match(text, end) if unit == "share" else None)
        return _noun_phrase(_run(text, lead.end()), True) if lead else None
    if unit == "people":
        return None
    if unit == "magnitude":
        return _directly(text, end)
    if unit:
        lead = _IN.match(text, end) if money else _OF.match(text, end)
        if lead is None:
            return _directly(text, end) if money else None
        return _noun_phrase(_run(text, lead.end()), True)
    lead = _OF.match(text, end) or _MORE.match(text, end)
    return _noun_phrase(_run(text, lead.end() if lead else end), singular or lead is not None)


def _directly(text: str, end: int) -> tuple[int, int] | None:
    tokens = _run(text, end)
    return _noun_phrase(tokens[:2], True) if tokens and not _VERB.match(tokens[0][2]) else None
