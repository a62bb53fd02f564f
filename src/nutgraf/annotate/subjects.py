"""Who speaks: the noun phrase before a reporting verb, or after it where the verb comes first."""

from __future__ import annotations

import re

from nutgraf.annotate.clauses import BOUNDARY, Clause, strip_auxiliaries
from nutgraf.annotate.cues import ANONYMOUS, DOCUMENT, FORMS, NOUN_TOO, VERB
from nutgraf.annotate.deeds import CAN_SAY, GOES_ON, plainly_speech
from nutgraf.annotate.name_words import ROLES
from nutgraf.annotate.reading import Reading
from nutgraf.annotate.sources import BODIES, Source, read_source
from nutgraf.annotate.unlisted import read_plain_speaker
from nutgraf.records.annotation import AttributionKind, EntityKind, Sentence
from nutgraf.text import trim

_APPOSITION = re.compile(r"\s*(?:a|an|the|its|his|her|their|who|whose|which|\d|[a-z]|[A-Z]\w+['’]s )")
_LATER_WORDS = re.compile(
    r"\s(?:earlier|later|yesterday|today|tonight|this|last|during|late|early|ahead|(?:on )?(?:Mon|Tues|Wednes|"
    r"Thurs|Fri|Satur|Sun)day|"
    r"in (?:a|an|his|her|their|its|the|response|reference|[A-Z12])|at (?:a|the|his|her)|to (?:reporters|the|[A-Z])|via|"
    r"of (?:the|his|her|its|their) (?:plan|move|decision))\b"
)
_OPENER = re.compile(
    r"(?:But|And|So|Yet|Still|However|Meanwhile|Then|Now|Also|Instead|Nor|For|Once|What|Even|"
    r"Both(?! (?:sides|parties|men))|Neither|Either|While|When|As|After|Before|Because|If|Although|Though|Since|"
    r"Where|Until)\s+"
)
_NO_SUBJECT = re.compile(r"(?:that|it|there|to|on|in|at|by|of|with|about|as|from|he|she|they|his|her)\b")
_OPEN_CLAUSE = re.compile(r"(?P<who>(?:An?|The|One|Two|Three|Some|Another|Several) [^,]{2,60}?) who\b[^,]*$")
_JOINED = re.compile(r"\b(?:and|&)\s+(?:(?:the|his|her|its|their)\s+)?(?:[A-Z][\w-]*\.?\s+){0,4}$")


def subject_after(clause: Clause) -> Source | None:
    """Return who follows the verb in `“…,” said X` and `…, says X`; nobody where the order is the usual one."""
    start, end = noun_phrase_after(clause.reading, clause.end, clause.sentence.end)
    if start >= end or start - clause.end > 1:
        return None
    if _NO_SUBJECT.match(clause.reading.masked, start, end):
        return None
    return read_phrase(clause.reading, start, end)


def read_phrase(reading: Reading, start: int, end: int) -> Source | None:
    """Read a noun phrase; a name in apposition at its end comes first ("Low's deputy, Olof Rand")."""
    apposed = _APPOSED_NAME.search(reading.masked, start, end)
    if apposed and "," in apposed.group():
        named = read_source(reading.text, apposed.start(1), end, reading.mentions, reading.entities, subject=True)
        if named and named.speaks:
            return named
    source = read_source(reading.text, start, end, reading.mentions, reading.entities, subject=True)
    return source if source and source.speaks else read_plain_speaker(reading.text, start, end)


_PAPER_LAST = re.compile(r"\b(?:filing|letter|memo|email|statement|report|note|message|submission|petition)$")
_BODY_FIRST = re.compile(r"(?:[Tt]he |[A-Z])(?:[\w’'-]+ ){0,4}?(?:" + "|".join(sorted(BODIES)) + r")\b")
_COMMAS = 8  # appositions before a verb are few; a list of hundreds of commas is none
_FINITE = re.compile(r"\b(?:had|has|have|was|were|is|are|will|would|could|did|does|do|may|might|said|told)\b")
_PAPER_THAT = re.compile(
    r"(?P<who>(?:an?|the|his|her|its|their) (?:[\w’'-]+ ){0,2}?(?:"
    + "|".join(sorted(DOCUMENT))
    + r"))\b[^,;:]{0,60} that$"
)
_ASIDE_LAST = re.compile(r"\s\([^()]{1,40}\)$")
_AFTER_SAYING = re.compile(r"(?:After|Before|By|In|While|Without|Upon|Despite) $")
_THEN_WHO = re.compile(r"(?:,|_)[”\"’']? (?P<who>he|she|they|it|(?:the |[A-Z])[\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})\b")
_FOR_SAYING = re.compile(r"\b(?:for|of) $")
_GOES_ALONG = re.compile(r"(?:,|\b(?:and|while|by|for|in|after|before|when))\s*$")
_WHEN = r"(?:(?:But|And|Meanwhile|However|Earlier|Later|In|On|At|During|After|Following)\b[^,]{0,60}, |But |And |So )?"
_PRONOUN_FIRST = re.compile(rf"{_WHEN}(?P<who>[Hh]e|[Ss]he|[Tt]hey|[Ii]t(?! (?:is|was|has been)\b))\b")
_PEOPLE_FIRST = re.compile(
    rf"{_WHEN}(?P<who>(?:(?:[Tt]he|[Aa]n?|[Ss]ome|[Ss]everal|[Tt]wo|[Tt]hree|[Mm]any|[Oo]ther|[Ss]mall|Dozens of) )?"
    r"(?:[a-z-]+ ){0,2}(?:groups(?: of [a-z]+)?|" + "|".join(sorted(ANONYMOUS | ROLES)) + r"))\b(?! (?:of|for)\b)"
)
_OBJECT_FIRST = re.compile(
    r"(?:an?|one|the) (?:(?!(?:for|of|to|in|at|from|with|near|by|on|about)\b)[a-z-]+ ){1,3}(?=(?:the|its|their) )"
)
_DASHED = re.compile(r"(?P<who>[^,–—]{2,80}?) [–—-] [^–—]{3,120} [–—-]\s*$")
_NAME_LAST = re.compile(r"(?:[\w’'-]+\s+){0,5}?[A-Z][\w’'-]+")
_APPOSED_NAME = re.compile(r", ([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})$")
_NAME_AHEAD = re.compile(r", [A-Z][\w’'-]+(?: [A-Z][\w.’'-]+)*(?=[,.”\"]|$)")


