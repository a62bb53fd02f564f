"""What changed beside the text of an article: decks, captions, and the times on its page."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.compare.notes import is_note
from nutgraf.compare.versions import Piece, align_versions, make_piece
from nutgraf.records.article import Article, Aside, Role
from nutgraf.records.edits import Edit, EditKind, EditVerdict, OnPage, Printed
from nutgraf.text import stable_id

_KINDS = {Role.DECK: EditKind.DECK, Role.CAPTION: EditKind.CAPTION, Role.TIME: EditKind.STAMP}
_STAMP = "A stamp of time, which says nothing of the event."


def compare_asides(earlier: Article, later: Article) -> Iterator[Edit]:
    """Yield what changed among the decks, the captions and the times of two versions; notes are told by themselves."""
    for role, kind in _KINDS.items():
        old, new = _of(earlier, role), _of(later, role)
        left, right = (tuple(_piece(each) for each in side) for side in (old, new))
        for matched in align_versions(left, right):
            before = _printed(earlier, old, matched.old)
            now = _printed(later, new, matched.new)
            if not matched.old or not matched.new or matched.old.tokens != matched.new.tokens:
                yield _changed(kind, before, now)


def _of(article: Article, role: Role) -> list[Aside]:
    """Return the asides of a role, those that say the same once, in the order of the page."""
    found = (each for each in article.asides if each.role is role and not is_note(each.words))
    once = {each.words: each for each in sorted(found, key=lambda each: -each.page_start)}
    return sorted(once.values(), key=lambda each: each.page_start)


def _piece(each: Aside) -> Piece:
    return Piece(each.page_start, each.page_end, make_piece(each.words, 0, len(each.words)).tokens)


def _printed(article: Article, asides: list[Aside], piece: Piece | None) -> Printed | None:
    if piece is None:
        return None
    inside = [each for each in asides if piece.start <= each.page_start and each.page_end <= piece.end]
    words = "\n".join(each.words for each in inside)
    place = OnPage(article.id, article.version, article.page, piece.start, piece.end)
    return Printed(place, words, place, words)


def _changed(kind: EditKind, old: Printed | None, new: Printed | None) -> Edit:
    if kind is EditKind.STAMP:
        return make_edit(kind, EditVerdict.NO_EDIT, _STAMP, old, new)
    name = kind.value.split()[0]
    reason = f"The {name} has other words."
    if old is None or new is None:
        reason = f"The {name} was not there before." if old is None else f"The {name} is no longer there."
    return make_edit(kind, EditVerdict.SILENTLY if old else EditVerdict.NEWS, reason, old, new)


def make_edit(kind: EditKind, verdict: EditVerdict, reason: str, old: Printed | None, new: Printed | None) -> Edit:
    """Return an edit that no note was looked for, under an id made of its kind and places."""
    spans = (each.span for each in (old, new) if each)
    places = (f"{span.version}:{_part(span)}:{span.start}:{span.end}" for span in spans)
    return Edit(stable_id("edit", kind, *places), kind, verdict, reason, old, new)


def _part(span: object) -> str:
    return getattr(span, "part", "page")
