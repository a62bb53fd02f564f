"""Denials: yes against no."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nutgraf.compare.facets import weigh
from nutgraf.compare.statements import Told
from nutgraf.compare.synonyms import same_thing
from nutgraf.models.terms import stem_spans
from nutgraf.records.annotation import AttributionKind
from nutgraf.records.comparison import Cell, Finding, FindingKind, Verdict
from nutgraf.text import stable_id

_DENIES = re.compile(
    r"\b(?:denie[sd]|deny|denying|rejects?|rejected|rejecting|refuted?|refutes|disputed?|disputes|ruled out|rules out|"
    r"dismiss(?:es|ed)|contradict(?:s|ed)|no truth|untrue|false|baseless|unfounded)\b"
)
_NOT = re.compile(
    r"\b(?:did|does|do|was|were|is|are|has|have|had|will|would)(?:\s+not\b|n['’]t\b)|\bnever\b|\bno such\b|"
    r"\b(?:was|were|is|are|had been|received|found|saw|seen|got) no\b|\bnone of\b|\bnobody\b|\bno one\b|\bnor "
    r"(?:had|has|was|were|did)\b|"
    r"^No\b"
)
_SILENT = re.compile(
    r"\bdeclined to\b|\bcould not be reached\b|\bdid not (?:respond|reply|comment|return)\b|\bwould not comment\b"
)
_ACT_SHARED, _ACT_SHARE = 6.0, 0.3
_NOT_SHARED, _NOT_SHARE = 9.0, 0.5
_REACH = 12  # words after a negation that it says no to


@dataclass(frozen=True, slots=True)
class No:
    """A statement that says no: what it says no to, and whether by an act of denial or a negated sentence."""

    told: Told
    scope: frozenset[str]
    act: bool


def find_no(told: Told, text: str) -> No | None:
    """Return what a statement says no to, `None` where it says no to nothing.

    An act of denial ("denied that …") says no to all of its content; a negation to the dozen words behind it.
    """
    start, end = told.statement.span.start, told.statement.span.end
    if _SILENT.search(text, start, end):
        return None
    act = _DENIES.search(text, start, end)
    if act:
        return No(told, _stems(text, start, end) | told.entities, True)
    negation = _NOT.search(told.statement.words)
    if negation is None:
        return None
    after = stem_spans(text, start + negation.start(), end)[:_REACH]
    before = stem_spans(text, max(start, start + negation.start() - 40), start + negation.start())
    scope = frozenset(same_thing(stem) for _, _, stem in [*before[-3:], *after])
    return No(told, scope, False)


def _stems(text: str, start: int, end: int) -> frozenset[str]:
    return frozenset(same_thing(stem) for _, _, stem in stem_spans(text, start, end) if not _DENIES.match(stem))


def compare_denials(told: Sequence[Told], texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Set a statement beside another account's that says no to the same thing.

    Both must speak of one thing, and only one of them may say no. Who says yes and who says no stands in the reason;
    which of them is right, nobody here judges. Each statement that says no is set beside the one it contradicts most
    plainly.
    """
    noes = [no for one in told if (no := find_no(one, texts[one.statement.article])) is not None]
    silent = {no.told.statement.id for no in noes}
    yeses = [one for one in told if one.statement.id not in silent and not _SILENT.search(one.statement.words)]
    best: dict[str, tuple[float, Told, No]] = {}
    for no in noes:
        for yes in yeses:
            score = _contradicts(yes, no)
            known = best.get(yes.statement.id)
            if score and (known is None or (score, no.told.statement.id) > (known[0], known[2].told.statement.id)):
                best[yes.statement.id] = (score, yes, no)
    strongest: dict[str, tuple[float, Told, No]] = {}
    for score, yes, no in best.values():
        known = strongest.get(no.told.statement.id)
        if known is None or (score, yes.statement.id) > (known[0], known[1].statement.id):
            strongest[no.told.statement.id] = (score, yes, no)
    return tuple(_denial(yes, no.told) for _, (_, yes, no) in sorted(strongest.items()))


def _contradicts(yes: Told, no: No) -> float:
    """Return how plainly one statement says no to another, 0 for not at all."""
    if yes.statement.article == no.told.statement.article:
        return 0.0
    mine = no.scope if no.act else no.scope | {f for f in no.told.entities if f.startswith("person:")}
    shared = mine & yes.features
    deeds = [feature for feature in shared if ":" not in feature]
    weight, smaller = weigh(shared), min(weigh(mine), weigh(yes.features))
    need, share = (_ACT_SHARED, _ACT_SHARE) if no.act else (_NOT_SHARED, _NOT_SHARE)
    if len(deeds) < 2 or not smaller or weight < need or weight / smaller < share:
        return 0.0
    return round(weight / smaller + weight / 100, 9)


def _denial(yes: Told, no: Told) -> Finding:
    cells = (_cell(yes, "yes"), _cell(no, "no"))
    reason = f"{_voice(yes)} says so in {yes.statement.outlet}; {_voice(no)} says no in {no.statement.outlet}."
    identity = stable_id("denial", cells[0].statement, cells[1].statement)
    return Finding(identity, FindingKind.DENIAL, Verdict.DIFFER, reason, cells)


def _voice(told: Told) -> str:
    attribution = told.statement.attribution
    return "the outlet's own voice" if attribution.kind is AttributionKind.OWN else attribution.source


def _cell(told: Told, value: str) -> Cell:
    statement = told.statement
    return Cell(statement.id, statement.article, statement.outlet, statement.span, statement.words, value)
