"""Accounts to stories: which of them tell one event, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from nutgraf.cluster.chapters import find_chapters
from nutgraf.cluster.features import Features, read_account
from nutgraf.cluster.linkage import link_accounts
from nutgraf.cluster.reasons import ALONE, tell_shared, tell_stump
from nutgraf.cluster.similarity import likeness_rows
from nutgraf.cluster.strays import join_strays
from nutgraf.cluster.stumps import place_stumps
from nutgraf.records.annotation import Account
from nutgraf.records.article import Article, ArticleKind, Copies, Sure
from nutgraf.records.story import Membership, Story
from nutgraf.text import stable_id

MADE_BY = "cluster/1"

_LATEST = datetime.max.replace(tzinfo=UTC)


def cluster_articles(accounts: Sequence[Account], copies: Copies) -> tuple[Story, ...]:
    """Group accounts into stories, sorted by id: one event told by its accounts.

    Likeness is words and names in common, under fixed background weights; groups are made by average linkage; copies
    always stay together; short texts are put with the account that holds them. Any order of arrival gives the same
    stories. Teasers never enter.
    """
    entering = {
        each.article.id: each for each in sorted(accounts, key=lambda each: (each.article.id, each.article.version))
    }
    told = [entering[key] for key in sorted(entering) if entering[key].article.kind is ArticleKind.ARTICLE]
    features = [read_account(account) for account in told]
    together = _copy_groups(features, copies)
    groups, adopted = _group(features, together)
    return tuple(
        sorted((_story(group, told, features, together, adopted) for group in groups), key=lambda story: story.id)
    )


def _copy_groups(features: Sequence[Features], copies: Copies) -> list[tuple[int, ...]]:
    """Return the groups of copies, of two and more, as places in `features`."""
    places = {each.article: place for place, each in enumerate(features)}
    groups = [tuple(sorted(places[article] for article in group if article in places)) for group in copies.groups]
    return sorted(group for group in groups if len(group) > 1)


def _group(
    features: Sequence[Features], together: Sequence[tuple[int, ...]]
) -> tuple[list[tuple[int, ...]], dict[int, int]]:
    """Return the stories as places in `features`, and with which account each short text went.

    Short texts are measured apart only where they would stand alone (measured apart from the start they did worse on
    ECB+ topics 1-35: B-cubed F1 .875 instead of .895).
    """
    groups = join_strays(features, link_accounts(features, together))
    stumps = [group[0] for group in groups if len(group) == 1 and features[group[0]].short]
    stories = [group for group in groups if group[0] not in stumps or len(group) > 1]
    adopted = place_stumps(features, stories, stumps)
    grown = [list(story) for story in stories]
    for number, story in enumerate(stories):
        grown[number] += [stump for stump, account in adopted.items() if account in story]
    grown += [[stump] for stump in stumps if stump not in adopted]
    return sorted(tuple(sorted(story)) for story in grown), adopted


def _story(
    group: tuple[int, ...],
    told: Sequence[Account],
    features: Sequence[Features],
    together: Sequence[tuple[int, ...]],
    adopted: dict[int, int],
) -> Story:
    """Write the record of one story."""
    accounts = [told[place] for place in group]
    first = min((account.article for account in accounts), key=anchor)
    labels = {place: _label(told[place].article) for place in group}
    inside = [features[place] for place in group]
    rows = list(likeness_rows(inside))
    members = []
    for number, place in enumerate(group):
        if place in adopted:
            why = tell_stump(features[place], features[adopted[place]], labels[adopted[place]])
        else:
            others = [other for other in range(len(group)) if other != number]
            near = max(others, key=lambda other: (int(rows[number][other]), -other), default=None)
            why = ALONE if near is None else tell_shared(
                inside[number], inside[near], labels[group[near]], int(rows[number][near])
            )  # fmt: skip
            copied = next((seed for seed in together if place in seed), ())
            other_copies = [labels[other] for other in copied if other != place]
            if other_copies:
                why = f"carries the same text as {', '.join(other_copies[:3])}; {why}"
        article = told[place].article
        members.append(Membership(article.id, article.version, why))
    return Story(stable_id("story", first.id), (), tuple(members), find_chapters(accounts), MADE_BY)


def anchor(article: Article) -> tuple[datetime, str]:
    """Return the order in which articles of a story stand: by the published time where known, then by id."""
    known = article.published.between() if article.published.sure is not Sure.UNSURE else None
    return (known[0] if known else _LATEST), article.id


def _label(article: Article) -> str:
    """Return the words by which a reader knows an article."""
    outlet = article.origin or article.carrier
    opening = " ".join(article.text[:60].split()[:6])
    title = f"“{article.title}”" if article.title else f"the article that begins “{opening}…”"
    return f"{title} ({outlet})" if outlet else title
