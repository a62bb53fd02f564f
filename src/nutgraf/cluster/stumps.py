"""Where short texts go: titles, paywall stumps, two-line reports."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.cluster.features import Features
from nutgraf.cluster.similarity import containment
from nutgraf.models.terms import term_weight

SHARE = 0.55
"""Share of a stump's word weight that must stand in one account of the story."""

EVIDENCE = 14.0
"""Background weight of the words in common, added up: about four rare words, however short the stump."""


def place_stumps(
    features: Sequence[Features], stories: Sequence[tuple[int, ...]], stumps: Sequence[int]
) -> dict[int, int]:
    """Return, for each stump that finds one, the account (by place) that it goes with.

    A stump goes to the full account in which most of its weight stands, if that is enough; where accounts of two
    stories hold equally much, it goes nowhere: unsure is an answer.
    """
    found: dict[int, int] = {}
    holders = _holders([features[place] for story in stories for place in story], stories)
    for stump in stumps:
        tally: dict[tuple[int, int], float] = {}
        for stem in features[stump].words:
            for holder in holders.get(stem, ()):
                tally[holder] = tally.get(holder, 0.0) + term_weight(stem)
        fit = []
        for (story, account), weight in tally.items():
            share, _ = containment(features[stump], features[account])
            if share >= SHARE and weight >= EVIDENCE:
                fit.append((-share, account, story))
        fit.sort()
        if fit and not any(share == fit[0][0] and story != fit[0][2] for share, _, story in fit):
            found[stump] = fit[0][1]
    return found


def _holders(features: Sequence[Features], stories: Sequence[tuple[int, ...]]) -> dict[str, list[tuple[int, int]]]:
    """Return the (story, account) pairs in which each stem stands."""
    places = [(number, place) for number, story in enumerate(stories) for place in story]
    holders: dict[str, list[tuple[int, int]]] = {}
    for (number, place), each in zip(places, features, strict=True):
        for stem in each.words:
            holders.setdefault(stem, []).append((number, place))
    return holders
