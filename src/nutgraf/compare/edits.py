"""Edits: what changed between two versions of an article, and whether the later one owns up to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nutgraf.compare.asides import compare_asides, make_edit
from nutgraf.compare.changes import changed_marks, find_changes
from nutgraf.compare.naming import fold_entities
from nutgraf.compare.notes import all_notes, compare_notes, outside, says_nothing
from nutgraf.compare.outlets import name_outlet
from nutgraf.compare.owning import speaks_of
from nutgraf.compare.sightings import UNKNOWN, Moment
from nutgraf.compare.stamps import is_pointer, is_stamp
from nutgraf.compare.statements import Scene, Told, cut_statements
from nutgraf.compare.still import find_still
from nutgraf.compare.values import Change, Place, Side, changed_figures
from nutgraf.compare.versions import Matched, Piece, align_versions, cut_pieces, make_piece
from nutgraf.records.annotation import Account
from nutgraf.records.article import Article, Aside, Part, Span
from nutgraf.records.edits import Edit, EditKind, EditNote, Edits, EditVerdict, Printed
from nutgraf.text import folded_words

MADE_BY = "edits/1"


def compare_edits(
    earlier: Account,
    later: Account,
    others: Sequence[Account] = (),
    when: Moment = UNKNOWN,
    left_out: tuple[Sequence[Aside], Sequence[Aside]] = ((), ()),
) -> Edits:
    """Compare two versions of one article, and look for what was changed in other accounts of its story.

    `others` are accounts of the story in any order; `when` tells how it is known which version came first, and between
    which moments the edit was made. Where `when.order` is empty, nothing tells, and every verdict is unsure. `left_out`
    are words on the page of each version that belong to no text: a note may stand among them.
    """
    pair = _Pair.of(earlier, later)
    beside = (*earlier.article.asides, *left_out[0]), (*later.article.asides, *left_out[1])
    before = all_notes(earlier, pair.old, beside[0])
    notes = compare_notes(before, all_notes(later, pair.new, beside[1]))
    old = outside(pair.old, before, earlier.article.text)
    new = outside(pair.new, notes, later.article.text)
    changes = [change for matched in align_versions(old, new) for change in pair.changes(matched)]
    found = [*_headline(earlier.article, later.article), *(pair.edit(change) for change in changes)]
    found += compare_asides(earlier.article, later.article)
    found = [_still_on_page(edit, *beside) for edit in found]
    judged = [_judge(edit, [note for note in notes if note.fresh], pair, when) for edit in found]
    if not judged:
        judged = _typography(earlier.article, later.article)
    return Edits(
        later.article.id,
        name_outlet(later.article),
        earlier.article.version,
        later.article.version,
        when.order,
        notes,
        find_still(judged, earlier, later, others, when),
        MADE_BY,
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two versions, cut into pieces and statements."""

    earlier: Account
    later: Account
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]
    said: tuple[Told, ...]
    says: tuple[Told, ...]

    @classmethod
    def of(cls, earlier: Account, later: Account) -> _Pair:
        both = (earlier, later)
        outlets = {account.article.id: name_outlet(account.article) for account in both}
        scene = Scene(both, outlets, fold_entities(both), {})
        return cls(
            earlier,
            later,
            cut_pieces(earlier),
            cut_pieces(later),
            cut_statements(earlier, scene),
            cut_statements(later, scene),
        )

    def changes(self, matched: Matched) -> Iterator[Change]:
        """Yield what changed from a piece of the earlier text to its piece of the later one."""
        old, new = matched.old, matched.new
        if old and new:
            if old.tokens != new.tokens:
                noise = self._noise(old, new)
                yield from [noise] if noise else find_changes(self.side(old, old=True), self.side(new, old=False))
                return
            sides = self.side(old, old=True), self.side(new, old=False)
            if sides[0].sentence != sides[1].sentence:  # "€4" and "$4" are one word, and two figures
                yield from (*changed_figures(*sides), *changed_marks(*sides))
            if matched.moved:
                yield Change(EditKind.MOVED, _place(old), _place(new), "The same words stand elsewhere.", matters=False)
            return
        noise = self._noise(old, new)
        if noise:
            yield noise
        elif new:
            yield Change(EditKind.ADDED, None, _place(new), "It was not there before.", takes_back=False)
        elif old:
            yield Change(EditKind.TAKEN_OUT, _place(old), None, "It is no longer there.")

    def _noise(self, old: Piece | None, new: Piece | None) -> Change | None:
        """Return a change of what is none of the text, or nothing where it is."""
        texts = ((old, self.earlier.article.text), (new, self.later.article.text))
        there = [(piece, text) for piece, text in texts if piece]
        places = _place(old), _place(new)
        if all(is_stamp(piece) for piece, _ in there):
            reason = "A stamp of time or a counter, which says nothing of the event."
            return Change(EditKind.STAMP, *places, reason, matters=False)
        if all(is_pointer(text, piece) for piece, text in there):
            return Change(EditKind.TEASER, *places, "A pointer to another text.", matters=False)
        return None

    def side(self, piece: Piece, *, old: bool) -> Side:
        """Return a piece with what is marked in it."""
        told = self.said if old else self.says
        inside = tuple(
            one for one in told if one.statement.span.start < piece.end and piece.start < one.statement.span.end
        )
        return Side(self.earlier if old else self.later, piece, inside)

    def edit(self, change: Change) -> Edit:
        """Return a change as an edit that is not judged yet, with the sentences that it stands in."""
        old = _printed(self.earlier.article, change.old, self.old)
        new = _printed(self.later.article, change.new, self.new)
        verdict = EditVerdict.NO_EDIT
        if change.matters:
            verdict = EditVerdict.SILENTLY if change.takes_back else EditVerdict.NEWS
            verdict = EditVerdict.UNSURE if change.unsure else verdict
        return make_edit(change.kind, verdict, change.reason, old, new)


