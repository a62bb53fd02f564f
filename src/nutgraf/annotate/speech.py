"""Speech acts: who is said to have said something, by which cue, in one sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from nutgraf.annotate.acts import SpeechAct
from nutgraf.annotate.antecedents import name_pronouns
from nutgraf.annotate.chains import pass_through
from nutgraf.annotate.clauses import Clause, strip_auxiliaries
from nutgraf.annotate.contents import content_after, has_ended, without_comma
from nutgraf.annotate.cues import ACCORDING, ANONYMOUS, DOCUMENT, FORMS, NEEDS_OBJECT, VERB, WEAK
from nutgraf.annotate.deeds import base_fits, is_deed, is_passive, only_felt
from nutgraf.annotate.interviews import hear_through
from nutgraf.annotate.noun_cues import find_noun_cues
from nutgraf.annotate.reading import Reading
from nutgraf.annotate.sources import Source, read_source
from nutgraf.annotate.subjects import (
    joint_subject,
    main_subject,
    noun_phrase_after,
    read_phrase,
    subject_after,
    subject_before,
)
from nutgraf.annotate.surnames import name_in_full
from nutgraf.annotate.things import name_things
from nutgraf.annotate.turns import keep_turns
from nutgraf.annotate.via import find_via, seen_by
from nutgraf.records.annotation import AttributionKind, Sentence
from nutgraf.records.article import Role
from nutgraf.text import fold, trim

_PASSIVE_BY = re.compile(
    r"(?:\s+(?:as\s+)?[“\"‘'][_“”‘’\"']+[”\"’'],?)?\s+by\s+(?!(?:a|the) (?:margin|vote|majority)\b)"
)
_QUOTED_AS_SAYING = re.compile(r"\s+(?P<who>[^;:“”\"]{2,120}?),?\s+as (?:saying|telling)\b")
_AS_SAYING = re.compile(r"\s+(?:(?:by|in|on)\s+(?P<via>[^,;:“”\"]{2,60}?)\s+)?as (?:saying|telling \S+)\b")
_PUT_IT = re.compile(
    r"\b[Aa]s (?P<who>[^,;:“”\"]{2,60}?) (?P<cue>(?:has |have )?(?:put|puts|calls|called|described|describes)) "
    r"(?:it|them|him|her)\b"
)
_WINDOW = 800  # characters of a sentence read on either side of a verb; no real sentence is longer than both
_INVERTS = frozenset("say write read add claim predict argue insist explain warn report ask reply".split())
_NEVER_INVERTS = frozenset("tell inform remind assure reassure accuse blame".split())
_PAPER_APPOSED = re.compile(r"\b(?:" + "|".join(sorted(DOCUMENT)) + r")\b[^,]*,\s*(?:first |originally |later )?$")
_UNWILLING = re.compile(
    r"\b(?:(?:refus|declin|fail|unwilling|reluctan|unable|ask|tell|urg|want|expect|encourag|forc|need|invit|order)\w*|"
    r"told|not|never|how|enough|too)\b[^,;]*$|n[’']t\b[^,;]*$"
)
_FINITE = re.compile(r"\b(?:had|has|have|was|were|is|are|will|would|could|may|might)\b")
_CLOSED = re.compile(
    r"\s*(?:[,.;)”—–-]|(?<!\s)\"|$|in |on |at |who\b|during|after|earlier|last|this|"
    r"Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)"
)
_CLAUSE_HEAD = re.compile(r"\b(?:of|from|for|at|in|with|who|familiar|close|briefed|on|to)\b")
_ASIDE = re.compile(r",\s+(?:who|whose|which|an?|the|his|her|its)\b[^,.;]*,\s*")


def find_speech(reading: Reading) -> tuple[SpeechAct, ...]:
    """Return the speech acts of every sentence, in order of their cues."""
    acts: list[SpeechAct] = []
    for index, sentence in enumerate(reading.sentences):
        if sentence.role is Role.SUBHEADING:
            continue
        acts += _in_sentence(reading, index, sentence)
    acts.sort(key=lambda act: (act.cue_start, act.cue_end))
    return name_in_full(reading, name_pronouns(reading, keep_turns(reading, name_things(reading, acts))))


def _in_sentence(reading: Reading, index: int, sentence: Sentence) -> list[SpeechAct]:
    acts: list[SpeechAct] = []
    earlier: Source | None = None
    for match in ACCORDING.finditer(reading.masked, sentence.start, sentence.end):
        act = _according(reading, index, sentence, match)
        if act:
            acts.append(act)
    for match in _PUT_IT.finditer(reading.masked, sentence.start, sentence.end):
        acts += _put_it(reading, index, sentence, match)
    taken = [(act.cue_start, act.cue_end) for act in acts]
    for match in VERB.finditer(reading.masked, sentence.start, sentence.end):
        start, end = match.span()
        if any(first <= start < last for first, last in taken):
            continue
        near = replace(sentence, start=max(sentence.start, start - _WINDOW), end=min(sentence.end, end + _WINDOW))
        clause = Clause(reading, near, start, end, FORMS[match.group()], earlier)
        act = _verb_act(clause, index)
        if act:
            acts += _joined(clause, act)
            taken.append((act.cue_start, act.cue_end))
            earlier = act.source or earlier
    acts += find_noun_cues(reading, index, sentence, acts)
    return hear_through(reading, sentence, pass_through(reading, acts))


def _joined(clause: Clause, act: SpeechAct) -> list[SpeechAct]:
    """Return an act, and one for each speaker that "and" joins to its own ("Low and Rand said")."""
    other = joint_subject(clause.reading, clause.sentence, act.source) if act.source else None
    both = other is not None and act.source is not None and other.start < act.source.start < act.cue_start
    return [replace(act, source=other), act] if both else [act]


def _according(reading: Reading, index: int, sentence: Sentence, match: re.Match[str]) -> SpeechAct | None:
    start, end = noun_phrase_after(reading, match.end(), sentence.end)
    if start >= end:
        return None
    source = read_phrase(reading, start, end)
    via = seen_by(reading, sentence) if source and source.kind is AttributionKind.DOCUMENT else None
    source = source.through(via) if source and via else source
    if reading.masked[sentence.start : match.start()].strip(" ,"):
        content = without_comma(reading.text, *trim(reading.text, sentence.start, match.start()))
    else:
        aside = _ASIDE.match(reading.masked, end, sentence.end)
        content = trim(reading.text, min(aside.end() if aside else end + 1, sentence.end), sentence.end)
    return SpeechAct(index, "according", match.start(), match.end(), source, *content, False)


def _put_it(reading: Reading, index: int, sentence: Sentence, match: re.Match[str]) -> list[SpeechAct]:
    """Read "as Mary Low put it": what is said is the rest of the sentence."""
    source = read_source(reading.text, *match.span("who"), reading.mentions, reading.entities, subject=True)
    if source is None:
        return []
    before = trim(reading.text, sentence.start, match.start())
    content = before if before[1] - before[0] > 3 else trim(reading.text, match.end() + 1, sentence.end)
    return [SpeechAct(index, "put", *match.span("cue"), source, *without_comma(reading.text, *content), False)]


def _verb_act(clause: Clause, index: int) -> SpeechAct | None:
    form = clause.form
    if form == clause.lemma.replace("-", " ") and not base_fits(clause.left):
        inverted = _inverted_act(clause, index) if form in {"say", "write", "read"} else None
        return inverted or _infinitive_act(clause, index) or _paper_reads(clause, index)
    if clause.lemma in {"quote", "cite"}:
        quoted = _quoted_as_saying(clause, index)
        if quoted:
            return quoted
    if is_deed(clause):
        return None
    found = (None if clause.participle else _inverted_act(clause, index)) or _passive_act(clause, index)
    return found or (None if is_passive(clause) else _plain_act(clause, index))


def _plain_act(clause: Clause, index: int) -> SpeechAct | None:
    """Read the usual order: subject, verb, what is said."""
    source = subject_before(clause, clause.participle)
    if source is None and (clause.lemma in WEAK | NEEDS_OBJECT or not clause.quote_follows):
        return None
    if source is not None and only_felt(clause, source):
        return None
    via, end = find_via(clause, source)
    if source is not None and via:
        source = source.through(via)
    content = content_after(clause, end)
    if not re.search(r"\w", clause.reading.text[slice(*content)]) or has_ended(clause, end):
        first = source.start if source and source.start > clause.sentence.start else clause.start
        content = without_comma(clause.reading.text, *trim(clause.reading.text, clause.sentence.start, first))
    return SpeechAct(index, clause.lemma, clause.start, clause.end, source, *content, clause.lemma in NEEDS_OBJECT)


def _infinitive_act(clause: Clause, index: int) -> SpeechAct | None:
    """Read "took to the radio to call the plan “…”": who the sentence is about calls it so."""
    if not clause.left.endswith("to ") or _UNWILLING.search(clause.left[-60:]) or not clause.quote_follows:
        return None
    source = clause.earlier or main_subject(clause)
    if source is None:
        return None
    content = content_after(clause, clause.end)
    return SpeechAct(index, clause.lemma, clause.start, clause.end, source, *content, clause.lemma in NEEDS_OBJECT)


def _paper_reads(clause: Clause, index: int) -> SpeechAct | None:
    """Read "“…,” the letter read" and "the sign read: “…”"."""
    if clause.form != "read" or not (clause.has_complement or clause.quoted_before):
        return None
    act = _plain_act(clause, index)
    return act if act and act.source and act.source.kind is AttributionKind.DOCUMENT else None


def _quoted_as_saying(clause: Clause, index: int) -> SpeechAct | None:
    """Read "was quoted by the Ledger as saying", "the Ledger quoted Low as saying": Low speaks, through the Ledger."""
    reading, sentence = clause.reading, clause.sentence
    active = _QUOTED_AS_SAYING.match(reading.masked, clause.end, sentence.end)
    passive = _AS_SAYING.match(reading.masked, clause.end, sentence.end)
    if passive:
        source = subject_before(clause, False)
        place, end = passive.span("via"), passive.end()
        via = read_phrase(reading, *place) if place[0] > 0 else None
    elif active:
        source = read_phrase(reading, *active.span("who"))
        via, end = subject_before(clause, False), active.end()
    else:
        return None
    if source is None:
        return None
    if via is not None and via.kind is AttributionKind.OUTLET:
        source = source.through(via.name)
    return SpeechAct(index, clause.lemma, clause.start, end, source, *content_after(clause, end), False)


def _passive_act(clause: Clause, index: int) -> SpeechAct | None:
    """Read "described by three people briefed on it", "as reported by the Ledger", "called “…” by Low"."""
    match = _PASSIVE_BY.match(clause.reading.masked, clause.end, clause.sentence.end)
    if match is None or not clause.form.endswith(("ed", "id", "old")):
        return None
    if "_" in match.group() and not is_passive(clause):
        return None  # "what he called “…” by the neighbours"
    start, end = noun_phrase_after(clause.reading, match.end(), clause.sentence.end)
    source = read_phrase(clause.reading, start, end)
    if source is None or (source.kind is AttributionKind.OUTLET and _PAPER_APPOSED.search(clause.left)):
        return None  # "a report, first described by the Ledger, found": the report is the source, through the Ledger
    text, first = clause.reading.text, clause.sentence.start
    content = without_comma(text, *trim(text, first, first + len(strip_auxiliaries(clause.left))))
    if re.match(r"\s+that\b", clause.reading.masked[end : clause.sentence.end]):
        content = content_after(clause, end)  # "was told by a neighbour that"
    return SpeechAct(index, clause.lemma, clause.start, clause.end, source, *content, clause.lemma in NEEDS_OBJECT)


def _inverted_act(clause: Clause, index: int) -> SpeechAct | None:
    """Read `“…,” said X` and `…, says X`: what is said stands first, the subject after the verb."""
    if not re.search(r"[”\"’',—–-]\s*$", clause.left) or not clause.left.strip(" ”\"’',"):
        return None
    if clause.lemma in _NEVER_INVERTS:
        return None
    source = subject_after(clause)
    if source is None or (not re.search(r"[”\"’']\s*$", clause.left) and not _closes_sentence(clause, source)):
        return None
    content = without_comma(clause.reading.text, *trim(clause.reading.text, clause.sentence.start, clause.start))
    return SpeechAct(index, clause.lemma, clause.start, clause.end, source, *content, False)


def _closes_sentence(clause: Clause, source: Source) -> bool:
    """Tell whether X after "…, said X" is the subject of nothing else ("Low, the mayor, said police had")."""
    if clause.lemma not in _INVERTS:
        return False
    bare = source.kind is AttributionKind.ANONYMOUS and fold(source.name).split()[-1] not in ANONYMOUS
    if bare and not _CLAUSE_HEAD.search(source.name):
        return False  # "An official, speaking to AP, said the bridge fell"
    _, end = noun_phrase_after(clause.reading, clause.end, clause.sentence.end)
    rest = clause.reading.masked[max(end, source.end) : clause.sentence.end]
    return not _FINITE.search(clause.reading.masked[clause.end : end]) and _CLOSED.match(rest) is not None
