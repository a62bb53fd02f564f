"""The peers, each as a function from texts and one setting to partitions; they run under an interpreter of their own.

Term weights come from the texts that are grouped, as in the floors that were written down first; the vectors of the
embedder and the names that nutgraf found are handed over. "Words and names, single pass" is the way of Miranda et al.
(2018) with equal weights, without titles and times, which the development set has not. No peer knows dates, but where
a set has them the single pass takes articles by date.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from evals.stories.floor import orders, single_pass

Numbers = NDArray[np.float64]
Homes = list[int]
"""The group of each text, by place."""


@dataclass
class Texts:
    """What is grouped: texts, their names and vectors, and the order by date (none where no dates are known)."""

    texts: Sequence[str]
    names: Sequence[Sequence[str]] | None
    vectors: NDArray[np.float32] | None
    by_date: Sequence[int] | None = None
    trees: dict[str, Numbers] = field(default_factory=dict)

    @property
    def orders(self) -> list[list[int]]:
        """The order by date, or twenty shuffles."""
        return orders(len(self.texts)) if self.by_date is None else [list(self.by_date)]

    @cached_property
    def tfidf(self) -> Numbers:
        """Cosines of TF-IDF vectors: logarithm of counts, English stop words left out."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        rows = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(self.texts)
        return np.asarray((rows @ rows.T).toarray(), dtype=np.float64)

    @cached_property
    def named(self) -> Numbers:
        """Cosines of the names, weighed as words are."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        if self.names is None:
            raise ValueError("this peer needs names, and none were handed over")
        rows = TfidfVectorizer(analyzer=list, sublinear_tf=True).fit_transform(self.names)
        return np.asarray((rows @ rows.T).toarray(), dtype=np.float64)

    @cached_property
    def embedded(self) -> Numbers:
        """Cosines of the embedder's vectors."""
        if self.vectors is None:
            raise ValueError("this peer needs vectors, and none were handed over")
        return np.asarray(self.vectors @ self.vectors.T, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Peer:
    """A peer: its name, the package it comes in, the settings it is tried with, and how it groups."""

    name: str
    package: str
    settings: tuple[float, ...]
    group: Callable[[Texts, float], list[Homes]]

    @property
    def version(self) -> str | None:
        """The version that is installed, or `None`."""
        try:
            return importlib.metadata.version(self.package)
        except importlib.metadata.PackageNotFoundError:
            return None


def _single_pass(kind: str) -> Callable[[Texts, float], list[Homes]]:
    def group(texts: Texts, threshold: float) -> list[Homes]:
        likeness = _likeness(texts, kind)
        return [single_pass(likeness, order, threshold) for order in texts.orders]

    return group


def _average_link(kind: str) -> Callable[[Texts, float], list[Homes]]:
    def group(texts: Texts, threshold: float) -> list[Homes]:
        from scipy.cluster.hierarchy import fcluster, linkage
        from scipy.spatial.distance import squareform

        if kind not in texts.trees:
            apart = squareform(_distances(texts, kind), checks=False)
            texts.trees[kind] = linkage(apart, "average")
        return [list(map(int, fcluster(texts.trees[kind], 1 - threshold, "distance")))]

    return group


def _hdbscan(kind: str) -> Callable[[Texts, float], list[Homes]]:
    def group(texts: Texts, least: float) -> list[Homes]:
        from sklearn.cluster import HDBSCAN

        model = HDBSCAN(min_cluster_size=int(least), min_samples=1, metric="precomputed", copy=True)
        return [_alone(model.fit_predict(_distances(texts, kind)))]

    return group


def _dbscan(kind: str) -> Callable[[Texts, float], list[Homes]]:
    def group(texts: Texts, threshold: float) -> list[Homes]:
        from sklearn.cluster import DBSCAN

        found = DBSCAN(eps=1 - threshold, min_samples=2, metric="precomputed").fit_predict(_distances(texts, kind))
        return [_alone(found)]

    return group


def _textclust(texts: Texts, radius: float) -> list[Homes]:
    """Group as a stream without fading: the first of the orders alone, for one takes a minute."""
    from river.cluster import TextClust
    from river.feature_extraction import BagOfWords
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    bag = BagOfWords(lowercase=True, stop_words=set(ENGLISH_STOP_WORDS), ngram_range=(1, 1))
    counts = [bag.transform_one(text) for text in texts.texts]
    never = 10**9  # fading and cleaning are for endless streams
    model = TextClust(radius, 1 / never, never, term_fading=False, real_time_fading=False, auto_merge=False)
    for place in texts.orders[0]:
        model.learn_one(counts[place])
    return [[int(model.predict_one(count)) for count in counts]]


def _distances(texts: Texts, kind: str) -> Numbers:
    apart = 1 - _likeness(texts, kind)
    np.fill_diagonal(apart, 0)
    return np.clip(apart, 0, None)


def _likeness(texts: Texts, kind: str) -> Numbers:
    """Return the mean of the cosines whose names `kind` holds, joined by "+"."""
    parts: list[Numbers] = [getattr(texts, part) for part in kind.split("+")]
    return parts[0] if len(parts) == 1 else np.mean(parts, axis=0)


def _alone(found: NDArray[np.int64]) -> Homes:
    """Return homes in which every text that belongs to none has one of its own."""
    return [int(home) if home >= 0 else len(found) + place for place, home in enumerate(found)]


def _grid(low: int, high: int, step: int = 2) -> tuple[float, ...]:
    return tuple(value / 100 for value in range(low, high + 1, step))


_SIZES = (2.0, 3.0, 4.0, 5.0, 6.0, 8.0)
"""The least size of a group of HDBSCAN; its threshold of distance fails with numpy 2.4."""

PEERS = {
    peer.name: peer
    for peer in (
        Peer("TF-IDF, single pass, floor", "scikit-learn", (0.25,), _single_pass("tfidf")),
        Peer("TF-IDF, single pass", "scikit-learn", _grid(17, 33), _single_pass("tfidf")),
        Peer("words and names, single pass", "scikit-learn", _grid(9, 33), _single_pass("tfidf+named")),
        Peer("words and names, average link", "scikit-learn", _grid(6, 30, 1), _average_link("tfidf+named")),
        Peer("TF-IDF, average link", "scikit-learn", _grid(6, 30, 1), _average_link("tfidf")),
        Peer("TF-IDF, HDBSCAN", "scikit-learn", _SIZES, _hdbscan("tfidf")),
        Peer("TF-IDF, DBSCAN", "scikit-learn", _grid(20, 60), _dbscan("tfidf")),
        Peer("embedder, average link", "scikit-learn", _grid(30, 70), _average_link("embedded")),
        Peer("embedder, HDBSCAN", "scikit-learn", _SIZES, _hdbscan("embedded")),
        Peer("TF-IDF and embedder, average link", "scikit-learn", _grid(16, 50, 1), _average_link("tfidf+embedded")),
        Peer("TextClust", "river", _grid(65, 75, 5), _textclust),
    )
}
