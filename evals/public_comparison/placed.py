"""Gold mentions and the points that the comparison puts their statements in; who is with whom, counted."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.annotation.chains import chains_of, score_chains
from evals.public_comparison.mentions import GoldStory, Mention, place_mentions
from evals.stories.accounts import keep_accounts
from nutgraf.compare.story import compare_story
from nutgraf.dedupe.articles import dedupe_articles
from nutgraf.records.annotation import Account
from nutgraf.records.comparison import Comparison
from nutgraf.records.story import Membership, Story

Together = NDArray[np.bool_]
"""For every two mentions of a story whether something holds of them."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention with the statement and the point that hold it; both its own where none does."""

    mention: Mention
    statement: str
    point: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A gold story with its mentions placed; `outside` stand in no line of our texts, `silent` in no statement."""

    name: str
    mentions: tuple[Placed, ...]
    outside: int
    silent: int


def compare_all(name: str, stories: Sequence[GoldStory], cache: Path) -> list[Compared]:
    """Return every story compared by the real stages; annotated accounts are kept in the cache."""
    articles = [document.article for story in stories for document in story.documents]
    kept = {account.article.id: account for account in keep_accounts(name, articles, cache)}
    return [_compare(story, [kept[document.article.id] for document in story.documents]) for story in stories]


def _compare(story: GoldStory, accounts: Sequence[Account]) -> Compared:
    articles = [account.article for account in accounts]
    members = tuple(Membership(article.id, article.version, "") for article in articles)
    told = compare_story(Story(story.name, (), members, (), "evals"), accounts, dedupe_articles(articles))
    wanted = sum(one.event for document in story.documents for one in document.mentions)
    found = [one for document in story.documents for one in place_mentions(document)]
    placed = place(found, told)
    silent = sum(one.point.startswith("alone ") for one in placed)
    return Compared(story.name, placed, wanted - len(found), silent)


def place(mentions: Sequence[Mention], comparison: Comparison) -> tuple[Placed, ...]:
    """Return each mention with the statement it begins in and that statement's point."""
    held = [(statement.span, statement.id, point.id) for point in comparison.points for statement in point.statements]
    return tuple(
        next(
            (
                Placed(one, statement, point)
                for span, statement, point in held
                if span.article == one.article and span.start <= one.start < span.end
            ),
            Placed(one, f"alone {number}", f"alone {number}"),
        )
        for number, one in enumerate(mentions)
    )


def same(keys: Sequence[Hashable]) -> Together:
    """Return who has the same key as whom."""
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    row = np.array([numbers[key] for key in keys], dtype=np.int64)
    found: Together = row[:, None] == row[None, :]
    return found


Tell = Callable[[Compared], Together]


def in_one_point(story: Compared) -> Together:
    """Tell which mentions lie in statements of one point."""
    return same([one.point for one in story.mentions])


def of_one_chain(story: Compared) -> Together:
    """Tell which mentions are of one event by the gold."""
    return same([one.mention.chain for one in story.mentions])


def of_one_lemma(story: Compared) -> Together:
    """Tell which mentions have the same lemma at their head."""
    return same([one.mention.lemma for one in story.mentions])


def all_together(story: Compared) -> Together:
    """Put all mentions together."""
    return np.ones((len(story.mentions), len(story.mentions)), dtype=np.bool_)


def of_sharing_statements(story: Compared) -> Together:
    """Tell which mentions lie in statements that have an event in common by the gold: what points could reach."""
    parts = _parts(story)
    return parts.T @ _widen(parts, of_one_chain(story)) @ parts > 0


def count_mentions(story: Compared, told: Together) -> tuple[int, int, int]:
    """Return pairs of mentions of different texts: rightly together, told together, together by the gold."""
    return _count(told, of_one_chain(story), [one.mention.article for one in story.mentions])


def count_statements(story: Compared, told: Together) -> tuple[int, int, int]:
    """Return pairs of statements of different texts that mention an event, counted likewise.

    Two statements are together by the gold where they have an event in common, and are told together where two of
    their mentions are.
    """
    parts = _parts(story)
    articles = {one.statement: one.mention.article for one in story.mentions}
    return _count(_widen(parts, told) > 0, _widen(parts, of_one_chain(story)) > 0, list(articles.values()))


def count_chains(story: Compared, keys: Sequence[Hashable]) -> list[float]:
    """Return what the story adds to CoNLL F1 where mentions of one key make a chain."""
    gold = chains_of([(number, one.mention.chain) for number, one in enumerate(story.mentions)])
    return score_chains(gold, chains_of(list(enumerate(keys))))


def _parts(story: Compared) -> NDArray[np.float64]:
    """Return which statement (row) has which mention (column)."""
    order = {key: number for number, key in enumerate(dict.fromkeys(one.statement for one in story.mentions))}
    parts = np.zeros((len(order), len(story.mentions)))
    for number, one in enumerate(story.mentions):
        parts[order[one.statement], number] = 1.0
    return parts


def _widen(parts: NDArray[np.float64], told: Together) -> NDArray[np.float64]:
    return parts @ told @ parts.T


def _count(told: Together, gold: Together, articles: Sequence[str]) -> tuple[int, int, int]:
    across = np.triu(~same(articles), 1)
    return int((told & gold & across).sum()), int((told & across).sum()), int((gold & across).sum())
