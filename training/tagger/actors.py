"""Names of office-holders and organisations from PETRARCH2's dictionaries (MIT): facts that teach the shapes of names.

The dictionaries print names in capitals, words joined by underscores, and a code for what each is: "USAGOV" a
government's, "NGO" an organisation.
"""

from __future__ import annotations

import re
from pathlib import Path

from training.tagger.green import green_files

from nutgraf.annotate.name_words import HONORIFICS, ROLE_BEFORE, ROLES

FOLDER = "gazetteers/petrarch2/petrarch2/data/dictionaries"
_ENTRY = re.compile(r"^\+?([A-Z][A-Z'._-]+?)_*\s*(?=\[|#|$|\t)")
_OFFICE = re.compile(r"\[[A-Z]{3}(?:GOV|ELI|OPP|LEG|JUD|MIL|SPY|REB)")
_BODY = re.compile(r"\[(?:IGO|NGO|NGM|MNC|INT|IMG)|\[[A-Z]{3}REB")
_SMALL = frozenset("of the and for in on de la del des du von van al el bin ibn da di".split())
_NO_PERSON = frozenset(
    """
    government army police ministry party council court department forces troops national united union republic state
    soldiers officials parliament congress senate house embassy agency authority front movement military rebels bank
    militants militia guerrillas group office navy air people north south east west new of the city capital cabinet
    federal american british french german russian chinese israeli islamic
    """.split()
)


def read_persons(cache: Path) -> list[str]:
    """Return the names of office-holders, two to four words each, sorted."""
    (path,) = green_files(cache, f"{FOLDER}/Phoenix.Countries.actors.txt")
    return sorted({name for name in _names(path, _OFFICE) if _person(name)})


def read_organisations(cache: Path) -> list[str]:
    """Return the names of international and armed organisations, sorted."""
    found = set()
    for file in ("Phoenix.International.actors.txt", "Phoenix.MilNonState.actors.txt"):
        (path,) = green_files(cache, f"{FOLDER}/{file}")
        found |= {name for name in _names(path, _BODY) if len(name) > 3}
    return sorted(found)


def _names(path: Path, code: re.Pattern[str]) -> list[str]:
    """Return the printed names of entries whose codes fit; a name's other spellings and codes stand on lines below."""
    found: list[str] = []
    names: list[str] = []
    fits = False
    for line in [*path.read_text(encoding="utf-8", errors="replace").splitlines(), "END_"]:
        entry = _ENTRY.match(line)
        if entry and not line.startswith("+"):
            found += names if fits else []
            names, fits = [], False
        if entry:
            names.append(_printed(entry[1]))
        fits = fits or bool(code.search(line.partition("#")[0]))
    return [name for name in found if name]


def _printed(entry: str) -> str:
    words = [word for word in entry.split("_") if word]
    while words and (words[0].lower().strip(".") in ROLES | ROLE_BEFORE | HONORIFICS.keys() | {"acting", "former"}):
        words = words[1:]
    return " ".join(_cased(word, at) for at, word in enumerate(words))


def _cased(word: str, at: int) -> str:
    if at and word.lower() in _SMALL:
        return word.lower()
    return "-".join("'".join(part.capitalize() for part in piece.split("'")) for piece in word.split("-")).replace(
        "'S", "'s"
    )


def _person(name: str) -> bool:
    words = name.lower().split()
    plain = not any(word in _NO_PERSON or word in ROLES or word.strip(".") in ROLE_BEFORE for word in words)
    return 2 <= len(words) <= 4 and plain and not re.search(r"[()\d]", name)
