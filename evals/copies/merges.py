"""False merges: what the stage calls copies among all of articles-12k, a sample of it judged by hand."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
import numpy as np

from evals.annotation.report import Figure, Line, Sheet
from evals.bootstrap import Table, measure, over
from evals.copies.bases import NotHere
from evals.copies.made import COPIED, ONE_TEXT
from evals.copies.pairs import Kind
from evals.copies.real import BACKGROUND, read_set
from evals.copies.told import Pair, in_order, told_by
from nutgraf.dedupe.articles import dedupe_articles
from nutgraf.records.article import Article
from nutgraf.text import stable_id

JUDGED = Path(__file__).with_name("merges.json")
SAMPLE = 100
"""Pairs of each sort that are judged: those with the smallest hash, so that samples of two stages overlap."""


class JudgedPair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two articles and what kind of copy they are; `also` where a reader could say so, too."""

    a: str
    b: str
    kind: Kind
    also: tuple[Kind, ...] = ()


class Judgements(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    what: str
    pairs: tuple[JudgedPair, ...]


def read_judged(path: Path = JUDGED) -> dict[Pair, JudgedPair]:
    """Return what was judged, by pair."""
    judged = msgspec.json.decode(path.read_bytes(), type=Judgements)
    return {in_order(pair.a, pair.b): pair for pair in judged.pairs}


def measure_merges(cache: Path) -> list[Sheet]:
    """Return how many pairs of each sort were found, and how many of a sample are right."""
    try:
        articles = {article.id: article for article in read_set(cache, BACKGROUND)}
    except NotHere as missing:
        print(f"merges: not run: {missing}", file=sys.stderr)
        return []
    copies = dedupe_articles(list(articles.values()))
    judged, told = read_judged(), told_by(copies)
    groups = sum(len(group) > 1 for group in copies.groups)
    sorts = sort_pairs(told.kinds, articles)
    lines = [Line(name, _figures(pairs, judged), ours=True) for name, pairs in sorts.items()]
    notes = (
        f"{groups} groups of two or more. Intervals draw pairs.",
        "; ".join(_counted(name, pairs, judged) for name, pairs in sorts.items()) + ".",
        "Quotations, lines of the house, writers' notes and captions of galleries are wrong.",
        "`right or arguable` counts, too, what a reader could call either.",
    )
    return [Sheet("copies, false merges", f"{len(articles)} articles of articles-12k", lines, notes,
                  misses=list(_unjudged(sorts, judged)))]  # fmt: skip


def sort_pairs(kinds: Mapping[Pair, str], articles: Mapping[str, Article]) -> dict[str, list[Pair]]:
    """Return what was called a copy in three sorts, each by the hash of its ids."""
    sorts: dict[str, list[Pair]] = {"one text": [], "partial, two sources": [], "partial, one source": []}
    for pair, kind in kinds.items():
        one, two = (articles[identity].carrier for identity in pair)
        if kind in ONE_TEXT:
            sorts["one text"].append(pair)
        elif kind in COPIED:
            sorts["partial, one source" if one == two else "partial, two sources"].append(pair)
    return {name: sorted(pairs, key=lambda pair: stable_id(*pair)) for name, pairs in sorts.items()}


def _figures(pairs: Sequence[Pair], judged: Mapping[Pair, JudgedPair]) -> dict[str, Figure]:
    known = [judged[pair] for pair in pairs[:SAMPLE] if pair in judged]
    figures: dict[str, Figure] = {}
    if known:
        rows = np.array([(pair.kind in COPIED, bool(COPIED & {pair.kind, *pair.also}), 1) for pair in known], float)
        right, arguable = measure(rows, _shares)
        figures = {"right": right, "right or arguable": arguable}
    return figures


def _counted(name: str, pairs: Sequence[Pair], judged: Mapping[Pair, JudgedPair]) -> str:
    sample = pairs[:SAMPLE]
    return f"{name}: {len(pairs)} pairs, {sum(pair in judged for pair in sample)} of a sample of {len(sample)} judged"


def _shares(sums: Table) -> Table:
    return over(sums[:, :2], sums[:, 2:3])


def _unjudged(sorts: Mapping[str, Sequence[Pair]], judged: Mapping[Pair, JudgedPair]) -> Iterator[str]:
    for name, pairs in sorts.items():
        yield from (f"{name}: {one} / {two} is not judged" for one, two in pairs[:SAMPLE] if (one, two) not in judged)
