"""The table of one labelled set: the stage under test, the peers in the same run, and the two trivial answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from evals.annotation.report import Line, Sheet
from evals.stories.accounts import keep_accounts
from evals.stories.errors import list_errors
from evals.stories.ours import by_article, tell_stories
from evals.stories.peers_start import measure_peers
from evals.stories.scores import score_partition
from evals.stories.sets import Labelled
from nutgraf.records.annotation import Account
from nutgraf.records.article import Published, Sure


def measure_set(labelled: Labelled, development: Labelled | None, cache: Path, *, errors: bool) -> Sheet:
    """Return the table of a set; peers stand in it where there is a set to choose their settings on."""
    accounts = keep_accounts(labelled.name, labelled.articles, cache)
    stories = tell_stories(accounts)
    misses = list_errors(labelled, stories) if errors else []
    events = labelled.events
    others, notes = measure_peers(labelled, development, cache) if development else (list[Line](), list[str]())
    lines = [
        score_partition("nutgraf", by_article(stories), events, ours=True),
        *_undated(accounts, labelled),
        *others,
        score_partition("every article alone", {article: article for article in events}, events),
        score_partition("all in one", dict.fromkeys(events, "one"), events),
    ]
    what = f"{len(events)} articles, {len(set(events.values()))} events"
    return Sheet(labelled.title, what, lines, notes, misses)


def _undated(accounts: Sequence[Account], labelled: Labelled) -> list[Line]:
    """Return the line without days of printing, where a set has any: the floors were written down without them."""
    unknown = Published(None, "left out", Sure.UNSURE)
    bare = [replace(each, article=replace(each.article, published=unknown)) for each in accounts]
    if all(each.article.published.value is None for each in accounts):
        return []
    told = by_article(tell_stories(bare))
    return [score_partition("nutgraf, days of printing left out", told, labelled.events, ours=True)]
