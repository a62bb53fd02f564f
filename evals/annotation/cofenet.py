"""The published setting of attribution: CofeNet's instances of PolNeAR and RiQuA, their tokens as text.

The instances hold one or several sentences. Texts that several people annotated stand in it several times, each with
its own labels; they are scored as published, and once without the repeats.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from training.tagger.labelled import ROLES, Mark, guess_spaces, join_words, marks_of_tags

FOLDER = "annotation-measure/cofenet_riqua_polnear/res"
_PRINTED = {"``": "“", "''": "”", "`": "‘", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}


class _Row(msgspec.Struct):
    tokens: list[str]
    labels: list[str]
    id: str


@dataclass(frozen=True, slots=True)
class Instance:
    """One instance: the text it is from, its words as printed, their places, and the gold spans."""

    text_id: str
    text: str
    places: tuple[tuple[int, int], ...]
    gold: tuple[Mark, ...]


def read_instances(cache: Path, which: str, part: str) -> list[Instance]:
    """Return the instances of a part of `polnear` or `riqua`."""
    path = cache / FOLDER / which / f"{part}.txt"
    rows = [msgspec.json.decode(line, type=_Row) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [_instance(row) for row in rows]


def _instance(row: _Row) -> Instance:
    words = [_PRINTED.get(word, word) for word in row.tokens]
    text, places = join_words(words, guess_spaces(words))
    return Instance(row.id, text, tuple(places), marks_of_tags(row.labels, places, {role: role for role in ROLES}))


def without_repeats(instances: Sequence[Instance]) -> list[Instance]:
    """Return the instances of each text by its first annotator alone; ids end in the annotator's."""
    first: dict[str, str] = {}
    for instance in instances:
        first.setdefault(instance.text_id.rpartition("_")[0], instance.text_id)
    return [instance for instance in instances if first[instance.text_id.rpartition("_")[0]] == instance.text_id]
