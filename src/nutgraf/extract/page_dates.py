"""When a page's text was published and last changed: the choice among all times that the page gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone

from nutgraf.extract.date_signs import ABOVE
from nutgraf.extract.dated import NOWHERE, Dated, Where
from nutgraf.extract.found import Candidate
from nutgraf.records.article import Published, Sure

_BELOW = 14
"""Lines below a title within which a printed date is the text's own beyond doubt."""
_OFFSETS = tuple(sign * hours for hours in range(1, 15) for sign in (-1, 1) if sign * hours >= -12)
"""The offsets of the world's zones in whole hours, the smallest first."""
_LATE = timedelta(days=2)
"""How far after the capture of a page its own date may lie: time zones and clocks that are wrong."""


@dataclass(frozen=True, slots=True)
class Times:
    """When a text was published and changed, and every time its page gives."""

    published: Published | None
    modified: Published | None
    candidates: tuple[tuple[Dated, Candidate], ...] = ()


def choose_times(told: list[Dated], captured: str | None) -> Times:
    """Return the time of publication and of the last change, with why every other time was not taken."""
    told = [_plausible(one, captured) for one in told]
    usable = [one for one in told if one.why_not is None]
    first = _published(usable)
    changed = _modified(usable, first.one if first else None)
    published = _as_published(first, usable) if first else _from_change(changed)
    modified = (
        Published(changed.value, changed.how, Sure.SURE if changed.where >= Where.META else Sure.LIKELY)
        if changed
        else None
    )
    return Times(
        published,
        modified,
        tuple((one, Candidate(one.value, one.how, one.start, one.end, _why_not(one, first, told))) for one in told),
    )


@dataclass(frozen=True, slots=True)
class _Choice:
    """A chosen time, how sure it is, and what contradicts it."""

    one: Dated
    sure: Sure
    against: Dated | None = None


def _plausible(one: Dated, captured: str | None) -> Dated:
    """A time after the page was fetched is not its own."""
    limit = _day(captured) if captured else None
    if one.why_not is None and limit is not None and (_day(one.value) or limit) > limit + _LATE:
        return replace(one, why_not="it lies after the time at which the page was fetched")
    return one


def _published(usable: list[Dated]) -> _Choice | None:
    """What the page prints near its title and what it declares, where they agree; else the printed one."""
    dates = [one for one in usable if not one.modified]
    declared = next((one for one in dates if one.where in (Where.DATA, Where.META)), None)
    printed = _printed(dates)
    if declared is None:
        return _undeclared(dates, printed)
    if printed is None:
        return _Choice(declared, Sure.SURE)
    same = next(
        (one for one in [printed, *dates] if one.where is Where.NEAR and _close(one.value, declared.value)), None
    )
    if same is not None:
        return _Choice(_on_day(_zoned(declared, dates), printed), Sure.SURE)
    changes = [one for one in usable if one.modified and one.where in (Where.DATA, Where.META)]
    if not printed.labelled and any(_close(one.value, printed.value) for one in changes):
        return _Choice(_zoned(declared, dates), Sure.SURE)
    return _Choice(printed, Sure.LIKELY, declared)


def _printed(dates: list[Dated]) -> Dated | None:
    """The date near the title: one that says it is of publication, else the nearest."""
    near = [one for one in dates if one.where is Where.NEAR and (-ABOVE <= one.far <= _BELOW or one.far == NOWHERE)]
    labelled = [one for one in near if one.labelled]
    best = min(labelled or near, key=lambda one: one.far if one.far >= 0 else 2 - one.far, default=None)
    if best is None:
        return None
    return next((one for one in near if "T" in one.value and one.value[:10] == best.value[:10]), best)


