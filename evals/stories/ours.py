"""The stage under test: accounts in, groups out, and in words why an article is where it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nutgraf.cluster.articles import cluster_articles, regroup_articles
from nutgraf.cluster.homes import group_texts
from nutgraf.cluster.memory import MemoryShelf
from nutgraf.cluster.profiles import profile_accounts
from nutgraf.cluster.stories import anchor
from nutgraf.dedupe.articles import dedupe_articles
from nutgraf.records.annotation import Account
from nutgraf.records.story import Story
from nutgraf.text import stable_id

TellStories = Callable[[Sequence[Account]], tuple[Story, ...]]


def tell_stories(accounts: Sequence[Account]) -> tuple[Story, ...]:
    """Return the stories of accounts; copies are found in the same run."""
    return cluster_articles(accounts, dedupe_articles([account.article for account in accounts]))


class Growing:
    """The stories of accounts that come in bit by bit, each read once, on a shelf that grows.

    Copies are those among all of them: who carries whose text does not hang on the hour.
    """

    def __init__(self, accounts: Sequence[Account]) -> None:
        self._articles = {account.article.id: account.article for account in accounts}
        self._profiles = {profile.article: profile for profile in profile_accounts(accounts)}
        copies = dedupe_articles(list(self._articles.values()))
        self._text_of = {article: group for group in copies.groups for article in group}

    def stories_of(self, there: Sequence[Account]) -> dict[str, str]:
        """Return the story of each article that is there, by the id that the stage gives it."""
        present = {account.article.id for account in there}
        groups = {tuple(each for each in self._text_of[article] if each in present) for article in present}
        shelf = MemoryShelf(self._profiles[article] for article in present)
        regroup_articles(shelf, (), sorted(groups))
        stories = group_texts(shelf, set(shelf.text_of(present).values()))
        found = [[article for text in story for article in text.articles] for story in stories]
        return {article: self._id(articles) for articles in found for article in articles}

    def _id(self, articles: Sequence[str]) -> str:
        return stable_id("story", min((self._articles[each] for each in articles), key=anchor).id)


def by_article(stories: Sequence[Story]) -> dict[str, str]:
    """Return the story of each article."""
    return {member.article: story.id for story in stories for member in story.members}


def whys(stories: Sequence[Story]) -> dict[str, str]:
    """Return why each article is in its story."""
    return {member.article: member.why for story in stories for member in story.members}
