"""Everything that is needed to print one story."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.records.annotation import Account
from nutgraf.records.article import Article, Published, Span
from nutgraf.records.belonging import Related
from nutgraf.records.brief import Brief
from nutgraf.records.comparison import Comparison
from nutgraf.records.copies import Copies
from nutgraf.records.known import KnownAt
from nutgraf.records.story import Story

UNNAMED = "outlet not named on its page"


@dataclass(frozen=True, slots=True)
class PageProof:
    """A page behind a story: its id and the SHA-256 of its bytes."""

    id: str
    digest: str


@dataclass(frozen=True, slots=True)
class LinkedStory:
    """Another story of the same matter, by id and headline."""

    id: str
    headline: str
    related: Related


@dataclass(frozen=True, slots=True)
class Dossier:
    """A story with its accounts (by article id), copies, comparison, brief, the pages behind them, and related ones.

    `known` says of a story as it was known at a moment which accounts count; `None`: all that are known now.
    """

    story: Story
    accounts: tuple[Account, ...]
    copies: Copies
    comparison: Comparison
    brief: Brief
    pages: tuple[PageProof, ...] = ()
    related: tuple[LinkedStory, ...] = ()
    known: KnownAt | None = None

    def article(self, key: str) -> Article:
        """Return the article with this id."""
        return next(account.article for account in self.accounts if account.article.id == key)

    def number(self, key: str) -> int:
        """Return the number, from 1, by which pages refer to an article; 0 for an article of another story."""
        keys = [account.article.id for account in self.accounts]
        return keys.index(key) + 1 if key in keys else 0

    def outlet(self, key: str) -> str:
        """Return the name to show for an article, the comparison's where it has one."""
        for sourcing in self.comparison.sourcing:
            if sourcing.article == key:
                return sourcing.outlet
        return outlet_name(self.article(key)) if self.number(key) else UNNAMED

    def words(self, span: Span) -> str:
        """Return the exact words at a span of one of the articles."""
        return self.article(span.article).words(span)

    def published(self, key: str) -> Published:
        """Return when an article was published, worked out from the other accounts where its own page does not tell."""
        own = self.article(key).published
        if own.value is not None and not own.value.startswith("--"):
            return own
        found = (item.published for item in self.comparison.calendar.published if item.article == key)
        return next(found, own)


def outlet_name(article: Article) -> str:
    """Return the name to show for an article: who made it, and who carries it where that is another."""
    if article.origin and article.carrier and article.origin != article.carrier:
        return f"{article.origin} (in {article.carrier})"
    return article.origin or article.carrier or UNNAMED


def copies_among(copies: Copies, accounts: tuple[Account, ...]) -> Copies:
    """Return the copies among these accounts."""
    keys = {account.article.id for account in accounts}
    groups = (tuple(key for key in group if key in keys) for group in copies.groups)
    pairs, reuse = (
        tuple(pair for pair in found if pair.article in keys and pair.of in keys)
        for found in (copies.pairs, copies.reuse)
    )
    carried = tuple(each for each in copies.carried if each.article in keys)
    return Copies(tuple(group for group in groups if group), pairs, copies.made_by, reuse, carried)
