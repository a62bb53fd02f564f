"""A story: the articles that tell one event, and why each of them is in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Membership:
    """One article of a story and, in words, why it is in it."""

    article: str
    version: str
    why: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A phase of a story ("before the event", "after it"): its articles in order, and the grounds."""

    name: str
    articles: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """One event told by accounts.

    `id` is anchored on the earliest member; `aliases` are ids it had before. Members are sorted by article id.
    """

    id: str
    aliases: tuple[str, ...]
    members: tuple[Membership, ...]
    chapters: tuple[Chapter, ...]
    made_by: str