def noun_phrase_after(reading: Reading, start: int, stop: int) -> tuple[int, int]:
    """Return the noun phrase that begins at `start`: to the next comma, stop or clause word, appositions included."""
    text = reading.masked
    while start < stop and text[start] in " :\n":
        start += 1
    end = start
    while end < stop:
        match = BOUNDARY.search(text, end, stop)
        if match is None:
            end = stop
            break
        end = match.start()
        name_follows = match.group() == "," and _NAME_AHEAD.match(text, end, stop)
        if name_follows and not _names_person(reading, start, end):
            end = name_follows.end()  # "the country's president, Name Surname"
            break
        if match.group() == "and" and re.match(r"and [A-Z]", text[end:stop]) and end > start:
            end = match.end()
            continue
        break
    late = _LATER_WORDS.search(text, start + 1, end)
    paper = late is not None and late.group().startswith(" to ") and _PAPER_LAST.search(text, start, late.start())
    if late and not paper:
        end = late.start()
    while end > start and text[end - 1] in " .,;!?":
        end -= 1
    return start, end


def _names_person(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a phrase names a person who is not only the owner of what follows ("Low's deputy")."""
    return any(
        m.named and m.kind is EntityKind.PERSON and start <= m.start < end
        and not re.match(r"['’]s? \w", reading.text[m.end : end])
        for m in reading.mentions
    )  # fmt: skip


def subject_before(clause: Clause, participle: bool) -> Source | None:
    """Return who stands before the verb; who spoke before in the sentence where the verb only goes on."""
    left = CAN_SAY.sub("", GOES_ON.sub("", clause.left))
    stripped = strip_auxiliaries(left)
    if not stripped.strip(" ,"):
        return clause.earlier
    reading, offset = clause.reading, clause.sentence.start
    bare = stripped.rstrip(" ,")
    if stripped.rstrip().endswith(",") or clause.left.rstrip().endswith(","):
        apposed = _before_relative(clause, bare) or _before_apposition(clause, bare)
        if apposed:
            return apposed
    if participle and _AFTER_SAYING.match(clause.left):
        return _later_subject(clause)
    if participle:
        blamed = _blamed(clause) if _FOR_SAYING.search(clause.left) else None
        goes_along = _opening_subject(clause) if _GOES_ALONG.search(clause.left) else None
        return blamed or clause.earlier or goes_along or _first_speaker(reading, clause.sentence, clause.start)
    if re.search(r"\b(?:and|but|then|or)$", bare) and (clause.earlier or clause.quote_follows):
        return clause.earlier or _opening_subject(clause)
    open_clause = _OPEN_CLAUSE.match(bare) or _DASHED.match(stripped)
    if open_clause:
        return _antecedent(reading, offset, open_clause)
    relative = re.search(r"\b(?:that|which|who)$", bare)
    paper = _PAPER_THAT.search(bare) if relative else None
    if paper:
        place = offset + paper.start("who"), offset + paper.end("who")
        return read_source(reading.text, *place, reading.mentions, reading.entities)
    if relative:
        bare = bare[: relative.start()].rstrip(" ,")
    return _source_ending(clause, offset + len(bare)) or (clause.earlier if not bare else None)


def joint_subject(reading: Reading, sentence: Sentence, source: Source) -> Source | None:
    """Return who speaks together with a source that "and" joins: "Low and Rand said" gives Low for Rand."""
    joined = _JOINED.search(reading.masked, sentence.start, source.start)
    if joined is None or source.pronoun:
        return None
    end = sentence.start + len(reading.masked[sentence.start : joined.start()].rstrip(" ,"))
    start = sentence.start
    for match in BOUNDARY.finditer(reading.masked, sentence.start, end):
        start = match.end()
    start, end = trim(reading.text, start, end)
    if VERB.search(reading.masked, start, end) or not _NAME_LAST.fullmatch(reading.text, start, end):
        return None
    return read_source(reading.text, start, end, reading.mentions, reading.entities, subject=True)


def _before_relative(clause: Clause, bare: str) -> Source | None:
    """Return who stands before a closed relative clause: "The official, who asked not to be named, said"."""
    relative = re.match(r"(?P<who>[^,]{2,80}), (?:who|whose|which)\b[^.;]*$", bare)
    return _antecedent(clause.reading, clause.sentence.start, relative)


def _antecedent(reading: Reading, offset: int, relative: re.Match[str] | None) -> Source | None:
    if relative is None:
        return None
    return read_source(
        reading.text, offset, offset + relative.end("who"), reading.mentions, reading.entities, subject=True
    )


def _before_apposition(clause: Clause, bare: str) -> Source | None:
    """Return who stands before ", the White House press secretary,": a person if any does, else the last source."""
    found: list[Source] = []
    for comma in [*re.finditer(",", bare)][-_COMMAS:]:
        if not _APPOSITION.match(bare, comma.end()):
            continue
        source = _source_ending(clause, clause.sentence.start + comma.start())
        if source is not None and source.speaks:
            found.append(source)
    people = [source for source in found if source.person and source.kind is AttributionKind.NAMED]
    if people:
        return people[-1]
    last = _source_ending(clause, clause.sentence.start + len(bare)) if found else None
    named = last is not None and last.person and last.kind is AttributionKind.NAMED and last.entity is not None
    return last if named else (found[-1] if found else None)


def _source_ending(clause: Clause, end: int) -> Source | None:
    """Read the noun phrase that ends at `end` and begins after the last boundary or reporting verb before it."""
    reading, offset = clause.reading, clause.sentence.start
    aside = _ASIDE_LAST.search(reading.masked, offset, end)
    end = aside.start() if aside else end  # "Rand (R-Ohio), a member of the panel,"
    start = offset
    for match in BOUNDARY.finditer(reading.masked, offset, end):
        start = match.end()
    opens_clause = True
    for match in VERB.finditer(reading.masked, start, end):
        if match.group() not in NOUN_TOO and match.group() != FORMS[match.group()]:
            start, opens_clause = match.end(), False  # "Mary Low said the council had warned": the council
    start, end = trim(reading.text, start, end)
    opener = _OPENER.match(reading.text, start, end)
    start = opener.end() if opener else start
    object_first = _OBJECT_FIRST.match(reading.text, start, end)
    start = object_first.end() if object_first else start
    if start >= end:
        return None
    source = read_source(reading.text, start, end, reading.mentions, reading.entities, subject=True)
    if source is None and opens_clause:
        plain = read_plain_speaker(reading.text, start, end)
        if plain and (plainly_speech(clause) or plain.kind is AttributionKind.OUTLET):
            return plain
    return source


def _blamed(clause: Clause) -> Source | None:
    """Return who is told off in "criticised Low for saying “…”": the person named last before the preposition."""
    for mention in reversed(clause.reading.mentions_between(clause.sentence.start, clause.start)):
        if mention.kind is EntityKind.PERSON:
            place = (mention.start, mention.end)
            return read_source(clause.reading.text, *place, clause.reading.mentions, clause.reading.entities)
    return None


def _opening_subject(clause: Clause) -> Source | None:
    """Return the pronoun or the unnamed people that a sentence opens with ("They left, saying …")."""
    reading = clause.reading
    for pattern in (_PRONOUN_FIRST, _PEOPLE_FIRST):
        opens = pattern.match(reading.masked, clause.sentence.start, clause.start)
        if opens:
            return read_phrase(reading, *opens.span("who"))
    return None


def _later_subject(clause: Clause) -> Source | None:
    """Return the subject of the main clause after "After saying “…”, she left"."""
    then = _THEN_WHO.search(clause.reading.masked, clause.end, clause.sentence.end)
    return read_phrase(clause.reading, *then.span("who")) if then else None


def main_subject(clause: Clause) -> Source | None:
    """Return whom a sentence is about: the pronoun or people it opens with, else the first person or body in it."""
    return _opening_subject(clause) or _first_speaker(clause.reading, clause.sentence, clause.start)


def _first_speaker(reading: Reading, sentence: Sentence, stop: int) -> Source | None:
    for mention in reading.mentions:
        if sentence.start <= mention.start < stop and mention.kind is EntityKind.PERSON:
            return read_source(reading.text, mention.start, mention.end, reading.mentions, reading.entities)
    body = _BODY_FIRST.match(reading.masked, sentence.start, stop)
    if body is not None and not _FINITE.search(body.group()):
        return read_source(reading.text, *body.span(), reading.mentions, reading.entities)
    later = re.match(_WHEN, reading.masked[sentence.start : stop])
    start = sentence.start + (later.end() if later else 0)
    for mention in reading.mentions_between(start, min(stop, start + 30)):
        if mention.kind is EntityKind.ORGANISATION:
            return read_source(reading.text, mention.start, mention.end, reading.mentions, reading.entities)
    return None
