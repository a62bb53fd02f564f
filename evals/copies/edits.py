"""What desks do to a text, done by program: each edit keeps count of whose sentence every sentence is."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

from evals.annotation.quoted import double_quoted
from evals.copies.bases import Base
from evals.copies.wording import reword, touch

LEAST_QUOTE = 8
"""Words of a quotation that is worth sharing."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of a made text, and which sentence of which base it is; `changed` where its words are other words."""

    words: str
    base: str
    number: int
    changed: bool = False


Draft = tuple[tuple[Piece, ...], ...]
"""Paragraphs of sentences."""


def draft_of(base: Base) -> Draft:
    """Return a base as it stands."""
    numbers = count()
    return tuple(
        tuple(Piece(sentence, base.id, next(numbers)) for sentence in paragraph) for paragraph in base.paragraphs
    )


def pieces(draft: Draft) -> list[Piece]:
    """Return the sentences of a draft in order."""
    return [piece for paragraph in draft for piece in paragraph]


def cut_tail(draft: Draft, share: float) -> Draft:
    """Keep the first sentences."""
    return _keep(draft, set(range(_many(draft, share))))


def drop_some(draft: Draft, share: float, dice: random.Random) -> Draft:
    """Keep sentences drawn at random, in their order."""
    return _keep(draft, set(dice.sample(range(len(pieces(draft))), _many(draft, share))))


def mix_in(draft: Draft, share: float, own: Draft, dice: random.Random) -> Draft:
    """Keep sentences drawn at random; of the others each gives way to the next sentence of another text."""
    kept = set(dice.sample(range(len(pieces(draft))), _many(draft, share)))
    others = iter(pieces(own))
    numbers = count()
    made = (tuple(piece if next(numbers) in kept else next(others, None) for piece in paragraph) for paragraph in draft)
    return _without_empty(tuple(tuple(piece for piece in paragraph if piece) for paragraph in made))


def shuffle_paragraphs(draft: Draft, dice: random.Random) -> Draft:
    """Set the paragraphs in another order; a text of one paragraph stays."""
    order = list(draft)
    while len(set(draft)) > 1 and tuple(order) == draft:
        dice.shuffle(order)
    return tuple(order)


def reword_some(draft: Draft, share: float, dice: random.Random, *, light: bool = False) -> Draft:
    """Change the wording of sentences drawn at random among those that the table can change."""
    numbered = list(enumerate(pieces(draft)))
    able = [number for number, piece in numbered if reword(piece.words) != piece.words]
    chosen = set(dice.sample(able, min(len(able), _many(draft, share))))
    numbers = count()
    return tuple(
        tuple(_reworded(piece, dice, light) if next(numbers) in chosen else piece for piece in paragraph)
        for paragraph in draft
    )


def splice(passage: Sequence[Piece], own: Draft, dice: random.Random) -> Draft:
    """Set a passage as a paragraph of its own into another text, never as its first."""
    at = dice.randint(1, len(own))
    return (*own[:at], tuple(passage), *own[at:])


def passage_of(draft: Draft, sentences: int, dice: random.Random) -> list[Piece]:
    """Return neighbouring sentences from anywhere in a text."""
    whole = pieces(draft)
    first = dice.randint(0, max(0, len(whole) - sentences))
    return whole[first : first + sentences]


def share_quotes(draft: Draft, own: Draft, dice: random.Random, most: int) -> Draft | None:
    """Give another text quotations of this one, in words of its own around them.

    Nothing where there is none that is long enough, or fewer than two where several are wanted.
    """
    quotes = [
        piece.words[start:end].rstrip(",.")
        for piece in pieces(draft)
        for start, end in double_quoted(piece.words)
        if len(piece.words[start:end].split()) >= LEAST_QUOTE
    ]
    if len(quotes) < min(most, 2):
        return None
    foreign = pieces(own)[0].base
    for quote in dice.sample(quotes, min(most, len(quotes))):
        own = splice([Piece(f"“{quote},” as it was put on that day.", foreign, -1)], own, dice)
    return own


def _reworded(piece: Piece, dice: random.Random, light: bool) -> Piece:
    told = touch(piece.words, dice) if light else reword(piece.words)
    return replace(piece, words=told, changed=piece.changed or told != piece.words)


def _many(draft: Draft, share: float) -> int:
    return max(1, round(len(pieces(draft)) * share))


def _keep(draft: Draft, kept: set[int]) -> Draft:
    numbers = count()
    return _without_empty(tuple(tuple(piece for piece in paragraph if next(numbers) in kept) for paragraph in draft))


def _without_empty(draft: Draft) -> Draft:
    return tuple(paragraph for paragraph in draft if paragraph)
