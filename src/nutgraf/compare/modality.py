"""Modality: one account says that a thing happened, another that it will, may, is wanted or is proposed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from nutgraf.compare.doings import FIRM, Doing, find_doings, in_conflict, one_deed
from nutgraf.compare.modes import BE_THERE
from nutgraf.compare.order import Order
from nutgraf.compare.statements import Told
from nutgraf.records.article import Span
from nutgraf.records.comparison import Cell, Finding, FindingKind, Verdict
from nutgraf.text import stable_id

_SHOWN = {
    "off": "is called off",
    "did": "happened",
    "will": "will happen",
    "may": "may happen",
    "wants": "is wanted",
    "proposes": "is proposed",
}


def compare_modality(
    group: Sequence[Told], texts: Mapping[str, str], order: Order, retold: Sequence[Finding] = ()
) -> tuple[Finding, ...]:
    """Set what is said to have happened beside what is said to be coming, possible, wanted or proposed.

    It must be one deed: one verb or another word for it, the same ones who do it and the same thing it is done to, no
    two days, no two figures, and nothing done "again" or "previously". The tense of "said" tells nothing. What was
    called off is set beside what is to come, and "is expected at the site" beside what was done there. Where the
    account that says more was printed later, it is news (`update`). It is a difference where a later account tells as
    still to come what an earlier one told as done, or where one voice is printed on one day as certain and as only
    possible. In all other cases two readings remain (`unsure`). What somebody denies is no matter of this comparison
    but of `denial`; a remark that is one of the `retold` is told by `paraphrase`.
    """
    doings = [doing for told in group for doing in find_doings(told, texts[told.statement.article])]
    pairs = [
        (likeness, left, right)
        for left, right in _candidates(doings)
        if left.article != right.article
        and in_conflict(left, right, order)
        and not any(_inside(left, finding) and _inside(right, finding) for finding in retold)
        and (likeness := one_deed(left, right))
    ]
    findings: list[Finding] = []
    told: set[tuple[str, int]] = set()
    for _, first, second in sorted(pairs, key=lambda pair: (-pair[0], pair[1].place, pair[2].place)):
        if not {first.place, second.place} & told:
            joined = _joined(doings, first, second)
            told |= {doing.place for doing in joined}
            findings.append(_judge(joined, order, texts))
    return tuple(findings)


def _candidates(doings: Sequence[Doing]) -> Iterator[tuple[Doing, Doing]]:
    """Yield the pairs that may be one deed, each in the order of their places: those of one verb, and what is off or
    expected beside all others.
    """
    by_verb: dict[str, list[Doing]] = defaultdict(list)
    for doing in sorted(doings, key=lambda doing: doing.place):
        by_verb[doing.deed.verb].append(doing)
    for same in by_verb.values():
        yield from combinations(same, 2)
    anything = [doing for doing in doings if doing.mode == "off" or doing.deed.verb == BE_THERE]
    for one in anything:
        for other in doings:
            if one.deed.verb != other.deed.verb:
                yield (one, other) if one.place < other.place else (other, one)


def _inside(doing: Doing, finding: Finding) -> bool:
    """Tell whether a deed stands in one of the cells of a finding."""
    return any(
        cell.article == doing.article and cell.span.start <= doing.deed.main < cell.span.end for cell in finding.cells
    )


def _joined(doings: Sequence[Doing], first: Doing, second: Doing) -> list[Doing]:
    """Return the deeds of all accounts that are one with either of two, one for each account, the surest."""
    best: dict[str, tuple[float, tuple[str, int], Doing]] = {}
    for doing in doings:
        likeness = max(1.0 if doing in (first, second) else 0.0, one_deed(doing, first), one_deed(doing, second))
        known = best.get(doing.article)
        if likeness and (known is None or (-likeness, doing.place) < (-known[0], known[1])):
            best[doing.article] = (likeness, doing.place, doing)
    best |= {one.article: (1.0, one.place, one) for one in (first, second)}
    return [doing for _, _, doing in best.values()]


def _judge(doings: Sequence[Doing], order: Order, texts: Mapping[str, str]) -> Finding:
    firmest = min((doing.mode for doing in doings), key=FIRM.index)
    firm = [doing for doing in doings if doing.mode == firmest]
    others = [doing for doing in doings if doing.mode != firmest]
    ordered = sorted(doings, key=lambda doing: (order.key(doing.article), doing.deed.start))
    cells = tuple(_cell(doing, texts[doing.article]) for doing in ordered)
    verdict, remark = _verdict(firm, others, order)
    listed = "; ".join(f"{cell.outlet}: “{cell.words}” ({cell.value})" for cell in cells)
    identity = stable_id("modality", *(f"{cell.article}:{cell.span.start}" for cell in cells))
    return Finding(identity, FindingKind.MODALITY, verdict, f"{remark} {listed}.", cells)


def _verdict(firm: Sequence[Doing], others: Sequence[Doing], order: Order) -> tuple[Verdict, str]:
    mode = firm[0].mode
    if all(order.after(one.article, other.article) for one in firm for other in others):
        return Verdict.UPDATE, f"The later account says that it {_SHOWN[mode]}."
    if mode == "off" and any(order.after(one.article, other.article) for one in firm for other in others):
        # a weekly goes to press days before the day it prints
        late = sorted({o.told.statement.outlet for o in others if all(order.after(o.article, f.article) for f in firm)})
        still = f"; {' and '.join(late)}, printed later, still tells it as to come" if late else ""
        return Verdict.UPDATE, f"It was called off since it was announced{still}."
    coming = [other for other in others if other.mode == "will"]
    if mode in ("off", "did") and any(order.after(other.article, one.article) for one in firm for other in coming):
        return Verdict.DIFFER, "A later account tells as still to come what an earlier one tells as over."
    possible = [other for other in others if other.mode == "may"]
    days = {order.day(one.article) for one in (*firm, *possible)}
    if mode == "will" and possible and len(days) == 1 and "" not in days and _one_voice([*firm, *possible]):
        return Verdict.DIFFER, "One says that it is certain, the other that it is possible."
    return Verdict.UNSURE, "They speak of one thing as in different states; it may have moved on between them."


def _one_voice(doings: Sequence[Doing]) -> bool:
    """Tell whether all rest on one source, or on none."""
    voices = {doing.told.statement.attribution for doing in doings}
    return len({voice.entity or voice.source for voice in voices}) == 1


def _cell(doing: Doing, text: str) -> Cell:
    statement, deed = doing.told.statement, doing.deed
    span = Span(statement.article, statement.span.version, deed.start, deed.end)
    words = text[deed.start : deed.end]
    return Cell(statement.id, statement.article, statement.outlet, span, words, _SHOWN[doing.mode])
