"""Notes: printed words in which an outlet owns up to a change of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nutgraf.compare.stamps import is_stamp
from nutgraf.compare.versions import Piece, make_piece
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import Account
from nutgraf.records.article import Article, Aside, Part, Span
from nutgraf.records.edits import EditNote, NoteKind, OnPage
from nutgraf.text import folded_words

_TEXT = r"(?:article|story|headline|post|column|review|caption|graphic|newsletter)"
_OURS = (
    rf"(?:(?:this|our)\s+(?:[\w’']+\s+){{0,2}}?(?:{_TEXT}|report|piece|page|version|copy|text)|(?:the|an?)\s+{_TEXT})"
)
_CHANGED = r"(?:corrected|amended|clarified|updated|edited|changed|revised|modified)"
_WRONGLY = r"(?:incorrectly|wrongly|mistakenly|erroneously|originally|previously)"
_SAID = (
    r"(?:misstated|misidentified|misspelled|misquoted|misattributed|omitted|said|stated|reported|gave|named|identified|"
    r"described|referred|put|contained|included|attributed)"
)
_NOTE = re.compile(
    r"[\s*([—–-]*(?:"
    r"(?:corrections?|corrections and clarifications|clarification|erratum|amendment|editor[’']?s[’']? note|"
    r"(?:an )?update|updated|corrected|note to readers)\b\s*(?:\([^)]{1,40}\)|[,\w: ]{0,30}\d{4})?\s*[:.—–-]"
    rf"|{_OURS}\b[^.]{{0,80}}?\b(?:was|were|has been|have been|is being) (?:\w+ )?{_CHANGED}\b"
    r"|(?:an? |the |this )?(?:earlier|previous|prior|original|initial) versions? "
    rf"(?:of {_OURS}|(?:{_WRONGLY} )?{_SAID})\b"
    rf"|{_OURS} [\w ,]{{0,40}}?{_WRONGLY} {_SAID}\b"
    r"|(?:because of|due to|owing to) an? (?:editing|production|reporting|transcription|translation) error\b"
    r"|we (?:regret|apologi[sz]e for) (?:the|this|that) (?:error|mistake)"
    r"|corrects? [\w ]{0,60}(?:paragraph|headline|spelling|name|figure|number|date|day|year|title)\b"
    r")",
    re.IGNORECASE,
)
_IN_TITLE = re.compile(r"\s*(?:CORRECT(?:ED|ION)|CLARIFICATION|REFILE|UPDATE ?\d*)(?=\s*[-–—:|(])", re.IGNORECASE)
_UPDATE = re.compile(r"\b(?:update[sd]?|added|include[sd]?)\b", re.IGNORECASE)
_PUT_RIGHT = re.compile(
    r"\b(?:correct\w*|clarif\w+|errat\w+|amend\w*|error|mistake\w*|wrong\w*|incorrect\w*|misstated|misspelled|"
    r"earlier version|previous version|originally)\b",
    re.IGNORECASE,
)
_FORMULA = frozenset(
    content_stems(
        "correction corrections clarification clarifications corrected correct corrects clarify clarified amended "
        "amendment erratum editor editors editor's note readers update updated updates edited changed revised modified "
        "earlier previous prior original originally initial version versions article story report post piece page "
        "copy text error mistake regret apologise apologize reflect reflects include includes added information "
        "details publication published time date clarity style errors"
    )
)


def find_notes(account: Account, pieces: Sequence[Piece]) -> Iterator[tuple[NoteKind, Span]]:
    """Yield the notes in a version's text, from their first words to the end of the paragraph, and in its headline."""
    article, done = account.article, 0
    ends = sorted(block.end for block in article.blocks)
    for piece in pieces:
        if piece.start < done or is_stamp(piece) or not _NOTE.match(article.text, piece.start, piece.end):
            continue
        done = next((end for end in ends if end >= piece.end), piece.end)
        yield _kind(article.text[piece.start : done]), Span(article.id, article.version, piece.start, done)
    found = _IN_TITLE.match(article.title or "")
    if found:
        yield _kind(found.group()), Span(article.id, article.version, found.start(), found.end(), Part.TITLE)


def find_notes_beside(article: Article, beside: Sequence[Aside]) -> Iterator[EditNote]:
    """Yield the notes among words that stand on an article's page beside its text: above it, in a box, at the foot."""
    for each in beside:
        if is_note(each.words) and not is_stamp(make_piece(each.words, 0, len(each.words))):
            place = OnPage(article.id, article.version, article.page, each.page_start, each.page_end)
            yield EditNote(_kind(each.words), place, each.words, fresh=True)


def is_note(words: str) -> bool:
    """Tell whether words begin as a note does."""
    return _NOTE.match(words) is not None


def _kind(note: str) -> NoteKind:
    return NoteKind.UPDATE if _UPDATE.search(note) and not _PUT_RIGHT.search(note) else NoteKind.CORRECTION


def compare_notes(earlier: Sequence[EditNote], later: Sequence[EditNote]) -> tuple[EditNote, ...]:
    """Return the notes of the later version, told apart by whether the earlier one printed them, each once."""
    known = {_key(note.words) for note in earlier}
    notes: dict[str, EditNote] = {}
    for note in later:
        notes.setdefault(_key(note.words), replace(note, fresh=_key(note.words) not in known))
    return tuple(notes.values())


def all_notes(account: Account, pieces: Sequence[Piece], beside: Sequence[Aside]) -> tuple[EditNote, ...]:
    """Return every note that a version prints, in its text first."""
    article = account.article
    inside = (EditNote(kind, span, article.words(span), fresh=True) for kind, span in find_notes(account, pieces))
    return (*inside, *find_notes_beside(article, beside))


def _key(note: str) -> str:
    return " ".join(folded_words(note))


def outside(pieces: Sequence[Piece], notes: Sequence[EditNote], text: str) -> tuple[Piece, ...]:
    """Return the pieces that lie in no note; one that a note begins in the middle of is kept up to there."""
    places = [note.span for note in notes if isinstance(note.span, Span) and note.span.part is Part.TEXT]
    kept = []
    for piece in pieces:
        cut = [place for place in places if place.start < piece.end and piece.start < place.end]
        if not cut:
            kept.append(piece)
        elif piece.start < cut[0].start:
            kept.append(make_piece(text, piece.start, cut[0].start))
    return tuple(kept)


def says_nothing(note: EditNote) -> bool:
    """Tell whether a note says only that something was changed: "This article has been updated."."""
    return not any(stem not in _FORMULA and not stem.isdigit() for stem in note_stems(note))


def note_stems(note: EditNote) -> frozenset[str]:
    """Return the telling words of a note as stems, with those of its formula."""
    return frozenset(content_stems(note.words))


def telling_stems(note: EditNote) -> frozenset[str]:
    """Return the telling words of a note as stems, without those that every note has."""
    return note_stems(note) - _FORMULA
