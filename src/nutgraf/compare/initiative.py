"""Initiative: at whose request, invitation or order a thing was done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from nutgraf.compare.facets import deeds, weigh
from nutgraf.compare.statements import Scene, Told
from nutgraf.compare.synonyms import same_thing
from nutgraf.joining import join_pairs
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import Account, EntityKind
from nutgraf.records.article import Span
from nutgraf.records.comparison import Cell, Finding, FindingKind, Verdict
from nutgraf.text import stable_id, trim

_NOUN = r"(?:request|invitation|initiative|behest|urging|insistence|proposal|suggestion|orders?|instructions?)"
_SEEK = (
    r"(?:requested|sought|proposed|secured|initiated|convened|demanded|asked for|asked (?=[A-Z])|called for|wanted|"
    r"ordered|instructed)"
)
_NAMED = r"[A-Z][\w.’'-]*"
_LINKS = r"(?:who|which|that|after|and|before|but|during|for|from|following|into|late|over|this|when|where|while|with)"
_WHO = (
    rf"(?P<who>(?:(?:the|a|an) )?(?:{_NAMED}|[a-z]+)(?: (?:of |and )?(?:{_NAMED}|(?!{_LINKS}\b)[a-z]{{3,}}))?"
    rf"(?: {_NAMED}){{0,3}})"
)
_AFTER = (  # the one who asked stands behind the words
    re.compile(rf"\b(?:at|on|following|after|upon) (?:the |an? )?{_NOUN} (?:of|from|by) (?:the )?(?=\w)"),
    re.compile(rf"\b(?:at|on|following|after|upon) (?=(?:[\w.-]+ ){{0,4}}[\w.-]+['’]s? (?:own )?{_NOUN})"),
    re.compile(
        r"\b(?:sought|requested|proposed|convened|initiated|asked for|called|demanded|invited|ordered|suggested)"
        r" by (?:the )?(?=\w)"
    ),
    re.compile(rf"\b[Ii]t was (?=[^.,;]{{2,40}} (?:who|that|which) {_SEEK})"),
    re.compile(r"\bthe invitation (?:from|to meet|to see|to visit) (?:the )?(?=\w)"),
)
_BEFORE = (  # the one who asked stands before the words
    re.compile(
        rf"(?<=\w) (?:has |had |have )?(?:also |itself |himself |herself )?{_SEEK} "
        r"(?:the|a|an|this|these|new|it|him|her|them)\b"
    ),
    re.compile(r"(?<=\w) asked to (?:see|meet|talk|speak)\b"),
    re.compile(r"(?<=\w) (?:has |had )?invited (?=[A-Z]|the |his |her |its |their |both )"),
)
_EVENT = frozenset(
    same_thing(stem)
    for stem in content_stems("meeting summit talks visit call conference session inquiry vote deployment operation")
)
_WORDS = "words:"  # the key of a side that no name is known of
_BODIES = frozenset(
    same_thing(stem)
    for stem in content_stems(
        "union ministry minister government company council police court board federation president parliament agency "
        "regulator mayor commission opposition army"
    )
)
"""Who can ask for something though no name stands there; of "the workers" or "that side" nobody knows who it is."""

_SHARED = 6.0  # weight of the words that two statements must share where they name no event of one kind
_PAST_WHO = re.compile(r"[,;:”\"()]|\bboth\b")  # what stands behind these is no longer the one who asked
_ARTICLE = re.compile(r"^(?:the|an?) ", re.I)
_NOBODY = re.compile(r"(?:it|who|which|that|be|been|not|was|were|is|are|they|we|i|you|he|she|to|and)$", re.I)


@dataclass(frozen=True, slots=True)
class Asked:
    """One account's words for who asked: their place, the key and name of who did, and the thing asked for."""

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
        for pattern in _AFTER:
            for match in pattern.finditer(text, start, end):
                yield from _behind(account, one, scene, match)
        for pattern in _BEFORE:
            for match in pattern.finditer(text, start, end):
                yield from _ahead(account, one, scene, match)


def _behind(account: Account, told: Told, scene: Scene, match: re.Match[str]) -> Iterator[Asked]:
    text, end = account.article.text, told.statement.span.end
    named = [
        mention
        for mention in account.annotation.mentions
        if match.end() <= mention.start <= match.end() + 40
        and mention.end <= end
        and mention.kind is not EntityKind.GROUP
        and not _PAST_WHO.search(text, match.end(), mention.start)
    ]
    if named:
        last = max(named[0].end, match.end())
        yield _asked(account, told, scene, (match.start(), last), named[0].entity, text[named[0].start : named[0].end])
        return
    who = re.compile(_WHO).match(text, match.end(), end)
    if who and not _NOBODY.match(who.group("who")):
        yield _asked(account, told, scene, (match.start(), who.end()), "", who.group("who"))


