"""Quotations: the marks decide what is verbatim, the words around them decide whether it is speech and whose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nutgraf.annotate.acts import SpeechAct
from nutgraf.annotate.cues import NEEDS_OBJECT, NEEDS_THAT, WEAK
from nutgraf.annotate.labels import read_label, read_tail
from nutgraf.annotate.marks import Marked
from nutgraf.annotate.reading import Reading
from nutgraf.records.annotation import Quote, QuoteKind, Speaker
from nutgraf.records.article import Role, Sure
from nutgraf.text import words

_LEAD_IN = re.compile(r":\s*$")


@dataclass(frozen=True, slots=True)
class _Found:
    """The act that gives a piece, how it was found, and whether the piece goes on with the utterance before it."""

    act: SpeechAct | None
    how: str
    continues: bool


def annotate_quotes(reading: Reading, acts: Sequence[SpeechAct]) -> tuple[Quote, ...]:
    """Return direct, mixed, indirect and scare quotes of a read article, sorted by place.

    A piece in quote marks is speech when an act of speech in its sentence gives it, when the sentence before leads into
    it with a colon, or when it goes on with the utterance before it; otherwise the marks give nobody's words (`scare`).
    """
    quotes: list[Quote] = []
    for piece in reading.marked:
        quotes.append(
            _nested(reading.text[piece.start : piece.end], piece, outer)
            if piece.depth and (outer := _around(piece, quotes))
            else _outer(reading, acts, piece, quotes)
        )
    quotes += _indirect(reading, acts, quotes)
    quotes.sort(key=lambda quote: (quote.start, -quote.end, quote.kind))
    return _number(quotes)


def _outer(reading: Reading, acts: Sequence[SpeechAct], piece: Marked, before: Sequence[Quote]) -> Quote:
    last = next((quote for quote in reversed(before) if not quote.nested), None)
    found = _find_act(reading, acts, piece, last)
    if found.continues and last is not None:
        cue = (last.cue_start, last.cue_end)
        speaker = replace(last.speaker, how="goes on with the words before") if last.speaker else None
        return Quote(piece.start, piece.end, last.kind, speaker, *cue, last.utterance, False)
    fresh = len(before) + 1
    if found.act is None:
        label = read_label(reading, piece) or read_tail(reading, piece)
        if label:
            return Quote(piece.start, piece.end, QuoteKind.DIRECT, label, None, None, fresh, False)
        kind = QuoteKind.DIRECT if _after_colon(reading, piece) else QuoteKind.SCARE
        return Quote(piece.start, piece.end, kind, None, None, None, fresh, False)
    kind = QuoteKind.DIRECT if _whole(reading, piece, found.act) else QuoteKind.MIXED
    speaker = _speaker(found.act, found.how)
    return Quote(piece.start, piece.end, kind, speaker, found.act.cue_start, found.act.cue_end, fresh, False)


def _after_colon(reading: Reading, piece: Marked) -> bool:
    """Tell whether a whole sentence is quoted after a colon, though nobody is named ("It is one sentence: “…”")."""
    text = reading.text[piece.start : piece.end]
    leads = reading.masked[: piece.start].rstrip("“\"‘' ").endswith(":")
    return leads and text[:1].isupper() and sum(1 for _ in words(text)) >= 4


def _around(piece: Marked, quotes: Sequence[Quote]) -> Quote | None:
    """Return the quote whose marks hold a piece; crossed marks ("‘ “ ’") can leave a piece without one."""
    return next((quote for quote in reversed(quotes) if quote.start <= piece.start and piece.end <= quote.end), None)


def _nested(text: str, piece: Marked, outer: Quote) -> Quote:
    whole = text[:1].isupper() and sum(1 for _ in words(text)) >= 4
    kind = QuoteKind.DIRECT if whole else QuoteKind.MIXED
    kind = QuoteKind.SCARE if outer.kind is QuoteKind.SCARE else kind
    speaker = replace(outer.speaker, how="inside the words quoted") if outer.speaker else None
    return Quote(piece.start, piece.end, kind, speaker, outer.cue_start, outer.cue_end, outer.utterance, True)


def _find_act(reading: Reading, acts: Sequence[SpeechAct], piece: Marked, last: Quote | None) -> _Found:
    opening, closing = reading.sentence_at(piece.start), reading.sentence_at(max(piece.start, piece.end - 1))
    here = [act for act in acts if opening <= act.sentence <= closing or act.sentence == closing]
    after = next((act for act in here if act.cue_start >= piece.end and _adjoins(reading, piece, act)), None)
    lead = [act for act in here if act.cue_end <= piece.start and _reaches(reading, act, piece)]
    if after and (_tells_own_deed(piece, after) or _described(reading, lead, piece)):
        after = None
    if after:
        return _Found(after, f"“{_cue(reading, after)}” follows the words", False)
    if lead and last is not None and last.cue_start == lead[-1].cue_start and last.end <= lead[-1].cue_start:
        return _Found(None, "", True)  # "…,” she says, “…"
    if lead:
        return _Found(lead[-1], f"“{_cue(reading, lead[-1])}” leads into the words", False)
    if last and _goes_on(reading, piece, last):
        return _Found(None, "", True)
    later = [act for act in here if act.cue_start >= piece.end and act.lemma not in WEAK | NEEDS_OBJECT | NEEDS_THAT]
    if later:
        return _Found(later[0], f"“{_cue(reading, later[0])}” later in the sentence", False)
    return _Found(_led_into(reading, acts, piece, opening), "the line before leads into the words", False)


def _tells_own_deed(piece: Marked, act: SpeechAct) -> bool:
    """Tell whether the subject of a later verb stands before the words, so that they are not what it says.

    "The minister, described by colleagues as “…”, refused to leave": the words are the colleagues'.
    """
    source = act.source
    return source is not None and not source.pronoun and source.end <= piece.start and act.lemma not in {"add", "say"}


def _described(reading: Reading, lead: Sequence[SpeechAct], piece: Marked) -> bool:
    """Tell whether the words are a description that the verb before them gives ("called the ruling “a victory”, …")."""
    if not lead or not lead[-1].takes_object:
        return False
    return re.search(r"[,;:.]", reading.masked[lead[-1].cue_end : piece.start]) is None


def _cue(reading: Reading, act: SpeechAct) -> str:
    return reading.text[act.cue_start : act.cue_end]


def _adjoins(reading: Reading, piece: Marked, act: SpeechAct) -> bool:
    """Tell whether only marks stand between the quoted words and the cue or its subject."""
    first = min(act.cue_start, act.source.start) if act.source and act.source.start >= piece.end else act.cue_start
    gap = reading.masked[piece.end : first]
    if re.search(r"\b(?:while|and|but|as|when|after|before|which|who|that|though)\b", gap):
        return False
    return bool(re.fullmatch(r"[”\"’'»,\s.!?–—-]*(?:[Tt]he |[Aa]n? )?(?:[\w.’'-]+ ){0,5}", gap)) and "_" not in gap


def _reaches(reading: Reading, act: SpeechAct, piece: Marked) -> bool:
    """Tell whether the cue's content reaches the quoted words: same sentence, no full stop or semicolon between."""
    gap = reading.masked[act.cue_end : piece.start]
    told_to = act.lemma == "tell" and re.fullmatch(r"\s+(?:the )?[“\"‘']", gap)
    if told_to and re.match(r"[”\"’'] that\b", reading.masked[piece.end :]):
        return False  # "told “Face the Country” that": a programme
    return len(gap) < 300 and not re.search(r"[.!?]\s+[A-Z]|;", gap)


