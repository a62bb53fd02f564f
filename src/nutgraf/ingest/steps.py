"""What the readers of containers speak: where they are, and what they met there."""

from __future__ import annotations

from typing import NamedTuple

from nutgraf.ingest.tally import Count
from nutgraf.records.page import Outcome, Page

At = tuple[int, ...]
"""A place to begin from in a container; each reader knows what its numbers mean, and none means the beginning."""


class Place(NamedTuple):
    """A container as it is named.

    `path` is the file's path, `label` names the container ("crawl.zip, site/pages.jsonl"), `address` is a `file://`
    address with or without a fragment.
    """

    path: str
    label: str
    address: str

    def part(self, name: str, value: int | str) -> str:
        """Return the address of a part that has no web address of its own."""
        return f"{self.address}{'&' if '#' in self.address else '#'}{name}={value}"

    def told(self, where: str) -> str:
        """Return the words for a place in the container."""
        return f"{self.label}, {where}"


class Told(NamedTuple):
    """Something that could not be taken whole, in words."""

    outcome: Outcome
    reason: str


class Step(NamedTuple):
    """What one record, row, mail or file came to, and where to begin to find the next.

    A step with neither is a sign of life: it gives the reader of a long file its time anew.
    """

    at: At
    made: Page | Told | None = None
    counts: tuple[Count, ...] = ()
