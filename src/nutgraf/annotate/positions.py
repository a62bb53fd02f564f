"""Where somebody stands in a sentence: subject, object, after a preposition, owner; told by the words on both sides."""

from __future__ import annotations

import re
from enum import StrEnum

from nutgraf.annotate.cues import FORMS
from nutgraf.annotate.name_words import HONORIFICS, ROLE_BEFORE, ROLES


class Position(StrEnum):
    """What a name or pronoun is to its clause, as far as the words beside it tell."""

    SUBJECT = "subject"
    OBJECT = "object"
    OBLIQUE = "oblique"
    OWNER = "owner"
    BESIDE = "beside"
    ASIDE = "aside"
    ITSELF = "itself"
    OTHER = "other"


PRONOUN_GENDERS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
"""The pronouns that stand for one person, with the gender they tell."""

_PREPOSITIONS = frozenset(
    "of by with for to from at on about against under in into onto over alongside between than like without beside "
    "among towards toward near behind including via through upon opposite versus plus".split()
)
_OPENERS = frozenset(
    "that when while because after before if as where but although though since until once which whom whose what how "
    "why so then whether unless yet however meanwhile later".split()
)
_AUXILIARIES = "is was had has would will did does can could may might must should were are have never"
_PAST = """
    became began bore bought broke brought built came caught chose cost cut dealt died drew drove ate fell felt fought
    found fled flew forgot gave got went grew held heard hid hit hurt kept knew laid led left lent let lost made meant
    met paid put quit read rode rose ran said saw sold sent set shot showed shut sang sat slept spoke spent stood stole
    struck swam took taught tore told thought threw understood woke wore won wrote
"""
_VERB_AFTER = re.compile(
    r"\s+(?:(?:also|later|then|never|first|now|still|once|soon|often|again|himself|herself|subsequently|[a-z]+ly|who),?"
    r"\s+){0,2}(?:" + "|".join((_AUXILIARIES + _PAST).split()) + r"|[a-z]{2,}ed|[a-z]{2,}(?<!s)(?<!u)s)\b"
)
_NO_NOUN_AFTER = re.compile(
    r"\s*(?:[,.;:!?)”\"—–-]|$|(?:and|or|but|to|in|on|at|for|from|with|by|as|that|when|while|after|before|because|if|"
    r"into|out|up|down|off|over|about|about|until|during|through|under|since|where|who|how|what|why|is|was|had|has|"
    r"would|will|not|away|back|there|again|a|an|the|[a-z]+ly)\b)"
)
_MARKS_BEFORE = frozenset(',;:([“"—–')
_IN_WORD = frozenset("_.’'-")


def pronoun_position(text: str, start: int, end: int) -> Position:
    """Return what a pronoun is to its clause; "her" owns where a noun can follow."""
    form = text[start:end].lower()
    if form in ("he", "she"):
        return Position.SUBJECT
    if form in ("himself", "herself"):
        return Position.ITSELF
    if form in ("his", "hers"):
        return Position.OWNER
    if form == "him" or _NO_NOUN_AFTER.match(text, end):
        return Position.OBJECT
    return Position.OWNER


def position_of(text: str, start: int, end: int, floor: int, ceiling: int) -> Position:
    """Return what a name is to its clause, inside the sentence from `floor` to `ceiling`."""
    after = text[end : min(ceiling, end + 60)]
    if re.match(r"['’]s?(?=\s)", after):
        return Position.OWNER
    opening = text[floor:start]
    if opening.count("(") > opening.count(")"):
        return Position.ASIDE
    word, mark = _before(opening)
    verb = _VERB_AFTER.match(after) is not None
    if mark:
        return Position.SUBJECT if verb or (mark in ',;:“"—–' and not re.match(r"[,.;]", after)) else Position.OTHER
    if word in _PREPOSITIONS:
        return Position.OBLIQUE
    if verb or not word or word in _OPENERS:
        return Position.SUBJECT
    if word in ("and", "or"):
        return Position.BESIDE
    return Position.OBJECT if _verb_like(word) else Position.OTHER


def says_after(text: str, end: int) -> bool:
    """Tell whether a verb of saying follows a name at once ("X said", "X had told")."""
    match = re.match(r"\s(?:has |had |also |later )?([a-z]+)\b", text[end : end + 40])
    return match is not None and match.group(1) in FORMS


def says_before(text: str, start: int) -> bool:
    """Tell whether a verb of saying stands right before a name or pronoun ("said X")."""
    match = re.search(r"[,”\"’']\s+([a-z]+)\s$", text[max(0, start - 20) : start])
    return match is not None and match.group(1) in FORMS


def _before(opening: str) -> tuple[str, str]:
    """Return the word before a name and the mark behind that word, titles and other words of the phrase passed over."""
    end = len(opening)
    while (found := _word_before(opening, end))[0]:
        word, mark, end = found
        key = word.lower().rstrip(".")
        part = key in ROLES or key in HONORIFICS or key in ROLE_BEFORE or key in ("the", "a", "an")
        if mark or not (part or word[0].isupper()) or key in _OPENERS or key in _PREPOSITIONS:
            return key, mark
    return "", ""


def _word_before(text: str, end: int) -> tuple[str, str, int]:
    """Return the last word of `text[:end]`, a mark that stands behind it, and where the word begins; "" if none."""
    while end > 0 and text[end - 1].isspace():
        end -= 1
    mark = text[end - 1] if end > 0 and text[end - 1] in _MARKS_BEFORE else ""
    end -= len(mark)
    start = end
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in _IN_WORD):
        start -= 1
    return text[start:end], mark, start


def _verb_like(word: str) -> bool:
    return word.endswith(("ed", "ing")) or word in _PAST_FORMS or word in FORMS


_PAST_FORMS = frozenset(_PAST.split())
