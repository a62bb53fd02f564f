"""What went wrong on a development set: torn events and mixed stories, with ids, sizes and the words of `why`.

They are printed on the reader's own machine only: `why` quotes the articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from evals.stories.ours import by_article, whys
from evals.stories.partitions import mixed, torn
from evals.stories.sets import Labelled
from nutgraf.records.story import Story

SHOWN = 8
"""Digits of a story's id that are printed."""


class ErrorsRefused(Exception):
    """Errors of a test set were asked for; the message says why there are none."""


def list_errors(labelled: Labelled, stories: Sequence[Story]) -> list[str]:
    """Return the errors in lines; of a test set nobody reads them."""
    if not labelled.development:
        raise ErrorsRefused(refuse(labelled.name))
    told, events = by_article(stories), labelled.events
    listing = _Listing(labelled, whys(stories))
    lines = []
    for event in torn(told, events):
        homes = {article: told[article][:SHOWN] for article in events if events[article] == event}
        lines += listing.part("split: event", event, homes)
    for story in mixed(told, events):
        homes = {article: events[article] for article in events if told[article] == story}
        lines += listing.part("merged: story", story[:SHOWN], homes)
    return lines


def refuse(name: str) -> str:
    """Say why the errors of a test set are not listed."""
    return (
        f"{name}: errors are not listed: a test set is scored and never read, for a rule made after reading its errors "
        "would fit it; read those of ecbplus-dev or of the traps"
    )


class _Listing:
    """Writes one error: the sizes of its parts, and each member outside the largest with its reason."""

    def __init__(self, labelled: Labelled, why: dict[str, str]) -> None:
        self._pages = {article.id: article.page for article in labelled.articles}
        self._why = why

    def part(self, kind: str, name: str, homes: dict[str, str]) -> list[str]:
        counts = Counter(homes[article] for article in sorted(homes))
        (largest, _), *_ = counts.most_common(1)
        sizes = ", ".join(f"{size} in {home}" for home, size in counts.most_common())
        wrong = [article for article in sorted(homes, key=self._pages.__getitem__) if homes[article] != largest]
        members = [f"    {self._pages[article]} ({homes[article]}): {self._why[article]}" for article in wrong]
        return [f"{kind} {name}: {sizes}", *members]
