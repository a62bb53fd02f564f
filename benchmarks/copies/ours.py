"""The seam: from texts to groups of those that are one text, by nutgraf's stage."""

from __future__ import annotations

from collections.abc import Sequence

from evals.annotation.articles import make_article

from nutgraf.dedupe.articles import dedupe_articles


def group_texts(texts: Sequence[str]) -> list[list[int]]:
    """Return the groups of two and more, as places in `texts`."""
    articles = [make_article(f"{place:08}", text) for place, text in enumerate(texts)]
    copies = dedupe_articles(articles)
    return [[int(identity) for identity in group] for group in copies.groups if len(group) > 1]
