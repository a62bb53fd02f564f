"""What of a story was known at a moment, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

from nutgraf.export.article_contract import said
from nutgraf.export.story_contract import AsOfOut, KnownOut
from nutgraf.records.known import KnownAccount, KnownAt


@dataclass(frozen=True, slots=True)
class NothingKnownOut:
    """What is given of a story of which nothing was known at the moment asked for."""

    id: Annotated[str, said("Id of the story.")]
    as_of: Annotated[AsOfOut, said("The moment, and from when its accounts count.")]


def export_known(known: KnownAt) -> AsOfOut:
    """Return what was known in the shape of the export."""
    accounts = tuple(
        KnownOut(each.article, each.outlet, each.version, each.current, each.on_hand, each.since, each.reason)
        for each in known.accounts
    )
    return AsOfOut(known.moment, len(known.counted), len(known.accounts), accounts)


def export_nothing(known: KnownAt) -> NothingKnownOut:
    """Return the record of a story of which nothing was known."""
    return NothingKnownOut(known.story, export_known(known))


def known_sentence(known: KnownAt) -> str:
    """Return how many accounts count: "As known at 2031-05-03 14:05 UTC: 4 of 7 accounts."."""
    number, of = len(known.counted), len(known.accounts)
    counted = f"{number} of {of}" if number else f"none of {of}"
    return f"As known at {told_moment(known.moment)}: {counted} account{'' if of == 1 else 's'}."


def told_moment(moment: str) -> str:
    """Return an ISO moment in UTC for people: midnight as the end of the day before, seconds only where there are
    any.
    """
    at = datetime.fromisoformat(moment)
    if (at.hour, at.minute, at.second) == (0, 0, 0):
        return f"the end of {(at - timedelta(days=1)).date().isoformat()} (UTC)"
    return at.strftime("%Y-%m-%d %H:%M:%S" if at.second else "%Y-%m-%d %H:%M") + " UTC"


def known_lines(known: KnownAt) -> Iterator[str]:
    """Yield how many count by a printed time alone, and a line for each account that does not count, or that counts in
    a version since replaced.
    """
    late = sum(not each.on_hand for each in known.counted)
    if late:
        how = f"came in later and count{'s' if late == 1 else ''} by the time printed or worked out"
        yield f"{late} of them {how}: the words that stood there then may have been others"
    for each in known.counted:
        if not each.current:
            yield f"earlier version: {_name(each)}: {each.reason}"
    for each in known.left_out:
        yield f"left out: {_name(each)}: {each.reason}"


def _name(each: KnownAccount) -> str:
    return f"{each.outlet} ({each.article[:8]})"
