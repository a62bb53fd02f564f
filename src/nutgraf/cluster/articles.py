"""Accounts to stories: which of them tell one event, and why."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from nutgraf.cluster.by_hand import Group, correct_groups
from nutgraf.cluster.growing import grow
from nutgraf.cluster.memory import MemoryShelf
from nutgraf.cluster.profiles import profile_accounts
from nutgraf.cluster.shelf import Shelf
from nutgraf.cluster.stories import write_story
from nutgraf.cluster.texts import write_text
from nutgraf.records.annotation import Account
from nutgraf.records.article import ArticleKind
from nutgraf.records.copies import Copies
from nutgraf.records.correction import Correction
from nutgraf.records.story import Story

MADE_BY = "cluster/4"


def cluster_articles(
    accounts: Sequence[Account], copies: Copies, corrections: Sequence[Correction] = ()
) -> tuple[Story, ...]:
    """Group accounts into stories, sorted by id: one event told by its accounts.

    Articles that carry one text count once. Texts are alike by words, names, numbers and meaning under fixed background
    weights; groups are made by average linkage, in which two groups must be the more alike the larger they are.
    Corrections by hand are made last. Any order of arrival gives the same stories. Teasers never enter.
    """
    told = {each.article.id: each for each in accounts if each.article.kind is ArticleKind.ARTICLE}
    shelf = MemoryShelf(profile_accounts([told[key] for key in sorted(told)]))
    regroup_articles(shelf, (), _carried(told.keys(), copies))

    def accounts_of(articles: Collection[str]) -> list[Account]:
        return [told[article] for article in articles]

    return tell_stories(shelf, sorted(shelf.text_of(told).values()), accounts_of, corrections)


def regroup_articles(shelf: Shelf, gone: Collection[str], groups: Sequence[Group]) -> frozenset[str]:
    """Bring a shelf up to date: articles that are gone, and texts that came or changed, as the articles carrying each.

    `groups` must hold every article that shares a text, now or on the shelf, with one named here. Return the keys of
    all texts whose stories may have changed, and the articles named: corrections may speak of those that are gone.
    """
    named = {*gone, *(article for group in groups for article in group)}
    come = [write_text(group, [shelf.profile(article) for article in group]) for group in groups]
    return grow(shelf, set(shelf.text_of(named).values()), come) | named


def tell_stories(
    shelf: Shelf,
    keys: Collection[str],
    accounts_of: Callable[[Collection[str]], Sequence[Account]],
    corrections: Sequence[Correction] = (),
) -> tuple[Story, ...]:
    """Return the records of the stories that some texts are in, and of those that corrections name with them, by id."""
    groups, by_hand = correct_groups(shelf, keys, corrections)
    stories = (write_story(shelf, accounts_of(group), by_hand, MADE_BY) for group in groups)
    return tuple(sorted(stories, key=lambda story: story.id))


def _carried(articles: Collection[str], copies: Copies) -> list[Group]:
    """Return the articles by the text that they carry."""
    shared = [tuple(sorted(article for article in group if article in articles)) for group in copies.groups]
    loose = set(articles).difference(*shared)
    return sorted([*(group for group in shared if group), *((article,) for article in loose)])
