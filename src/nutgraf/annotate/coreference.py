"""Pronouns and descriptions that stand for somebody: resolved where exactly one person or body fits."""

from __future__ import annotations

from nutgraf.records.annotation import Entity, Mention, Sentence
from nutgraf.records.article import Article


def resolve_references(
    article: Article, sentences: tuple[Sentence, ...], entities: tuple[Entity, ...], named: tuple[Mention, ...]
) -> list[Mention]:
    """Return the pronouns and descriptions outside quotes that only one entity fits."""
    return []
