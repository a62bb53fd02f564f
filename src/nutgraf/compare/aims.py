"""Aims: what each account says that one side wants, plans or expects."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nutgraf.compare.order import Order
from nutgraf.compare.statements import Told
from nutgraf.records.annotation import Account, EntityKind
from nutgraf.records.comparison import Finding, FindingKind, Verdict
from nutgraf.text import stable_id

_WANTS = re.compile(
    r"\b(?:wants?|wanted|aims?|aimed|seeks?|sought|hopes?|hoped|desires?|goals?|objectives?|priorit(?:y|ies)|intends?|"
    r"intended|looking to|keen to|eager to|determined to|wish(?:es|ed)?)\b"
)
_PASSIVE = re.compile(r"aimed at\b")
_CHANGED = re.compile(
    r"\b(?:rather than|instead of|no longer|chang(?:e|ed|ing) (?:his|her|its|their|the) (?:stance|mind|position|"
    r"plans?|course)|"
    r"revers(?:ed|ing)|abandon(?:ed|s|ing)|backed away|dropp(?:ed|ing)|scrapp(?:ed|ing)|revis(?:ed|ing)|"
    r"shift(?:ed|ing)|"
    r"u-turn|now says|withdr(?:ew|awn)|corrected)\b"
)


@dataclass(frozen=True, slots=True)
class Aim:
    """A statement that says what somebody wants: who, and whether it says that the aim changed."""

    told: Told
    who: str
    name: str
    changed: bool


def find_aims(account: Account, told: Sequence[Told], standing: Mapping[str, str]) -> Iterator[Aim]:
    """Yield the statements of an account that say what a person or body wants."""
    names = {entity.key: entity.name for entity in account.annotation.entities}
    for one in told:
        start, end = one.statement.span.start, one.statement.span.end
        for match in _WANTS.finditer(account.article.text, start, end):
            owners = [
                mention
                for mention in account.annotation.mentions
                if start <= mention.start and mention.end <= match.start()
            ]
            near = owners and match.start() - owners[-1].end < 60 and owners[-1].kind is EntityKind.PERSON
            if near and not _PASSIVE.match(account.article.text, match.start()):
                key = standing.get(owners[-1].entity, owners[-1].entity)
                name = names.get(owners[-1].entity, account.article.text[owners[-1].start : owners[-1].end])
                yield Aim(one, key, name, bool(_CHANGED.search(account.article.text, start, end)))
                break


def compare_aims(aims: Sequence[Aim], order: Order) -> tuple[Finding, ...]:
    """Lay side by side what the accounts say that one side wants.

    A later account that says the aim changed is an update of the earlier ones. Otherwise the words stand side by side
    and whether they disagree is left to the reader, because two aims may both be true.
    """
    by_side: dict[str, list[Aim]] = defaultdict(list)
    for aim in aims:
        by_side[aim.who].append(aim)
    found = (_judge(group, order) for _, group in sorted(by_side.items()))
    return tuple(finding for finding in found if finding is not None)


def _judge(group: Sequence[Aim], order: Order) -> Finding | None:
    best: dict[str, Aim] = {}
    for aim in group:
        article = aim.told.statement.article
        if article not in best or (aim.changed and not best[article].changed):
            best[article] = aim
    if len(best) < 2:
        return None
    ordered = sorted(best.values(), key=lambda aim: order.key(aim.told.statement.article))
    cells = tuple(aim.told.cell(aim.name) for aim in ordered)
    name = max(sorted(aim.name for aim in ordered), key=len)
    identity = stable_id("aims", *(cell.statement for cell in cells))
    newer = [aim for aim in ordered if aim.changed and _after_some(aim, ordered, order)]
    if newer:
        reason = f"{newer[0].told.statement.outlet}, published later, says that what {name} wants has changed."
        return Finding(identity, FindingKind.CONTENT, Verdict.UPDATE, reason, cells)
    reason = (
        f"What {name} wants, as each account puts it; whether these are several aims or one is for the reader to judge."
    )
    return Finding(identity, FindingKind.CONTENT, Verdict.UNSURE, reason, cells)


def _after_some(aim: Aim, others: Sequence[Aim], order: Order) -> bool:
    return any(order.after(aim.told.statement.article, other.told.statement.article) for other in others)
