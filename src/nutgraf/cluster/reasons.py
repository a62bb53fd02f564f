"""Why an article is in a story, in words that name what it shares with the others there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nutgraf.cluster.kin import held_stems, share_held
from nutgraf.cluster.likeness import WHOLE, Likeness, Part, are_across, liken
from nutgraf.models.terms import content_stems, stem_spans, term_weight
from nutgraf.records.annotation import Account, EntityKind
from nutgraf.records.article import Article
from nutgraf.records.picture import Picture
from nutgraf.records.profile import Profile, Weights
from nutgraf.text import fold

RARE = 3.0
"""Background weight (natural logarithm) from which a word is called rare: in fewer than one article of twenty."""

MOST_WORDS = 8
"""Words listed for a text that was put to a story by what all of it has in common."""

LEAST_TOLD = WHOLE // 200
"""What a part adds, or time adds or takes away, where it is told: less would be told as 0.00."""

ALONE = "stands alone: no other account read so far is near enough to tell the same event"

PART_WORDS = {
    Part.WORDS: "words",
    Part.PEOPLE: "people",
    Part.PLACES: "places",
    Part.OPENING: "opening",
    Part.NUMBERS: "numbers",
    Part.NAMED: "what the openings name",
    Part.MEANING: "meaning",
}
_KIND_WORDS = (
    (EntityKind.PERSON, "the person", "the people"),
    (EntityKind.PLACE, "the place", "the places"),
    (EntityKind.ORGANISATION, "the organisation", "the organisations"),
)
_POSSESSIVE = re.compile(r"[’']s?$")


@dataclass(frozen=True, slots=True)
class Telling:
    """One account beside its profile, as reasons speak of it."""

    account: Account
    profile: Profile

    @property
    def label(self) -> str:
        """Return the words by which a reader knows an article."""
        return label_of(self.account.article)


def label_of(article: Article) -> str:
    """Return the words by which a reader knows an article: its title and outlet."""
    outlet = article.carrier or article.origin
    if article.origin and outlet and fold(article.origin) not in fold(outlet):
        outlet = f"{outlet}, from {article.origin}"
    opening = " ".join(article.text[:60].split()[:6])
    title = f"“{article.title}”" if article.title else f"the article that begins “{opening}…”"
    return f"{title} ({outlet})" if outlet else title


def tell_shared(one: Telling, two: Telling) -> str:
    """Say in plain words what two accounts share, and how the likeness is made up."""
    across = are_across(one.profile, two.profile)
    parts = _shared_names(one, two) + _shared_words(one, two, across=across)
    ordinary = "common names or numbers" if across else "many ordinary words"
    told = "; ".join(parts) if parts else ordinary
    way = "in different languages, so compared by people, places, numbers and names alone; " if across else ""
    return f"shares with {two.label} {told} ({way}{tell_likeness(liken(one.profile, two.profile))})"


def tell_likeness(likeness: Likeness) -> str:
    """Say how a likeness is made up: its parts, the greatest first, and what time takes away or adds.

    What would be told as 0.00 is left out.
    """
    added = sorted(((value, part) for part, value in likeness.parts if value >= LEAST_TOLD), reverse=True)
    made_up = [f"{value / WHOLE:.2f} {PART_WORDS[part]}" for value, part in added]
    by_telling = likeness.timeless - sum(value for _, value in likeness.parts)
    made_up += _tell_change(by_telling, "a day in common", "other days, another time or number")
    made_up += _tell_change(likeness.whole - likeness.timeless, "printed at one time", "days apart")
    return f"likeness {likeness.whole / WHOLE:.2f}: {', '.join(made_up)}"


def _tell_change(value: int, more: str, less: str) -> list[str]:
    return [f"{value / WHOLE:+.2f} {more if value > 0 else less}"] if abs(value) >= LEAST_TOLD else []


def tell_stump(stump: Telling, full: Telling, share: float) -> str:
    """Say why a short text was put with a fuller one."""
    count = sum(stem in full.profile.words for stem in stump.profile.words)
    parts = _shared_names(stump, full) + _shared_words(stump, full)
    listed = f": {'; '.join(parts)}" if parts else ""
    words = "one word that says something" if count == 1 else f"{count} words that say something"
    return f"a short text that shares {words}, {share:.0%} of its weight, with {full.label}{listed}"


def tell_nearer(texts: int, mean: int) -> str:
    """Say that a small group was put to a larger one as a whole."""
    return f"nearer to the {texts} texts of this story than to any other (mean likeness {mean / WHOLE:.2f})"


def tell_kin(lone: Telling, picture: Picture) -> str:
    """Say why a text told in its own manner was put to a story."""
    stems = held_stems(lone.profile, picture)
    printed = _printed(lone.account.article, stems[:MOST_WORDS])
    words = [printed.get(stem, stem) for stem in stems[:MOST_WORDS]]
    more = f" and {len(stems) - len(words)} more" if len(stems) > len(words) else ""
    return (
        f"tells the story in a manner of its own, but shares what most of its accounts name: {', '.join(words)}{more} "
        f"({share_held(lone.profile, picture.common):.0%} of the weight of the words they have in common)"
    )


def _shared_names(one: Telling, two: Telling) -> list[str]:
    told = []
    theirs = _names(two)
    for kind, single, several in _KIND_WORDS:
        mine = {stem: name for stem, (own, name) in _names(one).items() if own is kind and stem in theirs}
        weights = _name_weights(one.profile, two.profile, kind)
        best = sorted(mine, key=lambda stem: (-weights.get(stem, 0), -term_weight(stem), stem))[:3]
        names = [mine[stem] for stem in best]
        if names:
            told.append(f"{single if len(names) == 1 else several} {listed(names)}")
    return told


def _names(telling: Telling) -> dict[str, tuple[EntityKind, str]]:
    """Return the names of an account by their last stem."""
    found: dict[str, tuple[EntityKind, str]] = {}
    for entity in sorted(telling.account.annotation.entities, key=lambda each: each.key):
        stems = content_stems(fold(entity.name))
        if stems:
            found.setdefault(stems[-1], (entity.kind, entity.name))
    return found


def _name_weights(one: Profile, two: Profile, kind: EntityKind) -> dict[str, int]:
    rows: Mapping[EntityKind, tuple[Weights, Weights]] = {
        EntityKind.PERSON: (one.people, two.people),
        EntityKind.PLACE: (one.places, two.places),
    }
    left, right = rows.get(kind, (one.words, two.words))
    return {stem: weight * right[stem] for stem, weight in left.items() if stem in right}


def _shared_words(one: Telling, two: Telling, *, across: bool = False) -> list[str]:
    """Return the rarest shared words that are no names, in the form the first account prints.

    Across languages words are not compared, so only those are told that an opening prints as a name, and numbers.
    """
    mine, theirs = one.profile.words, two.profile.words
    if across:
        compared = {stem for each in (one.profile, two.profile) for stem in (*each.told, *each.numbers)}
        theirs = {stem: weight for stem, weight in theirs.items() if stem in compared}
    named = {stem for entity in one.account.annotation.entities for stem in content_stems(fold(entity.name))}
    both = [stem for stem in mine if stem in theirs and stem not in named and term_weight(stem) >= RARE]
    best = sorted(both, key=lambda stem: (-mine[stem] * theirs[stem], stem))[:4]
    printed = _printed(one.account.article, best)
    words = [f"“{printed[stem]}”" for stem in best if stem in printed]
    return [f"the rare {'word' if len(words) == 1 else 'words'} {listed(words)}"] if words else []


def _printed(article: Article, stems: Sequence[str]) -> dict[str, str]:
    """Return stems as an article prints them, without what hangs on a word and without headline capitals."""
    found: dict[str, str] = {}
    for text in (article.text, article.title or ""):
        for start, end, stem in stem_spans(text):
            if stem in stems and stem not in found:
                word = _POSSESSIVE.sub("", text[start:end])
                found[stem] = word.capitalize() if word.isupper() and len(word) > 4 else word
    return found


def listed(parts: Sequence[str]) -> str:
    """Return parts as a list in words."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
