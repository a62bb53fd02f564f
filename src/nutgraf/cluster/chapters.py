"""Chapters of a story: the phases that its accounts tell, as they stand to the event it turns on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from nutgraf.cluster.phases import Phase, events_in, read_phase
from nutgraf.cluster.pivots import Pivot, find_pivot, named_days, printed_days, story_year, tell_day
from nutgraf.cluster.turns import Turn, find_turn
from nutgraf.records.annotation import Account
from nutgraf.records.article import Sure
from nutgraf.records.story import Chapter

UNTOLD = "before or after is not told"


@dataclass(frozen=True, slots=True)
class _Placed:
    """One account in its phase, with the words or the days that put it there."""

    account: Account
    phase: Phase
    words: str
    days: tuple[date, date] | None
    by_day: bool


def find_chapters(accounts: Sequence[Account], together: Sequence[tuple[str, ...]] = ()) -> tuple[Chapter, ...]:
    """Split a story by how its accounts stand to the event it turns on: before it was spoken of, ahead of it, after it.

    `together` are copies, as article ids: they count as one text and stand in one chapter. The day of printing tells
    where it is known and several texts agree on the event's day; else the tense tells. A story that no planned event
    parts is parted at the day it took a turn. No chapters where there is neither, where the story has one account, or
    where no more than half of the accounts tell.
    """
    if len(accounts) < 2:
        return ()
    ordered = sorted(accounts, key=lambda each: each.article.id)
    first_of = {article: min(group) for group in together for article in group}
    texts = [each for each in ordered if first_of.get(each.article.id, each.article.id) == each.article.id]
    year = story_year(texts)
    pivot = find_pivot(texts, year)
    chapters = _chapters_of_pivot(ordered, texts, pivot, first_of) if pivot else ()
    turn = find_turn(texts, year) if len(chapters) < 2 else None
    return (_chapters_of_turn(ordered, turn, year, first_of) if turn else ()) or chapters


def _chapters_of_pivot(
    accounts: Sequence[Account], texts: Sequence[Account], pivot: Pivot, first_of: dict[str, str]
) -> tuple[Chapter, ...]:
    """Part a story at a planned event."""
    if not any(read_phase(each, pivot.words)[0] is Phase.BEFORE for each in texts):
        pivot = replace(pivot, day=None)  # nobody looked ahead to it: it was not planned, and its day parts nothing
    year = story_year(texts)
    placed = _with_first([_place(each, pivot, year) for each in accounts], pivot)
    told = _by_phase(_with_copies(placed, first_of))
    if len(told[Phase.UNTOLD]) * 2 >= len(accounts):
        return ()
    return tuple(_chapter(phase, rows, pivot) for phase, rows in told.items() if rows)


def _by_phase(placed: Sequence[_Placed]) -> dict[Phase, list[_Placed]]:
    return {phase: sorted((each for each in placed if each.phase is phase), key=_order) for phase in Phase}


def _chapters_of_turn(
    accounts: Sequence[Account], turn: Turn, year: int | None, first_of: dict[str, str]
) -> tuple[Chapter, ...]:
    """Part a story at the day it took a turn; an account without day of printing is later if it names the turn."""
    placed = []
    for each in accounts:
        days = printed_days(each.article, year)
        later = days[0] >= turn.day if days else turn.day in named_days(each, year)
        phase = Phase.AFTER if later else Phase.BEFORE if days and days[1] < turn.day else Phase.UNTOLD
        placed.append(_Placed(each, phase, "", days, by_day=True))
    told = _by_phase(_with_copies(placed, first_of))
    if len(told[Phase.UNTOLD]) * 2 >= len(placed):
        return ()
    day = tell_day(turn.day)
    names = {
        Phase.BEFORE: (f"before {day}", "printed earlier, and does not know of that day yet"),
        Phase.AFTER: (f"{day} and after", f"{turn.naming} of the {turn.since} texts printed since name that day"),
        Phase.UNTOLD: (UNTOLD, f"neither their day of printing nor their words tell of {day}"),
    }
    return tuple(
        Chapter(name, tuple(each.account.article.id for each in told[phase]), reason)
        for phase, (name, reason) in names.items()
        if told[phase]
    )


def _place(account: Account, pivot: Pivot, year: int | None) -> _Placed:
    """Place an account by the day it was printed, and by its tense on the day itself or where no day is known."""
    phase, words = read_phase(account, pivot.words, pivot.day)
    days = printed_days(account.article, year)
    if days and pivot.day and days[1] < pivot.day:
        return _Placed(account, Phase.BEFORE, words if phase is Phase.BEFORE else "", days, by_day=True)
    if days and pivot.day and days[0] > pivot.day:
        return _Placed(account, Phase.AFTER, words if phase is Phase.AFTER else "", days, by_day=True)
    return _Placed(account, phase, words, days, by_day=False)


def _with_first(placed: Sequence[_Placed], pivot: Pivot) -> list[_Placed]:
    """Set apart the accounts that were printed before any account names the event, and do not name it."""
    named = [not events_in(_whole(each.account)).isdisjoint(pivot.words) for each in placed]
    begins = min((each.days[0] for each, names in zip(placed, named, strict=True) if names and each.days), default=None)
    found = []
    for each, names in zip(placed, named, strict=True):
        early = each.days is not None and begins is not None and each.days[1] < begins
        first = early and not names
        found.append(_Placed(each.account, Phase.FIRST, "", each.days, by_day=True) if first else each)
    return found


def _whole(account: Account) -> str:
    return f"{account.article.title or ''} {account.article.text}"


def _with_copies(placed: Sequence[_Placed], first_of: dict[str, str]) -> list[_Placed]:
    """Give copies of one text one phase: that of most of them, the earlier one where they are even."""
    phases: dict[str, Counter[Phase]] = {}
    for each in placed:
        if each.phase is not Phase.UNTOLD:
            key = first_of.get(each.account.article.id, each.account.article.id)
            phases.setdefault(key, Counter())[each.phase] += 1
    order = list(Phase)
    found = []
    for each in placed:
        told = phases.get(first_of.get(each.account.article.id, each.account.article.id), Counter())
        phase = min(told, key=lambda one: (-told[one], order.index(one)), default=Phase.UNTOLD)
        same = phase is each.phase
        found.append(each if same else _Placed(each.account, phase, "", each.days, by_day=False))
    return found


def _chapter(phase: Phase, rows: Sequence[_Placed], pivot: Pivot) -> Chapter:
    articles = tuple(each.account.article.id for each in rows)
    if phase is Phase.UNTOLD:
        reason = f"neither their day of printing nor their words on the {pivot.name} tell"
        return Chapter(UNTOLD, articles, reason)
    if phase is Phase.FIRST:
        name = f"first reports, before the {pivot.name} {_was(pivot)} known"
        return Chapter(name, articles, f"printed {_printed(rows)}, and does not name the {pivot.name} yet")
    parts = []
    if any(each.by_day for each in rows):
        parts.append(f"printed {phase} {tell_day(pivot.day)}")
    words = sorted({each.words for each in rows if each.words})[:3]
    if words:
        verb = "looks" if len(rows) == 1 else "look"
        how = f"{verb} ahead to it" if phase is Phase.BEFORE else f"{verb} back on it"
        parts.append(f"{how}: {', '.join(f'“{each}”' for each in words)}")
    return Chapter(
        f"{phase} {pivot.told}", articles, "; or ".join(parts) or "carries the text of another of this phase"
    )


def _was(pivot: Pivot) -> str:
    return "were" if pivot.name.endswith("s") and not pivot.name.endswith("ss") else "was"


def _printed(rows: Sequence[_Placed]) -> str:
    """Return the days on which accounts were printed, in words."""
    days = [day for each in rows if each.days for day in each.days]
    low, high = min(days), max(days)
    if low == high:
        return f"on {tell_day(low)}"
    return f"on {tell_day(low)} or {tell_day(high)}" if high - low == timedelta(1) else (
        f"between {tell_day(low)} and {tell_day(high)}"
    )  # fmt: skip


def _order(placed: _Placed) -> tuple[datetime, str]:
    published = placed.account.article.published
    known = published.between() if published.sure is not Sure.UNSURE else None
    return (known[0] if known else datetime.max.replace(tzinfo=UTC)), placed.account.article.id
