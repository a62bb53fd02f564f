"""Names of people: one key for the spellings of one name, whether two names can be one person, and first names."""

from __future__ import annotations

import gzip
import re
from functools import cache, lru_cache
from importlib import resources

from nutgraf.models.spellings import fold_spelling
from nutgraf.text import fold

TITLES = frozenset(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady president vice prime minister chancellor king queen prince
    princess crown baroness baron emir sultan ayatollah hon congressman congresswoman cmdr commander
    senator sen rep representative gov governor mayor gen general lt col colonel maj major capt captain sgt
    sergeant adm admiral judge justice rev reverend pope cardinal bishop archbishop rabbi imam sheikh ambassador
    secretary chief the
    """.split()
)
"""Words before a name that are no part of it."""

_SUFFIXES = frozenset("jr sr ii iii iv esq phd md".split())
_PARTICLES = frozenset("de del della da di do dos du la le van von der den ter ten bin ibn al el abu ben st".split())
_ARTICLE = re.compile(r"(?<!\w)(?<!\w-)(?:al|el|as|ash|ar|ad|az|an|at)-(?=\w{3})")
"""The Arabic article before a name ("al-Assad", "ash-Sharaa"): some outlets leave it out."""
_FOLDS = 4
_VARIANTS = [
    set(group.split())
    for group in (
        "volodymyr vladimir wolodymyr", "mykola nikolai nikolay nicholas", "serhy sergey sergy", "andry andrey andrew",
        "dmytro dmitry dmitr", "olexandr alexandr alexander alex sasha", "mykhailo mikhail michael mike mick",
        "olexy alexey alexy", "petro pyotr peter pete", "pavlo pavel paul", "yevhen yevgeny evgeny eugene",
        "kateryna yekaterina ekaterina catherine katherine kate kathy", "yulia julia yuliia", "olena elena helen",
        "donald don", "william will bill billy", "robert rob bob bobby", "richard rick dick rich",
        "james jim jimmy jamie",
        "joseph joe", "john jack johnny jon jonathan", "thomas tom tommy", "edward ed eddie ted", "anthony tony",
        "stephen steven steve", "christopher chris", "daniel dan danny", "matthew matt", "benjamin ben", "samuel sam",
        "timothy tim", "gregory greg", "kenneth ken", "ronald ron", "charles charlie chuck", "david dave",
        "elizabeth liz beth betty", "margaret maggie meg peggy", "susan sue susie", "patricia pat patty", "deborah deb",
        "jennifer jen jenny", "rebecca becky", "mohamed muhamad muhamed mohamad mohammad", "andrew andy drew",
        "francois francis", "josef joseph", "jose joseph", "juan john", "nicolas nicholas nick",
    )
]  # fmt: skip


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """Return one key for the spellings of a person's name: no titles, middle initials, suffixes, accents or "al-".

    Endings of Slavic names (-iy, -yy, -i) become -y, doubled letters single, "Aleks-" "Alex-"; hyphens become spaces;
    names from other scripts get one spelling (models/spellings.py). A key folds to itself. A rule of ours: two names
    with one key are spellings of one name, not surely one person.
    """
    for _ in range(_FOLDS):
        key = _fold_once(name)
        if key == name:
            break
        name = key
    return name


def _fold_once(name: str) -> str:
    name = _ARTICLE.sub("", fold(name))
    parts = [part for part in re.split(r"[\s.-]+", re.sub(r"'s$|'$", "", name.strip(' ,;:"()'))) if part]
    parts = [re.sub(r"[^\w]", "", part) for part in parts]
    while len(parts) > 1 and parts[0] in TITLES:
        parts = parts[1:]
    while len(parts) > 1 and parts[-1] in _SUFFIXES:
        parts = parts[:-1]
    lead = next((index for index, part in enumerate(parts) if len(part) > 1), 0)
    if lead > 1:
        parts = ["".join(parts[:lead]), *parts[lead:]]
    if len(parts) > 2:
        parts = [part for index, part in enumerate(parts) if index in (0, len(parts) - 1) or part not in ("al", "el")]
        parts = [part for index, part in enumerate(parts) if len(part) > 1 or index in (0, len(parts) - 1)]
    return " ".join(filter(None, (fold_spelling(part) for part in parts)))


def surname(name: str) -> str:
    """Return the folded last name, with its particles ("Ursula von der Leyen" → "von der leyen")."""
    parts = fold_name(name).split()
    first = len(parts) - 1
    while first > 1 and parts[first - 1] in _PARTICLES:
        first -= 1
    return " ".join(parts[first:]) if parts else ""


def same_person(first: str, second: str) -> bool | None:
    """Tell whether two printed names are one person's: yes, no, or `None` where they might be.

    Yes needs the same given and last name in any spelling; a bare last name, an initial or a nickname might be.
    """
    left, right = fold_name(first), fold_name(second)
    if not left or not right:
        return None
    given_left, given_right = _given(left), _given(right)
    last_left, last_right = surname(first), surname(second)
    if last_left.split()[-1] != last_right.split()[-1]:
        return None if left in right.split() or right in left.split() else False
    if not given_left or not given_right:
        return None
    if given_left == given_right:
        return True
    return None if _may_be_one(given_left, given_right) else False


def gender_of(name: str) -> str:
    """Return `f` or `m` where a first name is a woman's or a man's only, else nothing."""
    gender = first_names().get(fold(name.split()[0]) if name.split() else "", "")
    return gender if gender in ("f", "m") else ""


@cache
def first_names() -> dict[str, str]:
    """Read the first names once: `f`, `m` or `b` by folded name."""
    packed = resources.files("nutgraf.models").joinpath("tables/first_names.tsv.gz").read_bytes()
    rows = (line.split("\t") for line in gzip.decompress(packed).decode("utf-8").splitlines())
    return {fold(row[1]): row[0] for row in rows if not row[0].startswith("#")}


def _given(folded: str) -> str:
    parts = folded.split()
    return parts[0] if len(parts) > 1 else ""


def _may_be_one(left: str, right: str) -> bool:
    if left[0] == right[0] and (len(left) <= 2 or len(right) <= 2):
        return True
    return any(left in group and right in group for group in _VARIANTS)
