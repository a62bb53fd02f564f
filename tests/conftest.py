"""Accounts made of small articles, read by the real annotators, and their comparison."""

import pytest
from hypothesis import HealthCheck, settings

from nutgraf.annotate.article import annotate_article
from nutgraf.compare.story import compare_story
from nutgraf.records.annotation import Account
from nutgraf.records.article import Article, ArticleKind, Block, Published, Role, Sure
from nutgraf.records.copies import Copies
from nutgraf.records.story import Membership, Story

settings.register_profile("nutgraf", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("nutgraf")  # a busy machine is no fault


def account_of(text, identity="a", outlet="Sund Gazette", published="2026-03-04", title=None, origin="same"):
    """Return the account of an article; paragraphs are parted by blank lines, "- " opens a list item."""
    blocks, body = [], ""
    for paragraph in text.split("\n\n"):
        role = Role.LIST if paragraph.startswith("- ") else Role.BODY
        start = len(body) + (2 if body else 0)
        words = paragraph.removeprefix("- ")
        body = f"{body}\n\n{words}" if body else words
        blocks.append(Block(start, start + len(words), role))
    article = Article(
        id=identity, version="v", page=f"page-{identity}", place=0, kind=ArticleKind.ARTICLE, address=None,
        path=f"{identity}.txt", title=title, byline=None, dateline=None, carrier=outlet,
        origin=outlet if origin == "same" else origin, published=Published(published, "printed", Sure.SURE),
        language="en", text=body, blocks=tuple(blocks), anchors=(), asides=(), completeness=1.0, partial=None,
        made_by="test",
    )  # fmt: skip
    return Account(article, annotate_article(article))


def copies_of(accounts):
    return Copies(tuple((account.article.id,) for account in accounts), (), "test")


def compare_of(accounts, copies=None):
    members = tuple(Membership(a.article.id, a.article.version, "test") for a in accounts)
    story = Story("story", (), members, (), "test")
    return compare_story(story, accounts, copies or copies_of(accounts))


OUTLETS = ("Sund Gazette", "Port Vell Courier", "Norland Herald", "Vale Tribune", "Coast Chronicle")


def accounts_of(*texts, published=()):
    days = [*published, *["2026-03-04"] * (len(texts) - len(published))]
    return [account_of(t, f"{i}", OUTLETS[i], days[i]) for i, t in enumerate(texts)]


def found_in(kind, *texts, published=()):
    """Return (verdict, words of the cells) of every finding of a kind when these texts are compared."""
    comparison = compare_of(accounts_of(*texts, published=published))
    return [(f.verdict.value, tuple(c.words for c in f.cells)) for f in comparison.findings if f.kind.value == kind]


@pytest.fixture(scope="session")
def make_account():
    return account_of


@pytest.fixture(scope="session")
def make_accounts():
    return accounts_of


@pytest.fixture(scope="session")
def compare():
    return compare_of


@pytest.fixture(scope="session")
def find():
    return found_in
