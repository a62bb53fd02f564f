"""Why an article is in a story, in words that name what it shares with the others there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from nutgraf.cluster.features import Features
from nutgraf.cluster.grouping import Group, Grouping
from nutgraf.cluster.kin import Kinship
from nutgraf.cluster.similarity import NAMES, ONE, WORDS, Row, containment, likeness_rows
from nutgraf.models.terms import term_weight
from nutgraf.records.annotation import EntityKind

RARE = 3.0
"""Background weight (natural logarithm) from which a word is called rare: in fewer than one article of twenty."""

MOST_WORDS = 8
"""Words listed for an account that was joined by what the whole story has in common."""

_KIND_WORDS = (
    (EntityKind.PERSON, "the person", "the people"),
    (EntityKind.PLACE, "the place", "the places"),
    (EntityKind.ORGANISATION, "the organisation", "the organisations"),
)
_POSSESSIVE = re.compile(r"[’']s?$")
ALONE = "stands alone: no other account read so far is near enough to tell the same event"


def tell_reasons(
    features: Sequence[Features], grouping: Grouping, group: Group, labels: Mapping[int, str]
) -> Iterator[str]:
    """Yield for each account of a story, in order, why it is there; `labels` are the words to name an account by."""
    inside = [features[place] for place in group]
    for number, (place, row) in enumerate(zip(group, likeness_rows(inside), strict=True)):
        copied = next((seed for seed in grouping.together if place in seed), ())
        others = [labels[other] for other in copied if other != place]
        carries = f"carries the same text as {_listed(others[:3])}; " if others else ""
        if place in grouping.adopted:
            full = grouping.adopted[place]
            yield carries + tell_stump(features[place], features[full], labels[full])
        elif place in grouping.kin:
            yield carries + tell_kin(features[place], grouping.kin[place])
        elif len(group) == 1:
            yield ALONE
        else:
            near = _nearest(row, number, [each in copied for each in group])
            yield carries + tell_shared(inside[number], inside[near], labels[group[near]], int(row[near]))


def _nearest(row: Row, number: int, copied: Sequence[bool]) -> int:
    """Return the nearest other account; a copy of the same text only where there is no other."""
    others = [other for other in range(len(row)) if other != number]
    return max(others, key=lambda other: (not copied[other], int(row[other]), -other))


def tell_shared(one: Features, two: Features, label: str, likeness: int) -> str:
    """Say in plain words what two accounts share, and how the likeness is made up."""
    parts = _shared_names(one, two) + _shared_words(one, two)
    listed = "; ".join(parts) if parts else "many ordinary words"
    words = WORDS * _dot(one.words, two.words)
    names = NAMES * _dot(one.names, two.names) if one.names and two.names else 0.0
    made_up = f"{words:.2f} by words, {names:.2f} by names" if names else f"{likeness / ONE:.2f} by words"
    return f"shares with {label} {listed} (likeness {likeness / ONE:.2f}: {made_up})"


def tell_stump(stump: Features, full: Features, label: str) -> str:
    """Say why a short text was put with a fuller one."""
    share, count = containment(stump, full)
    parts = _shared_names(stump, full) + _shared_words(stump, full)
    listed = f": {'; '.join(parts)}" if parts else ""
    words = "one word that says something" if count == 1 else f"{count} words that say something"
    return f"a short text that shares {words}, {share:.0%} of its weight, with {label}{listed}"


def tell_kin(lone: Features, kinship: Kinship) -> str:
    """Say why an account told in its own manner was put to a story."""
    words = [_printed(lone, stem) for stem in kinship.stems[:MOST_WORDS]]
    more = f" and {len(kinship.stems) - len(words)} more" if len(kinship.stems) > len(words) else ""
    return (
        f"tells the story in a manner of its own, but shares what most of its accounts name: {', '.join(words)}{more} "
        f"({kinship.share:.0%} of the weight of the words they have in common)"
    )


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
    words = [f"“{_printed(one, stem)}”" for stem in best]
    return [f"the rare {'word' if len(words) == 1 else 'words'} {_listed(words)}"] if words else []


def _printed(one: Features, stem: str) -> str:
    """Return a word as an account prints it, without what hangs on it and without headline capitals."""
    word = _POSSESSIVE.sub("", one.printed[stem])
    return word.capitalize() if word.isupper() and len(word) > 4 else word


def _dot(one: dict[str, float], two: dict[str, float]) -> float:
    return sum(weight * two[stem] for stem, weight in one.items() if stem in two)


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
