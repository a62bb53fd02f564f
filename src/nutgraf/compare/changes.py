"""What changed in a sentence that stands re-worded in a later version: its values, its quotes, and the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from nutgraf.compare.figures import read_value
from nutgraf.compare.values import Change, Place, Side, changed_figures, changed_names, changed_times, unlike
from nutgraf.compare.versions import same_words
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import QuoteKind
from nutgraf.records.edits import EditKind
from nutgraf.text import fold, words

_SHOWN = 6  # words of a list
_EMPTY = frozenset(
    "a an the of that which who it its this these those and but while also then there said says told tells".split()
)
_TENSE = frozenset("has have had been is was are were be".split())
_BEFORE_TIME = re.compile(r"\b(?:on|at|in)\s+$", re.IGNORECASE)
_CLOCK = re.compile(r"^\W*(?:update[sd]?\W+)?\d{1,2}[:.]\d\d\b", re.IGNORECASE)  # "Update, 14:05: …"
_MODES = {
    "did": "done",
    "will": "to come",
    "may": "possible",
    "wants": "wanted",
    "denies": "denied",
    "states": "so",
}


def find_changes(old: Side, new: Side) -> tuple[Change, ...]:
    """Return what changed from one wording of a sentence to the next: values first, then quotes, then the rest."""
    values = [*changed_figures(old, new), *changed_times(old, new), *changed_names(old, new)]
    values += changed_quotes(old, new, values)
    rest = reworded(old, new, values)
    return (*values, rest) if rest else tuple(values)


def changed_quotes(old: Side, new: Side, values: Sequence[Change]) -> list[Change]:
    """Return the quotations of a sentence whose words changed beyond the values that are told apart already."""
    left, right = _quotes(old), _quotes(new)
    away_old, away_new = _places(values, new=False), _places(values, new=True)

    def same(one: Place, other: Place) -> bool:
        return _words_at(old, one, away_old) == _words_at(new, other, away_new)

    found = []
    for one, other in unlike(left, right, same, lambda a, b: same_words(_words_at(old, a, ()), _words_at(new, b, ()))):
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

    Where only inflections, articles and their like changed, and it says yes or no, may or will as before, that is its
    style. Where every word that tells is kept and others are added, nothing is taken back.
    """
    left = _rest(old, _places(told, new=False))
    right = _rest(new, _places(told, new=True))
    differ = _differing(left, right)
    if not differ:
        return None
    places = _whole(old), _whole(new)
    turn = "" if differ <= _EMPTY else _turn(old, new)
    if turn:
        return Change(EditKind.REWORDED, *places, turn)
    gone, come = _counted(left, right), _counted(right, left)
    if not gone and not come and _reordered(old, new):
        reason = "Its names or figures stand in another order, which may turn what it says."
        return Change(EditKind.REWORDED, *places, reason, unsure=True)
    if not gone and not come:
        style = Change(EditKind.REWORDED, *places, "Only its style changed: it says the same.", matters=False)
        return None if told else style
    if not gone:
        return Change(EditKind.REWORDED, *places, f"Added to it: {_listed(come)}.", takes_back=False)
    reason = f"Gone from it: {_listed(gone)}" + (f"; new in it: {_listed(come)}." if come else ".")
    return Change(EditKind.REWORDED, *places, reason)


def _reordered(old: Side, new: Side) -> bool:
    """Tell whether the same names, or figures, stand in another order: "Velmar sued Sund", then "Sund sued Velmar"."""
    sides = zip(_order(old), _order(new), strict=True)
    return any(before != now and sorted(before) == sorted(now) for before, now in sides)


def _order(side: Side) -> tuple[list[str], list[str]]:
    """Return the names and the figures of a piece in the order in which they stand."""
    marks = side.account.annotation
    names = [
        fold(side.words((each.start, each.end)))
        for each in marks.mentions
        if each.named and side.within(each.start, each.end)
    ]
    figures = [read_value(each) for each in marks.figures if side.within(each.start, each.end)]
    return names, figures


def _differing(left: Sequence[str], right: Sequence[str]) -> set[str]:
    """Return the folded words that one of two texts has more often; all of them where only their order differs."""
    mine, theirs = ([fold(word) for word in side] for side in (left, right))
    if mine == theirs:
        return set()
    one, other = Counter(mine), Counter(theirs)
    return set((one - other) + (other - one)) or set(mine)


def _turn(old: Side, new: Side) -> str:
    """Return in words that a sentence says no where it said yes, or will where it said may; empty where it does not."""
    if any(one.negative for one in old.told) != any(one.negative for one in new.told):
        return "One version says no where the other says yes."
    before, now = ({_MODES[one.statement.mode] for one in side.told} for side in (old, new))
    if before == now or not before or not now:
        return ""
    return f"It was told as {' and '.join(sorted(before))}, and is told as {' and '.join(sorted(now))}."


def _rest(side: Side, away: Sequence[Place]) -> list[str]:
    """Return the words of a piece, as they are printed, without those of some places and the hour it may begin with."""
    text = side.account.article.text
    clock = _CLOCK.match(side.sentence)
    begin = side.piece.start + (clock.end() if clock else 0)
    gone = [(start - len(_leading(text, start)), end) for start, end in away]
    found = words(text, begin, side.piece.end)
    return [word for start, end, word in found if not any(a < end and start < b for a, b in gone)]


def _leading(text: str, at: int) -> str:
    """Return the small word that stands before a value: "on" before "Friday", which "today" has not."""
    found = _BEFORE_TIME.search(text, max(0, at - 8), at)
    return found.group() if found else ""


def _listed(found: Sequence[str]) -> str:
    """Return a few words as a list in marks, the rest counted."""
    shown = ", ".join(f"“{word}”" for word in found[:_SHOWN])
    return shown + (f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else "")


def _counted(left: Sequence[str], right: Sequence[str]) -> list[str]:
    """Return the words of the left text that tell something and that the right one has fewer of, in order."""
    spare = Counter(key for word in right for key in _keys(word))
    found = []
    for word in left:
        for key in _keys(word):
            if spare[key]:
                spare[key] -= 1
            else:
                found.append(word)
    return list(dict.fromkeys(found))


def _keys(word: str) -> tuple[str, ...]:
    """Return the stem of a word; of words such as "before" and "under", which have none, the word itself."""
    plain = fold(word)
    return content_stems(word) or (() if plain in _EMPTY or plain in _TENSE else (plain,))


def _whole(side: Side) -> Place:
    return side.piece.start, side.piece.end


def _words_at(side: Side, place: Place, away: Sequence[Place]) -> list[str]:
    """Return the folded words of a stretch without those of some places."""
    found = words(side.account.article.text, *place)
    return [fold(word) for start, end, word in found if not any(a < end and start < b for a, b in away)]


def _places(told: Sequence[Change], *, new: bool) -> tuple[Place, ...]:
    found = (change.new if new else change.old for change in told)
    return tuple(place for place in found if place)
