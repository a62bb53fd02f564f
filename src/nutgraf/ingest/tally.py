"""What is met too often to be told one by one: counted, and told in one line for each sort."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from nutgraf.records.page import Outcome

SHOWN = 6
"""So many details of a sort are named, the most frequent first."""
_KEPT = 500
"""So many different details are kept apart, since they come from outside."""


class Sort(StrEnum):
    """What is counted; the value is its words, with {s} where a plural differs."""

    WHOLE = "whole"
    DAMAGED = "damaged"
    CUT = "cut short"
    NO_PAGE = "record{s} of other kinds than pages"
    NO_SUCCESS = "answer{s} of servers that had no page to give"
    NOTE = "record{s} of the crawler itself"
    REVISIT = "record{s} that only point{v} to an earlier capture"
    EMPTY = "record{s} with nothing in {it}"
    PACKED = "page{s} packed in a way that cannot be undone"
    CRAWLER_CUT = "page{s} cut by the crawler"
    CAPPED = "page{s} cut at the cap on bytes"
    UNENDED = "page{s} that end{v} too early"
    BARE = "row{s} with neither text nor HTML"
    UNREADABLE = "row{s} that cannot be read"
    REPLACED = "row{s} with bytes that are no text, replaced by a mark"
    OVERLONG = "row{s} longer than the cap"
    NO_MAIL = "mail{s} with nothing in {it}"
    OWNED = "file{s} that belong{v} to a page saved whole"
    NO_FILE = "file{s} that {is} no page{s}"
    OWN_FILE = "file{s} of the archive's own"
    UNSAFE = "file{s} that cannot be unpacked"


_PARTIAL = (Sort.CRAWLER_CUT, Sort.CAPPED, Sort.UNENDED, Sort.REPLACED)
_TOTALS = (Sort.WHOLE, Sort.DAMAGED, Sort.CUT)


class Count(NamedTuple):
    """One more of a sort; `detail` parts it, `first` names its place in words, `advice` says what to do."""

    sort: Sort
    detail: str = ""
    first: str = ""
    number: int = 1


@dataclass(slots=True)
class Tally:
    """The counts of one container."""

    counts: dict[Sort, dict[str, int]] = field(default_factory=dict)
    first: dict[Sort, str] = field(default_factory=dict)

    def add(self, count: Count) -> None:
        """Count one."""
        details = self.counts.setdefault(count.sort, {})
        detail = count.detail[:120] if count.detail[:120] in details or len(details) < _KEPT else "others"
        details[detail] = details.get(detail, 0) + count.number
        if count.first:
            self.first.setdefault(count.sort, count.first)

    def total(self, sort: Sort) -> int:
        """Return how many there are of a sort."""
        return sum(self.counts.get(sort, {}).values())

    def take(self) -> tuple[Count, ...]:
        """Return what was counted, and begin anew."""
        taken = tuple(
            Count(sort, detail, self.first.get(sort, "") if place == 0 else "", number)
            for sort, details in self.counts.items()
            for place, (detail, number) in enumerate(details.items())
        )
        self.counts.clear()
        self.first.clear()
        return taken

    def lines(self) -> Iterator[tuple[Outcome, str]]:
        """Yield what was counted in words, one line for each sort; the sorts come in the order above."""
        if self.total(Sort.DAMAGED) or self.total(Sort.CUT):
            end = "; it is cut short" if self.total(Sort.CUT) else ""
            yield Outcome.PARTIAL, f"records: {self.total(Sort.WHOLE)} whole, {self.total(Sort.DAMAGED)} damaged{end}"
        for sort in Sort:
            if sort not in _TOTALS and sort in self.counts:
                yield Outcome.PARTIAL if sort in _PARTIAL else Outcome.REFUSED, self._line(sort)

    def _line(self, sort: Sort) -> str:
        total, one = self.total(sort), self.total(sort) == 1
        words = {"s": "" if one else "s", "v": "s" if one else "", "is": "is" if one else "are"}
        told = f"{total} {sort.format(**words, it='it' if one else 'them')}"
        ranked = sorted(self.counts[sort].items(), key=lambda item: (-item[1], item[0]))
        named = [f"{number} {detail}" for detail, number in ranked if detail]
        if named:
            told += ": " + ", ".join(named[:SHOWN])
            told += f", and {len(named) - SHOWN} more kinds" if len(named) > SHOWN else ""
        first = self.first.get(sort)
        return f"{told} (first: {first})" if first else told
