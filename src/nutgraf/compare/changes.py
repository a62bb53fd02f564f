"""What changed in a sentence that stands re-worded in a later version: figures, times, names, quotes, the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from nutgraf.compare.figures import compatible, read_value
from nutgraf.compare.statements import Told
from nutgraf.compare.versions import Piece, same_words
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import Account, Figure, Mention, Qualifier, QuoteKind, Time
from nutgraf.records.edits import EditKind
from nutgraf.text import fold, words

Place = tuple[int, int]
"""Start and end in a text, code points."""

_OPEN = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_GONE_ON = frozenset(content_stems("rose risen increased climbed grown latest confirmed"))
_NOW = frozenset(("now", "so far", "since"))


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

    `takes_back` is false for what only adds, and `matters` for what is no change of substance.
    """

    kind: EditKind
    old: Place | None
    new: Place | None
    reason: str
    takes_back: bool = True
    matters: bool = True


def find_changes(old: Side, new: Side) -> tuple[Change, ...]:
    """Return what changed from one wording of a sentence to the next: values first, then quotes, then the rest."""
    values = [*changed_figures(old, new), *changed_times(old, new), *changed_names(old, new)]
    values += changed_quotes(old, new, values)
    rest = reworded(old, new, values)
    return (*values, rest) if rest else tuple(values)


def changed_figures(old: Side, new: Side) -> Iterator[Change]:
    """Yield the figures of a sentence whose value changed; "14" and "fourteen" are one value.

    A figure that leaves room for the later one ("at least 14", then 19), or a later sentence that says that a count
    has gone on, is news; otherwise what stood there is taken back.
    """
    left, right = _figures(old), _figures(new)
    for one, other in _unlike(left, right, lambda a, b: read_value(a) == read_value(b), _one_thing):
        room = one.qualifier in _OPEN and other.low >= one.low
        room = room or (other.low > one.low and bool(_gone_on(new) - _gone_on(old)))
        reason = f"The figure was {read_value(one)} and is {read_value(other)}"
        if room:
            reason += ": the count went on"
        elif compatible(one, other):
            reason += "; as they are qualified, both may be true"
        yield Change(EditKind.FIGURE, (one.start, one.end), (other.start, other.end), reason + ".", not room)


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


def _gone_on(side: Side) -> set[str]:
    found = set(content_stems(side.sentence)) & _GONE_ON
    return found | {word for word in _NOW if f" {word} " in f" {' '.join(side.piece.tokens)} "}


