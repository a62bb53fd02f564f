"""Denials: yes against no."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nutgraf.compare.alignment import Alignment
from nutgraf.compare.facets import weigh
from nutgraf.compare.relations import relate
from nutgraf.compare.statements import Told
from nutgraf.compare.synonyms import same_thing
from nutgraf.models.entailer import Relation
from nutgraf.models.names import fold_name
from nutgraf.models.terms import content_stems, stem_spans
from nutgraf.records.annotation import AttributionKind
from nutgraf.records.comparison import Finding, FindingKind, Verdict
from nutgraf.text import fold, stable_id

_DENIES = re.compile(
    r"\b(?:denie[sd]|deny|denying|rejects?|rejected|rejecting|refuted?|refutes|disputed?|disputes|ruled out|rules out|"
    r"dismiss(?:es|ed)(?= (?:[\w’'-]+ ){0,3}(?:reports?|claims?|allegations?|suggestions?|talk|rumou?rs?|"
    r"findings?|accusations?|idea)\b)|"
    r"contradict(?:s|ed)|no truth|untrue|false|baseless|unfounded|"
    r"[Nn]o such|withdrew (?:his|her|its|their|the) (?:statement|claim|report|accusation))\b"
)
_NOT = re.compile(
    r"\b(?:did|does|do|was|were|is|are|has|have|had|will|would|could|can)(?:\s+not\b|n['’]t\b)|\bnever\b|\bno such\b|"
    r"\b(?:was|were|is|are|had been|received|found|saw|seen|got) no\b|\bnone\b|"
    r"\bthere (?:is|are|was|were) no\b|\bnobody\b|\bno one\b|\bnor "
    r"(?:had|has|was|were|did)\b|"
    r"^No\b"
)
_SILENT = re.compile(
    r"\bdeclined to\b|\bcould not be reached\b|\bdid not (?:respond|reply|comment|return)\b|\bwould not comment\b"
)
_NO_YES = re.compile(
    rf"{_SILENT.pattern}|{_DENIES.pattern}|{_NOT.pattern}|\b[Nn]or\b|"
    r"\b(?:requir(?:es?|ed|ing)|must|should|supposed to|rules?|law)\b"
)
_ACT_SHARED, _ACT_SHARE = 5.5, 0.4
_NOT_SHARED, _NOT_SHARE = 6.5, 0.55
_SHORT_SHARED, _SHORT_SHARE = 4.5, 0.9  # where what is said no to is one or two words
_PLAIN_SHARED, _PLAIN_SHARE = 4.5, 0.75  # an act of denial of nearly nothing but what the other says
_FAR, _CONTRARY = 0.4, 0.3  # nearness below which a bare "not" counts only where the entailer sees a contradiction
_NEAR = 0.1  # nearness of statements of which one says no to what the other says
_THAT = re.compile(r"\s+(?:that|this|it|the (?:claim|allegation|report|accusation|charge)s?)\b")
_SUCH = re.compile(r"\bany such\b")
_IF = re.compile(r"\b(?:if|unless|whether)\b[^,;]*$", re.I)
_CLAUSE_END = re.compile(r"[,;:](?=\s)|[.!?][”\"’']?(?=\s|$)|[”\"](?=\s)")
_NEGATED = re.compile(r"\s+(?:(?:been|be|being|ever|yet|any|a|an|the|all|even) )*([\w’'-]+)")
_REACH = 12  # words after a negation that it says no to


@dataclass(frozen=True, slots=True)
class No:
    """A statement that says no: to what, the first words of that, of whom, and whether by an act of denial.

    `about` are the statements before it where it says no to those.
    """

    told: Told
    scope: frozenset[str]
    first: frozenset[str]
    who: frozenset[str]
    act: bool
    of: frozenset[str] = frozenset()
    about: tuple[Told, ...] = ()


def find_no(told: Told, text: str, before: Sequence[Told] = ()) -> No | None:
    """Return what a statement says no to, `None` where it says no to nothing.

    "The ministry denied that." and "… denied any such plan" say no to what stands `before` them: the statements of the
    sentence before, or of their own.

    An act of denial ("denied that …") says no to all of its content; a negation to the dozen words behind it.
    """
    start, end = told.statement.span.start, told.statement.span.end
    if _SILENT.search(text, start, end):
        return None
    act = _DENIES.search(text, start, end)
    if act:
        scope = _scope(text, act.end(), end)
        points_back = (not scope and _THAT.match(text, act.end())) or _SUCH.search(text, act.start(), end)
        if before and points_back:
            said = before[0].statement.attribution
            begins = before[0].statement.span.start if said.kind is AttributionKind.OWN else said.content_start
            scope = _scope(text, begins, before[-1].statement.span.end)
        about = tuple(before) if points_back else ()
        return No(told, frozenset(scope), frozenset(scope[:3]), frozenset(), True, about=about)
    negation = _NOT.search(told.statement.words)
    if negation is None or _IF.search(told.statement.words, 0, negation.start()):
        return None
    verb = _NEGATED.match(told.statement.words, negation.end())
    if verb is not None and not content_stems(verb.group(1)) and negation.group() != "never":
        return None  # "had not seen the letter" denies the seeing, which no other statement can be matched by
    at = start + negation.start()
    subject = [same_thing(stem) for _, _, stem in stem_spans(text, max(start, at - 50), at)][-3:]
    scope = _scope(text, at, end)
    who = frozenset(key for key in told.entities if key.startswith("person:") and _named(key, text[start:at]))
    return No(told, frozenset(scope) | frozenset(subject), frozenset(scope[:2]), who, False, frozenset(scope[1:4]))


def _named(key: str, words: str) -> bool:
    """Tell whether some words name a person by surname."""
    return fold_name(key.rsplit(" ", 1)[-1].split(":")[-1]) in {fold_name(word) for word in words.split()}


def _scope(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return what is said no to: the stems up to the end of the clause, a dozen at most."""
    stop = _CLAUSE_END.search(text, start, end)
    stems = stem_spans(text, start, stop.start() if stop else end)[:_REACH]
    return tuple(same_thing(stem) for _, _, stem in stems if not _DENIES.match(stem))


