"""The sets that the tagger learns from, put together: every document of a round, with names exchanged."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from training.tagger.actors import read_organisations, read_persons
from training.tagger.attribution.read import read_attribution
from training.tagger.augment import exchange_names
from training.tagger.columns import read_re3d, read_tweets, read_uner, read_wikigold, read_wnut
from training.tagger.examples import Row, Shares, rows_of
from training.tagger.gum import read_gum
from training.tagger.labelled import Document, Mark, Sentence
from training.tagger.meantime import read_meantime
from training.tagger.plain import read_plain
from training.tagger.silver import with_amounts, with_groups

SHOWN = {"btc": 0.25, "frames": 0.35, "gap": 0.3, "wnut": 0.5}
"""The share of a set's documents that one round shows; all of the others'."""
EXCHANGED = {"uner": 0.1, "gum": 0.1, "wikigold": 0.1, "re3d": 0.1}
"""The share of a set's names that are others in one round."""

WEIGHS = {
    "uner": 3.0, "gum": 1.0, "wikigold": 1.5, "re3d": 0.5, "btc": 0.7, "wnut": 0.7, "attribution": 0.3, "time": 0.1,
    "quantity": 0.1,
}  # fmt: skip
"""How much each head's labels count. UNER's lines are those that ship; attribution is far harder to learn and
drowns the names where a label of it counts half as much as one of theirs; times and quantities are mostly silver."""


@dataclass(frozen=True, slots=True)
class Sets:
    """All documents, the names that may stand in for others, and what teachers said of sentences, by their text."""

    documents: tuple[Document, ...]
    pools: dict[str, list[str]]
    taught: Mapping[str, Shares] = field(default_factory=dict)

    def round(self, dice: random.Random) -> Iterator[Sequence[Row]]:
        """Yield the rows of every document that one round shows."""
        for document in self.documents:
            if dice.random() < SHOWN.get(document.set, 1.0):
                share = EXCHANGED.get(document.set, 0.0)
                shown = exchange_names(document, self.pools, share, dice) if share else document
                yield rows_of(shown, self.taught)


def read_sets(cache: Path) -> Sets:
    """Read every green set; EWT's and GUM's sentences carry names and attribution at once."""
    trees, frames = read_attribution(cache)
    roles = {sentence.text: sentence.marks["attribution"] for document in trees for sentence in document.sentences}
    named = [
        *read_uner(cache, "train"), *read_gum(cache, "train"), *read_wikigold(cache), *read_re3d(cache),
        *read_tweets(cache), *read_wnut(cache), *read_plain(cache),
    ]  # fmt: skip
    documents = [with_amounts(with_groups(_with_roles(document, roles))) for document in named]
    pools = {kind: sorted(names) for kind, names in _names(documents).items()}
    pools["person"] += read_persons(cache)
    pools["organisation"] += read_organisations(cache)
    return Sets((*documents, *read_meantime(cache), *frames), pools)


def _with_roles(document: Document, roles: dict[str, tuple[Mark, ...]]) -> Document:
    sentences = tuple(
        Sentence(sentence.text, {**sentence.marks, "attribution": roles[sentence.text]})
        if sentence.text in roles
        else sentence
        for sentence in document.sentences
    )
    return Document(document.set, document.id, sentences)


def _names(documents: Sequence[Document]) -> dict[str, set[str]]:
    """Return the names of persons, organisations and places that the edited sets mark."""
    found: dict[str, set[str]] = {"person": set(), "organisation": set(), "place": set()}
    for document in documents:
        for sentence in document.sentences:
            for head, marks in sentence.marks.items():
                for mark in marks if head in ("uner", "gum", "wikigold") else ():
                    if mark.label in found:
                        found[mark.label].add(sentence.text[mark.start : mark.end])
    return found
