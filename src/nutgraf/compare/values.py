"""What values changed in a sentence that stands re-worded in a later version: figures, times, names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from nutgraf.compare.figures import bounds, compatible, read_value
from nutgraf.compare.statements import Told
from nutgraf.compare.versions import Piece, same_words
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import Account, Figure, Mention, Qualifier, Time
from nutgraf.records.edits import EditKind
from nutgraf.text import fold, folded_words

Place = tuple[int, int]
"""Start and end in a text, code points."""

_GONE_ON = frozenset(content_stems("rose risen increased climbed grown latest confirmed"))
_NOW = ("now", "so far")


@dataclass(frozen=True, slots=True)
class Side:
    """A piece of one version with what is marked in it; `told` are the statements that it makes."""

    account: Account
    piece: Piece
    told: tuple[Told, ...]

    @property
    def sentence(self) -> str:
        """The words of the piece."""
        return self.account.article.text[self.piece.start : self.piece.end]

    def words(self, place: Place) -> str:
        """Return the words at a place."""
        return self.account.article.text[place[0] : place[1]]

    def within(self, start: int, end: int) -> bool:
        """Tell whether a stretch of the text lies in the piece."""
        return self.piece.start <= start and end <= self.piece.end


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed in a sentence, with its place in both texts; nothing where it stands in one only.

    `takes_back` is false for what only adds, `matters` for what is no change of substance; `unsure`
    is true where two readings remain.
    """

    kind: EditKind
    old: Place | None
    new: Place | None
    reason: str
    takes_back: bool = True
    matters: bool = True
    unsure: bool = False


def changed_figures(old: Side, new: Side) -> Iterator[Change]:
    """Yield the figures of a sentence whose value changed; "14" and "fourteen" are one value.

    A figure that leaves room for the later one ("at least 14", then 19), or a later sentence that says that a count
    has gone on, is news; otherwise what stood there is taken back.
    """
    left, right = _figures(old), _figures(new)
    for one, other in unlike(left, right, lambda a, b: read_value(a) == read_value(b), _one_thing):
        news = _leaves_room(one, other) or (other.low > one.low and _says_it_goes_on(new))
        reason = f"The figure was {read_value(one)} and is {read_value(other)}"
        if news:
            reason += ": the count went on"
        elif compatible(one, other):
            reason += "; as they are qualified, both may be true"
        elif other.low > one.low and one.unit in {"", "people"}:
            reason += "; a count that rose may be news and no mistake"
        yield Change(EditKind.FIGURE, (one.start, one.end), (other.start, other.end), reason + ".", not news)


def _leaves_room(one: Figure, other: Figure) -> bool:
    """Tell whether all that the later figure allows lies above a bound that the earlier one gives."""
    low = bounds(other)[0]
    if one.qualifier is Qualifier.MORE_THAN:
        return low > one.low
    return one.qualifier is Qualifier.AT_LEAST and low >= one.low


def _figures(side: Side) -> list[Figure]:
    times = [(time.start, time.end) for time in side.account.annotation.times]
    return [
        figure
        for figure in side.account.annotation.figures
        if side.within(figure.start, figure.end) and not any(a < figure.end and figure.start < b for a, b in times)
    ]


def _one_thing(one: Figure, other: Figure) -> float:
    """Return how much two figures of one sentence count one thing: by their unit and what is counted."""
    counted = set(content_stems(one.counted)) & set(content_stems(other.counted))
    return 1.0 + 2.0 * (one.unit == other.unit) + 4.0 * bool(counted)


def _says_it_goes_on(side: Side) -> bool:
    """Tell whether a sentence says that it gives a state of a count: "now", "so far", "risen to"."""
    plain = f" {' '.join(side.piece.tokens)} "
    return bool(_GONE_ON & set(content_stems(side.sentence))) or any(f" {word} " in plain for word in _NOW)


def changed_times(old: Side, new: Side) -> Iterator[Change]:
    """Yield the times of a sentence that mean another day, hour or length; "Friday" and its date are one time."""
    left, right = _times(old), _times(new)

    def same(one: Time, other: Time) -> bool:
        if fold(old.words((one.start, one.end))) == fold(new.words((other.start, other.end))):
            return True  # "today" on a page dated anew means another day, but nobody changed a word
        return (one.value or one.recipe) == (other.value or other.recipe)

    for one, other in unlike(left, right, same, lambda a, b: 1.0 + (a.kind is b.kind)):
        places = (one.start, one.end), (other.start, other.end)
        meant = [
            f" ({time.value})" if time.value and time.value != side.words(place) and time.value[0] != "P" else ""
            for side, time, place in zip((old, new), (one, other), places, strict=True)
        ]
        told = f"“{old.words(places[0])}”{meant[0]} and is “{new.words(places[1])}”{meant[1]}"
        yield Change(EditKind.TIME, *places, f"The time was {told}.")


def _times(side: Side) -> list[Time]:
    return [time for time in side.account.annotation.times if side.within(time.start, time.end)]


def changed_names(old: Side, new: Side) -> Iterator[Change]:
    """Yield the names of a sentence that another name, or another spelling, stands for; a fuller form is no change."""
    left, right = _names(old), _names(new)

    def same(one: Mention, other: Mention) -> bool:
        mine, theirs = set(_tokens(old, one)), set(_tokens(new, other))
        return mine <= theirs or theirs <= mine

    def alike(one: Mention, other: Mention) -> float:
        if one.kind is not other.kind:
            return 0.0
        return 1.0 + same_words(list(" ".join(_tokens(old, one))), list(" ".join(_tokens(new, other))))

    for one, other in unlike(left, right, same, alike):
        places = (one.start, one.end), (other.start, other.end)
        told = f"“{old.words(places[0])}” and is “{new.words(places[1])}”"
        yield Change(EditKind.NAME, *places, f"The name was {told}.")


def _names(side: Side) -> list[Mention]:
    return [each for each in side.account.annotation.mentions if each.named and side.within(each.start, each.end)]


def _tokens(side: Side, each: Mention) -> tuple[str, ...]:
    return folded_words(side.account.article.text, each.start, each.end)


Value = TypeVar("Value")


def unlike(
    left: Sequence[Value],
    right: Sequence[Value],
    same: Callable[[Value, Value], bool],
    score: Callable[[Value, Value], float],
) -> list[tuple[Value, Value]]:
    """Return the values of two sentences that stand in the place of each other: those that are the same on both sides
    go first, one by one, and of the rest the most alike are paired, in order.
    """
    spare_left, spare_right = list(left), list(right)
    for one in left:
        twin = next((other for other in spare_right if same(one, other)), None)
        if twin is not None:
            spare_left.remove(one)
            spare_right.remove(twin)
    ranked = sorted(
        (-score(one, other), abs(at - place), at, place)
        for at, one in enumerate(spare_left)
        for place, other in enumerate(spare_right)
        if score(one, other) > 0
    )
    taken: dict[int, int] = {}
    for _, _, at, place in ranked:
        if at not in taken and place not in taken.values():
            taken[at] = place
    return [(spare_left[at], spare_right[place]) for at, place in sorted(taken.items())]