def _place(piece: Piece | None) -> Place | None:
    return (piece.start, piece.end) if piece else None


def _printed(article: Article, place: Place | None, pieces: Sequence[Piece]) -> Printed | None:
    if place is None:
        return None
    around = [piece for piece in pieces if piece.start < place[1] and place[0] < piece.end]
    within = (min(place[0], around[0].start), max(place[1], around[-1].end)) if around else place
    span, sentence = (Span(article.id, article.version, *each) for each in (place, within))
    return Printed(span, article.words(span), sentence, article.words(sentence))


def _headline(earlier: Article, later: Article) -> Iterator[Edit]:
    """Yield the change of the headline, also where one version has none."""
    old, new = (_title(article) for article in (earlier, later))
    if folded_words(earlier.title or "") != folded_words(later.title or ""):
        reason = "The headline has other words." if old and new else "A headline stands over one version only."
        takes_back = EditVerdict.SILENTLY if old else EditVerdict.NEWS
        yield make_edit(EditKind.HEADLINE, takes_back, reason, old, new)


def _title(article: Article) -> Printed | None:
    if not article.title:
        return None
    span = Span(article.id, article.version, 0, len(article.title), Part.TITLE)
    return Printed(span, article.title, span, article.title)


def _typography(earlier: Article, later: Article) -> list[Edit]:
    """Return the one change of two versions whose words are the same: marks, spacing, paragraphs or letters' case."""
    place = next((at for at, (a, b) in enumerate(zip(earlier.text, later.text, strict=False)) if a != b), None)
    if place is None and earlier.text != later.text:
        place = min(len(earlier.text), len(later.text))
    reason = "Every word is the same; only marks, spacing, paragraphs or capitals changed."
    if place is None:
        if earlier.title == later.title:
            return []
        return [make_edit(EditKind.TYPE, EditVerdict.NO_EDIT, reason, _title(earlier), _title(later))]
    printed = []
    for account in (earlier, later):
        at = min(place, max(0, len(account.text) - 1))
        piece = make_piece(account.text, at, min(len(account.text), at + 1))
        printed.append(_printed(account, _place(piece), ()))
    return [make_edit(EditKind.TYPE, EditVerdict.NO_EDIT, reason, printed[0], printed[1])]


def _still_on_page(edit: Edit, before: Sequence[Aside], now: Sequence[Aside]) -> Edit:
    """Return a statement as no edit where its page holds it in both versions, once in the text and once beside it: then
    it was read otherwise, and nobody changed it.
    """
    if edit.kind is EditKind.TAKEN_OUT and edit.old and _holds(now, edit.old.words):
        return replace(edit, verdict=EditVerdict.NO_EDIT, reason="It still stands on the page, beside the text.")
    if edit.kind is EditKind.ADDED and edit.new and _holds(before, edit.new.words):
        return replace(edit, verdict=EditVerdict.NO_EDIT, reason="It stood on the page before, beside the text.")
    return edit


def _holds(beside: Sequence[Aside], sentence: str) -> bool:
    wanted = f" {' '.join(folded_words(sentence))} "
    return any(wanted in f" {' '.join(folded_words(each.words))} " for each in beside)


def _judge(edit: Edit, notes: Sequence[EditNote], pair: _Pair, when: Moment) -> Edit:
    """Say whether the later version owns up to an edit: what is no edit stays that, whatever notes there are."""
    if edit.verdict is EditVerdict.NO_EDIT:
        return edit
    if not when.order:
        reason = f"{edit.reason} Nothing tells which of the two versions came first."
        return replace(edit, verdict=EditVerdict.UNSURE, reason=reason)
    speaking = tuple(note.span for note in notes if speaks_of(note, edit))
    if speaking:
        return replace(edit, verdict=EditVerdict.OPENLY, reason=f"{edit.reason} A note says so.", notes=speaking)
    if edit.verdict is EditVerdict.UNSURE:
        return edit
    cut = _cut(edit, pair.earlier.article, pair.later.article)
    if cut:
        return replace(edit, verdict=EditVerdict.UNSURE, reason=f"{edit.reason} {cut}")
    if edit.verdict is EditVerdict.NEWS:
        return replace(edit, reason=f"{edit.reason} Nothing that stood there is taken back.")
    if any(says_nothing(note) for note in notes):
        reason = f"{edit.reason} A note says that the text was changed, but not what."
        return replace(edit, verdict=EditVerdict.UNSURE, reason=reason)
    told = "The note that came with it speaks of something else." if notes else "No note says so."
    return replace(edit, reason=f"{edit.reason} {told}")


def _cut(edit: Edit, earlier: Article, later: Article) -> str:
    """Return why a statement may have been there, or may still be there, unread; empty where both were read whole."""
    if edit.kind is EditKind.ADDED and earlier.partial:
        return "The earlier version was not read whole, so it may have stood there."
    if edit.kind is EditKind.TAKEN_OUT and later.partial:
        return "The later version was not read whole, so it may still stand there."
    return ""
