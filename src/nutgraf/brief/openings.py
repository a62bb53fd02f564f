"""Openings and loose ends: the nut graf, and what the accounts themselves say is not known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nutgraf.brief.lines import clearest_statement, count_origins, line_of_statement
from nutgraf.brief.salience import shared_weights, tell_weight
from nutgraf.records.annotation import Account
from nutgraf.records.brief import Line
from nutgraf.records.comparison import Comparison, Point, Statement

_UNKNOWN = re.compile(
    r"\b(?:unclear|not (?:yet )?(?:clear|known|been (?:announced|determined|disclosed|confirmed|established|"
    r"identified))|unknown|"
    r"remains? to be seen|no (?:word|details|indication|explanation) (?:on|of|about|was|were|yet|for)|"
    r"(?:has|have|had|did|does|would|could) ?(?:not|n['’]t) (?:say|said|yet (?:said|given|named|commented)|give|"
    r"comment|immediately|"
    r"explain|disclose|name|specif(?:y|ied)|publicly committed|responded|respond)|declined to (?:say|comment|"
    r"give|name)|"
    r"could not be (?:reached|verified|independently)|whether .{3,80} (?:will depend|is (?:open|uncertain)|remains))\b"
)
_LONGEST = 400
_MOST = 8


def opening_statements(accounts: Sequence[Account], comparison: Comparison) -> list[Statement]:
    """Return the first statement of each account, the one of the heaviest point first."""
    first: dict[str, tuple[int, float, Statement]] = {}
    for point in comparison.points:
        for statement in point.statements:
            entry = (statement.span.start, -point.weight, statement)
            if statement.article not in first or entry[0] < first[statement.article][0]:
                first[statement.article] = entry
    ranked = sorted(first.values(), key=lambda entry: (entry[1], entry[0], entry[2].id))
    return [statement for _, _, statement in ranked]


def choose_nut_graf(accounts: Sequence[Account], comparison: Comparison) -> Line | None:
    """Choose the paragraph that says what the story is: the statement near the top of a text that tells most of it.

    What counts is how much of what all accounts open with it tells for its length, how near the top of its text it
    stands, and how many origins say it. One of more than 400 characters, or a fragment, stands back.
    """
    shared = shared_weights(accounts)
    ranked: list[tuple[float, str, Statement, Point]] = []
    for point in comparison.points:
        for statement in point.statements:
            lead = 1.0 / (1.0 + statement.span.start / 600)
            fit = 1.0 if 60 <= len(statement.words) <= _LONGEST and statement.words[:1].isupper() else 0.5
            voices = 1.0 + 0.15 * (len(point.origins) - 1)
            score = tell_weight(statement.words, shared) * lead * fit * voices
            ranked.append((round(-score, 9), statement.id, statement, point))
    if not ranked:
        return None
    _, _, statement, point = min(ranked, key=lambda entry: entry[:2])
    return line_of_statement(statement, point.statements, count_origins(point))


def _sentence_line(account: Account, line: Line) -> Line:
    """Widen a line to the whole sentence of its words."""
    first = line.evidence[0]
    for sentence in account.annotation.sentences:
        if sentence.start <= first.start and first.end <= sentence.end:
            span = replace(first, start=sentence.start, end=sentence.end)
            return replace(line, words=account.article.words(span), evidence=(span, *line.evidence[1:]))
    return line


def find_unknown(accounts: Sequence[Account], comparison: Comparison) -> tuple[Line, ...]:
    """Return the sentences in which the accounts themselves say that something is not known."""
    by_id = {account.article.id: account for account in accounts}
    found: list[Line] = []
    for point in comparison.points:
        clear = clearest_statement(point)
        telling = [statement for statement in point.statements if _UNKNOWN.search(statement.words)]
        if telling:
            chosen = clear if clear in telling else telling[0]
            found.append(_sentence_line(by_id[chosen.article], line_of_statement(chosen, telling)))
    return tuple(found[:_MOST])
