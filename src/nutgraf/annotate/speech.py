"""Speech acts: who is said to have said something, by which cue, in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from nutgraf.annotate.acts import SpeechAct
from nutgraf.annotate.antecedents import name_pronouns
from nutgraf.annotate.cues import (
    ACCORDING,
    ANONYMOUS,
    AUXILIARY,
    DOCUMENT,
    FOR_DOCUMENTS,
    FORMS,
    NEEDS_OBJECT,
    NEEDS_THAT,
    NOUN_TOO,
    VERB,
    WEAK,
)
from nutgraf.annotate.reading import Reading
from nutgraf.annotate.sources import Source, read_source
from nutgraf.records.annotation import AttributionKind, EntityKind, Sentence
from nutgraf.text import trim

_BOUNDARY = re.compile(
    r"[,;:“”\"()\[\]—–]|(?<=_)['’]|(?<=\s)-(?=\s)|\b(?:that|and|but|when|as|while|after|before|because|if|where|although|though|since|or|"
    r"so|than|which|who|what|how|why|amid|despite)\b"
)
_DETERMINER = re.compile(
    r"\b(?:a|an|the|his|her|their|its|this|that|no|any|of|my|our|your|to|in|for|on|with|by)\s+$", re.I
)
_PLURAL_SUBJECT = re.compile(r"(?:s|they|we|I|you|people|men|women|police|some|many|others|all|both)\s*$")
_APPOSITION = re.compile(r"\s*(?:a|an|the|its|his|her|their|who|whose|which|\d|[a-z])")
_MODAL = re.compile(r"\b(?:will|would|may|might|could|should|did|does|do|must|can)(?:\s+not)?\s*$")
_LATER_WORDS = re.compile(
    r"\s(?:earlier|later|yesterday|today|tonight|this|last|during|late|early|ahead|(?:on )?(?:Mon|Tues|Wednes|"
    r"Thurs|Fri|Satur|Sun)day|"
    r"in (?:a|an|his|her|their|its|the|response|reference|[A-Z12])|at (?:a|the|his|her)|to (?:reporters|the|[A-Z])|via|"
    r"of (?:the|his|her|its|their) (?:plan|move|decision))\b"
)
_MANY = re.compile(r"\b[A-Za-z]+s (?:like|such as) [A-Z]")
_GOES_ON = re.compile(r"\b(?:continu(?:e|es|ed|ing)|went on|going on|began|begun) to\s*$")
_QUOTED_BEFORE = re.compile(r"(?:[”\"’',]\s*|_[,.]?[”\"’'][^_]{0,60})$")
_CAN_SAY = re.compile(r"\b(?:would|will|could|can|did|does|do)(?: not|n['’]t)?(?: only)?\s*$")
_WOULD_SAY = re.compile(r"\b(?:would|did|do|does)(?: not|n['’]t| only)?\s*$")
_PASSIVE_BY = re.compile(r"\s+by\s+(?!(?:a|the) (?:margin|vote|majority)\b)")
_OPENER = re.compile(r"(?:But|And|So|Yet|Still|However|Meanwhile|Then|Now|Also|Instead|Nor|For|Both)\s+")
_THAT = re.compile(
    r"(?:\s+(?:on|in|at|to|for)\s[^,.;:]{1,25})?\s*,?\s*(?:that\b|how\b|whether\b|to (?:comment|say)\b|:|[“\"‘])"
)
_CONDITION = re.compile(r"\b(?:if|unless|whether|should)\b[^,;]*$")
_VIA = re.compile(r"\s+(?:to\s+)?(?:the\s+)?")


@dataclass(slots=True)
class _Clause:
    """A verb at work in one sentence, with what was found before it."""

    reading: Reading
    sentence: Sentence
    start: int
    end: int
    lemma: str
    earlier: Source | None

    @property
    def left(self) -> str:
        return self.reading.masked[self.sentence.start : self.start]


def find_speech(reading: Reading) -> tuple[SpeechAct, ...]:
    """Return the speech acts of every sentence, in order of their cues."""
    acts: list[SpeechAct] = []
    for index, sentence in enumerate(reading.sentences):
        acts += _in_sentence(reading, index, sentence)
    return name_pronouns(reading, sorted(acts, key=lambda act: (act.cue_start, act.cue_end)))


def _in_sentence(reading: Reading, index: int, sentence: Sentence) -> Iterable[SpeechAct]:
    acts: list[SpeechAct] = []
    earlier: Source | None = None
    for match in ACCORDING.finditer(reading.masked, sentence.start, sentence.end):
        act = _according(reading, index, sentence, match)
        if act:
            acts.append(act)
    for match in VERB.finditer(reading.masked, sentence.start, sentence.end):
        start, end = match.span()
        if any(act.cue_start <= start < act.cue_end for act in acts):
            continue
        clause = _Clause(reading, sentence, start, end, FORMS[match.group()], earlier)
        act = _verb_act(clause, index)
        if act:
            acts.append(act)
            earlier = act.source or earlier
    return acts


def _according(reading: Reading, index: int, sentence: Sentence, match: re.Match[str]) -> SpeechAct | None:
    start, end = _noun_phrase_after(reading, match.end(), sentence.end)
    if start >= end:
        return None
    source = read_source(reading.text, start, end, reading.mentions, reading.entities)
    before = reading.masked[sentence.start : match.start()].strip(" ,")
    if before:
        content = trim(reading.text, sentence.start, match.start())
    else:
        content = trim(reading.text, min(end + 1, sentence.end), sentence.end)
    return SpeechAct(index, "according", match.start(), match.end(), source, *content, False)


def _verb_act(clause: _Clause, index: int) -> SpeechAct | None:
    masked, sentence = clause.reading.masked, clause.sentence
    form = masked[clause.start : clause.end]
    base = form == clause.lemma.replace("-", " ")
    if base and not _base_fits(clause.left):
        return _inverted_act(clause, index) if form in {"say", "write"} else None
    if _is_deed(clause, form):
        return None
    inverted = None if form.endswith("ing") else _inverted_act(clause, index)
    if inverted:
        return inverted
    passive = _passive_act(clause, index, form)
    if passive:
        return passive
    source = _subject_before(clause, form.endswith("ing"))
    if source is None and clause.lemma in WEAK | NEEDS_OBJECT:
        return None
    if source is not None and _only_felt(clause, source):
        return None
    if source is None and not _quote_follows(clause):
        return None
    via, end = _via(clause, source)
    if source is not None and via:
        source = source.through(via)
    content = _content_after(clause, end)
    if not re.search(r"\w", clause.reading.text[slice(*content)]) or _ended(clause, end):
        first = source.start if source and source.start > sentence.start else clause.start
        content = _without_comma(clause.reading.text, *trim(clause.reading.text, sentence.start, first))
    return SpeechAct(index, clause.lemma, clause.start, clause.end, source, *content, clause.lemma in NEEDS_OBJECT)


def _passive_act(clause: _Clause, index: int, form: str) -> SpeechAct | None:
    """Read "described by three people briefed on it", "as reported by the Ledger"."""
    match = _PASSIVE_BY.match(clause.reading.masked, clause.end, clause.sentence.end)
    if match is None or not form.endswith(("ed", "id", "old")):
        return None
    start, end = _noun_phrase_after(clause.reading, match.end(), clause.sentence.end)
    source = read_source(clause.reading.text, start, end, clause.reading.mentions, clause.reading.entities)
    if source is None or not source.speaks:
        return None
    content = _without_comma(clause.reading.text, *trim(clause.reading.text, clause.sentence.start, clause.start))
    return SpeechAct(index, clause.lemma, clause.start, clause.end, source, *content, False)


def _only_felt(clause: _Clause, source: Source) -> bool:
    """Tell whether a weak verb reports a feeling or a deed of its subject rather than its words."""
    if clause.lemma in FOR_DOCUMENTS:
        return source.kind is not AttributionKind.DOCUMENT
    if clause.lemma in {"express", "voice"}:
        after = clause.reading.masked[clause.end : clause.sentence.end]
        return not re.match(r"[^,.;]{0,40}?(?:\bthat\b|\bto [a-z]+ing\b|[“\"‘_]|:\s*$)", after)
    return clause.lemma in WEAK and bool(re.search(r"\bwhich\s+(?:the\s+)?\S+\s*$", clause.left))


def _ended(clause: _Clause, end: int) -> bool:
    """Tell whether what was said stands before: after the cue only a place or time follows ("…, she said on Monday.")."""
    text, start = clause.reading.masked, clause.sentence.start
    between = clause.reading.masked[start : clause.start]
    if re.search(r"_[,.!?]?[”\"’'],?\s*(?:\S+\s+){0,6}$", between) and "_" not in text[end : clause.sentence.end]:
        return True
    if text[end : end + 1] == "," and re.search(r",[”\"’']? [^,]{2,60}$", between):
        return True  # "…, the ministry said, hours after …"
    rest = re.compile(r"\s*(?:,?\s*(?:on|in|at|late|early)\b[^,;:“\"‘_]{0,60}|[A-Z][a-z]+day)?[.,;]?\s*$")
    return clause.start - start > 40 and rest.match(text[end : clause.sentence.end]) is not None


def _without_comma(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in " ,;:–—-":
        end -= 1
    return start, end


def _base_fits(left: str) -> bool:
    """Tell whether a bare verb form has a plural subject, or a verb before it that carries the tense."""
    return any(pattern.search(left) for pattern in (_PLURAL_SUBJECT, _MANY, _GOES_ON, _WOULD_SAY))


def _is_deed(clause: _Clause, form: str) -> bool:
    """Tell whether the form is a noun, a wish or a deed here rather than a report of words."""
    masked, left = clause.reading.masked, clause.left
    if clause.lemma in {"say", "comment"} and re.search(r"\bwould(?: not| only)?\s*$", left):
        return False
    if _MODAL.search(_strip_auxiliaries(left)) or _CONDITION.search(left):
        return not _quote_follows(clause)
    if _DETERMINER.search(left) and (not form.endswith("ing") or re.search(r"\b(?:in|of|for|by|without)\s+$", left)):
        return True
    if masked[clause.start - 1 : clause.start] == "-" or masked[clause.end : clause.end + 1] == "-":
        return True
    complement = _THAT.match(masked, clause.end, clause.sentence.end)
    if clause.lemma in NEEDS_THAT and not complement and not _QUOTED_BEFORE.search(left):
        return True
    return form in NOUN_TOO and not _subject_adjoins(clause)


def _subject_adjoins(clause: _Clause) -> bool:
    """Tell whether a name, a pronoun or a body ends right before the form, without a possessive."""
    bare = _strip_auxiliaries(clause.left).rstrip(" ,")
    end = clause.sentence.start + len(bare)
    if any(mention.end == end and mention.kind is not EntityKind.GROUP for mention in clause.reading.mentions):
        return True
    last = bare.rsplit(" ", 1)[-1].lower()
    return last in {"he", "she", "it", "they", "who", "which"} or last in ANONYMOUS or last in DOCUMENT


def _quote_follows(clause: _Clause) -> bool:
    after = clause.reading.masked[clause.end : clause.sentence.end]
    return bool(re.match(r"[^.;]{0,60}?[“\"‘]", after))


def _inverted_act(clause: _Clause, index: int) -> SpeechAct | None:
    """Read `“…,” said X` and `…, says X`: what is said stands first, the subject after the verb."""
    if not re.search(r"[”\"’',—–-]\s*$", clause.left) or not clause.left.strip(" ”\"’',"):
        return None
    start, end = _noun_phrase_after(clause.reading, clause.end, clause.sentence.end)
    if start >= end or start - clause.end > 1:
        return None
    words = clause.reading.masked[start:end]
    if re.match(r"(?:that|it|there|to|on|in|at|by|of|with|about|as|from|he|she|they|his|her)\b", words):
        return None
    source = read_source(clause.reading.text, start, end, clause.reading.mentions, clause.reading.entities)
    if source is None or not source.speaks:
        return None
    content = trim(clause.reading.text, clause.sentence.start, clause.start)
    return SpeechAct(index, clause.lemma, clause.start, clause.end, source, *content, False)


def _noun_phrase_after(reading: Reading, start: int, stop: int) -> tuple[int, int]:
    """Return the noun phrase that begins at `start`: to the next comma, stop or clause word, appositions included."""
    text = reading.masked
    while start < stop and text[start] in " :\n":
        start += 1
    end = start
    while end < stop:
        match = _BOUNDARY.search(text, end, stop)
        if match is None:
            end = stop
            break
        end = match.start()
        name_follows = match.group() == "," and re.match(r", [A-Z]\w+(?: [A-Z][\w.]+)*(?=[,.”\"]|$)", text[end:stop])
        if name_follows and not any(
            m.named and m.kind is EntityKind.PERSON and start <= m.start < end for m in reading.mentions
        ):
            end += name_follows.end()  # "the country's president, Name Surname"
            break
        if match.group() == "and" and re.match(r"and [A-Z]", text[end:stop]) and end > start:
            end = match.end()
            continue
        break
    late = _LATER_WORDS.search(text, start + 1, end)
    if late:
        end = late.start()
    while end > start and text[end - 1] in " .,;!?":
        end -= 1
    return start, end


def _subject_before(clause: _Clause, participle: bool) -> Source | None:
    left = _CAN_SAY.sub("", _GOES_ON.sub("", clause.left))
    stripped = _strip_auxiliaries(left)
    adverb_closed = stripped != left.rstrip()
    if not stripped.strip(" ,"):
        return clause.earlier
    reading, offset = clause.reading, clause.sentence.start
    bare = stripped.rstrip(" ,")
    if stripped.rstrip().endswith(","):
        apposed = _before_relative(reading, offset, bare) or _before_apposition(reading, offset, bare)
        if apposed:
            return apposed
        if participle and not adverb_closed:
            return clause.earlier or _first_speaker(reading, clause.sentence, clause.start)
    if participle:
        return clause.earlier or _first_speaker(reading, clause.sentence, clause.start)
    if re.search(r"\b(?:and|but|then|or)$", bare) and clause.earlier:
        return clause.earlier
    open_clause = re.match(r"(?P<who>(?:An?|The|One|Two|Three|Some|Another|Several) [^,]{2,60}?) who\b[^,]*$", bare)
    if open_clause:
        return _antecedent(reading, offset, open_clause)
    relative = re.search(r"\b(?:that|which|who)$", bare)
    if relative:
        bare = bare[: relative.start()].rstrip(" ,")
    return _source_ending(reading, offset, offset + len(bare)) or (clause.earlier if not bare else None)


def _strip_auxiliaries(left: str) -> str:
    left = left.rstrip()
    while True:
        match = AUXILIARY.search(left)
        if match is None:
            return left
        left = left[: match.start()].rstrip()


def _before_relative(reading: Reading, offset: int, bare: str) -> Source | None:
    """Return who stands before a closed relative clause: "The official, who asked not to be named, said"."""
    relative = re.match(r"(?P<who>[^,]{2,80}), (?:who|whose|which)\b[^.;]*$", bare)
    return _antecedent(reading, offset, relative)


def _antecedent(reading: Reading, offset: int, relative: re.Match[str] | None) -> Source | None:
    if relative is None:
        return None
    return read_source(
        reading.text, offset, offset + relative.end("who"), reading.mentions, reading.entities, subject=True
    )


def _before_apposition(reading: Reading, offset: int, bare: str) -> Source | None:
    """Return who stands before ", the White House press secretary,": a person if any does, else the last source."""
    found: list[Source] = []
    for comma in re.finditer(",", bare):
        if not _APPOSITION.match(bare, comma.end()):
            continue
        source = _source_ending(reading, offset, offset + comma.start())
        if source is not None and source.speaks:
            found.append(source)
    people = [source for source in found if source.person]
    return (people or found or [None])[-1]


def _source_ending(reading: Reading, offset: int, end: int) -> Source | None:
    """Read the noun phrase that ends at `end` and begins after the last boundary or reporting verb before it."""
    start = offset
    for match in _BOUNDARY.finditer(reading.masked, offset, end):
        start = match.end()
    for match in VERB.finditer(reading.masked, start, end):
        if match.group() not in NOUN_TOO and match.group() != FORMS[match.group()]:
            start = match.end()  # "Mary Low said the council had warned": the council
    start, end = trim(reading.text, start, end)
    opener = _OPENER.match(reading.text, start, end)
    start = opener.end() if opener else start
    if start >= end:
        return None
    return read_source(reading.text, start, end, reading.mentions, reading.entities, subject=True)


def _first_speaker(reading: Reading, sentence: Sentence, stop: int) -> Source | None:
    for mention in reading.mentions:
        if sentence.start <= mention.start < stop and mention.kind is EntityKind.PERSON:
            return read_source(reading.text, mention.start, mention.end, reading.mentions, reading.entities)
    return None


def _via(clause: _Clause, teller: Source | None) -> tuple[str | None, int]:
    """Return the outlet that words came through, and where its words end: "told the Reuters news agency", "seen by AP".

    Whom an unnamed source tells is an outlet even where the name does not look like one.
    """
    if teller is not None and teller.kind is AttributionKind.DOCUMENT:
        return _seen_by(clause), clause.end
    if clause.lemma not in {"tell", "say", "speak", "confirm", "talk"}:
        return None, clause.end
    text, stop = clause.reading.masked, clause.sentence.end
    match = _VIA.match(text, clause.end, stop)
    start = match.end() if match else clause.end
    if clause.lemma != "tell" and not (match and "to" in match.group()):
        return None, clause.end
    outlet = re.compile(r"[A-Z][\w.’'&-]*(?: (?:[A-Z][\w.’'&-]*|of|the|and))*").match(text, start, stop)
    if outlet is None:
        return None, clause.end
    source = read_source(clause.reading.text, start, outlet.end(), clause.reading.mentions, clause.reading.entities)
    person = any(
        m.kind is EntityKind.PERSON and m.start < outlet.end() and start < m.end for m in clause.reading.mentions
    )
    unnamed = teller is not None and teller.kind is AttributionKind.ANONYMOUS and not person
    name = source.name if source and source.kind is AttributionKind.OUTLET else outlet.group()
    if name == outlet.group() and not (unnamed or clause.reading.is_own(name)):
        return None, clause.end
    agency = re.compile(r" news agency| newspaper| television| radio").match(text, outlet.end(), stop)
    return name, agency.end() if agency else outlet.end()


def _seen_by(clause: _Clause) -> str | None:
    """Return the outlet that a document was "seen by" or "obtained by", anywhere in the sentence."""
    text = clause.reading.masked[clause.sentence.start : clause.sentence.end]
    match = re.search(
        r"\b(?:seen|obtained|reviewed|viewed|read|published) by (?:the )?([A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*)*)", text
    )
    return match.group(1).rstrip(".’'") if match else None


def _content_after(clause: _Clause, start: int) -> tuple[int, int]:
    text, stop = clause.reading.text, clause.sentence.end
    match = re.compile(r"[\s,]*(?:(?:on )?[A-Z][a-z]+day\s*,?\s*)?(?:that\s+|how\s+|:\s*)?").match(text, start, stop)
    return trim(text, match.end() if match else start, stop)