def _ahead(account: Account, told: Told, scene: Scene, match: re.Match[str]) -> Iterator[Asked]:
    text, start = account.article.text, told.statement.span.start
    named = [
        mention
        for mention in account.annotation.mentions
        if start <= mention.start and match.start() - 2 <= mention.end <= match.start() + 1
    ]
    if named and named[-1].kind is not EntityKind.GROUP:
        place = (named[-1].start, match.end())
        yield _asked(account, told, scene, place, named[-1].entity, text[named[-1].start : named[-1].end])
        return
    who = re.search(r"(?:[Tt]he |[Aa]n? )?(?:[\w’'-]+ )?([\w’'-]+)$", text[start : match.start() + 1].rstrip())
    if who and not _NOBODY.match(who.group(1)):
        yield _asked(account, told, scene, (start + who.start(), match.end()), "", who.group())


def _asked(account: Account, told: Told, scene: Scene, place: tuple[int, int], entity: str, words: str) -> Asked:
    names = {found.key: found.name for found in account.annotation.entities}
    stems = sorted({same_thing(stem) for stem in content_stems(words)})
    key = scene.standing.get(entity, entity) or _WORDS + " ".join(stems[-1:])
    about = told.stems & _EVENT
    return Asked(told, *place, key, names.get(entity, _ARTICLE.sub("", words)), about)


def compare_initiative(asked: Sequence[Asked], texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Compare at whose request, invitation or initiative the same thing is said to happen.

    The accounts differ where they name different sides; where a side has no name ("the workers"), it may be one of the
    others. Whether one side's request answers another's, nobody here knows.
    """
    ordered = sorted(asked, key=lambda one: (one.told.statement.article, one.start, one.key))
    pairs = [
        (left, right)
        for left, right in combinations(range(len(ordered)), 2)
        if ordered[left].told.statement.article != ordered[right].told.statement.article
        and _one_thing(ordered[left], ordered[right])
    ]
    groups = ([ordered[index] for index in members] for members in join_pairs(len(ordered), pairs))
    return tuple(_judge(group, texts) for group in groups if len(group) > 1)


def _one_thing(left: Asked, right: Asked) -> bool:
    """Tell whether two accounts say who asked for one thing: one kind of event, or much the same told."""
    told = weigh(deeds(left.told.stems & right.told.stems))
    return bool(left.thing & right.thing) or told >= _SHARED


def _judge(ordered: Sequence[Asked], texts: Mapping[str, str]) -> Finding:
    cells = tuple(_cell(one, texts) for one in ordered)
    identity = stable_id("initiative", *(f"{cell.article}:{cell.span.start}" for cell in cells))
    if len({one.key for one in ordered}) == 1:
        return Finding(identity, FindingKind.INITIATIVE, Verdict.AGREE, f"All name {ordered[0].name}.", cells)
    sides: dict[str, list[str]] = {}
    for one, cell in zip(ordered, cells, strict=True):
        sides.setdefault(one.key, []).append(cell.outlet)
    names = {one.key: one.name for one in reversed(ordered)}
    told = "; ".join(f"{', '.join(dict.fromkeys(outlets))}: {names[key]}" for key, outlets in sides.items())
    if sum(not key.startswith(_WORDS) or key.removeprefix(_WORDS) in _BODIES for key in sides) < 2:
        reason = f"Whether these are one side or several cannot be told from the words: {told}."
        return Finding(identity, FindingKind.INITIATIVE, Verdict.UNSURE, reason, cells)
    reason = f"The accounts do not name the same side as the one that asked: {told}."
    return Finding(identity, FindingKind.INITIATIVE, Verdict.DIFFER, reason, cells)


def _cell(one: Asked, texts: Mapping[str, str]) -> Cell:
    statement = one.told.statement
    text = texts[statement.article]
    start, end = trim(text, one.start, one.end)
    end = end - 1 if text[end - 1] in ".,;:" else end
    span = Span(statement.article, statement.span.version, start, end)
    words = text[start:end]
    return Cell(statement.id, statement.article, statement.outlet, span, words, one.name)
