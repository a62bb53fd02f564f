"""Denials: yes against no."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.compare.alignment import Alignment
from nutgraf.compare.statements import Told
from nutgraf.records.annotation import AttributionKind
from nutgraf.records.comparison import Cell, Finding, FindingKind, Verdict
from nutgraf.text import stable_id

_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:e|es|ed)|disput(?:e|es|ed)|ruled? out|rules out|"
    r"dismiss(?:es|ed)|"
    r"contradict(?:s|ed)?|no truth|untrue|false|baseless|unfounded|incorrect|wrong)\b"
)
_NOT = re.compile(
    r"\b(?:did|does|do|was|were|is|are|has|have|had|will|would|could|can|should|must)(?:\s+not\b|n['’]t\b)|"
    r"\bnever\b|\bcannot\b|"
    r"\bno (?!longer|doubt|secret|matter|one\b)[a-z]+|\bnone\b|\bnobody\b|\bno one\b|\bnothing\b|\bwithout\b|"
    r"\bfailed to\b"
)
_LIKE = 0.27


def says_no(told: Told) -> bool:
    """Tell whether a statement denies or negates what it speaks of."""
    return bool(_DENIES.search(told.statement.words) or _NOT.search(told.statement.words))


def compare_denials(group: Sequence[int], alignment: Alignment) -> tuple[Finding, ...]:
    """Set a statement beside another account's that says no to the same thing.

    Both must speak of one thing, and only one of them may say no. Who says yes and who says no stands in the reason;
    which of them is right, nobody here judges.
    """
    best: tuple[float, Told, Told] | None = None
    for left in group:
        for right in group:
            yes, no = alignment.told[left], alignment.told[right]
            if yes.statement.article == no.statement.article or says_no(yes) or not says_no(no):
                continue
            likeness = alignment.likeness(left, right)
            enough = likeness >= _LIKE and _shares_deed(yes, no)
            if enough and (best is None or likeness > best[0]):
                best = (likeness, yes, no)
    return (_denial(best[1], best[2]),) if best else ()


def _shares_deed(yes: Told, no: Told) -> bool:
    """Tell whether the two share at least two words beside names: a deed, not only its people."""
    return len(yes.stems & no.stems) >= 2


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