def _goes_on(reading: Reading, piece: Marked, last: Quote) -> bool:
    """Tell whether a piece goes on with the utterance before it.

    Either the piece before ran over the end of its paragraph, or this piece opens its sentence and the one before it
    ended, cue included, with the sentence before ("…,” he said. “…").
    """
    if last.kind is QuoteKind.SCARE:
        return False
    between = reading.masked[last.end : piece.start]
    if re.fullmatch(r"[”\"’'»\s“‘]*", between) or re.fullmatch(r"[”\"’'] ?[—–] [^“\"‘]{2,80} [—–] ?[“\"‘']", between):
        return True
    if last.cue_start is None or not last.end <= last.cue_start < piece.start:
        return False
    opens = reading.sentences[reading.sentence_at(piece.start)].start >= piece.start - 2
    tail = reading.masked[last.cue_start : piece.start]
    joined = opens or bool(re.search(r"[,:—–-]\s*[“\"‘']$", tail))
    return joined and "\n\n" not in tail and len(re.findall(r"[.!?]\s", tail)) <= 1


def _led_into(reading: Reading, acts: Sequence[SpeechAct], piece: Marked, sentence: int) -> SpeechAct | None:
    """Return the act of the sentence before, when it ends in a colon right before the quoted words."""
    before = reading.masked[: piece.start].rstrip("“\"‘' \n")
    if not _LEAD_IN.search(before):
        return None
    leading = max(sentence - 1, reading.sentence_at(len(before) - 1))
    earlier = [act for act in acts if act.cue_end <= len(before) and act.sentence >= leading]
    return earlier[-1] if earlier else None


def _whole(reading: Reading, piece: Marked, act: SpeechAct) -> bool:
    """Tell whether whole sentences are quoted rather than a few words inside the outlet's sentence."""
    text = reading.text[piece.start : piece.end]
    count = sum(1 for _ in words(text))
    opens = text[:1].isupper() or text[:1].isdigit() or text[:1] in "‘'“\"…["
    colon = re.search(r":\s*[“\"‘']?$", reading.masked[: piece.start]) is not None
    if (act.takes_object and not colon) or not opens:
        return False
    ends = text[-1] in ".!?…,—-" or reading.text[piece.end + 1 : piece.end + 2] in {".", ",", "!", "?"}
    led = re.search(r"[:,]\s*[“\"‘']?$", reading.masked[: piece.start]) is not None and text[-1] in ".!?…"
    first = reading.sentences[reading.sentence_at(piece.start)].start >= piece.start - 2
    return ends and (count >= 4 or led or (act.cue_start >= piece.end and (count > 1 or first)))


def _speaker(act: SpeechAct, how: str) -> Speaker | None:
    source = act.source
    if source is None:
        return None
    if source.pronoun and source.entity is None:
        return Speaker(
            source.name, None, source.start, source.end, how + "; whom the pronoun means is unsure", Sure.UNSURE
        )
    sure = Sure.LIKELY if source.pronoun else Sure.SURE
    note = "; the pronoun resolved to the one who fits" if source.pronoun else ""
    return Speaker(source.name, source.entity, source.start, source.end, how + note, sure)


def _indirect(reading: Reading, acts: Sequence[SpeechAct], quotes: Sequence[Quote]) -> list[Quote]:
    found: list[Quote] = []
    for act in acts:
        if act.source is None or act.takes_object or act.content_end - act.content_start < 12:
            continue
        inside = any(q.start < act.content_end and act.content_start < q.end for q in quotes)
        if inside or act.silent or reading.sentences[act.sentence].role is Role.SUBHEADING:
            continue
        speaker = _speaker(act, f"“{_cue(reading, act)}” reports the words")
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