def _undeclared(dates: list[Dated], printed: Dated | None) -> _Choice | None:
    tests: tuple[tuple[Sure, Callable[[Dated], bool]], ...] = (
        (Sure.LIKELY, lambda one: one.where is Where.ADDRESS),
        (Sure.LIKELY, lambda one: one.where is Where.ELSEWHERE and one.labelled),
        (Sure.UNSURE, lambda one: one.where is Where.NEAR),
        (Sure.UNSURE, lambda one: one.where is Where.SCRIPT),
        (Sure.UNSURE, lambda one: True),
    )
    if printed is not None:
        return _Choice(printed, Sure.UNSURE if printed.either else Sure.SURE if printed.labelled else Sure.LIKELY)
    for sure, test in tests:
        found = next((one for one in dates if test(one)), None)
        if found is not None:
            return _Choice(found, sure)
    return None


def _modified(usable: list[Dated], first: Dated | None) -> Dated | None:
    """The declared time of the last change, else the one printed near the title; never one before publication."""
    changes = sorted((one for one in usable if one.modified), key=lambda one: -one.where)
    ranked = [one for one in changes if one.where in (Where.DATA, Where.META)] + [
        one for one in changes if one.where is Where.NEAR
    ]
    ranked += [one for one in changes if one.where is Where.ELSEWHERE and one.labelled]
    early = _day(first.value) if first else None
    return next(
        (one for one in ranked if early is None or (_day(one.value) or early) >= early - timedelta(days=1)), None
    )


def _from_change(changed: Dated | None) -> Published | None:
    """Where only a change is dated, the text is no younger: its day stands for the time of publication, unsure."""
    if changed is None:
        return None
    return Published(changed.value, f"the last change, no other date is given; {changed.how}", Sure.UNSURE)


def _as_published(choice: _Choice, usable: list[Dated]) -> Published:
    how = choice.one.how
    if choice.against is not None:
        how = f"{how}, although {choice.against.how} says {choice.against.value[:10]}"
    elif choice.one.where in (Where.DATA, Where.META):
        near = next(
            (
                one
                for one in usable
                if one.where is Where.NEAR and not one.modified and _close(one.value, choice.one.value)
            ),
            None,
        )
        how = f"{how}, borne out by {near.how}" if near and near.how != how else how
    return Published(choice.one.value, how, choice.sure)


def _why_not(one: Dated, first: _Choice | None, told: list[Dated]) -> str | None:
    if one.why_not is not None or first is None or one is first.one or one.modified:
        return one.why_not
    if _close(one.value, first.one.value):
        return None
    if any(other.modified and _close(other.value, one.value) for other in told):
        return "it is the day of the last change"
    if one.where is Where.ELSEWHERE:
        return "it stands away from the title"
    return f"{first.one.how} says otherwise"


def _zoned(declared: Dated, dates: list[Dated]) -> Dated:
    """The same moment with the zone of the place, where the page gives it so: its day is the reader's."""
    moment = _moment(declared.value)
    if moment is None or (offset := moment.utcoffset()) is None or offset:
        return declared
    for one in dates:
        other = _moment(one.value)
        if other is not None and other.utcoffset() and abs(other - moment) < timedelta(minutes=1):
            return one
    return declared


def _on_day(declared: Dated, printed: Dated) -> Dated:
    """The same moment with an offset that gives the printed day, where a declared time in UTC falls on another.

    The offset is the least number of whole hours; the moment stays what the page declares.
    """
    moment = _moment(declared.value)
    if moment is None or moment.utcoffset() or declared.value[:10] == printed.value[:10] or printed.either:
        return declared
    for hours in _OFFSETS:
        local = moment.astimezone(timezone(timedelta(hours=hours)))
        if local.date().isoformat() == printed.value[:10]:
            return replace(
                declared, value=local.isoformat(timespec="minutes"), how=f"{declared.how}, on the day printed"
            )
    return declared


def _moment(value: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def same_moment(one: str, other: str) -> bool:
    """Tell whether two ISO 8601 values are one moment, or one day where either gives no more."""
    if one == other:
        return True
    first, second = _moment(one), _moment(other)
    if first is not None and second is not None:
        return abs(first - second) < timedelta(minutes=1)
    return one[:10] == other[:10]


def _close(one: str, other: str) -> bool:
    """Whether two times are one: at most a day apart, which zones explain."""
    first, second = _day(one), _day(other)
    return first is not None and second is not None and abs((first - second).days) <= 1


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
