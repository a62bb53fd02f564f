"""Learn the weights of annotate/pronouns.py and write them as annotate/pronoun_weights.py.

Run: PYTHONPATH=. .venv/bin/python training/coreference.py [CACHE]
CACHE is the folder with the unpacked pack annotation-green (default: .cache). Green sets alone: GAP development
(Apache-2.0) with its two names given, and the train part of GUM's green genres (news, interview, academic, court, bio,
voyage) with the names that we find. A conditional logit over the candidates of each pronoun: the likelihood of whoever
may be right, with a square penalty; full batches, no chance in it, so the same inputs give the same bytes. Pronouns
before the one that is judged are resolved by the weights of the round before: three rounds, the first without weights.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from evals.annotation.articles import write_article
from evals.annotation.chained import ChainedText, GoldMention
from evals.annotation.gap import Passage, name_passage, read_passages
from evals.annotation.gum_chains import read_texts
from evals.annotation.gum_matching import chain_by_entity

from nutgraf.annotate import pronoun_weights
from nutgraf.annotate.coreference import Reader, Weighed
from nutgraf.annotate.entities import name_entities
from nutgraf.annotate.sentences import split_sentences
from nutgraf.annotate.tagged import read_tags
from nutgraf.records.annotation import Entity, Mention, Sentence
from nutgraf.records.article import Article
from nutgraf.text import fold

TARGET = Path(pronoun_weights.__file__)
ROUNDS = 3
STEPS = 400
PENALTY = 1.0
RARE = 10
"""A feature that fewer pronouns have gets no weight."""
GUM_COUNTS = 4.0
"""How much a pronoun of GUM counts beside one of GAP: its texts are read as the product reads them."""

Judged = tuple[Weighed, list[bool], float]
"""A pronoun, which of its candidates may be right, and how much it counts."""


def main() -> None:
    """Learn in rounds and write the table."""
    cache = Path(sys.argv[1] if len(sys.argv) > 1 else ".cache")
    passages, texts = read_passages(cache, "train"), read_texts(cache, "train")
    named = [_named(passage) for passage in passages]
    found = [_found(text) for text in texts]
    pronoun_weights.WEIGHTS.clear()
    for number in range(ROUNDS):
        judged = [one for passage, names in zip(passages, named, strict=True) for one in _gap(passage, names)]
        judged += [one for text, names in zip(texts, found, strict=True) for one in _gum(text, names)]
        weights = learn(judged)
        pronoun_weights.WEIGHTS.clear()
        pronoun_weights.WEIGHTS.update(weights)
        print(f"round {number + 1}: {len(judged)} pronouns, {len(weights)} weights", file=sys.stderr)
    TARGET.write_text(_written(weights), encoding="utf-8")


Named = tuple[Article, tuple[Sentence, ...], tuple[Entity, ...], tuple[Mention, ...]]


def _named(passage: Passage) -> Named:
    article, _ = write_article(passage.id, [passage.text])
    return article, split_sentences(article), *name_passage(article, passage, given=True)


def _found(text: ChainedText) -> Named:
    sentences = split_sentences(text.article)
    return text.article, sentences, *name_entities(text.article, sentences, read_tags(text.article.text, sentences))


def weigh_all(
    article: Article, sentences: tuple[Sentence, ...], entities: tuple[Entity, ...], named: tuple[Mention, ...]
) -> Iterator[Weighed]:
    """Yield what was thought of every pronoun of an article."""
    reader = Reader(article, sentences, entities, named)
    for index in range(len(sentences)):
        reader.read(index)
    yield from reader.weighed


def _gap(passage: Passage, names: Named) -> Iterator[Judged]:
    mentions: tuple[Mention, ...] = names[3]
    keys = [next((m.entity for m in mentions if m.start < end and start < m.end), None) for start, end in passage.names]
    right = {key for key, holds in zip(keys, passage.right, strict=True) if holds}
    for weighed in weigh_all(*names):
        if (weighed.pronoun.start, weighed.pronoun.end) != passage.pronoun:
            continue
        told = [candidate.key for candidate in weighed.candidates]
        allowed = [key in right for key in told] if right else [key not in keys for key in told]
        if any(allowed) and not all(allowed):
            yield weighed, allowed, 1.0


def _gum(text: ChainedText, names: Named) -> Iterator[Judged]:
    chains = chain_by_entity(text, names[3])
    gold = {(m.start, m.end): m.chain for m in text.pronouns()}
    for weighed in weigh_all(*names):
        chain = gold.get((weighed.pronoun.start, weighed.pronoun.end))
        if chain is None:
            continue
        allowed = [_chain(text, chains, candidate.key) == chain for candidate in weighed.candidates]
        if not any(allowed):
            allowed[-1] = True  # nobody that we see
        if not all(allowed):
            yield weighed, allowed, GUM_COUNTS


def _chain(text: ChainedText, chains: dict[str, str], key: str) -> str | None:
    if key.startswith("unlisted:"):
        word = key.removeprefix("unlisted:")
        return next((m.chain for m in text.mentions if m.sort == "name" and word in _words(text, m)), None)
    if not key.startswith("unnamed:"):
        return chains.get(key)
    start = int(key.removeprefix("unnamed:"))
    nearest = [m for m in text.mentions if abs(m.start - start) <= 3 and m.end > start + 3]
    return min(nearest, key=lambda m: (abs(m.start - start), m.end)).chain if nearest else None


def _words(text: ChainedText, mention: GoldMention) -> list[str]:
    return [fold(text.article.text[start:end]) for start, end in mention.heads]


def learn(judged: list[Judged]) -> dict[str, float]:
    """Return the weights that make the right candidates likeliest."""
    seen: dict[str, int] = {}
    for weighed, _, _ in judged:
        for name in {name for candidate in weighed.candidates for name in candidate.features}:
            seen[name] = seen.get(name, 0) + 1
    names = sorted(name for name, count in seen.items() if count >= RARE)
    column = {name: index for index, name in enumerate(names)}
    rows = [candidate.features for weighed, _, _ in judged for candidate in weighed.candidates]
    table = np.zeros((len(rows), len(names)))
    for index, features in enumerate(rows):
        for name, value in features.items():
            if name in column:
                table[index, column[name]] = value
    right = np.array([allowed for _, alloweds, _ in judged for allowed in alloweds], dtype=float)
    sizes = np.array([len(weighed.candidates) for weighed, _, _ in judged])
    counts = np.array([count for _, _, count in judged])
    weights = _fit(table, right, sizes, counts)
    rounded = {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}
    return {name: weight for name, weight in rounded.items() if weight}


def _fit(table: np.ndarray, right: np.ndarray, sizes: np.ndarray, counts: np.ndarray) -> np.ndarray:
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    owner = np.repeat(np.arange(len(sizes)), sizes)
    weights, first, second = (np.zeros(table.shape[1]) for _ in range(3))
    for step in range(1, STEPS + 1):
        scores = table @ weights
        scores -= np.maximum.reduceat(scores, starts)[owner]
        shares = np.exp(scores)
        among_all = shares / np.add.reduceat(shares, starts)[owner]
        among_right = shares * right
        among_right /= np.maximum(np.add.reduceat(among_right, starts), 1e-12)[owner]
        slope = table.T @ ((among_all - among_right) * counts[owner]) + PENALTY * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        rate = 0.05 * (0.1 ** (step / STEPS))
        weights = weights - rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def _written(weights: dict[str, float]) -> str:
    rows = "".join(f'    "{name}": {weight},\n' for name, weight in sorted(weights.items()))
    return (
        '"""What speaks for and against a candidate of a pronoun, in numbers: made by training/coreference.py.\n\n'
        "Learned on GAP development (Apache-2.0) and the train part of GUM's green genres; no word of theirs is here.\n"
        '"""\n\nfrom __future__ import annotations\n\nWEIGHTS: dict[str, float] = {\n' + rows + "}\n"
        '"""Weight by feature of `annotate/pronouns.py`; one that is not here weighs nothing."""\n'
    )


if __name__ == "__main__":
    main()
