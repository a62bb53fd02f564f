"""What of a story was known at a moment."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """One article of a story at a moment: the version that counts (nothing where none was known yet), and why.

    `current` tells whether it is the current version. `since` is the moment (ISO 8601, UTC) from which that version
    counts, or from which the first one will; `on_hand` tells whether it had been captured or read by the moment asked
    for, and does not count only by a time that is printed.
    """

    article: str
    outlet: str
    version: str | None
    current: bool
    on_hand: bool
    since: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class KnownAt:
    """Which accounts of a story count at a moment (ISO 8601, UTC), by article id; those left out stand here, too."""

    story: str
    moment: str
    accounts: tuple[KnownAccount, ...]

    @property
    def counted(self) -> tuple[KnownAccount, ...]:
        """The accounts that count."""
        return tuple(each for each in self.accounts if each.version is not None)

    @property
    def left_out(self) -> tuple[KnownAccount, ...]:
        """The accounts that do not count, the first to come first."""
        found = [each for each in self.accounts if each.version is None]
        return tuple(sorted(found, key=lambda each: (each.since or "9999", each.article)))
