"""Texts told in a quite different manner: a feature from one place, with few names and no date.

Such a text shares few of its words with any other, so no text of the story and not even their middle is near. But it
holds what nearly every text of the story holds: the thing itself, the places, the offices. What a look-alike shares
(the region, an earlier case at the same place) is less than that, or lies in another time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from nutgraf.cluster.times import own_years
from nutgraf.models.terms import term_weight
from nutgraf.records.picture import Picture
from nutgraf.records.profile import Profile

LEAST_TEXTS, MOST_TEXTS = 3, 40
"""Texts a story must have: what two have in common is no picture of it; and how many are looked at, by their keys."""

COMMON, HEART = 0.5, 0.75
"""Share of a story's texts in which a word is common to it, and in which it belongs to its heart."""

COVER, HEART_COVER, RARE_NAMES = 0.28, 0.38, 3
"""What a lone text must hold: of the weight of the common words, of that of the heart, and how many rare names of the
story. Taken out one by one, 91 % of 684 accounts of ECB+ topics 1-35 find their own event; where that is taken away,
26 % find another (every topic holds a look-alike event)."""

PERSON = 0.5
"""What a person's name counts for in the heart: such texts tell people by their office ("the minister")."""

MOST = 0.5
"""Share of the common weight that is enough without any rare name (people and places that everybody knows)."""

RARE = 5.0
"""Background weight from which a name is rare: in fewer than one article of a hundred and fifty."""

LEAD = 0.08
"""By how much the story must lead the next one; else the text stays alone: unsure is an answer."""

NEAR_MINUTES, HALF_MINUTES = 3 * 24 * 60, 30 * 24 * 60
"""Printed up to three days after a story's last text a cover is whole; thirty more days halve it."""


def cover(lone: Profile, picture: Picture) -> float:
    """Return the share of the common weight that a text holds, less where it was printed long after the story."""
    late = max(0, lone.published[0] - picture.told[1] - NEAR_MINUTES) if lone.published and picture.told else 0
    return share_held(lone, picture.common) / (1 + late / HALF_MINUTES)


def fits(lone: Profile, picture: Picture) -> bool:
    """Say whether a text holds enough of the story, and tells of no other time."""
    holds = cover(lone, picture) >= MOST or sum(name in lone.words for name in picture.rare) >= RARE_NAMES
    return holds and share_held(lone, picture.heart) >= HEART_COVER and not _of_other_time(lone, picture)


def _of_other_time(lone: Profile, picture: Picture) -> bool:
    if lone.published and picture.told and lone.published[1] < picture.told[0] - NEAR_MINUTES:
        return True
    return bool(lone.past and picture.years) and set(picture.years).isdisjoint(lone.past)


def draw_picture(texts: Sequence[Profile]) -> Picture:
    """Return what some texts have in common; a word weighs by its rarity and by the share of texts that hold it."""
    counts = Counter(chain.from_iterable(text.words for text in texts))
    common = {
        stem: term_weight(stem) * count / len(texts)
        for stem, count in sorted(counts.items())
        if count > 1 and count >= COMMON * len(texts)
    }
    people = Counter(stem for text in texts for stem in text.people if stem in text.words)
    named = Counter(stem for text in texts for stem in _names(text) if stem in text.words)
    heart = {
        stem: weight * (PERSON if people[stem] * 2 > counts[stem] else 1)
        for stem, weight in common.items()
        if counts[stem] >= HEART * len(texts)
    }
    rare = tuple(stem for stem in common if term_weight(stem) >= RARE and named[stem] * 2 >= counts[stem])
    known = [text.published for text in texts if text.published]
    told = (min(first for first, _ in known), max(last for _, last in known)) if known else None
    return Picture(common, heart, rare, told, tuple(sorted({year for text in texts for year in own_years(text)})))


def find_kin(lone: Profile, pictures: Mapping[str, Picture]) -> str | None:
    """Return the key of the one story whose common words a lone text holds, if any."""
    covers = sorted(
        ((cover(lone, picture), key) for key, picture in pictures.items()), key=lambda one: (-one[0], one[1])
    )
    if not covers or covers[0][0] < COVER or (len(covers) > 1 and covers[0][0] - covers[1][0] < LEAD):
        return None
    return covers[0][1] if fits(lone, pictures[covers[0][1]]) else None


def held_stems(lone: Profile, picture: Picture) -> list[str]:
    """Return the common words that a text holds, the heaviest first."""
    return sorted((stem for stem in picture.common if stem in lone.words), key=lambda one: (-picture.common[one], one))


def share_held(lone: Profile, weights: Mapping[str, float]) -> float:
    """Return the share of some weights whose words a text holds."""
    whole = sum(weights.values())
    return sum(weight for stem, weight in weights.items() if stem in lone.words) / whole if whole else 0.0


def _names(text: Profile) -> set[str]:
    """Return the words that are part of a name in a text: of a person, a place, or whatever its opening names."""
    return {*text.people, *text.places, *text.told}
