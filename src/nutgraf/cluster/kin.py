"""Accounts told in a quite different manner: a feature from one place, with few names and no date.

Such a text shares few of its words with any other account, so neither its nearest account nor the middle of the story
is near. But it holds what nearly every account of the story holds: the thing itself, the places, the offices. What a
look-alike shares (the region, an earlier case at the same place) is less than that, or lies in another time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.cluster.features import Features
from nutgraf.cluster.moments import HALF_DAYS, NEAR_DAYS
from nutgraf.models.terms import term_weight

LEAST_TEXTS = 3
"""Different texts a story must have: what two have in common is no picture of it."""

COMMON, HEART = 0.5, 0.75
"""Share of a story's texts in which a word is common to it, and in which it belongs to its heart."""

COVER, HEART_COVER, RARE_NAMES = 0.28, 0.4, 3
"""What a lone account must hold: of the weight of the common words, of that of the heart, and how many rare names of
the story. Taken out one by one, 91 % of 684 accounts of ECB+ topics 1-35 find their own event; where that is taken
away, 26 % find another (every topic holds a look-alike event). In the run as it is, B-cubed F1 rises from .896 to .901,
and precision stays."""

PERSON = 0.5
"""What a person's name counts for in the heart: such texts tell people by their office ("the minister")."""

MOST = 0.5
"""Share of the common weight that is enough without any rare name (people and places that everybody knows)."""

RARE = 5.0
"""Background weight from which a name is rare: in fewer than one article of a hundred and fifty."""

LEAD = 0.08
"""By how much the story must lead the next one; else the account stays alone: unsure is an answer."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a story's texts have in common: weights by stem, those of its heart, its rare names, when it was told."""

    common: dict[str, float]
    heart: dict[str, float]
    rare: frozenset[str]
    first_day: int | None
    last_day: int | None
    years: frozenset[int]


@dataclass(frozen=True, slots=True)
class Kinship:
    """What shows that a lone account tells a story: the common words it holds, heaviest first, and their share."""

    stems: tuple[str, ...]
    share: float


def join_kin(
    features: Sequence[Features], groups: Sequence[tuple[int, ...]], together: Sequence[tuple[int, ...]]
) -> tuple[list[tuple[int, ...]], dict[int, Kinship]]:
    """Put lone accounts, with their copies, to the story whose common words they hold.

    Return the groups, and what shows it for each account that was joined. All are measured against the stories as
    given.
    """
    copied = {place: seed for seed in together for place in seed}
    texts = {group: _texts(features, group, copied) for group in groups}
    album = _Album({group: draw_picture(told) for group, told in texts.items() if len(told) >= LEAST_TEXTS})
    grown = {group: list(group) for group in groups}
    shown: dict[int, Kinship] = {}
    for group in groups:
        lone = features[group[0]]
        story = album.find(lone) if len(texts[group]) == 1 and not lone.short else None
        if story is not None:
            grown[story] += grown.pop(group)
            shown.update(dict.fromkeys(group, _kinship(lone, album.pictures[story].common)))
    return sorted(tuple(sorted(group)) for group in grown.values()), shown


def draw_picture(texts: Sequence[Features]) -> Picture:
    """Return what some texts have in common; a word weighs by its rarity and by the share of texts that hold it."""
    counts = Counter(stem for text in texts for stem in text.words)
    common = {
        stem: term_weight(stem) * count / len(texts)
        for stem, count in sorted(counts.items())
        if count > 1 and count >= COMMON * len(texts)
    }
    known = [text.published for text in texts if text.published]
    years = {moment.year for published in known for moment in published}
    return Picture(
        common=common,
        heart={
            stem: weight * (PERSON if _is_person(stem, texts) else 1)
            for stem, weight in common.items()
            if counts[stem] >= HEART * len(texts)
        },
        rare=frozenset(stem for stem in common if term_weight(stem) >= RARE and _is_name(stem, texts)),
        first_day=min((published[0].toordinal() for published in known), default=None),
        last_day=max((published[1].toordinal() for published in known), default=None),
        years=frozenset(years),
    )


def _texts(features: Sequence[Features], group: tuple[int, ...], copied: dict[int, tuple[int, ...]]) -> list[Features]:
    """Return the different texts of a group: of copies, the first."""
    return [features[place] for place in group if copied.get(place, (place,))[0] == place]


def _is_person(stem: str, texts: Sequence[Features]) -> bool:
    """Say whether a word is part of a person's name in most of the texts that hold it."""
    holders = [text for text in texts if stem in text.words]
    return sum(stem in text.people for text in holders) * 2 > len(holders)


def _is_name(stem: str, texts: Sequence[Features]) -> bool:
    """Say whether a word is a name in a story: marked as one, or printed with a capital letter wherever it stands."""
    holders = [text for text in texts if stem in text.words]
    marked = sum(stem in text.names for text in holders)
    return marked * 2 >= len(holders) or all(text.printed[stem][:1].isupper() for text in holders)


class _Album:
    """The pictures of all stories, and by each common word the stories that hold it."""

    def __init__(self, pictures: dict[tuple[int, ...], Picture]) -> None:
        self.pictures = pictures
        self._held: dict[str, list[tuple[tuple[int, ...], float]]] = {}
        for story in sorted(pictures):
            for stem, weight in pictures[story].common.items():
                self._held.setdefault(stem, []).append((story, weight))
        self._whole = {story: sum(picture.common.values()) for story, picture in pictures.items()}

    def find(self, lone: Features) -> tuple[int, ...] | None:
        """Return the one story that an account tells, if any."""
        tally: dict[tuple[int, ...], float] = {}
        for stem in lone.words:
            for story, weight in self._held.get(stem, ()):
                tally[story] = tally.get(story, 0.0) + weight
        shares = {story: held / self._whole[story] for story, held in tally.items() if self._whole[story]}
        covers = sorted((-share * _lateness(lone, self.pictures[story]), story) for story, share in shares.items())
        if not covers or -covers[0][0] < COVER or (len(covers) > 1 and covers[1][0] - covers[0][0] < LEAD):
            return None
        picture = self.pictures[covers[0][1]]
        holds = -covers[0][0] >= MOST or len(picture.rare & lone.words.keys()) >= RARE_NAMES
        fits = holds and _share(lone, picture.heart) >= HEART_COVER
        return covers[0][1] if fits and not tells_other_time(lone, picture) else None


def _lateness(lone: Features, picture: Picture) -> float:
    """Return what is left of a cover where an account was printed long after a story."""
    if lone.published is None or picture.last_day is None:
        return 1.0
    gap = lone.published[0].toordinal() - picture.last_day - NEAR_DAYS
    return 1 / (1 + max(0, gap) / HALF_DAYS)


def tells_other_time(lone: Features, picture: Picture) -> bool:
    """Say whether an account was printed before the story began, or tells of years that are not the story's."""
    if lone.published and picture.first_day and lone.published[1].toordinal() < picture.first_day - NEAR_DAYS:
        return True
    return bool(lone.past and picture.years and lone.past.isdisjoint(picture.years))


def _kinship(lone: Features, common: dict[str, float]) -> Kinship:
    held = sorted((stem for stem in common if stem in lone.words), key=lambda stem: (-common[stem], stem))
    return Kinship(tuple(held), _share(lone, common))


def _share(lone: Features, weights: dict[str, float]) -> float:
    whole = sum(weights.values())
    return sum(weight for stem, weight in weights.items() if stem in lone.words) / whole if whole else 0.0
