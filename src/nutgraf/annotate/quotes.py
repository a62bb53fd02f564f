"""Quotations: the marks decide what is verbatim, the words around them decide whether it is speech and whose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nutgraf.annotate.acts import SpeechAct, name_speaker
from nutgraf.annotate.following import fills_block, read_before, subject_of
from nutgraf.annotate.giving import find_giver
from nutgraf.annotate.heard import Part, read_heard
from nutgraf.annotate.labels import read_inside, read_label, read_tail
from nutgraf.annotate.marks import Marked
from nutgraf.annotate.reading import Reading
from nutgraf.annotate.titles import is_title
from nutgraf.annotate.unmarked import read_unmarked
from nutgraf.records.annotation import Quote, QuoteKind, Speaker
from nutgraf.records.article import Role
from nutgraf.text import has_words

_STOP_AFTER = re.compile(r"\s?[«”\"’'»“]\s?[.,!?]")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words between outer marks, and the number of the utterance that they open."""

    piece: Marked
    utterance: int

    def quote(
        self, kind: QuoteKind, speaker: Speaker | None = None, cue: tuple[int | None, int | None] = (None, None)
    ) -> Quote:
        return Quote(self.piece.start, self.piece.end, kind, speaker, *cue, self.utterance, False)


def annotate_quotes(reading: Reading, acts: Sequence[SpeechAct], roles: Sequence[Part] = ()) -> tuple[Quote, ...]:
    """Return direct, mixed, indirect and scare quotes of a read article, sorted by place.

    A piece in quote marks is speech when an act of speech in its sentence gives it, when the sentence before leads into
    it with a colon, or when it goes on with the utterance before it; otherwise the marks give nobody's words (`scare`).
    The words of a transcript, and of a block set apart after a colon, are direct without marks. `roles` are the
    tagger's: where no rule gives words, it may.
    """
    quotes: list[Quote] = []
    unmarked = read_unmarked(reading, acts)
    for piece in reading.marked:
        outer = _around(piece, unmarked) or (_around(piece, quotes) if piece.depth else None)
        quotes.append(
            _nested(reading.text[piece.start : piece.end], piece, outer)
            if outer
            else _outer(reading, acts, roles, piece, quotes)
        )
    quotes += unmarked
    quotes += _indirect(reading, acts, quotes)
    quotes.sort(key=lambda quote: (quote.start, -quote.end, quote.kind))
    return _number(quotes)


def _outer(
    reading: Reading, acts: Sequence[SpeechAct], roles: Sequence[Part], piece: Marked, before: Sequence[Quote]
) -> Quote:
    last = next((quote for quote in reversed(before) if not quote.nested), None)
    fresh = _Piece(piece, len(before) + 1)
    labelled = read_inside(reading, piece)
    if labelled:
        return fresh.quote(QuoteKind.DIRECT, labelled)
    if is_title(reading, piece):
        return fresh.quote(QuoteKind.SCARE)
    found = find_giver(reading, acts, piece, last)
    if found.continues and last is not None:
        speaker = replace(last.speaker, how="goes on with the words before") if last.speaker else None
        return Quote(piece.start, piece.end, last.kind, speaker, last.cue_start, last.cue_end, last.utterance, False)
    if found.act is None:
        quote = _without_act(reading, acts, fresh, last)
        return quote if quote.speaker else _as_heard(reading, roles, fresh, quote)
    kind = QuoteKind.DIRECT if _whole(reading, piece, found.act) else QuoteKind.MIXED
    return fresh.quote(kind, name_speaker(found.act, found.how), (found.act.cue_start, found.act.cue_end))


def _without_act(reading: Reading, acts: Sequence[SpeechAct], fresh: _Piece, last: Quote | None) -> Quote:
    """Return words that no act gives: a label, the sentence before or a colon may tell that they are speech."""
    piece = fresh.piece
    label = read_label(reading, piece) or read_tail(reading, piece)
    if label:
        return fresh.quote(QuoteKind.DIRECT, label)
    if _after_colon(reading, piece):
        leading = reading.sentences[reading.sentence_at(len(reading.masked[: piece.start].rstrip("“\"‘' \n")) - 1)]
        return fresh.quote(QuoteKind.DIRECT, subject_of(reading, leading, piece.start))
    following = read_before(reading, acts, piece, last)
    if following:
        return fresh.quote(QuoteKind.DIRECT, following.speaker, (following.cue_start, following.cue_end))
    alone = fills_block(reading, piece) and has_words(reading.text, 5, piece.start, piece.end)
    return fresh.quote(QuoteKind.DIRECT if alone else QuoteKind.SCARE)


