"""What the words beside a place's name tell of it: the larger place it lies in, and what kind of place it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.annotate.place_names import KIND_NOUNS
from nutgraf.models.gazetteer import CUT, PEOPLE, PlaceRow, name_key, rows_named
from nutgraf.models.places import demonym_country

_NOUN = "|".join(KIND_NOUNS)
_NAMES = r"((?:[A-Z][\w.'’]*(?:-\w+)*\.?\s?){1,4})"
_AFTER = re.compile(rf",\s+{_NAMES}|\s+\({_NAMES}|,?\s+(?:in|near|outside)\s+(?:the\s+)?(?:[a-z]+\s+){{0,3}}?{_NAMES}")
_OF = re.compile(rf"{_NAMES}(?:[a-z-]+\s+){{0,3}}?(?:{_NOUN})\s+(?:of\s+)?$")
_OWNED = re.compile(r"((?:[A-Z][\w.]*\s){0,2}[A-Z][\w.]*)['’]s?\s+(?:[a-z-]+\s+){0,3}$")
_NOUN_BEFORE = re.compile(rf"\b({_NOUN})\s+of\s+$")
_NOUN_AFTER = re.compile(rf"\s+({_NOUN})\b")
_OFFICE_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:(?P<division>Gov(?:ernor|\.)|Sen(?:ator|\.)|Legislature|legislature|lawmakers|"
    r"Attorney General|National Guard|State\b|Senate)|"
    r"(?P<city>Mayor|mayor|City Council|city council|Police Department|City Hall|suburb))"
)
_LARGER = frozenset(("country", "division", "county", "region", "continent"))
_SHORT = re.compile(r"[A-Z]{2}|(?:[A-Z][\w]*\.\s?)+")
_BEHIND_COMMA = re.compile(r"((?:[A-Z][\w.'’-]*\s){0,3}[A-Z][\w.'’-]*),\s+$")
_DATELINE = re.compile(
    r"(?:,\s+[A-Z][\w. ]{1,20})?(?:,\s+[A-Z][a-z]{2,8}\.?\s\d{1,2})?\s*(?:\([A-Z][\w ./-]*\)\s*)?[-–—]{1,2}\s*\S"
)
_LIST = re.compile(r",\s+(?:and\s+|or\s+)?(?:the\s+)?[A-Z]|\s+(?:and|or)\s+(?:the\s+)?[A-Z]")
_WINDOW = 70
_COUNTY_WIDE, _CITY_WIDE = 0.8, 0.35
"""Degrees from the middle of a county, or of a city of so many, within which a place may lie in it."""
_METROPOLIS = 1_000_000


@dataclass(frozen=True, slots=True)
class Clues:
    """The larger places that the text gives for a mention, the smaller ones for which it is given itself ("Buffalo,
    New York"), the kind that its noun tells, whether it opens the article as a dateline, and whether what follows
    reads like a list ("Missouri, Louisiana and Texas"), which tells less.
    """

    larger: tuple[PlaceRow, ...] = ()
    smaller: tuple[PlaceRow, ...] = ()
    kind: str = ""
    dateline: bool = False
    listed: bool = False


def read_clues(text: str, start: int, end: int) -> Clues:
    """Return what the words round a mention tell."""
    before = text[max(0, start - _WINDOW) : start]
    after = text[end : end + _WINDOW]
    larger, listed = _after(after)
    larger = larger or _before(before)
    opens = start == 0 or (text[:start].strip() == "" or text[start - 1] == "\n")
    return Clues(
        larger,
        _smaller(before),
        _kind(before, after),
        opens and bool(_DATELINE.match(after)),
        listed,
    )


def _kind(before: str, after: str) -> str:
    """Return the kind of place that a noun or an office beside a name tells ("Washington state", "New York Mayor")."""
    noun = _NOUN_BEFORE.search(before) or _NOUN_AFTER.match(after)
    if noun:
        return KIND_NOUNS[noun.group(1)]
    office = _OFFICE_AFTER.match(after)
    return (office.lastgroup or "") if office else ""


def _after(after: str) -> tuple[tuple[PlaceRow, ...], bool]:
    """Return the larger places behind a comma, in brackets or behind "in" ("Paris, Texas", "Lima, Allen County, Ohio"),
    and whether they go on as a list.
    """
    found: tuple[PlaceRow, ...] = ()
    at = 0
    while match := _AFTER.match(after, at):
        place = next(number for number in (1, 2, 3) if match.group(number))
        rows, length = _longest(match.group(place))
        if not rows or (found and not any(lies_within(one, outer) for one in found for outer in rows)):
            break
        found += rows
        at = match.start(place) + length
        if place != 1:
            break
    return found, bool(found and _LIST.match(after, at))


def _before(before: str) -> tuple[PlaceRow, ...]:
    """Return the larger place ahead: "the Texas town of …", "the Syrian city of …", "Iraq's …"."""
    if not before[-1:].isspace():
        return ()
    match = _OF.search(before) or _OWNED.search(before)
    if not match:
        return ()
    words = match.group(1).split()
    for first in range(len(words)):
        rows = _named(" ".join(words[first:]))
        if rows:
            return rows
    return ()


def _smaller(before: str) -> tuple[PlaceRow, ...]:
    """Return the places named right before a comma: "Buffalo, …"."""
    match = _BEHIND_COMMA.search(before)
    words = match.group(1).split() if match else []
    for first in range(len(words)):
        found = [one.row for one in rows_named(name_key(" ".join(words[first:]))) if one.how <= CUT]
        if found:
            return tuple(found)
    return ()


def told_within(row: PlaceRow, larger: Sequence[PlaceRow]) -> bool:
    """Tell whether a place lies in one of these."""
    return any(lies_within(row, outer) for outer in larger)


def lies_within(row: PlaceRow, outer: PlaceRow) -> bool:
    """Tell whether a place lies in a larger one, by the codes of country and division, of a county by nearness."""
    if row == outer:
        return False
    if outer.kind == "country":
        return row.country == outer.country and row.kind != "country"
    if row.kind in ("country", "division") or not outer.division or row.division != outer.division:
        return outer.name in row.within
    if outer.kind == "division":
        return True
    if outer.kind == "city":
        part = row.kind in ("region", "county", "seat", "facility")
        return part and outer.population >= _METROPOLIS and _near(row, outer, _CITY_WIDE)
    return outer.kind == "county" and row.kind != "county" and _near(row, outer, _COUNTY_WIDE)


def _near(row: PlaceRow, outer: PlaceRow, degrees: float) -> bool:
    if row.point is None or outer.point is None:
        return False
    return max(abs(here - there) for here, there in zip(row.point, outer.point, strict=True)) < degrees


def _longest(words: str) -> tuple[tuple[PlaceRow, ...], int]:
    """Return the larger places of the longest beginning that names some, and how long it is."""
    parts = [found.end() for found in re.finditer(r"\S+", words)]
    for end in reversed(parts):
        printed = words[:end]
        rows = _named(printed) or _named(printed.rstrip(".,"))
        if rows:
            return rows, len(printed.rstrip(",")) if rows else end
    return (), 0


def _named(words: str) -> tuple[PlaceRow, ...]:
    """Return the larger places of a name or a people's name."""
    key = name_key(words)
    short = bool(_SHORT.fullmatch(words))
    rows = [
        one.row for one in rows_named(key) if one.row.kind in _LARGER and (one.how <= CUT or one.how == PEOPLE or short)
    ]
    country = demonym_country(key)
    if country and not rows:
        rows = [one.row for one in rows_named(name_key(country)) if one.row.kind == "country"]
    return tuple(rows)
