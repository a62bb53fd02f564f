"""Doings: the deeds of statements with who does them and to what, and when two accounts tell of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.compare.clause_around import clause_around, doers_of, stems_between
from nutgraf.compare.facets import weigh
from nutgraf.compare.modes import BE_THERE, Deed, read_deeds
from nutgraf.compare.order import Order
from nutgraf.compare.statements import Told
from nutgraf.compare.synonyms import same_thing
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import AttributionKind

FIRM = ("off", "did", "will", "may", "wants", "proposes")
"""The states of a deed, the firmest first; `off` is one that was called off."""

_SHARED = 4.5  # weight of who does it and to what, the verb not counted, for two deeds to be one
_SHARE = 0.5  # of the barer of the two
_SHARED_DAY, _DAY = 6.0, 4.0  # of it where another verb stands, and what a day in common counts of that
_SHARED_ALONE = 8.0  # of it for what is called off where no day is in common
_CALLED_OFF = frozenset({"call off", *content_stems("cancel scrap abandon shelve")})
_DECIDED = re.compile(r"(?:\w+ed|was|were|had|swore|meant|sought|undertook)\b")
_DONE_BY_SAYING = frozenset(
    same_thing(stem)
    for stem in content_stems("delay extend exempt ban suspend cancel appoint nominate name grant lift impose approve")
)
_ANEW = re.compile(
    r"\b(?:again|another|next|further|second|third|fourth|last|previous(?:ly)?|former(?:ly)?|once|ago|new|earlier|more|"
    r"other|every|usually|still|fresh)\b"
)
_GOES_ON = re.compile(r"(?:,|,? and|,? or) (?:on |for )?")
_PREPOSITION = re.compile(r"\b(?:of|by|at|in|on|for|from|with|over|against)\b")


@dataclass(frozen=True, slots=True)
class Doing:
    """A deed of a statement: who does it and to what, as stems; a passive one has them where an active one has.

    `mode` is one of `FIRM`. `head` is what is called off, without whose it is. `anew` tells that it is done "again";
    `open` that it was decided or asked for, and may have been done since.
    """

    told: Told
    deed: Deed
    mode: str
    doers: frozenset[str]
    things: frozenset[str]
    head: frozenset[str]
    days: frozenset[str]
    figures: frozenset[tuple[float, float]]
    anew: bool
    open: bool

    @property
    def article(self) -> str:
        """The article that tells of it."""
        return self.told.statement.article

    @property
    def place(self) -> tuple[str, int]:
        """Where it is told, as article and code point."""
        return self.article, self.deed.start

    @property
    def all(self) -> frozenset[str]:
        """Everything that takes part."""
        return self.doers | self.things


def find_doings(told: Told, text: str) -> Iterator[Doing]:
    """Yield the deeds that a statement tells of, without those of telling and those not done."""
    said = told.statement.attribution
    says = (0, 0) if said.kind is AttributionKind.OWN else (said.start, said.end)
    for deed in read_deeds(text, told.statement.span.start, told.statement.span.end):
        telling = says[0] <= deed.main < says[1] and " " not in deed.verb  # "called off" tells of nothing
        if deed.mode in FIRM and not deed.negative and not telling:
            yield _doing(told, text, deed)


def _doing(told: Told, text: str, deed: Deed) -> Doing:
    low, high = clause_around(text, told, deed.start, deed.end)
    before, after = doers_of(text, told, low, deed), stems_between(text, told, deed.end, high)
    passive = deed.passive and deed.verb != BE_THERE
    doers, things = (after, before) if passive else (before, after)
    first, last = (low, deed.start) if passive else (deed.end, high)
    whose = _PREPOSITION.search(text, first, last)
    return Doing(
        told,
        deed,
        "off" if deed.verb in _CALLED_OFF and deed.mode == "did" else deed.mode,
        doers - {deed.verb},
        things - {deed.verb},
        stems_between(text, told, first, whose.start() if whose else last),
        _days(text, told, low, high),
        frozenset((figure.low, figure.high) for figure in told.figures if low <= figure.start < high),
        bool(_ANEW.search(text, low, high)),
        deed.mode in ("wants", "proposes") or (deed.mode == "will" and bool(_DECIDED.match(text, deed.start))),
    )


def _days(text: str, told: Told, low: int, high: int) -> frozenset[str]:
    """Return the days of a clause, with those that go on behind it ("on Tuesday and Thursday")."""
    days: set[str] = set()
    reached = -1
    for time, value in told.times:
        goes_on = reached >= 0 and _GOES_ON.fullmatch(text, reached, time.start)
        if low <= time.start < high or goes_on:
            days |= {value[:10]} if value else set()
            reached = time.end
    return frozenset(days)


def in_conflict(left: Doing, right: Doing, order: Order) -> bool:
    """Tell whether two deeds are told as in different states.

    What is only wanted may as well be only possible; who says that he will put a thing off has put it off; and what
    was decided or asked for in the past may have been done when that was printed, unless the deed was printed later.
    """
    firm, weak = sorted((left, right), key=lambda doing: FIRM.index(doing.mode))
    modes = (firm.mode, weak.mode)
    if modes[0] == modes[1] or modes[0] not in ("off", "did", "will") or (modes[0] == "off" and modes[1] != "will"):
        return False
    if modes == ("did", "will") and firm.deed.verb in _DONE_BY_SAYING:
        return False
    return not weak.open or order.after(firm.article, weak.article)


def one_deed(left: Doing, right: Doing) -> float:
    """Return how surely two accounts tell of one deed, 0 for not at all."""
    if _apart(left.days, right.days) or _apart(left.figures, right.figures):
        return 0.0
    if "off" in (left.mode, right.mode) and left.mode != right.mode:
        return _called_off(*sorted((left, right), key=lambda doing: doing.mode != "off"))
    if left.anew or right.anew:
        return 0.0
    if BE_THERE in (left.deed.verb, right.deed.verb) and left.deed.verb != right.deed.verb:
        return _been_there(left, right)
    return _same_deed(left, right)


def _same_deed(left: Doing, right: Doing) -> float:
    doers, things = left.doers & right.doers, left.things & right.things
    if left.deed.verb != right.deed.verb or (left.things and right.things and not things):
        return 0.0
    if not (doers or _unsaid(left) or _unsaid(right)):
        return 0.0
    telling = weigh(doers | things)
    smaller = min(weigh(left.all), weigh(right.all))
    crossed = weigh((left.doers & right.things) | (left.things & right.doers))
    if telling < _SHARED or telling < _SHARE * smaller or crossed > telling:
        return 0.0
    return round(telling / smaller, 9)


def _called_off(off: Doing, coming: Doing) -> float:
    """Compare what was called off with what is to come: "the strike", "crews will walk out"."""
    told = coming.all | {coming.deed.verb, same_thing(coming.deed.verb.replace(" ", ""))}
    telling, need = weigh(off.all & told), _SHARED_DAY - _DAY if off.days & coming.days else _SHARED_ALONE
    fits = coming.mode == "will" and off.head & told and telling >= need
    return round(telling / 100, 9) if fits else 0.0


def _been_there(left: Doing, right: Doing) -> float:
    """Compare "is expected at the site" with whatever the same ones did there on that day."""
    doers, things = left.doers & right.doers, left.things & right.things
    fits = doers and things and left.days & right.days
    return round(weigh(doers | things) / 100, 9) if fits and weigh(doers | things) + _DAY >= _SHARED_DAY else 0.0


def _unsaid(doing: Doing) -> bool:
    """Tell whether a clause need not say who does it ("was closed"); "it" and "they" may be anybody."""
    return doing.deed.passive and not doing.doers


def _apart(left: frozenset[object], right: frozenset[object]) -> bool:
    return bool(left and right and not left & right)
