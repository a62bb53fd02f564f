"""The texts that stories are made of: articles that carry one text count once, and the fullest speaks for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nutgraf.cluster.shelf import Days, Text
from nutgraf.cluster.stumps import SHORT
from nutgraf.models.terms import term_weight
from nutgraf.records.profile import Profile, Weights

CLUE_WORDS, CLUE_NAMES = 16, 10
"""How many words and how many names and numbers of the opening a text can be found by, the heaviest first. On ECB+
topics 1-35 two of these in common bring together .992 of the pairs that are alike enough to join anything, and .999 of
those alike enough to be one story by themselves."""

LEAST_CLUES, WINDOW_DAYS = 2, 60
"""Clues that two texts must have in common to be compared if they lie so many days apart at most."""

FAR_CLUES, FAR_WEIGHT = 4, 5.0
"""Rare clues (by background weight: in fewer than one article of 150) that two texts must have in common to be compared
however far apart they lie: a late account of an event shares its names."""

MINUTES = 24 * 60


def write_text(articles: Sequence[str], profiles: Iterable[Profile]) -> Text:
    """Return the text that some articles carry."""
    known = list(profiles)
    teller = min(known, key=lambda profile: (-profile.size, profile.article))
    days = {day for profile in known for day in _days(profile)}
    return Text(
        min(articles),
        tuple(sorted(articles)),
        teller.article,
        clues_of(teller),
        tuple(sorted(days)),
        teller.size < SHORT,
    )


def clues_of(profile: Profile) -> tuple[str, ...]:
    """Return the words by which a text can be found."""
    return tuple(sorted({*_heaviest(profile.words, CLUE_WORDS), *_heaviest(profile.told, CLUE_NAMES)}))


def rare_clues(text: Text) -> tuple[str, ...]:
    """Return the clues by which a text is found at any time."""
    return tuple(clue for clue in text.clues if term_weight(clue) >= FAR_WEIGHT)


def windows_of(text: Text) -> tuple[Days, ...]:
    """Return the days on which texts are looked for beside one; none where its own day is not known: any will do."""
    return tuple((day - WINDOW_DAYS, day + WINDOW_DAYS) for day in text.days)


def _heaviest(weights: Weights, most: int) -> list[str]:
    return sorted(weights, key=lambda stem: (-weights[stem], stem))[:most]


def _days(profile: Profile) -> list[int]:
    printed = [profile.published[0] // MINUTES + 1] if profile.published else []
    return [*printed, *([profile.told_day] if profile.told_day else [])]
