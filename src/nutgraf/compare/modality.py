"""Modality: one account says that a thing happened, another that it will, may, is wanted or is proposed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from nutgraf.compare.clause_around import clause_around, doers_of, stems_between
from nutgraf.compare.facets import weigh
from nutgraf.compare.modes import Deed, read_deeds
from nutgraf.compare.order import Order
from nutgraf.compare.statements import Told
from nutgraf.compare.synonyms import same_thing
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import AttributionKind
from nutgraf.records.article import Span
from nutgraf.records.comparison import Cell, Finding, FindingKind, Verdict
from nutgraf.text import stable_id

_SHARED = 4.5  # weight of who does it and to what, the verb not counted, for two deeds to be one
_SHARE = 0.5  # of the barer of the two
_DECIDED = re.compile(r"(?:\w+ed|was|were|had|swore|meant|sought|undertook)\b")
_DONE_BY_SAYING = frozenset(
    same_thing(stem)
    for stem in content_stems("delay extend exempt ban suspend cancel appoint nominate name grant lift impose approve")
)
_SHOWN = {
    "did": "happened",
    "will": "will happen",
    "may": "may happen",
    "wants": "is wanted",
    "proposes": "is proposed",
}
_FIRM = ("did", "will", "may", "wants", "proposes")
_ANEW = re.compile(
    r"\b(?:again|another|next|further|second|third|fourth|last|previous(?:ly)?|former(?:ly)?|once|ago|new|earlier|more|"
    r"other|every|usually|still|fresh)\b"
)


@dataclass(frozen=True, slots=True)
class _Doing:
    """A deed of a statement: who does it and to what, as stems; a passive one has them where an active one has.

    `anew` tells that it is done "again"; `open` that it was decided or asked for, and may have been done since.
    """

    told: Told
    deed: Deed
    doers: frozenset[str]
    things: frozenset[str]
    days: frozenset[str]
    figures: frozenset[tuple[float, float]]
    anew: bool
    open: bool

    @property
    def article(self) -> str:
        """The article that tells of it."""
        return self.told.statement.article

    @property
    def all(self) -> frozenset[str]:
        """Everything that takes part."""
        return self.doers | self.things


def compare_modality(group: Sequence[Told], texts: Mapping[str, str], order: Order) -> tuple[Finding, ...]:
    """Set what is said to have happened beside what is said to be coming, possible, wanted or proposed.

    It must be one deed: one verb or another word for it, the same ones who do it and the same thing it is done to, no
    two days, no two figures, and nothing done "again" or "previously". The tense of "said" tells nothing. Where the
    account that says more was printed later, it is news (`update`). It is a difference where a later account tells as
    still to come what an earlier one told as done, or where one voice is printed on one day as certain and as only
    possible. In all other cases two readings remain (`unsure`). What somebody denies is no matter of this comparison
    but of `denial`.
    """
    doings = [doing for told in group for doing in _doings(told, texts[told.statement.article])]
    pairs = [
        (likeness, left, right)
        for left, right in combinations(sorted(doings, key=_place), 2)
        if left.article != right.article and _conflict(left, right, order) and (likeness := _one_deed(left, right))
    ]
    findings: list[Finding] = []
    told: set[tuple[str, int]] = set()
    for _, first, second in sorted(pairs, key=lambda pair: (-pair[0], _place(pair[1]), _place(pair[2]))):
        if not {_place(first), _place(second)} & told:
            joined = _joined(doings, first, second)
            told |= {_place(doing) for doing in joined}
            findings.append(_judge(joined, order, texts))
    return tuple(findings)


def _place(doing: _Doing) -> tuple[str, int]:
    return doing.article, doing.deed.start


def _conflict(left: _Doing, right: _Doing, order: Order) -> bool:
    """Tell whether two deeds are told as in different states.

    What is only wanted may as well be only possible; who says that he will put a thing off has put it off; and what
    was decided or asked for in the past may have been done when that was printed, unless the deed was printed later.
    """
    firm, weak = sorted((left, right), key=lambda doing: _FIRM.index(doing.deed.mode))
    modes = (firm.deed.mode, weak.deed.mode)
    if modes[0] == modes[1] or modes[0] not in ("did", "will"):
        return False
    if modes == ("did", "will") and firm.deed.verb in _DONE_BY_SAYING:
        return False
    return not weak.open or order.after(firm.article, weak.article)


def _doings(told: Told, text: str) -> Iterator[_Doing]:
    said = told.statement.attribution
    own = said.kind is AttributionKind.OWN
    for deed in read_deeds(text, told.statement.span.start, told.statement.span.end):
        if deed.mode not in _FIRM or deed.negative or (not own and said.start <= deed.main < said.end):
            continue
        low, high = clause_around(text, told, deed.start, deed.end)
        before, after = doers_of(text, told, low, deed), stems_between(text, told, deed.end, high)
        doers, things = (after, before) if deed.passive else (before, after)
        yield _Doing(
            told,
            deed,
            doers - {deed.verb},
            things - {deed.verb},
            frozenset(value[:10] for time, value in told.times if value and low <= time.start < high),
            frozenset((figure.low, figure.high) for figure in told.figures if low <= figure.start < high),
            bool(_ANEW.search(text, low, high)),
            deed.mode in ("wants", "proposes") or (deed.mode == "will" and bool(_DECIDED.match(text, deed.start))),
        )


def _one_deed(left: _Doing, right: _Doing) -> float:
    """Return how surely two accounts tell of one deed, 0 for not at all."""
    if left.deed.verb != right.deed.verb or left.anew or right.anew:
        return 0.0
    if _apart(left.days, right.days) or _apart(left.figures, right.figures):
        return 0.0
    doers, things = left.doers & right.doers, left.things & right.things
    if (left.things and right.things and not things) or not (doers or _unsaid(left) or _unsaid(right)):
        return 0.0
    telling = weigh(doers | things)
    smaller = min(weigh(left.all), weigh(right.all))
    crossed = weigh((left.doers & right.things) | (left.things & right.doers))
    if telling < _SHARED or telling < _SHARE * smaller or crossed > telling:
        return 0.0
    return round(telling / smaller, 9)


def _unsaid(doing: _Doing) -> bool:
    """Tell whether a clause need not say who does it ("was closed"); "it" and "they" may be anybody."""
    return doing.deed.passive and not doing.doers


def _apart(left: frozenset[object], right: frozenset[object]) -> bool:
    return bool(left and right and not left & right)


def _joined(doings: Sequence[_Doing], first: _Doing, second: _Doing) -> list[_Doing]:
    """Return the deeds of all accounts that are one with either of two, one for each account, the surest."""
    best: dict[str, tuple[float, tuple[str, int], _Doing]] = {}
    for doing in doings:
        likeness = max(1.0 if doing in (first, second) else 0.0, _one_deed(doing, first), _one_deed(doing, second))
        known = best.get(doing.article)
        if likeness and (known is None or (-likeness, _place(doing)) < (-known[0], known[1])):
            best[doing.article] = (likeness, _place(doing), doing)
    best |= {one.article: (1.0, _place(one), one) for one in (first, second)}
    return [doing for _, _, doing in best.values()]


def _judge(doings: Sequence[_Doing], order: Order, texts: Mapping[str, str]) -> Finding:
    firmest = min((doing.deed.mode for doing in doings), key=_FIRM.index)
    firm = [doing for doing in doings if doing.deed.mode == firmest]
    others = [doing for doing in doings if doing.deed.mode != firmest]
    ordered = sorted(doings, key=lambda doing: (order.key(doing.article), doing.deed.start))
    cells = tuple(_cell(doing, texts[doing.article]) for doing in ordered)
    verdict, remark = _verdict(firm, others, order)
    listed = "; ".join(f"{cell.outlet}: “{cell.words}” ({cell.value})" for cell in cells)
    identity = stable_id("modality", *(f"{cell.article}:{cell.span.start}" for cell in cells))
    return Finding(identity, FindingKind.MODALITY, verdict, f"{remark} {listed}.", cells)


def _verdict(firm: Sequence[_Doing], others: Sequence[_Doing], order: Order) -> tuple[Verdict, str]:
    mode = firm[0].deed.mode
    if all(order.after(one.article, other.article) for one in firm for other in others):
        return Verdict.UPDATE, f"The later account says that it {_SHOWN[mode]}."
    coming = [other for other in others if other.deed.mode == "will"]
    if mode == "did" and any(order.after(other.article, one.article) for one in firm for other in coming):
        return Verdict.DIFFER, "A later account tells as still to come what an earlier one tells as done."
    possible = [other for other in others if other.deed.mode == "may"]
    days = {order.day(one.article) for one in (*firm, *possible)}
    if mode == "will" and possible and len(days) == 1 and "" not in days and _one_voice([*firm, *possible]):
        return Verdict.DIFFER, "One says that it is certain, the other that it is possible."
    return Verdict.UNSURE, "They speak of one thing as in different states; it may have moved on between them."


def _one_voice(doings: Sequence[_Doing]) -> bool:
    """Tell whether all rest on one source, or on none."""
    voices = {doing.told.statement.attribution for doing in doings}
    return len({voice.entity or voice.source for voice in voices}) == 1


def _cell(doing: _Doing, text: str) -> Cell:
    statement, deed = doing.told.statement, doing.deed
    span = Span(statement.article, statement.span.version, deed.start, deed.end)
    words = text[deed.start : deed.end]
    return Cell(statement.id, statement.article, statement.outlet, span, words, _SHOWN[deed.mode])
