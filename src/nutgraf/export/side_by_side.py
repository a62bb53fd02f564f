"""Two articles of a pair side by side: sentence beside sentence, with what was kept, changed, moved, added, dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.records.article import Article
from nutgraf.records.copies import Copy
from nutgraf.records.reused import Taken, TakenSentence, moved_passages, other_place, taken_sentences

LONGEST_OWN = 3
"""Sentences of one article alone, in a row, that are shown; of more of them the first and the last."""

MARKS = {Taken.WHOLE: "▌", Taken.CHANGED: "~", Taken.PART: "≈", Taken.OWN: " "}
"""What stands before a sentence, so that nothing is told by colour alone."""

MEANINGS = (
    ("▌", "stands in the other, word for word"),
    ("~", "stands in the other with words changed"),
    ("≈", "stands in the other in part"),
    ("+", "added: only here"),
    ("−", "dropped: only in the other"),
    ("↕1", "moved: the number leads from one side to the other"),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A sentence of one of the two texts (code points), its mark, and the number of the move it belongs to, or 0.

    `shared` are the places in it that stand in the other text.
    """

    start: int
    end: int
    mark: str
    moved: int
    shared: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What stands side by side; `cut` counts the sentences that were left out here, on the side where it is not 0."""

    left: Cell | None
    right: Cell | None
    left_cut: int = 0
    right_cut: int = 0


@dataclass(frozen=True, slots=True)
class SideBySide:
    """An article, the other one, the pair told from the article's side, and the rows."""

    article: Article
    other: Article
    pair: Copy
    rows: tuple[Row, ...]


def set_side_by_side(article: Article, other: Article, pair: Copy, *, full: bool = False) -> SideBySide:
    """Return two articles side by side, in the order of the first; `full` leaves out nothing."""
    pair = pair if pair.article == article.id else pair.turned()
    rows = list(_rows(article, other, pair))
    return SideBySide(article, other, pair, tuple(rows if full else _shortened(rows)))


def _rows(article: Article, other: Article, pair: Copy) -> Iterator[Row]:
    """Yield the sentences of the article, each beside the one it is; what only the other has stands where it would."""
    turned, numbers = pair.turned(), _move_numbers(pair)
    theirs = taken_sentences(other.text, turned.passages)
    cells = [_cell(sentence, turned, _turned_numbers(pair, numbers), "−") for sentence in theirs]
    told = [
        (_cell(sentence, pair, numbers, "+"), _beside(sentence, article, other, pair, theirs))
        for sentence in taken_sentences(article.text, pair.passages)
    ]
    reached = {place for _, place in told}
    at = 0
    for cell, place in told:
        if place is None or cell.moved or place < at:
            yield Row(cell, cells[place] if place is not None and cell.moved else None)
            continue
        yield from (Row(None, cells[skipped]) for skipped in range(at, place) if skipped not in reached)
        yield Row(cell, cells[place])
        at = place + 1
    yield from (Row(None, cells[skipped]) for skipped in range(at, len(cells)) if skipped not in reached)


def _beside(
    sentence: TakenSentence, article: Article, other: Article, pair: Copy, theirs: Sequence[TakenSentence]
) -> int | None:
    """Return the place of the other's sentence in which most of a sentence stands."""
    held: dict[int, int] = {}
    for at in sentence.passages:
        passage = pair.passages[at]
        place = _place(theirs, other_place(article.text, other.text, passage, sentence.start))
        if place is not None:
            held[place] = held.get(place, 0) + min(sentence.end, passage.end) - max(sentence.start, passage.start)
    return max(held, key=lambda place: (held[place], -place), default=None)


def _move_numbers(pair: Copy) -> dict[int, int]:
    """Return for each passage the number of its move, 0 where it stands in the order of the other text."""
    numbers: dict[int, int] = {}
    last = 0
    for passage, moved in enumerate(moved_passages(pair)):
        last += moved
        numbers[passage] = last if moved else 0
    return numbers


def _turned_numbers(pair: Copy, numbers: dict[int, int]) -> dict[int, int]:
    """Return the numbers of the moves by the passages' places in the other text."""
    order = sorted(range(len(pair.passages)), key=lambda at: pair.passages[at].other_start)
    return {place: numbers[passage] for place, passage in enumerate(order)}


def _place(sentences: Sequence[TakenSentence], at: int) -> int | None:
    """Return the sentence in which a code point stands."""
    return next((place for place, each in enumerate(sentences) if each.start <= at < each.end), None)


def _cell(sentence: TakenSentence, pair: Copy, numbers: dict[int, int], alone: str) -> Cell:
    shared = tuple(
        (max(sentence.start, pair.passages[at].start), min(sentence.end, pair.passages[at].end))
        for at in sentence.passages
    )
    moved = next((numbers[at] for at in sentence.passages if numbers.get(at)), 0)
    mark = alone if sentence.taken is Taken.OWN else MARKS[sentence.taken]
    return Cell(sentence.start, sentence.end, mark, moved, shared)


def _shortened(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows, of each long stretch of one article alone only the first and the last."""
    stretch: list[Row] = []
    for row in [*rows, Row(None, None)]:
        side = _alone(row)
        if stretch and (side is None or side != _alone(stretch[0])):
            yield from _cut(stretch)
            stretch = []
        if side is not None:
            stretch.append(row)
        elif row.left or row.right:
            yield row


def _alone(row: Row) -> str | None:
    if row.left and not row.right and not row.left.shared:
        return "left"
    return "right" if row.right and not row.left else None


def _cut(stretch: Sequence[Row]) -> Iterator[Row]:
    left_out = len(stretch) - 2
    if left_out < LONGEST_OWN - 1:
        yield from stretch
        return
    yield stretch[0]
    yield Row(None, None, left_out if stretch[0].left else 0, 0 if stretch[0].left else left_out)
    yield stretch[-1]
