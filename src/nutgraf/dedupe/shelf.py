"""The shelf: where sketches, pairs and texts of an archive lie, so that a new article touches only its candidates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from nutgraf.records.article import Article
from nutgraf.records.copies import Carried, Copy

Found = tuple[str | None, str | None, str]
"""The original, the origin and the reason of a text, as `Verdict` has them."""


class Shelf(Protocol):
    """What `update_copies` asks of the place that keeps an archive's copies; the store has one in SQL.

    A text is known by the lowest id of the articles that carry it.
    """

    def article(self, article: str) -> Article:
        """Return an article as it was when it was put here."""
        ...

    def put_sketches(self, sketches: Sequence[tuple[Article, int, Sequence[int]]]) -> None:
        """Keep articles with their ranks and keys, each alone with its text."""
        ...

    def drop_sketch(self, article: str) -> None:
        """Forget an article with its keys, its facts and what it carries."""
        ...

    def keys(self, article: str) -> Sequence[int]:
        """Return the keys of an article, none where it is not here."""
        ...

    def held_keys(self, keys: Sequence[int]) -> Iterable[int]:
        """Return those of some keys that anybody holds."""
        ...

    def first_holders(self, key: int, most: int) -> list[str]:
        """Return the articles that hold a key, by rank, the first so many."""
        ...

    def holders(self, key: int) -> Iterable[str]:
        """Return all articles that hold a key, by rank."""
        ...

    def pairs(self, article: str, most: int | None = None) -> list[Copy]:
        """Return the pairs that an article is in, by the id of the other one; the first so many copies where told."""
        ...

    def put_pair(self, pair: Copy) -> None:
        """Keep a pair, in place of what was kept of the two articles."""
        ...

    def drop_pair(self, pair: Copy) -> None:
        """Forget what was kept of two articles."""
        ...

    def facts(self, articles: Iterable[str]) -> Mapping[str, bytes | None]:
        """Return the facts that were kept of articles."""
        ...

    def put_facts(self, article: str, facts: bytes) -> None:
        """Keep the facts of an article."""
        ...

    def text(self, article: str) -> str:
        """Return the text that an article carries."""
        ...

    def carriers(self, text: str) -> list[str]:
        """Return the articles that carry a text, by id."""
        ...

    def move_carrier(self, article: str, text: str) -> None:
        """Let one article carry another text."""
        ...

    def move_text(self, text: str, to: str) -> None:
        """Let all articles of a text carry another one."""
        ...

    def verdict(self, text: str) -> Found | None:
        """Return what was found of a text that several articles carry."""
        ...

    def put_verdict(self, text: str, found: Found | None) -> None:
        """Keep what was found of a text; `None` where one article alone carries it."""
        ...

    def put_carried(self, article: str, carried: Carried | None) -> None:
        """Keep what an article carries; `None` where it is in no pair of copies."""
        ...
