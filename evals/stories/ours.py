"""The stage under test: accounts in, groups out, and in words why an article is where it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nutgraf.cluster.articles import cluster_articles
from nutgraf.dedupe.articles import dedupe_articles
from nutgraf.records.annotation import Account
from nutgraf.records.story import Story

TellStories = Callable[[Sequence[Account]], tuple[Story, ...]]


def tell_stories(accounts: Sequence[Account]) -> tuple[Story, ...]:
    """Return the stories of accounts; copies are found in the same run."""
    return cluster_articles(accounts, dedupe_articles([account.article for account in accounts]))


def by_article(stories: Sequence[Story]) -> dict[str, str]:
    """Return the story of each article."""
    return {member.article: story.id for story in stories for member in story.members}


def whys(stories: Sequence[Story]) -> dict[str, str]:
    """Return why each article is in its story."""
    return {member.article: member.why for story in stories for member in story.members}