def _as_heard(reading: Reading, roles: Sequence[Part], fresh: _Piece, quote: Quote) -> Quote:
    """Return words that nobody is known to say as the tagger hears them, where it does."""
    heard = read_heard(reading, roles, fresh.piece)
    if heard is None:
        return quote
    kind = QuoteKind.MIXED if quote.kind is QuoteKind.SCARE else quote.kind
    return fresh.quote(kind, heard.speaker, (heard.cue_start, heard.cue_end))


def _after_colon(reading: Reading, piece: Marked) -> bool:
    """Tell whether a whole sentence is quoted after a colon, though nobody is named ("It is one sentence: “…”")."""
    text = reading.text[piece.start : piece.end]
    leads = reading.masked[: piece.start].rstrip("“\"‘' \n").endswith(":")
    enough = has_words(text, 4) or (has_words(text, 2) and text[-1] in ".!?")
    return leads and text[:1].isupper() and enough


def _around(piece: Marked, quotes: Sequence[Quote]) -> Quote | None:
    """Return the quote whose marks hold a piece; crossed marks ("‘ “ ’") can leave a piece without one."""
    return next((quote for quote in reversed(quotes) if quote.start <= piece.start and piece.end <= quote.end), None)


def _nested(text: str, piece: Marked, outer: Quote) -> Quote:
    whole = text[:1].isupper() and has_words(text, 4)
    kind = QuoteKind.DIRECT if whole else QuoteKind.MIXED
    kind = QuoteKind.SCARE if outer.kind is QuoteKind.SCARE else kind
    speaker = replace(outer.speaker, how="inside the words quoted") if outer.speaker else None
    return Quote(piece.start, piece.end, kind, speaker, outer.cue_start, outer.cue_end, outer.utterance, True)


def _whole(reading: Reading, piece: Marked, act: SpeechAct) -> bool:
    """Tell whether whole sentences are quoted rather than a few words inside the outlet's sentence."""
    text = reading.text[piece.start : piece.end]
    opens = text[:1].isupper() or text[:1].isdigit() or text[:1] in "‘'“\"…["
    colon = re.search(r":\s*[“\"‘']?$", reading.masked[: piece.start]) is not None
    if (act.takes_object and not colon) or not opens:
        return False
    ends = text[-1] in ".!?…,—-" or _STOP_AFTER.match(reading.masked, piece.end) is not None
    led = re.search(r"[:,]\s*[“\"‘']?$", reading.masked[: piece.start]) is not None and text[-1] in ".!?…"
    first = reading.sentences[reading.sentence_at(piece.start)].start >= piece.start - 2
    return ends and (has_words(text, 4) or led or (act.cue_start >= piece.end and (has_words(text, 2) or first)))


def _indirect(reading: Reading, acts: Sequence[SpeechAct], quotes: Sequence[Quote]) -> list[Quote]:
    found: list[Quote] = []
    for act in acts:
        if act.source is None or act.takes_object or act.content_end - act.content_start < 12:
            continue
        inside = any(q.start < act.content_end and act.content_start < q.end for q in quotes)
        if inside or act.silent or reading.sentences[act.sentence].role is Role.SUBHEADING:
            continue
        speaker = name_speaker(act, f"“{reading.text[act.cue_start : act.cue_end]}” reports the words")
        number = 10_000 + len(found)
        found.append(
            Quote(
                act.content_start,
                act.content_end,
                QuoteKind.INDIRECT,
                speaker,
                act.cue_start,
                act.cue_end,
                number,
                False,
            )
        )
    return found


def _number(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    order: dict[int, int] = {}
    for quote in quotes:
        order.setdefault(quote.utterance, len(order))
    return tuple(replace(quote, utterance=order[quote.utterance]) for quote in quotes)
