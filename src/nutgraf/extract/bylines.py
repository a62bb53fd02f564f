"""Whom a byline names: labels, roles, places, dates and addresses taken off, lists parted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from nutgraf.extract.byline_words import BETWEEN, DESK, LABEL, PLAIN, ROLES, SOCIAL, STOP, SURNAMES, WHEN, WHEN_END
from nutgraf.extract.day_forms import find_days
from nutgraf.extract.person_names import byline_name, is_credential
from nutgraf.text import fold

_LONGEST = 300
_MOST = 24
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|(?<!\w)@\w+")
_PARENS = re.compile(r"\s*[(\[][^()\[\]]{0,80}[)\]]")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_MARKS = ' ,:;|–—·•"“”*_'
_ENDS = f"{_MARKS}.-'"
_GLUED = re.compile(r"[a-z]{3,}[A-Z]")
_JUNIOR = (" Jr", " Sr")
_JOINING = ("of", "and", "&", "the")


@dataclass(frozen=True, slots=True)
class Byline:
    """Whom a byline names: persons in its order, and whoever else signs (a desk, a team, an outlet, a single name).

    `labelled` is true where it says itself that it is one ("By ...").
    """

    persons: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    labelled: bool = False

    def __bool__(self) -> bool:
        """Tell whether it names anybody."""
        return bool(self.persons or self.others)


@lru_cache(maxsize=4096)
def read_byline(words: str) -> Byline:
    """Return whom a byline names, in its own words."""
    plain = " ".join(words.split())[:_LONGEST]
    label = LABEL.match(plain)
    rest, again = plain, label
    while again is not None and again.end():
        rest = rest[again.end() :]
        again = LABEL.match(rest)
    rest = _without_extras(rest)
    rest = rest.removeprefix("the ").removeprefix("The ") if label else rest
    persons: dict[str, None] = {}
    others: dict[str, None] = {}
    for part in _parts(rest):
        name = byline_name(part)
        if name is not None:
            persons[name] = None
        elif _signs(part) or (label and not persons and part[:1].isupper() and DESK.search(part)):
            others[part] = None
    return Byline(tuple(persons), tuple(others), label is not None)


def is_role(words: str) -> bool:
    """Tell whether a short line holds words of roles alone ("Senior Writer")."""
    keys = [fold(word).strip(".,") for word in words.split()]
    return 0 < len(keys) <= 5 and all(key in ROLES or key in SURNAMES or key in _JOINING for key in keys)


def _without_extras(words: str) -> str:
    """Cut what stands in a byline beside names: addresses, brackets, all from a date, a count or a second label on."""
    words = _PARENS.sub("", _ADDRESS.sub(" ", words))
    stop = next((found for found in STOP.finditer(words) if _LETTERS.search(words[: found.start()])), None)
    words = words[: stop.start()] if stop is not None else words
    days = find_days(words)
    if days:
        before, after = words[: days[0].start], words[days[0].end :]
        named = _LETTERS.search(WHEN.sub("", before))
        words = WHEN_END.sub("", before if named else WHEN.sub("", after.lstrip(_ENDS)))
    bare = words.strip(f"{_ENDS}/")
    return f"{bare}." if bare.endswith(_JUNIOR) and f"{bare}." in words else bare


def _parts(words: str) -> list[str]:
    """A list of names in parts; "Jr." keeps its point."""
    parts = [part.strip(_ENDS) if len(part) > 3 else part for part in BETWEEN.split(words)[:_MOST]]
    named = [f"{part}." if part.endswith(_JUNIOR) and f"{part}." in words else part for part in parts]
    return [part.strip(_MARKS) for part in named if part]


def _signs(part: str) -> bool:
    """A desk, team, outlet or a single name: a short part that is not words of roles alone."""
    words = part.split()
    if not 0 < len(words) <= 6 or not 3 <= len(part) <= 60 or any(map(str.isdigit, part)):
        return False
    keys = [fold(word).strip(".") for word in words]
    if all(key in ROLES or key in SURNAMES or key in SOCIAL for key in keys) or not PLAIN.isdisjoint(keys):
        return False
    if is_credential(part):
        return False
    return (words[0][0].isupper() or len(words) == 1) and words[-1][0].isalpha() and not _GLUED.search(part)
