"""Which act of speech gives the words between two marks, and which words go on with those before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.annotate.acts import SpeechAct
from nutgraf.annotate.cues import NEEDS_OBJECT, NEEDS_THAT, WEAK
from nutgraf.annotate.marks import Marked
from nutgraf.annotate.reading import Reading
from nutgraf.records.annotation import Quote, QuoteKind

_ELSEWHERE = re.compile(r"_[”\"’'](?!,? ?(?:and |or )?[“\"‘'])")
_LEAD_IN = re.compile(r":\s*$")


@dataclass(frozen=True, slots=True)
class Found:
    """The act that gives a piece, how it was found, and whether the piece goes on with the utterance before it."""

    act: SpeechAct | None
    how: str
    continues: bool


def find_giver(reading: Reading, acts: Sequence[SpeechAct], piece: Marked, last: Quote | None) -> Found:
    """Return the act that gives a piece: one that follows it, one that leads into it, or that of the words before."""
    opening, closing = reading.sentence_at(piece.start), reading.sentence_at(max(piece.start, piece.end - 1))
    here = [act for act in acts if opening <= act.sentence <= closing or act.sentence == closing]
    after = next((act for act in here if act.cue_start >= piece.end and _adjoins(reading, piece, act)), None)
    lead = [act for act in here if act.cue_end <= piece.start and _reaches(reading, act, piece)]
    if after and (_tells_own_deed(piece, after) or _described(reading, lead, piece)):
        after = None
    leading = next((act for act in reversed(lead) if act.source), lead[-1] if lead else None)
    if after and not (leading and _unresolved(after) and not _unresolved(leading)):
        return Found(after, f"“{_cue(reading, after)}” follows the words", False)
    if leading and last is not None and last.cue_start == leading.cue_start and last.end <= leading.cue_start:
        return Found(None, "", True)  # "…,” she says, “…"
    if leading:
        return Found(leading, f"“{_cue(reading, leading)}” leads into the words", False)
    if last and _goes_on(reading, piece, last):
        return Found(None, "", True)
    later = [act for act in here if act.cue_start >= piece.end and act.lemma not in WEAK | NEEDS_OBJECT | NEEDS_THAT]
    if later:
        return Found(later[0], f"“{_cue(reading, later[0])}” later in the sentence", False)
    return Found(_led_into(reading, acts, piece, opening), "the line before leads into the words", False)


def _unresolved(act: SpeechAct) -> bool:
    """Tell whether an act names nobody, or somebody by a pronoun that stands for nobody known."""
    source = act.source
    return source is None or (source.entity is None and source.name.lower() in {"he", "she", "they", "it"})


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
    if act.lemma == "put":
        gap = re.sub(r"\bas\b", "", gap, count=1)  # "“…,” as Mary Low put it"
    if re.search(r"\b(?:while|and|but|as|when|after|before|which|who|that|though)\b", gap):
        return False
    return bool(re.fullmatch(r"[”\"’'»,\s.!?–—-]*(?:[Tt]he |[Aa]n? )?(?:[\w.’'-]+ ){0,5}", gap)) and "_" not in gap


def _reaches(reading: Reading, act: SpeechAct, piece: Marked) -> bool:
    """Tell whether the cue's content reaches the quoted words: same sentence, no full stop or semicolon between."""
    gap = reading.masked[act.cue_end : piece.start]
    told_to = act.lemma == "tell" and re.fullmatch(r"\s+(?:the )?[“\"‘']", gap)
    if told_to and re.match(r"[”\"’'] that\b", reading.masked[piece.end :]):
        return False  # "told “Face the Country” that": a programme
    same = act.sentence == reading.sentence_at(piece.start)
    if act.lemma == "claim" and _ELSEWHERE.search(gap):
        return False  # "Low's claim of “x” is “false”": the second words are not Low's
    return len(gap) < 300 and ";" not in gap and (same or not re.search(r"[.!?]\s+[A-Z]", gap))


def _goes_on(reading: Reading, piece: Marked, last: Quote) -> bool:
    """Tell whether a piece goes on with the utterance before it.

    Either the piece before ran over the end of its paragraph, or this piece opens its sentence and the one before it
    ended, cue included, with the sentence before ("…,” he said. “…").
    """
    if last.kind is QuoteKind.SCARE:
        return False
    between = reading.masked[last.end : piece.start]
    if re.fullmatch(r"[”\"’'»\s“‘]*", between):
        over = "\n" in between and re.match(r"[”\"’'»]", between) is not None
        return not over or whole_sentences(reading, piece)
    if re.fullmatch(r"[”\"’'] ?[—–] [^“\"‘]{2,80} [—–] ?[“\"‘']", between):
        return True
    if last.cue_start is None or not last.end <= last.cue_start < piece.start:
        return False
    tail = reading.masked[last.cue_start : piece.start]
    if re.search(r"[,:—–-]\s*[“\"‘']$", tail) and "\n\n" not in tail and len(re.findall(r"[.!?]\s", tail)) <= 1:
        return True
    here, said = reading.sentence_at(piece.start), reading.sentence_at(last.cue_start)
    return opens_sentence(reading, piece) and here - said <= 1 and _same_block(reading, here, said)


def _same_block(reading: Reading, one: int, other: int) -> bool:
    return reading.sentences[one].block == reading.sentences[other].block


def opens_sentence(reading: Reading, piece: Marked) -> bool:
    """Tell whether a piece, its mark before it, begins a sentence."""
    return reading.sentences[reading.sentence_at(piece.start)].start >= piece.start - 2


def whole_sentences(reading: Reading, piece: Marked) -> bool:
    """Tell whether a piece is one or several sentences and nothing else stands in them."""
    text = reading.text[piece.start : piece.end]
    closing = reading.sentences[reading.sentence_at(piece.end - 1)]
    begins = text[:1].isupper() or text[:1].isdigit() or text[:1] in "‘'“\"…[("
    return opens_sentence(reading, piece) and begins and closing.end <= piece.end + 2


def _led_into(reading: Reading, acts: Sequence[SpeechAct], piece: Marked, sentence: int) -> SpeechAct | None:
    """Return the act of the sentence before, when it ends in a colon right before the quoted words."""
    before = reading.masked[: piece.start].rstrip("“\"‘' \n")
    if not _LEAD_IN.search(before):
        return None
    leading = max(sentence - 1, reading.sentence_at(len(before) - 1))
    earlier = [act for act in acts if act.cue_end <= len(before) and act.sentence >= leading]
    return earlier[-1] if earlier else None
