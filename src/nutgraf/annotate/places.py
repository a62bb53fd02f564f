"""Where the places of a text lie, by the gazetteer and by what the text says around them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from nutgraf.annotate.place_choice import Name, settle
from nutgraf.annotate.place_clues import read_clues, told_within
from nutgraf.annotate.place_home import home_of
from nutgraf.annotate.place_names import choices
from nutgraf.models import places as gazetteer
from nutgraf.models.gazetteer import PlaceRow, name_key
from nutgraf.records.annotation import Place
from nutgraf.records.article import Article

lies_in = gazetteer.lies_in
"""Tell whether one place lies in another (the same function that the comparison uses)."""

_UNSURE = 4.0
"""A name whose best place fits no better than a town of ten thousand of which the text says nothing has none."""
_REACH, _ANYWHERE = 200.0, 0.2
"""Over how many characters nearness wears off for a guess, and what is left of it."""
_SIZE_OF_GUESS = {"country": 0.05, "continent": 0.01, "division": 0.2, "region": 0.15, "sea": 0.05}
"""How much less an unknown place is put at the middle of a land than at a town."""

_Key = tuple[str, tuple[str, ...]]
"""A name, and the places that the text beside it allows."""


def locate_place(name: str, context: tuple[str, ...] = ()) -> Place | None:
    """Return where a place lies, or none; `context` are larger places that the text names, the surest first."""
    return gazetteer.locate_place(name, context)


def place_inside(name: str, container: Place | None) -> Place:
    """Return a place that the gazetteer lacks as lying in one that the text says it lies in, at that one's point."""
    if container is None:
        return Place(name, None, None, (), "the text")
    within = (container.name, *container.within)
    return Place(name, container.latitude, container.longitude, within, f"the text; point of {container.name}")


def resolve_places(
    article: Article, spans: Sequence[tuple[int, int]], *, guess: bool = False
) -> tuple[Place | None, ...]:
    """Return where each named place of an article lies, all together: what the text says beside a name counts most,
    then the other places of the article, then how many people live there; one name has one sense but for what the text
    says beside it. A name that fits nowhere well has no place; with `guess` it is put at the nearest place that the
    text names, which serves a map, not a comparison.
    """
    names, keys = _read_names(article.text, spans)
    settle(tuple(names.values()), home_of(article))
    known = [name for name in names.values() if name.best and name.score >= _UNSURE]
    named = frozenset(name.best.row for name in known if name.best)
    places: list[Place | None] = []
    for (start, end), key in zip(spans, keys, strict=True):
        place = _place(article.text[start:end], names[key], named)
        if guess and known and (place is None or place.latitude is None):
            place = _guessed(article.text[start:end], start, known)
        places.append(place)
    return tuple(places)


def _read_names(text: str, spans: Sequence[tuple[int, int]]) -> tuple[dict[_Key, Name], list[_Key]]:
    """Return the names with all their mentions, and the name of each span."""
    names: dict[_Key, Name] = {}
    keys: list[_Key] = []
    for start, end in spans:
        clues = read_clues(text, start, end)
        found = choices(text[start:end])
        told = tuple(one.row.reference for one in found if told_within(one.row, clues.larger))
        key = (name_key(text[start:end]), told)
        name = names.setdefault(key, Name(found))
        name.clues.append(clues)
        name.at.append(start)
        keys.append(key)
    _lend(names)
    return names, keys


def _lend(names: dict[_Key, Name]) -> None:
    """Let a name without a larger place beside it take the one that the article gives it elsewhere, if only one."""
    told: dict[str, list[Name]] = defaultdict(list)
    for (key, marks), name in names.items():
        if marks:
            told[key].append(name)
    for (key, marks), name in names.items():
        if not marks and len(told[key]) == 1:
            name.clues += told[key][0].clues


def _place(printed: str, name: Name, named: frozenset[PlaceRow]) -> Place | None:
    """Return the place of a name: its own, else the larger one that the text gives beside it, as a place inside."""
    if name.best and name.score >= _UNSURE:
        place = gazetteer.place_at(name.best.row)
        return place_inside(printed, place) if name.best.inside else place
    larger = [row for clue in name.clues for row in clue.larger if row in named and row.kind != "country"]
    return place_inside(printed, gazetteer.place_at(larger[0])) if larger else None


def _guessed(printed: str, at: int, known: Sequence[Name]) -> Place:
    """Put a name that no table knows at the place named nearest, rather a town than a land."""

    def weight(row: PlaceRow, places: Sequence[int]) -> float:
        apart = min(abs(at - there) for there in places)
        return _SIZE_OF_GUESS.get(row.kind, 1.0) * (_ANYWHERE + math.exp(-apart / _REACH))

    found = [(one.best.row, one.at) for one in known if one.best]
    return place_inside(printed, gazetteer.place_at(max(found, key=lambda pair: weight(*pair))[0]))
