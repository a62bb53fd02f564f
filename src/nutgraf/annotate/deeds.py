"""Whether a reporting verb reports words here, or is a noun, a wish, a feeling or a deed."""

from __future__ import annotations

import re

from nutgraf.annotate.clauses import Clause, strip_auxiliaries
from nutgraf.annotate.contents import has_ended
from nutgraf.annotate.cues import (
    ANONYMOUS,
    DOCUMENT,
    FOR_DOCUMENTS,
    NEEDS_OBJECT,
    NEEDS_QUOTE,
    NEEDS_THAT,
    NOUN_TOO,
    WEAK,
)
from nutgraf.annotate.sources import Source
from nutgraf.records.annotation import AttributionKind, EntityKind

CAN_SAY = re.compile(r"\b(?:would|will|could|can|did|does|do|used to)(?: not|n['’]t)?(?: only)?\s*$")
GOES_ON = re.compile(r"\b(?:continu(?:e|es|ed|ing)|went on|going on|began|begun) to\s*$")

_DETERMINER = re.compile(
    r"\b(?:a|an|the|his|her|their|its|this|that|no|any|of|my|our|your|to|in|for|on|with|by|two|three|four|several|"
    r"many|these|those)\s+$",
    re.I,
)
_PLURAL_SUBJECT = re.compile(
    r"(?:s|[Tt]hey|[Ww]e|I|[Yy]ou|[Pp]eople|[Mm]en|[Ww]omen|[Pp]olice|[Ss]ome|[Mm]any|[Oo]thers|all|[Bb]oth|media|data|footage|"
    r"research)\s*$"
)
_BOTH = re.compile(r"[A-Z][\w’'-]+ and (?:[A-Z][\w’'-]+ ){1,3}$")
_MANY = re.compile(r"\b[A-Za-z]+s (?:like|such as) [A-Z]")
_PLURAL_OF = re.compile(
    r"(?:^|[,;”\"’']\s*)(?:But |And )?(?:(?:[Tt]he|[Ss]ome|[Mm]any|[Tt]wo|[Tt]hree|[Ss]everal|[Mm]ost) )?"
    r"(?:[\w-]+ ){0,3}?"
    r"(?:[A-Za-z]{3,}s|[Pp]eople|[Mm]en|[Ww]omen) (?:obtained|seen|released|"
    r"published|compiled|reviewed|collected|issued|leaked|provided|shared|"
    r"posted|written|signed|sent|led|at|in|from|of|with|who|close|familiar|briefed|for|on|inside|by|near|there|here)\b[^,;]*$"
)
_WOULD_SAY = re.compile(r"\b(?:would|did|do|does)(?: not|n['’]t| only)?\s*$")
_PLURAL_APPOSED = re.compile(r"[a-z]s, [^,]{3,120}, ?$")
_USED_TO = re.compile(r"\bused to\s*$")
_PUTS_AT = re.compile(r"\s+[^.;,]{2,70}? at (?:[a-z]+ ){0,3}[$€£]?\d")
_MODAL = re.compile(r"\b(?:will|would|may|might|could|should|did|does|do|must|can)(?:\s+not)?\s*$")
_CONDITION = re.compile(r"\b(?:if|unless|whether|should)\b[^,;]*$")
_ASKED_ABOUT = re.compile(r"\s+(?:about|if|whether|why|how|what|when|by|for|to)\b")
_WROTE_TO = re.compile(r"\s+(?:to|for|off|down|an?|the|his|her|their|its|back|\w+s)\b")
_QUOTED_LATER = re.compile(r"[^;]{0,140}?[“\"‘]_")
_MARKS_BEFORE = re.compile(r"_[,.?!]?[”\"’'][^_,;]{0,60}$")
_BY_SAYING = re.compile(r"\b(?:by|for|after|before|while|when|in) $")
_WAS = re.compile(
    r"\b(?:is|are|was|were|be|been|being|get|gets|got)(?: \w+ly| also| first| later| not| once| long)?\s*$"
)
_PASSIVE_WITH = {
    "accuse": "of", "blame": "for", "charge": "with", "criticise": "for|over", "criticize": "for|over",
    "condemn": "for|to", "praise": "for", "describe": "as", "label": "as", "dismiss": "as", "hail": "as",
    "tout": "as", "brand": "as", "recognise": "as|for", "recognize": "as|for", "celebrate": "as|for",
    "present": "to|with|as", "offer": "to|by",
}  # fmt: skip
_OBJECT_BEFORE = re.compile(r"\b(?:what|which|that|whom|who|whose)\b[^,;]*$")
_DEED_AFTER = {
    "say": re.compile(r"\s+(?:much|nothing|anything|little|goodbye|hello|thanks)\b"),
    "ask": re.compile(r"\s+(?:for|not to)\b"),
    "hope": re.compile(r"\s+(?:to|for)\b"),
    "report": re.compile(
        r"\s+(?:an?|its|their|his|her|\d|record|net|higher|lower|strong|weak|sales|profits?|loss(?:es)?|revenue|earnings|"
        r"quarterly|annual|first|second|third|fourth|no)\b(?![^,.;]*\bthat\b)"
    ),
}
"""What after a verb of words shows that nothing is reported: "said nothing", "asked for help", "reported a profit"."""

