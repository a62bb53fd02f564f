"""GAP: Wikipedia passages with one pronoun and two names each; is it the one's, the other's, or neither's?"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.annotation.articles import write_article
from evals.bootstrap import Table, over
from nutgraf.annotate.coreference import resolve_references
from nutgraf.annotate.entities import name_entities
from nutgraf.annotate.people import People, gender_told
from nutgraf.annotate.sentences import split_sentences
from nutgraf.annotate.tagged import read_tags
from nutgraf.models.names import fold_name
from nutgraf.records.annotation import Entity, EntityKind, Mention
from nutgraf.records.article import Article

PARTS = {"train": "development", "dev": "validation", "test": "test"}


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage; offsets are characters of its text, and `right` tells for each name whether the pronoun is its."""

    id: str
    text: str
    pronoun: tuple[int, int]
    names: tuple[tuple[int, int], tuple[int, int]]
    right: tuple[bool, bool]

    @property
    def feminine(self) -> bool:
        """Whether the pronoun is she, her or hers."""
        return self.text[self.pronoun[0]].lower() == "s" or self.text[self.pronoun[0] : self.pronoun[1]].lower() in (
            "her",
            "hers",
        )


def read_passages(cache: Path, part: str) -> list[Passage]:
    """Return the passages of a part: train, dev or test."""
    path = cache / f"annotation-green/gap/gap-{PARTS[part]}.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [_passage(row) for row in rows]


def _passage(row: dict[str, str]) -> Passage:
    at = {name: int(row[f"{name}-offset"]) for name in ("Pronoun", "A", "B")}
    spans = {name: (start, start + len(row[name])) for name, start in at.items()}
    right = (row["A-coref"].upper() == "TRUE", row["B-coref"].upper() == "TRUE")
    return Passage(row["ID"], row["Text"], spans["Pronoun"], (spans["A"], spans["B"]), right)


Named = tuple[tuple[Entity, ...], tuple[Mention, ...]]


def name_passage(article: Article, passage: Passage, *, given: bool) -> Named:
    """Return the entities and named mentions: as we find them, or with the two names given as people."""
    sentences = split_sentences(article)
    entities, named = name_entities(article, sentences, read_tags(article.text, sentences))
    return _given(passage, entities, named) if given else (entities, named)


def _given(passage: Passage, entities: tuple[Entity, ...], named: tuple[Mention, ...]) -> Named:
    """Return entities and mentions in which both names stand as people, spelt as the set spells them."""
    text, told = passage.text, {entity.key: entity.gender for entity in entities}
    rest = [m for m in named if not any(m.start < end and start < m.end for start, end in passage.names)]
    full = [text[m.start : m.end] for m in rest if m.kind is EntityKind.PERSON]
    spans = [(m.start, m.end) for m in rest if m.kind is EntityKind.PERSON] + list(passage.names)
    people = People([*full, *(text[start:end] for start, end in passage.names)])
    found = [m for m in rest if m.kind is not EntityKind.PERSON]
    forms: dict[str, list[str]] = {}
    for start, end in spans:
        person = people.one(text[start:end])
        key = f"person:{person.key if person else fold_name(text[start:end])}"
        forms.setdefault(key, []).append(text[start:end])
        found.append(Mention(start, end, EntityKind.PERSON, key, True))
    persons = [
        Entity(
            key, EntityKind.PERSON, max(names, key=len), tuple(sorted(set(names))), "", _gender(key, names, told), None
        )
        for key, names in forms.items()
    ]
    others = [entity for entity in entities if entity.kind is not EntityKind.PERSON]
    everyone = tuple(sorted((*others, *persons), key=lambda entity: entity.key))
    return everyone, tuple(sorted(found, key=lambda m: (m.start, m.end)))


def _gender(key: str, names: list[str], told: dict[str, str]) -> str:
    return told.get(key) or gender_told(max(names, key=len), "", "")


def decide(passage: Passage, *, given: bool, guess: bool) -> tuple[bool, bool, bool]:
    """Return whether the pronoun is brought to the first name, to the second, and to anybody at all."""
    article, _ = write_article(passage.id, [passage.text])
    entities, named = name_passage(article, passage, given=given)
    found, _ = resolve_references(article, split_sentences(article), entities, named, guess)
    key = next((m.entity for m in found if (m.start, m.end) == passage.pronoun), None)
    first, second = (
        key is not None and any(m.entity == key and m.start < end and start < m.end for m in named)
        for start, end in passage.names
    )
    return first, second, key is not None


def score_row(passage: Passage, first: bool, second: bool) -> list[float]:
    """Return right, told and gold of the two decisions: for feminine pronouns, then for masculine ones."""
    told, gold = (first, second), passage.right
    counts = [sum(map(min, zip(told, gold, strict=True))), sum(told), sum(gold)]
    return [*counts, 0, 0, 0] if passage.feminine else [0, 0, 0, *counts]


def gap_figures(sums: Table) -> Table:
    """Return F1, that of masculine and of feminine pronouns, the ratio F/M, precision and recall."""
    she, he = sums[:, :3], sums[:, 3:6]
    both = she + he
    f1 = [_f1(counts) for counts in (both, he, she)]
    return np.stack([*f1, over(f1[2], f1[1]), over(both[:, 0], both[:, 1]), over(both[:, 0], both[:, 2])], axis=1)


def _f1(counts: Table) -> Table:
    return over(2 * counts[:, 0], counts[:, 1] + counts[:, 2])
