"""What a page gives for a field: candidates, made into facts; one is chosen, the others say why they are not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from nutgraf.extract.unwrapped import Fact, Told
from nutgraf.records.article import Field, Sure

MOST = 12
"""Values kept per field; a page that gives more repeats itself."""
SAME = "it says the same"
WEAKER = "another place is trusted more"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One value for a field, how it was found, and where on the decoded page; `why_not` where it cannot be right."""

    value: str
    how: str
    start: int | None = None
    end: int | None = None
    why_not: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The value chosen for a field, how sure it is, and how it was found where more than one place told it."""

    value: str | None
    sure: Sure = Sure.SURE
    how: str | None = None


def as_facts(
    field: Field,
    candidates: Iterable[Candidate],
    choice: Choice,
    same: Callable[[str, str], bool] = str.__eq__,
) -> Told:
    """Return the chosen value as the first fact, and every other place that tells something with why it is not chosen.

    `same` tells whether a candidate and the chosen value say the same in two spellings.
    """
    kept: dict[tuple[str, str], Candidate] = {}
    for one in candidates:
        kept.setdefault((one.value, one.how), one)
    told = list(kept.values())
    best = _best(told, choice, same)
    facts = [] if best is None or choice.value is None else [_chosen(field, best, choice)]
    for one in told:
        if one is not best:
            alike = choice.value is not None and same(one.value, choice.value)
            why_not = one.why_not or (SAME if alike else WEAKER)
            facts.append(Fact(field, one.value[:1000], one.how, why_not=why_not, start=one.start, end=one.end))
    return tuple(facts[:MOST])


def _best(told: list[Candidate], choice: Choice, same: Callable[[str, str], bool]) -> Candidate | None:
    """The candidate that was chosen: one that stands on the page where a reader sees it before one that does not."""
    if choice.value is None:
        return None
    alike = [one for one in told if one.why_not is None and same(one.value, choice.value)]
    return next(iter(sorted(alike, key=lambda one: (one.value != choice.value, one.start is None))), None)


def _chosen(field: Field, best: Candidate, choice: Choice) -> Fact:
    return Fact(field, choice.value or "", choice.how or best.how, choice.sure, None, best.start, best.end)
