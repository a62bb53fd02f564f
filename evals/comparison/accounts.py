"""The accounts of a labelled story, read by the real stages: articles, annotation, copies, comparison."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from evals.comparison.documents import read_texts
from evals.comparison.gold import GoldAccount, GoldStory, Where, check_story, find_place, read_story
from evals.stories.accounts import keep_accounts
from evals.stories.writing import NO_DATE, Printed, make_article
from nutgraf.compare.story import compare_story
from nutgraf.dedupe.articles import dedupe_articles
from nutgraf.records.annotation import Account
from nutgraf.records.article import Article, Published, Sure
from nutgraf.records.comparison import Comparison
from nutgraf.records.story import Membership, Story
from nutgraf.text import stable_id

HERE = Path(__file__).resolve().parent
FIRST, SECOND = HERE / "stories", HERE / "second"


class WrongLabels(Exception):
    """Labels that point nowhere; the message has a line for each."""


@dataclass(frozen=True, slots=True)
class Read:
    """A labelled story with its accounts by key and what comparing them gave."""

    name: str
    gold: GoldStory
    accounts: dict[str, Account]
    comparison: Comparison

    def place(self, where: Where) -> tuple[str, int, int]:
        """Return a labelled place as article and code points."""
        article = self.accounts[where.article].article
        return article.id, *find_place(where, article.text)

    def sentence(self, where: Where) -> tuple[str, int, int]:
        """Return a labelled place widened to the sentences that it touches."""
        identity, start, end = self.place(where)
        touched = [s for s in self.accounts[where.article].annotation.sentences if s.start < end and start < s.end]
        return identity, min([start, *(s.start for s in touched)]), max([end, *(s.end for s in touched)])


def read_labels(folder: Path, part: str | None = None) -> dict[str, GoldStory]:
    """Return the labelled stories of a folder by name, of one part or all."""
    told = {path.stem: read_story(path) for path in sorted(folder.glob("*.json"))}
    return {name: gold for name, gold in told.items() if part in (None, gold.part)}


def compare_stories(labels: dict[str, GoldStory], packs: Path, cache: Path) -> list[Read]:
    """Return every story compared; labels that point nowhere raise `WrongLabels`."""
    articles = {name: write_articles(name, gold, packs) for name, gold in labels.items()}
    wrong = [
        f"{name}: {fault}"
        for name, gold in labels.items()
        for fault in check_story(gold, {key: article.text for key, article in articles[name].items()})
    ]
    if wrong:
        raise WrongLabels("\n".join(wrong))
    every = [article for several in articles.values() for article in several.values()]
    annotated = {account.article.id: account for account in keep_accounts("comparison", every, cache)}
    return [
        _compared(name, labels[name], {key: annotated[article.id] for key, article in articles[name].items()})
        for name in labels
    ]


def write_articles(name: str, gold: GoldStory, packs: Path) -> dict[str, Article]:
    """Return the articles of a story by the accounts' keys."""
    documents = [account.document for account in gold.accounts if account.document]
    told = read_texts(packs, documents) if documents else {}
    texts = {one.key: told[one.document].text if one.document else one.text for one in gold.accounts}
    titles = {one.key: one.title or (told[one.document].title if one.document else None) for one in gold.accounts}
    return {one.key: _article(name, one, titles[one.key], texts[one.key]) for one in gold.accounts}


def _article(name: str, told: GoldAccount, title: str | None, text: str) -> Article:
    published = Published(told.published, "told by the labels", Sure.SURE) if told.published else NO_DATE
    made = make_article(
        stable_id("comparison", name, told.key),
        f"{name}/{told.key}",
        text.split("\n"),
        Printed(title, None, None, published),
    )
    return replace(made, carrier=told.carrier, origin=told.origin)


def _compared(name: str, gold: GoldStory, accounts: dict[str, Account]) -> Read:
    articles = [account.article for account in accounts.values()]
    members = tuple(Membership(article.id, article.version, "") for article in articles)
    story = Story(name, (), members, (), "evals")
    return Read(name, gold, accounts, compare_story(story, list(accounts.values()), dedupe_articles(articles)))
