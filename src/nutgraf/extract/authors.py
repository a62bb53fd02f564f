"""Who wrote a page's text: what its markup says and what its readers see near the title, weighed against each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

from nutgraf.extract.bylines import Byline
from nutgraf.extract.found import Candidate
from nutgraf.extract.person_names import is_known_person, same_name
from nutgraf.records.article import Sure


class Place(IntEnum):
    """Where a name stands, the strongest last."""

    ELSEWHERE = 0
    BESIDE = 1
    """A bare name beside a date near the title."""
    WEAK_META = 2
    META = 3
    NEAR = 4
    """An element named as the author's, near the title."""
    LINKED = 5
    """A link to an author's page, or markup made for machines, near the title."""
    DATA = 6
    """The author of the text in the page's JSON-LD."""
    PRINTED = 7
    """A byline that says so itself, near the title."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place that says who wrote it: the names as read, how it was found, and where it stands on the page."""

    byline: Byline
    place: Place
    how: str
    start: int | None = None
    end: int | None = None
    outlet: bool = False
    """Whether it names the page's own outlet, not a person or desk."""


@dataclass(frozen=True, slots=True)
class Authored:
    """The names chosen, and every place that names somebody; `desk` where no person is named."""

    names: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    desk: bool = False
    sure: Sure = Sure.SURE
    beside: tuple[str, ...] = ()
    """Desks, agencies and outlets that sign beside the persons chosen."""


def choose_authors(told: list[Evidence]) -> Authored:
    """Return who wrote the text, with the evidence: what readers see near the title before what only machines read."""
    candidates = tuple(Candidate(_shown(one), one.how, one.start, one.end) for one in told)
    persons = [one for one in told if one.byline.persons]
    others = [one for one in told if one.byline.others and not one.byline.persons]
    best = max(persons, key=lambda one: _strength(one, persons), default=None)
    desk = max(others, key=lambda one: _strength(one, others), default=None)
    if best is not None and not (desk is not None and _signs_first(desk, best)):
        return Authored(_full(best, persons), candidates, sure=_sure(best), beside=best.byline.others)
    if desk is not None:
        return Authored(_desk(desk.byline.others), candidates, desk=True, sure=_sure(desk))
    return Authored((), candidates)


def _sure(one: Evidence) -> Sure:
    """A name away from the title may be anybody's; one without a label or markup is likely the author's."""
    if one.place is Place.ELSEWHERE:
        return Sure.UNSURE
    return Sure.LIKELY if one.place in (Place.BESIDE, Place.WEAK_META, Place.NEAR) else Sure.SURE


def _signs_first(desk: Evidence, best: Evidence) -> bool:
    """A desk in the head goes before a name far from the title, and before words near it that are no known name."""
    known = any(map(is_known_person, best.byline.persons))
    if best.place is Place.NEAR and not known:
        return desk.place is Place.DATA
    return best.place < Place.META <= desk.place and not desk.outlet


def _desk(others: tuple[str, ...]) -> tuple[str, ...]:
    """Who signs where no person does: several single names, else the first."""
    return others if all(" " not in name and name[:1].isupper() for name in others) else others[:1]


def _shown(one: Evidence) -> str:
    return ", ".join((*one.byline.persons, *one.byline.others))


def _strength(one: Evidence, told: list[Evidence]) -> tuple[float, int]:
    """Its place; a printed line that nothing else bears out gives way to JSON-LD that a place near the title does.

    Such a line may be a picture's credit.
    """
    place: float = one.place
    if one.place is Place.PRINTED and not any(_shares(one, other) and _apart(one, other) for other in told):
        place = Place.DATA + 0.2
    elif one.place is Place.DATA and any(
        _shares(one, other) for other in told if other.place in (Place.NEAR, Place.LINKED)
    ):
        place = Place.DATA + 0.5
    return place, -(one.start or 0)


def _apart(one: Evidence, other: Evidence) -> bool:
    """Whether two places are not one inside the other."""
    if one is other or one.start is None or other.start is None:
        return one is not other
    return (other.end or other.start) <= one.start or (one.end or one.start) <= other.start


def _shares(one: Evidence, other: Evidence) -> bool:
    return any(same_name(a, b) for a in one.byline.persons for b in other.byline.persons)


def _full(best: Evidence, persons: list[Evidence]) -> tuple[str, ...]:
    """All names of the strongest place; an element of one name may be one of several that stand side by side."""
    best = _shorter(best, persons)
    if best.place not in (Place.NEAR, Place.LINKED, Place.META, Place.WEAK_META) or len(best.byline.persons) > 1:
        return once(best.byline.persons)
    fit = [one for one in persons if one.place >= Place.META and _holds(one, best)]
    longest = max(fit, key=lambda one: (len(once(one.byline.persons)), one.place), default=best)
    return once(longest.byline.persons)


def _shorter(best: Evidence, persons: list[Evidence]) -> Evidence:
    """A name with words run into it from the next box gives way to the name that a firm place has alone."""
    names = [name for one in persons if one.place >= Place.META and one is not best for name in one.byline.persons]
    cut = tuple(next((name for name in names if long.startswith(f"{name} ")), long) for long in best.byline.persons)
    return replace(best, byline=replace(best.byline, persons=cut))


def _holds(one: Evidence, best: Evidence) -> bool:
    return all(any(same_name(name, other) for other in one.byline.persons) for name in best.byline.persons)


def once(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names without second spellings of the same."""
    kept: list[str] = []
    for name in names:
        if not any(same_name(name, other) for other in kept):
            kept.append(name)
    return tuple(kept)
