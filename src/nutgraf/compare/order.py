"""The order in which accounts were published, as far as it is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from nutgraf.records.annotation import Account
from nutgraf.records.article import Copies
from nutgraf.records.comparison import Calendar


@dataclass(frozen=True, slots=True)
class Order:
    """The publication interval of each account (ISO 8601 strings, empty where unknown)."""

    first: Mapping[str, str]
    last: Mapping[str, str]

    def after(self, later: str, earlier: str) -> bool:
        """Tell whether one article was surely published after another."""
        start, end = self.first.get(later, ""), self.last.get(earlier, "")
        return bool(start and end) and start > end

    def known(self, article: str) -> bool:
        """Tell whether anything is known of when an article was published."""
        return bool(self.first.get(article))

    def key(self, article: str) -> tuple[str, str]:
        """Return a total order: publication, unknown last, then id."""
        return self.first.get(article) or "9999", article


def order_accounts(accounts: Sequence[Account], calendar: Calendar, copies: Copies) -> Order:
    """Read when each account was published, from itself or from the story's calendar.

    A bare day stands for all its hours, so two accounts of one day have no order. A copy says what its text said when
    it was first printed, so all copies of one text have the time of the earliest.
    """
    resolved = {found.article: found.published.value for found in calendar.published}
    first: dict[str, str] = {}
    last: dict[str, str] = {}
    for account in accounts:
        article = account.article
        value = article.published.value or resolved.get(article.id) or ""
        if not value or value.startswith("--"):
            value = resolved.get(article.id) or ""
        start, _, end = value.partition("/")
        first[article.id] = _instant(start)
        last[article.id] = _instant(end or start, "T99")
    for group in copies.groups:
        inside = [identity for identity in group if first.get(identity)]
        for identity in inside:
            first[identity] = min(first[other] for other in inside)
            last[identity] = min(last[other] for other in inside)
    return Order(first, last)


def _instant(value: str, day_end: str = "") -> str:
    """Return a date or time as comparable text: in UTC where a zone is printed; a bare day stays a day, or its end."""
    if "T" not in value:
        return value + day_end if value else ""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:  # a truncated time such as 2025-08-16T23
        return value
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S") if moment.tzinfo else value
