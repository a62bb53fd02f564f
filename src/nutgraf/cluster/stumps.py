"""Where short texts go: titles, paywall stumps, two-line reports."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.cluster.shelf import Shelf, Tie
from nutgraf.models.terms import term_weight
from nutgraf.records.profile import Profile

SHORT = 25
"""Different stems (title and text) below which a text is a stump: measured by what of it stands in another text."""

SHARE = 0.55
"""Share of a stump's word weight that must stand in one text of the story."""

EVIDENCE = 14.0
"""Background weight of the words in common, added up: about four rare words, however short the stump."""


LATE = 50_000
"""What time may take from the likeness of a stump and its text: two weeks, for it has too little to show more by."""


def find_holder(stump: str, ties: Sequence[Tie], shelf: Shelf) -> str | None:
    """Return the full text that holds most of a short one's weight, if that is enough.

    Where texts of two groups hold equally much it goes nowhere: unsure is an answer.
    """
    texts = shelf.texts((stump, *(tie.other for tie in ties)))
    own = shelf.profile(texts[stump].teller)
    if own.size >= SHORT:
        return None
    others = {tie.other: shelf.profile(texts[tie.other].teller) for tie in ties if tie.timeless - tie.whole <= LATE}
    shares = {key: held_share(own, full) for key, full in others.items() if full.size >= SHORT}
    best = max(shares.values(), default=0.0)
    holders = sorted(key for key, share in shares.items() if share == best)
    homes = {home.key for home in shelf.cores_of(holders).values()}
    return holders[0] if best and len(homes) == 1 else None


def held_share(stump: Profile, full: Profile) -> float:
    """Return the share of a stump's word weight that stands in a full text; 0 where it is not enough."""
    held = [stem for stem in stump.words if stem in full.words]
    whole = sum(stump.words.values())
    share = sum(stump.words[stem] for stem in held) / whole if whole else 0.0
    evident = sum(term_weight(stem) for stem in held) >= EVIDENCE
    return share if evident and share >= SHARE else 0.0
