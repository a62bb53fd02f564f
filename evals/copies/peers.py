"""Other ways to find copies: plain hash, same headline, and two MinHash libraries, each at its best threshold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from itertools import combinations
from typing import Any

from evals.copies.told import Pair, Told, group_ids, in_order
from nutgraf.records.article import Article
from nutgraf.text import fold, words

PERMUTATIONS = 128
SEED = 42
LOWEST = 0.005
"""Likeness below which no pair is kept; candidates are looked for down to it, which is kinder than a library's own
choice of bands for each threshold, and costs only time."""

Likeness = Mapping[Pair, float]


@dataclass(frozen=True, slots=True)
class Setting:
    """Words in a shingle (0: no shingles), and the likeness from which on a pair is told."""

    size: int = 0
    threshold: float = 1.0


@dataclass(frozen=True, slots=True)
class Peer:
    """A way to say how alike two articles are.

    `copies` and `one` are the settings for any copy and for one text, each at its best F1 on the half of the made set
    that may be read (`python -m evals.copies tune`).
    """

    name: str
    likeness: Callable[[Sequence[Article], int], Likeness]
    module: str | None = None
    copies: Setting = Setting()
    one: Setting = Setting()

    @property
    def named(self) -> str:
        """Return the name with its settings."""
        if not self.copies.size:
            return self.name
        settings = (f"{one.size} words, {one.threshold}" for one in (self.copies, self.one))
        return f"{self.name} ({'; '.join(settings)})"

    @property
    def missing(self) -> str | None:
        """Return what to do where the library is not here."""
        if self.module is None or find_spec(self.module):
            return None
        return f"{self.name}: not run: pip install {self.module} (no package of nutgraf's own)"

    def tell(self, copies: Likeness, one: Likeness, ids: Iterable[str]) -> Told:
        """Return the pairs that are alike enough; those that are one text make groups."""
        kinds = {pair: "partial" for pair, alike in copies.items() if alike >= self.copies.threshold}
        kinds |= {pair: "near" for pair, alike in one.items() if alike >= self.one.threshold}
        return Told(kinds, group_ids(ids, (pair for pair, kind in kinds.items() if kind == "near")))


def ask_peer(peer: Peer, articles: Sequence[Article]) -> Told:
    """Return what a peer says about articles."""
    copies = peer.likeness(articles, peer.copies.size)
    one = copies if peer.one.size == peer.copies.size else peer.likeness(articles, peer.one.size)
    return peer.tell(copies, one, [article.id for article in articles])


def _same(key: Callable[[Article], str]) -> Callable[[Sequence[Article], int], Likeness]:
    def likeness(articles: Sequence[Article], size: int) -> Likeness:
        homes: dict[str, list[str]] = {}
        for article in articles:
            if told := key(article):
                homes.setdefault(told, []).append(article.id)
        return {in_order(*pair): 1.0 for home in homes.values() for pair in combinations(home, 2)}

    return likeness


def _folded(article: Article) -> str:
    return " ".join(fold(word) for _, _, word in words(article.text))


def _title(article: Article) -> str:
    return " ".join(fold(word) for _, _, word in words(article.title or ""))


def shingles(article: Article, size: int) -> list[str]:
    """Return the runs of folded words of an article; a shorter text is one run."""
    folded = _folded(article).split()
    return [" ".join(folded[at : at + size]) for at in range(max(1, len(folded) - size + 1))]


def _datasketch(articles: Sequence[Article], size: int) -> Likeness:
    library: Any = import_module("datasketch")
    sketches = {}
    index = library.MinHashLSH(params=(PERMUTATIONS, 1), num_perm=PERMUTATIONS)
    for article in articles:
        sketch = library.MinHash(num_perm=PERMUTATIONS, seed=SEED)
        sketch.update_batch([run.encode() for run in shingles(article, size)])
        sketches[article.id] = sketch
        index.insert(article.id, sketch)
    found = {in_order(one, two) for one, sketch in sketches.items() for two in index.query(sketch) if one != two}
    alike = {pair: float(sketches[pair[0]].jaccard(sketches[pair[1]])) for pair in found}
    return {pair: value for pair, value in alike.items() if value >= LOWEST}


def _rensa(articles: Sequence[Article], size: int) -> Likeness:
    library: Any = import_module("rensa")
    sketches = {}
    index = library.RMinHashLSH(LOWEST, PERMUTATIONS, PERMUTATIONS)
    for place, article in enumerate(articles):
        sketch = library.RMinHash(PERMUTATIONS, SEED)
        sketch.update(shingles(article, size))
        sketches[place] = sketch
        index.insert(place, sketch)
    found = {(min(one, two), max(one, two)) for one, sketch in sketches.items() for two in index.query(sketch)}
    alike = {(a, b): float(sketches[a].jaccard(sketches[b])) for a, b in found if a != b}
    return {in_order(articles[a].id, articles[b].id): value for (a, b), value in alike.items() if value >= LOWEST}


PEERS = (
    Peer("plain hash of the words", _same(_folded)),
    Peer("same headline", _same(_title)),
    Peer("datasketch MinHashLSH", _datasketch, "datasketch", Setting(8, 0.02), Setting(2, 0.36)),
    Peer("rensa R-MinHash", _rensa, "rensa", Setting(8, 0.02), Setting(3, 0.34)),
)
SIZES = (2, 3, 5, 8)
"""Words in a shingle; no longer ones, for no two bases of the made set share twelve words in a row."""
THRESHOLDS = (0.01, *(round(0.02 + 0.02 * step, 2) for step in range(40)))
