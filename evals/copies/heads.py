"""Heads of made articles: outlet, time, credit, and what of them tells which of two is the original."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from nutgraf.records.article import Published, Sure

OUTLETS = (
    "The Harbour Courier", "Northam Gazette", "Valley Observer", "The Daily Lantern", "Eastport Chronicle",
    "Radio Kestrel", "The Milltown Post", "Bayside Tribune", "Westmark Today", "The Upland Mail",
)  # fmt: skip
AGENCY = "Meridian Press Agency"
"""Invented: no registry knows them, so only what the article says can tell."""

HOUSES = (
    "Get the day’s most important headlines every morning: our briefing is free and takes five minutes. Readers who "
    "support us keep this newsroom open to all. Have a comment on this report? Letters to the editors may be shortened "
    "before they are printed.",
    "The Lantern Group owns nine regional titles and two radio stations. Its reporters follow the code of practice of "
    "the press council, and corrections are printed on page two of the next edition. Our offices on Quay Street are "
    "open to visitors from ten to four on weekdays.",
    "This page is updated through the day as our reporters learn more. All times are local unless we say otherwise. "
    "Pictures that readers send us are checked before they appear, and we never pay for them. More of our reports on "
    "this subject stand at the foot of the page.",
)
"""Lines of three invented houses that extraction might leave in a text."""

_FIRST = datetime(2031, 3, 3, 8, tzinfo=UTC)


class Telling(StrEnum):
    """What tells which of two articles is the original."""

    TIME = "time of publication"
    DAY = "day of publication"
    ORIGIN = "the copy names its origin"
    REPRINT = "reprint line beside the text"
    LINE = "reprint line in the text"
    AGENCY = "agency credit, the agency's page known"
    THIRD = "both credit one agency, its page not known"
    NOTHING = "nothing"


KNOWN = tuple(telling for telling in Telling if telling not in (Telling.THIRD, Telling.NOTHING))
"""With these the original is known; with the others *unsure* is right."""
WIRE = (Telling.AGENCY, Telling.THIRD)
"""What may tell of a text that itself credits an agency."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands about a text: its outlet, who made it, when it was published, a line about reprinting."""

    carrier: str
    origin: str | None
    published: Published
    beside: str | None = None
    last_line: str | None = None


def draw_heads(telling: Telling, dice: random.Random) -> tuple[Head, Head]:
    """Return the heads of an original and of its copy."""
    first, second = dice.sample(OUTLETS, 2)
    moment = _FIRST + timedelta(hours=dice.randint(0, 14), days=dice.randint(0, 200))
    same = _day(moment)
    if telling is Telling.TIME:
        later = moment + timedelta(minutes=dice.randint(20, 2000))
        return Head(first, None, _exactly(moment)), Head(second, None, _exactly(later))
    if telling is Telling.DAY:
        return Head(first, None, same), Head(second, None, _day(moment + timedelta(days=dice.randint(3, 9))))
    if telling is Telling.ORIGIN:
        return Head(first, None, same), Head(second, first, same)
    if telling is Telling.REPRINT:
        line = f"This article was first published by {first}."
        return Head(first, None, same), Head(second, None, same, beside=line)
    if telling is Telling.LINE:
        line = f"This article first appeared in {first}."
        return Head(first, None, same), Head(second, None, same, last_line=line)
    if telling is Telling.AGENCY:
        return Head(AGENCY, AGENCY, same), Head(second, AGENCY, same)
    if telling is Telling.THIRD:
        return Head(first, AGENCY, same), Head(second, AGENCY, same)
    return Head(first, None, same), Head(second, None, same)


def _exactly(moment: datetime) -> Published:
    return Published(moment.isoformat(), "made by the set", Sure.SURE)


def _day(moment: datetime) -> Published:
    return Published(moment.date().isoformat(), "made by the set", Sure.SURE)
