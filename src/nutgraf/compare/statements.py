"""Statements: each account cut into the things it says, with what each of them names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nutgraf.compare.clauses import cut_clauses
from nutgraf.compare.modes import mode_of
from nutgraf.compare.synonyms import same_thing
from nutgraf.models.terms import content_stems, stem_spans
from nutgraf.records.annotation import Account, Attribution, AttributionKind, Figure, Mention, Sentence, Time
from nutgraf.records.article import Role, Span
from nutgraf.records.comparison import Cell, ResolvedTime, Statement
from nutgraf.text import fold, stable_id

_NEGATION = re.compile(
    r"\b(?:not|never|no|none|neither|nor|without|cannot|denie[sd]|deny(?:ing)?|reject(?:s|ed|ing)?|refus(?:e|es|"
    r"ed|ing)|"
    r"ruled? out|dismiss(?:es|ed)|refut(?:es|ed)|disput(?:es|ed)|false|untrue|baseless)\b|n['’]t\b"
)
_CAPITALS = re.compile(r"\b[A-Z][\w’'&-]*[a-z](?: (?:of |the |and )?[A-Z][\w’'&-]*[a-z])*")
_APPOSED = re.compile(r",\s*(?:an?|the|its|his|her|their|which|who|whose|\d+)\b[^,;.]{3,120}(?=[,;.])")
_APPOSING = re.compile(r"(?:^|(?<=[.;“\"] ))(?:The|A|An|Its|His|Her|Their) [^,;.]{3,80}, $")


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with what the comparison reads from it.

    `stems` are folded and stand outside names and times, `words` are the folded stems of all words; `times` carry the
    date each resolves to; `negative` tells that it says no; `position` is its share of the way through the text, 0
    first.
    """

    statement: Statement
    sentence: Sentence
    stems: frozenset[str]
    words: frozenset[str]
    entities: frozenset[str]
    figures: tuple[Figure, ...]
    times: tuple[tuple[Time, str], ...]
    negative: bool
    position: float

    @property
    def features(self) -> frozenset[str]:
        """Everything the statement speaks of."""
        return self.stems | self.entities

    def cell(self, value: str) -> Cell:
        """Return the whole statement as one side of a finding; `value` is what was read from it."""
        told = self.statement
        return Cell(told.id, told.article, told.outlet, told.span, told.words, value)


@dataclass(frozen=True, slots=True)
class Scene:
    """What the accounts of a story share while compared: outlet names, standing entity keys, resolved dates."""

    accounts: tuple[Account, ...]
    outlets: Mapping[str, str]
    standing: Mapping[str, str]
    dates: Mapping[tuple[str, int, int], ResolvedTime]

    def date_of(self, article: str, time: Time) -> str:
        """Return the date a time resolves to, from its own article or from the story's calendar; empty if neither
        tells.
        """
        resolved = self.dates.get((article, time.start, time.end))
        return (resolved.value if resolved else time.value) or ""

    def reason_of(self, article: str, time: Time) -> str:
        """Return how the date of a time was found."""
        resolved = self.dates.get((article, time.start, time.end))
        return resolved.how if resolved else time.how


def cut_statements(account: Account, scene: Scene) -> tuple[Told, ...]:
    """Cut one account into statements: sentences, and the clauses of a sentence that says several things."""
    told: list[Told] = []
    length = max(1, len(account.article.text))
    for sentence in account.annotation.sentences:
        if sentence.role is Role.SUBHEADING:
            continue
        for start, end in cut_clauses(account.article.text, sentence.start, sentence.end):
            told.append(_told(account, scene, sentence, start, end, length))
    return tuple(told)


def _told(account: Account, scene: Scene, sentence: Sentence, start: int, end: int, length: int) -> Told:
    article, annotation = account.article, account.annotation
    mentions = [m for m in annotation.mentions if start <= m.start and m.end <= end]
    times = tuple((t, scene.date_of(article.id, t)) for t in annotation.times if start <= t.start and t.end <= end)
    said = attribution_at(annotation.attributions, start, end)
    statement = Statement(
        stable_id("statement", article.id, article.version, str(start), str(end)),
        article.id,
        scene.outlets[article.id],
        Span(article.id, article.version, start, end),
        article.text[start:end],
        said,
        _mode(article.text, start, end, said),
    )
    dates = [(t.start, t.end) for t in annotation.times]
    names = _names(article.text, mentions, dates, (start, end))
    away = dates + [place for place, _ in names]
    away += [place for place, _ in names for place in _appositions(article.text, place, start, end)]
    if said.kind is not AttributionKind.OWN:
        away.append((said.start, said.end))  # who said it is no part of what was said
    entities = {scene.standing.get(key, key) for _, key in names}
    entities |= {scene.standing.get(m.entity, m.entity) for m in mentions if m.entity}
    return Told(
        statement,
        sentence,
        frozenset(
            same_thing(stem)
            for first, last, stem in stem_spans(article.text, start, end)
            if not any(a < last and first < b for a, b in away)
        ),
        frozenset(same_thing(stem) for _, _, stem in stem_spans(article.text, start, end)),
        frozenset(entities),
        tuple(f for f in annotation.figures if start <= f.start and f.end <= end),
        times,
        bool(_NEGATION.search(article.text, start, end)),
        start / length,
    )


def _names(
    text: str, mentions: Sequence[Mention], dates: Sequence[tuple[int, int]], clause: tuple[int, int]
) -> list[tuple[tuple[int, int], str]]:
    """Return the places of all names with their keys: those recognised, and other runs of capitalised words."""
    found = [((m.start, m.end), m.entity) for m in mentions if m.named]
    taken = [place for place, _ in found] + list(dates)
    for match in _CAPITALS.finditer(text, *clause):
        first, last = match.span()
        opening = first == clause[0] and " " not in match.group()
        if not opening and content_stems(match.group()) and not any(a < last and first < b for a, b in taken):
            found.append(((first, last), "name:" + fold(match.group())))
    return found


def _appositions(text: str, name: tuple[int, int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what only says who somebody is: "Orla Venn, the harbour master, …", "The dam's operator, Velmar, …"."""
    after = _APPOSED.match(text, name[1], end)
    if after:
        yield after.span()
    before = _APPOSING.search(text, start, name[0])
    if before and text[name[1] : name[1] + 1] == ",":
        yield before.span()


def _mode(text: str, start: int, end: int, said: Attribution) -> str:
    attributed = None if said.kind is AttributionKind.OWN else (said.start, said.end)
    return mode_of(text, start, end, attributed)


def attribution_at(attributions: Sequence[Attribution], start: int, end: int) -> Attribution:
    """Return the attribution that a stretch rests on: the one whose content overlaps it most, somebody's before one's
    own.
    """

    def overlap(attribution: Attribution) -> tuple[int, bool, int]:
        shared = min(end, attribution.content_end) - max(start, attribution.content_start)
        return (min(1, max(0, shared)), attribution.kind is not AttributionKind.OWN, shared)

    found = [attribution for attribution in attributions if overlap(attribution)[0] > 0]
    if not found:
        return Attribution(start, end, AttributionKind.OWN, "", None, None, start, end)
    return max(found, key=lambda a: (overlap(a), -a.start, -a.end))
