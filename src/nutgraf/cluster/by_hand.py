"""Corrections by hand, brought to the places of the accounts, and told in the words of a membership."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from nutgraf.cluster.corrections import apply_corrections
from nutgraf.cluster.features import Features
from nutgraf.cluster.grouping import Group, Grouping
from nutgraf.cluster.similarity import likeness_rows
from nutgraf.records.correction import Correction, CorrectionKind

LEFT_ALONE = "stands alone: what was put with it by likeness was taken out by hand"


def correct_grouping(
    features: Sequence[Features], grouping: Grouping, corrections: Iterable[Correction]
) -> tuple[Grouping, dict[str, str]]:
    """Return the grouping after the corrections by hand, and for each article that they touched what is to be told."""
    ids = [each.article for each in features]
    places = {article: place for place, article in enumerate(ids)}

    def nearest(article: str, others: Sequence[str]) -> float:
        compared = [features[places[each]] for each in (article, *others)]
        return float(next(likeness_rows(compared, only=[0]))[1:].max())

    named = [[ids[place] for place in group] for group in grouping.groups]
    copies = [[ids[place] for place in seed] for seed in grouping.together]
    corrected, moved = apply_corrections(named, corrections, nearest, copies)
    groups = sorted(tuple(sorted(places[article] for article in group)) for group in corrected)
    told = {article: tell_correction(correction, article) for article, correction in moved.items()}
    alone = {group for group in groups if len(group) == 1} - set(grouping.groups)
    told = {ids[place]: LEFT_ALONE for (place,) in alone} | told
    taken = {places[article] for article, each in moved.items() if each.kind is not CorrectionKind.MERGE}
    return _with_groups(grouping, tuple(groups), taken), told


def _with_groups(grouping: Grouping, groups: tuple[Group, ...], taken: set[int]) -> Grouping:
    """Return a grouping with other groups, without the reasons that no longer hold there."""
    home = {place: number for number, group in enumerate(groups) for place in group}
    seeds = [part for seed in grouping.together for part in _parted(seed, home)]
    return replace(
        grouping,
        groups=groups,
        together=tuple(sorted(seed for seed in seeds if len(seed) > 1)),
        adopted={short: full for short, full in grouping.adopted.items() if home[short] == home[full]},
        kin={place: kinship for place, kinship in grouping.kin.items() if place not in taken},
    )


def _parted(seed: Group, home: dict[int, int]) -> list[Group]:
    """Return copies of one text story by story, where a person parted them."""
    return [tuple(place for place in seed if home[place] == one) for one in sorted({home[place] for place in seed})]


def tell_correction(correction: Correction, article: str) -> str:
    """Say in plain words by whose decision an article is in its story."""
    who, when = correction.by, f"on {correction.day}" + (f" ({correction.note})" if correction.note else "")
    itself = article in correction.articles
    did = {
        CorrectionKind.MOVE: "moved it" if itself else "moved a copy of it, and copies stay together,",
        CorrectionKind.PIN: "pinned it" if itself else "pinned a copy of it, and copies stay together,",
        CorrectionKind.SPLIT: "split it off" if itself else "split off the account that is nearest to it",
        CorrectionKind.MERGE: "merged two stories into this one",
    }
    return f"put here by hand: {who} {did[correction.kind]} {when}"


def with_hand(told: str | None, why: str, group: Group) -> str:
    """Put what is told of a hand before the reason by likeness, which an article that stands alone has none of."""
    if told is None:
        return why
    return told if len(group) == 1 else f"{told}; {why}"
