# ruff: noqa: E501 - a regular expression is read in one piece or not at all
"""Names of people as bylines print them."""

from __future__ import annotations

import re
from functools import lru_cache

from nutgraf.extract.byline_words import LABEL, ROLES, SURNAMES, TAIL
from nutgraf.models.names import first_names
from nutgraf.text import fold

_PARTICLES = frozenset(
    """
    de da do dos das di del della du des la le les van von der den het ten ter te zu zur y e i al el bin ibn ben abu af
    av mc mac st st. und of d' o' san santa
    """.split()
)
_JOINED = ("d'", "d’", "al-", "el-")
_SUFFIXES = frozenset("phd ph.d ph.d. md m.d. m.d dr dr. esq esq. mba cpa rn".split())
_CREDENTIALS = re.compile(
    r"^(?:[A-Z]{2,6}\.?(?:[-/ ][A-Z]{1,6}\.?)*|(?:[A-Z]\.){2,5}|(?:Ph|M|B|D|Ed|Psy)\.?\s?[A-Z][a-z]?\.?[A-Z]?\.?|[A-Z][a-z]{0,2}[A-Z]{1,4}|MSc|BSc|Esq\.?|PhD.*)$"
)
_TITLES = re.compile(
    r"^(?:(?:dr|prof|professor|mr|mrs|ms|sir|rev|dipl\.-\w+|mag|ing|med|univ)\b\.?\s*)+", re.IGNORECASE
)
_NAMEWORD = re.compile(r"^[^\W\d_][\w.'’‘`´-]*$")
_GLUED = re.compile(r"[a-z]{3,}[A-Z]")
"""Words run together by a page without spaces between its boxes."""
_INITIAL = re.compile(r"(?:[A-Z]\.)+|[A-Z]")
_DEGREE = re.compile(r"(?:[A-Z]\.){2,5}|(?:Ph|M|B|D|Ed|Psy)\.?\s?[A-Z][a-z]?\.?|MSc|BSc")
_SHORTEST, _LONGEST = 2, 5
_LETTERS = 80


@lru_cache(maxsize=4096)
def person_name(words: str) -> str | None:
    """Return a person's name without role and credentials, or nothing where the words are no name for sure."""
    name = byline_name(" ".join(words.split())) if len(words) <= _LETTERS else None
    return None if name and any(fold(word) in SURNAMES for word in name.split()) else name


def byline_name(part: str) -> str | None:
    """Return the person's name in a part of a byline, where names are expected."""
    part = part.strip(' ,;:|*_"“”')
    label = LABEL.match(part)
    part = part[label.end() :] if label and label.end() else part
    title = _TITLES.match(part)
    honour = title.group().strip() if title else ""
    tokens = _without_credentials(TAIL.sub("", part[title.end() :] if title else part).split())
    if not _SHORTEST <= len(tokens) <= _LONGEST or not _are_names(tokens):
        return None
    name = " ".join(tokens)
    name = capitalised(name) if name.isupper() else name
    return f"{honour} {name}" if honour[:1].isupper() else name


def _without_credentials(tokens: list[str]) -> list[str]:
    """The words of a name without degrees and orders behind it ("Ann Bell MD")."""
    while tokens and (tokens[-1].lower() in _SUFFIXES or _ends_in_credential(tokens)):
        tokens = tokens[:-1]
    return tokens


def _ends_in_credential(tokens: list[str]) -> bool:
    last = tokens[-1]
    shouted = last.isupper() and any(character.islower() for character in tokens[0])
    return len(tokens) > _SHORTEST and len(last) < 5 and shouted and _CREDENTIALS.match(last) is not None


def is_credential(words: str) -> bool:
    """Tell whether words are a degree or an order ("PhD", "M.D.")."""
    return words.lower() in _SUFFIXES or _DEGREE.fullmatch(words) is not None


def _are_names(tokens: list[str]) -> bool:
    """Whether words have the form of one name: two capitalised ones or more, small ones only between them."""
    if any(_NAMEWORD.match(word) is None or _GLUED.search(word) or word.endswith(("'s", "’s")) for word in tokens):
        return False
    keys = [fold(word).strip(".") for word in tokens]
    if any(key in ROLES for key in keys) or all(key in SURNAMES for key in keys):
        return False
    capital = [word for word in tokens if word[0].isupper()]
    small = [word.lower() for word in tokens if not word[0].isupper()]
    if len(capital) < _SHORTEST or not tokens[-1][0].isupper() or not any(len(word) > 2 for word in capital):
        return False
    return all(word in _PARTICLES or word.startswith(_JOINED) for word in small)


def is_known_person(words: str) -> bool:
    """Tell whether words are a name that begins with a known first name, or holds an initial."""
    name = person_name(words)
    if name is None:
        return False
    parts = [part for part in name.split() if not _TITLES.match(f"{part} ")]
    first = fold(parts[0]).split("-")[0] if parts else ""
    return first in first_names() or any(_INITIAL.fullmatch(part) for part in parts[:-1])


def is_first_name(words: str) -> bool:
    """Tell whether a single word is a known first name."""
    return words[:1].isupper() and fold(words) in first_names()


def name_of_slug(slug: str) -> str | None:
    """Return the name that an author's address spells ("jane-doe" gives "Jane Doe"), where it has two parts or more."""
    parts = [part for part in re.split(r"[-_.+]|%20", slug) if part.isalpha()]
    if not 2 <= len(parts) <= 4 or any(part.lower() in ROLES for part in parts):
        return None
    return " ".join(part if part in _PARTICLES else part.capitalize() for part in parts)


def same_name(one: str, other: str) -> bool:
    """Tell whether two spellings are one name: the same words, or one is the other with a title or an initial more."""
    first, second = _key(one), _key(other)
    return first == second or (first[-1:] == second[-1:] and first[:1] == second[:1] and bool(first))


@lru_cache(maxsize=4096)
def _key(name: str) -> tuple[str, ...]:
    return tuple(word for word in re.split(r"\W+", fold(_TITLES.sub("", name))) if len(word) > 1)


def capitalised(name: str) -> str:
    """Return a name printed in capitals as names are written ("ANN O'BRIEN" gives "Ann O'Brien")."""
    return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), name)
