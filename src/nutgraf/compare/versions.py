"""Two versions of a text side by side: which piece of one is which piece of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel, LCSseq

from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import Account
from nutgraf.text import folded_words, has_words, trim

ALIKE = 0.5
"""Share of common words, in order, that makes a piece of one version the re-worded piece of the other."""

_ALIKE_IN_SUBSTANCE = 0.35  # enough where half of the telling words of the barer one are the same
_SUBSTANCE = 0.5
_FEWEST = 0.12  # share of the words of both, each counted once, that must stand in both

Score = Callable[[int, int], float]
"""How alike two pieces are by index, 0 for not at all."""

_PARTED = 0.7  # share of a piece that must stand in the other's neighbour, for one sentence cut in two or two joined


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of a text, or words beside its sentences (a dateline), with its folded words."""

    start: int
    end: int
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """A piece of the earlier text and its piece of the later one; one of them may be missing.

    `moved` tells that the same words stand in another order among the others.
    """

    old: Piece | None
    new: Piece | None
    moved: bool = False


def cut_pieces(account: Account) -> tuple[Piece, ...]:
    """Cut an account into its sentences and whatever words stand beside them, in the order of the text."""
    text, at = account.article.text, 0
    places: list[tuple[int, int]] = []
    for sentence in sorted(account.annotation.sentences, key=lambda one: (one.start, one.end)):
        places += _beside(text, at, sentence.start)
        if sentence.end > at:
            places.append((max(at, sentence.start), sentence.end))
        at = max(at, sentence.end)
    places += _beside(text, at, len(text))
    return tuple(make_piece(text, *place) for place in places)


def make_piece(text: str, start: int, end: int) -> Piece:
    """Return a stretch of a text as a piece."""
    return Piece(start, end, folded_words(text, start, end))


def _beside(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if has_words(text, 1, start, end):
        yield trim(text, start, end)


def align_versions(old: Sequence[Piece], new: Sequence[Piece]) -> tuple[Matched, ...]:
    """Set the pieces of two versions side by side, in the order of the later text.

    First the longest row of pieces whose folded words are the same in the same order; then the same pieces in another
    place; then the most alike of what is left, one to one; last, sentences that were cut in two or joined.
    """
    pairs = _same(old, new)
    kept = set(pairs)
    left, right = _spare(pairs, old, new)
    pairs += _choose(left, right, lambda one, other: 1.0 if old[one].tokens == new[other].tokens else 0.0)
    moved = set(pairs) - kept
    left, right = _spare(pairs, old, new)
    bags = [frozenset(piece.tokens) for piece in old], [frozenset(piece.tokens) for piece in new]

    def alike(one: int, other: int) -> float:
        return likeness(old[one], new[other]) if _may_be_alike(bags[0][one], bags[1][other]) else 0.0

    pairs += _choose(left, right, alike)
    return _row(old, new, pairs, moved)


def _spare(pairs: Sequence[tuple[int, int]], old: Sequence[Piece], new: Sequence[Piece]) -> tuple[list[int], list[int]]:
    """Return the pieces of both versions that have no pair yet."""
    ones, others = {one for one, _ in pairs}, {other for _, other in pairs}
    return [at for at in range(len(old)) if at not in ones], [at for at in range(len(new)) if at not in others]


def _same(old: Sequence[Piece], new: Sequence[Piece]) -> list[tuple[int, int]]:
    numbers: dict[tuple[str, ...], int] = {}
    left, right = ([numbers.setdefault(piece.tokens, len(numbers)) for piece in side] for side in (old, new))
    found = []
    for step in LCSseq.opcodes(left, right):
        if step.tag == "equal":
            ends = range(step.src_start, step.src_end), range(step.dest_start, step.dest_end)
            found += list(zip(*ends, strict=True))
    return found


def _choose(left: Sequence[int], right: Sequence[int], score: Score) -> list[tuple[int, int]]:
    """Pair what is most alike, one to one; of equals the nearest, then the first."""
    scored = [(-found, abs(one - other), one, other) for one in left for other in right if (found := score(one, other))]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, one, other in sorted(scored):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return sorted(pairs.items())


def _may_be_alike(left: frozenset[str], right: frozenset[str]) -> bool:
    """Tell whether two pieces share enough words to be looked at: two texts of a thousand sentences with none in common
    are a million pairs.
    """
    return len(left & right) >= _FEWEST * (len(left) + len(right))


def likeness(old: Piece, new: Piece) -> float:
    """Return how alike two pieces are, 0 where they are two things: the share of common words in their order."""
    alike = same_words(old.tokens, new.tokens)
    if alike >= ALIKE:
        return alike
    return alike if alike >= _ALIKE_IN_SUBSTANCE and _substance(old.tokens, new.tokens) >= _SUBSTANCE else 0.0


def same_words(old: Sequence[str], new: Sequence[str]) -> float:
    """Return the share of words, 0 to 1, that two texts have in common in their order."""
    numbers: dict[str, int] = {}
    left, right = ([numbers.setdefault(token, len(numbers)) for token in side] for side in (old, new))
    return round(Indel.normalized_similarity(left, right), 9)


def _substance(old: Sequence[str], new: Sequence[str]) -> float:
    left, right = set(content_stems(" ".join(old))), set(content_stems(" ".join(new)))
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def _row(
    old: Sequence[Piece], new: Sequence[Piece], pairs: Sequence[tuple[int, int]], moved: set[tuple[int, int]]
) -> tuple[Matched, ...]:
    """Return all pieces in the order of the later text; what was taken out stands behind what it stood behind."""
    to_old = {other: one for one, other in pairs}
    to_new = dict(pairs)
    spare_old, spare_new = set(range(len(old))) - to_new.keys(), set(range(len(new))) - to_old.keys()
    rows: list[tuple[tuple[int, int, int], Matched]] = []
    for one, other in pairs:
        left = _grow(old, one, spare_old, new[other])
        right = _grow(new, other, spare_new, left)
        rows.append(((other, 0, one), Matched(left, right, (one, other) in moved)))
    rows += [((other, 0, 0), Matched(None, new[other])) for other in spare_new]
    for one in spare_old:
        behind = max((to_new[each] for each in range(one) if each in to_new), default=-1)
        rows.append(((behind, 1, one), Matched(old[one], None)))
    return tuple(matched for _, matched in sorted(rows, key=lambda row: row[0]))


def _grow(side: Sequence[Piece], at: int, spare: set[int], other: Piece) -> Piece:
    """Take a spare neighbour into a piece where the other version's piece holds its words, too."""
    piece = side[at]
    for near in (at + 1, at - 1):
        if near in spare:
            first, last = (piece, side[near]) if near > at else (side[near], piece)
            joined = Piece(first.start, last.end, first.tokens + last.tokens)
            more = _common(joined.tokens, other.tokens) - _common(piece.tokens, other.tokens)
            if more >= max(2, _PARTED * len(side[near].tokens)):
                spare.discard(near)
                piece = joined
    return piece


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    return round(same_words(left, right) * (len(left) + len(right)) / 2)
