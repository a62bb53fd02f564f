"""A text with the mentions of people, organisations and places in it, and which of them go together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from nutgraf.records.article import Article

KINDS = {"person": "person", "organization": "organisation", "place": "place"}
PRONOUNS = frozenset("he him his himself she her hers herself".split())


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention: its place, the places of its head words, its kind and chain, and what sort of words it has."""

    start: int
    end: int
    heads: tuple[tuple[int, int], ...]
    kind: str
    chain: str
    sort: str
    link: str


@dataclass(frozen=True, slots=True)
class ChainedText:
    """One document: the article made of it and all its mentions; `kinds` is the kind that most of a chain have."""

    id: str
    article: Article
    mentions: tuple[GoldMention, ...]
    kinds: dict[str, str]

    def wanted(self) -> tuple[GoldMention, ...]:
        """Return what the product resolves: names, pronouns of the third person singular and descriptions ("the …") of
        people, organisations and places that the text names, in chains of two and more such mentions.
        """
        named = self.named()
        kept = [m for m in self.mentions if m.chain in named and m.sort != "other" and self.kinds[m.chain] in KINDS]
        sizes = Counter(m.chain for m in kept)
        return tuple(m for m in kept if sizes[m.chain] > 1)

    def named(self) -> frozenset[str]:
        """Return the chains in which something is named."""
        return frozenset(m.chain for m in self.mentions if m.sort == "name")

    def pronouns(self) -> tuple[GoldMention, ...]:
        """Return every pronoun of the third person singular that stands for a person."""
        return tuple(m for m in self.mentions if m.sort == "pronoun" and self.kinds[m.chain] == "person")


def kinds_of(mentions: Iterable[GoldMention]) -> dict[str, str]:
    """Return the kind that most mentions of each chain have."""
    counts: dict[str, Counter[str]] = {}
    for mention in mentions:
        counts.setdefault(mention.chain, Counter())[mention.kind] += 1
    return {chain: max(sorted(found), key=found.__getitem__) for chain, found in counts.items()}