_PAPERS_DO = frozenset("show find reveal detail outline estimate record".split())
_NOUN_PARTICIPLES = frozenset("reporting posting writing presenting finding talking showing speaking reading".split())
_SAYS_SO = re.compile(r"[^,.;]{0,40}?(?:\bthat\b|\bto [a-z]+ing\b|[“\"‘_]|:\s*$)")


def base_fits(left: str) -> bool:
    """Tell whether a bare verb form has a plural subject, or a verb before it that carries the tense."""
    if _BOTH.search(left):
        return True
    bare = strip_auxiliaries(left) + " "
    return any(
        pattern.search(left)
        for pattern in (_PLURAL_SUBJECT, _MANY, _PLURAL_OF, GOES_ON, _WOULD_SAY, _USED_TO, _PLURAL_APPOSED)
    ) or bool(left.strip() and bare != left.rstrip() + " " and _PLURAL_SUBJECT.search(bare))


def plainly_speech(clause: Clause) -> bool:
    """Tell whether any noun before the verb must be speaking: a verb of words only, with words said beside it."""
    if clause.lemma in WEAK | NEEDS_OBJECT | NEEDS_THAT | FOR_DOCUMENTS:
        return False
    if clause.lemma in {"say", "tell"}:
        return True
    return clause.has_complement or clause.quoted_before


def is_deed(clause: Clause) -> bool:
    """Tell whether the form is a noun, a wish or a deed here rather than a report of words."""
    masked, left, form = clause.reading.masked, clause.left, clause.form
    if clause.lemma in NEEDS_QUOTE and not (_QUOTED_LATER.match(clause.right) or _MARKS_BEFORE.search(left)):
        return True
    if form.endswith("ing") and clause.quote_follows and _BY_SAYING.search(left):
        return False
    if re.search(r"\bused to\s*$", left):
        return not clause.quote_follows
    if clause.lemma in {"say", "comment"} and re.search(r"\bwould(?: not| only)?\s*$", left):
        return False
    if _MODAL.search(strip_auxiliaries(left)) or _CONDITION.search(left):
        return not clause.quote_follows
    if _DETERMINER.search(left) and (not form.endswith("ing") or re.search(r"\b(?:in|of|for|by|without)\s+$", left)):
        return True
    if masked[clause.start - 1 : clause.start] == "-" or masked[clause.end : clause.end + 1] == "-":
        return True
    if _told_elsewhere(clause):
        return True
    return form in NOUN_TOO and not _subject_adjoins(clause)


def is_passive(clause: Clause) -> bool:
    """Tell whether something is done to the subject, so that it is not the subject who speaks ("was told that")."""
    if clause.participle or clause.form.endswith("s") or clause.form == clause.lemma:
        return False
    if _WAS.search(clause.left):
        return True
    if re.search(r"\b(?:has|have|had)(?: \w+ly)?\s*$", clause.left):
        return False
    with_ = _PASSIVE_WITH.get(clause.lemma)
    follows = with_ is not None and re.match(rf"\s+(?:{with_})\b", clause.right) is not None
    return follows and not _OBJECT_BEFORE.search(clause.left)


