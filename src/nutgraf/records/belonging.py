"""Why an article is in a story, or is not: what it shares with each of its texts, and which other story is near."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class PartOfLikeness:
    """What one part (words, people, places …) adds to a likeness, between 0 and `most`."""

    name: str
    value: float
    most: float


@dataclass(frozen=True, slots=True)
class Near:
    """A text beside an article's own: the article that speaks for it, how alike they are, and what makes that up.

    `by_telling` is what they tell of days, times and numbers adds or takes away beside the parts (a day in common;
    other days, another year, another number of the same thing), `by_time` what the days between them do. Parts and
    both are together the likeness.
    """

    article: str
    likeness: float
    parts: tuple[PartOfLikeness, ...]
    by_telling: float
    by_time: float


@dataclass(frozen=True, slots=True)
class StoryNear:
    """Another story that an article is tied to: one of its articles, how many texts, and their mean likeness."""

    article: str
    texts: int
    mean: float


@dataclass(frozen=True, slots=True)
class Belonging:
    """How an article stands to a story.

    `near` are the texts of the story that are most alike to its own, the nearest first; `mean` is the mean likeness to
    all `texts` of the story but its own; `others` are the nearest other stories. `together`, `gather` and `put` are the
    likenesses needed: to be one story from the start, to gather where few tell it, to be put to a larger group; `least`
    is what every text counts in a mean that shares too few of the words it is found by.
    """

    article: str
    inside: bool
    copies: tuple[str, ...]
    near: tuple[Near, ...]
    texts: int
    mean: float
    others: tuple[StoryNear, ...]
    together: float
    gather: float
    put: float
    least: float


class When(StrEnum):
    """How another story lies in time: all of it printed before, all of it after, or beside."""

    EARLIER = "earlier"
    LATER = "later"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Related:
    """A story that tells of the same matter at another time, or beside: one of its articles, and how alike they are.

    `likeness` is the mean between their texts, the time between them left out of account.
    """

    article: str
    texts: int
    likeness: float
    when: When