def changed_times(old: Side, new: Side) -> Iterator[Change]:
    """Yield the times of a sentence that mean another day, hour or length; "Friday" and its date are one time."""
    left, right = _times(old), _times(new)

    def same(one: Time, other: Time) -> bool:
        if fold(old.words((one.start, one.end))) == fold(new.words((other.start, other.end))):
            return True  # "today" on a page dated anew means another day, but nobody changed a word
        return (one.value or one.recipe) == (other.value or other.recipe)

    for one, other in _unlike(left, right, same, lambda a, b: 1.0 + (a.kind is b.kind)):
        places = (one.start, one.end), (other.start, other.end)
        meant = [
            f" ({time.value})" if time.value and time.value != side.words(place) else ""
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

    for one, other in _unlike(left, right, same, alike):
        places = (one.start, one.end), (other.start, other.end)
        told = f"“{old.words(places[0])}” and is “{new.words(places[1])}”"
        yield Change(EditKind.NAME, *places, f"The name was {told}.")


def _names(side: Side) -> list[Mention]:
    return [each for each in side.account.annotation.mentions if each.named and side.within(each.start, each.end)]


def _tokens(side: Side, each: Mention) -> list[str]:
    return [fold(word) for _, _, word in words(side.account.article.text, each.start, each.end)]


def changed_quotes(old: Side, new: Side, values: Sequence[Change]) -> list[Change]:
    """Return the quotations of a sentence whose words changed beyond the values that are told apart already."""
    left, right = _quotes(old), _quotes(new)
    away_old, away_new = _places(values, new=False), _places(values, new=True)

    def same(one: Place, other: Place) -> bool:
        return _words_at(old, one, away_old) == _words_at(new, other, away_new)

    found = []
    for one, other in _unlike(left, right, same, lambda a, b: same_words(_words_at(old, a, ()), _words_at(new, b, ()))):
        gone, come = _own_words(old, one, new, other), _own_words(new, other, old, one)
        told = f"“{gone}” became “{come}”" if gone and come else f"“{gone}” is gone" if gone else f"“{come}” was added"
        found.append(Change(EditKind.QUOTE, one, other, f"Words in quotation marks changed: {told}."))
    return found


def changed_marks(old: Side, new: Side) -> Iterator[Change]:
    """Yield a sentence whose words are the same, of which others stand in quotation marks: what is given as somebody's
    own words changed.
    """
    left, right = ([_words_at(side, place, ()) for place in _quotes(side)] for side in (old, new))
    if left != right:
        told = "Other words of it stand in quotation marks than before."
        yield Change(EditKind.QUOTE, _whole(old), _whole(new), told)


def _quotes(side: Side) -> list[Place]:
    """Return the quoted stretches inside a piece, without their marks."""
    found = []
    for quote in side.account.annotation.quotes:
        start, end = max(quote.start, side.piece.start), min(quote.end, side.piece.end)
        if quote.kind in {QuoteKind.DIRECT, QuoteKind.MIXED} and not quote.nested and start < end:
            found.append((start, end))
    return found


def _own_words(side: Side, place: Place, other: Side, there: Place) -> str:
    """Return the words of a quotation from the first that the other one lacks to the last."""
    theirs = Counter(_words_at(other, there, ()))
    own: list[Place] = []
    for start, end, word in words(side.account.article.text, *place):
        if theirs[fold(word)]:
            theirs[fold(word)] -= 1
        else:
            own.append((start, end))
    return side.words((own[0][0], own[-1][1])) if own else ""


def reworded(old: Side, new: Side, told: Sequence[Change]) -> Change | None:
    """Return how the sentence was re-worded beside what is told apart already, or nothing where it was not.

    Where the telling words are the same, and it says yes or no, may or will as before, only its style changed. Where
    every telling word is kept and others are added, nothing is taken back.
    """
    away_old, away_new = _places(told, new=False), _places(told, new=True)
    left, right = (_words_at(side, _whole(side), away) for side, away in ((old, away_old), (new, away_new)))
    if left == right:
        return None
    places = _whole(old), _whole(new)
    turned = any(one.negative for one in old.told) != any(one.negative for one in new.told)
    modes = [sorted({one.statement.mode for one in side.told}) for side in (old, new)]
    gone, come = _counted(left, right), _counted(right, left)
    if turned:
        return Change(EditKind.REWORDED, *places, "One version says no where the other says yes.")
    if not gone and not come:
        if modes[0] == modes[1]:
            if told:
                return None
            reason = "Only its style changed: every telling word is the same."
            return Change(EditKind.REWORDED, *places, reason, matters=False)
        return Change(EditKind.REWORDED, *places, f"It said what “{modes[0][0]}” and says what “{modes[1][0]}”.")
    if not gone:
        return Change(EditKind.REWORDED, *places, f"Added to it: {_listed(come)}.", takes_back=False)
    reason = f"Gone from it: {_listed(gone)}" + (f"; new in it: {_listed(come)}." if come else ".")
    return Change(EditKind.REWORDED, *places, reason)


def _listed(found: Sequence[str]) -> str:
    """Return a few words as a list in marks, the rest counted."""
    shown = ", ".join(f"“{word}”" for word in found[:6])
    return shown + (f" and {len(found) - 6} more" if len(found) > 6 else "")


def _counted(left: Sequence[str], right: Sequence[str]) -> list[str]:
    """Return the words of the left text whose stems the right one has fewer of, in order."""
    spare = Counter(stem for word in right for stem in content_stems(word))
    found = []
    for word in left:
        for stem in content_stems(word):
            if spare[stem]:
                spare[stem] -= 1
            else:
                found.append(word)
    return list(dict.fromkeys(found))


def _whole(side: Side) -> Place:
    return side.piece.start, side.piece.end


def _words_at(side: Side, place: Place, away: Sequence[Place]) -> list[str]:
    """Return the folded words of a stretch without those of some places."""
    found = words(side.account.article.text, *place)
    return [fold(word) for start, end, word in found if not any(a < end and start < b for a, b in away)]


def _places(told: Sequence[Change], *, new: bool) -> tuple[Place, ...]:
    found = (change.new if new else change.old for change in told)
    return tuple(place for place in found if place)


Value = TypeVar("Value")


def _unlike(
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
