"""Who meets whom on a shelf: the pairs that a new article brings, and those that it breaks in a crowd."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.dedupe.articles import BATCH
from nutgraf.dedupe.candidates import crowd_of, rank_of
from nutgraf.dedupe.shelf import Shelf
from nutgraf.dedupe.sketches import sketch_articles
from nutgraf.records.article import Article
from nutgraf.records.copies import Copy

Ends = tuple[str, str]
"""Two ids in their order."""


def shelve(shelf: Shelf, articles: Sequence[Article]) -> tuple[set[Ends], list[Copy]]:
    """Put articles on the shelf; return the pairs that may be copies now, and the kept pairs that are none any more.

    Of a crowded key only the first few meet all others. An article that comes among the first moves another out, whose
    pairs go where no other key holds them.
    """
    held = {one.id: keys for one, keys in _sketches(articles)}
    fresh: dict[int, list[str]] = {}
    for article in sorted(held, key=_rank):
        for key in held[article]:
            fresh.setdefault(key, []).append(article)
    before = {key: shelf.first_holders(key, crowd_of(key)) for key in shelf.held_keys(sorted(fresh))}
    shelf.put_sketches([(one, rank_of(one.id), held[one.id]) for one in articles])
    meeting: set[Ends] = set()
    moved: set[str] = set()
    for key in [key for key, new in fresh.items() if len(new) > 1 or key in before]:
        there, new = before.get(key, []), fresh[key]
        first = sorted((*there, *new), key=_rank)[: crowd_of(key)]
        moved.update(set(there).difference(first))
        for article in new:
            others = first if article not in first or len(first) < crowd_of(key) else shelf.holders(key)
            meeting.update(_ends(article, other) for other in others if other != article)
    return meeting, list(_unheld(shelf, moved))


def unshelve(shelf: Shelf, articles: Sequence[str]) -> tuple[set[Ends], list[Copy]]:
    """Take articles from the shelf; return the pairs that may be copies now, since others moved up in a crowd, and the
    pairs of those that went.
    """
    gone = {ends_of(pair): pair for article in articles for pair in shelf.pairs(article)}
    keys = sorted({key for article in articles for key in shelf.keys(article)})
    before = {key: shelf.first_holders(key, crowd_of(key)) for key in keys}
    for article in articles:
        shelf.drop_sketch(article)
    meeting: set[Ends] = set()
    for key in keys:
        if len(before[key]) == crowd_of(key):
            for article in set(shelf.first_holders(key, crowd_of(key))).difference(before[key]):
                meeting.update(_ends(article, other) for other in shelf.holders(key) if other != article)
    return meeting, [gone[ends] for ends in sorted(gone)]


def _sketches(articles: Sequence[Article]) -> Iterator[tuple[Article, list[int]]]:
    for start in range(0, len(articles), BATCH):
        part = articles[start : start + BATCH]
        keys, owners = sketch_articles(part)
        for place, article in enumerate(part):
            yield article, keys[owners == place].tolist()


def _unheld(shelf: Shelf, moved: set[str]) -> Iterator[Copy]:
    """Yield the pairs of articles that are first among the holders of a key no more, where no other key holds them."""
    first: dict[int, set[str]] = {}
    told: set[Ends] = set()
    for article in sorted(moved):
        keys = set(shelf.keys(article))
        for pair in shelf.pairs(article):
            other = pair.of if pair.article == article else pair.article
            for key in keys.intersection(shelf.keys(other)):
                if key not in first:
                    first[key] = set(shelf.first_holders(key, crowd_of(key)))
                if not first[key].isdisjoint((article, other)):
                    break
            else:
                if ends_of(pair) not in told:
                    told.add(ends_of(pair))
                    yield pair


def ends_of(pair: Copy) -> Ends:
    """Return the two articles of a pair in the order of their ids."""
    return _ends(pair.article, pair.of)


def _ends(one: str, other: str) -> Ends:
    return (one, other) if one < other else (other, one)


def _rank(article: str) -> tuple[int, str]:
    return rank_of(article), article
