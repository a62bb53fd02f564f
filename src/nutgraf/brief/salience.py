"""Salience: how much of what all accounts open with some words tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from nutgraf.models.terms import content_stems, term_weight
from nutgraf.records.annotation import Account

_OPENING = 500  # characters of a text that a reader takes for what it is about
_RARE = 5.0


def shared_weights(accounts: Sequence[Account]) -> dict[str, float]:
    """Return how much each stem tells of the story: its background weight times the share of accounts that open with
    it.

    A stem that one account alone opens with weighs nothing.
    """
    openings = [f"{account.article.title or ''} {account.article.text[:_OPENING]}" for account in accounts]
    counts = Counter(stem for opening in openings for stem in sorted(set(content_stems(opening))))
    least = 2 if len(accounts) > 1 else 1
    return {
        stem: min(term_weight(stem), _RARE) * number / len(accounts)
        for stem, number in counts.items()
        if number >= least
    }


def tell_weight(words: str, shared: Mapping[str, float]) -> float:
    """Return how much of the story words tell for their length."""
    stems = set(content_stems(words))
    told = sum(shared.get(stem, 0.0) for stem in sorted(stems))
    return told / (len(stems) + 4) if stems else 0.0