def _told_elsewhere(clause: Clause) -> bool:
    """Tell whether a verb that needs "that", or a question or letter without its words, reports nothing here."""
    deed = _DEED_AFTER.get(clause.lemma)
    if deed is not None and deed.match(clause.right) and not clause.quote_follows:
        return True
    if clause.lemma == "point" and not (clause.has_complement or re.match(r"\s+out\b", clause.right)):
        return not _paper_before(clause)
    if clause.lemma == "ask" and re.search(r"(?:,|^|\bwhen|\bif|\bwas|\bwere|\bbeen)\s*$", clause.left, re.I):
        return _ASKED_ABOUT.match(clause.right) is not None
    if clause.form in _NOUN_PARTICIPLES and not (clause.quote_follows or clause.left.rstrip().endswith(",")):
        return True
    return not (clause.quoted_before or clause.has_complement) and _without_words(clause)


def _without_words(clause: Clause) -> bool:
    """Tell whether a verb without "that" and without quoted words is a deed."""
    if clause.lemma == "write":
        return _WROTE_TO.match(clause.right) is not None and not shows_at_end(clause)
    figures = clause.lemma == "estimate" and _PUTS_AT.match(clause.right)
    if figures or shows_at_end(clause) or (clause.lemma in _PAPERS_DO and _paper_before(clause)):
        return False
    return clause.lemma in NEEDS_THAT


def _paper_before(clause: Clause) -> bool:
    """Tell whether a document is the last word before the verb ("ministry figures show 40 cases")."""
    left = strip_auxiliaries(clause.left).rstrip(" ,").rsplit(" ", 1)[-1].lower()
    return left in DOCUMENT


def _subject_adjoins(clause: Clause) -> bool:
    """Tell whether a name, a pronoun or a body ends right before the form, without a possessive."""
    bare = strip_auxiliaries(clause.left).rstrip(" ,")
    end = clause.sentence.start + len(bare)
    if any(mention.end == end and mention.kind is not EntityKind.GROUP for mention in clause.reading.mentions):
        return True
    last = bare.rsplit(" ", 1)[-1]
    if last[:1].isupper() and (clause.has_complement or clause.quote_follows) and not last.endswith(("'s", "’s")):
        return True
    last = last.lower()
    return last in {"he", "she", "it", "they", "who", "which"} or last in ANONYMOUS or last in DOCUMENT


def only_felt(clause: Clause, source: Source) -> bool:
    """Tell whether a weak verb reports a feeling or a deed of its subject rather than its words."""
    if clause.lemma in FOR_DOCUMENTS and _PUTS_AT.match(clause.right):
        return False  # "the operator puts the damage at 340 million"
    if clause.lemma in FOR_DOCUMENTS:
        return source.kind is not AttributionKind.DOCUMENT
    if source.name.lower() == "they" and clause.lemma in WEAK:
        return not (clause.has_complement or clause.quote_follows)  # "They fear the river"
    if clause.lemma == "show":
        return source.kind is not AttributionKind.DOCUMENT  # "Low had shown “no remorse”"
    if clause.lemma in {"express", "voice"}:
        return not _SAYS_SO.match(clause.right)
    if clause.quote_follows:
        return False
    return clause.lemma in WEAK and bool(re.search(r"\bwhich\s+(?:the\s+)?\S+\s*$", clause.left))


def shows_at_end(clause: Clause) -> bool:
    """Tell whether "…, data showed" ends its sentence, so that what the paper shows stands before."""
    if clause.lemma not in {"show", "find", "suggest", "reveal"} or not re.search(r"[,”\"] [^,]{4,70}$", clause.left):
        return False
    return has_ended(clause, clause.end) or re.match(r"\s*(?:on \w+day|\w+day)?[.,]?$", clause.right) is not None
