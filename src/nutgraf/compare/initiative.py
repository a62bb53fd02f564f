"""Initiative: at whose request, invitation or order a thing was done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.compare.statements import Scene, Told
from nutgraf.compare.synonyms import same_thing
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import Account, EntityKind, Mention
from nutgraf.records.article import Span
from nutgraf.records.comparison import Cell, Finding, FindingKind, Verdict
from nutgraf.text import stable_id

_NOUN = r"(?:request|invitation|initiative|behest|urging|insistence|proposal|suggestion)"
_AT_OF = re.compile(rf"\b(?:at|on|following|after|upon) (?:the |an? )?{_NOUN} (?:of|from|by) (?:the )?")
_AT_OWN = re.compile(rf"\b(?:at|on|following|after|upon) (?=[^.;]{{2,40}}['’]s? (?:own )?{_NOUN})")
_ASKED = re.compile(
    r"\b(?:requested|sought|proposed|asked for|secured|called for|initiated|convened|demanded|asked to (?:see|"
    r"meet|talk|speak))\b (?:the|a|an|"
    r"this|talks|not only)?"
)
_INVITED = re.compile(r"\binvited\b|\bthe invitation (?:to|from)\b|\binvited by (?:the )?")
_SOUGHT_BY = re.compile(r"\b(?:sought|requested|proposed|convened|initiated|asked for|called|demanded) by (?:the )?")
_CLEFT = re.compile(
    r"\bit was (?:the )?(?=[^.,;]{2,40} (?:who|that|which) (?:wanted|asked|called|sought|requested|proposed))"
)
_EVENT = frozenset(
    same_thing(stem)
    for stem in content_stems("meeting summit talks visit call conference session inquiry vote deployment operation")
)


_BEHIND = (_AT_OF, _AT_OWN, _SOUGHT_BY, _CLEFT)


@dataclass(frozen=True, slots=True)
class Asked:
    """One account's words for who asked: the standing key of who did, and the thing asked for."""

    told: Told
    start: int
    end: int
    key: str
    name: str
    thing: frozenset[str]


def find_initiative(account: Account, told: Sequence[Told], scene: Scene) -> Iterator[Asked]:
    """Yield the places where an account says at whose request or invitation something happens."""
    for one in told:
        start, end = one.statement.span.start, one.statement.span.end
        text = account.article.text
        people = [
            m
            for m in account.annotation.mentions
            if start <= m.start and m.end <= end and m.kind is not EntityKind.GROUP
        ]
        for match in [found for pattern in _BEHIND for found in pattern.finditer(text, start, end)]:
            who = next((m for m in people if match.end() <= m.start <= match.end() + 40), None)
            yield from _asked(account, one, scene, who, (match.start(), who.end if who else match.end()))
        for match in _ASKED.finditer(text, start, end):
            if not _event_near(text, match.end(), end) and not match.group().startswith("asked to"):
                continue
            before = [m for m in people if m.end <= match.start() and match.start() - m.end < 40]
            who = before[-1] if before else None
            yield from _asked(account, one, scene, who, (who.start if who else match.start(), match.end()))
        for match in _INVITED.finditer(text, start, end):
            yield from _invitation(account, one, scene, match, people)


def _invitation(
    account: Account, told: Told, scene: Scene, match: re.Match[str], people: Sequence[Mention]
) -> Iterator[Asked]:
    """Read "X invited Y", "invited by X", "the invitation from X", "the invitation to meet X" (X is the host)."""
    after = next((m for m in people if match.end() <= m.start <= match.end() + 30), None)
    before = [m for m in people if m.end <= match.start() and match.start() - m.end < 25]
    words = match.group()
    host = after if words != "invited" else (before[-1] if before else None)
    if words.strip() == "invited" and re.match(r" by ", account.article.text[match.end() :]):
        host = next((m for m in people if match.end() <= m.start <= match.end() + 40), None)
    passive = re.search(r"\b(?:was|were|is|are|been|not)\s+(?:not\s+)?$", account.article.text[: match.start()])
    if words.strip() == "invited" and passive and host in before:
        return
    last = max(match.end(), host.end if host else 0)
    yield from _asked(account, told, scene, host, (match.start(), last))


def _event_near(text: str, start: int, end: int) -> bool:
    return bool({same_thing(stem) for stem in content_stems(text[start : min(end, start + 40)])} & _EVENT)


def _asked(account: Account, told: Told, scene: Scene, who: Mention | None, place: tuple[int, int]) -> Iterator[Asked]:
    if who is None:
        return
    names = {entity.key: entity.name for entity in account.annotation.entities}
    key = scene.standing.get(who.entity, who.entity)
    name = names.get(who.entity, account.article.text[who.start : who.end])
    yield Asked(told, min(place[0], who.start), max(place[1], who.end), key, name, told.stems & _EVENT)


def compare_initiative(asked: Sequence[Asked], texts: dict[str, str]) -> tuple[Finding, ...]:
    """Compare at whose request, invitation or initiative the same thing is said to happen."""
    ordered = sorted(asked, key=lambda one: (one.told.statement.article, one.start, one.key))
    articles = {one.told.statement.article for one in ordered}
    keys = {one.key for one in ordered}
    things = [one for one in ordered if one.thing]
    if len(articles) < 2 or len({one.told.statement.article for one in things}) < 2:
        return ()
    cells = tuple(_cell(one, texts) for one in ordered)
    identity = stable_id("initiative", *(f"{cell.article}:{cell.span.start}" for cell in cells))
    if len(keys) == 1:
        return (Finding(identity, FindingKind.INITIATIVE, Verdict.AGREE, f"All name {ordered[0].name}.", cells),)
    told = "; ".join(f"{cell.outlet} names {cell.value}" for cell in cells)
    reason = f"The accounts do not name the same side as the one that asked: {told}."
    return (Finding(identity, FindingKind.INITIATIVE, Verdict.DIFFER, reason, cells),)


def _cell(one: Asked, texts: dict[str, str]) -> Cell:
    statement = one.told.statement
    span = Span(statement.article, statement.span.version, one.start, one.end)
    return Cell(
        statement.id, statement.article, statement.outlet, span, texts[statement.article][one.start : one.end], one.name
    )
