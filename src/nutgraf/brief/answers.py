"""Who, what, when, where, why: each answered with words of the accounts, or said not to be found."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from nutgraf.brief.lines import clearest_statement, count_origins, line_of_statement
from nutgraf.models.names import fold_name
from nutgraf.records.annotation import Account, Entity, EntityKind, Mention
from nutgraf.records.article import Span
from nutgraf.records.brief import Answer, Line
from nutgraf.records.comparison import Comparison, Point, Standing
from nutgraf.text import fold

_WHY = re.compile(
    r"\b(?:because|in order to|aimed at|aims? to|so that|due to (?!(?:appear|arrive|attend|be|begin|close|come|decide|"
    r"discuss|end|expire|finish|give|go|hear|hold|join|land|launch|leave|make|meet|open|play|reopen|report|resume|return|"
    r"run|sign|sit|speak|start|take|testify|travel|visit|vote)\b)|as a result of|in response to|after (?:a|an|the)|"
    r"to (?:end|stop|"
    r"discuss|deter|prevent|protect|allow|ensure|avoid|save|cut|reduce|force)|caused by|blamed (?:on|for)|over "
    r"(?:a|an|the|claims|"
    r"plans|pay)|amid|at the request of|owing to|triggered by|led to|the reason)\b"
)
_EACH = 6
_LINES = 3


def answer_questions(accounts: Sequence[Account], comparison: Comparison, nut_graf: Line | None) -> tuple[Answer, ...]:
    """Answer who, what, when, where and why; an answer without lines means that the texts read do not tell."""
    what = [nut_graf] if nut_graf else []
    what += [_point_line(point) for point in comparison.points[: _LINES + 1] if not _is_told(point, nut_graf)]
    return (
        Answer("who", _names(accounts, comparison, {EntityKind.PERSON, EntityKind.ORGANISATION})),
        Answer("what", tuple(what[:_LINES])),
        Answer("when", _when(comparison)),
        Answer("where", _names(accounts, comparison, {EntityKind.PLACE})),
        Answer("why", _pick(comparison, lambda point: bool(_WHY.search(point.words)))),
    )


def _is_told(point: Point, line: Line | None) -> bool:
    """Tell whether a line already gives words of a point."""
    return line is not None and any(statement.span == line.evidence[0] for statement in point.statements)


def _point_line(point: Point) -> Line:
    return line_of_statement(clearest_statement(point), point.statements, count_origins(point))


def _pick(comparison: Comparison, fits: Callable[[Point], bool]) -> tuple[Line, ...]:
    shared = [point for point in comparison.points if point.standing is not Standing.ONE and fits(point)]
    alone = [point for point in comparison.points if point.standing is Standing.ONE and fits(point)]
    return tuple(_point_line(point) for point in (shared + alone)[:_LINES])


def _names(accounts: Sequence[Account], comparison: Comparison, kinds: set[EntityKind]) -> tuple[Line, ...]:
    """Return the names that most accounts print, each in its fullest form with every account that has it.

    The outlets that tell the story are nobody in it.
    """
    outlets = {use.article: use.outlet for use in comparison.sourcing}
    tellers = [set(fold(name).split()) for name in outlets.values()]
    places: dict[str, list[tuple[Account, Mention]]] = defaultdict(list)
    standing = _surnames(accounts)
    for account in accounts:
        entities = {entity.key: entity for entity in account.annotation.entities}
        for mention in account.annotation.mentions:
            entity = entities.get(mention.entity)
            if entity and mention.named and entity.kind in kinds and not _is_teller(entity, tellers):
                places[standing.get(entity.key, entity.key)].append((account, mention))
    ranked = sorted(places.items(), key=lambda item: (-_spread(item[1]), -len(item[1]), item[0]))
    needed = 2 if len(accounts) > 2 else 1
    return tuple(
        _name_line(found, outlets) for _, found in ranked[:_EACH] if _spread(found) >= min(needed, len(accounts))
    )


def _is_teller(entity: Entity, tellers: Sequence[set[str]]) -> bool:
    """Tell whether an organisation is an outlet of the story, under its name or a part of it ("Transmar")."""
    parts = set(fold(entity.name).removeprefix("the ").split())
    return entity.kind is EntityKind.ORGANISATION and any(parts <= teller for teller in tellers)


def _surnames(accounts: Sequence[Account]) -> dict[str, str]:
    """Return, for people who are named in one account by surname alone, the key of the one full name it belongs to."""
    people = {e.key: e for account in accounts for e in account.annotation.entities if e.kind is EntityKind.PERSON}
    full: dict[str, list[str]] = defaultdict(list)
    for key, entity in sorted(people.items()):
        if " " in entity.name:
            full[fold_name(entity.name.split()[-1])].append(key)
    return {
        key: full[surname][0]
        for key, entity in people.items()
        if " " not in entity.name and len(full[surname := fold_name(entity.name)]) == 1
    }


def _spread(found: Iterable[tuple[Account, Mention]]) -> int:
    return len({account.article.id for account, _ in found})


def _name_line(found: Sequence[tuple[Account, Mention]], outlets: dict[str, str]) -> Line:
    def words(one: tuple[Account, Mention]) -> str:
        return one[0].article.text[one[1].start : one[1].end]

    forms = Counter(words(one) for one in found)
    full = max(forms, key=lambda form: (len(form.split()), forms[form], form))
    first = next(one for one in found if words(one) == full)
    ordered = [first, *(one for one in found if one is not first)]
    spans = _first_of_each(ordered)
    names = tuple(dict.fromkeys(outlets[account.article.id] for account, _ in ordered))
    return Line(full, spans, names, f"named in {len(names)} of the accounts" if len(names) > 1 else "")


def _first_of_each(found: Sequence[tuple[Account, Mention]]) -> tuple[Span, ...]:
    spans: dict[str, Span] = {}
    for account, mention in found:
        article = account.article
        spans.setdefault(article.id, Span(article.id, article.version, mention.start, mention.end))
    return tuple(spans.values())


def _when(comparison: Comparison) -> tuple[Line, ...]:
    """Return the days that most accounts speak of, with the date they resolve to."""
    by_day: dict[str, set[str]] = defaultdict(set)
    for entry in comparison.timeline:
        by_day[entry.value] |= set(entry.outlets)
    ranked = sorted(
        comparison.timeline,
        key=lambda entry: (-len(by_day[entry.value]), -len(entry.outlets), entry.value, entry.words),
    )
    lines: list[Line] = []
    seen: set[str] = set()
    for entry in ranked:
        if entry.value not in seen and len(lines) < _LINES:
            seen.add(entry.value)
            lines.append(Line(entry.words, entry.spans, entry.outlets, f"{entry.value}: {entry.how}"))
    return tuple(lines)
