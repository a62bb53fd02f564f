"""Names of a text exchanged for others of their kind, so that what is learnt is how names stand, not which they are."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from training.tagger.labelled import NAMES, Document, Mark, Sentence

Pools = Mapping[str, Sequence[str]]
"""Names to draw from, by kind."""

NAME_HEADS = frozenset(("uner", "gum", "wikigold", "re3d", "btc", "wnut"))


def exchange_names(document: Document, pools: Pools, share: float, dice: random.Random) -> Document:
    """Return a document in which about a share of the names are others; one name is everywhere exchanged for one."""
    chosen: dict[tuple[str, str], str | None] = {}
    return Document(
        document.set,
        document.id,
        tuple(_exchanged(sentence, pools, share, dice, chosen) for sentence in document.sentences),
    )


def _exchanged(
    sentence: Sentence, pools: Pools, share: float, dice: random.Random, chosen: dict[tuple[str, str], str | None]
) -> Sentence:
    head = next((head for head in sentence.marks if head in NAME_HEADS), None)
    swaps: list[tuple[Mark, str]] = []
    for mark in sentence.marks[head] if head else ():
        printed = sentence.text[mark.start : mark.end]
        key = (mark.label, printed)
        if key not in chosen:
            chosen[key] = _other(printed, mark.label, pools, dice) if dice.random() < share else None
        other = chosen[key]
        if other is not None:
            swaps.append((mark, other))
    return _rewritten(sentence, swaps) if swaps else sentence


def _other(printed: str, label: str, pools: Pools, dice: random.Random) -> str | None:
    """Return another name of the kind, as long and as cased: a last name for a last name, capitals for capitals."""
    pool = pools.get(label, ())
    if not pool or label not in NAMES:
        return None
    other = dice.choice(pool)
    if label == "person" and " " not in printed:
        other = other.split()[-1] if dice.random() < 0.7 else other.split()[0]
    if label == "organisation" and " " not in printed and dice.random() < 0.7:
        other = other.split()[0]
    if printed.isupper() and len(printed) > 4:
        return other.upper()
    return other.lower() if printed.islower() else other


def _rewritten(sentence: Sentence, swaps: Sequence[tuple[Mark, str]]) -> Sentence:
    """Return a sentence with some spans' words exchanged and every mark moved along."""
    text, at = "", 0
    moved: list[tuple[int, int]] = []  # place in the old text from which the shift holds, and the shift
    for mark, other in swaps:
        text += sentence.text[at : mark.start] + other
        at = mark.end
        moved.append((mark.end, len(text) - mark.end))
    text += sentence.text[at:]
    starts = {mark.start for mark, _ in swaps}

    def place(old: int, *, end: bool) -> int:
        shift = 0
        for limit, by in moved:
            if old > limit or (old == limit and end) or (old == limit and old not in starts and not end):
                shift = by
        return old + shift

    marks = {
        head: tuple(
            Mark(place(mark.start, end=False), place(mark.end, end=True), mark.label)
            for mark in told
            if _whole(mark, swaps)
        )
        for head, told in sentence.marks.items()
    }
    return Sentence(text, marks)


def _whole(mark: Mark, swaps: Sequence[tuple[Mark, str]]) -> bool:
    """Tell whether a mark begins and ends outside the words exchanged, or is one of them."""
    return all(
        (mark.start, mark.end) == (old.start, old.end)
        or not (old.start < mark.start < old.end or old.start < mark.end < old.end)
        for old, _ in swaps
    )
