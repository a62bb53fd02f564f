"""Origins: how many independent voices stand behind a story and behind each point."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.compare.families import group_families
from nutgraf.compare.outlets import find_aggregators, name_outlet, printed_by
from nutgraf.joining import join_pairs
from nutgraf.records.annotation import Account
from nutgraf.records.article import Article
from nutgraf.records.comparison import Counts, OriginGroup
from nutgraf.records.copies import Copies
from nutgraf.text import fold


def group_origins(accounts: Sequence[Account], copies: Copies) -> tuple[OriginGroup, ...]:
    """Group the accounts by what they go back to.

    Articles that carry one text are one origin, and so are articles that the same outlet made. An outlet that cannot be
    told is its own origin. A reprint adds an outlet, never an origin.
    """
    articles = {account.article.id: account.article for account in accounts}
    ordered = sorted(articles)
    place = {identity: index for index, identity in enumerate(ordered)}
    pairs: list[tuple[int, int]] = []
    for group in copies.groups:
        inside = [place[identity] for identity in group if identity in place]
        pairs += [(inside[0], other) for other in inside[1:]]
    makers: dict[str, int] = {}
    for identity in ordered:
        maker = articles[identity].origin or articles[identity].carrier
        if maker:
            pairs.append((makers.setdefault(fold(maker), place[identity]), place[identity]))
    groups = join_pairs(len(ordered), pairs)
    return tuple(_group([articles[ordered[index]] for index in members], copies) for members in groups)


def _group(members: Sequence[Article], copies: Copies) -> OriginGroup:
    named = sorted({article.origin for article in members if article.origin})
    original = {pair.original for pair in copies.pairs if pair.original and pair.article in {a.id for a in members}}
    first = next((article for article in members if article.id in original), members[0])
    name = (first.origin or first.carrier or (named[0] if named else None)) or name_outlet(first)
    identities = tuple(article.id for article in members)
    if len(members) == 1:
        article = members[0]
        if article.origin and article.carrier and fold(article.origin) != fold(article.carrier):
            return OriginGroup(name, identities, f"Made by {article.origin}, printed by {article.carrier}.")
        if not article.origin and not article.carrier:
            return OriginGroup(name, identities, "The page does not tell its outlet, so it counts as its own.")
        return OriginGroup(name, identities, f"{name}'s own account.")
    inside = set(identities)
    shared = [pair for pair in copies.pairs if pair.article in inside and pair.of in inside]
    how = "carry one text" if shared else "come from one outlet"
    return OriginGroup(
        name, identities, f"{len(members)} articles {how}" + (f" of {name}." if shared else f", {name}.")
    )


def count_story(accounts: Sequence[Account], copies: Copies, origins: Sequence[OriginGroup]) -> Counts:
    """Count articles, distinct texts, outlets and independent origins, each with its grounds."""
    articles = [account.article for account in accounts]
    inside = {article.id for article in articles}
    texts = {tuple(sorted(inside & set(group))) for group in copies.groups if inside & set(group)}
    loose = inside - {identity for group in texts for identity in group}
    aggregators = find_aggregators(accounts)
    outlets = sorted({printed_by(article, aggregators) for article in articles})
    uncounted = sorted(aggregators.difference(outlets))
    unnamed = sum(1 for article in articles if not article.origin and not article.carrier)
    folded = len(inside) - len(texts) - len(loose)
    grounds = [
        f"{len(articles)} articles were read.",
        f"{folded} of them carry the text of another." if folded else "No article carries the text of another.",
        f"Outlets: {', '.join(outlets)}."
        + (f" {', '.join(uncounted)} only carries others and is not counted." if uncounted else ""),
        *(family.remark for family in group_families(accounts)),
        "Origins: " + "; ".join(f"{group.name} ({len(group.articles)})" for group in origins) + ".",
    ]
    if unnamed:
        grounds.append(
            f"{unnamed} of the pages do not name their outlet; each counts as an outlet and an origin of its own."
        )
    return Counts(len(articles), len(texts) + len(loose), len(outlets), len(origins), tuple(grounds))