def compare_denials(alignment: Alignment, texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Set a statement beside another account's that says no to the same thing.

    Both must speak of one thing, and only one of them may say no. Who says yes and who says no stands in the reason;
    which of them is right, nobody here judges. Each statement that says no is set beside the one it contradicts most
    plainly.
    """
    told = alignment.told
    noes: list[No] = []
    before: list[Told] = []
    for one in told:
        if before and before[-1].statement.article != one.statement.article:
            before = []
        no = find_no(one, texts[one.statement.article], before)
        noes += [no] if no is not None else []
        before = [*(other for other in before if other.sentence is one.sentence), one]
    silent = {no.told.statement.id for no in noes}
    best: dict[str, tuple[float, Told, No]] = {}
    for no in noes:
        for yes, near in _near(alignment, no):
            if yes.statement.id in silent or _NO_YES.search(yes.statement.words):
                continue
            score = _contradicts(yes, no)
            if score and not no.act and near < _FAR and _contrary(yes, no) < _CONTRARY:
                continue
            known = best.get(yes.statement.id)
            if score and (known is None or (score, no.told.statement.id) > (known[0], known[2].told.statement.id)):
                best[yes.statement.id] = (score, yes, no)
    strongest: dict[str, tuple[float, Told, No]] = {}
    for score, yes, no in best.values():
        known = strongest.get(no.told.statement.id)
        if known is None or (score, yes.statement.id) > (known[0], known[1].statement.id):
            strongest[no.told.statement.id] = (score, yes, no)
    printed = {
        (fold(yes.statement.words), fold(no.told.statement.words)): (yes, no)
        for _, (_, yes, no) in sorted(strongest.items(), reverse=True)
    }
    return tuple(_denial(yes, no.told) for _, (yes, no) in sorted(printed.items()))


def _near(alignment: Alignment, no: No) -> Iterator[tuple[Told, float]]:
    """Yield the statements of other articles that speak of what a statement says no to, with how surely they do."""
    at = alignment.places[no.told.statement.id]
    found: dict[int, float] = {}
    for index in (at, *(alignment.places[one.statement.id] for one in no.about)):
        for other, near in alignment.beside(index):
            if near >= _NEAR:
                found[other] = max(near, found.get(other, 0.0))
    yield from ((alignment.told[other], near) for other, near in sorted(found.items()))


def _contrary(yes: Told, no: No) -> float:
    """Return how likely the entailer holds it that two statements contradict each other."""
    (likely,) = relate([(yes.statement.words, no.told.statement.words)])
    return likely[Relation.CONTRADICTS]


def _contradicts(yes: Told, no: No) -> float:
    """Return how plainly one statement says no to another, 0 for not at all."""
    if yes.statement.article == no.told.statement.article:
        return 0.0
    shared = no.scope & yes.words
    short = len(no.scope) <= 2
    if len(shared) < 2 - short or not no.first & shared or _one_source(yes, no.told):
        return 0.0
    weight, smaller = weigh(shared), min(weigh(no.scope), weigh(yes.words))
    need, share = (_ACT_SHARED, _ACT_SHARE) if no.act else (_NOT_SHARED, _NOT_SHARE)
    if (no.of and not no.of & yes.words) or (no.who and not no.who & yes.entities):
        return 0.0
    if short:
        need, share = _SHORT_SHARED, _SHORT_SHARE
    plain = no.act and weight >= _PLAIN_SHARED and weight >= _PLAIN_SHARE * weigh(no.scope)
    if plain:
        need, share = _PLAIN_SHARED, 0.0
    if not smaller or weight < need or weight / smaller < share:
        return 0.0
    return round(weight / smaller + weight / 100, 9)


def _one_source(yes: Told, no: Told) -> bool:
    """Tell whether both rest on one source, which does not contradict itself."""
    left, right = yes.statement.attribution, no.statement.attribution
    if AttributionKind.OWN in {left.kind, right.kind}:
        return False
    if left.entity and left.entity == right.entity:
        return True
    shared = set(content_stems(left.source)) & set(content_stems(right.source))
    return left.kind is right.kind and len(shared) >= 2


def _denial(yes: Told, no: Told) -> Finding:
    cells = (yes.cell("yes"), no.cell("no"))
    reason = f"{_voice(yes)} says so in {yes.statement.outlet}; {_voice(no)} says no in {no.statement.outlet}."
    identity = stable_id("denial", cells[0].statement, cells[1].statement)
    return Finding(identity, FindingKind.DENIAL, Verdict.DIFFER, reason, cells)


def _voice(told: Told) -> str:
    attribution = told.statement.attribution
    return "the outlet's own voice" if attribution.kind is AttributionKind.OWN else attribution.source
