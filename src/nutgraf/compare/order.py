"""The order in which accounts were published, as far as it is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from nutgraf.records.annotation import Account
from nutgraf.records.comparison import Calendar
from nutgraf.records.copies import Copies


@dataclass(frozen=True, slots=True, order=True)
class End:
    """One end of a publication interval: sortable text (UTC where a zone is printed), and the day as printed.

    `clock` tells what is known below the day: a moment (`zoned`), an hour of an unknown zone (`local`), or nothing.
    """

    text: str
    day: str
    clock: str

    def after(self, other: End) -> bool:
        """Tell whether this end surely lies after another.

        Moments are compared as such, and hours of two texts that print no zone. All else is compared by its printed
        day: a bare day has no zone, and a text of the 20th in Tarn is no news to one of the 20th in Marl.
        """
        if self.clock == other.clock != "":
            return self.text > other.text
        return self.day > other.day


@dataclass(frozen=True, slots=True)
class Order:
    """The publication interval of each account that has one."""

    first: Mapping[str, End]
    last: Mapping[str, End]

    def after(self, later: str, earlier: str) -> bool:
        """Tell whether one article was surely published after another."""
        start, end = self.first.get(later), self.last.get(earlier)
        return start is not None and end is not None and start.after(end)

    def known(self, article: str) -> bool:
        """Tell whether anything is known of when an article was published."""
        return article in self.first

    def day(self, article: str) -> str:
        """Return the day an article was published, empty where that is not known to the day."""
        start, end = self.first.get(article), self.last.get(article)
        return start.day if start is not None and end is not None and start.day == end.day else ""

    def key(self, article: str) -> tuple[str, str]:
        """Return a total order: publication, unknown last, then id."""
        return self.first[article].text if article in self.first else "9999", article


def order_accounts(accounts: Sequence[Account], calendar: Calendar, copies: Copies) -> Order:
    """Read when each account was published, from itself or from the story's calendar.

    A bare day stands for all its hours, so two accounts of one day have no order; a month stands for all its days. A
    copy says what its text said when it was first printed, so all copies of one text have the time of the earliest.
    """
    resolved = {found.article: found.published.value for found in calendar.published}
    first: dict[str, End] = {}
    last: dict[str, End] = {}
    for account in accounts:
        article = account.article
        value = article.published.value or ""
        if not value or value.startswith("--"):
            value = resolved.get(article.id) or ""
        if value and not value.startswith("--"):
            start, _, end = value.partition("/")
            first[article.id] = _end(start, "-01")
            last[article.id] = _end(end or start, "-99")
    for group in copies.groups:
        inside = [identity for identity in group if identity in first]
        for identity in inside:
            first[identity] = min(first[other] for other in inside)
            last[identity] = min(last[other] for other in inside)
    return Order(first, last)


_DAY = len("2025-08-16")


def _end(value: str, filling: str) -> End:
    """Return one end of an interval; what a year or a month leaves open is filled with its first or last day."""
    day, _, hour = value.partition("T")
    while len(day) < _DAY:
        day += filling
    if not hour:
        return End(day + ("T99" if filling == "-99" else ""), day, "")
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:  # a truncated time such as 2025-08-16T23
        return End(value, day, "local")
    if moment.tzinfo is None:
        return End(moment.isoformat(), day, "local")
    return End(moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S"), day, "zoned")
