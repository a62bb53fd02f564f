"""Why an article is in a story, in words that name what it shares with its nearest account there."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.cluster.features import Features
from nutgraf.cluster.similarity import NAMES, ONE, WORDS, containment
from nutgraf.models.terms import term_weight
from nutgraf.records.annotation import EntityKind

RARE = 3.0
"""Background weight (natural logarithm) from which a word is called rare: in fewer than one article of twenty."""

_KIND_WORDS = (
    (EntityKind.PERSON, "the person", "the people"),
    (EntityKind.PLACE, "the place", "the places"),
    (EntityKind.ORGANISATION, "the organisation", "the organisations"),
)
ALONE = "stands alone: no other account read so far is near enough to tell the same event"


def tell_shared(one: Features, two: Features, label: str, likeness: int) -> str:
    """Say in plain words what two accounts share, and how the likeness is made up."""
    parts = _shared_names(one, two) + _shared_words(one, two)
    listed = _listed(parts) if parts else "many ordinary words"
    words = WORDS * _dot(one.words, two.words)
    names = NAMES * _dot(one.names, two.names) if one.names and two.names else 0.0
    made_up = f"words {words:.2f}, names {names:.2f}" if names else f"words {likeness / ONE:.2f}"
    return f"shares {listed} with {label} (likeness {likeness / ONE:.2f}: {made_up})"


def tell_stump(stump: Features, full: Features, label: str) -> str:
    """Say why a short text was put with a fuller one."""
    share, count = containment(stump, full)
    parts = _shared_names(stump, full) + _shared_words(stump, full)
    listed = f": {_listed(parts)}" if parts else ""
    return f"a short text; {count} of its words, {share:.0%} of their weight, stand in {label}{listed}"


def _shared_names(one: Features, two: Features) -> list[str]:
    told = []
    for kind, single, several in _KIND_WORDS:
        both = [stem for stem in one.named if stem in two.names and one.named[stem][0] is kind]
        best = sorted(both, key=lambda stem: (-one.names[stem] * two.names[stem], stem))[:3]
        names = [one.named[stem][1] for stem in best]
        if names:
            told.append(f"{single if len(names) == 1 else several} {_listed(names)}")
    return told


def _shared_words(one: Features, two: Features) -> list[str]:
    """Return the rarest shared words that are no names, in the form the first account prints."""
    both = [stem for stem in one.words if stem in two.words and stem not in one.names and term_weight(stem) >= RARE]
    best = sorted(both, key=lambda stem: (-one.words[stem] * two.words[stem], stem))[:4]
    words = [one.printed[stem] for stem in best]
    if not words:
        return []
    return [f"the rare {'word' if len(words) == 1 else 'words'} {', '.join(words)}"]


def _dot(one: dict[str, float], two: dict[str, float]) -> float:
    return sum(weight * two[stem] for stem, weight in one.items() if stem in two)


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
