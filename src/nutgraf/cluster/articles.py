"""Accounts to stories: which of them tell one event, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from nutgraf.cluster.by_hand import correct_grouping, with_hand
from nutgraf.cluster.chapters import find_chapters
from nutgraf.cluster.features import Features, read_account
from nutgraf.cluster.grouping import Group, Grouping, group_accounts
from nutgraf.cluster.reasons import tell_reasons
from nutgraf.records.annotation import Account
from nutgraf.records.article import Article, ArticleKind, Copies, Sure
from nutgraf.records.correction import Correction
from nutgraf.records.story import Membership, Story
from nutgraf.text import fold, stable_id

MADE_BY = "cluster/2"

_LATEST = datetime.max.replace(tzinfo=UTC)


def cluster_articles(
    accounts: Sequence[Account], copies: Copies, corrections: Sequence[Correction] = ()
) -> tuple[Story, ...]:
    """Group accounts into stories, sorted by id: one event told by its accounts.

    Likeness is words and names in common, under fixed background weights; groups are made by average linkage; copies
    always stay together; a text told quite differently goes to the story whose common words it holds, a short text to
    the account that holds it. Corrections by hand are made last, in every run. Any order of arrival gives the same
    stories. Teasers never enter.
    """
    entering = {
        each.article.id: each for each in sorted(accounts, key=lambda each: (each.article.id, each.article.version))
    }
    told = [entering[key] for key in sorted(entering) if entering[key].article.kind is ArticleKind.ARTICLE]
    features = [read_account(account) for account in told]
    together = _copy_groups(features, copies)
    grouping, by_hand = correct_grouping(features, group_accounts(features, together), corrections)
    stories = (_story(told, features, grouping, group, by_hand) for group in grouping.groups)
    return tuple(sorted(stories, key=lambda story: story.id))


def _copy_groups(features: Sequence[Features], copies: Copies) -> list[Group]:
    """Return the groups of copies, of two and more, as places in `features`."""
    places = {each.article: place for place, each in enumerate(features)}
    groups = [tuple(sorted(places[article] for article in group if article in places)) for group in copies.groups]
    return sorted(group for group in groups if len(group) > 1)


def _story(
    told: Sequence[Account], features: Sequence[Features], grouping: Grouping, group: Group, by_hand: Mapping[str, str]
) -> Story:
    """Write the record of one story."""
    accounts = [told[place] for place in group]
    first = min((account.article for account in accounts), key=anchor)
    labels = {place: _label(told[place].article) for place in group}
    copied = [tuple(told[place].article.id for place in seed) for seed in grouping.together if seed[0] in labels]
    reasons = tell_reasons(features, grouping, group, labels)
    members = tuple(
        Membership(account.article.id, account.article.version, with_hand(by_hand.get(account.article.id), why, group))
        for account, why in zip(accounts, reasons, strict=True)
    )
    return Story(stable_id("story", first.id), (), members, find_chapters(accounts, copied), MADE_BY)


def anchor(article: Article) -> tuple[datetime, str]:
    """Return the order in which articles of a story stand: by the published time where known, then by id."""
    known = article.published.between() if article.published.sure is not Sure.UNSURE else None
    return (known[0] if known else _LATEST), article.id


def _label(article: Article) -> str:
    """Return the words by which a reader knows an article."""
    outlet = article.carrier or article.origin
    if article.origin and outlet and fold(article.origin) not in fold(outlet):
        outlet = f"{outlet}, from {article.origin}"
    opening = " ".join(article.text[:60].split()[:6])
    title = f"“{article.title}”" if article.title else f"the article that begins “{opening}…”"
    return f"{title} ({outlet})" if outlet else title
