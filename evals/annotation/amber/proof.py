"""How well our cutting gives CofeNet's instances: every token of its valid part, labelled by us and by them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from training.tagger.labelled import ROLES, Mark

from evals.annotation.amber.instances import Cut
from evals.annotation.cofenet import Instance
from evals.annotation.report import Line, Sheet

_SAME = {"—": "-", "“": "'", "”": "'", "‘": "'", '"': "'"}
_ONCE = "-.'"

Labels = list[tuple[str, bool]]
"""The role of each token, or an empty one, and whether a span begins at it."""


@dataclass(slots=True)
class Proof:
    """Counts over CofeNet's instances: all, those cut alike, those labelled alike to the last token; tokens by role.

    The tokens (right, ours, theirs) are those of the instances cut alike.
    """

    instances: int = 0
    cut: int = 0
    labelled: int = 0
    tokens: dict[str, NDArray[np.int64]] = field(
        default_factory=lambda: {role: np.zeros(3, dtype=np.int64) for role in ROLES}
    )


def prove(theirs: Sequence[Instance], ours: Sequence[Cut]) -> Proof:
    """Compare CofeNet's instances with ours of the same texts and annotators."""
    known: dict[tuple[str, str], list[Cut]] = defaultdict(list)
    for cut in reversed(ours):
        known[cut.text_id, fold_text(cut.text)[0]].append(cut)
    proof = Proof(len(theirs))
    for instance in theirs:
        same = known[instance.text_id, fold_text(instance.text)[0]]
        if not same:
            continue
        told = labels_of(instance, marks_on(instance, same.pop()))
        gold = labels_of(instance, instance.gold)
        proof.cut += 1
        proof.labelled += told == gold
        for (role, _), (right, _) in zip(told, gold, strict=True):
            for name, counts in proof.tokens.items():
                counts += np.array([role == right == name, role == name, right == name])
    return proof


def sheet_of(proof: Proof) -> Sheet:
    """Return the proof as a table, its counts below."""
    lines = [
        Line(f"{role}, {gold} tokens", {"precision": right / max(told, 1), "recall": right / max(gold, 1)})
        for role, (right, told, gold) in proof.tokens.items()
    ]
    notes = [
        f"cut as CofeNet cut: {proof.cut} ({proof.cut / proof.instances:.3f} of all)",
        f"every token labelled alike: {proof.labelled} ({proof.labelled / proof.instances:.3f} of all, "
        f"{proof.labelled / max(proof.cut, 1):.3f} of those cut alike)",
    ]
    return Sheet("our cutting of PolNeAR valid", f"{proof.instances} instances of CofeNet", lines, notes)


def labels_of(instance: Instance, marks: Sequence[Mark]) -> Labels:
    """Return the label of each token of an instance."""
    labels: Labels = [("", False)] * len(instance.places)
    for mark in marks:
        inside = [at for at, (start, end) in enumerate(instance.places) if start < mark.end and mark.start < end]
        for at in inside:
            labels[at] = (mark.label, at == inside[0])
    return labels


def marks_on(instance: Instance, cut: Cut) -> list[Mark]:
    """Return the marks of our instance as places of the text of theirs."""
    ours, theirs = fold_text(cut.text)[1], fold_text(instance.text)[1]
    found = []
    for mark in cut.marks:
        inside = [at for at, place in enumerate(ours) if mark.start <= place < mark.end]
        if inside:
            end = theirs[inside[-1] + 1] if inside[-1] + 1 < len(theirs) else len(instance.text)
            found.append(Mark(theirs[inside[0]], end, mark.label))
    return found


def fold_text(text: str) -> tuple[str, list[int]]:
    """Return the letters that both print, and where each stands: one of a run of stops, dashes or quote marks."""
    letters: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(text):
        same = _SAME.get(letter, letter)
        if not letter.isspace() and not (same in _ONCE and letters and letters[-1] == same):
            letters.append(same)
            places.append(at)
    return "".join(letters), places
