"""Words of an account that tell a day, and how far two of them speak of one event."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nutgraf.models.dates import MONTH_NAMES, WEEKDAY_NAMES, WEEKDAYS, day_of, read_day
from nutgraf.models.terms import content_stems, term_weight
from nutgraf.records.annotation import Account, Sentence, Time
from nutgraf.records.article import Span

_BEFORE, _AFTER = 90, 60
"""Characters around a time, up to the next time, whose words count twice: the phrase that names the event."""

LEAST_ALIKE = 0.12
"""Two clues below this have too little in common to be one event (set on invented stories; the seeds lie above .2)."""

_TELLING = 0.8 * term_weight("zzzzzz")
"""A stem this rare (a small place, an unusual name) is enough alone; otherwise two must be shared."""

_CALENDAR_STEMS = frozenset(stem for name in (*WEEKDAY_NAMES, *MONTH_NAMES) for stem in content_stems(name))


@dataclass(frozen=True, slots=True)
class Clue:
    """A time of an account that names a day: a weekday, a day of a month, or a full date.

    `weekday` counts from Monday as 0; `direction` is that of the recipe; `on` is a weekday printed beside a date;
    `opens` is the place where its sentence begins.
    """

    article: str
    span: Span
    outlet: str
    printed: str
    recipe: str
    value: str | None
    weekday: int | None
    monthday: tuple[int, int] | None
    day: date | None
    direction: str
    on: int | None
    opens: int
    sentence: frozenset[str]
    local: frozenset[str]


def outlet_name(account: Account) -> str:
    """Return the name to show for an account."""
    return account.article.origin or account.article.carrier or "another account"


def read_clues(account: Account) -> tuple[Clue, ...]:
    """Return the clues of an account in the order they stand."""
    clues = [_clue(account, time) for time in account.annotation.times]
    return tuple(clue for clue in clues if clue is not None)


def _clue(account: Account, time: Time) -> Clue | None:
    first, *rest = time.recipe.split(" ")
    name, argument, direction = [*first.split(":"), "", ""][:3]
    on = next((WEEKDAYS.index(token[3:]) for token in rest if token.startswith("on:")), None)
    weekday = WEEKDAYS.index(argument) if name == "weekday" else None
    monthday = None
    if name == "monthday" and "/" not in argument:
        month, day = argument.split("-")
        monthday = (int(month), int(day))
    full = read_day(argument) if name == "date" else None
    if weekday is None and monthday is None and full is None:
        return None
    text, sentence = account.article.text, _sentence_at(account.annotation.sentences, time)
    low, high = (sentence.start, sentence.end) if sentence else (max(0, time.start - 200), time.end + 200)
    ends = [other.end for other in account.annotation.times if other.end <= time.start]
    starts = [other.start for other in account.annotation.times if other.start >= time.end]
    before = text[max(low, time.start - _BEFORE, max(ends, default=0)) : time.start]
    after = text[time.end : min([high, time.end + _AFTER, *starts[:1]])]
    return Clue(
        article=account.article.id,
        span=Span(account.article.id, account.article.version, time.start, time.end),
        outlet=outlet_name(account),
        printed=text[time.start : time.end],
        recipe=time.recipe,
        value=time.value,
        weekday=weekday,
        monthday=monthday,
        day=full,
        direction=direction,
        on=on,
        opens=low,
        sentence=_stems(text[low:high]),
        local=_stems(f"{before} {after}"),
    )


def _sentence_at(sentences: Sequence[Sentence], time: Time) -> Sentence | None:
    return next((one for one in sentences if one.start <= time.start < one.end), None)


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem for stem in content_stems(words) if stem not in _CALENDAR_STEMS and not stem.isdigit())


def _overlap(one: frozenset[str], other: frozenset[str], strict: bool) -> float:
    shared = sorted(one & other)
    if len(shared) < 2 and (strict or not any(term_weight(stem) >= _TELLING for stem in shared)):
        return 0.0
    weight = math.fsum(term_weight(stem) for stem in shared)
    size = math.fsum(term_weight(stem) for stem in one) * math.fsum(term_weight(stem) for stem in other)
    return weight / math.sqrt(size) if size > 0 else 0.0


def likeness(one: Clue, other: Clue, *, strict: bool = False) -> float:
    """Return how far the words around two clues are the same, 0 to 1, the words nearest to them counted twice.

    `strict` asks for two shared stems even where one is rare.
    """
    return (2 * _overlap(one.local, other.local, strict) + _overlap(one.sentence, other.sentence, strict)) / 3


def falls_on(clue: Clue, year: int) -> date | None:
    """Return the day that a clue with a month and day, or a full date, names in a year."""
    if clue.day is not None:
        return clue.day
    return day_of(year, *clue.monthday) if clue.monthday else None
