"""Who still prints the old: accounts of a story that hold what another account has changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from nutgraf.compare.facets import weigh
from nutgraf.compare.figures import collect_figures, compatible
from nutgraf.compare.known import read_start
from nutgraf.compare.naming import fold_entities
from nutgraf.compare.notes import find_notes
from nutgraf.compare.outlets import name_outlet
from nutgraf.compare.quantities import Counted, unit_of
from nutgraf.compare.quotes import Uttered, collect_quotes, one_utterance
from nutgraf.compare.sightings import Moment
from nutgraf.compare.statements import Scene, Told, cut_statements
from nutgraf.compare.values import Place
from nutgraf.compare.versions import cut_pieces, same_words
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import Account, Figure, Time
from nutgraf.records.article import Part, Span
from nutgraf.records.edits import Edit, EditKind, EditVerdict, OnPage, Printed, Since, StillPrinted
from nutgraf.text import fold, folded_words, words

_ALIKE = 0.5  # share of the barer statement's telling words that makes two statements say one thing
_TELLING = 4.0  # weight that the words must have which they share
_COUNTED, _COUNTED_SHARE = 1.3, 0.45  # weight and share of the words around two like figures that both must have
_NEAR = 40  # characters before a time in which an account may call it the old one
_OLD = re.compile(
    r"\b(?:had been (?:set|due|scheduled|planned|expected) (?:for|on|to)|originally|instead of|rather than|not|"
    r"(?:moved|postponed|delayed|brought forward) from)(?: \w+)?\s*$"
)
_VERBATIM = 0.75  # share of common words, in order, at which a sentence is the old sentence


Found = Iterator[tuple[Place, str]]
"""Places of the other account that print the old, each with the reason."""


@dataclass(frozen=True, slots=True)
class _Other:
    """One other account beside the two versions, with what it says outside its own notes, read once for all edits."""

    earlier: Account
    later: Account
    account: Account
    said: tuple[Told, ...]
    told: tuple[Told, ...]
    uttered: tuple[Uttered, ...]
    quotes: tuple[Uttered, ...]

    def said_at(self, place: Span | OnPage) -> list[Told]:
        """Return the statements of the earlier version that a place lies in."""
        return [one for one in self.said if _overlap(one.statement.span, place)]


def find_still(
    edits: Sequence[Edit], earlier: Account, later: Account, others: Sequence[Account], when: Moment
) -> tuple[Edit, ...]:
    """Return edits with the accounts of the story that print what stood there before, by article id and place.

    A statement added supersedes nothing, a headline stands over one article alone, and what is no edit is not asked.
    """
    asked = [edit for edit in edits if edit.kind in _LOOKS and edit.old and edit.verdict is not EditVerdict.NO_EDIT]
    found: dict[str, list[StillPrinted]] = {edit.id: [] for edit in asked}
    for other in _read(earlier, later, others) if asked else ():
        for edit in asked:
            found[edit.id] += _look(edit, other, when)
    return tuple(replace(edit, still=tuple(found.get(edit.id, ()))) for edit in edits)


def _read(earlier: Account, later: Account, others: Sequence[Account]) -> Iterator[_Other]:
    """Yield the other accounts by article id, with what they and the earlier version say."""
    kept = sorted((each for each in others if each.article.id != later.article.id), key=lambda each: each.article.id)
    together = (earlier, *kept)
    outlets = {each.article.id: name_outlet(each.article) for each in together}
    scene = Scene(together, outlets, fold_entities(together), {})
    said, uttered = cut_statements(earlier, scene), tuple(collect_quotes(earlier, scene))
    for account in kept:
        notes = [span for _, span in find_notes(account, cut_pieces(account)) if span.part is Part.TEXT]
        told = tuple(one for one in cut_statements(account, scene) if not _inside(one.statement.span, notes))
        quotes = tuple(one for one in collect_quotes(account, scene) if not _inside(one.span, notes))
        yield _Other(earlier, later, account, said, told, uttered, quotes)


def _look(edit: Edit, other: _Other, when: Moment) -> list[StillPrinted]:
    if edit.old is None:
        return []
    places = set(_LOOKS[edit.kind](other, edit.old, edit.new))
    return [_told_of(other.account, place, reason, when) for place, reason in sorted(places)]


def _told_of(other: Account, place: Place, reason: str, when: Moment) -> StillPrinted:
    article = other.article
    sentence = next((s for s in other.annotation.sentences if s.start <= place[0] < s.end), None)
    around = (min(place[0], sentence.start), max(place[1], sentence.end)) if sentence else place
    span, within = (Span(article.id, article.version, *each) for each in (place, around))
    printed = Printed(span, article.words(span), within, article.words(within))
    since, how = _since(other, when)
    return StillPrinted(article.id, name_outlet(article), printed, article.published.value, since, f"{reason} {how}")


def _since(other: Account, when: Moment) -> tuple[Since, str]:
    """Say whether an account was published after an edit, as far as both times are known."""
    between = other.article.published.between()
    if between is None:
        return Since.UNKNOWN, "Its page does not tell when it was published."
    before, by = (read_start(value) for value in (when.before, when.by))
    if by is not None and between[0] >= by:
        return Since.AFTER, "It was published after the edit."
    if before is not None and between[1] <= before:
        return Since.BEFORE, "It was published before the edit."
    return Since.UNKNOWN, "Whether it was published before or after the edit is not known."


def same_figure(other: _Other, old: Printed, new: Printed | None) -> Found:
    """Yield the figures of an account that count the same thing and fit the old value, not the new one."""
    texts = {each.article.id: each.article.text for each in (other.earlier, other.account)}
    mine = [one for one in collect_figures(other.said_at(old.span), texts) if one.start == old.span.start]
    now = [one for one in other.later.annotation.figures if new and _at(one, new)]
    for theirs in collect_figures(other.told, texts):
        old_one = any(_counts_alike(one, theirs) and compatible(one.value, theirs.value) for one in mine)
        if old_one and not any(compatible(one, theirs.value) for one in now):
            yield (theirs.start, theirs.end), "It gives the old figure."


def _counts_alike(left: Counted, right: Counted) -> bool:
    """Tell by the words around them whether two figures that fit each other count the same."""
    shared = weigh(left.context & right.context)
    smaller = min(weigh(left.context), weigh(right.context))
    same = unit_of(left.value) == unit_of(right.value)
    return same and bool(smaller) and shared >= _COUNTED and shared >= _COUNTED_SHARE * smaller


def same_time(other: _Other, old: Printed, new: Printed | None) -> Found:
    """Yield the times of an account that stand in a statement of the same thing and mean the old time."""
    values = {time.value or time.recipe for time in other.earlier.annotation.times if _at(time, old)}
    for one in _alike(other, old):
        for time, _ in one.times:
            told_as_old = _OLD.search(other.account.article.text, max(0, time.start - _NEAR), time.start)
            if (time.value or time.recipe) in values and not told_as_old:
                yield (time.start, time.end), "It gives the old time."


def same_name(other: _Other, old: Printed, new: Printed | None) -> Found:
    """Yield where an account gives the old name in a statement of the same thing, and not the new one."""
    before, now = folded_words(old.words), folded_words(new.words) if new else ()
    for one in _alike(other, old):
        span = one.statement.span
        found = list(words(other.account.article.text, span.start, span.end))
        tokens = tuple(fold(word) for _, _, word in found)
        if now and set(now) <= set(tokens):
            continue
        for at in range(len(tokens) - len(before) + 1):
            if tokens[at : at + len(before)] == before:
                yield (found[at][0], found[at + len(before) - 1][1]), "It gives the old name."


def same_quote(other: _Other, old: Printed, new: Printed | None) -> Found:
    """Yield the quotes of an account that are the same remark, with words that are gone from the later version."""
    before, now = set(folded_words(old.words)), set(folded_words(new.words)) if new else set()
    mine = [one for one in other.uttered if _overlap(one.span, old.span)]
    for theirs in other.quotes:
        tokens = set(folded_words(theirs.words))
        if (before - now) & tokens and not (now - before) & tokens and any(one_utterance(one, theirs) for one in mine):
            yield (theirs.span.start, theirs.span.end), "It quotes the old words."


def same_sentence(other: _Other, old: Printed, new: Printed | None) -> Found:
    """Yield the sentences of an account that are nearly word for word the old one, and nearer to it than to the new."""
    before, now = folded_words(old.words), folded_words(new.words) if new else ()
    for sentence in other.account.annotation.sentences:
        tokens = folded_words(other.account.article.text[sentence.start : sentence.end])
        alike = same_words(before, tokens)
        if alike >= _VERBATIM and alike > (same_words(now, tokens) if now else 0.0):
            yield (sentence.start, sentence.end), "It prints the old sentence, or nearly."


_LOOKS: dict[EditKind, Callable[[_Other, Printed, Printed | None], Found]] = {
    EditKind.FIGURE: same_figure,
    EditKind.TIME: same_time,
    EditKind.NAME: same_name,
    EditKind.QUOTE: same_quote,
    EditKind.REWORDED: same_sentence,
    EditKind.TAKEN_OUT: same_sentence,
}


def _alike(other: _Other, old: Printed) -> Iterator[Told]:
    """Yield the statements of the other account that speak of the same thing as the old sentence."""
    away = frozenset(content_stems(old.words))
    seen: set[str] = set()
    for mine in other.said_at(old.span):
        left = mine.features - away
        for theirs in other.told:
            right = theirs.features - away
            shared, least = weigh(left & right), min(weigh(left), weigh(right))
            if theirs.statement.id not in seen and shared >= _TELLING and shared >= _ALIKE * least:
                seen.add(theirs.statement.id)
                yield theirs


def _at(marked: Figure | Time, printed: Printed) -> bool:
    return (marked.start, marked.end) == (printed.span.start, printed.span.end)


def _inside(span: Span, notes: Sequence[Span]) -> bool:
    return any(_overlap(span, note) for note in notes)


def _overlap(one: Span, other: Span | OnPage) -> bool:
    return one.start < other.end and other.start < one.end
