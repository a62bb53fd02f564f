"""Articles to copies: which of them carry one text, whole or in part, and which is the original."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial

import numpy as np

from nutgraf.dedupe.candidates import find_candidates, rank_of
from nutgraf.dedupe.credits import Facts, read_facts
from nutgraf.dedupe.judging import direct_pair, held_shares, judge_ends, judge_pair
from nutgraf.dedupe.originals import Verdict, find_original
from nutgraf.dedupe.readings import Reading
from nutgraf.dedupe.shares import carry
from nutgraf.dedupe.sketches import sketch_articles
from nutgraf.joining import join_pairs
from nutgraf.records.article import Article, ArticleKind
from nutgraf.records.copies import COPYING, JOINING, Carried, Copies, Copy

MADE_BY = "dedupe/3"

BATCH = 256
"""Articles that are sketched together."""

HELD = 1024
"""Readings that are held at once."""

Read = Callable[[str], Reading]
Groups = tuple[tuple[str, ...], ...]


def dedupe_articles(articles: Sequence[Article]) -> Copies:
    """Find the articles that carry one text, group them, and tell what each has from others.

    Teasers never enter. Each pair stands once: `article` is the copy where the original is known, else the one of
    which the larger share stands in the other. Exact and near pairs make groups; a partial pair joins none. The
    outcome does not depend on the order of `articles`, nor on whether they came at once (`update.py`).
    """
    entering = {article.id: article for article in sorted(articles, key=lambda each: (each.id, each.version))}
    told = {key: article for key, article in entering.items() if article.kind is ArticleKind.ARTICLE}
    read = lru_cache(maxsize=HELD)(lambda key: Reading(told[key]))
    found = list(_pairs(sorted(told, key=lambda key: (rank_of(key), key)), told, read))
    copies = [pair for pair in found if pair.kind in COPYING]
    groups = _group(sorted(told), copies)
    facts = {key: read_facts(told[key]) for key in sorted({end for pair in copies for end in (pair.article, pair.of)})}
    verdicts = _judge_groups(groups, copies, facts)
    directed = [direct_pair(pair, _judge(pair, verdicts, facts), facts) for pair in copies]
    return Copies(
        groups,
        tuple(sorted(directed, key=lambda pair: (pair.article, pair.of))),
        MADE_BY,
        tuple(sorted((pair for pair in found if pair.kind not in COPYING), key=lambda pair: (pair.article, pair.of))),
        tuple(_carried(groups, verdicts, directed, facts, read)),
    )


def _pairs(ranked: Sequence[str], told: dict[str, Article], read: Read) -> Iterator[Copy]:
    keys, owners = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for start in range(0, len(ranked), BATCH):
        made = sketch_articles([told[key] for key in ranked[start : start + BATCH]])
        keys.append(made[0])
        owners.append(made[1] + start)
    for first, second in find_candidates(np.concatenate(keys), np.concatenate(owners)).tolist():
        left, right = sorted((ranked[first], ranked[second]))
        pair = judge_pair(read(left), read(right))
        if pair is not None:
            yield pair


def _group(ids: Sequence[str], pairs: Iterable[Copy]) -> Groups:
    """Return the connected components over exact and near pairs, each sorted, alone ones included; `ids` are sorted."""
    place = {article: index for index, article in enumerate(ids)}
    whole = ((place[pair.article], place[pair.of]) for pair in pairs if pair.kind in JOINING)
    return tuple(tuple(ids[index] for index in group) for group in join_pairs(len(ids), whole))


def _judge_groups(groups: Groups, pairs: Iterable[Copy], facts: dict[str, Facts]) -> dict[str, Verdict]:
    """Return the verdict on each group of two and more, for each of its members."""
    group_of = {article: place for place, group in enumerate(groups) if len(group) > 1 for article in group}
    inside: dict[int, list[Copy]] = {}
    for pair in pairs:
        if pair.kind in JOINING:
            inside.setdefault(group_of[pair.article], []).append(pair)
    found = {
        place: find_original([facts[article] for article in groups[place]], partial(held_shares, joined))
        for place, joined in inside.items()
    }
    return {article: found[place] for article, place in group_of.items()}


def _judge(pair: Copy, verdicts: dict[str, Verdict], facts: dict[str, Facts]) -> Verdict:
    """Return the verdict on a pair: its group's, or that on its two articles where it only shares a passage."""
    return verdicts[pair.article] if pair.kind in JOINING else judge_ends(facts[pair.article], facts[pair.of])


def _carried(
    groups: Groups, verdicts: dict[str, Verdict], pairs: Iterable[Copy], facts: dict[str, Facts], read: Read
) -> Iterator[Carried]:
    by_article: dict[str, list[Copy]] = {}
    for pair in pairs:
        by_article.setdefault(pair.article, []).append(pair)
        by_article.setdefault(pair.of, []).append(pair)
    first = {article: group[0] for group in groups for article in group}
    for article in sorted(by_article):
        yield carry(read(article), first[article], verdicts.get(article), by_article[article], facts)
